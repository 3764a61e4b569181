"""Drop candidates that the rest of the document speaks against."""

from collections import Counter
from collections.abc import Sequence

from digest.naming.gazetteers import is_family_name
from digest.naming.lines import DECLARED, SURE_PERSON, TENTATIVE, Line, Span
from digest.naming.vocabulary import FAMILY_FIRST


def without_doubtful(lines: Sequence[Line], candidates: Sequence[Span]) -> list[Span]:
    """Keep what is likely: a tentative name that stands twice, a person who bears no other's name."""
    counts = Counter(lines[span.line].word(span.first) for span in candidates if span.weight == TENTATIVE)
    people = [span for span in candidates if span.type == "person" and SURE_PERSON <= span.weight < DECLARED]
    families = {lines[span.line].word(span.last - 1) for span in people}
    inside = {(span.line, at): span for span in people for at in range(span.first, span.last)}

    def is_likely(span: Span) -> bool:
        """Tell whether a candidate may stand."""
        if span.weight == TENTATIVE:
            return counts[lines[span.line].word(span.first)] > 1
        if span.type != "person" or SURE_PERSON <= span.weight < DECLARED:
            return True
        if span.weight < SURE_PERSON:
            word, family = lines[span.line].word(span.first), lines[span.line].word(span.last - 1)
            return word not in families or word in FAMILY_FIRST or is_family_name(family)
        whole = inside.get((span.line, span.last - 1))
        return whole is None or whole.last - whole.first <= span.last - span.first

    return [span for span in candidates if is_likely(span)]
