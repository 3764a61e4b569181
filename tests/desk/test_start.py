import subprocess
from pathlib import Path

import pytest
from project import digest

from digest.desk.start import start
from digest.errors import RefusedError


def test_a_new_site_builds_at_once_and_has_nothing_to_remark_on(tmp_path: Path) -> None:
    assert digest(tmp_path, "init", "news").returncode == 0
    built = digest(tmp_path / "news", "build", "--strict")
    assert (built.returncode, len(built.stderr.splitlines())) == (0, 1)
    assert not digest(tmp_path / "news", "check").stdout
    assert (tmp_path / "news" / "site" / "2025" / "06" / "old-pumping-station-becomes-a-reading-room").is_dir()


def test_every_option_in_the_comments_of_its_configuration_can_be_had(tmp_path: Path) -> None:
    start(tmp_path)
    file = tmp_path / "digest.yaml"
    lines = [line.removeprefix("# ") for line in file.read_text("utf-8").splitlines()]
    file.write_text("\n".join(line for line in lines if not line.endswith((".", "it."))), "utf-8")
    held = digest(tmp_path, "config").stdout
    assert digest(tmp_path, "config").returncode == 0
    assert held.count("# digest.yaml:") == 6


def test_git_keeps_what_a_build_makes_out_of_a_new_repository(tmp_path: Path) -> None:
    start(tmp_path)
    digest(tmp_path, "build")
    subprocess.check_call(["git", "init", "--quiet"], cwd=tmp_path)
    seen = subprocess.check_output(["git", "status", "--porcelain", "--untracked-files=all"], cwd=tmp_path, text=True)
    assert "site/" not in seen
    assert "?? digest.lock.yaml" in seen


@pytest.mark.parametrize("name", ["digest.yaml", ".gitignore", "seeds/reading-room-opens.md", ".github/workflows/pages.yml"])
def test_nothing_is_overwritten_or_written_beside_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine", "utf-8")
    with pytest.raises(RefusedError, match="is there already"):
        start(tmp_path)
    assert [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()] == ["mine"]
