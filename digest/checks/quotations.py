"""Quotations in a claim that the body does not have, word for word."""

from collections.abc import Iterator

from digest.claims import Body, Claim
from digest.model.remark import Remark
from digest.text.marking import gettext_noop
from digest.text.patterns import pattern
from digest.text.quoting import quotes

_QUOTATION = pattern(
    r"“(?P<a>[^“”]+)”|\"(?P<b>[^\"]+)\"|«\s?(?P<c>[^«»]+?)\s?»|„(?P<d>[^„“”]+)[“”]|(?<!\w)‘(?P<e>[^‘’]+)’(?!\w)|"
    r"(?<!\w)'(?!(?:[Tt]is|[Tt]was|[Tt]il|[Cc]ause|em|n)\b)"
    r"(?=[^\W\d]\w|\w )(?P<f>(?:[^']|(?<=\w)'(?=\w))+)(?<!\s)'(?!\w)|(?<!\S)»(?P<g>[^«»\s][^«»]*)«"
)
_MARK = pattern("[“\"«„‘'»]")  # one of them begins each


def check(claim: Claim, body: Body) -> Iterator[Remark]:
    """Remark on each quotation whose words do not follow each other in the body; what `…` leaves out may differ."""
    for match in _QUOTATION.finditer(claim.text) if _MARK.search(claim.text) else ():
        quotation = match[match.lastgroup or 0]
        if quotation in body.text or quotes(quotation, body.text):
            continue
        yield Remark(
            rule="quote-not-in-text",
            passage=claim.passage,
            start=match.start(),
            end=match.end(),
            message=gettext_noop("the quotation %(words)s is not in the text"),
            words=match[0],
            hint="quote word for word, or take the quotation marks away",
        )
