"""English words that say the opposite of one another, in pairs of kinds; in lower case."""

import re
from collections.abc import Iterator
from itertools import chain, permutations

from digest.text.beside import said_of
from digest.text.patterns import pattern

_AMOUNT = r"(?= (?:by |about |around |nearly |almost |some )?[\d$€£])"
_NOT_OF_TIME = r"(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!weeks )(?<!day )(?<!days )(?<!hours )(?<!season )"
# To raise a question or money is to bring it up or together; of the year, and of a parliament, the words are names.
_NOT_OF_TALK = (
    r"(?! (?:[a-z]+ )?(?:concern|question|alarm|doubt|objection|issue|awareness|hope|fear|money|fund|eyebrow|suspicion))"
)
_NOT_OF_YEAR = r"(?<!this )(?<!last )(?<!next )(?<!the )(?<!each )(?<!every )"
_NOT_OF_HOUSE = r"(?! (?:house|chamber|court))"
_RISE = (
    r"rose|ris(?:e|es|en|ing)|grew|gr(?:ow|ows|own|owing|owth)|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|"
    rf"surg(?:e|es|ed|ing)|soar(?:s|ed|ing)?|increas(?:e|es|ed|ing)|higher|rais(?:e|es|ed|ing){_NOT_OF_TALK}|lift(?:s|ed)|up{_AMOUNT}"
)
_FALL = (
    rf"fell|{_NOT_OF_YEAR}fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|"
    rf"slip(?:s|ped|ping)?|slid(?:es)?|plung(?:e|es|ed|ing)|tumbl(?:e|es|ed|ing)|sank|shr(?:ink|inks|ank|unk)|lo(?:st|ses?|sing){_AMOUNT}|lower(?:s|ed|ing)?{_NOT_OF_HOUSE}|"
    rf"cut(?:s|ting)?|reduc(?:e|es|ed|ing|tion)|down{_AMOUNT}"
)
_KINDS = (
    (_RISE, _FALL),
    (r"highest", r"lowest"),
    (r"largest|biggest", r"smallest"),
    (r"(?<!at )most", r"(?<!at )least|fewest"),
    (r"more", r"less|fewer"),
    (r"larger|bigger", r"smaller"),
    (r"best", r"worst"),
    (r"better", r"worse"),
    (r"fastest|quickest", r"slowest"),
    (r"faster|quicker", r"slower"),
    (r"strongest", r"weakest"),
    (r"stronger|strengthen(?:s|ed)?", r"weaker|weaken(?:s|ed)?"),
    (r"oldest", r"youngest"),
    (r"older", r"younger"),
    (r"hottest|warmest", r"coldest|coolest"),
    (r"hotter|warmer", r"colder|cooler"),
    (r"longest", r"shortest"),
    (r"longer", r"shorter"),
    (r"richest", r"poorest"),
    (r"easier", r"harder"),
    (r"cheaper", r"dearer|costlier"),
    (rf"{_NOT_OF_TIME}earlier", rf"{_NOT_OF_TIME}later"),
    (r"above", r"below"),
    (r"upheld|upholds?", r"thr(?:ew|own|ows?) out|overturn(?:s|ed)?|str(?:uck|ikes?) down|quash(?:es|ed)?|block(?:s|ed)"),
    (r"support(?:s|ed)?|back(?:s|ed)", r"oppos(?:es?|ed)"),
    (r"allow(?:s|ed)?|permitted", r"banned|bar(?:s|red)|prohibit(?:s|ed)?|forb(?:ids?|ade|idden)"),
    (r"convict(?:s|ed)", r"acquit(?:s|ted)|cleared"),
    (r"prais(?:e|es|ed)", r"critici[sz](?:e|es|ed)|condemn(?:s|ed)?"),
    (r"includ(?:e|es|ed|ing)", r"exclud(?:e|es|ed|ing)"),
    (r"surplus", r"deficit"),
    (r"a (?:[a-z]+ )?profit", r"a (?:[a-z]+ )?loss"),
    (r"majority", r"minority"),
    (r"widen(?:s|ed)?", r"narrow(?:s|ed)"),
    (r"tighten(?:s|ed)?", r"eas(?:e|es|ed)|loosen(?:s|ed)?|relax(?:es|ed)?"),
)
# What is done to what forbids is the opposite of what is done to what was forbidden: to lift a ban is to allow. What is compared
# by "than" may be told from either side.
_BARRIER = pattern(
    r"\b(?:bans?|injunctions?|veto(?:es)?|embargo(?:es)?|sanctions?|restrictions?|moratorium|curfews?|limits?|caps?|blockades?|"
    r"repeals?|lawsuits?|charges|against|only|except|outside|than)\b"
)
_PAIRS = tuple(tuple(pattern(rf"\b(?:{words})(?!\w)") for words in kind) for kind in _KINDS)
_ANY = pattern(rf"\b(?:{'|'.join(chain.from_iterable(_KINDS))})(?!\w)")


def may_oppose(text: str) -> bool:
    """Tell whether a text, in small letters, has a word that has an opposite."""
    return bool(_ANY.search(text))


def opposed(one: str, other: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Yield the words of two texts, in small letters, that say the opposite of one thing.

    None where one of the two also says of it what the other says, where something that forbids is spoken of, or where two things
    are compared.
    """
    if _BARRIER.search(one) or _BARRIER.search(other):
        return
    for pair in _PAIRS:
        for said, contrary in permutations(pair):
            ours, theirs = _found(said, one), _found(contrary, other)
            if not (ours and theirs):
                continue
            agreed = frozenset().union(*_found(said, other).values(), *_found(contrary, one).values())
            for word, objects in ours.items():
                against = (found for found, others in theirs.items() if not (objects & others) <= agreed)
                yield from ((word, found) for found in against)


def _found(words: re.Pattern[str], text: str) -> dict[re.Match[str], frozenset[str]]:
    """Return where a text has some words, with what it says them of."""
    return {word: said_of(text, word) for word in words.finditer(text)}
