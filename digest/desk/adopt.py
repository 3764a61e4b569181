"""What was recovered from flat text, as Markdown with front matter for the editor to mend and keep."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from digest.analyse import Annotator, annotate
from digest.errors import RefusedError, SourceError
from digest.front_matter.stated import stated
from digest.load import ORIGINALS, Readers, load, requested
from digest.model.article import Article
from digest.model.names import Names
from digest.text.literal import literal


def adopt(path: Path, readers: Readers, annotators: Sequence[Annotator]) -> Path:
    """Write `NAME.md` beside a file of flat text, move that file into `originals/`, and return the new one's path.

    Raises SourceError when the file cannot be read, RefusedError when something would be overwritten.
    """
    target, original = path.with_suffix(".md"), path.parent / ORIGINALS / path.name
    if target == path and path.exists():
        raise SourceError("is Markdown already", path=str(path), hint="edit it as it is")
    for taken in (target, original):
        if taken.exists():
            raise RefusedError(f"'{taken}' is there already", hint="move it away first")
    loaded = load(requested(path, path.name, readers), readers)
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
    sections = [section.heading for section in article.sections if section.heading]
    return stated(article.front_matter, "\n\n".join(_body(article)), sections=sections, entities=tuple(_entities(names)))


def _entities(names: Names) -> Iterator[Mapping[str, object]]:
    """Yield the entities, the most named first; their aliases are the other words that the text has for them."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in names.mentions:
        forms[mention.entity][mention.text] += 1
    for entity in sorted(names.entities, key=lambda entity: (-forms[entity.key].total(), entity.key)):
        aliases = sorted(forms[entity.key].keys() - {entity.name})
        yield {"name": entity.name, "type": entity.type} | ({"aliases": aliases} if aliases else {})


def _body(article: Article) -> Iterator[str]:
    for section in article.sections:
        if section.heading:
            yield f"## {literal(section.heading)}"
        yield from (literal(block.text) for block in section.blocks)
