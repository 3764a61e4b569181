"""Whether a sentence can be read by itself, away from the text around it."""

import re
from functools import cache

_FEWEST_WORDS, _MOST_WORDS = 7, 50
_POINTS_BACK = {
    "en": "he she it they this that these those his her hers its their theirs him them himself herself itself themselves "
    "such both neither either another others another here there i we you my our your me us who which whose whom one",
    "de": "er sie es dies diese dieser dieses diesem diesen sein seine seinem seinen ihr ihre ihrem ihren wir ich jener "
    "jene jenes beide dabei dafür dagegen daran darauf darin darum davon dazu dort dorthin",
    "es": "él ella ellos ellas esto esta este estos estas eso ese esa esos esas ello su sus ambos ambas dicho dicha dichos "
    "dichas allí aquí yo nosotros",
    "fr": "il elle ils elles eux ce cela ceci cette ces cet celui celle ceux celles son sa ses leur leurs on nous vous je lui là",
    "it": "lui lei loro egli essi esse questo questa questi queste quello quella suo sua suoi sue entrambi ciò lì io noi",
    "nl": "hij zij ze dat deze dit die zijn haar hun wij we ik daar hier beide",
    "pt": "ele ela eles elas isto isso aquilo este esta estes estas esse essa esses essas aquele aquela seu sua seus suas "
    "ambos ambas lá ali eu nós",
}
_LEADS_ON = {
    "en": r"""and|but|so|or|nor|yet|however|also|then|thus|therefore|hence|instead|meanwhile|moreover|furthermore|besides|still|
      nevertheless|nonetheless|otherwise|likewise|similarly|consequently|accordingly|additionally|finally|afterwards?|later|
      because|since|although|though|while|whereas|even|indeed|rather|elsewhere|already|again|now|secondly|thirdly|too|
      (?:as|if|when)\s(?:a\sresult|so|not|well|such|it|he|she|they|this|that)|
      in\s(?:addition|fact|contrast|turn|short|other\swords|that|this|it|response|return)|
      for\s(?:example|instance|this|that|these|his|her|its|their)|on\s(?:the\s(?:other\shand|contrary)|top\sof)|
      at\s(?:the\ssame|that|this)|by\s(?:contrast|then|that|this)|after\s(?:that|this)|with\s(?:this|that|it)|
      of\s(?:these|those|them|course)|that\s?['’]s|(?:all|some|many|most|several|few|none|each|part|half)\sof\s
      (?:this|that|these|those|them|it|which)|the\s(?:same|latter|former|other|others)""",
    "de": r"""aber|und|oder|doch|denn|jedoch|auch|außerdem|zudem|dennoch|trotzdem|allerdings|deshalb|deswegen|daher|dadurch|damit|
      dann|danach|seitdem|inzwischen|unterdessen|derweil|hingegen|hinzu|stattdessen|schließlich|zum\sbeispiel|so|
      (?-i:D(?:as|ie|er|em|en)\s[a-zäöüß]+\s(?:das|die|der|dem|den|ein|eine|einen|einem|einer|sich|es|er|sie|wir|am|im|zum|zur|
      nun|jetzt|auch|nicht|aus|mit|nach|laut))""",
    "es": r"""pero|y|o|sin\sembargo|no\sobstante|además|asimismo|así|también|tampoco|entonces|luego|después|
      por\s(?:ello|eso|tanto|otr[oa])|en\scambio|de\shecho|aunque|mientras""",
    "fr": r"""mais|et|ou|or|car|donc|cependant|toutefois|pourtant|néanmoins|aussi|ainsi|ensuite|puis|enfin|
      alors|c['’]|en\s(?:outre|revanche|effet)|par\s(?:ailleurs|exemple)|de\splus|d['’]autres?""",
    "it": r"""ma|e|o|però|anche|inoltre|tuttavia|quindi|così|invece|poi|infatti|perciò|dunque|mentre""",
    "nl": r"""maar|en|of|want|ook|toch|dus|daarom|daarnaast|bovendien|echter|daarmee|daarna|toen|zo""",
    "pt": r"""mas|e|ou|porém|contudo|entretanto|no\sentanto|além\sdisso|assim|então|depois|também|por\s(?:isso|outro)|já""",
}
_CAPTION = re.compile(
    r"(?i)^(?:by\b|published|updated|scroll down|watch|click|read more|photo|image|video|pictured|source:|related|share\b|"
    r"follow\b)"
)
_LABEL = re.compile(r"^(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+: ")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENING = "\"“‘«'(["
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


@cache
def _pointers(language: str) -> frozenset[str]:
    return frozenset(_POINTS_BACK.get(language, _POINTS_BACK["en"]).split())


@cache
def _leads(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?ix)(?:{_LEADS_ON.get(language, _LEADS_ON['en'])})\b")


def stands_alone(sentence: str, language: str) -> bool:
    """Say whether a sentence is whole, of usual length, no question or caption, and does not point back or lead on."""
    words = _WORD.findall(sentence)
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and sentence[-1] in '.!”"’»)'
        and not sentence.rstrip('"”’»)').endswith(("?", "…", "...", ":"))
        and sentence[0] not in _OPENING
        and not sentence[0].islower()
        and not sentence.isupper()
        and words[0].lower().replace("’", "'").partition("'")[0] not in _pointers(language[:2])
        and not _leads(language[:2]).match(sentence)
        and not _CAPTION.match(sentence)
        and not _LABEL.match(sentence)
        and sentence.count('"') % 2 == 0
        and all(sentence.count(first) == sentence.count(last) for first, last in _MARKS)
    )
