"""Writes docs/cli.md, the reference of all commands, from the commands themselves: python scripts/make_cli_docs.py."""

from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from digest.cli import COMMANDS, commands

TARGET = Path(__file__).parent.parent / "docs" / "cli.md"
INTRODUCTION = """\
# Command line

Written by `python scripts/make_cli_docs.py` from the commands themselves. `digest COMMAND --help` says the same.

Messages go to the standard error, what other programs may read to the standard output. `--color`, before the command, wins
over `NO_COLOR` and `FORCE_COLOR`.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | an article or a check failed; the others are built |
| 2 | wrong use or configuration |
| 3 | refused, because something of yours could be lost or shown |
| 130 | interrupted (`serve` ends with 0) |

## Completion

The Tab key completes commands, options and words, after one line in the file that your shell reads at its start:

    eval "$(_DIGEST_COMPLETE=bash_source digest)"                  # ~/.bashrc
    eval "$(_DIGEST_COMPLETE=zsh_source digest)"                   # ~/.zshrc
    _DIGEST_COMPLETE=fish_source digest | source                   # ~/.config/fish/config.fish
"""


def reference() -> str:
    """Return the reference of all commands, as Markdown."""
    context = click.Context(commands, info_name="digest")
    return "\n".join((INTRODUCTION, *(line for name in COMMANDS for line in _command(name, context))))


def _command(name: str, above: click.Context) -> Iterator[str]:
    command = commands.get_command(above, name)
    if command is None:
        return
    context = click.Context(command, info_name=name, parent=above)
    yield f"## digest {name}\n"
    yield f"    {' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n"
    yield f"{cleandoc(command.help or '')}\n"
    options = (option for option in command.params if isinstance(option, click.Option))
    records = [option.get_help_record(context) for option in options]
    rows = [" | ".join(_cell(text) for text in (f"`{record[0]}`", record[1])) for record in records if record]
    yield "\n".join(("| option | meaning |", "|---|---|", *(f"| {row} |" for row in rows), "")) if rows else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
