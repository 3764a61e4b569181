"""Evidence that an editor stored and that the text no longer bears out."""

import re
from collections.abc import Iterator

from digest.model.library import Annotated
from digest.model.remark import Remark
from digest.text.quoting import quotes

_NUMBER = re.compile(r"#?(?:p|para|paragraph|¶)?[. ]*0*([0-9]+)", re.IGNORECASE)


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on paragraphs that are not there, and on quotes that no paragraph, or another one, holds."""
    pinned = [takeaway for takeaway in annotated.article.front_matter.takeaways if takeaway.evidence or takeaway.quote]
    texts = {block.id: block.text for block in annotated.article.blocks} if pinned else {}
    for takeaway in pinned:
        given = [link.paragraph for link in takeaway.evidence]
        message = ""
        if missing := [paragraph for paragraph in given if paragraph not in texts]:
            written = _NUMBER.fullmatch(missing[0])
            meant = f"p{written[1]}" if written else ""
            hint = f"write {meant}" if meant in texts else f"the article has p1 to p{len(texts)}"
            message = f"evidence '{missing[0]}' is no paragraph"
        elif takeaway.quote:
            holders = [paragraph for paragraph, text in texts.items() if quotes(takeaway.quote, text)]
            if not holders:
                message, hint = "its quote no longer stands in the text", "mend the quote, or take the takeaway out"
            elif given and not set(given) & set(holders):
                message, hint = f"its quote stands in {holders[0]}, not in {given[0]}", f"write 'evidence: [{holders[0]}]'"
        if message:
            yield Remark(rule="stale-evidence", passage=takeaway.id, end=len(takeaway.text), message=message, hint=hint)
