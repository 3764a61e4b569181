"""What may not be shown is in no file of a site."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digest.build import build
from digest.choice import Choice
from digest.config import configured
from digest.engines.serial import Serial

TEXT = "The qwertz bank raised its key rate to 5 percent, Qwertzu Smith said. It rained in Qwertzville.\n"
OPEN = "---\ntitle: Open\nlicence: CC-BY-4.0\n---\n\nAll may read about Oslo here.\n"
POLICY = "policy: {full_text_licences: [CC BY 4.0, own]}\n"


def site(
    folder: Path, article: str, *, configuration: str = "title: x\n", name: str = "a.md", opened: str = OPEN
) -> dict[str, str]:
    """Build one article beside an open one and return the files of the site."""
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / name).write_text(article, "utf-8")
    (folder / "seeds" / "open.md").write_text(opened, "utf-8")
    (folder / "digest.yaml").write_text(f"base_url: https://example.org/\n{configuration}", "utf-8")
    build(configured(None, folder), Choice(now=datetime.max.replace(tzinfo=UTC)), Serial())
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return {path.relative_to(folder / "site").as_posix(): path.read_bytes().decode("utf-8", "replace") for path in files}


def leaks(files: dict[str, str]) -> list[str]:
    return [path for path, content in files.items() if "qwertz" in f"{path} {content}".lower()]


def test_a_retracted_article_leaves_a_tombstone_and_no_word_of_its_text(tmp_path: Path) -> None:
    matter = "title: Rates rise\ndate: 2025-07-10\nstatus: retracted\nsummary: Qwertz.\ntags: [qwertz]\n"
    matter += "correction: {text: The source was made up., date: 2025-07-12}\ntakeaways: [The qwertz bank.]\n"
    files = site(tmp_path, f"---\n{matter}entities: [{{name: Qwertzu Smith, type: person}}]\n---\n\n{TEXT}")
    assert leaks(files) == []
    page = files["2025/07/rates-rise/index.html"]
    assert "This article was retracted" in page
    assert "The source was made up." in page
    assert "Rates rise" in files["corrections/index.html"]
    assert "Rates rise" not in files["index.html"]


def test_a_retraction_keeps_the_addresses_of_the_others(tmp_path: Path) -> None:
    files = site(tmp_path, f"---\ntitle: Open\nstatus: retracted\n---\n\n{TEXT}")
    addresses = sorted(path for path in files if path.startswith("undated/") and path.endswith(".html"))
    assert [path.startswith("undated/open") for path in addresses] == [True, True]
    assert "retracted" in files["undated/open/index.html"]


@pytest.mark.parametrize("matter", ["status: retracted\n", "licence: All rights reserved\n"])
def test_names_that_a_hidden_text_shares_with_an_open_one_bring_nothing_of_it_along(tmp_path: Path, matter: str) -> None:
    hidden = f"---\ntitle: Rates rise\n{matter}---\n\n{TEXT}\nQwertzu Smith spoke in Oslo. The qwertz bank did not. "
    (tmp_path / "seeds").mkdir()
    entries = "- {name: Oslo, type: place, description: A city.}\n- {name: Q Smith, type: person, aliases: [Qwertzu Smith]}\n"
    (tmp_path / "seeds" / "entities.yaml").write_text(f"entities:\n{entries}", "utf-8")
    files = site(tmp_path, hidden, configuration=POLICY)
    assert leaks(files) == []
    assert "All may read about" in files["entities/oslo/index.html"]


@pytest.mark.parametrize("licence", ["licence: All rights reserved\n", ""])
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_text_under_another_licence_or_none_is_withheld_everywhere(tmp_path: Path, licence: str, name: str) -> None:
    matter = f"title: Rates rise\ndate: 2025-07-10\nsource: {{name: Big Paper, url: https://example.org/x}}\n{licence}"
    takeaways = "takeaways:\n- The bank raised its rate to 5 percent.\n- {text: A qwertz line., origin: recovered}\n"
    body = f"Key Takeaways\n- A qwertz point.\n\n{TEXT}" if name == "a.txt" else TEXT
    files = site(tmp_path, f"---\n{matter}{takeaways}---\n\n{body}", configuration=POLICY, name=name)
    assert leaks(files) == []
    page = files["2025/07/rates-rise/index.html"]
    assert "The bank raised its rate to 5 percent." in page
    assert "Supported by the text, which is not shown here" in page
    assert "https://example.org/x" in page
    assert "All may read" in files["undated/open/index.html"]


def test_of_a_withheld_text_it_is_said_that_it_does_not_bear_out_a_takeaway_but_not_in_its_words(tmp_path: Path) -> None:
    text = "The qwertz bank may raise its rate to 5 percent.\n"
    files = site(
        tmp_path, f"---\ntitle: Rates\ntakeaways: [The bank raises its rate to 7 percent.]\n---\n{text}", configuration=POLICY
    )
    assert leaks(files) == []
    page = files["undated/rates/index.html"]
    assert page.count("To check: the text does not bear out all of it") == 1
    assert "may" not in page.partition("To check:")[2][:80]


def test_without_takeaways_of_the_editors_none_are_picked_from_a_withheld_text(tmp_path: Path) -> None:
    files = site(tmp_path, f"---\ntitle: Rates rise\n---\n\n{TEXT * 5}", configuration=POLICY)
    assert leaks(files) == []
    assert "Key takeaways" not in files["undated/rates-rise/index.html"]


def test_without_a_policy_everything_is_shown(tmp_path: Path) -> None:
    assert leaks(site(tmp_path, f"---\ntitle: Rates rise\n---\n\n{TEXT}"))


@pytest.mark.parametrize("matter", ["status: retracted", "licence: All rights reserved"])
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_is_told_of_a_name_elsewhere_has_no_word_of_a_text_that_is_not_shown(tmp_path: Path, matter: str, name: str) -> None:
    (tmp_path / "seeds").mkdir()
    decided = "entities: [{name: Adaeze Obi, type: person, aliases: [Obi]}, {name: Qwertzu Smith, type: person}]\n"
    (tmp_path / "seeds" / "entities.yaml").write_text(decided, "utf-8")
    text = (
        f"Key Takeaways\n\n- Adaeze Obi of Qwertz Bank spoke.\n\nOf Qwertz\n\nAdaeze Obi of Qwertz Bank met Qwertzu Smith. {TEXT}"
        * 2
    )
    article = f"---\ntitle: Obi meets Smith\n{matter}\n---\n\n{text}"
    files = site(tmp_path, article, configuration=POLICY, name=name, opened=f"{OPEN}\nAdaeze Obi spoke in Oslo.\n")
    assert leaks(files) == []
    assert any("spoke in Oslo" in content for path, content in files.items() if path.startswith("entities/adaeze-obi/"))
