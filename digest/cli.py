"""Arguments in, exit code out: the table of commands, and what becomes of an error."""

import gc
import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn

import click

from digest.commands import colour, streams
from digest.commands.complaint import complain
from digest.errors import DigestError
from digest.release import VERSION

_INTERRUPTED = 130
_YOUNG = 1_000_000  # values between two searches for circles; by default 700, but our data has none, and a request nine
# Each command stands in a file of its name in `digest/commands`, which is imported when it is called.
COMMANDS = {
    "build": "Build the site: seeds/ -> site/.",
    "serve": "Preview the site in a browser on this machine, and show it anew whenever a file is saved.",
    "check": "Show what an editor should look at in FILES, or in all articles.",
    "inspect": "Show what is recognised in FILES: title, takeaways, sections, names.",
    "adopt": "Turn flat text FILES into Markdown with front matter, to edit and keep.",
    "init": "Make a small site in DIR that builds at once, to start from.",
    "new": "Write the file of a new article called TITLE, a draft of today, and print its path.",
    "list": "List the articles: all, or the drafts, future, held back, undated or doubtful ones.",
    "import": "Take articles of FILES and folders: Markdown of other programs, saved web pages, feeds.",
    "publish": "Publish the built site/ to GitHub Pages, by a branch or by a workflow.",
    "clean": "Remove the files that builds wrote into site/, and no others.",
    "config": "Show the configuration that holds, and where each value comes from.",
    "templates": "List the files of the theme, ours and yours, or copy one into the project.",
    "entities": "List who and what the articles name, how often, and which names may mean the same.",
}


class _Commands(click.Group):
    """The commands, told of without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"digest.commands.{module}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or name the one that was meant."""
        if args[0] not in COMMANDS and (near := get_close_matches(args[0], COMMANDS, n=1)):
            ctx.fail(f"No such command {args[0]!r}. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands for `--help`."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _decide_colour(ctx: click.Context, parameter: click.Parameter, choice: str) -> None:
    del parameter
    colour.decide(choice)
    ctx.color = colour.wanted()


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: digest build, then digest serve.",
)
@click.version_option(VERSION, "-V", "--version", message="digest %(version)s")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    expose_value=False,
    is_eager=True,
    callback=_decide_colour,
    help="Colour messages [auto: on a terminal].",
)
def commands() -> None:
    """Make a briefing site of a folder of news articles.

    Put articles, as plain text or Markdown, into the folder seeds/. `digest build` finds each one's title, key takeaways,
    sections and names, and writes a static site into the folder site/. No configuration is needed.
    """


def main() -> NoReturn:
    """Run the command line, and end at once: to take the program apart first would take a fiftieth of a second."""
    code = _code()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def _code() -> int:
    """Run the command line and return the exit code."""
    gc.set_threshold(_YOUNG)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # NumPy's: processes share the work, not threads
    streams.speak_utf_8()
    streams.open_closed()
    try:
        code = commands(prog_name="digest", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except DigestError as error:
        complain(error)
        code = error.exit_code
    except BrokenPipeError:
        streams.discard()
        code = 1
    except MemoryError:
        complain(DigestError("there is not enough memory", hint="close other programs, or build fewer articles at once"))
        code = 1
    except ImportError as error:
        what = " ".join(str(error.__cause__ or error).split())
        complain(DigestError(f"a library cannot be loaded: {what}", hint="free some memory, or install digest anew"))
        code = 1
    except OSError as error:
        complain(DigestError(error.strerror or str(error), path=str(error.filename or "")))
        streams.discard()
        code = 1
    return int(code or 0)
