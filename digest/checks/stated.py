"""What an editor should state of an article and did not: its date, where it came from, under which licence, its title."""

from collections.abc import Iterator

from digest.model.library import Annotated
from digest.model.remark import Remark


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on what is missing from the front matter, and on a title that was inferred."""
    given = annotated.article.front_matter
    if not given.date:
        yield Remark(rule="no-date", message="the article has no date", hint="add 'date: 2025-07-10' to the front matter")
    if not (given.source.name or given.source.url):
        hint = "add 'source: {name: …, url: …}' to the front matter"
        yield Remark(rule="no-source", message="it is not said where the article came from", hint=hint)
    if not given.source.licence:
        hint = "add 'licence: …' to the front matter, below 'source' or by itself"
        yield Remark(rule="no-licence", message="it is not said under which licence the text stands", hint=hint)
    for inference in annotated.article.recovery:
        if inference.piece == "title" and given.title:
            message = f"“{given.title}” was taken for the title, with a chance of {inference.confidence:.0%} to be right"
            hint = "add 'title: …' to the front matter"
            yield Remark(rule="title-inferred", passage="title", end=len(given.title), message=message, hint=hint)
