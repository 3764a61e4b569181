import json
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from builders import attempted
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest import config
from digest.config import configured
from digest.errors import ConfigError
from digest.model.site import Feeds


def refusal(folder: Path, text: str | bytes) -> str:
    (folder / "digest.yaml").write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(ConfigError) as caught:
        configured(None, folder)
    return str(caught.value)


def test_without_a_file_everything_has_its_usual_place(tmp_path: Path) -> None:
    config = configured(None, tmp_path)
    assert (config.content, config.templates, config.output) == tuple(tmp_path / name for name in ("seeds", "templates", "site"))
    assert (config.title, config.base_url, config.language) == ("The Briefing", "", "en")


def test_paths_of_a_file_stand_beside_it_and_those_of_the_command_line_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "other.yaml").write_text("content: articles\ntitle: 2025", "utf-8")
    config = configured(Path("project/other.yaml"), tmp_path, output=Path("public"))
    assert (config.content, config.output) == (tmp_path / "project" / "articles", tmp_path / "public")
    assert config.title == "2025"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x", "digest.yaml:1:1: unknown key 'titel'; did you mean 'title'?"),
        ("title: x\ncolour: red", "digest.yaml:2:1: unknown key 'colour'; known keys: title, base_url"),
        (
            "policy:\n  full_text_licenses: [x]",
            "digest.yaml:2:3: unknown key 'full_text_licenses'; did you mean 'full_text_licences'?",
        ),
        ("menu:\n- {label: A, link: /}", "digest.yaml:2:14: unknown key 'link'; known keys: label, url"),
        ("menu: [{label: A}]", "digest.yaml:1:8: menu.1: the key 'url' is missing; add 'url: …'"),
        ("menu: [{label: A, url: //x}]", "digest.yaml:1:19: menu.1.url: '//x' is no address; write a page of the site"),
        ("menu: [{label: A, url: 'javascript:x'}]", "digest.yaml:1:19: menu.1.url: 'javascript:x' is no address"),
        ("check: {no-dat: off}", "digest.yaml:1:9: check: there is no rule 'no-dat'; did you mean 'no-date'?"),
        ("check: {no-date: maybe}", "digest.yaml:1:9: check.no-date: 'maybe' is no severity; write one of error, warning"),
        ("time_limit: 0", "digest.yaml:1:1: time_limit 0 is no time; write how many seconds one article may take"),
        ("time_limit: soon", "digest.yaml:1:1: time_limit: a number is expected here, not text; write it like 10"),
        ("title: [x]", "digest.yaml:1:1: title: text is expected here, not a list"),
        ("title: a: b", "digest.yaml:1:9: not YAML: mapping values are not allowed in this context; put text with ':'"),
        ("- title", "digest.yaml:1:1: not a list of 'key: value' lines"),
        (b"title: \xe9t\xe9", "digest.yaml: not UTF-8 text; save the file as UTF-8"),
        ("feeds: full", "digest.yaml:1:1: feeds: 'full' is not known; write off, or {content: summary, limit: 20}"),
        ("feeds: {limit: 0}", "digest.yaml:1:9: feeds.limit: 0 articles make no feed; write a number from 1, or feeds: off"),
        (
            "feeds: {entities: -1}",
            "digest.yaml:1:9: feeds.entities: -1 is no number of names; write how many may have feeds, or 0 for none",
        ),
        ("feeds:\n  content: some", "digest.yaml:2:3: feeds.content: 'some' is not known; write one of full, summary"),
        ("names: decared", "digest.yaml:1:1: names: 'decared' is not known; did you mean 'declared'?"),
        ("check: {no-date: of}", "digest.yaml:1:9: check.no-date: 'of' is no severity; did you mean 'off'?"),
        (
            "policy: {full_text_licences: x}",
            "digest.yaml:1:10: policy.full_text_licences: a list is expected here, not text; write [",
        ),
        ("language: klingon", "digest.yaml:1:1: language 'klingon' is not known; write a code such as en"),
        ("language: ''", "digest.yaml:1:1: language '' is not known"),
        ("timezone: Europe/Berln", "digest.yaml:1:1: timezone 'Europe/Berln' is not known; did you mean 'Europe/Berlin'?"),
        ("timezone: ../../etc/passwd", "digest.yaml:1:1: timezone '../../etc/passwd' is not known; write it like Europe/Berlin"),
        ("templates: theme", "digest.yaml:1:1: there is no templates folder 'theme'; make it, or leave the key out"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_mend(tmp_path: Path, text: str | bytes, message: str) -> None:
    assert refusal(tmp_path, text).startswith(message)


def test_names_are_found_unless_they_are_to_be_declared(tmp_path: Path) -> None:
    assert configured(None, tmp_path).names == "found"
    assert refusal(tmp_path, "names: guessed\n").startswith("digest.yaml:1:1: names: ")
    (tmp_path / "digest.yaml").write_text("names: declared\n", "utf-8")
    assert configured(None, tmp_path).names == "declared"


def test_feeds_hold_whole_articles_unless_told_otherwise_and_can_be_switched_off(tmp_path: Path) -> None:
    assert configured(None, tmp_path).feeds == Feeds(content="full", limit=20, entities=500, entity_content="summary")
    (tmp_path / "digest.yaml").write_text("feeds: {content: summary, limit: 5, entities: 0, entity_content: full}", "utf-8")
    assert configured(None, tmp_path).feeds == Feeds(content="summary", limit=5, entities=0, entity_content="full")
    (tmp_path / "digest.yaml").write_text("feeds: off", "utf-8")
    assert configured(None, tmp_path).feeds is None


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "pt_BR", "zh-Hans", "no"])
def test_every_language_that_dates_can_be_written_in_is_known(tmp_path: Path, language: str) -> None:
    (tmp_path / "digest.yaml").write_text(f"language: {language}", "utf-8")
    assert configured(None, tmp_path).language == language.replace("_", "-")


@pytest.mark.parametrize(
    "address",
    [
        "example.org",
        "ftp://example.org",
        "//example.org",
        "/news/",
        "https://",
        "javascript:x",
        "http://[",
        "https://a/?b",
        "https://a/#b",
    ],
)
def test_a_base_url_that_is_no_web_address_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(ConfigError, match="is no web address"):
        configured(None, tmp_path, base_url=address)


@pytest.mark.parametrize("path", ["a/../b/", "./a", "a//b", "a%2Fb/", "a%5cb", "%2e%2e/a", "50%/", "%ff/", "a[1]/"])
def test_a_base_url_that_programs_read_in_two_ways_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ConfigError, match="can be read in two ways"):
        configured(None, tmp_path, base_url=f"https://example.org/{path}")


@pytest.mark.parametrize("address", ["https://example.org/news", "https://example.org/news/", "https://example.org/news//"])
def test_a_base_url_ends_in_one_slash(tmp_path: Path, address: str) -> None:
    assert configured(None, tmp_path, base_url=address).base_url == "https://example.org/news/"


def test_an_option_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    (tmp_path / "digest.yaml").write_text("base_url: https://example.org/", "utf-8")
    with pytest.raises(ConfigError) as caught:
        configured(None, tmp_path, base_url="example.org")
    assert (caught.value.path, caught.value.line) == ("", 0)


def test_time_zone_authors_and_menu_are_read(tmp_path: Path) -> None:
    menu = "menu: [{label: Names, url: /entities/}, {label: Us, url: https://example.org}]"
    (tmp_path / "digest.yaml").write_text(f"timezone: Asia/Tokyo\nauthors: Ann  Lee\n{menu}\n", "utf-8")
    config = configured(None, tmp_path)
    assert (config.timezone, config.authors) == (ZoneInfo("Asia/Tokyo"), ("Ann Lee",))
    assert [(entry.label, entry.permalink) for entry in config.menu] == [("Names", "/entities/"), ("Us", "https://example.org")]


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such configuration file"):
        configured(tmp_path / "none.yaml", tmp_path)


@pytest.mark.parametrize("written", ["output: seeds\n", "output: seeds/site\n", "content: .\n", "output: templates\n"])
def test_an_output_folder_that_overlaps_what_is_read_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "digest.yaml").write_text(written, "utf-8")
    with pytest.raises(ConfigError, match="overlap"):
        configured(None, tmp_path)


@pytest.mark.parametrize("written", ["templates: seeds\n", "content: templates\n", "{content: a, templates: ./a/}\n"])
def test_articles_and_templates_in_one_folder_are_refused(tmp_path: Path, written: str) -> None:
    for name in ("seeds", "templates", "a"):
        (tmp_path / name).mkdir()
    assert "digest.yaml:1:" in refusal(tmp_path, written)


WORDS = st.text(max_size=9)
VALUES = st.none() | st.booleans() | st.floats() | WORDS | st.lists(WORDS, max_size=3) | st.dictionaries(WORDS, WORDS, max_size=3)
KEYS = st.sampled_from([field.name for field in msgspec.structs.fields(config.Form)]) | st.text()


@given(st.text() | st.dictionaries(KEYS, VALUES, max_size=4).map(json.dumps))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_configuration_is_read_or_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "digest.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    found = attempted(lambda: configured(None, tmp_path), ConfigError)
    assert not isinstance(found, ConfigError) or "\n" not in found.message


@pytest.mark.parametrize("word", ["off", "no", "false"])
def test_feeds_and_search_are_switched_off_by_the_same_words(tmp_path: Path, word: str) -> None:
    (tmp_path / "digest.yaml").write_text(f"feeds: {word}\nsearch: {word}\n", "utf-8")
    config = configured(None, tmp_path)
    assert (config.feeds, config.search) == (None, False)
