"""Takeaways that no paragraph supports, or only loosely, and the sections that none of them reflects."""

from collections.abc import Iterator

from digest.model.article import State
from digest.model.evidence import Evidence
from digest.model.library import Annotated
from digest.model.remark import Remark

_SAID: dict[State, tuple[str, str]] = {
    "unsupported": ("takeaway-unsupported", "no paragraph says this outright"),
    "weak": ("takeaway-weak", "only loosely supported by the text"),
}


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on each takeaway that is not linked; one whose stored quote is gone is remarked on elsewhere."""
    for takeaway in annotated.findings[Evidence].takeaways:
        if takeaway.state in _SAID:
            rule, message = _SAID[takeaway.state]
            hint = "reword it, or name the paragraph under 'evidence'"
            yield Remark(rule=rule, passage=takeaway.id, end=len(takeaway.text), message=message, hint=hint)


def check_coverage(annotated: Annotated) -> Iterator[Remark]:
    """Name the sections that no takeaway reflects."""
    evidence = annotated.findings[Evidence]
    headings = "; ".join(f"“{section.heading}”" for section in evidence.unreflected(annotated.article))
    if evidence.takeaways and headings:
        yield Remark(rule="section-unreflected", message=f"no takeaway reflects {headings}", hint="add one, or leave it so")
