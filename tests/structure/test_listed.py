import pytest
from builders import a_source

from digest.model.article import Article
from digest.policy import without_text
from digest.readers.markdown import read

TEXT = "The harbour office said that ferries will run.\n\nVolunteers painted the pier."
POINTS = "- The pier is *blue*.\n- Ferries [run](https://example.org).\n"


def article(text: str) -> Article:
    return read(a_source(text, "a.md"))


def points(found: Article) -> list[str]:
    assert {takeaway.origin for takeaway in found.front_matter.takeaways} <= {"recovered"}
    return [takeaway.text for takeaway in found.front_matter.takeaways]


def paragraphs(found: Article) -> list[tuple[str, list[str]]]:
    return [(section.heading, [block.text for block in section.blocks]) for section in found.sections]


@pytest.mark.parametrize(
    "label",
    [
        "## Key Takeaways",
        "#### Key points:",
        "**Key takeaways:**",
        "Key takeaways:",
        "## 📌 Key takeaways",
        "At a glance\n-----------",
        "__Auf einen Blick__",
    ],
)
@pytest.mark.parametrize("header", ["", "---\ntitle: Ferries\n---\n\n", "# Ferries\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_under_a_label_is_the_takeaways_at_the_top_and_the_end(label: str, header: str, gap: str) -> None:
    for body in (f"{label}{gap}{POINTS}\n{TEXT}", f"{TEXT}\n\n{label}{gap}{POINTS}"):
        found = article(header + body)
        assert points(found) == ["The pier is blue.", "Ferries run."]
        assert paragraphs(found) == [("", TEXT.split("\n\n"))]
        assert [block.id for block in found.blocks] == ["p1", "p2"]


def test_the_notes_of_an_article_are_none_of_its_takeaways() -> None:
    found = article(f"{TEXT}\n\n## Key Takeaways\n\n- The pier is blue.[^1]\n\n[^1]: So says the office.\n")
    assert points(found) == ["The pier is blue."]
    assert [heading for heading, _ in paragraphs(found)] == [""]
    assert paragraphs(found)[0][1][-1].strip() == "So says the office."


def test_the_title_may_stand_below_the_takeaways() -> None:
    found = article(f"# Key takeaways\n\n{POINTS}\n# Ferries\n\n{TEXT}")
    assert (found.title, points(found)) == ("Ferries", ["The pier is blue.", "Ferries run."])


def test_inner_lists_numbers_and_markup_lose_no_word() -> None:
    listed = '1. One & "two".\n\n   Still one.\n   - Inner `<li>`.\n   - [Link](/x "<li>").\n2. Last.\n\n- Another list.\n'
    found = article(f"## Key points\n\n{listed}\n{TEXT}")
    assert points(found) == ['One & "two". Still one.', "Inner <li>.", "Link.", "Last.", "Another list."]


@pytest.mark.parametrize(
    "body",
    [
        f"## Key takeaways\n\n{TEXT}",  # a label without a list
        f"## Key takeaways\n\nSome words first.\n\n{POINTS}\n{TEXT}",
        f"## What ferries carry\n\n{POINTS}\n{TEXT}",  # a list without a label
        f"{TEXT}\n\n## Why it matters\n\n{POINTS}\n## More\n\nText.",  # a label that heads a section as well, within the text
        f"## Key takeaways\n\n{POINTS}",  # nothing else
    ],
)
def test_what_is_no_block_of_key_points_stays(body: str) -> None:
    assert points(article(f"---\ntitle: Ferries\n---\n{body}")) == []


@pytest.mark.parametrize("stated", ["takeaways: []", "sections: [Key takeaways]"])
def test_front_matter_decides(stated: str) -> None:
    found = article(f"---\ntitle: Ferries\n{stated}\n---\n## Key takeaways\n\n{POINTS}\n{TEXT}")
    assert (points(found), found.sections[0].heading, len(found.blocks)) == ([], "Key takeaways", 3)


def test_takeaways_of_front_matter_win_and_change_nothing_of_the_text() -> None:
    found = article(f"---\ntitle: Ferries\ntakeaways: [Mine.]\n---\n## Key takeaways\n\n{POINTS}\n{TEXT}")
    assert [(one.text, one.origin) for one in found.front_matter.takeaways] == [("Mine.", "author")]
    assert len(found.blocks) == 3


def test_a_label_of_key_points_counts_within_the_text_too() -> None:
    found = article(f"# Ferries\n\n## Why\n\n{TEXT}\n\n## Key takeaways\n\n{POINTS}\n## More\n\nText.")
    assert points(found) == ["The pier is blue.", "Ferries run."]
    assert [heading for heading, _ in paragraphs(found)] == ["Why", "More"]


def test_key_points_of_a_text_that_may_not_be_shown_are_not_shown() -> None:
    found = article(f"---\ntitle: Ferries\n---\n## Key takeaways\n\n{POINTS}\n{TEXT}")
    assert without_text(found).front_matter.takeaways == ()


@pytest.mark.parametrize(
    ("body", "lists"),
    [
        ("Intro.\n\n## Summary\n\n- Mix it.\n- ![chart of flour](https://example.org/flour.png) Look.\n\nClosing words.", 1),
        ("Pack light.\n\n## Essentials\n\n- Passport\n- Socks\n\n## Clothes\n\n- Shirt", 2),
        ("Pack light.\n\n## Summary\n\n- Passport\n- Socks\n\n## Clothes\n\n- Shirt", 2),
        ("# Highlights\n\n- The museum opened.\n- Ten rooms.\n\nThe museum has ten rooms.", 1),
        ("Intro.\n\n## Key points\n\n- One.\n\nClosing words under the label.\n\n### Deeper\n\nText.", 1),
        ("Intro.\n\n## Key points\n\n- One.\n\n### Deeper\n\nText.", 1),
    ],
)
def test_a_list_that_holds_more_or_heads_more_stays_where_it_is(body: str, lists: int) -> None:
    found = article(body)
    assert points(found) == []
    assert sum(block.kind == "list" for block in found.blocks) == lists
