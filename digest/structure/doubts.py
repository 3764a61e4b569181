"""What an editor should look at: a reading to sentences about it."""

from collections.abc import Iterator

from digest.structure.pieces import Piece
from digest.structure.reading import Reading
from digest.structure.recovered import Doubt

_LIKELY_ENOUGH_TO_TELL = 0.25
_SURE_TITLE = 0.6


def doubts(reading: Reading) -> Iterator[Doubt]:
    """Yield what is doubtful about a reading."""
    for heading in reading.missing:
        yield Doubt(
            rule="heading-not-found",
            line=0,
            message=f"the heading '{heading}' does not stand in the text",
            hint="state it as it is written there",
        )
    label = next((piece for piece in reading.pieces if piece.kind == "label"), None)
    if label and reading.has_unknown_label:
        yield Doubt(
            rule="takeaways-label",
            line=label.line,
            message=f"'{label.text}' was taken for the label of the takeaways and left out",
            hint="if it is not, put an empty line and 'Key takeaways' above the list",
        )
    points = [piece for piece in reading.pieces if piece.kind == "takeaway"]
    if label and not points:
        yield Doubt(
            rule="takeaways-end",
            line=label.line,
            message=f"no takeaways were found under '{label.text}': nothing tells where they end; they are left in the text",
            hint="put '- ' before each takeaway on a line of its own",
        )
    if label and reading.has_doubtful_end:
        last = points[-1]
        yield Doubt(
            rule="takeaways-end",
            line=last.line,
            message=f"'{last.text}' was taken for the last takeaway: no bullets mark them, and nothing tells where they end",
            hint="put '- ' before each takeaway, or an empty line behind the last",
        )
    yield from filter(None, map(_doubt, reading.pieces))
    body = next((piece for piece in reading.pieces if piece.kind in ("heading", "text")), None)
    if reading.is_in_one_line and body:
        yield Doubt(
            rule="paragraphs-unknown",
            line=body.line,
            message="the text stands in one line: each section is left as one paragraph",
            hint="break the line where paragraphs begin",
        )


def _doubt(piece: Piece) -> Doubt | None:
    if piece.kind == "heading" and piece.confidence < _SURE_TITLE and piece.rule in ("run-in", "own-line"):
        return Doubt(
            rule="heading-uncertain",
            line=piece.line,
            message=f"'{piece.text}' was taken for a heading, with a chance of {piece.confidence:.0%} to be right",
            hint="state it under 'title', or all headings under 'headings', in front matter; or adopt the text and mend it",
        )
    if piece.doubt and 1 - piece.confidence >= _LIKELY_ENOUGH_TO_TELL:
        return Doubt(
            rule="heading-uncertain",
            line=piece.line,
            message=f"'{piece.doubt}' may be a heading (chance {1 - piece.confidence:.0%}); the paragraph was left whole",
            hint="if it is one, state all headings under 'headings' in front matter; or adopt the text and mend it",
        )
    return None
