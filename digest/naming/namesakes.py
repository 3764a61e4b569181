"""Tell a firm from a person of the same document where a word alone may mean either: Ford of Ford Motor Co, or Bill Ford."""

from collections.abc import Iterator, Sequence

from digest.model.names import EntityType
from digest.naming.gazetteers import gazetteer
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at
from digest.naming.shortened import shorter_forms
from digest.naming.singles import is_related
from digest.naming.vocabulary import (
    FIRM_ENDINGS,
    FIRMS_DO,
    FIRMS_HAVE,
    HONORIFICS,
    LEGAL_FORMS,
    ORGANIZATION_DESCRIPTORS,
    ORGANIZATION_NOUNS,
    ORGANIZATION_NOUNS_BEFORE,
    SPEECH,
    TITLES,
)

_WEIGHT = 8  # above all but what is declared
_PERSONAL = frozenset({"he", "she"})
_FIRMS_WILL = frozenset("would will had has plans planned expects expected could may might".split())
_LONGEST_CLAUSE = 4


def told_namesakes(lines: Sequence[Line], found: Sequence[Span]) -> Iterator[Span]:
    """List where a word stands alone that both a firm and a person go by; what nothing tells is claimed for neither.

    Where the document once means the firm by that word, it does so wherever nothing says that the person is meant.
    """
    people = {form for span in found if span.type == "person" for form in shorter_forms(lines[span.line], span)}
    firms = {word: name for span in found for word, name in _firm_words(lines[span.line], span) if word in people}
    if not firms:
        return
    covered = {(span.line, at) for span in found if span.last - span.first > 1 for at in range(span.first, span.last)}
    places = [
        (number, at)
        for number, line in enumerate(lines)
        for at, token in enumerate(line.tokens)
        if token.text in firms and (number, at) not in covered
    ]
    told = {place: _kind(lines[place[0]], place[1]) for place in places}
    established = {(lines[number].word(at), kind) for (number, at), kind in told.items()}
    for (number, at), kind in told.items():
        word = lines[number].word(at)
        usual: tuple[EntityType, ...] = ("person",) if _is_famous(word) else ("organization", "person")
        meant = kind or next((kind for kind in usual if (word, kind) in established or len(usual) == 1), None)
        yield Span(number, at, at + 1, meant, firms[word] if meant == "organization" else "", _WEIGHT)


def _is_famous(word: str) -> bool:
    """Tell whether someone goes by a word alone everywhere."""
    entry = gazetteer().entries.get(word)
    return entry is not None and entry.type == "person"


def _firm_words(line: Line, span: Span) -> Iterator[tuple[str, str]]:
    """List the words by which a firm goes alone: the first of its name, and the last before its legal form."""
    last = line.word(span.last - 1 - (line.word(span.last - 1) == "."))
    is_joined = "&" in [line.word(at) for at in range(span.first, span.last)]
    if span.type != "organization" or span.last - span.first == 1 or not (is_joined or last in FIRM_ENDINGS):
        return
    end = span.last
    while end - span.first > 1 and (line.word(end - 1) in LEGAL_FORMS or line.word(end - 1) == "."):
        end -= 1
    for at in {span.first, end - 1} if end < span.last else {span.first}:
        yield line.word(at), span.name or line.text(span)


def _kind(line: Line, at: int) -> EntityType | None:
    """Tell by the words beside it which of the two a word means."""
    before, after = line.word(at - 1), line.word(at + 1)
    if before.lower().rstrip(".") in TITLES | HONORIFICS or (before == "." and line.word(at - 2).lower() in HONORIFICS):
        return "person"
    if (after == "," and line.word(at + 2).isdigit()) or after == "who" or line.word(at + 2) == "who":
        return "person"
    pronoun = _pronoun(line, at + 1)
    if pronoun in _PERSONAL or (pronoun and not _is_famous(line.word(at))):
        return "person" if pronoun in _PERSONAL else "organization"
    follows = after.lower() in FIRMS_HAVE | ORGANIZATION_NOUNS | FIRMS_DO
    entry = entry_at(line, at, at + 1)
    listed = entry is not None and entry.type == "organization" and not entry.doubtful
    described = before.lower() in ORGANIZATION_DESCRIPTORS | ORGANIZATION_NOUNS_BEFORE
    return "organization" if follows or described or listed or is_related(line, at) else None


def _pronoun(line: Line, at: int) -> str:
    """Give the pronoun of what someone says about himself or a firm about itself: "Dell said it would"."""
    if line.word(at) not in SPEECH:
        return ""
    ahead = range(at + 1, at + _LONGEST_CLAUSE)
    return next((line.word(index) for index in ahead if line.word(index) in _PERSONAL or _is_firm(line, index)), "")


def _is_firm(line: Line, at: int) -> bool:
    """Tell whether an "it" is a firm that will do or has done something; the one of "it was a good time" is nobody."""
    return line.word(at) == "it" and line.word(at + 1) in _FIRMS_WILL
