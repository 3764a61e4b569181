"""The takeaways of one article, given or extracted, with the paragraphs that support them."""

from dataclasses import dataclass

from digest.model.article import Article, Section, Takeaway


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracts:
    """Sentences of an article that stand in for the takeaways that it does not have, the one that says most first."""

    takeaways: tuple[Takeaway, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An article's takeaways in order, each with its links and state."""

    takeaways: tuple[Takeaway, ...]

    def unreflected(self, article: Article) -> tuple[Section, ...]:
        """Return the sections with a heading and text to which no takeaway leads."""
        cited = {link.paragraph for takeaway in self.takeaways for link in takeaway.support}
        return tuple(
            section
            for section in article.sections
            if section.heading and section.blocks and cited.isdisjoint(block.id for block in section.blocks)
        )
