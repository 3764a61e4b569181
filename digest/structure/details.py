"""Lines about an article that are no part of it: kicker, byline, date, source, reading time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.naming.gazetteers import first_names, gazetteer, surnames
from digest.structure.datelines import dateline, is_agency
from digest.structure.leftovers import is_of_page
from digest.structure.lines import Line
from digest.structure.openings import LONGEST_HEADING
from digest.structure.recovered import Detail, DetailKind

_NEAR = 4
_LONGEST = 80
_SHORTEST_TITLE = 3  # words
_NO_TITLE_ENDS = (".", "…", ",", ";", *(end + quote for end in ".!?" for quote in '"”’»'))
_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|dez|"
    "gen|mag|giu|lug|ott|mär|okt|mrt|mei"
)
_WEEKDAY = (
    "mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex|gio|sab|"
    "mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo"
)
_CLOCK = r"(?:,?(?: at| à| um| a las| às| alle(?: ore)?| om)? \d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY})[a-zéçá]{{0,7}}(?:-feira)?\.?,? )?"
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.Z+-]{{1,20}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|"
    rf"(?:{_MONTH})[a-zûé]{{0,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:er|\.|º)? (?:de )?(?:{_MONTH})[a-zçûé]{{0,8}}\.?,? (?:de )?\d{{4}}){_CLOCK}"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
_NAMES = rf"{_NAME}(?: (?:de |van |von |da |der |la )?{_NAME}){{1,4}}"
_DESK = rf"(?:[Tt]he )?(?:{_NAME} ){{0,3}}(?:[Ss]taff|[Bb]oard|[Tt]eam|[Dd]esk|[Nn]ewsroom|[Ee]ditors|[Rr]eporters)"
_PEOPLE = rf"(?:{_NAMES}(?:(?:,| and| &| et| y| e| und| en) {_NAMES}){{0,4}}|{_DESK})"
_UPDATED = r"(?:last )?(?:updated|modified|mise? à jour(?: le)?|actualizado(?: el)?|aktualisiert(?: am)?)(?: on)?"
_PUBLISHED = (
    r"(?:published|posted|publiée?(?: le)?|publicado(?: el| em)?|veröffentlicht(?: am)?|pubblicato(?: il)?|gepubliceerd(?: op)?|"
    r"date)(?: on)?"
)
_WRITTEN_BY = r"(?:Authors?|(?:Written|Story|Words|Text|Report|Reporting|Posted|Additional reporting) by|Auteur|Autora?|Autore)"
_TALKED_TO = (
    r"(?:Propos recueillis par|Entretien réalisé par|Interview (?:by|von|di|door)|(?:Das )?(?:Gespräch|Interview) führten?|"
    r"Entrevista (?:de|por)|Intervista di|As told to)"
)
_ROLE = (
    r"(?:[\w-]+ ){0,3}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Cc]ontributor|[Pp]roducer|[Jj]ournalist)"
)
_POST = rf"(?:,? (?:{_ROLE}|(?:for|in) {_NAME}(?: {_NAME}){{0,3}})|, {_NAME}(?: {_NAME}){{0,2}})?"
_OUTLET = re.compile(
    rf"(?:[Tt]he )?(?:{_NAME} ){{0,3}}(?:News|Times|Post|Press|Journal|Herald|Tribune|Guardian|Gazette|Courier|Agency|Radio|"
    r"Chronicle|Telegraph|Independent|Observer|Dispatch|Bulletin|Examiner|Star|Sun|Globe|Mail)"
)
_SOURCE = r"(?:Sources?|Quelle|Fuente|Fonte|Bron|Originally published (?:at|in|by|on))"
_MINUTES = r"\d{1,3}[ -]?min(?:ut(?:e|es|en|os|i)?|s)?\.?"
_READING = r"(?:reading time|read time|temps de lecture|lesezeit|tiempo de lectura|tempo de leitura|tempo di lettura|leestijd)"
_TO_READ = r"(?:[ -]read| de lecture| de lectura| de leitura| di lettura| lesezeit| leestijd| lezen)"
_AGE = r"\d{1,2} ?(?:h|hours?|d|days?)"
_KICKER = re.compile(
    r"(?:for immediate release|(?:press|news|media) release|breaking(?: news)?|communiqué(?: de presse)?|pressemitteilung|"
    r"comunicado de (?:prensa|imprensa)|comunicato stampa|persbericht)[.:!]?",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:media|press) contacts?|contacts?|pressekontakt|kontakt|contact presse|contacto|contato|contatti|perscontact)"
    r"\s?:.*(?:@|(?<!\d)(?!\d{4}[–-]\d{4}\b)(?:\d[ ()/.–-]{0,2}){7}).*",
    re.IGNORECASE,
)
_PLACE_AND_DAY = re.compile(rf"(?:[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,40}}|{_NAME}(?: {_NAME}){{0,2}}), (?P<day>(?i:{_DAY}))\.?")
_YEAR = re.compile(r"\d{4}")
_Rule = tuple[DetailKind, str, re.Pattern[str]]
_RULES: tuple[_Rule, ...] = (
    ("updated", "updated", re.compile(rf"{_UPDATED}:? (?P<value>{_DAY})\.?", re.IGNORECASE)),
    ("date", "published", re.compile(rf"{_PUBLISHED}:? (?P<value>{_DAY})\.?", re.IGNORECASE)),
    ("date", "date", re.compile(rf"(?P<value>{_DAY})\.?", re.IGNORECASE)),
    (
        "author",
        "byline",
        re.compile(rf"(?:[Bb]y|BY) (?P<value>{_PEOPLE}{_POST})"),
    ),
    ("author", "byline", re.compile(rf"(?:[Pp]ar|[Pp]or|[Vv]on|[Dd]i|[Dd]oor) (?P<value>{_PEOPLE}(?:, {_NAME})?)")),
    ("author", "byline", re.compile(rf"{_WRITTEN_BY}:? (?P<value>{_PEOPLE}{_POST})")),
    ("author", "byline", re.compile(rf"{_TALKED_TO}:? (?P<value>{_PEOPLE})")),
    ("author", "byline", re.compile(rf"(?P<value>{_NAMES}, {_ROLE})")),
    ("source", "source", re.compile(rf"{_SOURCE}\s?: ?(?P<value>\S.{{0,100}}[^.])")),
    ("reading_time", "reading-time", re.compile(rf"(?P<value>{_MINUTES}{_TO_READ}|{_READING}\s?: ?{_MINUTES})", re.IGNORECASE)),
    ("age", "age", re.compile(rf"(?P<value>{_AGE} ago)", re.IGNORECASE)),
)
# These are so short that they are told only beside another.
_BESIDE: tuple[_Rule, ...] = (
    ("reading_time", "reading-time", re.compile(rf"(?P<value>{_MINUTES})", re.IGNORECASE)),
    ("age", "age", re.compile(rf"(?P<value>{_AGE})", re.IGNORECASE)),
)
_BETWEEN = re.compile(r" ?[|•·;] ?| / ")
_BY = r"(?:By|Par|Por|Von|Di|Door) .+"
_DAY_THEN_BYLINE = re.compile(rf"(?P<day>(?:{_PUBLISHED}:? )?{_DAY}),? (?P<byline>{_BY})", re.IGNORECASE)
_BYLINE_THEN_DAY = re.compile(
    rf"(?P<byline>{_BY}?)(?:,| [-–—])? (?P<day>(?:(?:on|le|el|am|op|em|il) )?{_DAY}|(?:{_PUBLISHED}|{_UPDATED}):? {_DAY})",
    re.IGNORECASE,
)
_ON = re.compile(r"(?:on|le|el|am|op|em|il) ", re.IGNORECASE)
_PLAIN_BYLINE = re.compile(rf"(?:By|BY) {_PEOPLE}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The lines of an article, the other lines, and what those tell.

    `is_titled` when such a line is right below the title, `is_passed_over` when what may be the title is told as a line above it.
    """

    lines: tuple[Line, ...]
    told: tuple[Line, ...]
    details: tuple[Detail, ...]
    is_titled: bool
    is_passed_over: bool


def told(lines: Sequence[Line], *, has_page_above: bool = True) -> Told:
    """Tell bylines, dates and sources near the top and at the very end from the text.

    Whom to ask and what a web page says may stand above the title, unless nothing else can be the title.
    """
    near = [index for index in range(len(lines)) if index <= _NEAR or index == len(lines) - 1]
    found = {index: _details(lines[index]) for index in near if not _is_underlined(lines, index)}
    kickers = tuple(_above_title(lines, has_page_above=has_page_above))
    above = len(kickers)
    found |= {index: (kicker,) for index, kicker in enumerate(kickers)}
    found |= {
        index: _bare_byline(lines[index])
        for index in near
        if index > above and not found.get(index) and _is_dated(found.get(index + 1))
    }
    details = {index: told for index, told in found.items() if told and (index or not _may_be_title(lines[index], told))}
    kept = tuple(line for index, line in enumerate(lines) if index not in details)
    return Told(
        lines=kept,
        told=tuple(lines[index] for index in details),
        details=(*(detail for told in details.values() for detail in told), *_filed(kept)),
        is_titled=above < len(lines) and above not in details and _is_title(lines[above:], has_byline=above + 1 in details),
        is_passed_over=any(kicker.rule != "kicker" for kicker in kickers),
    )


def is_place_and_day(text: str) -> bool:
    """Whether a line says nothing but where and when: "Port Ellery, 12 May 2025"."""
    return len(text) <= _LONGEST and bool(_PLACE_AND_DAY.fullmatch(text))


def _above_title(lines: Sequence[Line], *, has_page_above: bool) -> Iterator[Detail]:
    """Yield the lines above a title: the announcement of a press release, whom to ask, what a web page left there."""
    for line in lines[:-1]:
        rule = _rule_above_title(line.text)
        if not rule or (rule != "kicker" and not has_page_above):
            return
        yield Detail(kind="kicker", value=line.text, line=line.number, rule=rule)


def _rule_above_title(text: str) -> str:
    if _KICKER.fullmatch(text):
        return "kicker"
    return "contact" if _CONTACT.fullmatch(text) else "page" if is_of_page(text) else ""


def _is_title(lines: Sequence[Line], *, has_byline: bool) -> bool:
    """Whether the first line must be the whole title, by its byline or a place and day below: not "Opinion", and no paragraph."""
    text, below = lines[0].text, lines[1].text if len(lines) > 1 else ""
    can_be = _SHORTEST_TITLE <= len(text.split()) <= LONGEST_HEADING and not text.endswith(_NO_TITLE_ENDS)
    return can_be and (has_byline or is_place_and_day(below))


def _is_dated(details: Sequence[Detail] | None) -> bool:
    return any(detail.kind in ("date", "updated") for detail in details or ())


def _bare_byline(line: Line) -> tuple[Detail, ...]:
    """Tell an author in a line that is nothing but a name: "Maren Alcott" above the date."""
    return (Detail(kind="author", value=line.text, line=line.number, rule="byline"),) if _is_person(line.text) else ()


def _is_person(text: str) -> bool:
    """Whether a line is a given name and a family name, and no place has that name: "Victoria Falls"."""
    words = text.split()
    if not re.fullmatch(_NAMES, text) or words[0] not in first_names() or words[-1] not in surnames():
        return False
    known = gazetteer().entries.get(text)
    return not known or known.type != "place"


def _may_be_title(line: Line, details: Sequence[Detail]) -> bool:
    """Whether what was told of a first line may be the title all the same: "Di Maio Wins in Rome"."""
    return all(detail.kind == "author" for detail in details) and not _PLAIN_BYLINE.fullmatch(line.text)


def _filed(lines: Sequence[Line]) -> Iterator[Detail]:
    """Tell the agency and the whole date in the dateline that the article begins with; the dateline stays in the text."""
    for line in lines[: _NEAR + 1]:
        found = dateline(line.text)
        filed = _PLACE_AND_DAY.fullmatch(line.text)
        day = filed["day"] if filed else found.day if found else ""
        if _YEAR.search(day):
            yield Detail(kind="date", value=day, line=line.number, rule="dateline")
        if found and found.agency:
            yield Detail(kind="source", value=found.agency, line=line.number, rule="dateline")
        if day or (found and found.agency):
            return


def _is_underlined(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a heading by the line below it."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(below) and set(below) in ({"="}, {"-"})


def _details(line: Line) -> tuple[Detail, ...]:
    """Tell what a line states if it states nothing else: all its parts must be details."""
    if len(line.text) > _LONGEST:
        return ()
    parts = _parts(line.text)
    found = [_detail(part, line.number, _RULES) for part in parts]
    if any(found):
        found = [detail or _detail(part, line.number, _BESIDE) for detail, part in zip(found, parts, strict=True)]
    for index, part in enumerate(parts):
        before = found[index - 1] if index else None
        if not found[index] and before and before.kind == "author" and _is_outlet(part, has_more=index + 1 < len(parts)):
            found[index] = Detail(kind="source", value=part, line=line.number, rule="byline")
    return tuple(filter(None, found)) if all(found) else ()


def _is_outlet(part: str, *, has_more: bool) -> bool:
    """Whether a part behind a byline names who published: an agency, a paper, or any name with more details behind it."""
    return is_agency(part) or bool(_OUTLET.fullmatch(part) or (has_more and re.fullmatch(_NAMES, part)))


def _parts(text: str) -> list[str]:
    parts = _BETWEEN.split(text)
    found = _DAY_THEN_BYLINE.fullmatch(text) or _BYLINE_THEN_DAY.fullmatch(text) if len(parts) == 1 else None
    return [found["byline"].rstrip(","), _ON.sub("", found["day"], count=1)] if found else parts


def _detail(text: str, number: int, rules: Sequence[_Rule]) -> Detail | None:
    for kind, rule, pattern in rules:
        match = pattern.fullmatch(text)
        if match:
            return Detail(kind=kind, value=match["value"], line=number, rule=rule)
    return None
