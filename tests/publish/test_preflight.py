import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from project import digest

from digest.publish.preflight import Publication, preflight
from digest.publish.repository import Repository, repository
from digest.publish.tree import Tree
from digest.publish.workflow import workflow

ADDRESS = "https://ann.github.io/news/"
WHOLE = {
    "index.html": '<a href="map.png">Map</a> <a href="https://example.org/">Out</a> <a href="#top">Up</a> <a href="news">x</a>',
    "news/index.html": '<a href="../index.html">x</a> <a href="../">x</a> <img src="../map.png"> <a href="mailto:a@b.c">x</a>',
    "404.html": f'<link href="{ADDRESS}style.css"> <a href="/news/">Home</a>',
    "map.png": "",
    "style.css": "",
    ".nojekyll": "",
    ".digest-manifest": "",
}


def a_repository(owner: str = "Ann", name: str = "news", *, is_shallow: bool = False, has_workflow: bool = False) -> Repository:
    return Repository(
        root=Path(),
        folder=".",
        owner=owner,
        name=name,
        branch="main",
        is_shallow=is_shallow,
        workflow=workflow() if has_workflow else "",
        has_unread_workflow=False,
    )


def a_tree(folder: Path, changed: Mapping[str, str | None]) -> Tree:
    for name, content in {**WHOLE, **changed}.items():
        if content is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, "utf-8")
    return Tree(folder)


def found(
    folder: Path, changed: Mapping[str, str | None] = {}, *, base_url: str = ADDRESS, here: Repository | None = None
) -> list[tuple[str, str]]:
    publication = Publication(tree=a_tree(folder, changed), base_url=base_url, repository=here or a_repository())
    return [(problem.rule, problem.path) for problem in preflight(publication)]


def test_a_site_without_fault_has_none(tmp_path: Path) -> None:
    assert not found(tmp_path)


@pytest.mark.parametrize(
    ("changed", "rule", "path"),
    [
        ({"index.html": '<a href="Map.png">x</a>'}, "publish-dead-link", "index.html"),
        ({"index.html": "<img src='gone.png'>"}, "publish-dead-link", "index.html"),
        ({"index.html": "<A HREF=gone.html>x</A>"}, "publish-dead-link", "index.html"),
        ({"index.html": """<title>x</title><a title=it's class="b"href='gone.html'>x</a>"""}, "publish-dead-link", "index.html"),
        ({"index.html": "<script>var a = '<!--'</script><p><img/src=gone.png>"}, "publish-dead-link", "index.html"),
        ({"a/index.html": '<img src="/news/Map.png">'}, "publish-dead-link", "a/index.html"),
        ({"a/index.html": f'<a href="{ADDRESS}A/">x</a>'}, "publish-dead-link", "a/index.html"),
        ({"index.html": '<a href="http://localhost:8000/x">x</a>'}, "publish-localhost", "index.html"),
        ({"index.html": '<a href="http://localhost.:8000/x">x</a>'}, "publish-localhost", "index.html"),
        ({"index.html": '<a href="//127.1.2.3/x">x</a>'}, "publish-localhost", "index.html"),
        ({"index.html": '<a href="http://[::1]/x">x</a>'}, "publish-localhost", "index.html"),
        ({"index.html": '<a href="file:///home/ann/x">x</a>'}, "publish-localhost", "index.html"),
        ({"404.html": '<a href="index.html">x</a>'}, "publish-404", "404.html"),
        ({"404.html": '<link href="/style.css">'}, "publish-404", "404.html"),
        ({"404.html": '<a href="http://[">x</a> <a href="x">x</a>'}, "publish-404", "404.html"),
        ({"404.html": None}, "publish-404", "404.html"),
        ({"index.html": '<link rel="canonical" href="https://bob.github.io/">'}, "publish-base-url", "index.html"),
        ({".nojekyll": None}, "publish-nojekyll", ".nojekyll"),
        ({"news/.env": "KEY=1"}, "publish-hidden", "news/.env"),
        ({".git/config": ""}, "publish-name", ".git/config"),
        ({'a"b': ""}, "publish-name", 'a"b'),
        ({"a\nb": ""}, "publish-name", "a\\nb"),
        ({"CNAME": "other.example.org\n"}, "publish-domain", "CNAME"),
    ],
)
def test_a_fault_of_the_files_is_named(tmp_path: Path, changed: dict[str, str | None], rule: str, path: str) -> None:
    assert (rule, path) in found(tmp_path, changed)


@pytest.mark.parametrize(
    "page",
    [
        'To link, write <code>&lt;a href="page.html"&gt;</code>, set poster=none, src = value.',
        '<!-- <a href="old.html"> --><!--> <a href="map.png">x</a>',
        """<script src=map.png>write('<a href="made.html">')</script><style>a[href="x"] {}</style>""",
        "<textarea><img src=sample.png></textarea><title><a href=x></title>",
        """<a data-href=x title='> href="x"' alt="src=x" href = 'map.png?a=">"'>x</a> a < b href="x" </a href="x">""",
    ],
)
def test_what_only_looks_like_a_link_is_none(tmp_path: Path, page: str) -> None:
    assert not found(tmp_path, {"a/index.html": page.replace("map.png", "../map.png")})


def test_links_from_the_root_and_with_entities_are_followed(tmp_path: Path) -> None:
    links = (
        '<a href="/news/map.png"><a href="{}map.png?a=1&amp;b"><a href="/other/"><a href="//example.org/x"><a href="a&amp;b.txt">'
    )
    changed: dict[str, str | None] = {"a/index.html": links.format(ADDRESS), "a/a&b.txt": ""}
    assert not found(tmp_path, changed)


def test_a_link_in_other_letters_is_told_how_the_file_is_called(tmp_path: Path) -> None:
    tree = a_tree(tmp_path, {"index.html": '<a href="Map.PNG">x</a>'})
    (problem,) = preflight(Publication(tree=tree, base_url=ADDRESS, repository=a_repository()))
    assert (problem.message, problem.hint) == ("links to 'Map.PNG', which is not there", "write 'map.png' as the file is called")


@pytest.mark.parametrize(
    ("base_url", "here", "rules"),
    [
        ("", a_repository(), ["publish-base-url"]),
        ("https://ann.github.io/", a_repository(), ["publish-base-url", "publish-dead-link"]),
        ("https://ann.github.io/News/", a_repository(), ["publish-404", "publish-base-url"]),
        ("http://ann.github.io/news/", a_repository(owner="", name=""), ["publish-http"]),
        ("https://example.org/news/", a_repository(), []),
        (ADDRESS, a_repository(is_shallow=True), ["publish-shallow"]),
    ],
)
def test_a_fault_of_the_address_or_the_repository_is_named(
    tmp_path: Path, base_url: str, here: Repository, rules: list[str]
) -> None:
    assert sorted({rule for rule, _ in found(tmp_path, base_url=base_url, here=here)}) == rules


def test_the_address_of_a_user_s_own_site_has_no_folder() -> None:
    assert a_repository(owner="Ann", name="ann.github.io").pages_url == "https://ann.github.io/"


def test_a_workflow_brings_its_own_address_and_does_not_read_a_domain(tmp_path: Path) -> None:
    at_root = {"404.html": '<a href="/">x</a>', "CNAME": "example.org"}
    automatic = a_repository(has_workflow=True)
    assert found(tmp_path, at_root, base_url="", here=automatic) == [("publish-cname-unread", "CNAME")]


def test_links_and_large_files_are_named(tmp_path: Path) -> None:
    tree = a_tree(tmp_path, {})
    (tmp_path / "secret").symlink_to("/etc/passwd")
    for number in range(11):
        with (tmp_path / f"{number}.bin").open("wb") as file:
            file.truncate(99_000_000 if number else 101_000_000)
    problems = preflight(Publication(tree=tree, base_url=ADDRESS, repository=a_repository()))
    assert [(problem.rule, problem.path) for problem in problems] == [
        ("publish-link", "secret"),
        ("publish-size", "."),
        ("publish-size", "0.bin"),
    ]


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("git@github.com:Ann/news.git", ("Ann", "news")),
        ("https://github.com/Ann/news", ("Ann", "news")),
        ("https://github.com/Ann/my.news.git/", ("Ann", "my.news")),
        ("ssh://git@github.com/Ann/news.git", ("Ann", "news")),
        ("ssh://git@github.com:22/Ann/news.git", ("Ann", "news")),
        ("ssh://git@ssh.github.com:443/Ann/news.git", ("Ann", "news")),
        ("https://www.github.com/Ann/news", ("Ann", "news")),
        ("https://me:key@GitHub.com/Ann/news.git", ("Ann", "news")),
        ("git@github.com:/Ann/news.git", ("Ann", "news")),
        ("https://notgithub.com/Ann/news", ("", "")),
        ("https://my-github.com/Ann/news", ("", "")),
        ("https://example.org/github.com.git", ("", "")),
        ("../host.git", ("", "")),
    ],
)
def test_the_owner_and_the_name_at_github_are_read_from_the_remote(
    tmp_path: Path, remote: str, expected: tuple[str, str]
) -> None:
    subprocess.check_call(["git", "init", "--quiet"], cwd=tmp_path)
    subprocess.check_call(["git", "remote", "add", "origin", remote], cwd=tmp_path)
    here = repository(tmp_path, "origin")
    assert here
    assert (here.owner, here.name, here.is_shallow, here.workflow) == (*expected, False, "")


@pytest.mark.parametrize(("option", "matter"), [("-D", "draft: true"), ("-F", "date: 2999-01-01")])
def test_articles_that_were_built_before_their_time_are_told_of(tmp_path: Path, option: str, matter: str) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(f"---\ntitle: Bridge\n{matter}\n---\n\nText.\n", "utf-8")
    (tmp_path / "seeds" / "b.md").write_text("---\ntitle: Road\n---\n\nText.\n", "utf-8")
    digest(tmp_path, "build", option)
    assert "without -D and -F" in digest(tmp_path, "publish", "--check").stdout
    digest(tmp_path, "build")
    assert "without -D and -F" not in digest(tmp_path, "publish", "--check").stdout


def test_the_command_says_what_is_wrong_and_publishes_nothing(tmp_path: Path) -> None:
    digest(tmp_path, "init", ".")
    assert digest(tmp_path, "publish", "--check").returncode == 2
    digest(tmp_path, "build")
    (tmp_path / ".github" / "workflows" / "pages.yml").unlink()
    done = digest(tmp_path, "publish", "--check")
    assert done.returncode == 1
    assert "without 'base_url' the 404 page and the feeds lead nowhere" in done.stdout
    assert digest(tmp_path, "publish").returncode == 1
