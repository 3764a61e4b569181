"""What an article keeps once it was given."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The address of an article, and the id that it bears for ever; the id is empty where none was kept."""

    address: str
    id: str = ""
