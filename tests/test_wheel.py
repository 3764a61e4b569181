"""The wheel alone, in an empty environment far from the checkout, begins, builds and shows a site."""

import signal
import subprocess
import sys
import venv
from pathlib import Path
from urllib.request import urlopen

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, without extras, and return the command."""
    folder = tmp_path_factory.mktemp("installed")
    run = subprocess.check_call
    run([sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", CHECKOUT], stdout=subprocess.DEVNULL)
    venv.create(folder / "empty", with_pip=True)
    (wheel,) = (folder / "dist").glob("news_digest-*.whl")
    run([folder / "empty" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel])
    return folder / "empty" / "bin" / "digest"


def test_the_installed_wheel_builds_a_site_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
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
