"""A site to a folder in a store of objects, which has no folders to exchange: what is new comes first, what is gone goes last.

A reader may meet files of both sites while they are copied; a build that fails before has changed nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from digest.cache.ledger import MANIFEST
from digest.cluster.files import opened, reaching
from digest.cluster.room import WAITING, Room
from digest.errors import DigestError, RefusedError
from digest.model.page import Output, Stored
from digest.write import manifest, named_in

_AT_A_TIME = 500  # files, which a store may copy side by side


def publish(outputs: Iterable[Output], folder: str, room: Room) -> int:
    """Make a folder hold exactly the outputs, and what the user put there; return how many files these are.

    Raises RefusedError when the folder is not ours or a file of the user's is in the way, DigestError when it cannot be reached.
    """
    system, root = opened(folder)
    with reaching(folder):
        system.invalidate_cache()
        there = {path.removeprefix(f"{root}/") for path in system.find(root)}
        ours = named_in(system.cat_file(f"{root}/{MANIFEST}")) if MANIFEST in there else frozenset()
    strangers = {path for path in there if not path.startswith(f"{WAITING}/")} - ours - {MANIFEST}
    if strangers and MANIFEST not in there:
        hint = "empty it, or name another"
        raise RefusedError(f"the output folder '{folder}' holds files that digest did not write", hint=hint)
    kept = (output if isinstance(output, Stored) else room.keep(output) for output in outputs)
    places = {output.path: output.place for output in kept}
    if taken := sorted(strangers & places.keys()):
        raise RefusedError(f"'{taken[0]}' in the output folder is yours, and the new site has a page there", hint="move it away")
    with reaching(folder):
        system.pipe_file(f"{root}/{MANIFEST}", manifest(ours | places.keys()))  # so that what follows may be broken off
        for paths in _in_order(places):
            try:
                system.copy([places[path] for path in paths], [f"{root}/{path}" for path in paths])
            except FileNotFoundError as error:
                hint = "name one that all machines share: cluster.output in digest.yaml"
                raise DigestError(f"what workers wrote below '{folder}' is not there", hint=hint) from error
        if gone := sorted(ours - places.keys() & there):
            system.rm([f"{root}/{path}" for path in gone])
        system.pipe_file(f"{root}/{MANIFEST}", manifest(places))
    return len(places)


def _in_order(paths: Collection[str]) -> Iterator[Sequence[str]]:
    """Yield what pages need before the pages, the front page last."""
    ordered = sorted(paths, key=lambda path: (path.endswith(".html"), path == "index.html", path))
    for first in range(0, len(ordered), _AT_A_TIME):
        yield ordered[first : first + _AT_A_TIME]
