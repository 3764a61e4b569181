"""Regular expressions that wait until they are asked."""

import copy
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import digest
from digest.text.patterns import pattern

WRITTEN = r"(?i)\b(a+|b)c?"


def texts() -> st.SearchStrategy[str]:
    return st.text(alphabet="abcABC -", max_size=20)


@given(texts())
def test_all_is_found_that_a_compiled_one_finds(text: str) -> None:
    late, at_once = pattern(WRITTEN), re.compile(WRITTEN)

    assert [found.span(1) for found in late.finditer(text)] == [found.span(1) for found in at_once.finditer(text)]
    assert late.findall(text) == at_once.findall(text)
    assert late.sub("-", text) == at_once.sub("-", text)
    assert late.split(text) == at_once.split(text)
    for method in ("match", "search", "fullmatch"):
        assert bool(getattr(late, method)(text)) == bool(getattr(at_once, method)(text))
    assert (late.pattern, late.flags) == (at_once.pattern, at_once.flags)


def test_a_faulty_one_is_told_when_it_is_asked() -> None:
    faulty = pattern("(")

    with pytest.raises(re.error):
        faulty.search("(")


def test_a_copy_finds_the_same() -> None:
    late = pattern(WRITTEN)
    for one in (late, copy.copy(late), copy.deepcopy(late)):
        assert one.findall("Aac b") == ["Aa", "b"]


def of_ours() -> Iterator[tuple[str, re.Pattern[str]]]:
    kind = type(pattern(""))
    for module in walk_packages(digest.__path__, "digest."):
        if not module.name.endswith("__main__"):
            for name, one in vars(import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", each) for each in within(one) if isinstance(each, kind))


def within(one: object) -> Iterator[object]:
    if isinstance(one, tuple | list):
        for each in one:
            yield from within(each)
    elif isinstance(one, dict):
        yield from within(list(one.values()))
    else:
        yield one


def test_every_one_of_ours_can_be_compiled() -> None:
    found = list(of_ours())

    assert all(one.groups >= 0 for _, one in found)
    assert "digest.text.hedges.MODAL" in dict(found)
