"""What announces an article on other pages."""

from dataclasses import dataclass
from typing import Self

from digest.model.folded import Folded
from digest.model.passed_on import PassedOn


class Count(Folded[int], of=int):
    """A number, folded: pages of the library pass it on, and are planned alike whatever it is."""

    __slots__ = ()

    @classmethod
    def to(cls, number: int) -> Self:
        """Fold a number."""
        return cls.of((number,))

    @property
    def number(self) -> int:
        """The number."""
        return self[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An article's title, its summary or first sentence, and the minutes and words that its text takes.

    A text that is withheld takes none.
    `language` is that of its words, `und` where they are of none, or empty where it is that of the site.
    """

    title: PassedOn
    opening: PassedOn
    minutes: int
    words: Count
    language: str
