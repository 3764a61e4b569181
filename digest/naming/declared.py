"""Find the entities that an editor declares for an article: their names and aliases, wherever they literally stand."""

from collections.abc import Iterator, Sequence

from digest.model.names import Entity
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.tokens import phrase, tokens


def declared_names(lines: Sequence[Line], declared: Sequence[Entity]) -> Iterator[Span]:
    """List the spans of declared names and aliases."""
    forms = {phrase(tokens(form)): entity for entity in reversed(declared) for form in (*reversed(entity.aliases), entity.name)}
    sizes = sorted({key.count(" ") + 1 for key in forms if key}, reverse=True)
    for number, line in enumerate(lines):
        for first in range(len(line.tokens)):
            for size in sizes:
                entity = forms.get(phrase(line.tokens[first : first + size])) if first + size <= len(line.tokens) else None
                if entity:
                    yield Span(number, first, first + size, entity.type, entity.name, weight=DECLARED)
                    break
