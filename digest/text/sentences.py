"""Where the sentences of a text begin and end, in any language written with a full stop."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

# The marks at the end, a note's number among them, where the next sentence begins, and its first letter or digit.
_END = re.compile(
    r"[.!?…؟](?<![.!?…؟].)[.!?…؟]*+(?:[\"'”’)\]]|\[\d{1,3}\]|\s?»)*+(?=\s++(?P<next>[\"'“‘«¿¡(\[—–-]*+\s?(?P<first>\S)))"
)
_OPENING = "([\"'“‘«"
_LONGEST_WORD = 40
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt sen rep gov st sr jr rev hon pres maj cpl adm cmdr messrs mme mlle m sra dra "
    "srta hr fr sig dott ing avv ds drs mt ft no nos nr núm pp vol art fig cf vs approx ca eds ed transl".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_INNER = frozenset("e.g i.e a.k.a z.b d.h u.a p.ex b.v s.a p.m a.m".split())
_ENDS_AND_ABBREVIATES = frozenset("p.m a.m etc inc ltd co corp bros u.s u.k u.n e.u d.c sr jr".split())
_FEWEST_LETTERS = max(map(len, _TITLES | _MONTHS | _INNER | _ENDS_AND_ABBREVIATES)) + 1  # of what is no abbreviation
_STARTERS = frozenset(
    "the a an this that these those it he she they we you i his her their our its but and in on at for after before as "
    "if when while however le la les il elle ils el los las der die das er sie o os a as".split()
)


@lru_cache(maxsize=1 << 10)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the span of each sentence, without the white space around it; joined they are the whole text."""
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for end in _END.finditer(text):
        at = end.start()
        follows_a_word = at >= _FEWEST_LETTERS and text[at - _FEWEST_LETTERS : at].isalpha()  # and no abbreviation
        if not end["first"].islower() and (follows_a_word or _is_end(text, end)):
            spans.append((start, end.end()))
            start = end.start("next")
    last = len(text.rstrip())
    if start < last:
        spans.append((start, last))
    return tuple(spans)


def sentences_at(text: str, positions: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the span of the sentence around each position; of the whole text where there is none."""
    spans = sentences(text) or ((0, 0),)
    starts = [start for start, _ in spans]
    for position in positions:
        start, end = spans[max(0, bisect_right(starts, position) - 1)]
        yield (start, end) if start <= position < end else (0, len(text))


def _is_end(text: str, end: re.Match[str]) -> bool:
    """Say whether marks that may stand behind an abbreviation end a sentence; no small letter follows them."""
    marks = end[0]
    if not marks.startswith(".") or marks.startswith(".."):
        return True
    return _ends_behind(_last_word(text, end.start()), text, end.start("first"))


def _ends_behind(word: str, text: str, following: int) -> bool:
    """Say whether the full stop behind a word ends a sentence, where a word that may begin one follows."""
    bare = word.lower()
    if bare in _ENDS_AND_ABBREVIATES:
        return _next_word(text, following) in _STARTERS
    if bare in _MONTHS:
        return not text[following].isdigit()
    is_initial = len(word) == 1 and word.isalpha() and word != "I"
    return not (is_initial or bare in _TITLES or bare in _INNER)


def _last_word(text: str, end: int) -> str:
    words = text[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)
    return words[-1].lstrip(_OPENING) if words else ""


def _next_word(text: str, start: int) -> str:
    return text[start : start + _LONGEST_WORD].split(maxsplit=1)[0].lower().strip(",;:")
