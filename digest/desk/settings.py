"""The configuration as it holds: every key with its value, and where that comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from digest.config import Written
from digest.text.yaml import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One value: its key, such as `policy.full_text_licences`, and its origin: `default`, `digest.yaml:3` or an option."""

    key: str
    value: object
    origin: str


def settings(read: Written) -> tuple[Setting, ...]:
    """List all settings in the order of `Form`."""
    leaves = _leaves(msgspec.to_builtins(read.form), ())
    return tuple(Setting(key=".".join(map(str, path)), value=value, origin=_origin(read, path)) for path, value in leaves)


def as_yaml(found: Sequence[Setting]) -> str:
    """Write settings as a `digest.yaml` that says the same, with each origin in a comment."""
    return "".join(_lines(found))


def _leaves(value: object, path: Path) -> Iterator[tuple[Path, object]]:
    if isinstance(value, dict) and (value or not path):
        for key, entry in value.items():
            yield from _leaves(entry, (*path, key))
    else:
        yield path, value


def _origin(read: Written, path: Path) -> str:
    if path[0] in read.options:
        return f"--{str(path[0]).replace('_', '-')}"
    if path in read.document.places:
        return f"{read.path.name}:{read.document.line(path)}"
    return "default"


def _lines(found: Sequence[Setting]) -> Iterator[str]:
    group = ""
    for setting in found:
        above, _, key = setting.key.rpartition(".")
        if above and above != group:
            yield f"{above}:\n"
        group = above
        value = msgspec.json.encode(setting.value).decode()
        yield f"{'  ' if above else ''}{key}: {value}  # {setting.origin}\n"
