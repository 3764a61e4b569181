"""Lines to spans by gazetteers and rules: every source lists candidates, and of those that overlap the likeliest stand."""

from collections.abc import Sequence

from digest.model.names import Entity
from digest.naming.declared import declared_names
from digest.naming.doubts import without_doubtful
from digest.naming.known import known_names
from digest.naming.lines import Line, Span
from digest.naming.repeated import repeated_names
from digest.naming.resolve import resolved
from digest.naming.rules import full_names, ruled_names


def recognised(lines: Sequence[Line], *, known: Sequence[Entity] = (), language: str = "en") -> list[Span]:
    """List what gazetteers and rules find in a document, and where it stands again."""
    candidates = [*declared_names(lines, known)]
    for number, read in enumerate(lines):
        candidates += known_names(number, read)
        candidates += ruled_names(number, read) if language.startswith("en") else full_names(number, read)
    candidates = without_doubtful(lines, candidates)
    candidates += repeated_names(lines, resolved(candidates))
    return resolved(candidates)
