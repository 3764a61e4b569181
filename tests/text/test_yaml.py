import contextlib
import time

import pytest
import yaml
from builders import attempted
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.text.yaml import MAX_BYTES, Document, YamlError, read

MODEST = settings(max_examples=100, deadline=None)
YAMLISH = st.lists(
    st.sampled_from([*"{}[]:,-?&*!|>'\"%@`#\n \t~<=", "a", "1", "\n  ", ": ", "- ", "!!", "<<: ", "0x_", "\0", "é"])
)


@given(st.one_of(st.text(), YAMLISH.map("".join)))
@MODEST
def test_any_text_is_a_document_or_a_yaml_error_with_a_line_in_it(text: str) -> None:
    found = attempted(lambda: read(text), YamlError)
    lines = [found.line] if isinstance(found, YamlError) else [line for line, _ in found.places.values()]
    assert all(1 <= line <= 2 + len(text.splitlines()) for line in lines)


def agree(value: object, written: object, plain: object) -> bool:
    """Hold what we read against the same as texts."""
    if isinstance(plain, dict):
        assert isinstance(value, dict)
        assert isinstance(written, dict)
        return list(value) == list(plain) and all(agree(value[key], written.get(key, ""), plain[key]) for key in plain)
    if isinstance(plain, list):
        assert isinstance(value, list)
        assert isinstance(written, list)
        return len(value) == len(written) == len(plain) and all(map(agree, value, written, plain))
    return (value == plain or value == yaml.safe_load(str(plain))) and written == ("" if value is None else plain)


@given(st.lists(st.one_of(YAMLISH.map("".join), st.sampled_from(["a: ", "\nb: ", "\n- ", "no", "1.5", "null", "{c: 1, d: 2}"]))))
@settings(max_examples=300, deadline=None)
def test_what_is_accepted_is_what_the_library_reads(parts: list[str]) -> None:
    found = attempted(lambda: read("".join(parts)), YamlError)
    if isinstance(found, Document):
        plain = yaml.load("".join(parts), Loader=yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
        assert found.value is plain is None or agree(found.value, found.written, plain)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: [", 2, "not YAML"),
        ("a: 1\nb: [\n", 2, "not YAML"),
        ("a: 1\nb: 'c\nd: 2\n", 2, "not YAML"),
        ("a: 1\nb\nc: 2\n", 2, "not YAML"),
        ("a: 'x\u2028y\u0085z'\nb: {b: 1, b: 2}", 2, "the key 'b' stands twice"),
        ("\ufeffa: 1\nb: *x", 2, "aliases"),
        ("a: 1\nb: ># no\n  c", 2, "right behind"),
        ("a: 1\nb: |-#no\n  c", 2, "right behind"),
        ("a: 1\n\t- b", 2, "a tab"),
        ("a: 1\na: 2", 2, "the key 'a' stands twice"),
        ("x: {b: 1, b: 2}", 1, "the key 'b' stands twice"),
        ("a: &x 1\nb: *x", 2, "aliases"),
        ("a: 1\nb: !!python/object/apply:os.system [ls]", 2, "tags"),
        ("a: !!binary aGk=", 1, "tags"),
        ("a: 1\n[b]: 2", 2, "a key must be a word"),
        ("a: 1\né: \x07", 2, "U+0007"),
        ("a: 1\nb: \ud800", 2, "half a character"),
        ("a: 1\nb: " + "[" * 5000, 2, "nested deeper"),
        ("a: 1\nb:\n- " + "- " * 5000, 3, "nested deeper"),
        ("a: 1\nb: " + "{a: " * 5000, 2, "nested deeper"),
        ("a" * (MAX_BYTES + 1), 1, "longer than 64 kB"),
        ("é" * MAX_BYTES, 1, "longer than 64 kB"),
        ("a: 1\n---\nb: 2", 2, "single document"),
    ],
)
def test_what_is_not_accepted_is_named_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(YamlError) as caught:
        read(text)
    assert caught.value.line == line
    assert message in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("header", [">", "|-", ">+2", "|2-", "> # yes", ">\t", "|- \t# yes"])
def test_long_text_may_be_folded_or_kept(header: str) -> None:
    assert str(dict(read(f"a: {header}\n  b\n").value)["a"]).strip() == "b"  # type: ignore[call-overload] # a mapping


def test_a_billion_laughs_stay_unheard() -> None:
    laughs = "a0: &a0 [ha]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    with pytest.raises(YamlError, match="aliases"):
        read(laughs)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 60_000,
        "- " * 30_000,
        "a: 1" + ":1" * 30_000,
        "a: " + "9" * 60_000,
        "? " * 30_000,
        "a: " + "'" * 60_000,
        "[a, " * 15_000,
    ],
    ids=["maps", "dashes", "sixties", "digits", "questions", "quotes", "lists"],
)
def test_hostile_text_is_read_or_refused_in_bounded_time(text: str) -> None:
    started = time.process_time()
    with contextlib.suppress(YamlError):
        read(text)
    assert time.process_time() - started < 2


def test_dates_stay_text_even_those_that_are_none() -> None:
    assert read("a: 2025-13-45\nb: 2025-07-10 09:30:00 +0200").value == {"a": "2025-13-45", "b": "2025-07-10 09:30:00 +0200"}


@pytest.mark.parametrize("number", ["0x_", "0b_", "._", "12:30:45", "9" * 5000, "="])
def test_what_only_looks_like_a_number_is_text(number: str) -> None:
    assert read(f"a: {number}").value == {"a": number}


def test_a_document_is_kept_as_yaml_means_it_and_as_it_is_written() -> None:
    document = read("1: 1.10\nlanguage: no\ntags: [2025, ~]\ndraft:")
    assert document.value == {"1": 1.1, "language": False, "tags": [2025, None], "draft": None}
    assert document.written == {"1": "1.10", "language": "no", "tags": ["2025", ""]}


def test_every_part_has_its_line_and_others_that_of_the_part_around_them() -> None:
    document = read("a: 1\nb:\n  - c\n  - d: 2\n    e: 3")
    paths: list[tuple[str | int, ...]] = [("a",), ("b",), ("b", 1), ("b", 1, "e"), ("b", 1, "x"), ("b", 7)]
    assert [document.line(path) for path in paths] == [1, 2, 4, 5, 4, 2]


@pytest.mark.parametrize("text", ["", "  \n", "# a remark", "\ufeff"])
def test_a_text_without_a_value_is_an_empty_document(text: str) -> None:
    found = read(text)
    assert (found.value, found.written, found.places) == (None, None, {})
