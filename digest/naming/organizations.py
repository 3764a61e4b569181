"""Decide which forms of other names mean one thing: acronyms with their expansions, short forms with long ones, plurals."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from digest.naming.forms import Form, folded
from digest.naming.gazetteers import is_country_or_people
from digest.naming.tokens import phrase, tokens
from digest.naming.vocabulary import LEGAL_FORMS, ORGANIZATION_ENDINGS

_SMALL_WORDS = frozenset("of the and for in on de la du des del y et to at &".split())
_SHORTEST_ACRONYM = 3
_DROPPED = ORGANIZATION_ENDINGS | LEGAL_FORMS


def joined_others(forms: Sequence[Form], definitions: Iterable[tuple[str, str]]) -> Mapping[Form, str]:
    """Give each form the label of what it means; `definitions` pairs expansions with the acronyms in brackets after them."""
    labels = {form: folded(form.name or form.text) for form in forms}
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form in forms:
        for short in _shorts(form):
            meant[form.type, short].add(labels[form])
    by_text = {form.text: labels[form] for form in forms}
    defined = {short: by_text[long] for long, short in definitions if long in by_text}
    joined = {}
    for form in forms:
        longer = meant.get((form.type, form.text), set()) - {labels[form]}
        single = next(iter(longer)) if len(longer) == 1 and not (form.name and form.text.isupper()) else labels[form]
        joined[form] = defined.get(form.text, single)
    return joined


def initials(expansion: str) -> set[str]:
    """Give the acronyms that the words of a name make, small words counted or not."""
    words = expansion.replace("-", " ").split()
    large = [word for word in words if word.lower() not in _SMALL_WORDS]
    return {"".join(word[0].upper() for word in chosen) for chosen in (words, large)}


def _shorts(form: Form) -> Iterator[str]:
    """List the shorter texts by which a form may go: its acronym, itself without its legal form or its country, its singular."""
    if form.type == "product":
        yield from (form.text + ending for ending in ("s", "es"))
    if form.type not in {"organization", "event", "product"} or " " not in form.text:
        return
    yield from (acronym for acronym in initials(form.text) if len(acronym) >= _SHORTEST_ACRONYM)
    if form.type == "organization":
        words = form.text.split()
        end = len(words)
        while end > 1 and words[end - 1].rstrip(".") in _DROPPED:
            end -= 1
            yield " ".join(words[:end])
        for start in range(1, min(len(words), 3)):
            if len(words) - start > 1 and is_country_or_people(phrase(tokens(" ".join(words[:start])))):
                yield " ".join(words[start:])
