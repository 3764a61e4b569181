"""What announces an article on other pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An article's summary or first sentence, and the minutes and words that its text takes: none where it is withheld.

    `language` is that of its words, `und` where they are of none, or empty where it is that of the site.
    """

    opening: str
    minutes: int
    words: int
    language: str
