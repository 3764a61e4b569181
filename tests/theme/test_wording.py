"""The words of the interface in the languages that we have, and in those that a project brings."""

import subprocess
import sys
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from digest.errors import ConfigError
from digest.theme.files import default_folder
from digest.theme.wording import wording

CATALOGUES = sorted(path.stem for path in (default_folder() / "locales").glob("*.po"))
NONE = Path("none")


def said(message: str, language: str, project: Path = NONE) -> str:
    return GNUTranslations(BytesIO(wording(language, project).catalogue)).gettext(message)


def a_catalogue(folder: Path, name: str, *messages: tuple[str, str]) -> Path:
    (folder / "locales").mkdir(exist_ok=True)
    entries = [f'msgid "{message}"\nmsgstr "{translation}"\n' for message, translation in messages]
    (folder / "locales" / f"{name}.po").write_text("\n".join(entries), "utf-8")
    return folder


@pytest.mark.parametrize("language", CATALOGUES)
def test_each_catalogue_of_ours_translates_every_message_that_it_lists(language: str) -> None:
    catalog = read_po(BytesIO((default_folder() / "locales" / f"{language}.po").read_bytes()), locale=language)
    texts = [(message.string,) if isinstance(message.string, str) else message.string for message in catalog if message.id]
    assert texts
    assert all(text and all(text) for text in texts)
    assert not [message.id for message in catalog if message.id and message.fuzzy]
    assert wording(language, NONE).language == language


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("ar", 1, "مقال واحد"),
        ("ar", 2, "مقالان"),
        ("ar", 3, "3 مقالات"),
        ("ar", 11, "11 مقالًا"),
        ("ar", 100, "100 مقال"),
        ("fr", 0, "0 article"),
        ("de", 2, "2 Artikel"),
    ],
)
def test_a_count_has_the_form_of_its_language(language: str, count: int, words: str) -> None:
    translations = GNUTranslations(BytesIO(wording(language, NONE).catalogue))
    assert translations.ngettext("%(num)s article", "%(num)s articles", count) % {"num": count} == words


@pytest.mark.parametrize(
    ("language", "speaks"),
    [("en", "en"), ("en-GB", "en-GB"), ("de", "de"), ("de-AT", "de-AT"), ("de_CH", "de-CH"), ("sv", "en"), ("zh-Hant-TW", "en")],
)
def test_the_interface_speaks_the_language_of_the_site_or_else_english(language: str, speaks: str) -> None:
    assert wording(language, NONE).language == speaks


def test_a_variety_of_a_language_has_the_words_of_the_language(tmp_path: Path) -> None:
    project = a_catalogue(a_catalogue(tmp_path, "pt", ("Today", "Hoje"), ("Next", "Seguinte")), "pt-BR", ("Next", "Próximo"))
    assert [said("Today", "pt-BR", project), said("Next", "pt-BR", project)] == ["Hoje", "Próximo"]
    assert [said("Next", "pt-PT", project), wording("pt-PT", project).language] == ["Seguinte", "pt-PT"]


def test_a_catalogue_of_the_projects_rewords_a_message_and_leaves_ours(tmp_path: Path) -> None:
    project = a_catalogue(tmp_path, "de", ("Today", "Lage"))
    assert [said("Today", "de", project), said("Next", "de", project)] == ["Lage", said("Next", "de")]


def test_english_can_be_reworded_too(tmp_path: Path) -> None:
    assert said("Key takeaways", "en-GB", a_catalogue(tmp_path, "en", ("Key takeaways", "In brief"))) == "In brief"


def test_a_message_without_a_translation_stays_english(tmp_path: Path) -> None:
    assert said("Today", "sv", a_catalogue(tmp_path, "sv", ("Next", "Nästa"), ("Today", ""))) == "Today"


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        ("By %(authors)s", "Av %(author)s", "“By %(authors)s”: %(author)s is not in the message; mend the translation"),
        ("Today", "100 % idag", "“Today”: a percent sign is written %%; mend the translation"),
        ("By %(authors)s", "Av %s", "“By %(authors)s”: a percent sign is written %%; mend the translation"),
    ],
)
def test_a_translation_that_no_page_could_show_is_refused_by_name(
    tmp_path: Path, message: str, translation: str, fault: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        wording("sv", a_catalogue(tmp_path, "sv", ("Next", "Nästa"), (message, translation)))
    assert str(caught.value) == f"templates/locales/sv.po:4: {fault}"


def test_a_catalogue_that_is_none_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "sv.po").write_text('msgid "a"\nTack\n', "utf-8")
    with pytest.raises(ConfigError, match=r"templates/locales/sv\.po:2: "):
        wording("sv", tmp_path)
    (tmp_path / "locales" / "sv.po").write_bytes(b'msgid "a"\nmsgstr "\xe9"\n')
    with pytest.raises(ConfigError, match=r"templates/locales/sv\.po: not UTF-8"):
        wording("sv", tmp_path)


def test_the_words_of_a_language_are_the_same_bytes_at_any_time(tmp_path: Path) -> None:
    project = a_catalogue(tmp_path, "sv", ("Next", "Nästa"))
    command = "from pathlib import Path; from digest.theme.wording import wording; import sys; "
    command += "sys.stdout.buffer.write(wording('sv', Path(sys.argv[1])).catalogue)"
    done = subprocess.run([sys.executable, "-c", command, str(project)], check=True, capture_output=True)
    assert done.stdout == wording("sv", project).catalogue
