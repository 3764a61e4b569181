"""A title to the file of a new article, for the editor to write."""

import os
from datetime import date
from pathlib import Path

import frontmatter

from digest.errors import ConfigError, RefusedError
from digest.text.folding import folded
from digest.text.slugs import slug

_TEXT = "Write the article here."


def draft(content: Path, title: str, day: date) -> Path:
    """Write a draft of that title and day into the content folder, and return its path.

    Raises ConfigError for a title without a word, RefusedError when there is a file of that name.
    """
    if not folded(title):
        raise ConfigError("a title without a word", hint="write it behind the command, in quotes")
    path = content / f"{slug(title)}.md"
    post = frontmatter.Post(_TEXT, title=folded(title), date=day, draft=True)
    content.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(frontmatter.dumps(post, sort_keys=False, width=10_000) + "\n")
    except FileExistsError as error:
        raise RefusedError(f"'{os.path.relpath(path)}' is there already", hint="edit it, or give another title") from error
    return path
