"""An article: its front matter, its sections and blocks, and how its structure was come by."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Literal

import msgspec

from digest.model.folded import Folded
from digest.model.html import Html
from digest.model.names import Entity
from digest.model.problem import Problem

BlockKind = Literal["paragraph", "list", "quote", "table", "figure", "code"]
Origin = Literal["author", "recovered", "extracted"]
Status = Literal["", "retracted"]
State = Literal["linked", "weak", "unsupported"]
Day = date | datetime | None
_FARTHEST = 0.15  # behind a first score of a half or more; behind a lower one, where chance ranks, less


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """A paragraph that supports a takeaway, with a score from 0 to 1."""

    paragraph: str
    score: float

    @property
    def number(self) -> int:
        """The number of the paragraph in the article."""
        return _number(self.paragraph)


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """A key point; without `evidence` or a `quote` of the editor's, the evidence analyser looks for it."""

    id: str
    text: str
    origin: Origin
    evidence: tuple[EvidenceLink, ...] = ()
    state: State = "unsupported"
    quote: str = ""
    reviewed_by: str = ""

    @property
    def support(self) -> tuple[EvidenceLink, ...]:
        """The paragraphs that a reader is led to: none when unsupported, and further ones only when they are near the first."""
        if self.state == "unsupported" or not self.evidence:
            return ()
        first = self.evidence[0].score
        near = first * (1 - _FARTHEST * min(1.0, 2 * first))
        return tuple(link for link in self.evidence if link.score >= near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where an article was published first, as the editor states it."""

    name: str = ""
    owner: str = ""
    url: str = ""
    published: Day = None
    licence: str = ""
    retrieved: Day = None

    @property
    def granted(self) -> str:
        """The licence that it gives others: none when it is the editor's own."""
        return "" if self.is_own else self.licence

    @property
    def is_own(self) -> bool:
        """Whether the editor states by `licence: own` that the text is the site's."""
        return self.licence.strip().casefold() == "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was corrected in an article, in the editor's words, and when."""

    text: str
    date: Day = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What an editor says of an article; a date is a calendar day or an aware instant.

    Without `extract`, an article that has no takeaways is left without; without `headed`, flat text without headings.
    """

    id: str = ""
    title: str = ""
    date: Day = None
    updated: Day = None
    authors: tuple[str, ...] = ()
    source: Publication = Publication()
    summary: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    takeaways: tuple[Takeaway, ...] = ()
    extract: bool = True
    headed: bool = True
    sections: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()
    slug: str = ""
    aliases: tuple[str, ...] = ()
    status: Status = ""
    pinned: bool = False
    corrections: tuple[Correction, ...] = ()
    draft: bool = False
    extra: dict[str, object] = field(default_factory=dict)


class Block(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A paragraph, list, quote, table, figure or code; `text` is what `html` shows, character for character.

    Most have nothing that HTML writes otherwise: they hold no markup beside their text.
    """

    id: str
    kind: BlockKind
    text: str
    markup: Html | None = None

    @property
    def html(self) -> Html:
        """Its markup."""
        return Html(self.text) if self.markup is None else self.markup

    @property
    def number(self) -> int:
        """Its number in the article."""
        return _number(self.id)


def in_one_line(block: Block) -> str:
    """Return the text of a block with spaces for the ends of lines where these are white space, as they are not in a list."""
    return block.text.replace("\n", " ") if block.kind in ("paragraph", "quote") else block.text


class Section(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A heading with the blocks under it; the opening section has no heading."""

    id: str
    heading: str
    level: int
    blocks: tuple[Block, ...]


class Sections(Folded[Section], of=Section):
    """The sections of an article, folded: most of what a build holds of it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Inference:
    """One piece of structure that was not given: which, by which rule, and how surely (0 to 1)."""

    piece: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article; `recovery` is empty when its structure was given by the editor, `withheld` one may not show its text.

    Its `id` never changes; an article that was only read has none yet.
    """

    id: str = ""
    slug: str
    path: str
    sha256: str
    front_matter: FrontMatter
    sections: Sequence[Section]
    recovery: tuple[Inference, ...] = ()
    problems: tuple[Problem, ...] = ()
    withheld: bool = False

    @property
    def title(self) -> str:
        """The title, or the file's name when none was given or found."""
        return self.front_matter.title or PurePosixPath(self.path).stem

    @property
    def is_retracted(self) -> bool:
        """Whether it was taken back, so that no word of its text may be shown."""
        return self.front_matter.status == "retracted"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order."""
        return tuple(block for section in self.sections for block in section.blocks)


def _number(block: str) -> int:
    """Tell which block it is in reading order, by its id: `p1` is the first."""
    return int(block.removeprefix("p"))
