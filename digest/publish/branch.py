"""A built site to the branch that GitHub Pages shows, in place of what an earlier publication of ours put there."""

from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ghp_import import GhpError, ghp_import

from digest.errors import ConfigError, DigestError, RefusedError
from digest.publish.repository import answer, order

MARKER = "Published-by: digest"
_MESSAGE = f"Publish the site\n\n{MARKER}"
_BUT_A_DOMAIN = (":(top)", ":(top,exclude)CNAME")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a site is published: a branch, and the remote that it is pushed to; without one it stays here."""

    branch: str = "gh-pages"
    remote: str = ""


class Published(NamedTuple):
    """What was published: the commit that has it, and whether anything differs from what was there before."""

    commit: str
    is_changed: bool


def publish(site: Path, root: Path, place: Place) -> Published:
    """Commit a site to a branch of the repository at `root`, and push it; a site that stands there already is let be.

    Raises RefusedError, and changes nothing, when the branch holds what digest did not publish or is being worked on;
    ConfigError when branch or remote is none, DigestError when git fails.
    """
    branch = f"refs/heads/{place.branch}"
    _check_names(root, place)
    if f"branch {branch}" in answer(root, "worktree", "list", "--porcelain").splitlines():
        raise RefusedError(
            f"the branch '{place.branch}' is checked out", hint="switch to another one, or name another with --branch"
        )
    upstream = _fetched(root, place)
    for name in filter(None, (upstream, branch)):
        _refuse_strangers(root, name)
    cname = None if (site / "CNAME").exists() else answer(root, "show", f"{upstream or branch}:CNAME") or None
    last = answer(root, "rev-parse", "--verify", "--quiet", upstream or branch)
    _commit(site, root, place, cname, last)
    is_same = _is_same(root, last, branch)
    if is_same:
        order(root, "update-ref", branch, last)
    is_changed = not is_same or bool(place.remote and not upstream)
    if place.remote and is_changed:
        order(root, "push", "--quiet", place.remote, f"{branch}:{branch}")
    return Published(answer(root, "rev-parse", "--short", branch), is_changed)


def _check_names(root: Path, place: Place) -> None:
    if not place.branch or answer(root, "check-ref-format", "--branch", place.branch) != place.branch:
        raise ConfigError(f"'{place.branch}' is no name of a branch", hint="write one such as gh-pages")
    if answer(root, "rev-parse", "--verify", "--quiet", f"refs/tags/{place.branch}"):
        raise ConfigError(
            f"'{place.branch}' is the name of a tag too", hint="name another branch with --branch, or the tag otherwise"
        )
    if place.remote and place.remote not in answer(root, "remote").split():
        hint = "name another with --remote, or add it: git remote add origin ADDRESS"
        raise ConfigError(f"there is no remote '{place.remote}'", hint=hint)
    if not answer(root, "var", "GIT_COMMITTER_IDENT"):
        raise ConfigError("git does not know who you are", hint="git config user.name NAME; git config user.email ADDRESS")


def _fetched(root: Path, place: Place) -> str:
    """Bring what the remote has of the branch, and return its name here; '' when the remote has no such branch."""
    if not place.remote:
        return ""
    upstream = f"refs/remotes/{place.remote}/{place.branch}"
    if not answer(root, "ls-remote", "--heads", place.remote, f"refs/heads/{place.branch}"):
        order(root, "ls-remote", "--heads", place.remote)
        order(root, "update-ref", "-d", upstream)
        return ""
    order(root, "fetch", "--quiet", place.remote, f"+refs/heads/{place.branch}:{upstream}")
    return upstream


def _refuse_strangers(root: Path, name: str) -> None:
    """Refuse a branch with commits that are not ours, unless they set a domain alone: a host makes those in its user's name."""
    if not answer(root, "rev-parse", "--verify", "--quiet", name):
        return
    ours = answer(root, "log", "-1", "--format=%H", "--basic-regexp", f"--grep=^{MARKER}$", name, "--")
    since = ("rev-list", f"{ours}..{name}", "--")
    sets_domains = answer(root, *since) == answer(root, *since, ":(top)CNAME") and not answer(root, *since, *_BUT_A_DOMAIN)
    if not ours or not sets_domains or answer(root, "cat-file", "-t", f"{name}:CNAME") == "tree":
        told = f"'{name}' has a commit that was not made by digest"
        raise RefusedError(told, hint="publish to another branch with --branch, or delete this one")


def _is_same(root: Path, last: str, branch: str) -> bool:
    """Tell whether a branch has the very files of a commit, if there is one."""
    return bool(last) and answer(root, "rev-parse", f"{last}^{{tree}}") == answer(root, "rev-parse", f"{branch}^{{tree}}")


def _commit(site: Path, root: Path, place: Place, cname: str | None, last: str) -> None:
    """Commit a site upon `last`, if there is one, and not upon what a failed push left on the branch here."""
    try:
        with chdir(root):
            ghp_import(str(site), mesg=_MESSAGE, branch=place.branch, remote=place.remote, nojekyll=True, cname=cname)
    except GhpError as error:
        raise DigestError(error.message) from error
    except TypeError as error:  # how ghp-import 2.1 ends when git refuses what it is given
        raise DigestError("git could not take the site", hint="run 'digest publish --check'") from error
    if answer(root, "rev-parse", "--verify", "--quiet", f"refs/heads/{place.branch}") in {"", last}:
        raise DigestError("git made no commit of the site", hint="run 'digest publish --check'")
