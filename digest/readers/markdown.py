"""CommonMark with YAML front matter to an article: the form in which editors keep one."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath

from digest.errors import SourceError
from digest.front_matter import parsed
from digest.model.article import Article, Block, BlockKind, Section
from digest.model.html import Html
from digest.model.problem import Problem
from digest.model.source import Source
from digest.text.encodings import decoded
from digest.text.markdown import MarkdownBlock, blocks
from digest.text.slugs import slug


def read(source: Source) -> Article:
    """Read one Markdown file.

    Raises SourceError when it has no text, or front matter that cannot be read.
    """
    try:
        text = decoded(source.content)
    except ValueError as error:
        raise SourceError(str(error), path=source.path, hint="save the file as UTF-8") from error
    header = parsed(text.text, source.path)
    found = list(blocks(header.body))
    title = header.front_matter.title
    if found and found[0].level == 1 and title in {"", _folded(found[0].text)}:
        title = _folded(found.pop(0).text)
    sections = tuple(_sections(found))
    if not any(section.blocks for section in sections):
        hint = "write it under the front matter"
        raise SourceError("the article has no text", path=source.path, line=header.body_line, hint=hint)
    warn = partial(Problem, level="warning", path=source.path)
    problems = [*header.problems]
    if text.guessed:
        problems.append(warn(rule="encoding-guessed", line=0, message=f"read as {text.encoding}", hint="save the file as UTF-8"))
    if not title:
        hint = "add 'title: …' to the front matter, or begin with '# Title'"
        problems.append(warn(rule="no-title", line=1, message="the article has no title", hint=hint))
    outline = tuple(section.heading for section in sections if section.heading)
    if header.front_matter.sections and header.front_matter.sections != outline:
        message, hint = "'sections' differs from the headings of the text, which is taken", "mend or remove 'sections'"
        problems.append(warn(rule="outline-differs", line=1, message=message, hint=hint))
    return Article(
        slug=slug(header.front_matter.slug or title or PurePosixPath(source.path).stem),
        path=source.path,
        sha256=source.sha256,
        front_matter=replace(header.front_matter, title=title),
        sections=sections,
        problems=tuple(problems),
    )


def _sections(found: list[MarkdownBlock]) -> Iterator[Section]:
    """Gather blocks under their headings; an opening without text is left out."""
    heading, level, number, paragraphs = "", 2, 1, 0
    gathered: list[Block] = []
    for block in (*found, None):
        if block is None or block.kind == "heading":
            if gathered or heading:
                yield Section(id=f"s{number}", heading=heading, level=level, blocks=tuple(gathered))
                number += 1
            if block is not None:
                heading, level, gathered = _folded(block.text), block.level, []
        else:
            paragraphs += 1
            gathered.append(_block(f"p{paragraphs}", block))


def _block(identifier: str, block: MarkdownBlock) -> Block:
    kinds: dict[str, BlockKind] = {"list": "list", "quote": "quote", "table": "table", "code": "code", "figure": "figure"}
    return Block(id=identifier, kind=kinds.get(block.kind, "paragraph"), text=block.text, html=Html(block.html))


def _folded(text: str) -> str:
    return " ".join(text.split())
