"""Arguments in, exit code out: the commands of digest, and what they print."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from time import perf_counter, time
from typing import Any

import click
import msgspec
from rich.console import Console

from digest.adopt import adopt
from digest.build import Choice, Report, build, gather
from digest.config import Config, configured
from digest.desk import review
from digest.engines.serial import Serial
from digest.errors import ConfigError, DigestError
from digest.filters import counted
from digest.inspection import Inspection, inspect
from digest.load import ORIGINALS
from digest.lock import locked
from digest.model.names import Entities
from digest.model.problem import Problem
from digest.parts import ANNOTATORS, READERS
from digest.portrait import portrait
from digest.printing import LEVEL_COLOURS, printed
from digest.roll import picture, roll, suggestions
from digest.serve import server
from digest.text import dates

_INTERRUPTED = 130
_UNFOLDED = 400  # columns for what is read by another program


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that all commands on a project share."""

    file: Path | None
    output: Path | None
    base_url: str | None
    drafts: bool
    future: bool
    strict: bool
    now: str | None
    quiet: bool
    wait: bool


def _on_a_project(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options, as its first argument."""

    @click.option("-c", "--config", "file", type=click.Path(path_type=Path), help="Configuration file [digest.yaml, if there].")
    @click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for the site [site].")
    @click.option("--base-url", help="Address the site will have, such as https://example.org/news/.")
    @click.option("-D", "--drafts", is_flag=True, help="Build articles marked as drafts too.")
    @click.option("-F", "--future", is_flag=True, help="Build articles dated in the future too.")
    @click.option("--strict", is_flag=True, help="Write nothing when there is a warning.")
    @click.option("--now", metavar="TIME", help="Build as if it were this ISO 8601 time [SOURCE_DATE_EPOCH, else the clock].")
    @click.option("--wait", is_flag=True, help="Wait while another build is at work on the same site.")
    @click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
    @wraps(command)
    def with_options(**given: Any) -> int:  # noqa: ANN401 - click hands over what the options above declare
        own = {name: given.pop(name) for name in tuple(given) if name not in Options.__slots__}
        return command(Options(**given), **own)

    return with_options


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Start with: digest build, then digest serve.")
@click.version_option(None, "-V", "--version", package_name="news-digest", message="digest %(version)s")
def commands() -> None:
    """Make a briefing site of a folder of news articles.

    Put articles, as plain text or Markdown, into the folder seeds/. `digest build` finds each one's title, key takeaways,
    sections and names, and writes a static site into the folder site/. No configuration is needed.
    """


@commands.command("build")
@_on_a_project
def build_command(options: Options) -> int:
    """Build the site: seeds/ -> site/."""
    return _build(options, _configured(options))


@commands.command("serve")
@_on_a_project
@click.option(
    "-p", "--port", type=click.IntRange(0, 65_535, clamp=False), default=8000, help="Port [8000; 0 takes any free one]."
)
def serve_command(options: Options, port: int) -> int:
    """Build the site and preview it in a browser on this machine."""
    config = _configured(options)
    code = _build(options, config)
    if not config.output.is_dir():
        return code
    preview, address = server(config.output, config.base_url, port)
    click.echo(f"Preview at {address} (Ctrl-C ends it)", err=True)
    try:
        preview.serve_forever()
    except KeyboardInterrupt:
        preview.server_close()
    return 0


@commands.command("inspect")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
def inspect_command(files: tuple[Path, ...], form: str) -> int:
    """Show what is recognised in FILES: title, takeaways, sections, names."""
    found = [inspect(file, READERS, ANNOTATORS) for file in files]
    if form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
    else:
        console = Console(highlight=False, width=None if sys.stdout.isatty() else _UNFOLDED)
        for one in found:
            console.print(portrait(one))
    return int(any(_failed(one) for one in found))


@commands.command("entities")
@_on_a_project
@click.option("--suggest", is_flag=True, help="Print entries for entities.yaml that would settle what is doubtful.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
def entities_command(options: Options, form: str, *, suggest: bool) -> int:
    """List who and what the articles name, how often, and which names may mean the same."""
    choice = Choice(now=_now(options.now), drafts=options.drafts, future=options.future)
    gathered = gather(_configured(options), choice, Serial())
    _tell(gathered.problems, quiet=options.quiet)
    found = gathered.library[Entities]
    if suggest:
        click.echo(suggestions(found), nl=False)
    elif form == "json":
        click.echo(msgspec.json.format(msgspec.json.encode(roll(found)), indent=1))
    else:
        Console(highlight=False, width=None if sys.stdout.isatty() else _UNFOLDED).print(picture(roll(found)))
    failed = any(problem.level == "error" for problem in gathered.problems)
    return int(failed or (options.strict and bool(gathered.problems)))


@commands.command("adopt")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def adopt_command(files: tuple[Path, ...]) -> int:
    """Turn flat text FILES into Markdown with front matter, to edit and keep.

    The text is kept in the folder originals/ beside it; nothing is overwritten.
    """
    codes = [_adopt(file) for file in files]
    return max(codes)


@commands.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("-c", "--config", "file", type=click.Path(path_type=Path), help="Configuration file [digest.yaml, if there].")
@click.option("--strict", is_flag=True, help="Exit with 1 when there is a warning, not only for an error.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), help="How to print [text; github in its Actions]."
)
def check_command(files: tuple[Path, ...], file: Path | None, form: str | None, *, strict: bool) -> int:
    """Show what an editor should look at in FILES, or in all articles."""
    found = review(configured(file, Path.cwd()), files, Serial())
    text = printed(found.problems, form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"))
    if text:
        click.echo(text)
    click.echo(f"digest: checked {counted(found.files, 'file', 'files')}{_told(found.problems) or ', nothing to say'}", err=True)
    grave = {"error", "warning"} if strict else {"error"}
    return int(any(problem.level in grave for problem in found.problems))


def main() -> int:
    """Run the command line and return the exit code."""
    try:
        code = commands(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = _INTERRUPTED
    except DigestError as error:
        _complain(error)
        code = error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except MemoryError:
        _complain(DigestError("there is not enough memory", hint="close other programs, or build fewer articles at once"))
        code = 1
    except OSError as error:
        _complain(DigestError(error.strerror or str(error), path=str(error.filename or "")))
        code = 1
    return int(code or 0)


def _configured(options: Options) -> Config:
    return configured(options.file, Path.cwd(), output=options.output, base_url=options.base_url)


def _build(options: Options, config: Config) -> int:
    """Build, print the problems and one line of summary, and return the exit code."""
    started = perf_counter()
    choice = Choice(now=_now(options.now), drafts=options.drafts, future=options.future)
    with locked(config.output, _waiting if options.wait else None):
        report = build(config, choice, Serial(), strict=options.strict)
    _tell(report.problems, quiet=options.quiet)
    if not options.quiet:
        click.echo(_summary(report, config, perf_counter() - started), err=True)
    failed = any(problem.level == "error" for problem in report.problems)
    return int(failed or not report.files)


def _tell(problems: Sequence[Problem], *, quiet: bool) -> None:
    """Print what an editor should know, errors alone if quiet."""
    for problem in problems:
        if problem.level == "error" or not quiet:
            click.echo(f"{click.style(problem.level, fg=LEVEL_COLOURS[problem.level], bold=True)}: {problem}", err=True)


def _summary(report: Report, config: Config, seconds: float) -> str:
    folder = os.path.relpath(config.output)
    read = f"read {counted(report.sources, 'file', 'files')}"
    made = f"wrote {counted(report.articles, 'article', 'articles')} as {counted(report.files, 'file', 'files')} to {folder}/"
    held = f", held back {report.held_back}" if report.held_back else ""
    told = _told(report.problems)
    if not report.files:
        return f"digest: {read}{held}{told}; nothing was written, {folder}/ is as it was"
    return f"digest: {read}, {made}{held}{told} in {seconds:.1f} s; open {folder}/index.html or run 'digest serve'"


def _told(problems: Sequence[Problem]) -> str:
    """Count problems by level, the gravest first."""
    levels = Counter(problem.level for problem in problems)
    return "".join(f", {counted(levels[level], level, level + 's')}" for level in LEVEL_COLOURS if levels[level])


def _now(given: str | None) -> datetime:
    """Return the time a build takes for now: given, from SOURCE_DATE_EPOCH, or the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return dates.instant(dates.parsed(given))
        return datetime.fromtimestamp(int(epoch) if epoch else time(), UTC)
    except (ValueError, OverflowError, OSError) as error:
        wrong = f"--now {given}" if given else f"SOURCE_DATE_EPOCH={epoch}"
        hint = "write 2025-07-10T09:30:00Z, or seconds since 1970 in SOURCE_DATE_EPOCH"
        raise ConfigError(f"'{wrong}' is no time", hint=hint) from error


def _adopt(file: Path) -> int:
    """Adopt one file, say what became of it, and return the exit code."""
    try:
        adopted = adopt(file, READERS, ANNOTATORS)
    except DigestError as error:
        _complain(error)
        return error.exit_code
    click.echo(f"{file} -> {adopted}, the text is kept in {file.parent / ORIGINALS}{os.sep}", err=True)
    return 0


def _waiting(holder: str) -> None:
    click.echo(f"digest: {holder}; waiting", err=True)


def _complain(error: DigestError) -> None:
    click.echo(f"{click.style('error', fg='red', bold=True)}: {error}", err=True)


def _failed(inspection: Inspection) -> bool:
    return any(problem.level == "error" for problem in inspection.problems)
