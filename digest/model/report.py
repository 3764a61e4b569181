"""What a build tells of itself."""

from dataclasses import dataclass
from datetime import datetime

from digest.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build read, made and held back, until when, and what an editor should know; a strict build may write no files.

    `early` articles are drafts or dated in the future, and were asked for.
    """

    sources: int
    articles: int
    held_back: int
    early: int
    until: datetime | None
    files: int
    problems: tuple[Problem, ...]
