"""Plain text as CommonMark that shows exactly that text."""

import re

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#]|&(?=#?\w+;)|!(?=\[)")
_OPENER = re.compile(r"^(?P<number>\d{0,9})(?P<mark>(?<=\d)[.)](?= |$)|(?<!\d)[-+=])")


def literal(text: str) -> str:
    """Write plain text, of one line, as CommonMark that shows exactly that text."""
    return unopened(inline_literal(text))


def inline_literal(text: str) -> str:
    """Write plain text as CommonMark that shows exactly that text within a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def unopened(line: str) -> str:
    """Write a line so that it begins no list, and underlines no heading."""
    return _OPENER.sub(r"\g<number>\\\g<mark>", line)
