"""Installed as a tool, in an environment of its own and far from the checkout, digest begins, builds and shows a site."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run `uv tool install .`, and return the command."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.check_call([sys.executable, "-m", "pip", "install", "--quiet", "--target", folder / "uv", "uv"])
    places = {"UV_TOOL_DIR": str(folder / "tools"), "UV_TOOL_BIN_DIR": str(folder / "bin"), "UV_PYTHON": sys.executable}
    command = [str(folder / "uv" / "bin" / "uv"), "tool", "install", "--quiet", "."]
    subprocess.check_call(command, cwd=CHECKOUT, env={**os.environ, **places})
    return folder / "bin" / "digest"


def test_the_installed_tool_builds_a_site_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    article = (CHECKOUT / "seeds" / "000_5d0015517ca878f5.txt").read_bytes()
    (tmp_path / "seeds" / "000_5d0015517ca878f5.txt").write_bytes(article)
    subprocess.check_call([installed, "build", "-q"], cwd=tmp_path)
    assert (tmp_path / "site" / "index.html").read_bytes() == (CHECKOUT / "site" / "index.html").read_bytes()


def test_a_newcomer_begins_builds_and_sees_a_site(installed: Path, tmp_path: Path) -> None:
    subprocess.check_call([installed, "init", "x"], cwd=tmp_path)
    subprocess.check_call([installed, "build"], cwd=tmp_path / "x")
    command = [str(installed), "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path / "x", stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stderr
        address = next(line for line in serving.stderr if "preview at" in line).split()[3]
        with urlopen(address) as page:  # noqa: S310 - our own preview
            assert "Old pumping station" in page.read().decode()
        serving.send_signal(signal.SIGINT)
        assert serving.wait(timeout=30) == 0


@pytest.mark.parametrize(("name", "extra"), [("a.html", "html"), ("a.xml", "feeds")])
def test_what_an_extra_would_read_is_told_with_the_line_that_installs_it(
    installed: Path, tmp_path: Path, name: str, extra: str
) -> None:
    (tmp_path / name).write_text("<p>x</p>", "utf-8")
    done = subprocess.run([installed, "import", name], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert f"pip install 'news-digest[{extra}]'" in done.stderr
