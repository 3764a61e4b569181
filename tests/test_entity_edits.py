import json
import os
from pathlib import Path

import pytest
from builders import attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.entity_edits import FILE_NAME, edits, entity_edits
from digest.errors import ConfigError
from digest.model.names import Link


def fault(text: str) -> str:
    return str(attempted(lambda: edits(text, "entities.yaml"), ConfigError))


def test_an_entry_holds_all_that_is_decided_of_a_name() -> None:
    (edit,) = edits(
        "entities:\n- name: Nato\n  rename: NATO\n  type: organization\n  aliases: [the Alliance]\n  description: A pact.\n"
        "  wikipedia: https://en.wikipedia.org/wiki/NATO\n  wikidata: Q7184\n",
        "entities.yaml",
    )
    assert (edit.name, edit.rename, edit.type, edit.aliases, edit.description, edit.line) == (
        "Nato",
        "NATO",
        "organization",
        ("the Alliance",),
        "A pact.",
        2,
    )
    assert edit.links == (
        Link(label="Wikipedia", url="https://en.wikipedia.org/wiki/NATO"),
        Link(label="Wikidata", url="https://www.wikidata.org/wiki/Q7184"),
    )


REFUSED = {
    "entities:\n- name: A\n  tipe: person\n": "entities.yaml:3:3: unknown key 'tipe'; did you mean 'type'?",
    "entitys: []\n": "entities.yaml:1:1: unknown key 'entitys'; did you mean 'entities'?",
    "entities:\n- name: A\n  type: planet\n": "entities.yaml:3:3: 'planet' is no type of entity; write one of person,",
    "entities:\n- type: person\n": "entities.yaml:2:3: ",
    "entities:\n- name: ' '\n": "entities.yaml:2:3: an entry without a name",
    "entities:\n- name: A\n- name: A\n": "entities.yaml:3: a second entry for 'A'; join it with that of line 2",
    "entities:\n- name: A\n  wikipedia: javascript:x\n": "entities.yaml:3:3: 'javascript:x' is no web address",
    "entities:\n- name: A\n  hide: perhaps\n": "entities.yaml:3:3: ",
    "entities:\n- name: A\n  split:\n  - {name: B, article: [x]}\n": "entities.yaml:4:15: unknown key 'article'; did you mean",
    "entities:\n- name: A\n  merge: [B]\n  split: [{name: B, articles: [x]}]\n": "entities.yaml:4:3: 'A' has 'split' and",
    "entities:\n- name: A\n  description: x\n  aliases: [C]\n  wikidata: Q1\n  split: [{name: B, articles: [x]}]\n": (
        "entities.yaml:6:3: 'A' has 'split' and also aliases, description, wikidata; name the parts under 'split' alone"
    ),
    "entities:\n- name: A\n  hide: true\n  rename: B\n": "entities.yaml:3:3: 'A' has 'hide' and also rename; keep 'hide' alone",
    "entities:\n- name: A\n  hide: true\n  split: [{name: B, articles: [x]}]\n": "entities.yaml:4:3: 'A' has 'split' and also",
    "entities:\n- name: A\n  split:\n  - name: ''\n    articles: [x]\n": "entities.yaml:4:5: a part of 'A' without a name",
    "entities:\n- name: A\n  split:\n  - {name: B, articles: []}\n": "entities.yaml:4:5: the part 'B' has no articles",
    "entities:\n- name: A\n  aliases: [B, '']\n": "entities.yaml:3:16: an empty name among the 'aliases' of 'A'",
    "entities:\n- name: A\n  merge: [' ']\n": "entities.yaml:3:11: an empty name among the 'merge' of 'A'",
    "entities:\n- name: Ann Smith\n- name: ann  smith\n": "entities.yaml:3: a second entry for 'ann  smith'; join it with",
    "entities:\n- name: A\n  wikidata: P31\n": "entities.yaml:3:3: 'P31' is no number of Wikidata; write it like Q7184",
    "entities:\n- name: A\n  wikidata: https://example.com/\n": "entities.yaml:3:3: 'https://example.com/' is no number of",
    "entities:\n- name: A\n  links: {Wikidata: x}\n": "entities.yaml:3:3: 'x' is no web address",
    "entities: [\n": "entities.yaml:1:12: not YAML",
    "- a\n": "entities.yaml:1:1: ",
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items())
def test_a_faulty_entry_is_refused_with_its_line_and_the_mend(text: str, message: str) -> None:
    assert fault(text).startswith(message)


def test_a_type_may_be_written_in_capitals_as_in_front_matter() -> None:
    (edit,) = edits("entities:\n- name: Monday Club\n  type: Organization\n  hide: true\n", "entities.yaml")
    assert (edit.type, edit.hide) == ("organization", True)


def test_no_file_and_an_empty_file_are_no_edits(tmp_path: Path) -> None:
    assert entity_edits(tmp_path) == ()
    (tmp_path / "entities.yaml").write_text("")
    assert entity_edits(tmp_path) == ()


KEYS = st.sampled_from("name rename type aliases merge split description wikipedia wikidata links hide".split()) | st.text()
WORDS = st.text(max_size=9)
VALUES = st.none() | st.booleans() | st.floats() | WORDS | st.lists(WORDS, max_size=3) | st.dictionaries(WORDS, WORDS, max_size=3)


@given(
    st.text()
    | st.lists(st.dictionaries(KEYS, VALUES, max_size=4), max_size=3).map(lambda entries: json.dumps({"entities": entries}))
)
@settings(max_examples=100, deadline=None)
def test_any_text_is_edits_or_is_refused_with_a_line(text: str) -> None:
    found = attempted(lambda: edits(text, FILE_NAME), ConfigError)
    assert not isinstance(found, ConfigError) or found.line


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_file_is_neither_followed_nor_passed_over(tmp_path: Path, kind: str) -> None:
    (tmp_path / "secret").write_text("root:*:1", "utf-8")
    if kind == "link":
        (tmp_path / FILE_NAME).symlink_to(tmp_path / "secret")
    elif kind == "pipe":
        os.mkfifo(tmp_path / FILE_NAME)
    else:
        (tmp_path / FILE_NAME).mkdir()
    told = str(attempted(lambda: entity_edits(tmp_path), ConfigError))
    what = "a link" if kind == "link" else "no regular file"
    assert told == f"{os.path.relpath(tmp_path / FILE_NAME)}: {what}; put the file itself there"
