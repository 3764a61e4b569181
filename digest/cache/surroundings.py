"""The versions by which two machines make the same pages."""

import re
import sys
from collections.abc import Mapping
from functools import cache
from importlib import metadata

from digest.cache.version import program

_NAME = re.compile(r"[\w.-]+")


@cache
def surroundings() -> Mapping[str, str]:
    """Return the versions of Python, of digest and of what it needs, by which two machines make the same pages."""
    needs = (_NAME.match(line) for line in metadata.requires("news-digest") or () if "extra ==" not in line)
    names = sorted(found[0] for found in needs if found)
    python = ".".join(map(str, sys.version_info[:3]))
    return {"Python": python, "digest": program().hex()[:8], **{name: metadata.version(name) for name in names}}
