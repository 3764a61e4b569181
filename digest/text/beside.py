"""What a word of an English sentence is said of, by what stands beside it: "cut *jobs*", "*fares* fell", "a rise in *fares*"."""

import re

from digest.text.patterns import pattern
from digest.text.words import stems

_NEAR = 240  # characters on either side, farther than a clause goes
_NUMBERS = r"one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|hundred|half|third|quarter|fifth|sixth|tenth"
_UNITS = r"percent(?:age)?|per cent|points?|million|billion|thousand|euros?|dollars?|pounds|years?|months?|weeks?|days?"
_DETERMINERS = r"the|an?|its|his|her|their|this|that|no|any|some|such"
_LINKS = (
    r"in|on|at|by|for|from|to|with|without|under|over|into|near|behind|during|until|between|among|through|across|around|despite|above|below|"
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|again|further|today|yesterday|tomorrow"
)
# What another clause begins behind.
_BREAK = pattern(
    r"[,;:()–—“”\"?!]|\b(?:and|but|or|while|whereas|as|because|since|after|before|though|although|when|where|if|unless|so|than|"
    r"which|who|whose|that|said|says?|found|warned|reported|told)\b"
)
_BY_THE_WAY = pattern(  # how, when and by how much, between a word and its object
    rf"\s+(?:[a-z]+ly|(?:this|last|next|each|every) \w+|(?:[a-z]+day)|(?:about|around|nearly|almost|some|over)(?= [\d$€£])|"
    rf"(?:an? )?(?:[$€£]?\d[\w.,]*%?|(?:{_NUMBERS}|{_UNITS})\b)(?: (?:{_NUMBERS}|{_UNITS})\b)*%?)(?=\W|$)"
)
_OF = pattern(r"\s+of\b")
_IN = pattern(r"\s+in\b")
_NOUN = pattern(rf"\b(?:{_DETERMINERS}) (?:[a-z]+ )?$")  # before a word that is a noun: "the rise", "a sharp rise"
_QUANTITY = pattern(r"\b(?:number|amount|share|proportion|percentage|level|rate|supply|price|cost|quality|risk)s? of\b")
_LINK = pattern(rf"\b(?:{_LINKS}|of)\b")
_DONE_TO = pattern(r"\b(?:is|are|was|were|been|be|being|gets?|got)(?: [a-z]+ly| not)? $")


def said_of(text: str, word: re.Match[str]) -> frozenset[str]:
    """Return the stems of what a word of a text, in small letters, is said of: its object, or else its subject."""
    before, behind = text[max(word.start() - _NEAR, 0) : word.start()], text[word.end() : word.end() + _NEAR]
    clause = _BREAK.split(before)[-1]
    end = _BREAK.search(behind)
    behind = behind[: end.start()] if end else behind
    if of := _OF.match(behind) or (_NOUN.search(clause) and _IN.match(behind)):
        return _head(behind[of.end() :])
    while way := _BY_THE_WAY.match(behind):
        behind = behind[way.end() :]
    named = frozenset[str]() if _DONE_TO.search(clause) and _LINK.match(behind.strip()) else _head(behind)
    return named or _head(clause) or frozenset(stems(clause)) or frozenset(stems(before))


def _head(phrase: str) -> frozenset[str]:
    """Return the stems of a phrase before what is told of it: of "the taxes on homes" those of "taxes"."""
    phrase = _QUANTITY.sub("", phrase)
    link = _LINK.search(phrase)
    return frozenset(stems(phrase[: link.start()] if link else phrase))
