"""Find the entities that an editor declares for an article: their names and aliases, wherever they literally stand."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.model.names import Entity
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.tokens import phrase, plain, tokens


def declared_names(lines: Sequence[Line], declared: Sequence[Entity]) -> Iterator[Span]:
    """List the spans of declared names and aliases."""
    forms = {phrase(tokens(form)): entity for entity in reversed(declared) for form in (*reversed(entity.aliases), entity.name)}
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in filter(None, forms):
        first_word, *others = form.split(" ")
        sizes[first_word].add(1 + len(others))
    for number, line in enumerate(lines):
        for first, token in enumerate(line.tokens):
            for size in sorted(sizes.get(plain(token.text), ()), reverse=True):
                words = line.tokens[first : first + size]
                entity = forms.get(phrase(words)) if len(words) == size else None
                if entity:
                    yield Span(number, first, first + size, entity.type, entity.name, weight=DECLARED)
                    break
