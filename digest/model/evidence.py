"""The takeaways of one article with the paragraphs that support them."""

from dataclasses import dataclass

from digest.model.article import Takeaway


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An article's takeaways in order, each with its links and state."""

    takeaways: tuple[Takeaway, ...]
