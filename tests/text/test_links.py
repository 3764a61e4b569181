import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.links import linkable


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        (" HTTP://example.org:8000 ", "HTTP://example.org:8000"),
        ("https://münchen.de/straße", "https://münchen.de/stra%C3%9Fe"),
        ('https://a.test/<b> "[x]" 100% #a#b\\', "https://a.test/%3Cb%3E%20%22%5Bx%5D%22%20100%25%20#a%23b%5C"),
        ("https://127.0.0.1:80/a", "https://127.0.0.1:80/a"),
        ("mailto:ana@example.org?subject=a b", "mailto:ana@example.org?subject=a%20b"),
    ],
)
def test_what_an_address_may_not_hold_is_escaped(address: str, written: str) -> None:
    assert linkable(address) == written


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.md",
        "/a",
        "//a.test",
        "#a",
        "javascript:x",
        "data:,x",
        "https:a",
        "https://",
        "https://a.test@evil.test/",
        "https://[",
        "mailto:a",
        "https://0x7f.1/",
        "https://2130706433",
        "https://127.0.0.01/",
        "https://a.test.9",
    ],
)
def test_what_leads_nowhere_or_elsewhere_is_no_address(address: str) -> None:
    assert linkable(address) == ""


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_address_that_is_written_well_stays_as_it_is(rest: str) -> None:
    written = linkable(f"https://a.test/{rest}")
    assert linkable(written) == written != ""
