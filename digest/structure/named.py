"""What is told of an opening's cuts by names: where one is whole, and what stands before a person's."""

from collections.abc import Iterator, Sequence

from digest.naming.gazetteers import first_names, is_everyday, long_names, place_meant
from digest.structure.lexicon import GIVEN_NAME, POSSESSIVE, UNKNOWN_NAME, offices, organizations, portfolios
from digest.structure.model import Judgement, moved, weighed
from digest.structure.tokens import Token

_LONGEST_NAME = 7
_ORGANIZATION = 2.0
_NAMESAKE = 3.0
_DASHES = ("–", "—", "-", "|", "/", "&", "+")
# Articles and conjunctions of seven languages, but for words such as "do" and "die", which end headings in another.
_GO_ON = frozenset(
    "the an and le les un une des du et que el los las una del y um uma il lo gli der das dem ein eine einen und het een".split()
)
_SAINTS = frozenset("saint san santa são santo sankt sint".split())
_PARTICLES = frozenset("in on up off out down over back away".split())
_PLACE_ENDS = frozenset(
    "street road avenue lane square bridge bay park hall river station stadium arena highway boulevard".split()
)
_OFFICES_END = tuple(
    "minister ministerin präsident präsidentin meister meisterin sprecher sprecherin chef chefin direktor direktorin "
    "leiter leiterin trainer trainerin richter richterin kanzler kanzlerin voorzitter vrouw maker".split()
)


def with_whole_names(verdict: Judgement) -> Judgement:
    """Weigh a judgement by the names that a cut would part."""
    tokens, cuts = verdict.opening.tokens, frozenset(verdict.cuts[1:])
    verdict = weighed(verdict, lambda cut: -_ORGANIZATION * (cut > 1 and _divides_an_organization(tokens, cut)))
    verdict = moved(verdict, _out_of_known_names(tokens))
    if 1 in cuts and _is_office(tokens[0]) and _is_full_name(tokens[1:3]):
        verdict = moved(verdict, [(1, 0)])
    far = [(cut, cut - 2) for cut in sorted(cuts) if cut - 2 in cuts and _divides_a_name_after_office(tokens, cut)]
    verdict = moved(verdict, far) if far else verdict
    back = ((cut, cut - 1) for cut in sorted(cuts, reverse=True) if cut - 1 in cuts and _divides_a_name(tokens, cut))
    on = ((cut, cut + 1) for cut in sorted(cuts) if cut + 1 in cuts and _begins_too_soon(tokens, cut))
    return moved(moved(verdict, back), on)


def with_namesake(verdict: Judgement) -> Judgement:
    """Raise the score of a cut behind a name that the sentence takes up: "Ana Novak, Mayor Ana Novak is", "Ana Novak Ana is"."""
    tokens = verdict.opening.tokens
    return weighed(verdict, lambda cut: _NAMESAKE * (1 < cut <= _LONGEST_NAME and _takes_up(tokens[:cut], tokens[cut : cut + 3])))


def names_after_office(before: Token, behind: Sequence[Token]) -> bool:
    """Tell whether a full name stands behind what someone or a company is, as a name in apposition does: "champion Ana Novak"."""
    return before.shape == "c" and _is_office(before) and _is_full_name(behind[:2])


def _divides_an_organization(tokens: Sequence[Token], cut: int) -> bool:
    """Whether a cut stands before the last word of a name, with which no sentence begins: "World Food | Programme stocks"."""
    last, *behind = tokens[cut : cut + 2] or [Token()]
    is_last = last.word in organizations() and last.shape == "C" and [token.shape for token in behind] == ["c"]
    return is_last and _is_full_name(tokens[cut - 2 : cut])


def _out_of_known_names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the cuts inside well-known names with the one before: "World | Food Programme", "Burkina | Faso"."""
    words = [token.word for token in tokens]
    for start, token in enumerate(tokens):
        if start and token.shape in "CAM":
            known = (name for name in long_names().get(token.word, ()) if tuple(words[start : start + len(name)]) == name)
            yield from ((cut, start) for cut in range(start + 1, start + len(next(known, ()))))


def _divides_a_name(tokens: Sequence[Token], cut: int) -> bool:
    """Whether a cut parts "President | Ana Novak", "Labour | Minister Ana Novak" or "Ana | Novak"."""
    before, behind = tokens[cut - 1], tokens[cut : cut + 5]
    if breaks_off(tokens[cut - 2]):
        return False
    if _is_office(before):
        return _is_full_name(behind[:2])
    if before.word in portfolios() or is_people(before):
        return _is_titled(behind)
    if before.end or not _is_full_name([before, *behind[:1]]) or behind[0].kind != UNKNOWN_NAME:
        return False
    return before.kind == GIVEN_NAME or _is_person([before, *behind])


def _divides_a_name_after_office(tokens: Sequence[Token], cut: int) -> bool:
    """Whether a cut parts "Rancher Bill | Contreras lost", of which the first name may be a word."""
    office, name = tokens[cut - 2], tokens[cut - 1 : cut + 2]
    if not _is_office(office) or breaks_off(tokens[cut - 3]) or name[0].word.title() not in first_names():
        return False
    is_named = _is_full_name(name[:2]) and not name[0].end and name[1].kind == UNKNOWN_NAME
    return is_named and [one.shape for one in name[2:]] == ["c"]


def _begins_too_soon(tokens: Sequence[Token], cut: int) -> bool:
    """Whether a sentence would begin before someone's name: "Called | In Minister Ana Novak", "Hill | Street Ana Novak said"."""
    first, behind = tokens[cut], tokens[cut + 1 : cut + 5]
    if first.word in _PARTICLES:
        return _is_titled(behind)
    return first.word in _PLACE_ENDS and (_is_titled(behind) or _is_person(behind))


def _takes_up(heading: Sequence[Token], sentence: Sequence[Token]) -> bool:
    """Whether a sentence takes a heading's name up: all of its first one, its first word, or one with a given name before it."""
    if _is_person(sentence) and sentence[1].word in [token.word for token in heading]:
        return sentence[0].word != heading[-1].word
    is_named = _is_full_name(heading[:2]) and [token.word for token in heading].count(heading[0].word) == 1
    if len(sentence) < 2 or not is_named or sentence[0].word != heading[0].word:  # noqa: PLR2004 - two words
        return False
    return sentence[1].word == heading[1].word or sentence[1].shape == "c"


def _is_office(token: Token) -> bool:
    """Whether a word stands before a person's name for what he does: "Minister", "Secretary-General", "Referee"."""
    return token.is_title or token.word.endswith(_OFFICES_END) or not offices().isdisjoint(token.word.split("-"))


def is_people(token: Token) -> bool:
    """Whether a word is the adjective of a country or region: "Israeli"."""
    place = place_meant(token.word) if token.shape == "C" else ""
    return bool(place) and place.casefold() != token.word


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether words begin with an office and a full name, whose 's would make it a part of more: "Labour Minister Ana Novak"."""
    office = next((index for index, one in enumerate(tokens) if one.word not in portfolios()), len(tokens))
    named = tokens[office + 1 : office + 3]
    return office < len(tokens) and _is_office(tokens[office]) and _is_full_name(named) and named[-1].kind != POSSESSIVE


def _is_person(tokens: Sequence[Token]) -> bool:
    """Whether a given name, a family name and a word that goes on begin here: "Giorgia Meloni flew"."""
    if not _is_full_name(tokens[:2]) or [token.shape for token in tokens[2:3]] != ["c"]:
        return False
    return tokens[0].word.title() in first_names() and not is_everyday(tokens[0].word)


def _is_full_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and all(token.shape in "CM" and not token.is_function for token in tokens)


def breaks_off(last: Token) -> bool:
    """Whether no heading ends with a word: an article or a conjunction, a dash, the "São" of "São Luís"."""
    if last.word in _DASHES:
        return True
    return not last.end and (
        ((last.shape == "c" or last.word == "the") and last.word in _GO_ON) or (last.shape == "C" and last.word in _SAINTS)
    )
