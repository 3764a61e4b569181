"""Every hedge is found in small letters, and none where `may_differ` says that none may begin."""

import re

from hypothesis import given
from hypothesis import strategies as st

from digest.text.hedges import (
    ALL,
    APPLIED,
    ASSOCIATED,
    BELIEF,
    DENIAL,
    DOUBT,
    MODAL,
    OPEN,
    PLAN,
    denials,
    left_open,
    lower,
    may_differ,
)

KINDS = (MODAL, PLAN, DOUBT, BELIEF, ASSOCIATED, APPLIED, OPEN, ALL, DENIAL)
AROUND = st.text(st.sampled_from("at N’'.-,\n\u00a0ſİéd4"), max_size=8)


def test_a_letter_is_lowered_in_its_place_to_what_a_pattern_for_any_case_takes_it_for() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    any_case = re.compile("(?i)" + "|".join(f"({letter})" for letter in letters))
    for sign in map(chr, range(0x20000)):
        small, taken = lower(sign), any_case.fullmatch(sign)
        assert len(small) == 1
        assert small.isalnum() == sign.isalnum()
        assert (small if small in letters else "") == (letters[(taken.lastindex or 0) - 1] if taken else "")


@given(before=AROUND, after=AROUND, data=st.data())
def test_where_nothing_may_differ_there_is_no_hedge_and_no_denial(before: str, after: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(KINDS).flatmap(lambda kind: st.from_regex(kind.pattern)))
    text = f"{before}{words}{after}"
    assert may_differ(text) or not any(kind.search(lower(text)) for kind in KINDS)


@given(before=AROUND, after=AROUND, data=st.data())
def test_denials_and_open_ends_are_found_wherever_they_stand(before: str, after: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from((DENIAL, OPEN)).flatmap(lambda kind: st.from_regex(kind.pattern)))
    text = f"{before}{words}{after}"
    for find, kind in ((denials, DENIAL), (left_open, OPEN)):
        assert [match.span() for match in find(text)] == [match.span() for match in kind.finditer(lower(text))]


def test_plain_words_differ_in_nothing() -> None:
    assert not may_differ("The harbour opened on Monday, three weeks late.")
    assert may_differ("The harbour may open.")
    assert may_differ("It DIDN’T open.")
