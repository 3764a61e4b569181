"""A takeaway as pages show it: never without the paragraphs that support it, or the word that none does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from digest.model.article import Article, Origin, State, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Findings
from digest.model.remark import Remark, Remarks

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
    is_strong: bool
    hints: tuple[Hint, ...]
    reviewed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The takeaways of an article as pages show them."""

    takeaways: tuple[TakeawayView, ...]


def show(article: Article, findings: Findings) -> Shown:
    """Show the takeaways of an article, each with how strong its support is: a small change of the text leaves that as it is."""
    del article
    return Shown(
        takeaways=tuple(
            _shown(takeaway, number, findings[Remarks].about(takeaway.id))
            for number, takeaway in enumerate(findings[Evidence].takeaways, 1)
        )
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
    return sum(takeaway.state == "linked" for takeaway in annotated.findings[Shown].takeaways)


def _strength(score: float) -> Strength:
    return "strong" if score >= _STRONG else "fair" if score >= _FAIR else "weak"
