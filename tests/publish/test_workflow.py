import os
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from project import digest

from digest.errors import RefusedError
from digest.publish.workflow import WORKFLOW, Workplace, add_workflow, workflow

CHECKOUT = Path(__file__).parent.parent.parent


def test_this_repository_is_published_by_the_workflow_that_users_get() -> None:
    assert (CHECKOUT / WORKFLOW).read_text("utf-8") == workflow(package=".")


def test_every_action_is_pinned_to_a_commit_with_its_version_beside_it() -> None:
    uses = re.findall(r"uses: (.+)", workflow())
    assert len(uses) == 4
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in uses)


def test_each_job_may_do_what_it_must_and_no_more() -> None:
    read = yaml.safe_load(workflow())
    assert read["permissions"] == {}
    assert read["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert read["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert read["concurrency"] == {"group": "pages", "cancel-in-progress": False}


def test_hidden_files_of_the_site_are_uploaded() -> None:
    steps = yaml.safe_load(workflow(Workplace(output="public")))["jobs"]["build"]["steps"]
    assert steps[-1]["with"] == {"path": "public", "include-hidden-files": True}


def test_what_installs_digest_is_one_word_to_the_shell() -> None:
    assert "run: pipx install 'x; rm -rf /'\n" in workflow(package="x; rm -rf /")


def installed(folder: Path) -> tuple[str, str]:
    """Run the step that installs digest, with a pipx that only tells; return what was told and what is found as a command."""
    (folder / "bin").mkdir(exist_ok=True)
    pipx = folder / "bin" / "pipx"
    pipx.write_text('#!/bin/sh\necho "$@"\n', "utf-8")
    pipx.chmod(0o755)
    step = yaml.safe_load(workflow())["jobs"]["build"]["steps"][2]["run"]
    found = folder / "path"
    found.write_text("", "utf-8")
    surroundings = {"PATH": f"{pipx.parent}:{os.environ['PATH']}", "RUNNER_TEMP": str(folder), "GITHUB_PATH": str(found)}
    done = subprocess.run(["bash", "-e", "-c", step], cwd=folder, capture_output=True, text=True, check=True, env=surroundings)
    return done.stdout, found.read_text("utf-8").strip()


def test_what_the_repository_requires_is_installed_and_else_this_version(tmp_path: Path) -> None:
    assert installed(tmp_path) == (f"install news-digest=={version('news-digest')}\n", "")
    (tmp_path / "requirements.txt").write_text("# nothing, so that nothing is fetched\n", "utf-8")
    told, path = installed(tmp_path)
    assert "install news-digest" not in told
    assert (Path(path) / "python").exists()


def test_the_command_writes_it_once_and_refuses_to_replace_another(tmp_path: Path) -> None:
    assert digest(tmp_path, "publish", "--workflow").returncode == 0
    assert digest(tmp_path, "publish", "--workflow").returncode == 0
    (tmp_path / WORKFLOW).write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match="says something else"):
        add_workflow(tmp_path, workflow())
    assert (tmp_path / WORKFLOW).read_text("utf-8") == "mine"


@pytest.mark.parametrize(("folder", "branch"), [("docs", "trunk"), ("my: docs/a b", "feature+x"), (".", "main")])
def test_a_project_below_the_root_is_built_there_for_the_branch_of_the_repository(
    tmp_path: Path, folder: str, branch: str
) -> None:
    subprocess.check_call(["git", "init", "--quiet", f"--initial-branch={branch}"], cwd=tmp_path)
    made = digest(tmp_path, "init", folder)
    assert (made.returncode, (tmp_path / folder / "digest.yaml").is_file()) == (0, True)
    assert digest(tmp_path / folder, "publish", "--workflow").returncode == 0  # with the same words
    read = yaml.load((tmp_path / WORKFLOW).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes text of all
    build = read["jobs"]["build"]
    assert build["steps"][-1]["with"]["path"] == os.path.normpath(f"{folder}/site")
    assert build.get("defaults", {}).get("run", {}).get("working-directory", ".") == folder
    assert read["on"]["push"]["branches"] in ([branch.replace("+", "\\+")], ["main", "master"])
    digest(tmp_path / folder, "build", "--quiet")
    assert "publish-workflow" not in digest(tmp_path / folder, "publish", "--check").stdout


def test_a_workflow_that_would_not_publish_the_project_is_named(tmp_path: Path) -> None:
    subprocess.check_call(["git", "init", "--quiet", "--initial-branch=trunk"], cwd=tmp_path)
    for path in (WORKFLOW, f"docs/{WORKFLOW}"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(workflow(), "utf-8")
    assert "has a .github/workflows/pages.yml already" in digest(tmp_path, "init", "docs").stderr
    digest(tmp_path / "docs", "build", "--quiet")
    told = digest(tmp_path / "docs", "publish", "--check").stdout
    for fault in ("does not run for the branch 'trunk'", "the project is in 'docs'", "and this one is in 'docs'"):
        assert fault in told


def test_the_workflow_builds_with_the_configuration_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "other.yaml").write_text("", "utf-8")
    assert digest(tmp_path, "publish", "--workflow", "-c", "news/other.yaml", "-o", "news/public").returncode == 0
    assert 'digest build -c other.yaml -o public --base-url "$BASE_URL"' in (tmp_path / "news" / WORKFLOW).read_text("utf-8")
