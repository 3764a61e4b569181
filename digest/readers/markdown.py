"""CommonMark with YAML front matter to an article: the form in which editors keep one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import PurePosixPath

from digest.errors import SourceError
from digest.front_matter.header import opened
from digest.model.article import Article, Block, BlockKind, FrontMatter, Section, Takeaway
from digest.model.problem import Problem
from digest.model.source import Source
from digest.structure.datelines import dateline
from digest.structure.language import language_of
from digest.text.blocks import MarkdownBlock, TooMuchError
from digest.text.dates import in_words
from digest.text.folding import folded
from digest.text.markdown import blocks
from digest.text.slugs import slug

_KINDS: dict[str, BlockKind] = {
    "list": "list",
    "notes": "list",
    "quote": "quote",
    "table": "table",
    "code": "code",
    "figure": "figure",
}
LONGEST_TITLE = 5_000  # characters: hundreds of pages show it


def read(source: Source) -> Article:
    """Read one Markdown file.

    Raises SourceError when it has no text, text that is nested or marked too much, or front matter that cannot be read.
    """
    header = opened(source)
    try:
        found = list(blocks(header.body))
    except TooMuchError as error:
        line = header.body_line + error.line - 1
        raise SourceError(str(error), path=source.path, line=line, hint="write it flatter, or split it into articles") from error
    given, found = _with_takeaways(header.front_matter, found)
    title = given.title
    if found and found[0].level == 1 and title in {"", folded(found[0].text)}:
        title = folded(found.pop(0).text)
    if len(title) > LONGEST_TITLE:
        hint = "write one in a line, and the rest as text below it"
        raise SourceError(f"the title has more than {LONGEST_TITLE} characters", path=source.path, line=1, hint=hint)
    sections = tuple(_sections(found))
    if not any(section.blocks for section in sections):
        hint = "write it under the front matter"
        raise SourceError("the article has no text", path=source.path, line=header.body_line, hint=hint)
    language = given.language or language_of([header.body])
    return Article(
        slug=slug(given.slug or title or PurePosixPath(source.path).stem),
        path=source.path,
        sha256=source.sha256,
        front_matter=replace(given, title=title, language=language, date=given.date or _filed(sections, language)),
        sections=sections,
        problems=(*header.problems, *_problems(source.path, title, given.sections, sections)),
    )


def _with_takeaways(given: FrontMatter, found: list[MarkdownBlock]) -> tuple[FrontMatter, list[MarkdownBlock]]:
    """Take key points that stand in the text for the takeaways, unless front matter states these, or that there are none.

    They are the article's words, as in flat text: where it may not be shown, they may not.
    """
    if given.takeaways or not given.extract or not any(block.kind == "list" for block in found):
        return given, found
    listed = import_module("digest.structure.listed").without_points(found, given.sections)  # most articles have no list
    takeaways = tuple(Takeaway(id=f"t{number}", text=text, origin="recovered") for number, text in enumerate(listed.points, 1))
    return replace(given, takeaways=takeaways), list(listed.others)


def _filed(sections: Sequence[Section], language: str) -> date | None:
    """Read the day in the dateline that the text begins with."""
    found = next((dateline(block.text) for section in sections for block in section.blocks), None)
    return in_words(found.day, language) if found else None


def _problems(path: str, title: str, outline: Sequence[str], sections: Sequence[Section]) -> Iterator[Problem]:
    warn = partial(Problem, level="warning", path=path, line=1)
    if not title:
        hint = "add 'title: …' to the front matter, or begin with '# Title'"
        yield warn(rule="no-title", message="the article has no title", hint=hint)
    if outline and tuple(outline) != tuple(section.heading for section in sections if section.heading):
        message = "'sections' differs from the headings of the text, which is taken"
        yield warn(rule="outline-differs", message=message, hint="mend or remove 'sections'")


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
                heading, level, gathered = folded(block.text), block.level, []
        else:
            paragraphs += 1
            gathered.append(_block(f"p{paragraphs}", block))


def _block(identifier: str, block: MarkdownBlock) -> Block:
    markup = None if block.html == block.text else block.html
    return Block(id=identifier, kind=_KINDS.get(block.kind, "paragraph"), text=block.text, markup=markup)
