import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_source, an_article

from digest.errors import ConfigError, SourceError
from digest.load import MAX_BYTES, ORIGINALS, Readers, find, load, source
from digest.model.article import Article
from digest.model.problem import Problem
from digest.model.source import Source
from digest.readers import markdown

WARNING = Problem(level="warning", rule="odd", path="a.md", line=2, message="odd", hint="mend it")


def read(source: Source) -> Article:
    if b"faulty" in source.content:
        raise SourceError("faulty", path=source.path, line=3, hint="mend it")
    return an_article(path=source.path)


READERS: Readers = {".md": read, ".txt": read}


def written(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Text.", "utf-8")
    return folder


def test_all_files_that_a_reader_takes_are_found_in_order_of_path(tmp_path: Path) -> None:
    written(tmp_path, "b.md", "a.TXT", "2025/c.md", "x.png", "README", ".hidden.md", "_draft.md", ".git/d.md", "_x/e.md")
    written(tmp_path, f"{ORIGINALS}/f.txt")
    found = find(tmp_path, READERS)
    assert [one.path for one in found.sources] == ["2025/c.md", "a.TXT", "b.md"]
    assert not found.problems


def test_what_is_no_regular_file_is_passed_over_and_named(tmp_path: Path) -> None:
    written(tmp_path, "a.md", "folder.md/inside.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "broken.md").symlink_to("nowhere")
    (tmp_path / "elsewhere.md").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe.md")
    found = find(tmp_path, READERS)
    assert [one.path for one in found.sources] == ["a.md", "folder.md/inside.md"]
    assert [str(problem) for problem in found.problems] == [
        "broken.md: skipped: a link; put the article itself there",
        "elsewhere.md: skipped: a link; put the article itself there",
        "folder.md: skipped: a folder; put the article itself there",
        "link.md: skipped: a link; put the article itself there",
        "pipe.md: skipped: no regular file; put the article itself there",
    ]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "elsewhere", "secret.md")
    written(tmp_path / "seeds", "a.md")
    (tmp_path / "seeds" / "more").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "seeds" / "loop").symlink_to(tmp_path / "seeds")
    assert [one.path for one in find(tmp_path / "seeds", READERS).sources] == ["a.md"]


@pytest.mark.parametrize(
    ("name", "shown"), [(b"\xff.md", "\\udcff.md"), (b"a\nb.md", "a\\nb.md"), (b"\x1b[2J.md", "\\x1b[2J.md")]
)
def test_a_name_that_cannot_be_shown_is_passed_over_and_named(tmp_path: Path, name: bytes, shown: str) -> None:
    (tmp_path / os.fsdecode(name)).write_text("Text.", "utf-8")
    found = find(tmp_path, READERS)
    assert not found.sources
    assert [str(problem) for problem in found.problems] == [
        f"{shown}: skipped: a name with characters that cannot be shown; rename the file"
    ]


def test_a_content_folder_that_is_not_there_is_a_matter_of_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no content folder 'seeds'"):
        find(tmp_path / "seeds", READERS)


def test_a_source_is_its_bytes_and_their_hash(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff\0\r\n")
    assert source(tmp_path / "a.md", "a.md") == a_source(b"\xff\0\r\n", "a.md")


def test_a_file_that_cannot_be_read_at_all_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        source(tmp_path / "none.md", "none.md")


def test_a_faulty_article_is_a_problem_with_file_and_line_and_the_others_are_loaded() -> None:
    faulty, good = (load(a_source(content, f"{content}.md"), READERS) for content in ("faulty", "good"))
    assert [str(problem) for problem in faulty.problems] == ["faulty.md:3: faulty; mend it"]
    assert faulty.article is None
    assert faulty.problems[0].level == "error"
    assert good.article
    assert good.article.path == "good.md"


def test_the_warnings_of_an_article_are_handed_on_once() -> None:
    def warned(source: Source) -> Article:
        return replace(read(source), problems=(WARNING,))

    loaded = load(a_source("x", "a.MD"), {".md": warned})
    assert loaded.problems == (WARNING,)
    assert loaded.article
    assert not loaded.article.problems


def test_a_file_that_is_too_large_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    written(tmp_path, "a.md")
    (tmp_path / "b.md").write_bytes(b"x" * (MAX_BYTES + 1))
    found = find(tmp_path, READERS)
    assert [one.path for one in found.sources] == ["a.md"]
    assert [(str(one), one.level) for one in found.problems] == [
        ("b.md: larger than 2 MB; split it into articles; whole books are not news", "error")
    ]


def test_a_file_whose_size_is_not_what_was_read_is_named() -> None:
    with pytest.raises(SourceError, match="changed while it was read"):
        source(Path("/proc/self/status"), "a.md")


def test_a_file_that_vanishes_before_it_is_read_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    class Emptying(dict[str, Callable[[Source], Article]]):
        def __contains__(self, suffix: object) -> bool:
            (tmp_path / "b.md").unlink(missing_ok=True)
            return super().__contains__(suffix)

    found = find(written(tmp_path, "a.md", "b.md"), Emptying(READERS))
    assert [one.path for one in found.sources] == ["a.md"]
    assert [(one.path, one.level, one.message) for one in found.problems] == [
        ("b.md", "error", "cannot be read: No such file or directory")
    ]


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("---\ntitle: Bank \u202eof\n---\nText.\n", 2),
        ('---\ntitle: "Bank \\u202eof"\n---\nText.\n', 1),
        ("# Bank\n\nText\n\nof &#x202e;Oslo.\n", 1),
        ("# Bank\n\nText\n\nof \u2067Oslo.\n", 5),
    ],
    ids=["plain", "escaped", "entity", "isolate"],
)
def test_text_whose_direction_is_changed_is_named(written: str, line: int) -> None:
    (problem,) = load(a_source(written), {".md": markdown.read}).problems
    assert (problem.level, problem.rule, problem.line) == ("warning", "bidi-control", line)


def test_a_direction_that_a_title_leaves_open_ends_with_it() -> None:
    written = "---\ntitle: Bank \u202eof\ntags: [\u2067a]\n---\n## x \u202b\n\nText \u202e.\n"
    article = load(a_source(written), {".md": markdown.read}).article
    assert article
    assert (article.title, article.front_matter.tags) == ("Bank \u202eof\u202c", ("\u2067a\u2069",))
    assert article.sections[0].heading == "x \u202b\u202c"
    assert article.blocks[0].text == "Text \u202e."


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "elsewhere", "b.md")
    content = written(tmp_path / "seeds", "a.md")
    (content / "linked").symlink_to(tmp_path / "elsewhere")
    found = find(content, READERS)
    assert [one.path for one in found.sources] == ["a.md"]
    assert [(one.rule, one.path) for one in found.problems] == [("skipped", "linked")]
