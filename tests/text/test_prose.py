import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.text.commonmark import parsed
from digest.text.markdown import blocks
from digest.text.prose import prose

_LINES = st.one_of(
    st.sampled_from(
        ["", "The mayor spoke.", "# Bridges", "## The road", "===", "---", "1. One", "12) Two", "- a", "+ b", "2025. A year"]
    ),
    st.sampled_from(
        [":-:", "a | b", " indented", "trailing  ", "“Quoted” text", 'a "b" c', "don't", "»x«", "a\u00a0b", "\u3000a", "a\tb"]
    ),
    st.sampled_from(
        [
            "    code",
            "~~~",
            "#hash",
            "####### seven",
            "## ",
            "#",
            "x #",
            "## a ##",
            "a &amp; b",
            "a < b",
            "http://a.b",
            "a\\",
            "\f",
        ]
    ),
    st.text(alphabet="aB1.)(-+=:#!\"'“ \u2009\u2028\ufeff\u200b|é𝒳", max_size=8),
    st.text(max_size=6),
)
_TEXTS = st.lists(_LINES, max_size=7).map("\n".join)


@settings(max_examples=1_000, deadline=None)
@given(_TEXTS)
@example("a\n=\n\n:-\nb")
def test_plain_prose_is_read_as_the_parser_reads_it(text: str) -> None:
    if prose(text) is not None:
        assert list(blocks(text)) == list(parsed(text))


@pytest.mark.parametrize("text", ["", "The mayor spoke.\nShe left.\n\n## Bridges\nIt’s “open”: 12 of 30 — all!\n", "# A\n# B"])
def test_plain_prose_needs_no_parser(text: str) -> None:
    assert prose(text) is not None


@pytest.mark.parametrize(
    "text", ["*a*", "a\n---", "a\n===", "1. a", "- a", "    a", "a  \nb", "[a]: b", "a & b", "<b>", "a | b", "a\r\nb"]
)
def test_what_may_be_marked_up_goes_to_the_parser(text: str) -> None:
    assert prose(text) is None
