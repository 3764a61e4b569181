"""Code as Jekyll and Hugo mark it to be coloured, to code between fences."""

import re
from functools import partial

from digest.importing.as_markdown import longest_ticks
from digest.importing.code import BLOCK, Code

_COLOURED = re.compile(
    r"^(?P<indent>[ \t]*+)"
    r"(?:\{% highlight (?P<liquid>[\w+#-]+)[^%\n]{0,300}%\}\n(?P<jekyll>.{0,20000}?)\n[ \t]*\{% endhighlight %\}"
    r"|\{\{[<%] highlight (?P<language>[\w+#-]+)[^}\n]{0,300}[%>]\}\}\n(?P<hugo>.{0,20000}?)\n"
    r"[ \t]*\{\{[<%] ?/ ?highlight [%>]\}\})[ \t]*$",
    re.MULTILINE | re.DOTALL,
)


def fence_coloured(markdown: str, code: Code) -> str:
    """Write coloured code as code of its language, and set it aside."""
    return _COLOURED.sub(partial(_fenced, code=code), markdown)


def _fenced(found: re.Match[str], code: Code) -> str:
    language, written = found["liquid"] or found["language"], code.restored(found["jekyll"] or found["hugo"] or "")
    fence = "`" * max(3, 1 + longest_ticks(written))
    return code.marked(f"{found['indent']}{fence}{language}\n{written}\n{found['indent']}{fence}", BLOCK)
