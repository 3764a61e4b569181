"""A site whose words and articles are in several languages: each part says in which it is, and which way it runs."""

import re
from pathlib import Path

import pytest
from builders import a_mixed_site

PATHS = {"home": "index.html", "harbour": "2025/07/harbour/index.html", "ferry": "2025/07/ferry/index.html"}
PATHS |= {"corrections": "corrections/index.html", "entity": "entities/siemens-mobility/index.html"}


def pages(folder: Path, language: str) -> dict[str, str]:
    """Build a site of a language with articles in three, and return pages of it by name."""
    site = a_mixed_site(folder, language)
    return {name: (site / path).read_text("utf-8") for name, path in PATHS.items()}


@pytest.mark.parametrize(
    ("language", "root"),
    [
        ("en", '<html lang="en" dir="ltr">'),
        ("de-AT", '<html lang="de-AT" dir="ltr">'),
        ("ar", '<html lang="ar" dir="rtl">'),
        ("sv", '<html lang="en" dir="ltr">'),
    ],
)
def test_a_page_says_in_which_language_its_own_words_are(tmp_path: Path, language: str, root: str) -> None:
    assert all(root in page for page in pages(tmp_path, language).values())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_stands_in_an_article_says_in_which_language_on_every_page(tmp_path: Path, language: str) -> None:
    made = pages(tmp_path, language)
    for page in (made["home"], made["corrections"]):
        for code, title in (("ar", "المرفأ يفتح أبوابه"), ("en", "Ferries return")):
            assert re.search(rf'<h2 lang="{code}"><a [^>]*>{title}</a></h2>', page)
    assert '<p lang="ar">صُحّح الاسم.</p>' in made["corrections"]
    assert '<article class="article" dir="rtl">' in made["harbour"]
    assert '<div class="text" lang="ar" ' in made["harbour"]
    assert '<article class="article" dir="ltr">' in made["ferry"]
    assert '<span lang="en">The day was wrong.</span>' in made["ferry"]
    assert set(re.findall(r'<ul class="quotes" lang="(\w+)">', made["entity"])) == {"ar", "en", "de"}


def test_the_words_of_the_interface_are_those_of_the_site_beside_an_article_in_another(tmp_path: Path) -> None:
    made = pages(tmp_path, "ar")["ferry"]
    assert "أبرز النقاط" in made
    assert "Key takeaways" not in made
    assert "للتحقق: «<bdi>Nine</bdi>» غير موجود في النص" in made
    assert '<time datetime="2025-07-10">10 يوليو 2025</time>' in made


def test_a_site_in_a_language_without_words_of_its_own_has_english_words_and_dates(tmp_path: Path) -> None:
    made = pages(tmp_path, "sv")["ferry"]
    assert "Key takeaways" in made
    assert "July 10, 2025" in made


def test_the_menu_speaks_the_language_of_the_site(tmp_path: Path) -> None:
    assert ">Personen &amp; Orte</a>" in pages(tmp_path, "de")["home"]
