"""Lines to headings and texts: each place where a heading may stand is judged, and cut where that is sure enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.structure.agreement import agreed
from digest.structure.clocks import times_before
from digest.structure.details import is_place_and_day
from digest.structure.leftovers import is_leftover
from digest.structure.lines import is_list_item
from digest.structure.marks import Marked
from digest.structure.model import Judgement, Model, judgements, likely, probabilities
from digest.structure.openings import LONGEST_HEADING, Opening, Place, Usage, tokens_of
from digest.structure.pieces import Piece, Rule
from digest.structure.ruled import ruled
from digest.structure.series import series_of
from digest.structure.untitled import without_title
from digest.text.sentences import sentences

THRESHOLD = 0.4
TITLE_THRESHOLD = 0.35
_FEW_LINES = 2
_SOME_SENTENCES, _MANY_SENTENCES = 4, 8
_LONG = 6000
_REACH = 600
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be inferred, in which language."""

    title: bool
    headings: bool
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where an opening stands: the line's index, the character in it, and how many are a time before what is judged."""

    index: int
    position: int
    opening: Opening
    time: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A possible heading of a line, from one character to another; `confidence` that it is right."""

    start: int
    end: int
    confidence: float
    is_sure: bool


def cut(lines: Sequence[Marked], wanted: Wanted, used: Usage, model: Model) -> Iterator[Piece]:
    """Yield the headings and texts of the lines; `used` tells how the whole document uses words."""
    starts = tuple(_starts(lines, wanted))
    openings = [start.opening for start in starts]
    scored = zip(starts, judgements(openings, used, model, wanted.language), strict=True)
    ruling = [likely(ruled(one, lines[start.index].line.text[start.position + start.time :], used)) for start, one in scored]
    judged = agreed([without_title(one, used, model, wanted.language) for one in ruling], model)
    cuts: dict[int, list[_Cut]] = {}
    for start, verdict in zip(starts, judged, strict=True):
        found = _best_cut(lines[start.index].line.text, start, verdict)
        if found:
            cuts.setdefault(start.index, []).append(found)
    for index, line in enumerate(lines):
        yield from _pieces_of(line, cuts.get(index, []))


def is_in_one_line(lines: Sequence[Marked]) -> bool:
    """Whether the whole text stands in a line or two, so that headings are to be looked for inside them."""
    texts = [line.line.text for line in lines if not line.rule]
    enough = _SOME_SENTENCES if len(texts) == len(lines) == 1 else _MANY_SENTENCES
    return len(texts) <= _FEW_LINES and any(len(sentences(text[:_LONG])) >= enough for text in texts)


def _starts(lines: Sequence[Marked], wanted: Wanted) -> Iterator[_Start]:
    """Yield the beginnings of lines, and of the sentences in lines that hold a whole text."""
    in_one_line = len({line.line.number for line in lines}) == 1 or is_in_one_line(lines)
    texts = [line.line.text for line in lines]
    times, series, where_and_when = times_before(texts), series_of(texts), _where_and_when(texts)
    for index, (line, time) in enumerate(zip(lines, times, strict=True)):
        is_first = index == 0 and wanted.title
        text, following = line.line.text, _following(lines, index)
        is_aside = not is_first and (is_leftover(text, following) or index == where_and_when)
        if line.rule or is_aside or is_list_item(text) or not (is_first or wanted.headings):
            continue
        if not _follows_a_heading(lines, index):
            opening = _opening(text[time:], "first" if is_first else "line", wanted.language)
            opening = replace(opening, following=tokens_of(following, wanted.language), series=series[index])
            yield _Start(index=index, position=0, opening=opening, time=time)
        if wanted.headings and (in_one_line or len(text) > _LONG):
            for start, _ in sentences(text)[1:]:
                yield _Start(
                    index=index, position=start, opening=_opening(text[start : start + _REACH], "inside", wanted.language)
                )


def _where_and_when(texts: Sequence[str]) -> int | None:
    """Return which line near the top says where and when; where more lines do so, they head the days of a diary."""
    found = [index for index, text in enumerate(texts) if is_place_and_day(text)]
    return found[0] if len(found) == 1 and found[0] <= _NEAR else None


def _follows_a_heading(lines: Sequence[Marked], index: int) -> bool:
    """Tell whether a heading that is known stands before a line in its own line of the file."""
    before = lines[index - 1] if index else None
    return before is not None and bool(before.rule) and before.line.number == lines[index].line.number


def _following(lines: Sequence[Marked], index: int) -> str:
    """Return the text that follows a line, if a heading can stand between; a title can before a marked heading too."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    return following.line.text if following and (index == 0 or not following.rule) else ""


def _opening(text: str, place: Place, language: str) -> Opening:
    return Opening(place=place, tokens=tokens_of(text, language), size=len(text.split(None, 2 * LONGEST_HEADING)))


def _best_cut(text: str, start: _Start, verdict: Judgement) -> _Cut | None:
    """Return the likeliest heading; it is sure when it is likely enough, and likelier than none."""
    chances = probabilities(verdict.scores)
    best = max(range(1, len(chances)), key=chances.__getitem__, default=0)
    if not best:
        return None
    is_title = start.opening.place == "first"
    return _Cut(
        start=start.position,
        end=_end(text, start.position + start.time, verdict.cuts[best]),
        confidence=chances[best],
        is_sure=chances[best] > chances[0] and chances[best] >= (TITLE_THRESHOLD if is_title else THRESHOLD),
    )


def _end(text: str, start: int, words: int) -> int:
    """Return where a number of words ends; they stand a space apart."""
    end = start - 1
    for _ in range(words):
        space = text.find(" ", end + 1)
        end = space if space >= 0 else len(text)
    return end


def _pieces_of(line: Marked, cuts: Sequence[_Cut]) -> Iterator[Piece]:
    text, number = line.line.text, line.line.number
    if line.rule:
        yield from _marked(line)
        return
    position = 0
    doubtful: list[_Cut] = []
    for found in cuts:
        if found.start < position:
            continue
        if not found.is_sure:
            doubtful.append(found)
            continue
        yield from _text(text, position, found.start, number, doubtful)
        rule: Rule = "own-line" if found.end == len(text) else "run-in"
        heading = text[found.start : found.end]
        yield Piece(kind="heading", text=heading, line=number, rule=rule, confidence=found.confidence)
        position, doubtful = found.end, []
    yield from _text(text, position, len(text), number, doubtful)


def _marked(line: Marked) -> Iterator[Piece]:
    number = line.line.number
    if line.before:
        yield Piece(kind="mark", text=line.before, line=number)
    yield Piece(kind="heading", text=line.line.text, line=number, rule=line.rule)
    if line.after:
        yield Piece(kind="mark", text=line.after, line=number)


def _text(text: str, start: int, end: int, number: int, doubtful: Sequence[_Cut]) -> Iterator[Piece]:
    bare = text[start:end].strip()
    if not bare:
        return
    doubt = max(doubtful, key=lambda found: found.confidence, default=None)
    yield Piece(
        kind="text",
        text=bare,
        line=number,
        confidence=1 - doubt.confidence if doubt else 1.0,
        doubt=text[doubt.start : doubt.end] if doubt else "",
    )
