"""Which files of the theme are ours, which the project's own, and how a project gets one of its own to change."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

from digest.errors import ConfigError, RefusedError
from digest.theme.files import default_folder, files

Origin = Literal["ours", "overridden", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeFile:
    """A template or static file: ours, overridden by one of the project's, or added by the project."""

    name: str
    origin: Origin


def theme_files(project: Path) -> Iterator[ThemeFile]:
    """Yield all files of a theme by name; a file that takes the place of a folder of ours overrides all in it."""
    own, ours = set(files(project)), set(files(default_folder()))
    for name in sorted(own | ours):
        overridden = name in ours and (name in own or name.rpartition("/")[0] in own)
        yield ThemeFile(name=name, origin="overridden" if overridden else "ours" if name in ours else "added")


def eject(name: str, project: Path) -> Path:
    """Copy a file of the default theme into the project, and return its path there.

    Raises ConfigError when there is no such file, RefusedError when the project has one already.
    """
    ours = files(default_folder())
    if name not in ours:
        near = get_close_matches(name, ours, n=1)
        hint = f"did you mean '{near[0]}'?" if near else "run 'digest templates' for all of them"
        raise ConfigError(f"the theme has no file '{name}'", hint=hint)
    target = project / name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("xb") as file:
            file.write(ours[name])
    except FileExistsError as error:
        raise RefusedError(f"'{os.path.relpath(target)}' is there already", hint="edit it, or move it away first") from error
    return target
