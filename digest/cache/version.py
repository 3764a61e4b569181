"""What the program is, down to the last byte: what another one remembers is not believed."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path


@cache
def version() -> bytes:
    """Return a digest of our code and data, of Python, and of the names and versions of what is installed."""
    package = Path(__file__).parent.parent
    found = blake2b(sys.version.encode(), digest_size=16)
    for path in sorted(_files(package)):
        found.update(f"\n{path.relative_to(package)}\n".encode() + path.read_bytes())
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        found.update("\n".join(sorted(path.name for path in folder.glob("*.dist-info"))).encode())
    return found.digest()


def _files(package: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name) for name in names)
