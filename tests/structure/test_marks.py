from digest.structure.lines import paragraphs
from digest.structure.marks import Marked, marked


def only(text: str) -> Marked:
    (found,) = marked(paragraphs(text))
    return found


def test_markdown_signs_make_a_heading() -> None:
    found = only("## The Vote ##")
    assert (found.rule, found.line.text, found.before, found.after) == ("markdown", "The Vote", "##", "##")


def test_a_bold_line_is_a_heading() -> None:
    assert (only("**The Vote**").rule, only("**The Vote**").line.text) == ("markdown", "The Vote")


def test_bold_words_in_a_line_make_no_heading() -> None:
    assert only("**The vote** was **close**").rule == ""


def test_a_hash_tag_is_no_heading() -> None:
    assert only("#vote was close").rule == ""


def test_a_line_drawn_under_another_makes_it_a_heading() -> None:
    found = only("The Vote\n--------")
    assert (found.rule, found.line.text, found.after) == ("underlined", "The Vote", "--------")


def test_a_line_with_nothing_above_it_underlines_nothing() -> None:
    assert [line.rule for line in marked(paragraphs("---\n\nThe vote was close."))] == ["", ""]
