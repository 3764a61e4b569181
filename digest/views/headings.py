"""The headings of an article to their ranks on a page, where the title has the first."""

from collections.abc import Iterator, Sequence

from digest.model.article import Section

_LOWEST = 6


def levels(sections: Sequence[Section]) -> Iterator[int]:
    """Yield the rank of each section's heading: one below the heading that it stands under, however deep its author set it."""
    above: list[int] = []
    for section in sections:
        if section.heading:
            above = [*(level for level in above if level < section.level), section.level]
        yield min(1 + max(1, len(above)), _LOWEST)
