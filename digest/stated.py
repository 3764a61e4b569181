"""Front matter and a body to the text of a file: what `front_matter` reads."""

from collections.abc import Iterator, Mapping, Sequence

import frontmatter

from digest.model.article import FrontMatter, Takeaway
from digest.model.names import Entity


def stated(given: FrontMatter, body: str, *, sections: Sequence[str] = (), entities: Sequence[Mapping[str, object]] = ()) -> str:
    """Write what is known of an article above its text; entities that are given stand in for those that it states."""
    post = frontmatter.Post(body)
    post.metadata = dict(_keys(given, sections or given.sections, entities or tuple(map(_entity, given.entities))))
    text: str = frontmatter.dumps(post, sort_keys=False, width=10_000)
    return text + "\n"


def _keys(given: FrontMatter, sections: Sequence[str], entities: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, object]]:
    """Yield the keys that have something to say, in the order in which editors read them."""
    publication = {
        "name": given.source.name,
        "owner": given.source.owner,
        "url": given.source.url,
        "published": _iso(given.source.published),
        "licence": given.source.licence,
        "retrieved": _iso(given.source.retrieved),
    }
    keys: Mapping[str, object] = {
        "id": given.id,
        "title": given.title,
        "date": _iso(given.date),
        "updated": _iso(given.updated),
        "authors": list(given.authors),
        "source": {key: value for key, value in publication.items() if value},
        "summary": given.summary,
        "language": given.language,
        "tags": list(given.tags),
        "slug": given.slug,
        "aliases": list(given.aliases),
        "draft": given.draft,
        "status": given.status,
        "pinned": given.pinned,
        "correction": [{"text": one.text} | ({"date": _iso(one.date)} if one.date else {}) for one in given.corrections],
        "takeaways": [_takeaway(takeaway) for takeaway in given.takeaways],
        "sections": list(sections),
        "entities": list(entities),
        **given.extra,
    }
    return ((key, value) for key, value in keys.items() if value or (key == "takeaways" and not given.extract))


def _takeaway(takeaway: Takeaway) -> object:
    """Write a takeaway as its text, with what an editor stated of it beside it."""
    said = {
        "evidence": [link.paragraph for link in takeaway.evidence],
        "quote": takeaway.quote,
        "origin": takeaway.origin if takeaway.origin != "author" else "",
        "reviewed_by": takeaway.reviewed_by,
    }
    kept = {key: value for key, value in said.items() if value}
    return {"text": takeaway.text, **kept} if kept else takeaway.text


def _entity(entity: Entity) -> Mapping[str, object]:
    return {"name": entity.name, "type": entity.type} | ({"aliases": list(entity.aliases)} if entity.aliases else {})


def _iso(day: object) -> str:
    return str(day) if day else ""
