"""What announces an article on other pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An article's summary or first sentence, and the minutes that its text takes: none where it is withheld."""

    opening: str
    minutes: int
