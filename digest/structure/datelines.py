"""Datelines: where, when and by which agency a report was filed, at the head of its first sentence: "BRUSSELS, July 9 (AP) —"."""

from dataclasses import dataclass

from digest.text.patterns import pattern

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.’'-]+"
_PLACE = rf"{_CAPITALS}(?: {_CAPITALS}){{0,2}}"
_REGION = r", [^\W\d_][\w. ]{1,24}"
_DAY = r", (?P<day_{}>(?:[^\W\d_]{{3,10}}\.? \d{{1,2}}|\d{{1,2}}\.? [^\W\d_]{{3,10}})(?:,? \d{{4}})?)"
_AGENCY = r"\((?P<agency>[A-ZÀ-Þ][\w/ .-]{1,24})\)"
_KNOWN = (
    "AAP|AFP|ANI|ANSA|AP|APA|Anadolu|Associated Press|BBC|Belga|Bloomberg|CNN|CP|CTK|dpa|EFE|IANS|Interfax|Kyodo|Lusa|MTI|NPR|"
    "NTB|PA|PA Media|PAP|PTI|Reuters|Ritzau|STT|TASS|The Canadian Press|Thomson Reuters Foundation|TT|Ukrinform|UPI|Xinhua|Yonhap"
)
# A place in capitals alone may as well be an acronym in a heading: "Inside NATO — What Comes Next".
_DATELINE = pattern(
    rf"(?<!\S)(?:{_PLACE}(?:(?:{_REGION})?(?:{_DAY.format('before')})? {_AGENCY}|(?:{_REGION})?{_DAY.format('alone')}|{_REGION})|"
    rf"\((?P<known>{_KNOWN})\))"
    r" ?[—–-]{1,2} (?=\S)"
    # What has no place or no dash can only open a text: "(Rolling Stone) -- The mayor …", "(CNN)The mayor …".
    r"|\A\([A-ZÀ-Þ][\w/ .-]{1,24}\) ?[—–-]{1,2} (?=\S)"
    rf"|\A\((?P<bare>{_KNOWN})\) ?(?=[^\W\d_a-zß-öø-ÿ\"“‘])"
)
_IS_KNOWN = pattern(_KNOWN)
_REACH = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """From which character to which a dateline stands, with the dash behind it; `day` and `agency` may be empty."""

    start: int
    end: int
    day: str
    agency: str


def dateline(text: str) -> Dateline | None:
    """Find a dateline in the first words of a text; what stands before it can only be a heading."""
    found = _DATELINE.search(text[:_REACH])
    if not found:
        return None
    day, agency = found["day_before"] or found["day_alone"] or "", found["agency"] or found["known"] or found["bare"] or ""
    return Dateline(start=found.start(), end=found.end(), day=day, agency=agency)


def is_agency(text: str) -> bool:
    """Whether a text is the name of a known news agency."""
    return bool(_IS_KNOWN.fullmatch(text))
