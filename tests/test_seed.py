"""The seed article, as it came and in other forms: the same structure, evidence and names must come out."""

import re
import textwrap
from pathlib import Path

import pytest

from digest.desk.inspection import Inspection, inspect
from digest.parts import ANNOTATORS, READERS

SEED = Path(__file__).parent.parent / "seeds" / "000_5d0015517ca878f5.txt"
TITLE = "Zelensky Trump NATO Meeting Yields Defense Discussions"
OPENINGS = {
    "Joint Drone Production to Boost Battlefield Capabilities": "The proposed drone partnership",
    "US Air Defense Systems Target Ukrainian Protection": "Ukraine urgently seeks",
    "Why Security Partnerships Matter Now": "Ukraine fights aggressively",
    "Political Implications Expand Beyond NATO Summit": "President Zelensky pursues",
    "What Immediate Next Steps Emerge?": "Momentum hinges",
    "Final Reflections: Alliance Strengthens Through Action": "President Zelensky proactively",
}
# Another country's war of words: the same sentences about other people, places and things.
ELSEWHERE = {
    "Volodymyr Zelensky": "Maia Sandu",
    "Zelensky": "Sandu",
    "Donald Trump": "Mark Carney",
    "Trump": "Carney",
    "Ukrainian": "Moldovan",
    "Ukraine": "Moldova",
    "Russian": "Serbian",
    "Russia": "Serbia",
    "American": "Canadian",
    "US ": "Canadian ",
    "Pentagon": "Bundeswehr",
    "Raytheon": "Saab",
}


def seed() -> str:
    return SEED.read_text("utf-8")


def inspected(folder: Path, text: str) -> Inspection:
    (folder / "article.txt").write_text(text, "utf-8")
    return inspect(folder / "article.txt", READERS, ANNOTATORS)


def headings(found: Inspection) -> list[str]:
    return [section.heading for section in found.sections if section.heading]


def own_lines(text: str) -> str:
    for heading in (TITLE, *OPENINGS):
        text = text.replace(f"{heading} ", f"{heading}\n")
    return text


def marked(text: str) -> str:
    for heading in OPENINGS:
        text = text.replace(f"\n{heading}\n", f"\n## {heading}\n")
    return text.replace(f"\n{TITLE}\n", f"\n# {TITLE}\n")


def test_the_seed_is_cut_where_a_reader_would_cut_it() -> None:
    found = inspect(SEED, READERS, ANNOTATORS)
    assert found.title == TITLE
    assert headings(found) == list(OPENINGS)
    assert all(s.paragraphs[0].text.startswith(OPENINGS[s.heading]) for s in found.sections if s.heading)
    assert len(found.takeaways) == 4
    assert sum(len(section.paragraphs) for section in found.sections) == 21


def test_no_character_of_the_seed_is_lost_or_invented() -> None:
    found = inspect(SEED, READERS, ANNOTATORS)
    parts = ["Key Takeaways", *(f"- {takeaway.text}" for takeaway in found.takeaways), found.title]
    for section in found.sections:
        parts += [section.heading or "", *(paragraph.text for paragraph in section.paragraphs)]
    assert " ".join(" ".join(parts).split()) == " ".join(seed().split())


@pytest.mark.parametrize(("takeaway", "right"), [(0, {1, 2}), (1, {3, 1, 5}), (2, {6, 8, 1, 7}), (3, {2, 7, 9, 1})])
def test_each_takeaway_of_the_seed_leads_to_a_paragraph_that_supports_it(takeaway: int, right: set[int]) -> None:
    evidence = inspect(SEED, READERS, ANNOTATORS).takeaways[takeaway].evidence
    assert int(evidence[0].paragraph.removeprefix("p")) in right


@pytest.mark.parametrize(
    ("name", "kind", "at_least"),
    [
        ("Volodymyr Zelensky", "person", 7),
        ("Donald Trump", "person", 5),
        ("NATO", "organization", 4),
        ("Ukraine", "place", 9),
        ("United States", "place", 8),
        ("Russia", "place", 2),
        ("NATO Summit", "event", 1),
        ("Raytheon", "organization", 1),
        ("Sloviansk", "place", 1),
        ("Patriot", "product", 2),
    ],
)
def test_who_and_what_the_seed_names(name: str, kind: str, at_least: int) -> None:
    (entity,) = [one for one in inspect(SEED, READERS, ANNOTATORS).entities if one.name == name]
    assert entity.type == kind
    assert len(entity.mentions) >= at_least


@pytest.mark.parametrize(
    "form",
    [
        own_lines,
        lambda text: own_lines(text).replace("\n", "\n\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("- ", "• "),
        lambda text: text.replace("Key Takeaways\n", "At a glance\n"),
        lambda text: text.partition("efforts.\n")[2],
        lambda text: marked(own_lines(text)),
    ],
    ids=["own lines", "blank lines", "CRLF", "BOM", "bullets", "label", "no takeaways", "Markdown marks"],
)
def test_other_forms_of_the_seed_have_the_same_headings(tmp_path: Path, form: object) -> None:
    assert callable(form)
    found = inspected(tmp_path, form(seed()))
    assert found.title == TITLE
    assert headings(found) == list(OPENINGS)


def test_hard_wrapped_lines_are_joined_to_paragraphs(tmp_path: Path) -> None:
    lines = own_lines(seed()).split("\n")
    found = inspected(tmp_path, "\n\n".join(textwrap.fill(line, 72) for line in lines))
    assert headings(found) == list(OPENINGS)
    assert sum(len(section.paragraphs) for section in found.sections) == 21


def test_one_long_line_keeps_its_words_and_most_of_its_headings(tmp_path: Path) -> None:
    label, _, rest = seed().partition("efforts.\n")
    found = inspected(tmp_path, f"{label}efforts.\n{rest.replace(chr(10), ' ')}")
    words = " ".join(f"{s.heading or ''} {' '.join(p.text for p in s.paragraphs)}" for s in found.sections)
    assert " ".join(f"{found.title} {words}".split()) == " ".join(rest.split())
    assert len(set(headings(found)) & set(OPENINGS)) >= 4


def test_other_people_and_places_are_cut_and_named_as_well(tmp_path: Path) -> None:
    text = seed()
    for name, other in ELSEWHERE.items():
        text = text.replace(name, other)
    found = inspected(tmp_path, text)
    names = {entity.name: entity.type for entity in found.entities}
    assert len(headings(found)) == len(OPENINGS)
    assert found.title == "Sandu Carney NATO Meeting Yields Defense Discussions"
    assert (names["Maia Sandu"], names["Mark Carney"], names["Moldova"]) == ("person", "person", "place")


def test_the_page_of_the_seed_with_its_style_and_scripts_has_60_kb_at_most() -> None:
    (page,) = (SEED.parent.parent / "site" / "undated").glob("*/index.html")
    loaded = re.findall(r'(?:src|href)="([^"]+\.(?:css|js))"', page.read_text("utf-8"))
    assert [re.sub(r".*/|\.[0-9a-f]{8}", "", name) for name in loaded] == ["scheme.js", "style.css", "script.js"]
    assert sum((page.parent / name).stat().st_size for name in ("index.html", *loaded)) < 60_000
