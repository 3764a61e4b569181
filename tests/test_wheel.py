"""The wheel alone, in an empty environment far from the checkout, builds a site."""

import subprocess
import sys
import venv
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def test_the_installed_wheel_builds_a_site_outside_the_checkout(tmp_path: Path) -> None:
    run = subprocess.check_call
    run([sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", CHECKOUT], stdout=subprocess.DEVNULL)
    venv.create(tmp_path / "empty", with_pip=True)
    (wheel,) = (tmp_path / "dist").glob("news_digest-*.whl")
    run([tmp_path / "empty" / "bin" / "python", "-m", "pip", "install", "--quiet", wheel])
    (tmp_path / "project" / "seeds").mkdir(parents=True)
    article = (CHECKOUT / "seeds" / "000_5d0015517ca878f5.txt").read_bytes()
    (tmp_path / "project" / "seeds" / "000_5d0015517ca878f5.txt").write_bytes(article)
    run([tmp_path / "empty" / "bin" / "digest", "build", "-q"], cwd=tmp_path / "project")
    built = tmp_path / "project" / "site" / "index.html"
    assert built.read_bytes() == (CHECKOUT / "site" / "index.html").read_bytes()
