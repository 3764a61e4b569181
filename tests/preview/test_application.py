import pytest
from werkzeug.test import Client, TestResponse

from digest.preview.application import Preview
from digest.preview.edition import Edition
from digest.preview.gate import own_names
from digest.preview.pressed import Pressed
from digest.preview.stage import Stage

FILES = {
    "index.html": b"<body><h1>Front</h1></body>",
    "a b/index.html": b"<body>A b</body>",
    "404.html": b"<body>Not here</body>",
    "assets/style.css": b"p{}",
    "index.json": b"[1, 2]",
}


def get(
    path: str, base_path: str = "/", headers: dict[str, str] | None = None, method: str = "GET", files: dict[str, bytes] = FILES
) -> TestResponse:
    built = {path: Pressed.of(content) for path, content in files.items()}
    stage = Stage(Edition(base_path=base_path, files=built, headline="Being built"), revision=5)
    given = {"Host": "localhost:8000", **(headers or {})}
    return Client(Preview(stage, own_names("127.0.0.1"))).open(path, method=method, headers=given)


@pytest.mark.parametrize(
    ("path", "shown"), [("/", "Front"), ("/a%20b/", "A b"), ("/assets/style.css?v=1", "p{}"), ("/index.json", "[1, 2]")]
)
def test_a_file_is_shown_under_its_address(path: str, shown: str) -> None:
    answer = get(path)
    assert answer.status_code == 200
    assert shown in answer.text


def test_a_file_without_a_byte_is_there() -> None:
    answer = get("/empty.txt", files={**FILES, "empty.txt": b""})
    assert (answer.status_code, answer.data) == (200, b"")


def test_a_page_has_the_script_that_keeps_it_fresh_and_other_files_are_as_they_were_built() -> None:
    script = '<script src="/repo/_preview/script.js" data-page="index.html" data-revision="5" defer></script>\n</body>'
    assert get("/repo/", "/repo/").text == f"<body><h1>Front</h1>{script}"
    assert get("/repo/assets/style.css", "/repo/").data == FILES["assets/style.css"]
    assert "EventSource" in get("/repo/_preview/script.js", "/repo/").text


def test_a_folder_leads_to_its_index() -> None:
    answer = get("/a%20b")
    assert (answer.status_code, answer.location) == (302, "/a%20b/")


@pytest.mark.parametrize("path", ["/", "/repo"])
def test_under_a_base_path_the_way_leads_there(path: str) -> None:
    assert get(path, "/repo/").location == "/repo/"
    assert get("/index.json", "/repo/").status_code == 404
    assert get("/repository/", "/repo/").status_code == 404


@pytest.mark.parametrize(
    "path", ["/none", "/seeds/article.md", "/digest.yaml", "/_preview/", "/_preview/application.py", "/" + "x" * 5000]
)
def test_nothing_is_shown_that_was_not_built(path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert "Not here" in answer.text


def test_what_another_site_could_misuse_is_forbidden_by_every_answer() -> None:
    for answer in (
        get("/"),
        get("/none"),
        get("/", headers={"Host": "example.org"}),
        get("/", method="POST"),
        get("/_preview/events"),
    ):
        assert "Access-Control-Allow-Origin" not in answer.headers
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
        answer.close()


def test_only_reading_is_allowed() -> None:
    answer = get("/", method="DELETE")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_the_stream_of_news_refuses_a_foreign_origin() -> None:
    answer = get("/_preview/events", headers={"Origin": "https://example.org"})
    assert (answer.status_code, answer.mimetype) == (403, "text/plain")


def test_the_stream_of_news_is_no_page_to_be_linked_to() -> None:
    came = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
    assert get("/", headers=came).status_code == 200
    assert get("/_preview/events", headers=came).status_code == 403


def test_the_stream_of_news_tells_at_once_what_is_shown() -> None:
    answer = get("/_preview/events?page=index.html&revision=5")
    assert answer.mimetype == "text/event-stream"
    assert next(answer.iter_encoded()).startswith(b'data: {"revision":5,"reload":false,"styles":["assets/style.css"]')


def test_a_file_that_the_browser_has_is_not_sent_again() -> None:
    tag = get("/index.json").headers["ETag"]
    assert get("/index.json", headers={"If-None-Match": tag}).status_code == 304
    assert get("/index.json", headers={"If-None-Match": '"other"'}).data == FILES["index.json"]
    head = get("/index.json", method="HEAD")
    assert (head.status_code, head.data, head.headers["Content-Length"]) == (200, b"", "6")


@pytest.mark.parametrize("part", ["bytes=1-2", "bytes=9-", "nonsense", "bytes=0-0,2-3"])
def test_a_part_of_a_file_is_the_whole_file(part: str) -> None:
    answer = get("/index.json", headers={"Range": part})
    assert (answer.status_code, answer.data) == (200, FILES["index.json"])


def test_before_there_is_a_site_its_place_is_taken_by_a_page_that_waits_for_it() -> None:
    answer = get("/undated/x/", files={})
    assert answer.status_code == 503
    assert "<h1>Being built</h1>" in answer.text
    assert 'data-page="undated/x/index.html"' in answer.text


def test_a_site_without_a_404_page_still_answers() -> None:
    assert get("/none", files={"index.html": b""}).status_code == 404
