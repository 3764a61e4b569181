"""The header of an article's file: split from the body, checked, and read into `FrontMatter`."""

from dataclasses import dataclass, replace

from digest.checked import convert, strangers
from digest.errors import SourceError
from digest.front_matter.dated import without_other_dates
from digest.front_matter.document import bounds, document
from digest.front_matter.fields import front_matter
from digest.front_matter.form import Form
from digest.front_matter.lists import is_path, listed
from digest.front_matter.remarks import remarks
from digest.front_matter.synonyms import in_our_words
from digest.model.article import FrontMatter
from digest.model.problem import Problem
from digest.model.source import Source
from digest.text.encodings import decoded
from digest.text.yaml import Document

MOST_ENTRIES = 1_000  # of each list


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Front matter, the body under it with the line it begins on, and what to tell the editor.

    `other_names` are aliases that are no addresses, such as those of Obsidian's notes; `author_details` counts what is said of
    authors beside their names; `other_dates` are those that were passed over.
    """

    front_matter: FrontMatter
    body: str
    body_line: int
    problems: tuple[Problem, ...] = ()
    other_names: tuple[str, ...] = ()
    author_details: int = 0
    other_dates: tuple[str, ...] = ()


def opened(source: Source, *, any_date: bool = False) -> Header:
    """Decode a file and split it into front matter and body; with `any_date`, pass over dates that are none.

    Raises SourceError for what is no text, and for a header that cannot be read.
    """
    try:
        text = decoded(source.content)
    except ValueError as error:
        raise SourceError(str(error), path=source.path, hint="save the file as UTF-8") from error
    header = parsed(text.text, source.path, any_date=any_date)
    if not text.guessed:
        return header
    message, hint = f"read as {text.encoding}, since it is not UTF-8", "save the file as UTF-8"
    guess = Problem(level="warning", rule="encoding-guessed", path=source.path, line=0, message=message, hint=hint)
    return replace(header, problems=(guess, *header.problems))


def text(source: Source) -> str:
    """Return the text of a file that can be read."""
    return decoded(source.content).text


def body_start(text: str, path: str) -> int:
    """Return the offset at which the body of a readable file begins, behind its front matter."""
    found = bounds(text, is_markdown=is_markdown(path))
    return found.body if found else 0


def is_markdown(path: str) -> bool:
    """Say whether a file is called as Markdown is."""
    return path.lower().endswith((".md", ".markdown"))


def parsed(text: str, path: str, *, any_date: bool = False) -> Header:
    """Split `text` into front matter and body; with `any_date`, pass over dates that are none.

    Raises SourceError with file and line for a header that cannot be read.
    """
    try:
        found = bounds(text, is_markdown=is_markdown(path))
        if not found:
            return Header(front_matter=FrontMatter(), body=text, body_line=1)
        written = in_our_words(document(text, found))
        form = convert(written, Form, SourceError)
        passed_over = tuple(without_other_dates(form)) if any_date else ()
        unknown = tuple(strangers(written, Form))
        read = front_matter(written, form, unknown)
        _refuse_crowd(written, read)
    except SourceError as error:
        raise SourceError(error.message, path=path, line=error.line, hint=error.hint) from error
    return Header(
        front_matter=read,
        body=text[found.body :],
        body_line=1 + text.count("\n", 0, found.body),
        problems=tuple(remarks(written, form, unknown, path)),
        other_names=tuple(name for name in listed(form.aliases) if not is_path(name)),
        author_details=sum(stranger.path[0] == "authors" for stranger in unknown),
        other_dates=passed_over,
    )


def _refuse_crowd(document: Document, given: FrontMatter) -> None:
    """Refuse lists that no article needs: each tag, former address and declared name makes pages."""
    for key in ("authors", "tags", "takeaways", "sections", "entities", "aliases"):
        if len(getattr(given, key)) > MOST_ENTRIES:
            hint = "keep those that matter"
            raise SourceError(f"{key}: more than {MOST_ENTRIES} entries", line=document.line((key,)), hint=hint)
