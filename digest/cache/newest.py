"""The newest result of one kind on disk, where only the last is worth its room; it may be deleted at any time."""

from contextlib import suppress
from pathlib import Path

from digest.cache.pack import SUFFIX, Listed, NewPack, whole


def remembered(folder: Path, key: bytes) -> bytes | None:
    """Return what is remembered in a folder, if it is whole and under a key that says all that it was made from."""
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(ValueError):
            if (listed := Listed.at(path)) and (place := listed.find(key)):
                return whole(key, place)
    return None


def remember(folder: Path, key: bytes, content: bytes) -> None:
    """Remember a result in the place of the one before; where the folder cannot be written, nothing is."""
    with suppress(OSError):
        before = list(folder.glob(f"*{SUFFIX}"))
        pack = NewPack(folder)
        try:
            pack.add(key, content)
            pack.finish()
        except OSError:
            pack.discard()
            return
        for path in before:
            path.unlink(missing_ok=True)
