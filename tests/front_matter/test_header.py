import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from builders import attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import SourceError
from digest.front_matter.header import Header, parsed
from digest.model.article import EvidenceLink, FrontMatter, Publication

KEYS = st.sampled_from("title date tags takeaways source entities draft sections authors slug foo published".split())
VALUES = st.sampled_from(
    ["", " x", " [a, b]", " {a: b}", " 2025-13-45", "\n  - x", "\n  - {text: y}", " 'a", " &a b", " *a", " 1e9"]
)
LINES = st.one_of(st.builds("{}:{}".format, KEYS, VALUES), st.text(max_size=8), st.just("---"))
FILES = st.lists(LINES, max_size=8).map(lambda lines: "\n".join(["---", *lines]))


def header(yaml: str) -> Header:
    return parsed(f"---\n{yaml}\n---\nText.\n", "a.md")


def front_matter(yaml: str) -> FrontMatter:
    return header(yaml).front_matter


def refusal(yaml: str) -> str:
    with pytest.raises(SourceError) as caught:
        header(yaml)
    return str(caught.value)


@pytest.mark.parametrize("key", ["authors", "tags", "keywords", "sections", "aliases", "takeaways"])
def test_a_list_of_more_than_1000_entries_is_refused_with_its_line(key: str) -> None:
    entries = [f"/a{number}/" for number in range(1_001)]
    assert header(f"{key}: {json.dumps(entries[1:])}")
    assert "more than 1000 entries; keep those that matter" in (told := refusal(f"title: x\n{key}: {json.dumps(entries)}"))
    assert told.startswith("a.md:3: ")


@given(st.one_of(st.text(), FILES))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_header_or_an_error_with_file_and_line(text: str) -> None:
    found = attempted(lambda: parsed(text, "a.md"), SourceError)
    if isinstance(found, SourceError):
        assert found.path == "a.md"
        assert 1 <= found.line <= 2 + text.count("\n")
    else:
        assert text.endswith(found.body)
        assert found.body_line == 1 + text.count("\n", 0, len(text) - len(found.body))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Text.",
        "\n---\ntitle: x\n---\n",
        "----\nBREAKING\n----\nText.",
        "-- x",
        "--- title: x\n---\n",
    ],
)
def test_a_text_without_front_matter_is_all_body(text: str) -> None:
    assert parsed(text, "a.md") == Header(front_matter=FrontMatter(), body=text, body_line=1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("+++\ntitle = 'x'\ndate = soon\n+++\n", "a.md:3: not TOML: Invalid value; put text in quotes"),
        ('{\n "title": "x",\n}\n', "a.md:3: not JSON: "),
        ('{\n "title": "x",\n "date": "soon"\n}\n', "a.md:3: date: 'soon' is no date"),
        ("+++\n[extra]\nmath = true\n[taxonomies]\ntags = [1, []]\n+++\n", "a.md:5: tags.2: text is expected here, not a list"),
        ("+++\n[[takeaways]]\ntext = 'x'\n[[takeaways]]\ntext = 'y'\norigin = 'me'\n+++\n", "a.md:6: takeaways.2.origin: 'me'"),
        (
            "+++\ntitle = 'x'\n",
            "a.md:1: the front matter that begins here has no end; end the front matter with a line '\\+\\+\\+'",
        ),
        ("Title: x\nDate: soon\n\nText.", "a.md:2: date: 'soon' is no date"),
        ("---\ntitle: x\nlanguage: xx-bogus\n---\n", "a.md:3: language: 'xx-bogus' is not known"),
    ],
)
def test_a_header_that_would_be_misread_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        parsed(text, "a.md")


@pytest.mark.parametrize("text", ["---", "---\n", "---\ntitle: x\n", "---\ntitle: x\n...\nText.", "---\ntitle: x\n----\n"])
def test_front_matter_without_an_end_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="has no end"):
        parsed(text, "a.md")


def test_the_body_knows_the_line_on_which_it_begins() -> None:
    found = parsed("---  \ntitle: x\nsummary: |\n  one\n  ---\n  two\n---\n\nText.\n---\nMore.", "a.md")
    assert (found.front_matter.title, found.front_matter.summary) == ("x", "one --- two")
    assert (found.body, found.body_line) == ("\nText.\n---\nMore.", 8)


@pytest.mark.parametrize(
    ("written", "title"), [("2025", "2025"), ("1.10", "1.10"), ("no", "no"), ("12:30:45", "12:30:45"), ("9" * 5000, "9" * 5000)]
)
def test_a_title_is_what_is_written_also_when_yaml_means_something_else(written: str, title: str) -> None:
    assert front_matter(f"title: {written}").title == title


@pytest.mark.parametrize(
    "key", ["title", "tags", "date", "takeaways", "source", "entities", "draft", "published", "sections", "authors"]
)
@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_a_key_without_a_value_is_as_if_it_were_absent(key: str, nothing: str) -> None:
    assert header(f"{key}:{nothing}") == header("# nothing")


def test_entries_without_a_value_are_left_out_of_lists() -> None:
    found = front_matter("tags: [a, ~, '']\nsections: [~]\ntakeaways: ['', {text: ' '}, first]\nsource: {name: , url: }")
    assert (found.tags, found.sections, found.source) == (("a",), (), Publication())
    assert [(takeaway.id, takeaway.text) for takeaway in found.takeaways] == [("t1", "first")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-07-10", date(2025, 7, 10)),
        ("20250710", date(2025, 7, 10)),
        ("2025-07-10T09:30:00Z", datetime(2025, 7, 10, 9, 30, tzinfo=UTC)),
        ("2025-07-10 09:30:00 +0200", datetime(2025, 7, 10, 9, 30, tzinfo=timezone(timedelta(hours=2)))),
    ],
)
def test_dates_are_read_as_hugo_and_jekyll_write_them(written: str, expected: date) -> None:
    assert front_matter(f"date: {written}").date == expected


@pytest.mark.parametrize("key", ["date", "updated", "lastmod"])
@pytest.mark.parametrize("written", ["2025-13-45", "2025-02-30", "soon", "2025", "10/07/2025", "0000-01-01"])
def test_a_date_that_is_none_is_named_with_its_line(key: str, written: str) -> None:
    ours = "updated" if key == "lastmod" else key
    assert refusal(f"title: x\n{key}: {written}").startswith(f"a.md:3: {ours}: '{written}' is no date; write 2025-07-10 or")


def test_the_dates_of_a_source_are_read_and_named_too() -> None:
    assert front_matter("source: {name: X, published: 2025-07-10}").source.published == date(2025, 7, 10)
    assert "a.md:4: source.retrieved: 'soon' is no date" in refusal("source:\n  name: X\n  retrieved: soon")


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("tags: {a: b}", "a.md:2: tags: text or a list is expected here, not a row of 'key: value'"),
        ("tags:\n  - a\n  - [b]", "a.md:4: tags.2: text is expected here, not a list"),
        ("title: [a]", "a.md:2: title: text is expected here, not a list"),
        ("takeaways: one", "a.md:2: takeaways: a list is expected here, not text"),
        ("takeaways:\n- text: a\n  evidence: p1", "a.md:4: takeaways.1.evidence: a list is expected here, not text"),
        ("entities: {name: Oslo}", "a.md:2: entities: text or a list is expected here, not a row of 'key: value'"),
        ("entities:\n- {name: A, type: persn}", "a.md:3: entities.1.type: 'persn' is no type; write one of person, organization"),
        ("draft: maybe", "a.md:2: draft: 'maybe' is neither true nor false; write true or false"),
        ("- title", "a.md:2: not a list of 'key: value' lines; write one key and its value a line"),
        ("just text", "a.md:2: not a list of 'key: value' lines"),
        ("title: a: b", "a.md:2: not YAML: mapping values are not allowed"),
        ("title: a\ntitle: b", "a.md:3: the key 'title' stands twice; keep one of them"),
        ("x: &a 1\ny: *a", "a.md:3: aliases (*name) are not accepted; write the value out"),
        ("[a]: b", "a.md:2: a key must be a word"),
        ("title: \0", "a.md:2: a character that YAML does not allow, U+0000; delete it"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_mend(yaml: str, message: str) -> None:
    assert refusal(yaml).startswith(message)


@pytest.mark.parametrize(
    ("written", "draft"), [("true", True), ("yes", True), ("On", True), ("'true'", True), ("false", False), ("no", False)]
)
def test_a_draft_is_one_however_yes_is_spelled(written: str, *, draft: bool) -> None:
    assert front_matter(f"draft: {written}").draft == draft
    assert front_matter(f"published: {written}").draft != draft


def test_keys_of_other_generators_are_understood_whatever_their_case() -> None:
    found = front_matter("Title: x\nlastmod: 2025-07-10\nAuthor: Ann, Bob\nTags: a, b\ndescription: s\nlang: de\nlicense: CC0")
    assert (found.title, found.updated, found.authors, found.tags) == ("x", date(2025, 7, 10), ("Ann", "Bob"), ("a", "b"))
    assert (found.summary, found.language, found.source.licence) == ("s", "de", "CC0")


def test_our_own_key_wins_over_a_synonym_and_the_first_synonym_over_the_next() -> None:
    found = front_matter("description: theirs\nsummary: ours\nlastmod: 2025-07-10\nmodified: 2025-07-11")
    assert (found.summary, found.updated) == ("ours", date(2025, 7, 10))
    assert found.extra == {"description": "theirs", "modified": "2025-07-11"}


def test_a_text_that_a_comma_cuts_is_a_warning() -> None:
    found = header("title: x\ntakeaways:\n  - {text: The harbour, the quay and the port reopened, evidence: [p1]}")
    assert [str(problem) for problem in found.problems] == [
        "a.md:4: 'the quay and the port reopened' was taken for a key: a comma inside braces ends a text; put the text in quotes"
    ]


def test_a_key_a_letter_away_is_a_warning_and_others_pass_as_extra_with_their_types() -> None:
    found = header("title: x\ntakaways: [a]\nmath: true\nweight: 3\n1: one")
    assert [str(problem) for problem in found.problems] == ["a.md:3: unknown key 'takaways'; did you mean 'takeaways'?"]
    assert found.front_matter.extra == {"takaways": ["a"], "math": True, "weight": 3, "1": "one"}


def test_takeaways_may_name_their_evidence() -> None:
    plain, cited = front_matter("takeaways:\n- One  thing.\n- text: Another.\n  evidence: [p2, p7]").takeaways
    assert (plain.id, plain.text, plain.evidence) == ("t1", "One thing.", ())
    assert cited.evidence == (EvidenceLink(paragraph="p2", score=1.0), EvidenceLink(paragraph="p7", score=1.0))


def test_entities_have_a_key_made_from_their_name() -> None:
    (entity,) = front_matter("entities: [{name: Zürich, type: Place, aliases: [ZRH, ~]}]").entities
    assert (entity.key, entity.name, entity.type, entity.aliases) == ("zurich", "Zürich", "place", ("ZRH",))


@pytest.mark.parametrize("written", ["entities: [Anders Ministry, {name: Oslo}]", "entities: Anders Ministry, Oslo"])
def test_an_entity_may_be_a_name_alone_which_tells_its_type(written: str) -> None:
    found = [(entity.key, entity.name, entity.type) for entity in front_matter(written).entities]
    assert found == [("anders-ministry", "Anders Ministry", "organization"), ("oslo", "Oslo", "place")]


def test_corrections_are_one_or_several_with_or_without_a_day_and_update_the_article() -> None:
    text = "---\nupdated: 2025-07-01\ncorrection:\n- First.\n- {text: Second., date: 2025-07-12}\n---\n"
    found = parsed(text, "a.md").front_matter
    assert [(one.text, one.date) for one in found.corrections] == [("Second.", date(2025, 7, 12)), ("First.", None)]
    assert found.updated == date(2025, 7, 12)
    assert [one.text for one in parsed("---\ncorrection: Only.\n---\n", "a.md").front_matter.corrections] == ["Only."]


def test_a_correction_of_before_the_article_was_published_does_not_update_it() -> None:
    found = parsed("---\ndate: 2025-07-11\ncorrection: {text: x, date: 2025-07-01}\n---\n", "a.md").front_matter
    assert found.updated is None


def test_a_correction_with_a_date_that_is_none_is_named_with_its_own_line() -> None:
    with pytest.raises(SourceError) as caught:
        parsed("---\ncorrection:\n- {text: x, date: 2025-07-01}\n- {text: y, date: soon}\n---\n", "a.md")
    assert caught.value.line == 4


def test_what_is_stated_of_a_takeaway_is_kept() -> None:
    text = "---\nreviewed_by: A\ntakeaways:\n- {text: x, quote: y  z, origin: recovered}\n- {text: v, reviewed_by: B}\n---\n"
    first, second = parsed(text, "a.md").front_matter.takeaways
    assert (first.quote, first.origin, first.reviewed_by) == ("y z", "recovered", "A")
    assert (second.quote, second.origin, second.reviewed_by) == ("", "author", "B")


def test_an_empty_list_of_takeaways_asks_for_none() -> None:
    assert not parsed("---\ntakeaways: []\n---\n", "a.md").front_matter.extract
    assert parsed("---\ntitle: x\n---\n", "a.md").front_matter.extract


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("status: gone", "a.md:2: status: 'gone' is no status; write 'retracted', or leave the key out"),
        ("takeaways:\n- {text: x, origin: me}", "a.md:3: takeaways.1.origin: 'me' is no origin; write one of author"),
        ("correction: {text: x, date: soon}", "a.md:2: correction: 'soon' is no date"),
    ],
)
def test_a_status_an_origin_or_a_day_that_is_none_is_refused(matter: str, message: str) -> None:
    refused = attempted(lambda: parsed(f"---\n{matter}\n---\n", "a.md"), SourceError)
    assert str(refused).startswith(message)


SAME = FrontMatter(
    title="A “bridge” 世界",
    date=date(2025, 7, 10),
    authors=("Ann", "Bob"),
    tags=("a", "b"),
    aliases=("/old/bridge/",),
    draft=True,
)


HUGO = """---
title: A “bridge” 世界
date: 2025-07-10
author: [Ann, Bob]
tags: [a, b]
aliases: [/old/bridge]
draft: true
---
"""
ZOLA = """+++
title = 'A “bridge” 世界'
date = 2025-07-10
aliases = ['/old/bridge/']
draft = true
[taxonomies]
tags = ['a', 'b']
[extra]
authors = ['Ann', 'Bob']
+++
"""
JSON = r"""{
	"title": "A “bridge” \u4e16\u754c", "date": "2025-07-10",
	"authors": ["Ann", "Bob"], "tags": ["a", "b"],
	"aliases": ["\/old\/bridge"], "draft": true
}
"""
PELICAN = """Title: A “bridge” 世界
Date: 2025-07-10
Author: Ann, Bob
Tags: a,
    b
Aliases: /old/bridge/
Status: draft

"""
OBSIDIAN = """---
title: A “bridge” 世界
date: 2025-07-10
author: Ann, Bob
tags: ['#a', b]
permalink: /old/bridge
publish: false
---
"""


def test_a_table_gives_way_to_one_that_stands_above_it_and_mistakes_have_their_lines() -> None:
    text = "---\ntaxonomies: {tags: [a], extra: {title: B}}\nextra: {x: 1}\nTakaways: [x]\n---\n"
    header = parsed(text, "a.md")
    assert (header.front_matter.title, header.front_matter.tags, header.front_matter.extra["x"]) == ("", ("a",), 1)
    assert [problem.line for problem in header.problems] == [4]


@pytest.mark.parametrize("text", [HUGO, ZOLA, JSON, PELICAN, OBSIDIAN], ids=["Hugo", "Zola", "JSON", "Pelican", "Obsidian"])
def test_the_headers_of_other_generators_say_the_same(text: str) -> None:
    found = parsed(f"{text}Text.\n", "a.md")
    assert (found.body, found.body_line) == ("Text.\n", 1 + text.count("\n"))
    assert replace(found.front_matter, extra={}) == SAME


def test_characters_in_two_halves_and_slashes_of_json_are_read() -> None:
    text = '{"title": "\\ud83c\\udf09 \\"a\\/b\\" \\\\/", "n": 1.50}\nText.'
    assert parsed(text, "a.md").front_matter.title == '🌉 "a/b" \\/'


@pytest.mark.parametrize(
    "text", ["{Update} The bridge", '{ "Quoted" words }', "Title: x\nDate: 2025-07-10\n\nText.", "Titled: x\n\ny"]
)
def test_flat_text_that_looks_like_a_header_of_another_kind_is_all_body(text: str) -> None:
    assert parsed(text, "a.txt").body == text


@pytest.mark.parametrize(
    "header",
    [
        "+++\nx = " + "[" * 20_000,
        '{"x": ' + "[" * 100_000,
        '{"x": ' + "9" * 9_000 + "}",
        "+++\n" + "a.b" * 9_000,
    ],
)
def test_a_header_of_malice_is_refused(header: str) -> None:
    assert isinstance(attempted(lambda: parsed(f"{header}\n+++\nText.", "a.md"), SourceError), SourceError)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("+++\ntitle = 'x'\na = {}1{}\n+++\n".format("[" * 20, "]" * 20), "1: nested deeper than 12 levels"),
        ("+++\ntitle = 'x'\na = {}1{}\n+++\n".format("{a = " * 20, "}" * 20), "1: nested deeper than 12 levels"),
        ("+++\ntitle = 'x'\n[{}b]\n+++\n".format("a." * 20), "1: nested deeper than 12 levels"),
        ("+++\ntitle = '{}'\n+++\n".format("x" * 70_000), "1: longer than 64 kB"),
        ("+++\ntitle = 'x'\ntitle = 'y'\n+++\n", "3: not TOML: Cannot overwrite a value"),
        ("+++\n[source]\nname = 'a'\n[source]\n+++\n", "4: not TOML: Cannot declare ('source',) twice"),
        ("+++\na = 1\ntitle = {}\n+++\n".format("9" * 5_000), "3: a number of more than 64 bits; put it in quotes"),
        ("+++\na = 1\ntitle = 0x{}\n+++\n".format("f" * 60_000), "3: a number of more than 64 bits; put it in quotes"),
        ("+++\n# c = {0}\ntitle = {0}\n+++\n".format("9" * 22), "3: a number of more than 64 bits"),
        ("+++\ntitle = 'x'\ntags = [1, 0b1{}]\n+++\n".format("0" * 70), "3: a number of more than 64 bits"),
        ("+++\ntitle = 'x'\ndate = nan\n+++\n", "3: date: 'nan' is no date"),
        ("+++\ntitle = 'x'\npinned = -inf\n+++\n", "3: pinned: '-inf' is neither true nor false"),
        ("+++\ntitle = 'x'\ndate = 0000-01-01\n+++\n", "3: not TOML: Invalid date or datetime"),
        ("+++\ntitle = 'x'\ndate = 2025-02-30\n+++\n", "3: not TOML: Invalid date or datetime"),
        ("+++\ntitle = 'x'\ndate = 10:00:00\n+++\n", "3: date: '10:00:00' is no date"),
        ('{{"title": "x", "a": {}1{}}}\n'.format("[" * 20, "]" * 20), "1: nested deeper than 12 levels"),
        ('{{"title": "{}"}}\n'.format("x" * 70_000), "1: longer than 64 kB"),
        ('{"title": "x",\n"title": "y"}\n', "2: the key 'title' stands twice"),
        ('{"title": "x",\n"t\\u0069tle": "y"}\n', "2: the key 'title' stands twice"),
        ('{"title": "x",\n"source": {"name": "a",\n"name": "b"}}\n', "3: the key 'name' stands twice"),
        ('{{"title": "x", "a": {}}}\n'.format("9" * 5_000), "1: JSON that is nested too deep, or with a number too long"),
        ('{"title": "x",\n"date": NaN}\n', "2: date: 'NaN' is no date"),
        ('{"title": "x",\n"date": 99999999999999999}\n', "2: date: '99999999999999999' is no date"),
        ('{"title": "x",\n"date": "10000-01-01"}\n', "2: date: '10000-01-01' is no date"),
        ('{"title": "x",\n"draft": -Infinity}\n', "2: draft: '-Infinity' is neither true nor false"),
        ('{"title": "half \\ud800"}\n', "1: not YAML: while parsing a quoted scalar, found invalid Unicode character"),
    ],
    ids=str,
)
def test_what_toml_and_json_allow_and_no_header_needs_is_refused_with_its_line(header: str, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        parsed(f"{header}Text.\n", "a.md")
    assert str(caught.value).startswith(f"a.md:{told}")


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("+++\ntitle = 1e999\n+++\n", "1e999"),
        ("+++\ntitle = nan\n+++\n", "nan"),
        ("+++\ntitle = 0x7fff\n+++\n", "32767"),
        ("+++\ntitle = -9223372036854775808\n+++\n", "-9223372036854775808"),
        ('{"title": 1e999}\n', "1e999"),
        ('{"title": Infinity}\n', "Infinity"),
        ('{{"title": {}}}\n'.format("9" * 4_000), "9" * 4_000),
    ],
    ids=str,
)
def test_odd_numbers_of_toml_and_json_are_words_in_a_title(header: str, title: str) -> None:
    assert parsed(f"{header}Text.\n", "a.md").front_matter.title == title


@pytest.mark.parametrize(
    "alias", ["/../x/", "/a/../../b", "/.git/x", "/a\\b/", "/con trol\x07/", "/x" * 20, "/" + "x" * 200, "/..%2f..%2fx"]
)
def test_an_alias_that_cannot_be_a_page_of_the_site_is_a_warning_and_makes_none(alias: str) -> None:
    found = parsed(f"---\ntitle: x\naliases: [{json.dumps(alias)}]\n---\nText.", "a.md")
    assert found.front_matter.aliases == ()
    assert [(problem.rule, problem.line) for problem in found.problems] == [("alias-unusable", 3)]


def test_a_pattern_of_addresses_and_another_name_of_a_note_are_no_alias() -> None:
    found = parsed("---\npermalink: /:year/:title/\naliases: [Harbour bridge]\n---\n", "a.md")
    assert (found.front_matter.aliases, found.problems) == ((), ())


def test_a_source_that_is_an_address_is_taken_for_one() -> None:
    assert front_matter("source: https://example.org/a").source == Publication(url="https://example.org/a")


def test_a_clipped_page_of_obsidian_has_the_day_on_which_it_was_published() -> None:
    found = front_matter("title: x\nsource: https://example.org/\npublished: 2025-07-10\ncreated: 2025-08-01")
    assert (found.date, found.draft) == (date(2025, 7, 10), False)
    assert front_matter("created: 2025-08-01").date == date(2025, 8, 1)


@pytest.mark.parametrize(
    ("matter", "lines"),
    [
        ("correction: Only text.", [2]),
        ("corrections:\n- First.\n- {text: Second., date: 2025-07-12}\n- {text: Third.}", [3, 5]),
        ("status: retracted\ncorrection: {text: All of it was wrong.}", [3]),
        ("title: x\nstatus: Retracted", [3]),
        ("status: retracted\ncorrection: {text: x, date: 2025-07-12}", []),
        ("correction: {text: '', date: ''}", []),
        ("correction: []", []),
    ],
)
def test_a_correction_or_retraction_that_does_not_say_when_is_named(matter: str, lines: list[int]) -> None:
    found = [one for one in parsed(f"---\n{matter}\n---\n", "a.md").problems if one.rule == "correction-undated"]
    assert [one.line for one in found] == lines
    assert all("add 'date:'" in one.hint for one in found)


def test_a_quote_that_is_empty_is_named_where_it_stands() -> None:
    entries = ["x", "{text: a, quote: ''}", "{text: b, quote: ' '}", "{text: c, quote: }", "{text: d, quote: e}", "{text: f}"]
    found = parsed("---\ntakeaways:\n" + "".join(f"- {entry}\n" for entry in entries) + "---\n", "a.md").problems
    assert [(one.rule, one.line) for one in found] == [("stale-evidence", line) for line in (4, 5, 6)]
