"""Invented news of which every name is known: sentences filled from casts of real and made-up names."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from names_training.documents import Document, Named
from names_training.lists import Lists

_SENTENCES = Path(__file__).with_name("sentences.txt")
_SLOT = re.compile(r"\{([\w.]+)(?:=([^}]*))?\}")
_KINDS = {
    **dict.fromkeys(("person", "surname", "other", "first"), "person"),
    **dict.fromkeys(
        ("city", "country", "region", "state", "town", "cityupper", "uppercity", "stadium", "park", "river"), "place"
    ),
    **dict.fromkeys(
        """org paper agency agencyupper party parliament ministry committee thinktank company university bank centralbank exchange
        union team federation airline court charity militants museum band photo hq statesenate acronym.org stemorg""".split(),
        "organization",
    ),
    "hospital": "organization",
    **dict.fromkeys(("natl", "product", "event"), "misc"),
}
_SENTENCES_A_DOCUMENT = 12
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_OFFICES = "president|prime minister|foreign minister|finance minister|chancellor|defence minister|mayor|governor|secretary of state|chairman".split(
    "|"
)


@dataclass(slots=True)
class Cast:
    """The names of one document: people come again, by family name too."""

    people: list[tuple[str, str]]
    lists: Lists
    chance: random.Random

    def drawn(self, slot: str) -> str:
        """Fill a slot."""
        chance = self.chance
        given, family = chance.choice(self.people)
        match slot:
            case "person":
                return f"{given} {family}"
            case "surname" | "other":
                return family
            case "first":
                return given
            case "day" | "day.caps":
                return chance.choice(_DAYS)
            case "month":
                return chance.choice(_MONTHS)
            case "date":
                return f"{chance.randint(1990, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            case "number":
                return str(chance.randint(2, 90))
            case "digit":
                return str(chance.randint(0, 5))
            case "title":
                return chance.choice(_OFFICES)
            case "title.caps":
                return chance.choice(_OFFICES).title().replace(" Of ", " of ")
            case "cityupper" | "uppercity":
                return self.lists.drawn("city", chance).upper()
            case "agencyupper":
                return chance.choice(("AP", "Reuters", "AFP", "UPI", "Xinhua", "IANS", "TASS"))
            case _:
                return self.lists.drawn(slot, chance)


def invented_documents(count: int, lists: Lists, chance: random.Random) -> Iterator[Document]:
    """Invent documents."""
    sentences = [line for line in _SENTENCES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for _ in range(count):
        cast = Cast([lists.person(chance) for _ in range(4)], lists, chance)
        passages, names = [], []
        for number in range(_SENTENCES_A_DOCUMENT):
            text, found = _written(chance.choice(sentences), cast)
            passages.append(("paragraph", text))
            names += [Named(number, *one) for one in found]
        yield Document(tuple(passages), tuple(names))


def _written(sentence: str, cast: Cast) -> tuple[str, list[tuple[int, int, str]]]:
    """Fill the slots of a sentence; give its text and its names as start, end and kind."""
    text, names, at = "", [], 0
    for slot in _SLOT.finditer(sentence):
        text += sentence[at : slot.start()]
        filled = slot[2] or cast.drawn(slot[1])
        kind = slot[1] if slot[2] else _KINDS.get(slot[1])
        if kind:
            bare = filled.removeprefix("the ")
            names.append((len(text) + len(filled) - len(bare), len(text) + len(filled), kind))
        text += filled
        at = slot.end()
    text += sentence[at:]
    return text[:1].upper() + text[1:], names
