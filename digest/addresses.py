"""The address that each article has had, kept in `digest.lock.yaml` so that neighbours which come or go never change it.

One line an article, in order of path, so that version control merges the file well. It is YAML, of quoted words alone.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from digest.disk import Disk
from digest.errors import ConfigError
from digest.model.problem import Problem

_DISK = Disk()
_HEAD = "# The addresses of the articles, so that they keep them. Written by digest build: commit it with the articles.\n"


def read(path: Path, articles: Iterable[str]) -> dict[str, str]:
    """Read the addresses of articles by their paths; none when there is no file.

    Raises ConfigError with the line of what is no address.
    """
    try:
        lines = path.read_text("utf-8").split("\n")  # other ends of lines may stand in a name
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=path.name, hint="bring it back from version control, or delete it") from error
    addresses: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            addresses |= msgspec.json.decode(f"{{{line}}}", type=dict[str, str])
        except msgspec.MsgspecError as error:
            hint = "mend the line, or delete it and the article may get another address"
            raise ConfigError('not a line "article": "address"', path=path.name, line=number, hint=hint) from error
    return {article: addresses[article] for article in articles if article in addresses}


def keep(path: Path, addresses: Mapping[str, str], disk: Disk = _DISK) -> tuple[Problem, ...]:
    """Write the addresses where they differ; whoever reads the file finds the old or the new one whole."""
    lines = (f"{_quoted(article)}: {_quoted(addresses[article])}\n" for article in sorted(addresses))
    content = "".join((_HEAD, *lines)).encode()
    fresh = path.with_name(f".{path.name}.new")
    try:
        if content != (path.read_bytes() if path.exists() else _HEAD.encode()):
            disk.write(fresh, content)
            disk.rename(fresh, path)
    except OSError as error:
        message, hint = f"cannot be written: {error.strerror}", "until it can, addresses that are alike may change"
        return (Problem(level="warning", rule="addresses", path=path.name, line=0, message=message, hint=hint),)
    return ()


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()
