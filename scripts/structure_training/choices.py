"""Articles to choices: at each opening, which of its possible cuts is right."""

from collections.abc import Iterator
from dataclasses import dataclass

from digest.structure.openings import Opening, Usage, tokens_of, usage
from digest.text.sentences import sentences

from structure_training.corpus import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An opening and the number of words that its heading has; 0 for none."""

    opening: Opening
    right: int


def lines_of(article: Article) -> list[tuple[str, int]]:
    """Lay an article out as lines, each with the number of words of its heading."""
    lines: list[tuple[str, int]] = []
    for row in article.rows:
        size = len(row.heading.split())
        if article.layout == "own-line" and row.heading:
            lines += [(row.heading, size), (row.text, 0)]
        else:
            lines.append((f"{row.heading} {row.text}".strip(), size))
    return lines


def choices_of(article: Article) -> tuple[list[Choice], Usage]:
    """Return the choices of an article, and how it uses words."""
    lines = lines_of(article)
    used = usage((line for line, _ in lines), article.language)
    inside = article.layout == "one-line"
    found = list(_inside(lines, article) if inside else _lines(lines, article))
    return found, used


def _lines(lines: list[tuple[str, int]], article: Article) -> Iterator[Choice]:
    tokens = [tokens_of(line, article.language) for line, _ in lines]
    for index, (line, size) in enumerate(lines):
        following = tokens[index + 1] if index + 1 < len(lines) else ()
        opening = Opening(
            place="first" if index == 0 and article.titled else "line",
            tokens=tokens[index],
            size=len(line.split()),
            following=following,
        )
        yield Choice(opening=opening, right=size)


def _inside(lines: list[tuple[str, int]], article: Article) -> Iterator[Choice]:
    text = " ".join(line for line, _ in lines)
    starts: dict[int, int] = {}
    position = 0
    for line, size in lines:
        starts[position] = size
        position += len(line) + 1
    for start, end in sentences(text):
        size = starts.get(start, 0)
        yield Choice(
            opening=Opening(
                place="first" if start == 0 and article.titled else "inside",
                tokens=tokens_of(text[start : start + 600], article.language),
                size=len(text[start:].split(None, 60)),
            ),
            right=size,
        )
