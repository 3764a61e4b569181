"""English words by which a sentence says less than it could, from modals to denials, and words for outcomes; in lower case."""

import re

from digest.text.remembered import Remembered
from digest.text.words import stems

MODAL = re.compile(r"\b(?:could|may(?! \d)|might|would|should|can)\b(?! ?not\b)")
PLAN = re.compile(
    r"\b(?:(?:plan|hop|aim|intend|seek|want|wish|try|tri|propos|expect|attempt|ask|prepar|consider|discuss|explor|weigh|sought)"
    r"(?:s|e|es|ed|d|ing|ning|ned|ies)?|proposals?|draft)\b"
)
DOUBT = re.compile(
    r"\b(?:potential(?:ly)?|possib(?:le|ly)|likely|probabl[ey]|perhaps|maybe|alleged(?:ly)?|alleges?|reportedly|"
    r"suspected|suspects?(?= (?:that|the|an?|he|she|it|they)\b)|accus(?:es?|ed)|"
    r"appear(?:s|ed)? to|seem(?:s|ed|ingly)?|suggest(?:s|ed)?|tentative(?:ly)?|claim(?:s|ed)?|"
    r"estimated|unconfirmed|threat(?:ens?|ened)|rumou?red)\b"
)
FUTURE = re.compile(r"\b(?:will|set to|due to|would|shall|going to|to)\b")
# The hedges that speak of what directly follows them.
APPLIED = re.compile(
    r"\b(?:could|may(?! \d)|might|propos(?:ed|es)|planned|plan(?:s|ning)? to|potential|possible|alleged(?:ly)?|suspected|"
    r"expected to|hop(?:es|ing) to)\b"
)
# In what was said before, "would" is the "will" of then.
REPORTED = re.compile(
    r"\b(?:said|told|announced|promised|pledged|vowed|confirmed|declared|ruled|decided|agreed|wrote|stated|added|insisted|"
    r"assured|warned|predicted|forecast)\b"
)
SOME = re.compile(
    r"\b(?:some|many|most|several|often|usually|sometimes|mostly|partly|few|nearly|almost|generally|typically|tend)\b"
)
ALL = re.compile(r"\b(?:all|every|everyone|everything|always|never|entire(?:ly)?|completely|fully|none|only|any)\b")
DENIAL = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail(?:s|ed)? to|refus(?:es?|ed)|"
    r"den(?:y|ies|ied)|reject(?:s|ed)?|lacks?|lacked|unable|stop(?:s|ped)?|"
    r"(?:vot|rul|decid)(?:es?|ed|ing) against|sp(?:eaks?|oke|oken|eaking) against)\b|n[’']t\b"
)
# Words that deny by what they mean: "lost power" is as good as "without power".
ADVERSE = re.compile(
    r"\b(?:los[et]s?|losing|clos(?:es?|ed|ing|ure)|shut(?:s|ting)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|ban(?:s|ned)?|barred|"
    r"blocks?|blocked|prevent(?:s|ed)?|suspend(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|drop(?:s|ped)?|abandon(?:s|ed)?|"
    r"oppos(?:es?|ed)|rul(?:es?|ed) out|declin(?:es?|ed)|avoid(?:s|ed)?|miss(?:es|ed)?|absen(?:t|ce)|exclud(?:es?|ed)|"
    r"unlikely|unaffordable|unchanged|free of|instead of|rather than|few|little|barely|only|against|insist(?:s|ed)?|"
    r"withdr[ae]w(?:s|n)?|quit(?:s|ting)?|call(?:s|ed) off|spare[sd]?|innocent)\b"
)
ACCOMPLISHED = re.compile(r"\b(?:now|already|officially|finally)\b")
# How a word begins with which MODAL, PLAN, DOUBT, APPLIED, ALL or DENIAL may begin.
_OPENER = re.compile(
    r"(?<![^\W\d_])(?:(?:can|may|all|any|no|not|nor)(?![^\W\d_])|could|might|would|should|plan|hop|aim|intend|seek|want|wish|try|tri|"
    r"propos|expect|attempt|ask|prepar|consider|discuss|explor|weigh|sought|draft|potential|possib|likely|probabl|perhaps|maybe|"
    r"alleg|reportedly|suspect|accus|appear|seem|suggest|tentative|claim|estimated|unconfirmed|threat|rumou?red|every|always|"
    r"never|entire|complete|full|none|only|nobody|nothing|neither|without|cannot|hardly|fail|refus|den[yi]|reject|lack|unable|"
    r"stop|vot|rul|decid|sp(?:eak|ok))|n[’']t"
)
# A stage before the outcome: who is charged is not convicted yet.
STAGE = re.compile(
    r"\b(?:charged|arrested|indicted|detained|on trial|investigat(?:es?|ed|ing|ions?)|inquiry|probe|talks?|negotiat(?:es?|ed|"
    r"ing|ions?)|candidates?|nominees?|nominated|frontrunners?|favourites?|review(?:s|ed|ing)?|studies|early|preliminary|"
    r"request(?:s|ed)?|recommend(?:s|ed|ations?)?|urg(?:es?|ed)|call(?:s|ed|ing)? (?:for|on)|under way|ongoing|developing|"
    r"timelines?|process|discussions?|ballot(?:s|ed)?)\b"
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
        "convicted guilty sentenced jailed imprisoned prison admitted pleaded",
    )
)
NOUNS_FOR_OUTCOMES = frozenset(stems("deal agreement decision proof prison"))


def _may_differ(piece: str) -> bool:
    return bool(_OPENER.search(piece.lower()))


# Of what stands between white space: whether a hedge, a denial or a word for all may begin in it.
MAY_DIFFER = Remembered(_may_differ)
