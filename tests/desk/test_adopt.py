from pathlib import Path

import pytest

from digest.desk.adopt import adopt
from digest.desk.inspection import inspect
from digest.errors import RefusedError, SourceError
from digest.load import source
from digest.parts import ANNOTATORS, READERS

SEED = Path(__file__).parents[2] / "seeds" / "000_5d0015517ca878f5.txt"
ODD = (
    "Why *Not* _Now_?\n\n"
    "The [first] `word` <b>counts</b> & #so does &amp; the rest of this line.\n\n"
    "= Two | three = five, he said.\n"
)


def written(folder: Path, text: str) -> Path:
    path = folder / "story.txt"
    path.write_text(text, "utf-8")
    return path


def test_an_adopted_article_has_the_same_structure_takeaways_and_names(tmp_path: Path) -> None:
    path = written(tmp_path, SEED.read_text("utf-8"))
    before = inspect(path, READERS, ANNOTATORS)
    after = inspect(adopt(path, READERS, ANNOTATORS), READERS, ANNOTATORS)
    assert after.title == before.title
    assert [t.text for t in after.takeaways] == [t.text for t in before.takeaways]
    assert [t.evidence for t in after.takeaways] == [t.evidence for t in before.takeaways]
    assert [(s.heading, s.paragraphs) for s in after.sections] == [(s.heading, s.paragraphs) for s in before.sections]
    assert {e.key: e.mentions for e in after.entities} == {e.key: e.mentions for e in before.entities}
    assert not after.problems


def test_marks_that_mean_something_in_markdown_are_kept_as_text(tmp_path: Path) -> None:
    path = written(tmp_path, ODD)
    before = inspect(path, READERS, ANNOTATORS)
    after = inspect(adopt(path, READERS, ANNOTATORS), READERS, ANNOTATORS)
    assert (after.title, after.sections[0].paragraphs) == (before.title, before.sections[0].paragraphs)


def test_the_text_it_came_from_is_kept(tmp_path: Path) -> None:
    path = written(tmp_path, SEED.read_text("utf-8"))
    adopt(path, READERS, ANNOTATORS)
    assert not path.exists()
    assert (tmp_path / "originals" / "story.txt").read_bytes() == SEED.read_bytes()


@pytest.mark.parametrize("taken", ["story.md", "originals/story.txt"])
def test_nothing_is_overwritten(tmp_path: Path, taken: str) -> None:
    path = written(tmp_path, "A title\n\nSome text.\n")
    (tmp_path / "originals").mkdir()
    (tmp_path / taken).write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match="is there already"):
        adopt(path, READERS, ANNOTATORS)
    assert (tmp_path / taken).read_text("utf-8") == "mine"
    assert path.exists()


def test_markdown_is_adopted_already(tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("# A title\n\nText.\n", "utf-8")
    with pytest.raises(SourceError, match="already"):
        adopt(tmp_path / "story.md", READERS, ANNOTATORS)


def test_markdown_that_is_not_there_is_not_taken_for_adopted(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        adopt(tmp_path / "story.md", READERS, ANNOTATORS)


def test_a_file_that_no_reader_takes_is_left_where_it_is(tmp_path: Path) -> None:
    picture = tmp_path / "harbour.png"
    picture.write_bytes(b"\x89PNG")
    with pytest.raises(SourceError, match=r"no reader for '\.png' files"):
        adopt(picture, READERS, ANNOTATORS)
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.png"]


def test_what_an_editor_stated_above_flat_text_is_kept(tmp_path: Path) -> None:
    matter = "id: tag:example.org,2025:story\nstatus: retracted\ncorrection: {text: Wrong., date: 2025-07-12}\n"
    matter += "takeaways:\n- {text: It woke., quote: woke, reviewed_by: A}\n"
    before = READERS[".txt"](source(written(tmp_path, f"---\n{matter}---\nOslo\n\nOslo woke.\n"), "story.txt"))
    after = READERS[".md"](source(adopt(tmp_path / "story.txt", READERS, ANNOTATORS), "story.md"))
    for kept in ("id", "status", "corrections", "takeaways", "updated"):
        assert getattr(after.front_matter, kept) == getattr(before.front_matter, kept)


def test_an_editor_who_wants_no_takeaways_gets_none(tmp_path: Path) -> None:
    path = written(tmp_path, "---\ntakeaways: []\n---\nOslo\n\nOslo woke late on Monday.\n")
    assert "takeaways: []" in adopt(path, READERS, ANNOTATORS).read_text("utf-8")


def test_takeaways_of_the_article_stay_the_articles(tmp_path: Path) -> None:
    path = adopt(written(tmp_path, SEED.read_text("utf-8")), READERS, ANNOTATORS)
    assert {takeaway.origin for takeaway in inspect(path, READERS, ANNOTATORS).takeaways} == {"recovered"}
