"""Invented news: a grammar and a cast of names to articles whose headings are known."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from structure_training.corpus import Article, Layout, Row, rendered
from structure_training.names import Cast, foreign_cast, invented_cast

_PLACE = Path(__file__).parent
OTHER_LANGUAGES = ("de", "es", "fr", "it", "nl", "pt")
_FIRST_LETTER = re.compile(r"^\W*[^\W\d]")
_STRAIGHT, _NARROW = 0.35, 0.2  # shares of articles
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


def grammar(language: str) -> Grammar:
    """Read the grammar of a language."""
    rules: dict[str, list[str]] = {}
    name = ""
    for line in (_PLACE / f"news_grammar.{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
            rules[name] = []
        elif line and not line.startswith("#"):
            rules[name].append(line)
    return Grammar(rules={name: tuple(lines) for name, lines in rules.items()})


def news_articles(count: int, chance: random.Random) -> Iterator[Article]:
    """Invent articles in English, most of them with headings in title case."""
    rules = grammar("en")
    for _ in range(count):
        case = chance.choices(("title", "written", "capitals", "mixed"), (72, 20, 4, 4))[0]
        layout = _layout(chance)
        yield rendered(_article(rules, "en", invented_cast(chance), str, chance), case, layout, chance)


def foreign_news_articles(count: int, chance: random.Random) -> Iterator[Article]:
    """Invent articles in each other language, with headings in sentence case as these write them."""
    for language in OTHER_LANGUAGES:
        rules = grammar(language)
        for _ in range(count):
            case = chance.choices(("written", "capitals", "title"), (88, 8, 4))[0]
            layout, cast, typed = _layout(chance), foreign_cast(rules.rules, chance), _typewriter(rules, chance)
            yield rendered(_article(rules, language, cast, typed, chance), case, layout, chance)


def _layout(chance: random.Random) -> Layout:
    layouts: tuple[Layout, ...] = ("run-in", "own-line", "one-line")
    return chance.choices(layouts, (75, 7, 18))[0]


def _article(rules: Grammar, language: str, cast: Cast, typed: Callable[[str], str], chance: random.Random) -> Article:
    def written(symbol: str) -> str:
        return typed(_capitalised(rules.expanded(symbol, cast, chance)))

    rows = [Row(heading=written("title"), text=written("paragraph"))]
    for _ in range(chance.randint(2, 6)):
        rows += [Row(heading="", text=written("paragraph")) for _ in range(chance.randint(0, 3))]
        rows.append(Row(heading=written("heading"), text=written("paragraph")))
    rows += [Row(heading="", text=written("paragraph")) for _ in range(chance.randint(0, 2))]
    return Article(group="invented news", language=language, rows=tuple(rows), titled=True)


def _typewriter(rules: Grammar, chance: random.Random) -> Callable[[str], str]:
    """Choose how an article writes apostrophes, quotation marks and spaces before signs; contract prepositions with articles."""
    contractions = [(re.compile(one), both) for one, _, both in (row.partition(" => ") for row in rules.rules["contraction"])]
    straight, narrow = chance.random() < _STRAIGHT, chance.random() < _NARROW
    quotes = str.maketrans("’“”„", '\'"""') if straight else {}
    spaced = re.compile(r" (?=[?!:»])|(?<=«) ") if narrow else re.compile(r"(?!)")

    def typed(text: str) -> str:
        for one, both in contractions:
            text = one.sub(both, text)
        return spaced.sub("", text.translate(quotes))

    return typed


def _capitalised(text: str) -> str:
    return _FIRST_LETTER.sub(lambda found: found[0].upper(), text, count=1)
