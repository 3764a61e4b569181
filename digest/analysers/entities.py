"""Articles to names: who and what each mentions, and one list of entities for all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from digest.cache.latest import Latest
from digest.model.article import Article
from digest.model.library import Annotated, Findings
from digest.model.names import Appearance, Entities, Mention, Names, Passage
from digest.naming import Tag, find_declared, find_names, join


def annotate(article: Article, findings: Findings, tag: Tag | None = None) -> Names:
    """Find the names in an article's title, takeaways, headings and text; with a tagger, if one is given."""
    del findings
    front_matter = article.front_matter
    return find_names(tuple(_passages(article)), known=front_matter.entities, language=front_matter.language or "en", tag=tag)


def annotate_declared(article: Article, findings: Findings) -> Names:
    """Find the entities that are declared for an article, and no others."""
    del findings
    return find_declared(tuple(_passages(article)), article.front_matter.entities)


def collect(annotated: Sequence[Annotated]) -> Entities:
    """Join the entities of all articles, and list where each appears; takeaways repeat the text, so they do not count."""
    (joined,) = _JOINED.of({"": (tuple(one.findings[Names].entities for one in annotated),)})
    keys = zip(annotated, joined.keys, strict=True)
    appearances = tuple(chain.from_iterable(_APPEARANCES.of({one.article.path: (one, own) for one, own in keys})))
    named = {appearance.entity for appearance in appearances}
    return Entities(entities=tuple(entity for entity in joined.entities if entity.key in named), appearances=appearances)


def _appearances(one: Annotated, keys: Sequence[tuple[str, str]]) -> Sequence[Appearance]:
    """List where entities appear in an article, by their keys in the library, which stand beside the article's own."""
    common = dict(keys)
    takeaways = {takeaway.id for takeaway in one.article.front_matter.takeaways}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in one.findings[Names].mentions:
        if mention.passage not in takeaways:
            key = common[mention.entity]
            found[key].append(mention if mention.entity == key else replace(mention, entity=key))
    return [Appearance(entity=key, article=one.article.path, mentions=tuple(found[key])) for key in sorted(found)]


_JOINED, _APPEARANCES = Latest(join), Latest(_appearances)


def _passages(article: Article) -> Iterator[Passage]:
    yield Passage(id="title", kind="title", text=article.front_matter.title)
    for takeaway in article.front_matter.takeaways:
        yield Passage(id=takeaway.id, kind="takeaway", text=takeaway.text)
    for section in article.sections:
        if section.heading:
            yield Passage(id=section.id, kind="heading", text=section.heading)
        for block in section.blocks:
            yield Passage(id=block.id, kind="paragraph", text=block.text)
