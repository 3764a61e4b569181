"""What is recovered from flat text: the parts of an article, how surely each was cut, and what is doubtful."""

from dataclasses import dataclass
from typing import Literal

DetailKind = Literal["author", "date", "source", "updated", "reading_time", "age", "kicker"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveredSection:
    """A heading with its paragraphs; the first section has none, and bears the confidence of the title's cut.

    `confidence` is the calibrated probability that heading and cut are right; `line` counts the lines of the input from 1.
    """

    heading: str | None
    confidence: float
    rule: str
    paragraphs: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A line about the article, such as its byline: what it states, and by which rule it was told from the text."""

    kind: DetailKind
    value: str
    line: int
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Something that an editor should look at."""

    rule: str
    line: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """An article's parts in reading order; `title` and `language` are empty when there is none or it is unknown."""

    title: str
    title_confidence: float
    title_rule: str
    takeaways: tuple[str, ...]
    sections: tuple[RecoveredSection, ...]
    details: tuple[Detail, ...]
    language: str
    doubts: tuple[Doubt, ...]
