"""A takeaway as pages show it: never without the paragraphs that support it, or the word that none does."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from digest.model.article import Origin, State, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.remark import Remark, Remarks

Strength = Literal["strong", "fair", "weak"]
_STRONG, _FAIR = 0.45, 0.20


class SupportView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A link from a takeaway to a paragraph; `number` is the ¶ number that readers cite."""

    id: str
    number: int
    strength: Strength


class Hint(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What readers should know of a takeaway: a message of ours, in which `words` of the article stand for `%(words)s`."""

    message: str
    words: str


class TakeawayView(msgspec.Struct, frozen=True, kw_only=True, gc=False):
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


def takeaways(annotated: Annotated) -> tuple[TakeawayView, ...]:
    """Show the takeaways of an article."""
    return tuple(
        _shown(takeaway, number, annotated.findings[Remarks].about(takeaway.id))
        for number, takeaway in enumerate(annotated.findings[Evidence].takeaways, 1)
    )


def _shown(takeaway: Takeaway, number: int, remarks: Sequence[Remark]) -> TakeawayView:
    support = tuple(
        SupportView(id=link.paragraph, number=link.number, strength=_strength(link.score)) for link in takeaway.support
    )
    return TakeawayView(
        id=takeaway.id,
        number=number,
        text=takeaway.text,
        origin=takeaway.origin,
        state=takeaway.state,
        support=support,
        is_strong=takeaway.state == "linked" and not remarks and any(one.strength == "strong" for one in support),
        hints=tuple(Hint(message=remark.message, words=remark.words) for remark in remarks),
        reviewed_by=takeaway.reviewed_by,
    )


def supported(annotated: Annotated) -> int:
    """Count the takeaways that the text supports."""
    return sum(takeaway.state == "linked" for takeaway in annotated.findings[Evidence].takeaways)


def _strength(score: float) -> Strength:
    return "strong" if score >= _STRONG else "fair" if score >= _FAIR else "weak"
