"""A takeaway as pages show it: never without the paragraphs that support it, or the word that none does."""

from dataclasses import dataclass
from typing import Literal

from digest.model.article import Origin, State
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.remark import Remarks

Strength = Literal["strong", "fair", "weak"]
_STRONG, _FAIR = 0.45, 0.20


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportView:
    """A link from a takeaway to a paragraph; `number` is the ¶ number that readers cite."""

    id: str
    number: int
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What readers should know of a takeaway: a message of ours, in which `words` of the article stand for `%(words)s`."""

    message: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeawayView:
    """A takeaway with what supports it and what is to be checked."""

    id: str
    number: int
    text: str
    origin: Origin
    state: State
    support: tuple[SupportView, ...]
    hints: tuple[Hint, ...]
    reviewed_by: str


def takeaways(annotated: Annotated) -> tuple[TakeawayView, ...]:
    """Show the takeaways of an article."""
    return tuple(
        TakeawayView(
            id=takeaway.id,
            number=number,
            text=takeaway.text,
            origin=takeaway.origin,
            state=takeaway.state,
            support=tuple(
                SupportView(id=link.paragraph, number=link.number, strength=_strength(link.score)) for link in takeaway.support
            ),
            hints=tuple(
                Hint(message=remark.message, words=remark.words) for remark in annotated.findings[Remarks].about(takeaway.id)
            ),
            reviewed_by=takeaway.reviewed_by,
        )
        for number, takeaway in enumerate(annotated.findings[Evidence].takeaways, 1)
    )


def supported(annotated: Annotated) -> int:
    """Count the takeaways that the text supports."""
    return sum(takeaway.state == "linked" for takeaway in annotated.findings[Evidence].takeaways)


def _strength(score: float) -> Strength:
    return "strong" if score >= _STRONG else "fair" if score >= _FAIR else "weak"
