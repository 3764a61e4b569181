"""Drop candidates that the rest of the document speaks against."""

from collections import Counter
from collections.abc import Container, Sequence

from digest.naming.gazetteers import is_family_name
from digest.naming.lines import DECLARED, SURE_PERSON, TENTATIVE, Line, Span
from digest.naming.lookup import entry_at, is_doubtful_region
from digest.naming.surroundings import stands_as_town
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import FAMILY_FIRST, OPENERS

_ONE_OF_MANY = frozenset("a an un une una uno um uma ein eine einen einem einer eines kein keine keinen een".split())


def without_doubtful(lines: Sequence[Line], candidates: Sequence[Span], language: str) -> list[Span]:
    """Keep what is likely: a tentative name that stands twice, a person who bears no other's name, an acronym of one thing."""
    counts = Counter(lines[span.line].word(span.first) for span in candidates if span.weight == TENTATIVE)
    people = [span for span in candidates if span.type == "person" and SURE_PERSON <= span.weight < DECLARED]
    families = {lines[span.line].word(span.last - 1) for span in people}
    names = {lines[span.line].word(at) for span in people for at in range(span.first, span.last)}
    inside = {(span.line, at): span for span in people for at in range(span.first, span.last)}

    guessed = {span: lines[span.line].word(span.first) for span in candidates if _is_guessed_acronym(lines[span.line], span)}
    things = _things(lines, {*guessed.values()}, language[:2]) if guessed else frozenset()

    def is_likely(span: Span) -> bool:
        """Tell whether a candidate may stand."""
        if span.weight == TENTATIVE:
            return counts[lines[span.line].word(span.first)] > 1
        if span in guessed:
            return guessed[span] not in things
        if span.type == "place" and span.weight < DECLARED and span.last - span.first == 1:
            return lines[span.line].word(span.first) not in names or not _is_persons(lines[span.line], span)
        if span.type != "person" or SURE_PERSON <= span.weight < DECLARED:
            return True
        if span.weight < SURE_PERSON:
            word, family = lines[span.line].word(span.first), lines[span.line].word(span.last - 1)
            return word not in families or word in FAMILY_FIRST or is_family_name(family)
        whole = inside.get((span.line, span.last - 1))
        return whole is None or whole.last - whole.first <= span.last - span.first

    return [span for span in candidates if is_likely(span)]


def _is_persons(line: Line, span: Span) -> bool:
    """Tell whether a region's name, which a person of the document bears, does not stand where only a place does."""
    entry = entry_at(line, span.first, span.last)
    return is_doubtful_region(entry) and not stands_as_town(line, span.first, span.last)


def _is_guessed_acronym(line: Line, span: Span) -> bool:
    """Tell whether nothing but its capitals says that a word is an organisation."""
    return span.type == "organization" and not span.weight and line.tokens[span.first].is_acronym


def _things(lines: Sequence[Line], acronyms: Container[str], language: str) -> frozenset[str]:
    """Give the acronyms of which there are several somewhere in the document, as there are of no organisation: "an EKG"."""
    return frozenset(
        token.text
        for line in lines
        for at, token in enumerate(line.tokens)
        if token.text in acronyms and line.word(at - 1).lower() in _ONE_OF_MANY and not _qualifies(line, at, language)
    )


def _qualifies(line: Line, at: int, language: str) -> bool:
    """Tell whether the article before an acronym may be that of a noun behind it: "an FDA official", "eine AfD-Abgeordnete"."""
    after = line.word(at + 1)
    if after in {"and", "or"} and line.word(at + 2)[:1].isupper():
        return _qualifies(line, at + 2, language)
    if language == "en":
        return after in {"-", "–", *POSSESSIVES} or (after[:1].isalnum() and after.lower() not in OPENERS)
    return after in {"-", "–"} or (language == "de" and after[:1].isupper())
