from datetime import date

import pytest
from builders import a_site

from digest import filters
from digest.errors import ConfigError
from digest.model.site import Asset


def test_links_are_relative_but_on_the_404_page_which_stands_anywhere() -> None:
    site = a_site(base_url="https://example.org/news/")
    assert filters.relative("/entities/", "/2025/07/x/", site) == "../../../entities/index.html"
    assert filters.relative("/entities/", "/404.html", site) == "/news/entities/"
    assert filters.relative("/entities/", "/404.html", a_site()) == "/entities/"
    assert filters.relative("https://example.com/", "/404.html", site) == "https://example.com/"


def test_a_static_file_has_its_address_or_is_missed_by_name() -> None:
    site = a_site(assets=[Asset(name="style.css", permalink="/assets/style.123.css", content=b"")])
    assert filters.asset("style.css", site) == "/assets/style.123.css"
    with pytest.raises(ConfigError, match=r"the theme has no file 'static/styel\.css'"):
        filters.asset("styel.css", site)


@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "en_US"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("de", "de_DE"), ("ar", "ar_EG"), ("qqq", "qqq"), ("", "")],
)
def test_a_language_is_named_with_a_country_as_open_graph_wants_it(language: str, named: str) -> None:
    assert filters.og_locale(language) == named


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "July 10, 2025"), ("en-GB", "10 July 2025"), ("de", "10. Juli 2025"), ("pt-BR", "10 de julho de 2025")],
)
def test_dates_are_written_in_the_manner_of_the_language(language: str, words: str) -> None:
    assert filters.long_date(date(2025, 7, 10), language) == words
    assert filters.full_date(date(2025, 7, 10), language).endswith(words)


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("HE", "rtl"),
        ("ks_IN", "rtl"),
        ("az-Latn", "ltr"),
        ("ur-Latn", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_has_its_direction(language: str, direction: str) -> None:
    assert filters.direction(language) == direction


@pytest.mark.parametrize(
    ("language", "written"), [("en", "12,345"), ("de", "12.345"), ("fr", "12\u202f345"), ("en-IN", "12,345")]
)
def test_numbers_are_written_in_the_manner_of_the_language(language: str, written: str) -> None:
    assert filters.number(12_345, language) == written


def test_shares_are_written_in_the_manner_of_the_language() -> None:
    assert [filters.percent(0.974, language) for language in ("en", "de")] == ["97%", "97\xa0%"]


def test_names_are_joined_as_a_sentence_of_the_language_does() -> None:
    assert filters.listed(("Ann", "Bo", "Cy"), "en-GB") == "Ann, Bo and Cy"
    assert [filters.listed(names, "de") for names in ((), ("Ann",), ("Ann", "Bo"))] == ["", "Ann", "Ann und Bo"]
