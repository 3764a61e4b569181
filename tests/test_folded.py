import pickle

import pytest
from builders import a_section

from digest.errors import DamagedError
from digest.model.article import Sections

ROW = (a_section("Fish & chips.", "More."), a_section("The end.", heading="Last", number=2))


class Lying:
    """A shelf of one content."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def read(self, at: int, size: int) -> bytes:
        return self.content[at : at + size]


def test_a_folded_row_is_the_row() -> None:
    folded = Sections.of(ROW)
    assert (tuple(folded), len(folded), folded[1], folded == ROW) == (ROW, 2, ROW[1], True)


def test_rows_that_differ_have_other_marks() -> None:
    assert Sections.of(ROW) == Sections.of(iter(ROW))
    assert Sections.of(ROW).mark == Sections.of(ROW).mark != Sections.of(ROW[:1]).mark
    assert Sections.of(ROW) != Sections.of(ROW[::-1])


def test_what_lies_on_a_shelf_is_read_from_there_and_goes_whole_to_another_process() -> None:
    folded, content = Sections.of(ROW), Sections.of(ROW).content
    folded.leave(Lying(b"xx" + content), 2)
    assert tuple(folded) == ROW
    assert tuple(pickle.loads(pickle.dumps(folded))) == ROW  # noqa: S301 - our own


def test_what_was_damaged_on_its_shelf_is_never_read() -> None:
    folded = Sections.of(ROW)
    for content in (Sections.of(ROW[::-1]).content, folded.content[:-1], b""):
        folded.leave(Lying(content), 0)
        with pytest.raises(DamagedError, match="damaged while it was at work"):
            tuple(folded)
