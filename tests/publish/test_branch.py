import shutil
import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from hosting import a_host
from project import digest

from digest.errors import ConfigError, DigestError, RefusedError
from digest.publish.branch import MARKER, Place, publish

HERE = Place(remote="origin")


def git(folder: Path, *arguments: str) -> str:
    return subprocess.check_output(["git", *arguments], cwd=folder, text=True, stderr=subprocess.DEVNULL).strip()


def files(folder: Path, branch: str = "gh-pages") -> list[str]:
    return git(folder, "ls-tree", "-r", "--name-only", branch).splitlines()


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """Make a host's bare repository, and beside it a clone with a site in it."""
    git(tmp_path, "init", "--bare", "--quiet", "--initial-branch=main", "host.git")
    git(tmp_path, "clone", "--quiet", "host.git", "project")
    project = tmp_path / "project"
    for key, value in {"user.name": "Ann", "user.email": "ann@example.org"}.items():
        git(project, "config", key, value)
    (project / "site" / "assets").mkdir(parents=True)
    (project / "site" / "index.html").write_text("first", "utf-8")
    (project / "site" / "assets" / "a.css").write_text("", "utf-8")
    return project


def strange_branch(project: Path, name: str = "gh-pages") -> None:
    """Give the host a branch of someone's work."""
    git(project, "checkout", "--quiet", "--orphan", name)
    git(project, "commit", "--allow-empty", "--quiet", "-m", "Years of work")
    git(project, "push", "--quiet", "origin", name)
    git(project, "checkout", "--quiet", "--orphan", "other")


def test_a_site_is_committed_and_pushed_with_its_hidden_file_for_pages(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    assert files(hosted.parent / "host.git") == [".nojekyll", "assets/a.css", "index.html"]
    assert MARKER in git(hosted.parent / "host.git", "log", "-1", "--format=%B", "gh-pages").splitlines()


def test_a_second_publication_replaces_the_first_and_keeps_the_history(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    (hosted / "site" / "assets" / "a.css").unlink()
    publish(hosted / "site", hosted, HERE)
    assert files(hosted.parent / "host.git") == [".nojekyll", "index.html"]
    assert git(hosted.parent / "host.git", "rev-list", "--count", "gh-pages") == "2"


def test_a_branch_of_someone_s_work_is_refused_and_stays(hosted: Path) -> None:
    strange_branch(hosted)
    git(hosted, "branch", "-D", "gh-pages")
    with pytest.raises(RefusedError, match="was not made by digest"):
        publish(hosted / "site", hosted, HERE)
    assert git(hosted.parent / "host.git", "log", "-1", "--format=%s", "gh-pages") == "Years of work"


def test_a_branch_of_someone_s_work_that_is_here_alone_is_refused_too(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    git(hosted, "worktree", "add", "--quiet", "../work", "gh-pages")
    git(hosted.parent / "work", "commit", "--allow-empty", "--quiet", "-m", "By hand")
    git(hosted, "worktree", "remove", "../work")
    with pytest.raises(RefusedError, match="was not made by digest"):
        publish(hosted / "site", hosted, HERE)
    assert git(hosted, "log", "-1", "--format=%s", "gh-pages") == "By hand"


def commit_upon(project: Path, files: dict[str, str], message: str) -> None:
    """Commit files upon what was published, and push that."""
    work = project.parent / "work"
    git(project, "worktree", "add", "--quiet", str(work), "gh-pages")
    for name, text in files.items():
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text(text, "utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "-m", message)
    git(work, "push", "--quiet", "origin", "gh-pages")
    git(project, "worktree", "remove", str(work))


@pytest.mark.parametrize(
    "files",
    [
        {"index.html": "mended by hand"},
        {"CNAME": "news.example.org", "index.html": "mended by hand"},
        {"CNAME/work.html": "work"},
        {"news/CNAME": "work"},
    ],
    ids=["page", "domain-and-page", "folder", "elsewhere"],
)
def test_work_upon_what_was_published_is_refused(hosted: Path, files: dict[str, str]) -> None:
    (hosted / "news").mkdir()
    publish(hosted / "site", hosted, HERE)
    commit_upon(hosted, files, "Create CNAME")
    for folder in (hosted, hosted / "news"):
        with pytest.raises(RefusedError, match="was not made by digest"):
            publish(hosted / "site", folder, HERE)


def test_a_branch_that_is_checked_out_is_refused(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    git(hosted, "worktree", "add", "--quiet", "../work", "gh-pages")
    with pytest.raises(RefusedError, match="is checked out"):
        publish(hosted / "site", hosted, HERE)


def test_what_a_colleague_published_meanwhile_is_built_upon(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    git(hosted.parent, "clone", "--quiet", "host.git", "colleague")
    for key, value in {"user.name": "Bob", "user.email": "bob@example.org"}.items():
        git(hosted.parent / "colleague", "config", key, value)
    (hosted / "site" / "assets" / "a.css").unlink()
    publish(hosted / "site", hosted.parent / "colleague", HERE)
    (hosted / "site" / "index.html").write_text("third", "utf-8")
    publish(hosted / "site", hosted, HERE)
    assert git(hosted.parent / "host.git", "rev-list", "--count", "gh-pages") == "3"


@pytest.mark.parametrize("place", [HERE, Place()], ids=["pushed", "kept here"])
def test_a_site_that_is_published_already_makes_no_commit(hosted: Path, place: Place) -> None:
    first = publish(hosted / "site", hosted, place)
    assert publish(hosted / "site", hosted, place) == (first.commit, False)
    assert git(hosted, "rev-list", "--count", "gh-pages") == "1"


def test_what_was_committed_and_did_not_reach_the_host_is_pushed_without_a_second_commit(hosted: Path) -> None:
    first = publish(hosted / "site", hosted, Place())
    assert publish(hosted / "site", hosted, HERE) == (first.commit, True)
    assert git(hosted.parent / "host.git", "rev-list", "--count", "gh-pages") == "1"


def test_what_the_host_refused_can_be_published_again_at_once(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    (hosted / "site" / "index.html").write_text("second", "utf-8")
    hook = hosted.parent / "host.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    with pytest.raises(DigestError, match="git push"):
        publish(hosted / "site", hosted, HERE)
    hook.unlink()
    assert publish(hosted / "site", hosted, HERE).is_changed
    assert git(hosted.parent / "host.git", "rev-list", "--count", "gh-pages") == "2"


def test_what_a_colleague_published_alike_is_taken_over(hosted: Path) -> None:
    publish(hosted / "site", hosted, HERE)
    git(hosted.parent, "clone", "--quiet", "host.git", "colleague")
    for key, value in {"user.name": "Bob", "user.email": "bob@example.org"}.items():
        git(hosted.parent / "colleague", "config", key, value)
    (hosted / "site" / "index.html").write_text("second", "utf-8")
    theirs = publish(hosted / "site", hosted.parent / "colleague", HERE)
    assert publish(hosted / "site", hosted, HERE) == (theirs.commit, False)


@pytest.mark.parametrize("folder", [".", "news"])
def test_a_domain_that_was_set_at_the_host_is_kept(hosted: Path, folder: str) -> None:
    (hosted / folder).mkdir(exist_ok=True)
    git(hosted, "config", "grep.patternType", "fixed")
    publish(hosted / "site", hosted / folder, HERE)
    commit_upon(hosted, {"CNAME": "news.example.org\n"}, "Create CNAME")
    publish(hosted / "site", hosted / folder, HERE)
    assert git(hosted.parent / "host.git", "show", "gh-pages:CNAME") == "news.example.org"


def test_without_a_remote_the_branch_stays_here(hosted: Path) -> None:
    publish(hosted / "site", hosted, Place(branch="pages"))
    assert files(hosted, "pages") == [".nojekyll", "assets/a.css", "index.html"]
    assert not git(hosted.parent / "host.git", "branch", "--list")


@pytest.mark.parametrize("branch", ["--force", "a b", "../x", "a..b", "@{-1}", ""])
def test_what_is_no_name_of_a_branch_is_refused(hosted: Path, branch: str) -> None:
    with pytest.raises(ConfigError, match="is no name of a branch"):
        publish(hosted / "site", hosted, Place(branch=branch))


def test_the_name_of_a_tag_is_refused(hosted: Path) -> None:
    publish(hosted / "site", hosted, Place(branch="pages"))
    git(hosted, "tag", "gh-pages", "pages")
    with pytest.raises(ConfigError, match="is the name of a tag too"):
        publish(hosted / "site", hosted, HERE)


@pytest.mark.parametrize("remote", ["upstream", "--mirror", "https://example.org/x.git"])
def test_a_remote_that_the_repository_does_not_know_is_refused(hosted: Path, remote: str) -> None:
    with pytest.raises(ConfigError, match="there is no remote"):
        publish(hosted / "site", hosted, Place(remote=remote))


def test_a_host_that_cannot_be_reached_is_told_in_git_s_words(hosted: Path) -> None:
    git(hosted, "remote", "set-url", "origin", str(hosted.parent / "gone.git"))
    with pytest.raises(DigestError, match=r"git ls-remote: .*gone\.git"):
        publish(hosted / "site", hosted, HERE)


def test_a_file_that_git_cannot_take_publishes_nothing(hosted: Path) -> None:
    (hosted / "site" / 'a"\nM 100644 inline b').write_text("", "utf-8")
    with pytest.raises(DigestError):
        publish(hosted / "site", hosted, HERE)
    assert not git(hosted.parent / "host.git", "branch", "--list")


def test_the_command_publishes_a_site_that_works_under_the_name_of_the_repository(hosted: Path) -> None:
    shutil.rmtree(hosted / "site")
    digest(hosted, "init", ".")
    address = "https://ann.github.io/repo/"
    assert digest(hosted, "build", "--base-url", address).returncode == 0
    done = digest(hosted, "publish", "--base-url", address)
    assert (done.returncode, "on gh-pages, pushed to origin" in done.stderr) == (0, True)
    again = digest(hosted, "publish", "--base-url", address)
    assert (again.returncode, "on gh-pages already" in again.stderr) == (0, True)
    git(hosted.parent, "clone", "--quiet", "--branch", "gh-pages", "host.git", "shown")
    with a_host(hosted.parent / "shown", "/repo/") as shown:
        with urlopen(shown) as page:  # noqa: S310 - our own server
            assert b"Old pumping station" in page.read()
        with pytest.raises(HTTPError) as missed:
            urlopen(f"{shown}deep/down/nowhere")  # noqa: S310
        with missed.value as lost:
            assert b'href="/repo/assets/style.' in lost.read()
