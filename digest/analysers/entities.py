"""Articles to names: who and what each mentions, and one list of entities for all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import structs

from digest.cache.latest import Latest
from digest.model.article import Article
from digest.model.library import Annotated, Findings
from digest.model.names import Appearance, Entities, Mention, Named, Names, Passage
from digest.naming import Tag, appearance, find_declared, find_names, join, joined, passages


def annotate(article: Article, findings: Findings, tag: Tag | None = None) -> Names:
    """Find the names in an article's title, takeaways, headings and text; with a tagger, if one is given."""
    del findings
    front_matter = article.front_matter
    return find_names(tuple(_passages(article)), known=front_matter.entities, language=front_matter.language or "en", tag=tag)


def annotate_declared(article: Article, findings: Findings) -> Names:
    """Find the entities that are declared for an article, and no others."""
    del findings
    return find_declared(tuple(_passages(article)), article.front_matter.entities)


def sum_up(article: Article, findings: Findings) -> Named:
    """Sum up the names of an article for the library; takeaways repeat the text, so they do not count."""
    names = findings[Names]
    takeaways = {takeaway.id for takeaway in article.front_matter.takeaways}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions:
        if mention.passage not in takeaways:
            found[mention.entity].append(mention)
    texts = passages(article)
    return Named(
        entities=names.entities, appearances=tuple(appearance(key, article.path, found[key], texts) for key in sorted(found))
    )


def collect(annotated: Sequence[Annotated]) -> Entities:
    """Join the entities of all articles, and list where each appears."""
    (union,) = _JOINED.of({"": (tuple(one.findings[Named].entities for one in annotated),)})
    keys = zip(annotated, union.keys, strict=True)
    appearances = tuple(chain.from_iterable(_APPEARANCES.of({one.article.path: (one, own) for one, own in keys})))
    appearing = {one.entity for one in appearances}
    return Entities(entities=tuple(entity for entity in union.entities if entity.key in appearing), appearances=appearances)


def _appearances(one: Annotated, keys: Sequence[tuple[str, str]]) -> Sequence[Appearance]:
    """List where entities appear in an article, by their keys in the library, where these stand beside the article's own."""
    if not keys:
        return one.findings[Named].appearances  # which are in this order
    common = dict(keys)
    parts: dict[str, list[Appearance]] = defaultdict(list)
    for own in one.findings[Named].appearances:
        parts[common.get(own.entity, own.entity)].append(own)
    return [_whole(key, parts[key], one.article) for key in sorted(parts)]


def _whole(key: str, parts: Sequence[Appearance], article: Article) -> Appearance:
    if len(parts) > 1:
        return joined(key, parts, article)
    return parts[0] if parts[0].entity == key else structs.replace(parts[0], entity=key)


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
