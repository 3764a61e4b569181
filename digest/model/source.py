"""A file of the editor's, as it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one file; `path` is relative to the content folder and uses `/`."""

    path: str
    content: bytes
    sha256: str
