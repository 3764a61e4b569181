"""Characters that change the direction of text, and so can make it read otherwise than it is written."""

import re

_ISOLATES_END = "\u2069"
_CLOSERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", _ISOLATES_END)
_CONTROL = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENER = re.compile(f"[{''.join(_CLOSERS)}]")


def contained(text: str) -> str:
    """Close what a line of text leaves open, so that what stands beside it on a page reads as it is written.

    The end of an isolate ends all that was opened in it; that of an embedding ends no isolate (Unicode, UAX #9, X6a and X7).
    """
    if not _OPENER.search(text):
        return text
    pending: list[str] = []
    for control in _CONTROL.findall(text):
        if control in _CLOSERS:
            pending.append(_CLOSERS[control])
        elif control == _ISOLATES_END and control in pending:
            del pending[len(pending) - 1 - pending[::-1].index(control) :]
        elif pending[-1:] == [control]:
            pending.pop()
    return text + "".join(reversed(pending))


def turning(text: str) -> str:
    """Return the first character that turns a direction, or nothing."""
    return next((sign for sign in text if sign in _CLOSERS), "") if any(map(text.__contains__, _CLOSERS)) else ""
