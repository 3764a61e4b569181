"""Lines about an article that are no part of it: byline, date, source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.structure.lines import Line
from digest.structure.recovered import Detail, DetailKind

_NEAR = 4
_LONGEST = 80
_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|dez|"
    "gen|mag|giu|lug|ott|mär|okt|mrt|mei"
)
_WEEKDAY = (
    "mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex|gio|sab|"
    "mo|di|mi|do|fr|sa|so|ma|wo|vr|za|zo"
)
_CLOCK = r"(?:,?(?: at)? \d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_DAY = (
    rf"(?:(?:{_WEEKDAY})[a-zéçá]{{0,7}}(?:-feira)?\.?,? )?"
    rf"(?:\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.Z+-]{{1,20}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|"
    rf"(?:{_MONTH})[a-zûé]{{0,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:er|\.|º)? (?:de )?(?:{_MONTH})[a-zçûé]{{0,8}}\.?,? (?:de )?\d{{4}}){_CLOCK}"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]{0,30}"
_NAMES = rf"{_NAME}(?: (?:de |van |von |da |der |la )?{_NAME}){{1,4}}"
_PEOPLE = rf"{_NAMES}(?:(?:,| and| &| et| y| e| und| en) {_NAMES}){{0,4}}"
_UPDATED = r"(?:last )?(?:updated|modified|mise? à jour(?: le)?|actualizado(?: el)?|aktualisiert(?: am)?)(?: on)?"
_PUBLISHED = (
    r"(?:published|posted|publiée?(?: le)?|publicado(?: el| em)?|veröffentlicht(?: am)?|pubblicato(?: il)?|gepubliceerd(?: op)?|"
    r"date)(?: on)?"
)
_WRITTEN_BY = r"(?:Authors?|Written by|Reporting by|Auteur|Autora?|Autore)"
_SOURCE = r"(?:Source|Quelle|Fuente|Fonte|Bron|Originally published (?:at|in|by|on))"
_RULES: tuple[tuple[DetailKind, str, re.Pattern[str]], ...] = (
    ("updated", "updated", re.compile(rf"{_UPDATED}:? (?P<value>{_DAY})\.?", re.IGNORECASE)),
    ("date", "published", re.compile(rf"{_PUBLISHED}:? (?P<value>{_DAY})\.?", re.IGNORECASE)),
    ("date", "date", re.compile(rf"(?P<value>{_DAY})\.?", re.IGNORECASE)),
    (
        "author",
        "byline",
        re.compile(rf"(?:By|BY|Par|Por|Von|Di|Door) (?P<value>{_PEOPLE})"),
    ),
    ("author", "byline", re.compile(rf"{_WRITTEN_BY}:? (?P<value>{_PEOPLE})")),
    ("source", "source", re.compile(rf"{_SOURCE}\s?: ?(?P<value>\S.{{0,100}}[^.])")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The lines of an article, the other lines, and what those tell."""

    lines: tuple[Line, ...]
    told: tuple[Line, ...]
    details: tuple[Detail, ...]


def told(lines: Sequence[Line]) -> Told:
    """Tell bylines, dates and sources near the top and at the very end from the text."""
    near = [index for index in range(len(lines)) if index <= _NEAR or index == len(lines) - 1]
    found = {index: _detail(lines[index]) for index in near if not _is_underlined(lines, index)}
    details = {index: detail for index, detail in found.items() if detail}
    return Told(
        lines=tuple(line for index, line in enumerate(lines) if index not in details),
        told=tuple(lines[index] for index in details),
        details=tuple(details.values()),
    )


def _is_underlined(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is a heading by the line below it."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return bool(below) and set(below) in ({"="}, {"-"})


def _detail(line: Line) -> Detail | None:
    if len(line.text) > _LONGEST:
        return None
    for kind, rule, pattern in _RULES:
        match = pattern.fullmatch(line.text)
        if match:
            return Detail(kind=kind, value=match["value"], line=line.number, rule=rule)
    return None
