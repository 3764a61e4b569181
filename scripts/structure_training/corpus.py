"""Training articles, each as lines whose headings are known, in the layouts and letter cases that flat text comes in."""

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from digest.text.sentences import sentences

Layout = Literal["run-in", "own-line", "one-line"]
Case = Literal["written", "title", "capitals", "mixed", "sentence"]

_SHUFFLED = 0.45
_MINOR_WORDS = (
    frozenset("a an the and or but of to for in on at by with from as into over up out via if so off".split()),
    frozenset("a an the and or but nor of to for in on at by as if so up off".split()),
    frozenset("a an the and of to in".split()),
    frozenset[str](),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph's opening with the heading over it, if there is one."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article to learn from; `group` is held out as a whole, `titled` when its first heading is its title."""

    group: str
    language: str
    rows: tuple[Row, ...]
    titled: bool
    layout: Layout = "run-in"


def training_articles(path: Path) -> Iterator[Article]:
    """Read the training set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            rows = tuple(Row(heading=folded(heading or ""), text=folded(text)) for heading, text in article["rows"])
            yield Article(group=article["repo"], language=article["lang"], rows=rows, titled=bool(rows[0].heading))


def folded(text: str) -> str:
    """Fold white space."""
    return " ".join(text.split())


def renderings(article: Article, chance: random.Random, count: int) -> Iterator[Article]:
    """Yield an article as `count` editors and programs would have flattened it."""
    for _ in range(count):
        case = chance.choices(("written", "title", "capitals", "mixed"), (45, 38, 10, 7))[0]
        layout = chance.choices(("run-in", "own-line", "one-line"), (72, 12, 16))[0]
        yield rendered(article, case, layout, chance)


def rendered(article: Article, case: Case, layout: Layout, chance: random.Random) -> Article:
    """Recase the headings and lay the article out."""
    minor = chance.choice(_MINOR_WORDS)
    rows = _shuffled(article.rows, chance) if chance.random() < _SHUFFLED else article.rows
    rows = tuple(replace(row, heading=_recased(row.heading, case, minor, chance)) for row in rows)
    if layout == "one-line":
        rows = tuple(row for row in (replace(row, text=_whole_sentences(row.text)) for row in rows) if row.text)
    return replace(article, rows=rows, layout=layout, titled=article.titled and bool(rows and rows[0].heading))


def _shuffled(rows: tuple[Row, ...], chance: random.Random) -> tuple[Row, ...]:
    """Put the headings but the first over other sentences of the article, so that more seams are seen than were written."""
    texts = [row.text for row in rows]
    return rows[:1] + tuple(replace(row, text=_later(chance.choice(texts), chance)) if row.heading else row for row in rows[1:])


def _later(text: str, chance: random.Random) -> str:
    spans = sentences(text)
    return text[chance.choice(spans)[0] :] if spans else text


def _recased(heading: str, case: Case, minor: frozenset[str], chance: random.Random) -> str:
    if case == "mixed":
        case = chance.choice(("written", "title"))
    if case == "capitals":
        return heading.upper()
    return title_case(heading, minor) if case == "title" else heading


def title_case(heading: str, minor: Iterable[str]) -> str:
    """Capitalise the words of a heading but the minor ones."""
    words = heading.split(" ")
    return " ".join(word if index and word.lower() in minor else word[:1].upper() + word[1:] for index, word in enumerate(words))


def _whole_sentences(text: str) -> str:
    if text.endswith((".", "!", "?", "”", '"', ")", "…")):
        return text
    spans = sentences(text)
    return text[: spans[-2][1]] if len(spans) > 1 else ""
