"""Passages to names: recognise spans from every source, choose among them, join them to entities."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from digest.model.names import Entity, Mention, Names, Passage
from digest.naming.aliases import alias_names
from digest.naming.declared import Forms, Place, declared_names, forms, places
from digest.naming.defined import defined_names
from digest.naming.doubts import without_doubtful
from digest.naming.forms import Form
from digest.naming.identity import entities
from digest.naming.known import known_names
from digest.naming.lines import Line, Span, line
from digest.naming.listed import listed_names
from digest.naming.namesakes import told_namesakes
from digest.naming.organizations import initials
from digest.naming.other_languages import abroad, acronyms, countries, institutions, people, towns, whole_names
from digest.naming.repeated import repeated_names
from digest.naming.resolve import resolved
from digest.naming.rules import full_names, ruled_names
from digest.naming.tagged import Tag, tagged_names
from digest.naming.teams import named_teams
from digest.text.sentences import sentences_at

CONTEXT = 1_000  # characters of a sentence on each side of a name
_APART = "\n\n"  # what stands between the rows of a table
MOST_NAMES = 1_000  # of one article: each has pages of its own

_BRACKET = re.compile(r"[\s_]*\([\s_]*")


def find_names(
    passages: Sequence[Passage], *, known: Sequence[Entity] = (), language: str = "en", tag: Tag | None = None
) -> Names:
    """Find who and what an article names; `known` entities are found literally and win over all that is inferred.

    What a tagger finds takes the place of what rules do; the lists and the rules about whole articles stay.
    """
    lines = [line(passage, language) for passage in passages]
    candidates = [*declared_names(lines, known), *named_teams(lines)]
    is_english = language.startswith("en")
    ruled = ruled_names if is_english else full_names
    tagged = tag([passage.text for passage in passages]) if tag else ()
    for number, read in enumerate(lines):
        candidates += known_names(number, read)
        candidates += defined_names(number, read)
        if not is_english:
            candidates += countries(number, read, language)
            candidates += abroad(number, read, language)
            candidates += institutions(number, read)
            candidates += towns(number, read, language)
            candidates += acronyms(number, read, language)
            candidates += people(number, read, language)
        candidates += (span for span in ruled(number, read) if not tag or span.type is None)
    for number, found in enumerate(tagged):
        candidates += tagged_names(number, lines[number], found)
    candidates = without_doubtful(lines, candidates, language)
    found_so_far = resolved(candidates)
    if is_english and (further := [*listed_names(lines, found_so_far), *alias_names(lines, found_so_far)]):
        candidates += further
        found_so_far = resolved(candidates)
    candidates += repeated_names(lines, found_so_far)
    candidates += told_namesakes(lines, resolved(candidates))
    if not is_english:
        candidates = [*whole_names(lines, candidates, language)]
    return _names(lines, resolved(candidates), known)


def find_declared(passages: Sequence[Passage], declared: Sequence[Entity]) -> Names:
    """Find where the declared entities stand literally, and nothing else."""
    found = _naming(passages, forms(declared))
    shown = [[(place.start, place.end, _shown(passage, place)) for place in here] for passage, here in found]
    defined = [pair for passage, here in found if "(" in passage.text for pair in _defined(passage, here)]
    entities_found, keys = entities([form for here in shown for _, _, form in here], declared, defined)
    mentions = (
        mention
        for (passage, _), here in zip(found, shown, strict=True)
        for mention in _mentions(passage, [(start, end, keys[form]) for start, end, form in here])
    )
    return Names(entities=entities_found, mentions=tuple(mentions))


def _naming(passages: Sequence[Passage], known: Forms) -> Sequence[tuple[Passage, Sequence[Place]]]:
    """Return the passages in which declared names stand; headings and text are taken apart as `digest.claims` does."""
    found: dict[int, Sequence[Place]] = {}
    for kinds in (("title", "takeaway"), ("heading", "paragraph")):
        numbers = [at for kind in kinds for at, passage in enumerate(passages) if passage.kind == kind]
        found.update(zip(numbers, places([passages[at].text for at in numbers], known), strict=True))
    return [(passage, found[at]) for at, passage in enumerate(passages) if found[at]]


def _names(lines: Sequence[Line], spans: Sequence[Span], known: Sequence[Entity]) -> Names:
    """Join spans to entities."""
    mentions = [(span, _form(lines[span.line], span, before)) for span, before in _with_titles(spans) if span.type]
    found, keys = entities([form for _, form in mentions], known, _definitions(lines, spans))
    counts = Counter(keys[form] for _, form in mentions)
    kept = {key for key, _ in counts.most_common(MOST_NAMES)}  # of equals those that stand first
    return Names(
        entities=tuple(entity for entity in found if entity.key in kept),
        mentions=tuple(
            mention
            for number, here in groupby(mentions, key=lambda mention: mention[0].line)
            for mention in _mentions(
                lines[number].passage, [(*lines[number].ends(span), keys[form]) for span, form in here if keys[form] in kept]
            )
        ),
        left_out=len(counts) - len(kept),
    )


def _shown(passage: Passage, place: Place) -> Form:
    """Give the form in which a declared name stands; titles are part of what is declared."""
    return Form(passage.text[place.start : place.end], place.entity.type, place.entity.name)


def _defined(passage: Passage, here: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """List the declared acronyms that stand in brackets after their expansions."""
    text = passage.text
    for place, other in pairwise(here):
        if _BRACKET.fullmatch(text, place.end, other.start):
            long, short = text[place.start : place.end], text[other.start : other.end]
            if short in initials(long):
                yield long, short


def _with_titles(spans: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Pair each span with the title that stands right before it."""
    before: Span | None = None
    for span in spans:
        adjoins = before is not None and before.type is None and (before.line, before.last) == (span.line, span.first)
        yield span, before.title if adjoins and before else span.title
        before = span


def _form(read: Line, span: Span, title: str) -> Form:
    """Give the form that a span shows; only people bear titles."""
    return Form(read.text(span), span.type or "other", span.name, title if span.type == "person" else "")


def _definitions(lines: Sequence[Line], spans: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """List the acronyms that stand in brackets after their expansions."""
    for span, other in pairwise(spans):
        read = lines[span.line]
        if span.line == other.line and other.first == span.last + 1 and read.word(span.last) == "(":
            long, short = read.text(span), read.text(other)
            if short in initials(long) or (short.isupper() and not other.name and span.type == other.type == "organization"):
                yield long, short


def _mentions(passage: Passage, named: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """Make the mentions of a passage, from where to where which entity is named, each with the sentence around it."""
    text = passage.text
    has_rows = _APART in text
    for (start, end, key), sentence in zip(named, sentences_at(text, [start for start, _, _ in named]), strict=True):
        shown = _in_its_row(start, end, sentence, text) if has_rows else sentence
        if shown[1] - shown[0] > CONTEXT:
            shown = _around(start, end, shown, text)
        yield Mention(entity=key, passage=passage.id, start=start, end=end, text=text[start:end], sentence=shown)


def _in_its_row(start: int, end: int, sentence: tuple[int, int], text: str) -> tuple[int, int]:
    """Cut a sentence that goes on from one row of a table to the next, as one without a full stop does."""
    first, last = sentence
    before, after = text.rfind(_APART, first, start), text.find(_APART, end, last)
    return (first if before < 0 else before + len(_APART)), (last if after < 0 else after)


def _around(start: int, end: int, sentence: tuple[int, int], text: str) -> tuple[int, int]:
    """Cut a sentence without an end to whole words before and behind a name: it is shown with each name in it."""
    first, last = sentence
    if start - first > CONTEXT:
        first = text.find(" ", start - CONTEXT, start) + 1 or start
    if last - end > CONTEXT:
        last = max(text.rfind(" ", end, end + CONTEXT), end)
    return first, last
