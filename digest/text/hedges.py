"""English words by which a sentence says less than it could, from modals to denials, and words for outcomes; in lower case."""

import re
from collections.abc import Iterable
from functools import cache

from digest.text.patterns import pattern
from digest.text.remembered import Remembered
from digest.text.words import stems

_MODAL = r"could|may(?! \d)|might|would|should|can"
MODAL = pattern(rf"\b(?:{_MODAL})\b(?! ?not\b)")
_PLAN = (
    r"(?:plan|hop|aim|intend|seek|want|wish|try|tri|propos|expect|attempt|ask|prepar|consider|discuss|explor|weigh|sought)"
    r"(?:s|e|es|ed|d|ing|ning|ned|ies)?|proposals?|draft|must still|ha(?:s|ve|d) yet to|still needs? to|"
    r"(?:offer|promis|pledg|vow)(?:e|s|es|ed|ing)? to|appl(?:ied|ying) for|appl(?:ied|ying) to(?! (?:the|an?|all|any|its)\b)|"
    r"thinking (?:of|about)|scheduled|"
    r"talks (?:to|with|about|on|over)|agree(?:s|d)? in principle|about to|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:for|on)"
)
PLAN = pattern(rf"\b(?:{_PLAN})\b")
_DOUBT = (
    r"potential(?:ly)?|possib(?:le|ly)|likely|probabl[ey]|perhaps|maybe|alleged(?:ly)?|alleges?|reportedly|"
    r"suspected|suspects?(?= (?:that|the|an?|he|she|it|they)\b)|accus(?:es?|ed)|"
    r"appear(?:s|ed)? to|seem(?:s|ed|ingly)?|suggest(?:s|ed)?|tentative(?:ly)?|claim(?:s|ed)?|"
    r"(?:fear(?:s|ed)?|worr(?:y|ies|ied)|concern(?:s|ed)?)(?= (?:for|about|over) \w)|"
    r"fac(?:es?|ing) up to|estimated|unconfirmed|threat(?:ens?|ened)|rumou?red|apparently|"
    r"(?:almost|nearly)(?= (?!hundred|doubl|halv|tripl)[a-z]+ed\b)"
)
DOUBT = pattern(rf"\b(?:{_DOUBT})\b")
# What others hold to be so; that they say so is no stronger.
_BELIEF = (
    r"(?:believe|think|suspect|suppose|assume)s?(?= (?:that|the|an?|he|she|it|they)\b)|"
    r"(?:believed|said|thought|understood|reported|assumed|presumed|feared)(?= to (?:have|be [a-z]+ing)\b)"
)
BELIEF = pattern(rf"\b(?:{_BELIEF})\b")
TOLD = pattern(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ells?|old)|according to|argu\w+|warn\w*|view|opinion|f(?:inds?|ound)|fear\w*|calls?)\b"
)
# What goes with something does not bring it about yet.
_ASSOCIATED = r"associated with|correlated with|linked (?:to|with)"
ASSOCIATED = pattern(rf"\b(?:{_ASSOCIATED})\b")
CAUSES = pattern(
    r"\b(?:caus|lower|rais|reduc|increas|prevent|protect|cut|boost|shorten|lengthen|improv|worsen|trigger|cure|damag|harm|"
    r"ward|lead|leads|led)(?:s|es|ed|d|e|ing|ting)?\b"
)
PROMISE = pattern(r"\b(?:will|shall|going to)\b|[’']ll\b")
DUE = pattern(r"\b(?:due|would|(?:set|is|are|was|were|about) to)\b")
TO_COME = pattern(r"\b(?:set to|due|would|to(?! \d))\b")
# Words by which one comes to a plan or an offer, which may stand for each other.
ASKING = pattern(
    r"\b(?:t(?:ells?|old)|advi[sc]|warn|press|push|appeal|encourag|campaign|lobb|recommend|demand|offer|promis|pledg|vow|"
    r"appl|request|petition|plead|willing|consult|negotiat|talk|debat|look|stud|mull|eye|ready|read|schedul)\w*"
)
# Where a text has one of these, it does not leave open whether what was planned comes about.
DECIDED = pattern(
    r"\b(?:will|shall|going to|(?:is|are|was|were) to|due|set to|about to|must|scheduled|decided|agree[sd]?(?! in principle)|"
    r"announce[sd]?|promise[sd]?|pledge[sd]?|vow(?:s|ed)|confirm(?:s|ed)|order(?:s|ed)|approve[sd]?|vote[sd])\b|[’']ll\b"
)
FUTURE = pattern(r"\b(?:will|set to|due to|would|shall|going to|to(?! \d))\b")
# The hedges that speak of what directly follows them.
_APPLIED = (
    r"could|may(?! \d)|might|propos(?:ed|es)|planned|plan(?:s|ning)? to|potential|possible|alleged(?:ly)?|suspected|"
    r"(?:fear(?:s|ed)?|worr(?:y|ies|ied)|concern(?:s|ed)?)(?= (?:for|about|over) \w)|"
    r"fac(?:es?|ing) up to|"
    r"expected to|hop(?:es|ing) to|(?:aim|intend|seek|want|offer|propos|promis|try|tri)(?:s|es|ed|ies|ied|ing)? to|"
    r"considering|exploring|talks to|appl(?:ied|ying) to(?! (?:the|an?|all|any|its)\b)|"
    r"perhaps|apparently|about to|wish(?:es|ed)? to|sought to|attempt(?:s|ed) to|"
    r"th(?:inking|ought) (?:of|about)|scheduled to|(?:believed|said|thought|understood|reported)(?= to (?:have|be)\b)"
)
APPLIED = pattern(rf"\b(?:{_APPLIED})\b")
# What leaves open whether the thing behind it comes about; "will" is stronger.
_OPEN = r"could|may(?! \d)|might|whether"
OPEN = pattern(rf"\b(?:{_OPEN})\b")
# In what was said before, "would" is the "will" of then.
REPORTED = pattern(
    r"\b(?:said|told|announced|promised|pledged|vowed|confirmed|declared|ruled|decided|agreed|wrote|stated|added|insisted|"
    r"assured|warned|predicted|forecast)\b"
)
SOME = pattern(r"\b(?:some|many|most|several|often|usually|sometimes|mostly|partly|few|nearly|almost|generally|typically|tend)\b")
_ALL = r"all|every|everyone|everything|always|never|entire(?:ly)?|completely|fully|none|only|any"
ALL = pattern(rf"\b(?:{_ALL})\b")
_DENIAL = (
    r"not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|fail(?:s|ed)? to|refus(?:es?|ed)|"
    r"den(?:y|ies|ied)|reject(?:s|ed)?|lacks?|lacked|unable|stop(?:s|ped)?|"
    r"(?:vot|rul|decid)(?:es?|ed|ing) against|sp(?:eaks?|oke|oken|eaking) against"
)
_NO_DENIAL = r"(?! (?:stop|prevent|deter|only|without)\b)"  # it "did not stop them" from it
DENIAL = pattern(rf"(?<!not )(?<!n[’']t )\b(?:{_DENIAL})\b(?<!\bnot)|\bnot\b{_NO_DENIAL}|n[’']t\b{_NO_DENIAL}")
# "Not before May" is "when it is May".
NOT_BEFORE = pattern(r"(?:\bnot|n[’']t)\b[^.;]{0,120}\b(?:before|until|till)\b")
NOT_EARLIER = pattern(r"\b(?:when|once|after|(?:only|first|from) (?:in|on|at|\d|\w+day|next|this))\b")
# Words that deny by what they mean: "lost power" is as good as "without power".
ADVERSE = pattern(
    r"\b(?:los[et]s?|losing|clos(?:es?|ed|ing|ure)|shut(?:s|ting)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|ban(?:s|ned)?|barred|"
    r"blocks?|blocked|prevent(?:s|ed)?|suspend(?:s|ed)?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|drop(?:s|ped)?|abandon(?:s|ed)?|"
    r"oppos(?:es?|ed)|rul(?:es?|ed) out|declin(?:es?|ed)|avoid(?:s|ed)?|miss(?:es|ed)?|absen(?:t|ce)|exclud(?:es?|ed)|"
    r"unlikely|unaffordable|unchanged|free of|instead of|rather than|few|little|barely|only|insist(?:s|ed)?|"
    r"(?:is|are|was|were|be|been|campaign\w*|vot\w+|rul\w+|decid\w+|decision|protest\w*|fights?|fought|speak\w*|spoke) against|"
    r"g(?:ave|ive|iven|ives|iving) up|ceas(?:es?|ed|ing)|withdr[ae]w(?:s|n)?|quit(?:s|ting)?|"
    r"call(?:s|ed) off|spare[sd]?|innocent|shortages?|scarce|scarcity|outages?|blackouts?|power out|cut off)\b"
)
ACCOMPLISHED = pattern(r"\b(?:now|already|officially|finally)\b")
# A stage before the outcome: who is charged is not convicted yet.
STAGE = pattern(
    r"\b(?:charged|arrested|indicted|detained|on trial|investigat(?:es?|ed|ing|ions?)|inquiry|probe|talks?|negotiat(?:es?|ed|"
    r"ing|ions?)|candidates?|nominees?|nominated|frontrunners?|favourites?|review(?:s|ed|ing)?|studies|early|preliminary|"
    r"request(?:s|ed)?|recommend(?:s|ed|ations?)?|urg(?:es?|ed)|call(?:s|ed|ing)? (?:for|on)|under way|ongoing|developing|"
    r"argu(?:es?|ed)|believ(?:es?|ed)|delay(?:s|ed)?|timelines?|process|discussions?|ballot(?:s|ed)?)\b"
)
PART = pattern(r"\b(?:committee|subcommittee|panel|faction|lower house|upper house)\b")
CONDITION = pattern(r"\b(?:if|unless|whether|until|before|must|need(?:s|ed)?|once|when)\b")
# In each group, one word can stand for another.
_OUTCOMES = (
    "adopted approved passed ratified endorsed enacted accepted backed supports decided agreed agreement signed deal",
    "confirmed proved proven proof verified",
    "completed finished ended came",
    "guarantees guaranteed ensures ensured assured definitely",
    "banned outlawed abolished prohibited forbidden barred",
    "obtained secured granted gained won got get received gave given",
    "scrapped cancelled canceled abandoned axed ditched shelved called dropped withdrew withdrawn ended stopped closed shut",
    "convicted guilty sentenced jailed imprisoned prison admitted pleaded",
)
# What tells of an outcome only where the text has a word of its group.
_NO_OUTCOMES_ALONE = (
    "deal agreement decision proof prison came gained won got get received gave given called dropped withdrew "
    "withdrawn ended stopped closed shut"
)
# Modals, plans and doubt in other languages; a verb that means to plan only before the verb that it plans.
HEDGES_OF_OTHER_LANGUAGES = {
    language: pattern(rf"\b(?:{forms})\b")
    for language, forms in {
        "de": r"könnten?|dürften?|möchten?|vielleicht|womöglich|möglicherweise|wahrscheinlich|vermutlich|angeblich|"
        r"mutmaßlich\w*|erwäg(?:t|en)|plan(?:t|en)|geplant\w*|will|wollen|hoff(?:t|en)|prüf(?:t|en)|noch nicht entschieden",
        "es": r"podrían?|deberían?|quizás?|tal vez|probablemente|posiblemente|al parecer|presunt\w+|(?<!por )supuest\w+|"
        r"querrían?|"
        r"(?:quier|esper|plane|prev|pretend|estudi|propon|baraj)[aeé]n? \w+[aei]r|(?:aún|todavía) no han? decidido",
        "fr": r"pourrai(?:t|ent)|devrai(?:t|ent)|peut-être|probablement|sans doute(?! possible)|présumée?s?|"
        r"pas encore (?:décidé|tranché)|"
        r"(?:veu(?:t|lent)|(?:espèr|souhait|envisag|projett|cherch)e(?:nt)?|prévoi(?:t|ent)) (?:de |à |d['’])?\w+(?:[ei]r|re)",
        "it": r"(?:pot|dov|vor)rebbe(?:ro)?|forse|probabilmente|presunt\w|non (?:ha|hanno) ancora deciso|"
        r"(?:v(?:uole|ogliono)|(?:sper|pens|punt|cerc)h?[aiu]?(?:no)?|(?:intend|preved)(?:e|ono)) (?:di |ad? )?\w+[aei]r(?:e|si)|"
        r"sta(?:nno)? valutando",
        "nl": r"zou(?:den)? [^.,;]{0,120}kunnen|misschien|(?<!zo snel )(?<!zo veel )mogelijk|wellicht|"
        r"waarschijnlijk|vermoedelijk|naar verluidt|"
        r"wil|willen|hoop(?:t|en)|overwe(?:egt|gen)|van plan|nog niet (?:besloten|beslist)",
        "pt": r"poderiam?|poderá|deveriam?|talvez|provavelmente|possivelmente|supost\w+|alegad\w+|"
        r"(?:quer(?:em)?|esperam?|planejam?|planeiam?|pretendem?|estudam?|prop(?:õe|õem)) \w+[aei]r|ainda não decidi\w+",
    }.items()
}
# What denies in other languages; not what only adds: "nicht nur".
DENIALS_OF_OTHER_LANGUAGES = {
    language: pattern(rf"\b(?:{forms})\b")
    for language, forms in {
        "de": r"nicht(?! (?:nur|mehr als))|kein\w*|niemals|niemand\w*|nie",
        "es": r"no(?! (?:s[oó]lo|solamente))|nunca|jamás|nadie|ning[uú]n\w*|descart(?:ó|a|an|aron)(?= que\b)",
        "fr": r"pas(?! (?:seulement|que))|aucune?|jamais",
        "it": r"non(?! (?:solo|soltanto))|nessun\w*",
        "nl": r"niet(?! alleen)|geen|nooit|niemand",
        "pt": r"não(?! (?:só|apenas|somente))|nunca|jamais|nenhuma?|ninguém",
    }.items()
}
# What follows a denial of a time only, in its clause: "no reabrirá antes de mayo" is "reabrirá en mayo".
UNTIL_OF_OTHER_LANGUAGES = {
    language: pattern(forms)
    for language, forms in {
        "de": r" (?:vor|bis)\b",
        "es": r"[^.,;:]{0,80}\b(?:antes del?|hasta)\b",
        "fr": r"[^.,;:]{0,80}\b(?:avant|jusqu)",
        "it": r"[^.,;:]{0,80}\b(?:prima d|fino a)",
        "nl": r" v[oó]{2}r\b",
        "pt": r"[^.,;:]{0,80}\b(?:antes d|até\b)",
    }.items()
}
_SMALL = str.maketrans("İıſ", "iis")
_FORM = pattern(r"(?:[^|()]|\((?:[^()]|\([^()]*\))*\))+")
_AFTER_A_WORD = pattern(r" |\(\?[=!]")
_TELLING = (_MODAL, _PLAN, _DOUBT, _BELIEF, _ASSOCIATED, _APPLIED, _OPEN, _ALL, _DENIAL)


def _first_words(*kinds: str) -> re.Pattern[str]:
    """Match the first word of each form."""
    first = [_AFTER_A_WORD.split(form)[0] for forms in kinds for form in _FORM.findall(forms)]
    return pattern(rf"\b(?:{'|'.join(first)})\b|n[’']t\b")


def lower(text: str) -> str:
    """Write a text in the letters that the patterns here are in, each in its place."""
    return text.lower() if text.isascii() else text.translate(_SMALL).lower()


@cache
def outcomes() -> tuple[frozenset[str], ...]:
    """Return the stems of words for outcomes, in groups of which one word can stand for another."""
    return tuple(frozenset(stems(group)) for group in _OUTCOMES)


@cache
def outcomes_alone() -> frozenset[str]:
    """Return the stems of those that tell of an outcome whatever the text has."""
    return frozenset().union(*outcomes()).difference(stems(_NO_OUTCOMES_ALONE))


def may_differ(text: str) -> bool:
    """Say whether a hedge, a denial or a word for all may begin in a text; where none does, there is nothing to compare."""
    return any(map(_MAY_BEGIN.__getitem__, text.split()))


def denials(text: str) -> Iterable[re.Match[str]]:
    """Find what denies something in a text."""
    return DENIAL.finditer(lower(text)) if any(map(_MAY_DENY.__getitem__, text.split())) else ()


def left_open(text: str) -> Iterable[re.Match[str]]:
    """Find what leaves something open in a text."""
    return OPEN.finditer(lower(text)) if any(map(_MAY_LEAVE_OPEN.__getitem__, text.split())) else ()


def _may_begin(*kinds: str) -> Remembered[bool]:
    """Tell of what stands between white space, which no first word has in it, whether any of some kinds may begin there."""
    first_word = _first_words(*kinds)
    return Remembered(lambda piece: bool(first_word.search(lower(piece))))


_MAY_BEGIN = _may_begin(*_TELLING)
_MAY_DENY, _MAY_LEAVE_OPEN = _may_begin(_DENIAL), _may_begin(_OPEN)
