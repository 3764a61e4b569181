"""Join what was learned with what gazetteers and rules found: a document's spans to better ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.model.names import EntityType
from digest.naming.clues import hashed_clues, rule_labels
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.lookup import entry_at
from digest.naming.repeated import repeated_names
from digest.naming.resolve import resolved
from digest.naming.stretches import stretches
from digest.naming.tagger import Tagger, labels, spans

_TYPES: dict[str, EntityType] = {"person": "person", "organization": "organization", "place": "place"}
_SURE = 8


def tagged_names(lines: Sequence[Line], ruled: Sequence[Span], tagger: Tagger) -> list[Span]:
    """Judge people, organisations and places anew; what the editor declares, and names of other kinds, stay beside them."""
    before = {(span.line, span.first, span.last, span.type): span for span in ruled}
    judged: list[Span] = []
    for number, first, _, clues in clued_stretches(lines, ruled):
        for start, end, kind in spans(labels(clues, tagger)):
            if kind in _TYPES:
                key = (number, first + start, first + end, _TYPES[kind])
                judged.append(replace(before.get(key) or _named(lines[number], *key), weight=_SURE))
    kept = [span for span in ruled if span.weight >= DECLARED or span.type not in _TYPES]
    sure = resolved([*kept, *_apart(judged, kept)])
    again = repeated_names(lines, sure)
    return resolved([*sure, *_apart(again, sure)])


def clued_stretches(lines: Sequence[Line], ruled: Sequence[Span]) -> Iterator[tuple[int, int, int, list[list[int]]]]:
    """List the stretches of a document as line, first and last token, with the clues of each token."""
    small = {token.text for line in lines for token in line.tokens if token.text.islower()}
    by_line: list[list[Span]] = [[] for _ in lines]
    for span in ruled:
        by_line[span.line].append(span)
    for number, line in enumerate(lines):
        found = rule_labels(line, by_line[number])
        for first, last in stretches(line):
            yield number, first, last, hashed_clues(line, first, last, found, small)


def _named(line: Line, number: int, first: int, last: int, kind: EntityType) -> Span:
    """Make a span, with the usual form of its name where a gazetteer has one of that type."""
    entry = entry_at(line, first, last)
    return Span(number, first, last, kind, entry.name if entry and entry.type == kind else "")


def _apart(spans: Iterator[Span] | Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """Leave out what touches other spans."""
    taken = {(span.line, at) for span in others for at in range(span.first, span.last)}
    return [span for span in spans if taken.isdisjoint((span.line, at) for at in range(span.first, span.last))]
