from dataclasses import replace
from pathlib import Path

from builders import a_section, an_article

from digest.engines.serial import Serial
from digest.engines.shelved import Shelved
from digest.model.article import Article, Sections

TEXT = "The bridge opened again. " * 1_000


def read(number: int) -> Article:
    return replace(an_article(f"Article {number}"), sections=Sections.of([a_section(TEXT + str(number))]))


def test_what_is_folded_in_results_lies_in_a_file_and_is_read_from_there(tmp_path: Path) -> None:
    found = list(Shelved(Serial(), tmp_path).map(read, range(20)))
    (shelf,) = tmp_path.glob("*.part")
    assert shelf.stat().st_size > 20 * len(TEXT)
    assert [article.blocks[0].text for article in found] == [TEXT + str(number) for number in range(20)]
    assert all(isinstance(article.sections, Sections) and article.sections.shelf for article in found)


def test_what_cannot_be_written_is_held(tmp_path: Path) -> None:
    def odd(number: int) -> str:
        return f"\ud800{number}"

    assert list(Shelved(Serial(), tmp_path).map(odd, range(2))) == ["\ud8000", "\ud8001"]
