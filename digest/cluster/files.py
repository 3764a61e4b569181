"""Folders that several machines see: a path of a shared disk, or an address such as `s3://bucket/folder` that fsspec knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import fsspec
from fsspec.implementations.local import LocalFileSystem

from digest.errors import ConfigError, DigestError


@cache
def opened(folder: str) -> tuple[fsspec.AbstractFileSystem, str]:
    """Return the file system of a folder, and the folder's path in it.

    Raises ConfigError when fsspec does not know it, or lacks the library for it.
    """
    try:
        system, path = fsspec.core.url_to_fs(folder)
    except ImportError as error:
        raise ConfigError(f"'{folder}' cannot be used: {error}", hint="install it, here and on all workers") from error
    except ValueError as error:
        raise ConfigError(
            f"'{folder}' is no folder: {error}", hint="write a path, or an address like s3://bucket/folder"
        ) from error
    return system, path.rstrip("/")


def is_local(folder: str) -> bool:
    """Say whether a folder is one of a disk that this machine has."""
    return isinstance(opened(folder)[0], LocalFileSystem)


@contextmanager
def reaching(folder: str) -> Iterator[None]:
    """Say of which folder it is that it cannot be reached from here; that a file is missing may mean something else."""
    try:
        yield
    except (FileNotFoundError, DigestError):
        raise
    except Exception as error:  # each store has a library, and each of these has errors of its own
        hint = "see that this machine and all workers reach it, with the rights that it takes"
        raise DigestError(f"'{folder}' cannot be used: {error}", hint=hint) from error
