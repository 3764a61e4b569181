"""Which articles a build takes, by its clock and the wishes of whoever runs it."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from digest.model.article import Article
from digest.text.instants import instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which articles a build takes: those dated after `now` and drafts are held back unless asked for."""

    now: datetime
    drafts: bool = False
    future: bool = False

    def takes(self, article: Article, timezone: tzinfo | None) -> bool:
        """Say whether a build has this article."""
        return (self.drafts or not article.front_matter.draft) and (self.future or not self.is_ahead(article, timezone))

    def is_ahead(self, article: Article, timezone: tzinfo | None) -> bool:
        """Say whether an article is dated in the future; its day begins at midnight in `timezone`, else in UTC."""
        day = article.front_matter.date
        return day is not None and instant(day, timezone or UTC) > self.now

    def due(self, article: Article, timezone: tzinfo | None) -> datetime | None:
        """Return when an article is due that is dated in the future, whether it is held back for that or not."""
        day = article.front_matter.date
        return instant(day, timezone or UTC) if day and self.is_ahead(article, timezone) else None
