"""Choose among candidate spans: what the editor declares stands first, then the longer, the weightier, the earlier."""

from collections.abc import Iterable

from digest.naming.lines import DECLARED, Span


def resolved(candidates: Iterable[Span]) -> list[Span]:
    """Keep spans of which no two overlap, in reading order."""
    taken: set[tuple[int, int]] = set()
    kept: list[Span] = []
    for span in sorted(candidates, key=_precedence):
        places = [(span.line, at) for at in range(span.first, span.last)]
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(span)
    return sorted(kept, key=lambda span: (span.line, span.first))


def _precedence(span: Span) -> tuple[bool, int, int, int, int, str]:
    """Order spans by which is chosen first."""
    return span.weight < DECLARED, span.first - span.last, -span.weight, span.line, span.first, str(span.type)
