"""What the program is, down to the last byte: what another one remembers is not believed."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

_NAME = re.compile(r"[\w.-]+")


@cache
def version() -> bytes:
    """Return a digest of our code and data, of Python, and of the names and versions of what is installed."""
    found = blake2b(sys.version.encode() + _program(), digest_size=16)
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        found.update("\n".join(sorted(path.name for path in folder.glob("*.dist-info"))).encode())
    return found.digest()


@cache
def surroundings() -> Mapping[str, str]:
    """Return the versions of Python, of digest and of what it needs, by which two machines make the same pages."""
    needs = (_NAME.match(line) for line in metadata.requires("news-digest") or () if "extra ==" not in line)
    names = sorted(found[0] for found in needs if found)
    python = ".".join(map(str, sys.version_info[:3]))
    return {"Python": python, "digest": _program().hex()[:8], **{name: metadata.version(name) for name in names}}


@cache
def _program() -> bytes:
    package = Path(__file__).parent.parent
    found = blake2b(digest_size=16)
    for path in sorted(_files(package)):
        found.update(f"\n{path.relative_to(package)}\n".encode() + path.read_bytes())
    return found.digest()


def _files(package: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name) for name in names)
