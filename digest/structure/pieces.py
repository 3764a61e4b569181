"""Body lines to pieces in reading order: headings that are given, headings that are inferred, and text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.structure.lines import Line
from digest.structure.marks import Marked
from digest.structure.model import Judgement, judgement, probabilities
from digest.structure.openings import Opening, Place, Usage, tokens_of, usage
from digest.text.sentences import sentences

THRESHOLD = 0.5
_FEW_LINES = 2
_MANY_SENTENCES = 8
_GIANT = 6000
_REACH = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading or, when `rule` is empty, a text; `confidence` that it is rightly cut, or for a text that it is rightly whole."""

    text: str
    line: int
    confidence: float
    rule: str
    alternative: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where an opening stands: the line's index, the character in it."""

    index: int
    position: int
    opening: Opening


def pieces(lines: Sequence[Marked], *, language: str, context: Sequence[str], infer_title: bool, infer_headings: bool) -> tuple[Piece, ...]:
    """Cut the lines; `context` is the text of the whole document, for how it uses words."""
    used = usage(context, language)
    starts = tuple(_starts(lines, language, infer_title=infer_title, infer_headings=infer_headings))
    judged = [judgement(start.opening, used) for start in starts]
    cuts: dict[int, list[tuple[int, Judgement]]] = {}
    for start, verdict in zip(starts, judged, strict=True):
        cuts.setdefault(start.index, []).append((start.position, verdict))
    return tuple(piece for index, line in enumerate(lines) for piece in _pieces_of(line, cuts.get(index, [])))


def is_one_line(lines: Sequence[Marked]) -> bool:
    """Whether the whole text stands in a line or two, so that headings are to be looked for inside them."""
    texts = [line.line.text for line in lines if not line.rule]
    return len(texts) <= _FEW_LINES and any(len(sentences(text[:_GIANT])) >= _MANY_SENTENCES for text in texts)


def _starts(lines: Sequence[Marked], language: str, *, infer_title: bool, infer_headings: bool) -> Iterator[_Start]:
    one_line = is_one_line(lines)
    for index, line in enumerate(lines):
        is_first = index == 0 and infer_title
        if line.rule or not (is_first or infer_headings):
            continue
        text = line.line.text
        following = lines[index + 1] if index + 1 < len(lines) else None
        behind = tokens_of(following.line.text, language) if following and not following.rule else ()
        place: Place = "first" if is_first else "line"
        opening = Opening(place=place, tokens=tokens_of(text, language), size=len(text[:_REACH].split()), following=behind)
        yield _Start(index=index, position=0, opening=opening)
        if infer_headings and (one_line or len(text) > _GIANT):
            yield from _inside(index, text, language)


def _inside(index: int, text: str, language: str) -> Iterator[_Start]:
    for start, _ in sentences(text)[1:]:
        reach = text[start : start + _REACH]
        opening = Opening(place="inside", tokens=tokens_of(reach, language), size=len(reach.split()) + 1)
        yield _Start(index=index, position=start, opening=opening)


def _pieces_of(line: Marked, judged: Sequence[tuple[int, Judgement]]) -> Iterator[Piece]:
    text, number = line.line.text, line.line.number
    if line.rule:
        yield Piece(text=text, line=number, confidence=1.0, rule=line.rule)
        return
    position = 0
    doubt, certainty = "", 1.0
    for start, verdict in judged:
        if start < position:
            continue
        chances = probabilities(verdict.scores)
        best = max(range(len(chances)), key=chances.__getitem__)
        if not verdict.cuts[best] or chances[best] < THRESHOLD:
            likely = max(range(1, len(chances)), key=chances.__getitem__, default=0)
            if likely and 1 - chances[0] > 1 - certainty:
                doubt, certainty = _words(text, start, verdict.cuts[likely])[0], chances[0]
            continue
        heading, end = _words(text, start, verdict.cuts[best])
        yield from _text(Line(number=number, text=text[position:start].strip()), certainty, doubt)
        doubt, certainty = "", 1.0
        rule = "own-line" if end == len(text) else "run-in"
        yield Piece(text=heading, line=number, confidence=chances[best], rule=rule)
        position = end
    yield from _text(Line(number=number, text=text[position:].strip()), certainty, doubt)


def _text(line: Line, certainty: float, doubt: str) -> Iterator[Piece]:
    if line.text:
        yield Piece(text=line.text, line=line.number, confidence=certainty, rule="", alternative=doubt)


def _words(text: str, start: int, count: int) -> tuple[str, int]:
    """Return the first `count` words from `start`, and where they end."""
    words = text[start:].split(" ", count)[:count] if count < 100 else []
    heading = " ".join(words)
    return heading, start + len(heading)
