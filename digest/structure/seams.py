"""What is told of an opening's cuts by names that the rest of the text writes: recurring, taken up, first told in full."""

from collections.abc import Iterator, Sequence

from digest.naming.gazetteers import first_names, is_everyday, place_meant
from digest.structure.lexicon import GIVEN_NAME, UNKNOWN_NAME, VERBS, organizations
from digest.structure.model import Judgement, moved, weighed
from digest.structure.named import is_people
from digest.structure.openings import Usage
from digest.structure.tokens import Token

_BROKEN = 6.0
_REACH = 9.0
_HOPELESS = 7.0
_TWICE = 2
_KNOWN_NAME = "X"
_ADJECTIVE = "J"
_NAMES = frozenset((UNKNOWN_NAME, _KNOWN_NAME, GIVEN_NAME))
_GO_ON = frozenset("of from for with at by to as than and or".split())
_LEGAL_FORMS = frozenset("inc llc ltd corp plc ag gmbh se nv bv spa srl sarl llp lp kg".split())
_PLACE_ENDS = frozenset("street road avenue lane square bridge river stadium highway boulevard".split())


def with_names_of_text(verdict: Judgement, used: Usage) -> Judgement:
    """Weigh a judgement by names that a cut would part, as the whole text writes them."""
    tokens = verdict.opening.tokens
    rests = frozenset(cut for cut in verdict.cuts[1:] if cut + 1 < len(tokens) and _is_rest_of_name(*tokens[cut - 1 : cut + 2]))
    if rests:
        verdict = weighed(verdict, lambda cut: -_BROKEN * (cut in rests))
    parted = _parted(verdict)
    if parted:
        verdict = moved(verdict, _moves(tokens, parted, used), reach=_REACH)
    adjectives = [cut for cut in verdict.cuts[1:] if cut + 1 < len(tokens) and tokens[cut].kind == _ADJECTIVE]
    adjectives = [cut for cut in adjectives if _is_before_family_name(tokens[cut], tokens[cut + 1], used)]
    if adjectives:
        verdict = moved(verdict, [(cut, cut + 1) for cut in adjectives], reach=_REACH)
    doubled = [cut for cut in verdict.cuts[1:] if cut + 1 < len(tokens) and _is_doubled(tokens[cut], tokens[cut + 1], used)]
    return moved(verdict, [(cut, cut + 1) for cut in doubled], reach=_REACH) if doubled else verdict


def _parted(verdict: Judgement) -> Sequence[int]:
    """Return the cuts that may part a name, the last first: likely ones, and those to which their chance may move."""
    tokens, least = verdict.opening.tokens, max(verdict.scores) - _HOPELESS
    found: list[int] = []
    for cut, score in sorted(zip(verdict.cuts, verdict.scores, strict=True), reverse=True):
        if cut > 1 and (score > least or cut + 1 in found) and _may_part(tokens[cut - 1 : cut + 1]):
            found.append(cut)
    return found


def _moves(tokens: Sequence[Token], parted: Sequence[int], used: Usage) -> Iterator[tuple[int, int]]:
    """Yield cuts inside a name with the place before it: "Jump Brightwater | Systems", "Ruling Ana | Novak, who"."""
    for cut in parted:
        start = _taken_up(tokens, cut) or _presented(tokens, cut, used)
        start = start or (cut - 1) * _recurs(tokens[cut - 1], tokens[cut], used)
        if start and tokens[start - 1].word not in _GO_ON:
            yield cut, start


def _may_part(seam: Sequence[Token]) -> bool:
    """Whether the words at both sides of a cut can be of one name."""
    is_name = [token.shape in "CAM" and not token.is_function for token in seam] == [True, True]
    return is_name and seam[0].word != seam[1].word and not seam[0].end and not seam[1].opens


def _is_doubled(first: Token, second: Token, used: Usage) -> bool:
    """Whether a name stands twice behind a cut, at the end of the heading and again: "Praise From | Kellan Kellan called"."""
    if first.word != second.word or first.shape != "C" or first.is_function or first.end:
        return False
    return used.pairs[first.word, first.word] < _TWICE


def _is_before_family_name(first: Token, second: Token, used: Usage) -> bool:
    """Whether an adjective stands before the family name of someone told in full elsewhere: "Sends Quayside | Wild Pryce, 19"."""
    if first.shape != "C" or second.shape != "C" or second.kind not in _NAMES or first.end or is_people(first):
        return False
    names = (one for one, two in used.pairs if two == second.word and one != first.word)
    return any(one.title() in first_names() for one in names) and used.pairs[first.word, second.word] < _TWICE


def _is_rest_of_name(before: Token, first: Token, second: Token) -> bool:
    """Whether the words behind a cut can only go on with a name: "Inc. is", "Street say", "International told"."""
    if first.shape not in "CAM":
        return False
    if first.word in _LEGAL_FORMS:
        return True
    if second.shape != "c" or second.kind not in VERBS or before.end or first.shape != "C":
        return False
    if first.word in _PLACE_ENDS or (first.kind == _ADJECTIVE and not place_meant(first.word)):
        return True
    return first.word in organizations() and is_people(before)


def _taken_up(tokens: Sequence[Token], cut: int) -> int:
    """Return where the name that a cut parts begins, if the heading began or went on with the same word."""
    start = cut - 1
    earlier = {one.word for one in tokens[:start]}
    while start > 1 and not tokens[start - 1].end and tokens[start].word not in earlier:
        start -= 1
        earlier.discard(tokens[start].word)
    is_name = tokens[start].kind in _NAMES and not place_meant(tokens[start].word)
    is_whole = all(one.shape in "CAM" and not one.is_function for one in tokens[start:cut])
    return start if start > 1 and is_name and is_whole and tokens[start].word in earlier else 0


def _recurs(before: Token, behind: Token, used: Usage) -> bool:
    """Whether the words at both sides of a cut are a name that stands elsewhere too."""
    return before.kind in _NAMES and used.pairs[before.word, behind.word] >= _TWICE


def _presented(tokens: Sequence[Token], cut: int, used: Usage) -> int:
    """Return where the name of someone begins whom a cut would present by family name alone: "Hail Ruling Ana | Novak, who"."""
    before, first, *behind = tokens[cut - 1 : cut + 2]
    if place_meant(before.word) or place_meant(first.word) or not behind:
        return 0
    if behind[0].shape != "c":
        is_third = behind[0].shape == "C" and not first.end and _is_given(before) and _is_given(first)
        return cut - 1 if is_third and not _stands_elsewhere(before, first, used) else 0
    if first.end == "," and cut > _TWICE and _is_given(tokens[cut - 2]) and not tokens[cut - 2].end:
        return 0 if _is_told_in_full(first, before, used) else cut - 2
    if first.kind not in _NAMES or before.kind not in _NAMES:
        return 0
    if first.word in [one.word for one in tokens[: cut - 2]] and before.kind == UNKNOWN_NAME:
        return 0 if _stands_elsewhere(before, first, used) else cut - 1
    is_first = (_is_given(before) and not _is_given(first)) or first.end == ","
    return cut - 1 if is_first and not _is_told_in_full(first, before, used) else 0


def _is_given(token: Token) -> bool:
    return token.kind == GIVEN_NAME or (token.word.title() in first_names() and not is_everyday(token.word))


def _stands_elsewhere(name: Token, behind: Token, used: Usage) -> bool:
    """Whether a name stands before another word too, somewhere in the text."""
    return any(one == name.word and two != behind.word for one, two in used.pairs)


def _is_told_in_full(family_name: Token, before: Token, used: Usage) -> bool:
    """Whether another name stands before a family name somewhere in the text."""
    names = (one for one, two in used.pairs if two == family_name.word and one != before.word)
    return any(one.title() in first_names() or not is_everyday(one) for one in names)
