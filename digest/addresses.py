"""The address and the id that each article was given, kept in `digest.lock.yaml` so that nothing ever changes them.

One line an article, in order of path, so that version control merges the file well; the site itself stands at `/`. It is YAML,
of quoted words alone.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import msgspec

from digest.errors import ConfigError
from digest.machine.disk import Disk
from digest.model.kept import Kept
from digest.model.problem import Problem

_DISK = Disk()
_UNPRINTABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_HEAD = "# The address and the id of each article, so that it keeps them. Written by digest build: commit it with the articles.\n"


class _Entry(msgspec.Struct):
    address: str
    id: str = ""


def read(path: Path) -> dict[str, Kept]:
    """Read what articles were given, by their paths; nothing when there is no file. Older files hold addresses alone.

    Raises ConfigError with the line of what is neither.
    """
    if path.exists() and not path.is_file():
        raise ConfigError("no regular file", path=path.name, hint="bring it back from version control, or delete it")
    try:
        lines = path.read_text("utf-8").split("\n")  # other ends of lines may stand in a name
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8 text", path=path.name, hint="bring it back from version control, or delete it") from error
    kept: dict[str, Kept] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            found = msgspec.json.decode(f"{{{line}}}", type=dict[str, str | _Entry])
        except msgspec.MsgspecError as error:
            hint = "mend the line, or delete it and the article may get another address and id"
            message = 'not a line "article": {"address": …, "id": …}'
            raise ConfigError(message, path=path.name, line=number, hint=hint) from error
        kept |= {article: _kept(entry) for article, entry in found.items()}
    return kept


def keep(path: Path, kept: Mapping[str, Kept], disk: Disk = _DISK) -> tuple[Problem, ...]:
    """Write what articles were given where it differs; whoever reads the file finds the old or the new one whole."""
    content = "".join((_HEAD, *(_line(article, kept[article]) for article in sorted(kept)))).encode()
    fresh = path.with_name(f".{path.name}.new")
    try:
        if content != (path.read_bytes() if path.exists() else _HEAD.encode()):
            disk.write(fresh, content)
            disk.rename(fresh, path)
    except OSError as error:
        message, hint = f"cannot be written: {error.strerror}", "until it can, addresses that are alike and ids may change"
        return (Problem(level="warning", rule="addresses", path=str(path), line=0, message=message, hint=hint),)
    return ()


def _kept(entry: str | _Entry) -> Kept:
    return Kept(address=entry) if isinstance(entry, str) else Kept(address=entry.address, id=entry.id)


def _line(article: str, kept: Kept) -> str:
    return f'{_quoted(article)}: {{"address": {_quoted(kept.address)}, "id": {_quoted(kept.id)}}}\n'


def _quoted(text: str) -> str:
    """Quote a text as JSON and YAML both do; what YAML does not take raw is escaped."""
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(text).decode())
