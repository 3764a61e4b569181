"""English words by which a sentence says less than it could, from modals to denials, and words for outcomes."""

import re

from digest.text.words import stems

MODAL = re.compile(r"(?i)\b(?:could|may(?! \d)|might|would|should|can)\b(?! ?not\b)")
PLAN = re.compile(
    r"(?i)\b(?:(?:plan|hop|aim|intend|seek|want|wish|try|tri|propos|expect|attempt|ask|prepar|consider|discuss|explor|weigh|sought)"
    r"(?:s|e|es|ed|d|ing|ning|ned|ies)?|proposals?|draft)\b"
)
DOUBT = re.compile(
    r"(?i)\b(?:potential(?:ly)?|possib(?:le|ly)|likely|probabl[ey]|perhaps|maybe|alleged(?:ly)?|alleges?|reportedly|"
    r"suspected|suspects?(?= (?:that|the|an?|he|she|it|they)\b)|accus(?:es?|ed)|"
    r"appear(?:s|ed)? to|seem(?:s|ed|ingly)?|suggest(?:s|ed)?|tentative(?:ly)?|claim(?:s|ed)?|"
    r"estimated|unconfirmed|threat(?:ens?|ened)|rumou?red)\b"
)
FUTURE = re.compile(r"(?i)\b(?:will|set to|due to|would|shall|going to|to)\b")
# The hedges that speak of what directly follows them.
APPLIED = re.compile(
    r"(?i)\b(?:could|may(?! \d)|might|propos(?:ed|es)|planned|plan(?:s|ning)? to|potential|possible|alleged(?:ly)?|suspected|"
    r"expected to|hop(?:es|ing) to)\b"
)
# In what was said before, "would" is the "will" of then.
REPORTED = re.compile(
    r"(?i)\b(?:said|told|announced|promised|pledged|vowed|confirmed|declared|ruled|decided|agreed|wrote|stated|added|insisted|"
    r"assured|warned|predicted|forecast)\b"
)
SOME = re.compile(
    r"(?i)\b(?:some|many|most|several|often|usually|sometimes|mostly|partly|few|nearly|almost|generally|typically|tend)\b"
)
ALL = re.compile(r"(?i)\b(?:all|every|everyone|everything|always|never|entire(?:ly)?|completely|fully|none|only|any)\b")
DENIAL = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail(?:s|ed)? to|refus(?:es?|ed)|"
    r"den(?:y|ies|ied)|reject(?:s|ed)?|lacks?|lacked|unable|stop(?:s|ped)?|against)\b|n[’']t\b"
)
ACCOMPLISHED = re.compile(r"(?i)\b(?:now|already|officially|finally)\b")
# In each group, one word can stand for another.
OUTCOMES = tuple(
    frozenset(stems(group))
    for group in (
        "adopted approved passed ratified endorsed enacted accepted backed",
        "agreed agreement signed deal",
        "confirmed proved proven proof verified",
        "completed finished",
        "guarantees guaranteed ensures ensured assured definitely",
        "banned outlawed abolished prohibited forbidden",
        "convicted guilty sentenced",
        "decided decision resolved",
    )
)
