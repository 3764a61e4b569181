"""Markup of the place that an article was taken from, which leaked into its text."""

import re
from collections.abc import Iterator

from digest.model.library import Annotated
from digest.model.remark import Remark

_TAGS = "|".join(
    "a abbr b blockquote body br center code div em figure font h[1-6] hr i iframe img li ol p pre script span strong style sub "
    "sup table td th tr u ul".split()
)
_LEAKED = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>"  # a tag
    r"|&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,4});"  # an entity
    r"|\[/?(?:caption|gallery|embed|url|img|b|i|quote)(?:[\s=][^\[\]]*)?\]"  # a shortcode
    r"|!?\[[^\[\]\n]+\]\((?:https?:|/|#)[^)\s]*\)"  # a link in Markdown
    r"|\*\*[^*\n]+\*\*|(?<!\w)__[^_\n]+__(?!\w)"  # bold in Markdown
    r"|\{\{[^{}\n]+\}\}|\{%[^{}\n]+%\}"  # a template's expression
    r"|â€[™œ\u009d“”˜¦]|Ã[©¨¼¶¤±³]|Â[\u00a0£]"  # UTF-8 read as Windows-1252
)
_PROSE = frozenset({"paragraph", "list", "quote"})


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on the first piece of markup that each passage shows; code and tables are left alone."""
    article = annotated.article
    passages = [("title", article.front_matter.title)]
    passages += [(takeaway.id, takeaway.text) for takeaway in article.front_matter.takeaways]
    for section in article.sections:
        passages.append((section.id, section.heading))
        passages += [(block.id, block.text) for block in section.blocks if block.kind in _PROSE and "<code>" not in block.html]
    for passage, text in passages:
        leaked = _LEAKED.search(text)
        if leaked:
            yield Remark(
                rule="leaked-markup",
                passage=passage,
                start=leaked.start(),
                end=leaked.end(),
                message=f"“{leaked[0]}” is markup that readers will see",
                hint="delete it, or write what it stands for",
            )
