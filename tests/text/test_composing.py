from unicodedata import is_normalized, normalize

import pytest

from digest.text.composing import composed
from digest.text.html import data_block

ACUTE, STRUCK, KELVIN = "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING LONG SOLIDUS OVERLAY}", "\N{KELVIN SIGN}"


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>Cafe</p>", "<p>Cafe</p>"),
        (f'<p title="Re{ACUTE}">Cafe{ACUTE} at 3 {KELVIN}</p>', '<p title="Ré">Café at 3 K</p>'),
        (f"<p>3 &lt;{STRUCK} 2 &gt;{STRUCK} 4 ={STRUCK} 5</p>", "<p>3 ≮ 2 ≯ 4 ≠ 5</p>"),
    ],
)
def test_letters_of_texts_and_attributes_are_composed(markup: str, shown: str) -> None:
    assert composed(markup) == shown
    assert is_normalized("NFC", composed(markup))


def test_what_follows_a_tag_never_changes_the_tag() -> None:
    markup = f'<p class="a">{STRUCK} onclick=alert(1)</p>{STRUCK}<br>{STRUCK}'
    assert composed(markup) == markup


def test_an_address_leads_where_it_led() -> None:
    markup = f'<a class="x" href="https://example.org/re{ACUTE}?q=%20&amp;k={KELVIN}#a">Re{ACUTE}</a> <a href="/ü">ü</a>'
    assert composed(markup) == (
        '<a class="x" href="https://example.org/re%CC%81?q=%20&amp;k=%E2%84%AA#a">Ré</a> <a href="/ü">ü</a>'
    )


def test_data_in_a_page_stays_as_it_is() -> None:
    block = data_block({"title": f"Cafe{ACUTE} <b>"})
    assert block == composed(block) == normalize("NFC", block) == r'{"title":"Cafe\u0301 \u003cb\u003e"}'
