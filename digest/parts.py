"""The table of contents: which readers, analysers and pages there are, in which order they run."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import get_type_hints

from digest.analyse import Annotator, Collector
from digest.analysers import announcement, evidence, extracts, taxonomies
from digest.analysers import entities as entity_analyser
from digest.check import ArticleCheck, ClaimCheck, LibraryCheck, remark, remark_on_title
from digest.checks import (
    calendar,
    duplicates,
    form,
    links,
    markup,
    names,
    numbers,
    opposites,
    quotations,
    stale,
    stated,
    strength,
    support,
    weekdays,
)
from digest.config import NamesFrom
from digest.load import Readers
from digest.pages import (
    about,
    alias,
    archive,
    article,
    assets,
    corrections,
    data,
    entities,
    entity,
    feed,
    home,
    issue,
    latest,
    month,
    not_found,
    retraction,
    search,
    sitemap,
    source,
    sources,
    tag,
    tags,
    undated,
)
from digest.plan import Listing, PageType
from digest.readers import markdown, text
from digest.tagger import tagger
from digest.views.issues import IssueView
from digest.views.support import show

READERS: Readers = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
CLAIM_CHECKS: Sequence[ClaimCheck] = (
    numbers.check,
    calendar.check,
    names.check,
    quotations.check,
    strength.check,
    opposites.check,
)
ARTICLE_CHECKS: Sequence[ArticleCheck] = (
    partial(remark_on_title, checks=CLAIM_CHECKS),
    support.check,
    support.check_coverage,
    stale.check,
    form.check,
    stated.check,
    names.check_count,
    weekdays.check,
    markup.check,
)
LIBRARY_CHECKS: Sequence[LibraryCheck] = (links.check, duplicates.check)
BUILD_CHECKS: Sequence[ArticleCheck] = (stale.check,)
ANNOTATORS: Sequence[Annotator] = (
    entity_analyser.annotate,
    extracts.annotate,
    evidence.annotate,
    announcement.annotate,
    partial(remark, checks=CLAIM_CHECKS),
    show,
    entity_analyser.sum_up,
)
FINDINGS = tuple(get_type_hints(getattr(find, "func", find))["return"] for find in ANNOTATORS)
COLLECTORS: Sequence[Collector] = (entity_analyser.collect, taxonomies.collect)
PAGE_TYPES: Sequence[PageType] = (
    home.pages,
    latest.pages,
    issue.pages,
    archive.pages,
    month.pages,
    undated.pages,
    tags.pages,
    tag.pages,
    sources.pages,
    source.pages,
    article.pages,
    retraction.pages,
    corrections.pages,
    entities.pages,
    entity.pages,
    feed.pages,
    data.pages,
    search.pages,
    about.pages,
    not_found.pages,
    alias.pages,
    assets.pages,
)
LISTINGS: Sequence[Listing] = (sitemap.pages,)
MAKERS: Mapping[str, Callable[..., object]] = {  # of the views and records that show articles, by name
    make.__name__: make
    for make in (
        IssueView,
        latest.manifest,
        corrections.CorrectionsView,
        search.SearchView,
        alias.AliasView,
        month.MonthView,
        undated.UndatedView,
        tag.TagView,
        source.SourceView,
        article.article_view,
        entity.entity_view,
        entity.entity_record,
        entity.older_record,
        feed.feed_file,
        article.article_record,
        data.retraction_record,
        data.library_record,
    )
}


def annotators(names: NamesFrom) -> Sequence[Annotator]:
    """Return the annotators for names that are found in the texts, by us or by a pipeline in a folder, or taken as declared.

    Raises ConfigError when the pipeline cannot be used.
    """
    if isinstance(names, Path):
        return (partial(entity_analyser.annotate, tag=tagger(names)), *ANNOTATORS[1:])
    return (entity_analyser.annotate_declared, *ANNOTATORS[1:]) if names == "declared" else ANNOTATORS
