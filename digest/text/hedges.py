"""English words by which a sentence says less than it could, from modals to denials, and words for outcomes; in lower case."""

import re

from digest.text.remembered import Remembered
from digest.text.words import stems

_MODAL = r"could|may(?! \d)|might|would|should|can"
MODAL = re.compile(rf"\b(?:{_MODAL})\b(?! ?not\b)")
_PLAN = (
    r"(?:plan|hop|aim|intend|seek|want|wish|try|tri|propos|expect|attempt|ask|prepar|consider|discuss|explor|weigh|sought)"
    r"(?:s|e|es|ed|d|ing|ning|ned|ies)?|proposals?|draft|must still|ha(?:s|ve|d) yet to|still needs? to"
)
PLAN = re.compile(rf"\b(?:{_PLAN})\b")
_DOUBT = (
    r"potential(?:ly)?|possib(?:le|ly)|likely|probabl[ey]|perhaps|maybe|alleged(?:ly)?|alleges?|reportedly|"
    r"suspected|suspects?(?= (?:that|the|an?|he|she|it|they)\b)|accus(?:es?|ed)|"
    r"appear(?:s|ed)? to|seem(?:s|ed|ingly)?|suggest(?:s|ed)?|tentative(?:ly)?|claim(?:s|ed)?|"
    r"fac(?:es?|ing) up to|estimated|unconfirmed|threat(?:ens?|ened)|rumou?red"
)
DOUBT = re.compile(rf"\b(?:{_DOUBT})\b")
FUTURE = re.compile(r"\b(?:will|set to|due to|would|shall|going to|to(?! \d))\b")
# The hedges that speak of what directly follows them.
_APPLIED = (
    r"could|may(?! \d)|might|propos(?:ed|es)|planned|plan(?:s|ning)? to|potential|possible|alleged(?:ly)?|suspected|"
    r"fac(?:es?|ing) up to|"
    r"expected to|hop(?:es|ing) to"
)
APPLIED = re.compile(rf"\b(?:{_APPLIED})\b")
# What leaves open whether the thing behind it comes about; "will" is stronger.
_OPEN = r"could|may(?! \d)|might|whether"
OPEN = re.compile(rf"\b(?:{_OPEN})\b")
# In what was said before, "would" is the "will" of then.
REPORTED = re.compile(
    r"\b(?:said|told|announced|promised|pledged|vowed|confirmed|declared|ruled|decided|agreed|wrote|stated|added|insisted|"
    r"assured|warned|predicted|forecast)\b"
)
SOME = re.compile(
    r"\b(?:some|many|most|several|often|usually|sometimes|mostly|partly|few|nearly|almost|generally|typically|tend)\b"
)
_ALL = r"all|every|everyone|everything|always|never|entire(?:ly)?|completely|fully|none|only|any"
ALL = re.compile(rf"\b(?:{_ALL})\b")
_DENIAL = (
    r"not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail(?:s|ed)? to|refus(?:es?|ed)|"
    r"den(?:y|ies|ied)|reject(?:s|ed)?|lacks?|lacked|unable|stop(?:s|ped)?|"
    r"(?:vot|rul|decid)(?:es?|ed|ing) against|sp(?:eaks?|oke|oken|eaking) against"
)
DENIAL = re.compile(rf"\b(?:{_DENIAL})\b|n[’']t\b")
# Words that deny by what they mean: "lost power" is as good as "without power".
ADVERSE = re.compile(
    r"\b(?:los[et]s?|losing|clos(?:es?|ed|ing|ure)|shut(?:s|ting)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|ban(?:s|ned)?|barred|"
    r"blocks?|blocked|prevent(?:s|ed)?|suspend(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|drop(?:s|ped)?|abandon(?:s|ed)?|"
    r"oppos(?:es?|ed)|rul(?:es?|ed) out|declin(?:es?|ed)|avoid(?:s|ed)?|miss(?:es|ed)?|absen(?:t|ce)|exclud(?:es?|ed)|"
    r"unlikely|unaffordable|unchanged|free of|instead of|rather than|few|little|barely|only|insist(?:s|ed)?|"
    r"(?:is|are|was|were|be|been|campaign\w*|vot\w+|rul\w+|decid\w+|decision|protest\w*|fights?|fought|speak\w*|spoke) against|"
    r"withdr[ae]w(?:s|n)?|quit(?:s|ting)?|call(?:s|ed) off|spare[sd]?|innocent)\b"
)
ACCOMPLISHED = re.compile(r"\b(?:now|already|officially|finally)\b")
# A stage before the outcome: who is charged is not convicted yet.
STAGE = re.compile(
    r"\b(?:charged|arrested|indicted|detained|on trial|investigat(?:es?|ed|ing|ions?)|inquiry|probe|talks?|negotiat(?:es?|ed|"
    r"ing|ions?)|candidates?|nominees?|nominated|frontrunners?|favourites?|review(?:s|ed|ing)?|studies|early|preliminary|"
    r"request(?:s|ed)?|recommend(?:s|ed|ations?)?|urg(?:es?|ed)|call(?:s|ed|ing)? (?:for|on)|under way|ongoing|developing|"
    r"argu(?:es?|ed)|believ(?:es?|ed)|delay(?:s|ed)?|timelines?|process|discussions?|ballot(?:s|ed)?)\b"
)
PART = re.compile(r"\b(?:committee|subcommittee|panel|faction|lower house|upper house)\b")
CONDITION = re.compile(r"\b(?:if|unless|whether|until|before|must|need(?:s|ed)?|once|when)\b")
# In each group, one word can stand for another.
OUTCOMES = tuple(
    frozenset(stems(group))
    for group in (
        "adopted approved passed ratified endorsed enacted accepted backed supports decided agreed agreement signed deal",
        "confirmed proved proven proof verified",
        "completed finished ended came",
        "guarantees guaranteed ensures ensured assured definitely",
        "banned outlawed abolished prohibited forbidden barred",
        "obtained secured granted gained won got get received gave given",
        "scrapped cancelled canceled abandoned axed ditched shelved called dropped withdrew withdrawn ended stopped closed shut",
        "convicted guilty sentenced jailed imprisoned prison admitted pleaded",
    )
)
# What tells of an outcome only where the text has a word of its group.
NO_OUTCOMES_ALONE = frozenset(
    stems(
        "deal agreement decision proof prison came gained won got get received gave given called dropped withdrew "
        "withdrawn ended stopped closed shut"
    )
)
_SMALL = str.maketrans("İıſ", "iis")
_FORM = re.compile(r"(?:[^|()]|\((?:[^()]|\([^()]*\))*\))+")
_AFTER_A_WORD = re.compile(r" |\(\?[=!]")
_TELLING = (_MODAL, _PLAN, _DOUBT, _APPLIED, _OPEN, _ALL, _DENIAL)
_FIRST_WORDS = [_AFTER_A_WORD.split(form)[0] for forms in _TELLING for form in _FORM.findall(forms)]
_FIRST_WORD = re.compile(rf"\b(?:{'|'.join(_FIRST_WORDS)})\b|n[’']t\b")


def lower(text: str) -> str:
    """Write a text in the letters that the patterns here are in, each in its place."""
    return text.lower() if text.isascii() else text.translate(_SMALL).lower()


def may_differ(text: str) -> bool:
    """Say whether a hedge, a denial or a word for all may begin in a text; where none does, there is nothing to compare."""
    return any(map(_MAY_BEGIN.__getitem__, text.split()))


def _may_begin(piece: str) -> bool:
    return bool(_FIRST_WORD.search(lower(piece)))


# Of what stands between white space, which no first word has in it.
_MAY_BEGIN = Remembered(_may_begin)
