"""What is remarked on articles: files in, lines of `digest check` out."""

from pathlib import Path

import pytest

from digest.config import configured
from digest.desk.problems import review
from digest.engines.serial import Serial

STATED = "date: 2025-07-10\nlicence: CC BY 4.0\nsource: The Example\n"
SENTENCES = ("The city closes the bridge.", "Ferries run at night.", "The mayor paid.", "Rain fell.", "The north slept well.")
TEXT = " ".join(SENTENCES)


def found(folder: Path, files: dict[str, str]) -> list[tuple[str, int, int, str]]:
    """Check files and return file, line, column and rule of everything that is said."""
    for name, content in files.items():
        path = folder / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    problems = review(configured(None, folder), (), Serial()).problems
    return [(Path(one.path).name, one.line, one.column, one.rule) for one in problems]


def an_article(matter: str = "", text: str = TEXT) -> str:
    return f"---\ntitle: Bridge\n{STATED}takeaways: []\n{matter}---\n\n{text}\n"


def test_an_article_that_states_everything_has_nothing_to_say(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.md": an_article()}) == []


def test_what_an_editor_did_not_state_is_named(tmp_path: Path) -> None:
    rules = {rule for *_, rule in found(tmp_path, {"a.md": f"# Bridge\n\n{TEXT}\n"})}
    assert rules == {"no-date", "no-source", "no-licence"}


def test_a_title_that_was_inferred_is_named_where_it_stands(tmp_path: Path) -> None:
    assert ("a.txt", 1, 1, "title-inferred") in found(tmp_path, {"a.txt": f"Bridge closes for repairs\n\n{TEXT}\n"})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met on Wednesday.", 1),
        ("On Wednesday 3 people were hurt.", 1),
        ("They met on Tuesday at 5 pm.", 1),
        ("They met on Tuesday; 12 marched.", 1),
        ("They met on Wednesday, July 9, 2025.", 0),
        ("They met on Wednesday the 9th of July.", 0),
        ("They met on Wednesday (2025-07-09).", 0),
        ("They met on\nWednesday.", 1),
        ("The shop closed Wednesday, they said.", 1),
        ("They meet next Monday.", 1),
        ("They met last Friday morning.", 1),
        ("By Friday they had met.", 1),
        ("Since Thursday nobody has met.", 1),
        ("They met.\n\n## Shops close this Sunday", 1),
        ("They meet next Monday, 14 July.", 0),
        ("He wrote for The Sunday Times on Good Friday.", 0),
        ("Every Saturday and on Mondays they meet.", 0),
        ("Shops open early on Black Friday.", 0),
        ("They met.", 0),
    ],
)
def test_a_weekday_without_a_date_is_named(tmp_path: Path, text: str, count: int) -> None:
    rules = [rule for *_, rule in found(tmp_path, {"a.md": f"---\ntitle: Bridge\n---\n\n{TEXT} {text}\n"})]
    assert rules.count("undated-weekday") == count


@pytest.mark.parametrize(("text", "count"), [("Am Mittwoch, 9. Juli, regnete es.", 0), ("Am Mittwoch um 9 Uhr regnete es.", 1)])
def test_a_date_beside_a_weekday_is_read_in_the_language_of_the_article(tmp_path: Path, text: str, count: int) -> None:
    rules = [rule for *_, rule in found(tmp_path, {"a.md": f"---\ntitle: Wetter\nlanguage: de\n---\n\n{text}\n"})]
    assert rules.count("undated-weekday") == count


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Rain &amp;nbsp; fell.", 6),
        ("Rain [caption id=1] fell.", 6),
        ("Rain itâ€™s fell.", 8),
        ("Rain {{ name }} fell.", 6),
    ],
)
def test_leaked_markup_is_named_where_it_stands(tmp_path: Path, text: str, column: int) -> None:
    places = [(line, at) for _, line, at, rule in found(tmp_path, {"a.md": an_article(text=text)}) if rule == "leaked-markup"]
    assert len(places) == 1
    assert places[0][0] == 9
    assert abs(places[0][1] - column) <= 5  # marks that are no letters are found by their neighbours


def test_names_that_are_too_many_are_told(tmp_path: Path) -> None:
    def crowd(size: int) -> str:
        letters = ("".join(chr(ord("a") + int(digit)) for digit in f"{number:04}") for number in range(size))
        return "".join(f"Mayor Jo Ru{one} spoke.\n\n" for one in letters)

    files = {"few.md": an_article(text=crowd(900)), "many.md": an_article(text=crowd(1_200))}
    assert [one[0] for one in found(tmp_path, files) if one[3] == "names-left-out"] == ["many.md"]


def test_code_may_show_markup(tmp_path: Path) -> None:
    assert found(tmp_path, {"a.md": an_article(text="Write `<b>` here.\n\n    <b>bold</b>\n")}) == []


def test_links_within_the_library_must_lead_somewhere(tmp_path: Path) -> None:
    text = "[a](b.md) [b](c.md) [c](#p1) [d](#p9) [e](https://example.org/) `[f](g.md)` " + TEXT
    files = {"a.md": an_article(text=text), "b.md": an_article(text="Something else stands in this article.")}
    assert found(tmp_path, files) == [("a.md", 9, 15, "link-broken"), ("a.md", 9, 34, "link-broken")]


def test_links_to_a_part_of_another_article_must_lead_to_one(tmp_path: Path) -> None:
    text = "[a](b.md#p1) [b](b.md#p99) " + TEXT
    files = {"a.md": an_article(text=text), "b.md": an_article(text="Something else stands in this article.")}
    assert found(tmp_path, files) == [("a.md", 9, 18, "link-broken")]


def test_an_article_that_says_what_another_says_is_a_duplicate(tmp_path: Path) -> None:
    files = {
        "a.md": an_article(),
        "sub/b.md": an_article(text=f"{TEXT} A new last one."),
        "c.md": an_article(text="Not the same at all."),
    }
    assert found(tmp_path, files) == [("b.md", 0, 0, "duplicate-article")]


def test_the_form_of_takeaways_is_looked_at(tmp_path: Path) -> None:
    takeaways = ["Bridge", "Ferries run at night " * 10, *SENTENCES, *SENTENCES]
    lines = "".join(f"- {one}\n" for one in takeaways)
    places = found(tmp_path, {"a.md": f"---\ntitle: Bridge\n{STATED}takeaways:\n{lines}---\n\n{TEXT}\n"})
    assert ("a.md", 7, 3, "takeaway-copy-of-title") in places
    assert ("a.md", 8, 3, "takeaway-long") in places
    assert ("a.md", 18, 3, "takeaway-count") in places


def test_stored_evidence_is_checked_again(tmp_path: Path) -> None:
    takeaways = (
        "- {text: The bridge closes., evidence: [p9]}\n- {text: Ferries run., quote: ferries  run at night}\n"
        "- {text: The mayor paid., quote: The mayor left.}\n- {text: Rain fell., evidence: [p1], quote: A second one}\n"
    )
    places = found(tmp_path, {"a.md": f"---\ntitle: x\n{STATED}takeaways:\n{takeaways}---\n\n{TEXT}\n\nA second one.\n"})
    assert [line for _, line, _, rule in places if rule == "stale-evidence"] == [7, 9, 10]


@pytest.mark.parametrize(
    ("evidence", "hint"),
    [
        ("3", "write p3"),
        ("P3", "write p3"),
        ("p03", "write p3"),
        ("¶3", "write p3"),
        ("paragraph 2", "write p2"),
        ("P9", "the article has p1 to p3"),
        ("s2", "the article has p1 to p3"),
        ("9" * 5_000, "the article has p1 to p3"),
    ],
)
def test_evidence_in_another_form_is_told_how_it_is_written(tmp_path: Path, evidence: str, hint: str) -> None:
    given = f"takeaways: [{{text: Ferries run at night., evidence: [{evidence}]}}]\n"
    (tmp_path / "seeds").mkdir()
    text = f"---\ntitle: x\n{STATED}{given}---\n\nOne.\n\n{TEXT}\n\nThree.\n"
    (tmp_path / "seeds" / "a.md").write_text(text, "utf-8")
    problems = review(configured(None, tmp_path), (), Serial()).problems
    assert [one.hint for one in problems if one.rule == "stale-evidence"] == [hint]


def test_sections_that_no_takeaway_reflects_are_named(tmp_path: Path) -> None:
    text = f"---\ntitle: x\n{STATED}takeaways: [Ferries run at night.]\n---\n\n{TEXT}\n\n## Money\n\nGold is dear.\n"
    assert [rule for *_, rule in found(tmp_path, {"a.md": text})] == ["section-unreflected"]
