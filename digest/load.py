"""Sources to articles: finds the files of a content folder and hands each to the reader of its kind."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from msgspec import structs

from digest.errors import ConfigError, SourceError
from digest.model.article import Article, Sections
from digest.model.problem import Problem
from digest.model.source import Source
from digest.text.directions import contained, turning

_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
ORIGINALS = "originals"  # where adopted articles leave the text they came from
MAX_BYTES = 2_000_000  # of one article: some 300,000 words
Readers = Mapping[str, Callable[[Source], Article]]


class SkippedError(SourceError):
    """What stands there is no article's file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The readable files of a content folder, and what was passed over and why."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """An article, or the problem that left it out."""

    article: Article | None
    problems: tuple[Problem, ...]


def find(content: Path, readers: Readers, take: Callable[[Path, str], Source] | None = None) -> Found:
    """Read all files below `content` that a reader is named for, in order of path; or `take` each, by path and name, instead.

    Raises ConfigError when there is no such folder, or none that can be listed.
    """
    if not content.is_dir():
        raise ConfigError(f"there is no content folder '{content.name}'", hint=f"make it, and put articles into it: {content}")
    sources, problems, unlisted = [], [], list[OSError]()
    for name in sorted(_files(content, readers, unlisted.append), key=lambda name: name.split("/")):
        try:
            sources.append((take or source)(content / name, name))
        except SkippedError as error:
            problems.append(skipped(name, error))
        except (SourceError, OSError) as error:
            problems.append(refused(name, error))
    if root := next((error for error in unlisted if Path(error.filename) == content), None):
        raise ConfigError(
            f"the content folder '{content.name}' cannot be read: {root.strerror}", hint="check that it may be read"
        )
    closed = (refused(Path(error.filename).relative_to(content).as_posix(), error) for error in unlisted)
    return Found(sources=tuple(sources), problems=(*problems, *sorted(closed, key=lambda problem: problem.path)))


def requested(path: Path, name: str, readers: Readers) -> Source:
    """Read a file that somebody named, as one of a content folder is read.

    Raises SourceError for a folder and a file that no reader takes too.
    """
    if path.is_dir() and not path.is_symlink():
        raise SourceError("a folder", path=name, hint="name the files in it")
    regular(path, name)
    if path.suffix.lower() not in readers:
        kind = f"'{path.suffix}' files" if path.suffix else "files without a suffix"
        raise SourceError(f"no reader for {kind}", path=name, hint=f"digest reads {' '.join(sorted(readers))}")
    return source(path, name)


def source(path: Path, name: str, most: int = MAX_BYTES) -> Source:
    """Read one regular file of no more than so many bytes.

    Raises SkippedError for links, folders, pipes, devices and names that are no text, SourceError for a file that is too large
    or changes meanwhile, OSError when it cannot be read.
    """
    regular(path, name)
    with open(path, "rb", opener=_unfollowed) as file:
        before = os.fstat(file.fileno())
        content = file.read(min(before.st_size, most) + 1)
        after = os.fstat(file.fileno())
    if len(content) > most:
        raise too_large(name)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(content)):
        raise SourceError("changed while it was read", path=name, hint="build again when it is complete")
    return Source(path=name, content=content, sha256=sha256(content).hexdigest())


def regular(path: Path, name: str) -> None:
    """Raise SkippedError for what is no regular file under a name that can be shown."""
    showable(name)
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        kind = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise SkippedError(kind, path=name, hint="put the article itself there")


def showable(name: str) -> None:
    """Raise SkippedError for a name with characters that cannot be shown."""
    if _UNSHOWABLE.search(name):
        raise SkippedError("a name with characters that cannot be shown", path=name, hint="rename the file")


def too_large(name: str) -> SourceError:
    """Return the error of a file that is larger than an article may be."""
    return SourceError(
        f"larger than {MAX_BYTES // 1_000_000} MB", path=name, hint="split it into articles; whole books are not news"
    )


def is_article(path: PurePosixPath, readers: Readers) -> bool:
    """Say whether a file's path below the content folder is one that is read: of a suffix with a reader, and not hidden."""
    hidden = any(part.startswith((".", "_")) for part in path.parts) or ORIGINALS in path.parts[:-1]
    return path.suffix.lower() in readers and not hidden


def load(source: Source, readers: Readers) -> Loaded:
    """Read one source with the reader for its suffix."""
    try:
        article = readers[PurePosixPath(source.path).suffix.lower()](source)
    except SourceError as error:
        return Loaded(article=None, problems=(refused(source.path, error),))
    turned = tuple(_turned(article, source))
    problems = (*article.problems, *turned)
    shown = _contained(article) if turned else article
    return Loaded(article=replace(shown, sections=Sections.of(shown.sections), problems=()), problems=problems)


def _files(content: Path, readers: Readers, unlisted: Callable[[OSError], None]) -> Iterator[str]:
    """Yield the paths, below the content folder, of what stands under a name that a reader takes.

    No link is followed, and hidden folders and `originals` are left out. What a folder that cannot be listed raises goes to
    `unlisted`.
    """
    for folder, folders, names in os.walk(content, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith((".", "_")) and name != ORIGINALS]
        links = {name for name in folders if Path(folder, name).is_symlink()}
        below = "".join(f"{part}/" for part in Path(folder).relative_to(content).parts)
        for name in (*names, *folders):
            if (PurePosixPath(name).suffix.lower() in readers or name in links) and not name.startswith((".", "_")):
                yield below + name


def _turned(article: Article, source: Source) -> Iterator[Problem]:
    """Name the first character that makes text read otherwise than it is written."""
    texts = (*_lines(article), *(block.text for block in article.blocks))
    if control := turning("".join(text for text in texts if not text.isascii())):
        line = 1 + source.content.partition(control.encode())[0].count(b"\n") if control.encode() in source.content else 1
        message = f"U+{ord(control):04X} changes the direction of text, which may then read otherwise than it is written"
        hint = "delete it, unless the language needs it"
        yield Problem(level="warning", rule="bidi-control", path=article.path, line=line, message=message, hint=hint)


def _lines(article: Article) -> Iterator[str]:
    """Yield the texts that stand on pages in one line with others."""
    given = article.front_matter
    yield from (
        given.title,
        given.summary,
        given.source.name,
        given.source.owner,
        given.source.licence,
        *given.authors,
        *given.tags,
    )
    yield from (takeaway.text for takeaway in given.takeaways)
    yield from (name for entity in given.entities for name in (entity.name, *entity.aliases))
    yield from (section.heading for section in article.sections)


def _contained(article: Article) -> Article:
    """Close in each such text the directions that it leaves open."""
    given = article.front_matter
    source = replace(
        given.source,
        name=contained(given.source.name),
        owner=contained(given.source.owner),
        licence=contained(given.source.licence),
    )
    entities = (
        structs.replace(one, name=contained(one.name), aliases=tuple(map(contained, one.aliases))) for one in given.entities
    )
    front_matter = replace(
        given,
        title=contained(given.title),
        summary=contained(given.summary),
        authors=tuple(map(contained, given.authors)),
        tags=tuple(map(contained, given.tags)),
        source=source,
        takeaways=tuple(replace(takeaway, text=contained(takeaway.text)) for takeaway in given.takeaways),
        entities=tuple(entities),
    )
    sections = tuple(structs.replace(section, heading=contained(section.heading)) for section in article.sections)
    return replace(article, front_matter=front_matter, sections=sections)


def refused(path: str, error: SourceError | OSError) -> Problem:
    """Say why a file cannot be read."""
    if isinstance(error, OSError):
        error = SourceError(f"cannot be read: {error.strerror or error}", hint="check the path, and that the file may be read")
    return Problem(level="error", rule="unreadable", path=path, line=error.line, message=error.message, hint=error.hint)


def skipped(path: str, error: SkippedError) -> Problem:
    """Say why something is no article."""
    shown = ascii(path)[1:-1] if _UNSHOWABLE.search(path) else path
    return Problem(level="warning", rule="skipped", path=shown, line=0, message=f"skipped: {error.message}", hint=error.hint)


def _unfollowed(path: str, flags: int) -> int:
    """Open a file that may have become a link or a pipe since it was looked at."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)
