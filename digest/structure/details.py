"""Lines about an article that are no part of it: byline, date, source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.structure.lines import Line
from digest.structure.recovered import Detail, DetailKind

_NEAR = 5
_LONGEST = 120
_MONTH = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr|mars|avr|mai|juin|juil|août|déc|ene|abr|ago|dic|fev|set|out|dez|"
    "gen|mag|giu|lug|ott|mär|okt|mrt|mei"
)
_CLOCK = r"(?:,?(?: at)? \d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
_DAY = (
    rf"(?:[A-Za-zé]{{3,10}}\.?,? )?(?:\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.Z+-]{{1,20}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|"
    rf"(?:{_MONTH})[a-zûé]{{0,8}}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:er|\.|º)? (?:de )?(?:{_MONTH})[a-zçûé]{{0,8}}\.?,? (?:de )?\d{{4}}){_CLOCK}"
)
_NAME = r"[A-ZÀ-Þ][\w.’'-]{0,30}"  # noqa: RUF001 - the typographic apostrophe is meant
_NAMES = rf"{_NAME}(?: (?:de |van |von |da |der |la )?{_NAME}){{1,4}}"
_RULES: tuple[tuple[DetailKind, str, re.Pattern[str]], ...] = (
    ("updated", "updated", re.compile(rf"(?:last )?(?:updated|modified|mise? à jour(?: le)?|actualizado(?: el)?|aktualisiert(?: am)?)(?: on)?:? (?P<value>{_DAY})\.?", re.I)),
    ("date", "published", re.compile(rf"(?:published|posted|publié(?:e)?(?: le)?|publicado(?: el| em)?|veröffentlicht(?: am)?|pubblicato(?: il)?|gepubliceerd(?: op)?|date)(?: on)?:? (?P<value>{_DAY})\.?", re.I)),
    ("date", "date", re.compile(rf"(?P<value>{_DAY})\.?", re.I)),
    ("author", "byline", re.compile(rf"(?:By|Par|Por|Von|Di|Door|BY) (?P<value>{_NAMES}(?:(?:,| and| &| et| y| e| und| en) {_NAMES}){{0,4}}(?:, [\w ]{{2,40}})?)")),
    ("author", "byline", re.compile(rf"(?:Author|Authors|Written by|Auteur|Autor|Autora|Autore|Reporting by):? (?P<value>{_NAMES}(?:(?:,| and| &) {_NAMES}){{0,4}})", re.I)),
    ("source", "source", re.compile(r"(?:Source|Quelle|Fuente|Fonte|Bron|Originally published (?:at|in|by|on))\s?: ?(?P<value>\S.{0,100}[^.])")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The lines of an article, and what was told from the others."""

    lines: tuple[Line, ...]
    details: tuple[Detail, ...]


def told(lines: Sequence[Line]) -> Told:
    """Tell bylines, dates and sources near the top and at the very end from the text; the first line is the title's."""
    found: list[Detail] = []
    kept: list[Line] = []
    for index, line in enumerate(lines):
        is_near = 0 < index <= _NEAR or (index == 0 and len(lines) > 1) or index == len(lines) - 1
        detail = _detail(line) if is_near else None
        if detail:
            found.append(detail)
        else:
            kept.append(line)
    return Told(lines=tuple(kept), details=tuple(found))


def _detail(line: Line) -> Detail | None:
    if len(line.text) > _LONGEST:
        return None
    for kind, rule, pattern in _RULES:
        match = pattern.fullmatch(line.text)
        if match:
            return Detail(kind=kind, value=match["value"], line=line.number, rule=rule)
    return None
