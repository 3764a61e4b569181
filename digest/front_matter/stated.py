"""Front matter and a body to the text of a file: what `front_matter` reads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

import frontmatter
from yaml import SafeDumper

from digest.model.article import Correction, Day, FrontMatter, Takeaway
from digest.model.names import Entity


class _Dumper(SafeDumper):
    """Writes a value anew wherever it stands, since we read no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def stated(given: FrontMatter, body: str, *, sections: Sequence[str] = (), entities: Sequence[Mapping[str, object]] = ()) -> str:
    """Write what is known of an article above its text; entities that are given stand in for those that it states."""
    post = frontmatter.Post(body)
    post.metadata = dict(_keys(given, sections or given.sections, entities or tuple(map(_entity, given.entities))))
    text: str = frontmatter.dumps(post, sort_keys=False, width=10_000, Dumper=_Dumper)
    return text + "\n"


def _keys(given: FrontMatter, sections: Sequence[str], entities: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, object]]:
    """Yield the keys that have something to say, in the order in which editors read them."""
    publication: Mapping[str, object] = {
        "name": given.source.name,
        "owner": given.source.owner,
        "url": given.source.url,
        "published": _day(given.source.published),
        "licence": given.source.licence,
        "retrieved": _day(given.source.retrieved),
    }
    keys: Mapping[str, object] = {
        "id": given.id,
        "title": given.title,
        "date": _day(given.date),
        "updated": _day(given.updated),
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
        "correction": list(map(_correction, given.corrections)),
        "takeaways": [_takeaway(takeaway) for takeaway in given.takeaways],
        "sections": list(sections),
        "entities": list(entities),
        **given.extra,
    }
    return ((key, value) for key, value in keys.items() if value or (key == "takeaways" and not given.extract))


def _correction(one: Correction) -> Mapping[str, object]:
    return {key: value for key, value in {"text": one.text, "date": _day(one.date)}.items() if value}


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


def _day(day: Day) -> date | str:
    """Return a day as YAML knows it, or a moment as ISO 8601, which YAML would write otherwise."""
    return day.isoformat() if isinstance(day, datetime) else day or ""
