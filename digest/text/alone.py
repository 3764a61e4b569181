"""Whether a sentence can be read by itself, away from the text around it."""

import re

_FEWEST_WORDS, _MOST_WORDS = 7, 50
_POINTS_BACK = frozenset(
    """
    he she it they this that these those his her hers its their theirs him them himself herself itself themselves such both
    neither either another others here there i we you my our your me us who which whose whom one
    el ella ellos ellas esto esta este estos estas eso su sus il elle ils elles ce cela ceci cette ces cet son sa ses leur leurs
    er sie es dies diese dieser dieses sein seine ihr ihre ele ela eles elas isto isso este esta seu sua seus suas
    lui lei essi esse questo questa questi queste suo sua hij zij deze dit zijn haar hun
    """.split()
)
_LEADS_ON = re.compile(
    r"""(?ix)(?:and|but|so|or|nor|yet|however|also|then|thus|therefore|hence|instead|meanwhile|moreover|furthermore|besides|still|
      nevertheless|nonetheless|otherwise|likewise|similarly|consequently|accordingly|additionally|finally|afterwards?|later|
      because|since|although|though|while|whereas|even|indeed|rather|elsewhere|already|again|now|secondly|thirdly|too|
      (?:as|if|when)\s(?:a\sresult|so|not|well|such|it|he|she|they|this|that)|
      in\s(?:addition|fact|contrast|turn|short|other\swords|that|this|it|response|return)|
      for\s(?:example|instance|this|that|these|his|her|its|their)|on\s(?:the\s(?:other\shand|contrary)|top\sof)|at\s(?:the\ssame|that|this)|
      by\s(?:contrast|then|that|this)|after\s(?:that|this)|with\s(?:this|that|it)|of\s(?:these|those|them|course)|that\s?['’]s|
      (?:all|some|many|most|several|few|none|each|part|half)\sof\s(?:this|that|these|those|them|it|which)|the\s(?:same|latter|former|other|others)|
      pero|sin\sembargo|además|también|y|mais|et|donc|cependant|aussi|aber|und|doch|jedoch|auch|mas|porém|também|e|ma|però|anche|maar|en|ook
    )\b"""
)
_CAPTION = re.compile(
    r"(?i)^(?:by\b|published|updated|scroll down|watch|click|read more|photo|image|video|pictured|source:|related|share\b|"
    r"follow\b)"
)
_LABEL = re.compile(r"^(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+: ")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OPENING = "\"“‘«'(["
_MARKS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def stands_alone(sentence: str) -> bool:
    """Say whether a sentence is whole, of usual length, no question or caption, and does not point back or lead on."""
    words = _WORD.findall(sentence)
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and sentence[-1] in '.!”"’»)'
        and not sentence.rstrip('"”’»)').endswith(("?", "…", "...", ":"))
        and sentence[0] not in _OPENING
        and not sentence[0].islower()
        and not sentence.isupper()
        and words[0].lower().replace("’", "'").partition("'")[0] not in _POINTS_BACK
        and not _LEADS_ON.match(sentence)
        and not _CAPTION.match(sentence)
        and not _LABEL.match(sentence)
        and sentence.count('"') % 2 == 0
        and all(sentence.count(first) == sentence.count(last) for first, last in _MARKS)
    )
