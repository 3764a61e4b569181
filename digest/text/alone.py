"""Whether a sentence can be read by itself, away from the text around it."""

import re
from functools import cache

from digest.text.dates import calendar_words
from digest.text.patterns import pattern

_FEWEST_WORDS, _MOST_WORDS = 7, 50
_POINTS_BACK = {
    "en": "he she it they this that these those his her hers its their theirs him them himself herself itself themselves "
    "such both neither either another others another here there i we you my our your me us who which whose whom one "
    "mine ours yours",
    "de": "er sie es dies diese dieser dieses diesem diesen sein seine seinem seinen seiner seines ihr ihre ihrem ihren ihrer "
    "ihres wir ich jener jene jenes beide dabei dafür dagegen daran darauf darin darum davon dazu dort dorthin deren dessen "
    "hierzu hierfür hierbei hiermit "
    "letztere letzterer letzteres letzteren ersterer ersteres derselbe dieselbe dasselbe dieselben",
    "es": "él ella ellos ellas esto esta este estos estas eso ese esa esos esas ello su sus ambos ambas dicho dicha dichos "
    "dichas allí aquí yo nosotros lo le",
    "fr": "il elle ils elles eux ce cela ceci cette ces cet celui celle ceux celles son sa ses leur leurs on nous vous je lui là",
    "it": "lui lei loro egli essi esse questo questa questi queste quello quella suo sua suoi sue entrambi ciò lì io "
    "noi ne tale tali quest quell",
    "nl": "hij zij ze dat deze dit die zijn haar hun wij we ik daar hier beide",
    "pt": "ele ela eles elas isto isso aquilo este esta estes estas esse essa esses essas aquele aquela seu sua seus suas "
    "ambos ambas lá ali eu nós",
}
# What these point back to stands before the sentence, unless a name or a noun in it comes first: "Under his leadership, …".
_POINTS_BACK_INSIDE = {
    "en": "he she it they his her hers its their theirs him them this these those",
    "de": "er ihm ihn ihr ihre ihrem ihren ihrer ihres ihnen sein seine seinem seinen seiner seines diesem dieser diesen dieses",
    "es": "él ella ellos ellas esto eso ello su sus este esta ese esa estos estas",
    "fr": "il elle ils elles eux lui cela ceci ce cet cette ces son sa ses leur leurs",
    "it": "lui lei loro egli essi esse ciò questo questa questi queste suo sua suoi sue",
    "nl": "hij zij ze hem hen hun zijn haar deze dit",
    "pt": "ele ela eles elas isto isso aquilo este esta esse essa seu sua seus suas",
}
# Words that open a sentence before any noun that a pronoun could stand for.
_BEFORE_NOUNS = {
    "en": "about above according across after against along alongside amid among around as at away because before behind below "
    "beneath beside between beyond by days despite during early earlier even every for from given in inside into just last late "
    "like minutes moments months near next of off on once one only out outside over per shortly since soon than thanks then "
    "through throughout to today together tomorrow tonight toward towards two under unlike until unusually upon via weeks "
    "when while why with within without years yesterday asked told",
    "de": "ab am an angesichts auch auf aus außer bei beim bis durch für gegen gemäß gestern heute hinter im in infolge "
    "innerhalb ins laut mit mithilfe mittels nach neben ob ohne seit statt trotz über um unter vom von vor während wegen zu "
    "zufolge zum zur zwischen",
    "es": "a al ante antes bajo como con contra de del desde después durante en entre gracias hacia hasta junto mediante para "
    "por pese según sin sobre tras",
    "fr": "à au aux avant avec après chez comme contre d' dans de depuis des dès devant du durant en entre face grâce hors "
    "jusqu' malgré outre par parmi pendant pour quant sans sauf selon sous sur vers",
    "it": "a al alla ai con contro da dal dalla de del della di dopo durante entro fra grazie in nel nella per prima presso "
    "secondo senza sotto su sul sulla tra verso nonostante malgrado",
    "nl": "aan achter bij binnen boven buiten door in langs met na naar naast ondanks onder op over per rond sinds tegen tijdens "
    "tot tussen uit van vanaf volgens voor wegens zonder",
    "pt": "a à ao após antes até com como contra de da do desde depois durante em entre graças na nas no nos para perante pela "
    "pelo por segundo sem sob sobre apesar conforme",
}
_SUBJECT_FOLLOWS = pattern(r", (?:the|an?|la|le|les|el|los|las|il|lo|i|gli|de|het|os?|as|une?|una|uma?)(?= )|, l['’]")
# More than one, of whom no "she" can mean one: "Readers who knew her".
_OPENS_WITH_MANY = pattern(r"(?i)(?:\w{2,}[^aeiou]ers|\w+(?:als|nts|ists)|people|men|women|children)$")
_OF_PERSONS = frozenset("he she his her hers him".split())
_LEADS_ON = {
    "en": r"""and|but|so|or|nor|yet|however|also|then|thus|therefore|hence|instead|meanwhile|moreover|furthermore|besides|still|
      nevertheless|nonetheless|otherwise|likewise|similarly|consequently|accordingly|additionally|finally|afterwards?|later|
      because|since|although|though|while|whereas|even|indeed|rather|elsewhere|already|again|now|secondly|thirdly|too|
      (?:as|if|when)\s(?:a\sresult|so|not|well|such|it|he|she|they|this|that)|
      in\s(?:addition|fact|contrast|turn|short|other\swords|that|this|it|response|return)|
      for\s(?:example|instance|this|that|these|his|her|its|their)|on\s(?:the\s(?:other\shand|contrary)|top\sof)|
      at\s(?:the\ssame|that|this)|by\s(?:contrast|then|that|this)|after\s(?:that|this)|with\s(?:this|that|it)|
      of\s(?:these|those|them|course)|that\s?['’]s|(?:all|some|many|most|several|few|none|each|part|half)\sof\s
      (?:this|that|these|those|them|it|which)|the\s(?:same|latter|former|other|others)|
      the\s(?:two|three|four|pair|duo|trio)\b(?!\s(?:\w+est|most|main)\b)|not\sso|doing\sso|once\s(?:there|inside|outside|back|again)|
      (?:the\s)?(?:first|second|third|last|next|two|three|both)\sof\s(?:these|those|them)""",
    "de": r"""aber|und|oder|doch|denn|jedoch|auch|außerdem|zudem|dennoch|trotzdem|allerdings|deshalb|deswegen|daher|dadurch|damit|
      dann|danach|seitdem|inzwischen|unterdessen|derweil|hingegen|hinzu|stattdessen|schließlich|zum\sbeispiel|so|
      (?-i:D(?:as|ie|er|em|en)\s(?!(?:am|an|auf|aus|bei|beim|durch|für|gegen|im|in|mit|nach|seit|über|um|unter|
      vom|von|vor|zu|zum|zur|zwischen)\b)[a-zäöüß]+\s(?:das|die|der|dem|den|ein|eine|einen|einem|einer|sich|es|er|sie|wir|am|im|zum|zur|
      nun|jetzt|auch|nicht|aus|mit|nach|laut))""",
    "es": r"""pero|y|o|sin\sembargo|no\sobstante|además|asimismo|así|también|tampoco|entonces|luego|después|
      por\s(?:ello|eso|tanto|otr[oa])|en\scambio|de\shecho|aunque|mientras|l[oa]s\s(?:dos|tres)""",
    "fr": r"""mais|et|ou|or|car|donc|cependant|toutefois|pourtant|néanmoins|aussi|ainsi|ensuite|puis|enfin|
      alors|c['’]|en\s(?:outre|revanche|effet)|par\s(?:ailleurs|exemple)|de\splus|d['’]autres?|les\s(?:deux|trois)""",
    "it": r"""lo\s(?:ha|hanno|aveva|è)|ma|e|o|però|anche|inoltre|tuttavia|quindi|così|invece|poi|infatti|perciò|dunque|mentre""",
    "nl": r"""maar|en|of|want|ook|toch|dus|daarom|daarnaast|bovendien|echter|daarmee|daarna|toen|zo""",
    "pt": r"""mas|e|ou|porém|contudo|entretanto|no\sentanto|além\sdisso|assim|então|depois|também|por\s(?:isso|outro)|já""",
}
_CAPTION = pattern(
    r"(?i)^(?:by\b|published|updated|scroll down|watch|click|read more|photo|image|video|pictured|source:|related|share\b|"
    r"follow\b)"
)
# News tells what happened; a line under a picture, what it shows: "The ferry lies on its side off Brunholm harbour."
_PICTURE = pattern(
    r"""(?x)^(?:(?!(?:said|says|told|that|will|was|were|had|has|have|who|which)[ ])[^\s,.;:]+\.?[ ]){1,8}?
      (?:(?:is|are)[ ](?:seen|shown|pictured)|waves[ ](?:to|at)|shakes[ ]hands|
      (?:walks|looks|rides|marches)[ ](?:at|on|out|over|past|through|to|with|along|down|into|in)|talks[ ](?:to|with)|
      poses?|arrives?|attends?|holds?|speaks?|stands?|sits?|smiles?|celebrates|gestures|addresses|greets|listens|kisses|hugs|
      pauses|performs|inspects|carr(?:y|ies)|lies|embraces|watch(?:es)?|gather|sings?|reacts|answers|cheers|competes)[ ]"""
)
_LONGEST_CAPTION = 32  # words
_LABEL = pattern(r"^(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+: ")
_WORD = pattern(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENING = "\"“‘«'(["
_CLOSING = "\"”’»') "
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


@cache
def _pointers(language: str) -> frozenset[str]:
    return frozenset(_POINTS_BACK[language].split())


@cache
def _inner(language: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(_POINTS_BACK_INSIDE[language].split()), frozenset(_BEFORE_NOUNS[language].split())


def _dangles(sentence: str, language: str) -> bool:
    """Say whether a pronoun comes before any name, or any noun of its sentence, that it could stand for."""
    words = _WORD.findall(_SUBJECT_FOLLOWS.split(sentence, maxsplit=1)[0])
    pronouns, before_nouns = _inner(language)
    first = words[0].lower()
    wanted = (
        pronouns
        if first in before_nouns
        else _OF_PERSONS
        if first == "the" or _OPENS_WITH_MANY.match(first)
        else frozenset[str]()
    )
    days_and_months = calendar_words(language)
    for word in words[1:]:
        if word in wanted:
            return True
        if word[0].isupper() and word.casefold() not in days_and_months:
            return False
    return False


@cache
def _leads(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?ix)(?:{_LEADS_ON[language]})\b")


def stands_alone(sentence: str, language: str) -> bool:
    """Say whether a sentence is whole, of usual length, no question or caption, and does not point back or lead on.

    In a language whose words for that are not known, none can be told to; a language that nobody stated is taken for English.
    """
    words = _WORD.findall(sentence)
    spoken = language[:2] or "en"
    return (
        spoken in _POINTS_BACK
        and _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and sentence.rstrip(_CLOSING)[-1:] in (".", "!")
        and not sentence.rstrip(_CLOSING).endswith("...")
        and sentence[0] not in _OPENING
        and not sentence[0].islower()
        and not sentence.isupper()
        and words[0].lower().replace("’", "'").partition("'")[0] not in _pointers(spoken)
        and not _dangles(sentence, spoken)
        and not _leads(spoken).match(sentence)
        and not _CAPTION.match(sentence)
        and not _LABEL.match(sentence)
        and sentence.count('"') % 2 == 0
        and all(sentence.count(first) == sentence.count(last) for first, last in _MARKS)
    )


def shows_picture(sentence: str) -> bool:
    """Say whether an English sentence most likely tells what a picture beside it shows."""
    return bool(_PICTURE.match(sentence)) and len(sentence.split()) <= _LONGEST_CAPTION
