"""The roll of entities as people and editors read it: a table, what is doubtful, and entries to copy into `entities.yaml`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
import yaml
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from digest.model.names import Entities
from digest.naming import Doubt, doubtful
from digest.text.visible import visible


class RollEntry(msgspec.Struct):
    """An entity with how often and in how many articles it is named."""

    key: str
    name: str
    type: str
    aliases: list[str]
    mentions: int
    articles: int


class RollDoubt(msgspec.Struct):
    """Two entities, by key, that may be one."""

    first: str
    second: str
    reason: str


class Roll(msgspec.Struct):
    """All entities, those most often named first, and what is doubtful."""

    entities: list[RollEntry]
    doubtful: list[RollDoubt]


def roll(found: Entities) -> Roll:
    """Count the entities of a library."""
    mentions, articles = Counter[str](), Counter[str]()
    for one in found.appearances:
        mentions[one.entity] += len(one.mentions)
        articles[one.entity] += 1
    entries = [
        RollEntry(
            key=entity.key,
            name=entity.name,
            type=entity.type,
            aliases=list(entity.aliases),
            mentions=mentions[entity.key],
            articles=articles[entity.key],
        )
        for entity in sorted(found.entities, key=lambda entity: (-mentions[entity.key], entity.key))
    ]
    doubts = [
        RollDoubt(first=doubt.first.key, second=doubt.second.key, reason=doubt.reason) for doubt in doubtful(found.entities)
    ]
    return Roll(entities=entries, doubtful=doubts)


def picture(called: Roll) -> Group:
    """Return what the console prints."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, justify in _COLUMNS:
        table.add_column(heading, justify=justify, overflow="fold")
    for entry in called.entities:
        written = Text(visible(", ".join(entry.aliases)))
        table.add_row(Text(visible(entry.name)), entry.type, str(entry.mentions), str(entry.articles), written)
    return Group(table, *_doubts(called))


_COLUMNS: tuple[tuple[str, Literal["left", "right"]], ...] = (
    ("name", "left"),
    ("type", "left"),
    ("mentions", "right"),
    ("articles", "right"),
    ("also written", "left"),
)


def _doubts(called: Roll) -> Iterator[RenderableType]:
    names = {entry.key: f"{entry.name} ({entry.type})" for entry in called.entities}
    if called.doubtful:
        yield Text("\ndoubtful", style="bold")
    for doubt in called.doubtful:
        yield Text(visible(f"{names[doubt.first]} {doubt.reason} {names[doubt.second]}"))


def suggestions(found: Entities) -> str:
    """Write entries that would settle what is doubtful, as YAML to copy into `entities.yaml` and cut down."""
    entries = [_entry(doubt) for doubt in doubtful(found.entities)]
    if not entries:
        return "entities: []\n"
    return yaml.safe_dump({"entities": _joined(entries)}, allow_unicode=True, sort_keys=False, width=120)


def _entry(doubt: Doubt) -> tuple[str, dict[str, object]]:
    if doubt.reason == "is of another type than":
        return doubt.first.name, {"type": doubt.first.type, "merge": [doubt.second.key]}
    if doubt.reason == "has the same name as":
        return doubt.first.key, {"merge": [doubt.second.key]}
    return doubt.second.name, {"merge": [doubt.first.name]}


def _joined(entries: Sequence[tuple[str, dict[str, object]]]) -> list[dict[str, object]]:
    """Give each name one entry, since a file may hold no two."""
    found: dict[str, dict[str, object]] = {}
    for name, decided in entries:
        entry = found.setdefault(name, {"name": name})
        merged = entry.get("merge")
        entry.update(decided)
        if isinstance(merged, list) and isinstance(decided["merge"], list):
            entry["merge"] = list(dict.fromkeys([*merged, *decided["merge"]]))
    return list(found.values())
