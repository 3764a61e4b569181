"""Invented news: a grammar and a cast of names to articles whose headings are known."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from structure_training.corpus import Article, Row, rendered
from structure_training.names import Cast, invented_cast

_GRAMMAR = Path(__file__).with_name("news_grammar.txt")
_SYMBOL = re.compile(r"\{([\w.]+)\}")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lines under each name."""

    rules: dict[str, tuple[str, ...]]

    def expanded(self, symbol: str, cast: Cast, chance: random.Random) -> str:
        """Write out one line of a rule; a capitalised symbol begins with a capital."""
        if symbol[0].isupper():
            return _capitalised(self.expanded(symbol.lower(), cast, chance))
        drawn = cast.drawn(symbol, chance)
        if drawn:
            return drawn
        line = chance.choice(self.rules[symbol])
        return _SYMBOL.sub(lambda found: self.expanded(found[1], cast, chance), line)


def grammar() -> Grammar:
    """Read the grammar."""
    rules: dict[str, list[str]] = {}
    name = ""
    for line in _GRAMMAR.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            rules[name] = []
        elif line and not line.startswith("#"):
            rules[name].append(line)
    return Grammar(rules={name: tuple(lines) for name, lines in rules.items()})


def news_articles(count: int, chance: random.Random) -> Iterator[Article]:
    """Invent articles, most of them with headings in title case."""
    rules = grammar()
    for _ in range(count):
        case = chance.choices(("title", "written", "capitals", "mixed"), (72, 20, 4, 4))[0]
        layout = chance.choices(("run-in", "own-line", "one-line"), (75, 7, 18))[0]
        yield rendered(_article(rules, chance), case, layout, chance)


def _article(rules: Grammar, chance: random.Random) -> Article:
    cast = invented_cast(chance)

    def written(symbol: str) -> str:
        return _capitalised(rules.expanded(symbol, cast, chance))

    rows = [Row(heading=written("title"), text=written("paragraph"))]
    for _ in range(chance.randint(2, 6)):
        rows += [Row(heading="", text=written("paragraph")) for _ in range(chance.randint(0, 3))]
        rows.append(Row(heading=written("heading"), text=written("paragraph")))
    rows += [Row(heading="", text=written("paragraph")) for _ in range(chance.randint(0, 2))]
    return Article(group="invented news", language="en", rows=tuple(rows), titled=True)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
