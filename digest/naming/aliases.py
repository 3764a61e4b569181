"""Recognise what a sentence says that something is called too: "Mohamed Hamdan Dagalo, widely known as Hemedti"."""

from collections.abc import Iterator, Sequence

from digest.naming.gazetteers import is_everyday
from digest.naming.lines import SURE_PERSON, Line, Span
from digest.naming.lookup import entry_at

_HOW = frozenset("also better best widely commonly popularly locally formerly previously often sometimes universally".split())
_TYPES = frozenset({"person", "organization", "place"})


def alias_names(lines: Sequence[Line], found: Sequence[Span]) -> Iterator[Span]:
    """List the single words by which a sentence says that a name right before is known; each means what that name does."""
    saying = {number for number, line in enumerate(lines) if "known as" in line.passage.text}
    for span in found if saying else ():
        if span.line not in saying:
            continue
        line = lines[span.line]
        at = span.last + (line.word(span.last) == ",")
        at += line.word(at) in _HOW
        if line.word(at) != "known" or line.word(at + 1) != "as" or span.type not in _TYPES or span.weight < 0:
            continue
        if _is_new(line, at + 2):
            yield Span(span.line, at + 2, at + 3, span.type, span.name or line.text(span), weight=SURE_PERSON)


def _is_new(line: Line, at: int) -> bool:
    """Tell whether a word is a name of which nothing else is known, and no part of a longer one."""
    if at >= len(line.tokens) or not line.tokens[at].is_capitalized or line.word(at + 1)[:1].isupper():
        return False
    return not is_everyday(line.word(at)) and not entry_at(line, at, at + 1) and line.word(at + 1) != "-"
