"""The takeaways of an article to what pages show of them."""

from collections.abc import Sequence

from digest.model.article import Article, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Annotated, Findings
from digest.model.remark import Remark, Remarks
from digest.model.shown import Hint, Shown, Strength, SupportView, TakeawayView, TakeawayViews

_STRONG, _FAIR = 0.45, 0.20


def show(article: Article, findings: Findings) -> Shown:
    """Show the takeaways of an article."""
    del article
    takeaways = findings[Evidence].takeaways
    views = (_shown(one, number, findings[Remarks].about(one.id)) for number, one in enumerate(takeaways, 1))
    return Shown(
        takeaways=TakeawayViews.of(views),
        origins=tuple(one.origin for one in takeaways),
        states=tuple(one.state for one in takeaways),
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
    return annotated.findings[Shown].states.count("linked")


def _strength(score: float) -> Strength:
    return "strong" if score >= _STRONG else "fair" if score >= _FAIR else "weak"
