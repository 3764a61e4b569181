"""A project and a cluster's address to what a build there needs: an engine, and where articles come from and the site goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from digest.build import Places
from digest.cluster.files import is_local, opened
from digest.cluster.publish import publish
from digest.cluster.room import Room
from digest.cluster.shelf import edits, listed
from digest.cluster.there import There
from digest.config import Config
from digest.engine import Engine
from digest.engines.dask import Dask
from digest.parts import READERS
from digest.write import write


@contextmanager
def connected(address: str, config: Config) -> Iterator[tuple[Engine, Places]]:
    """Connect with the cluster whose scheduler has an address, and give its workers a room for the files of the new site."""
    room = Room.beside(config.cluster_output)
    with Dask(address) as engine, room.furnished():
        yield There(engine, room), places(config, room)


def places(config: Config, room: Room) -> Places:
    """Return where a build on a cluster finds articles and leaves its site; a folder on a disk is exchanged in one step."""
    output = config.cluster_output
    put = partial(write, folder=Path(opened(output)[1])) if is_local(output) else partial(publish, folder=output, room=room)
    return Places(
        find=partial(listed, config.cluster_content, READERS),
        edits=partial(edits, config.cluster_content),
        write=put,
    )
