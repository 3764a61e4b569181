"""A takeaway as pages show it: never without the paragraphs that support it, or the word that none does."""

from dataclasses import dataclass
from typing import Literal

import msgspec

from digest.model.article import Origin, State
from digest.model.folded import Folded

Strength = Literal["strong", "fair", "weak"]


class SupportView(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A link from a takeaway to a paragraph; `number` is the ¶ number that readers cite."""

    id: str
    number: int
    strength: Strength


class Hint(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What readers should know of a takeaway: a message of ours, in which `words` of the article stand for `%(words)s`."""

    message: str
    words: str


class TakeawayView(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A takeaway with what supports it and what is to be checked."""

    id: str
    number: int
    text: str
    origin: Origin
    state: State
    support: tuple[SupportView, ...]
    is_strong: bool
    hints: tuple[Hint, ...]
    reviewed_by: str


class TakeawayViews(Folded[TakeawayView], of=TakeawayView):
    """Takeaways, folded."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The takeaways of an article as pages show them; where each came from, and how well the text supports it."""

    takeaways: TakeawayViews
    origins: tuple[Origin, ...]
    states: tuple[State, ...]
