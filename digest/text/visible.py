"""A stranger's text as a terminal may show it: in one line, with nothing in it that the terminal would obey."""

import re

_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """Write out control characters, ends of lines and changes of direction."""
    return _OBEYED.sub(lambda found: ascii(found[0])[1:-1], text)
