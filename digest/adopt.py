"""What was recovered from flat text, as Markdown with front matter for the editor to mend and keep."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import frontmatter

from digest.analyse import Annotator, annotate
from digest.errors import RefusedError, SourceError
from digest.load import ORIGINALS, Readers, load, source
from digest.model.article import Article, Takeaway
from digest.model.names import Names
from digest.text.markdown import literal


def adopt(path: Path, readers: Readers, annotators: Sequence[Annotator]) -> Path:
    """Write `NAME.md` beside a file of flat text, move that file into `originals/`, and return the new one's path.

    Raises SourceError when the file cannot be read, RefusedError when something would be overwritten.
    """
    target, original = path.with_suffix(".md"), path.parent / ORIGINALS / path.name
    if target == path:
        raise SourceError("is Markdown already", path=str(path), hint="edit it as it is")
    for taken in (target, original):
        if taken.exists():
            raise RefusedError(f"'{taken}' is there already", hint="move it away first")
    loaded = load(source(path, path.name), readers)
    if not loaded.article:
        problem = loaded.problems[-1]
        raise SourceError(problem.message, path=str(path), line=problem.line, hint=problem.hint)
    text = adopted(loaded.article, annotate(loaded.article, annotators).findings[Names])
    with target.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    original.parent.mkdir(exist_ok=True)
    path.rename(original)
    return target


def adopted(article: Article, names: Names) -> str:
    """Return an article as CommonMark under front matter that states its takeaways, sections and entities."""
    post = frontmatter.Post("\n\n".join(_body(article)))
    post.metadata = dict(_header(article, names))
    text: str = frontmatter.dumps(post, sort_keys=False, width=10_000)
    return text + "\n"


def _header(article: Article, names: Names) -> Iterator[tuple[str, object]]:
    """Yield the keys of the front matter that have something to say, in the order in which editors read them."""
    given = article.front_matter
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
        "draft": given.draft,
        "status": given.status,
        "pinned": given.pinned,
        "correction": [{"text": one.text} | ({"date": _iso(one.date)} if one.date else {}) for one in given.corrections],
        "takeaways": [_takeaway(takeaway) for takeaway in given.takeaways],
        "sections": [section.heading for section in article.sections if section.heading],
        "entities": list(_entities(names)),
        **given.extra,
    }
    return ((key, value) for key, value in keys.items() if value or (key == "takeaways" and not given.extract))


def _takeaway(takeaway: Takeaway) -> object:
    """Write a takeaway as its text, with what an editor stated of it beside it."""
    stated = {
        "evidence": [link.paragraph for link in takeaway.evidence],
        "quote": takeaway.quote,
        "origin": takeaway.origin if takeaway.origin != "author" else "",
        "reviewed_by": takeaway.reviewed_by,
    }
    kept = {key: value for key, value in stated.items() if value}
    return {"text": takeaway.text, **kept} if kept else takeaway.text


def _entities(names: Names) -> Iterator[Mapping[str, object]]:
    """Yield the entities, the most named first; their aliases are the other words that the text has for them."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in names.mentions:
        forms[mention.entity][mention.text] += 1
    for entity in sorted(names.entities, key=lambda entity: (-forms[entity.key].total(), entity.key)):
        aliases = sorted(forms[entity.key].keys() - {entity.name})
        yield {"name": entity.name, "type": entity.type} | ({"aliases": aliases} if aliases else {})


def _iso(day: object) -> str:
    return str(day) if day else ""


def _body(article: Article) -> Iterator[str]:
    for section in article.sections:
        if section.heading:
            yield f"## {literal(section.heading)}"
        yield from (literal(block.text) for block in section.blocks)
