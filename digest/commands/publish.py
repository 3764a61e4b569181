"""`digest publish`."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from digest.check import graded
from digest.commands import shared
from digest.commands.progress import waiting
from digest.commands.telling import tell, told
from digest.config import FILE_NAME, Config, configured
from digest.desk.printing import form_here, printed
from digest.errors import ConfigError
from digest.last import last_report
from digest.model.problem import Problem
from digest.publish.branch import Place, publish
from digest.publish.preflight import preflight, publication
from digest.publish.repository import Repository, repository
from digest.publish.workflow import Workplace, add_workflow, workflow


@click.command("publish")
@shared.config
@shared.output
@shared.base_url
@click.option("--check", "mode", flag_value="check", help="Say what would go wrong, and publish nothing.")
@click.option("--branch", default="gh-pages", show_default=True, help="Branch that Pages shows.")
@click.option("--remote", default="origin", show_default=True, help="Remote that the branch is pushed to; '' keeps it here.")
@click.option("--workflow", "mode", flag_value="workflow", help="Write a workflow that publishes at each push instead.")
@click.option(
    "--package", default="", help="What that workflow installs digest from [what requirements.txt names, else this version]."
)
@shared.quiet
@shared.form_or_annotations
def command(  # noqa: PLR0913 - click hands over one value an option
    *,
    file: Path | None,
    output: Path | None,
    base_url: str | None,
    branch: str,
    remote: str,
    package: str,
    mode: str | None,
    form: str | None,
    quiet: bool,
) -> int:
    """Publish the built site/ to GitHub Pages, by a branch or by a workflow.

    A branch is replaced only when its last commit is one of digest's own. Run `digest build` first.
    """
    config = configured(file, Path.cwd(), output=output, base_url=base_url)
    here = repository(config.home, remote)
    if mode == "workflow":
        named = ["-c", file.name] if file and file.name != FILE_NAME else []
        elsewhere = ["-o", os.path.relpath(config.output, config.home)] if output else []
        return _automate(config, here, package, [*named, *elsewhere], quiet=quiet)
    with waiting("checking the site", quiet=quiet):
        last = last_report(config)
        problems = graded(preflight(publication(config, here, last.early if last else 0)), config.check)
    failed = any(problem.level == "error" for problem in problems)
    if mode == "check":
        _print(problems, form, quiet=quiet)
    else:
        tell(problems, quiet=quiet)
    if not (mode or failed):
        _publish(config.output, here, Place(branch=branch, remote=remote), quiet=quiet)
    return int(failed)


def _automate(config: Config, here: Repository | None, package: str, options: Sequence[str], *, quiet: bool) -> int:
    root = here.root if here else config.home
    place = Workplace(
        folder=here.folder if here else ".",
        output=os.path.relpath(config.output.resolve(), root.resolve()),
        branch=here.branch if here else "",
    )
    path = add_workflow(root, workflow(place, package, options))
    pushed = f" for pushes to {place.branch}" if place.branch else ""
    hint = "commit it, and set Settings > Pages > Source of the repository to GitHub Actions"
    if not quiet:
        click.echo(f"digest: wrote {os.path.relpath(path)}{pushed}; {hint}", err=True)
    return 0


def _print(problems: Sequence[Problem], form: str | None, *, quiet: bool) -> None:
    text = printed([problem for problem in problems if problem.level == "error" or not quiet], form_here(form))
    if text:
        click.echo(text)
    if not quiet:
        click.echo(f"digest: checked the site{told(problems) or ', nothing to say'}", err=True)


def _publish(site: Path, here: Repository | None, place: Place, *, quiet: bool) -> None:
    if not here:
        raise ConfigError("the project is in no git repository", hint="run 'git init' in it, and add a remote")
    with waiting(f"publishing to {place.branch}", quiet=quiet):
        commit, is_changed = publish(site, here.root, place)
    if quiet:
        return
    shown, where = f"{os.path.relpath(site)}/", f"pushed to {place.remote}" if place.remote else "not pushed"
    if is_changed:
        click.echo(f"digest: published {shown} as {commit} on {place.branch}, {where}", err=True)
    else:
        click.echo(f"digest: nothing changed: {shown} is on {place.branch} already, as {commit}", err=True)
