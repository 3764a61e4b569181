"""Recognise organisations by the company they keep: a word of which nothing is known, joined by "and" to one that is known."""

from collections.abc import Iterator, Sequence

from digest.naming.lines import Line, Span
from digest.naming.shortened import is_distinct
from digest.naming.singles import is_related
from digest.naming.vocabulary import DATES, SPEECH

_JOINING = frozenset({"and", "or"})
_IDEAS = ("ism", "itis", "osis")  # and illnesses
_LONGEST_ROW = 12
# What organisations do together, beside what ends in "ed": things do little, and less beside an organisation.
_DOING = SPEECH | frozenset("will agree plan have bought sold met struck paid built hired sought chose withdrew sign say".split())
_MODALS = frozenset("will would could may might must should can to".split())
_TOGETHER = frozenset(
    "merge combine join cooperate compete agree sign share invest team partner cut build launch sell buy pay".split()
)
_DEALINGS = frozenset(
    "talks deal merger agreement dispute partnership rivalry negotiations contract alliance venture lawsuit battle".split()
)
_PARTNERING = frozenset({"with", "by", "against"})


def listed_names(lines: Sequence[Line], found: Sequence[Span]) -> Iterator[Span]:
    """List the words in a row with an organisation that acts: "Deutsche Bank and Freshfields agreed", "talks between …"."""
    taken = {(span.line, at) for span in found for at in range(span.first, span.last)}
    for span in found:
        line = lines[span.line]
        if span.type != "organization" or span.weight < 0 or line.titled or line.shouted:
            continue
        for at in _neighbours(line, span):
            is_new = (span.line, at) not in taken and _stands_alone(line, at) and is_distinct(line, at)
            if is_new and _is_of_organizations(line, min(at, span.first), max(at + 1, span.last)):
                yield Span(span.line, at, at + 1, "organization")


def _is_of_organizations(line: Line, first: int, last: int) -> bool:
    """Tell whether the words around a row say that organisations stand in it, and not one beside its product or an illness."""
    while first > 0 and last - first < _LONGEST_ROW and _is_in_row(line, first - 1):
        first -= 1
    while last < len(line.tokens) and last - first < _LONGEST_ROW and _is_in_row(line, last):
        last += 1
    after, lead, before = line.word(last), line.word(first - 2).lower(), line.word(first - 1)
    acts = after in _DOING or after.endswith("ed") or (after in {"are", "were"} and line.word(last + 1).endswith("ing"))
    acts = acts or (after in _MODALS and line.word(last + 1) in _TOGETHER)
    joined = (before == "between" and lead in _DEALINGS) or (before in _PARTNERING and lead.endswith("ed"))
    return acts or joined or is_related(line, first)


def _is_in_row(line: Line, at: int) -> bool:
    """Tell whether a token is a name, or stands between the names of a row."""
    return line.tokens[at].is_capitalized or line.word(at) in {",", "&", "the", *_JOINING}


def _neighbours(line: Line, span: Span) -> Iterator[int]:
    """Give the tokens that stand in a row with a name, on either side."""
    if line.word(span.last) in _JOINING:
        yield span.last + 1
    is_acronym = line.tokens[span.first].is_acronym
    if (
        not is_acronym
        and line.word(span.last) == ","
        and line.word(span.last + 2) in _JOINING
        and line.word(span.last + 3)[:1].isupper()
    ):
        yield span.last + 1
    if line.word(span.first - 1) in _JOINING:
        yield span.first - 2


def _stands_alone(line: Line, at: int) -> bool:
    """Tell whether a capitalised word is no part of a longer name."""
    if not 0 <= at < len(line.tokens) or not line.tokens[at].is_capitalized or line.tokens[at].is_acronym:
        return False
    if line.word(at) in DATES or line.word(at).endswith(_IDEAS):
        return False
    before, after = line.word(at - 1), line.word(at + 1)
    return not (before[:1].isupper() and not line.tokens[at].opens) and not after[:1].isupper() and after not in {"-", "&"}
