"""Regular expressions that are compiled when they are first asked.

For the long ones that only some languages or checks ask: a build asks a fifth of them.
"""

import re
from typing import Any, cast

_METHODS = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


def pattern(written: str) -> re.Pattern[str]:
    """Return a regular expression that costs nothing until something is looked for with it."""
    return cast("re.Pattern[str]", _Uncompiled(written))


class _Uncompiled:
    """A regular expression that takes its methods from the compiled one when any of them is asked for."""

    def __init__(self, written: str) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as the methods are
        if name.startswith("_"):  # what copies or sends one asks for
            raise AttributeError(name)
        compiled = re.compile(self._written)
        self.__dict__ |= {method: getattr(compiled, method) for method in _METHODS}
        return getattr(compiled, name)
