"""Which former addresses of articles are those of others, so that they lead there."""

from collections.abc import Iterator, Sequence

from digest import permalinks
from digest.model.article import Article
from digest.model.problem import Problem


def lost(articles: Sequence[Article]) -> Iterator[Problem]:
    """Name each alias at which another article stands, or that another one claims first."""
    owners = {permalinks.article(one.slug, one.front_matter.date).casefold(): one.path for one in articles}
    for one in articles:
        for alias in one.front_matter.aliases:
            owner = owners.setdefault(alias.casefold(), one.path)
            if owner != one.path:
                message, hint = f"the alias '{alias}' leads to {owner}", "remove it from one of them"
                yield Problem(level="warning", rule="alias-taken", path=one.path, line=0, message=message, hint=hint)
