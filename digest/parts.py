"""The table of contents: which readers, analysers and pages there are, in which order they run."""

from collections.abc import Sequence

from digest.analyse import Annotator, Collector
from digest.analysers import entities as entity_analyser
from digest.analysers import evidence
from digest.load import Readers
from digest.pages import article, assets, entities, entity, home, not_found
from digest.plan import PageType
from digest.readers import markdown, text

READERS: Readers = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}
ANNOTATORS: Sequence[Annotator] = (entity_analyser.annotate, evidence.annotate)
COLLECTORS: Sequence[Collector] = (entity_analyser.collect,)
PAGE_TYPES: Sequence[PageType] = (home.pages, article.pages, entities.pages, entity.pages, not_found.pages, assets.pages)
