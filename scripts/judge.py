"""Build three sites and let a program judge their pages: the seeds, an archive of 60 articles, and hostile articles.

    python scripts/judge.py DATA SCORER [--only html,links] [--sites seeds,archive,hostile]

DATA holds the folders `structure` (flat text) and `hostile` (xss.jsonl); SCORER is called with a site, `--only` judges
and `--exec-max` pages, and prints a line for each.
Where the program `lighthouse` is installed, it rates a page of each kind that a reader comes to first.
Exit code 1 when a judge found something wrong or could not run, or a build failed.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench_hostile import built, payloads, quoted, together
from hosted import hosted

_SEEDS = Path(__file__).parent.parent / "seeds"
_ARTICLES = 60
_BEST = 100
_TAGS = "transport health budget climate courts schools".split()
_PUBLISHERS = "Example|Herald|Gazette|Observer".split("|")
_CONFIGURATION = "base_url: https://example.org/news/\n"
_JUDGES = "html,links,feeds,jsonfeed,sitemap,jsonld,csp,axe,exec,lighthouse"
_JUDGES_OF_STRANGERS = "html,links,feeds,jsonfeed,sitemap,jsonld,csp,axe,exec"
_ALIASES = re.compile(r"^aliases: .*\n", re.MULTILINE)  # no page links to an old address, so a judge calls its page lost


def seeds(data: Path) -> Mapping[str, bytes]:
    """Read the articles that come with digest."""
    del data
    return {path.relative_to(_SEEDS).as_posix(): path.read_bytes() for path in sorted(_SEEDS.rglob("*.*"))}


def archive(data: Path) -> Mapping[str, str]:
    """Give flat texts dates in several months, topics and publishers."""
    texts = sorted((data / "structure").glob("*.txt"))[:_ARTICLES]
    return {path.name: _dated(path.read_text("utf-8"), number) for number, path in enumerate(texts)}


def _dated(text: str, number: int) -> str:
    publisher = _PUBLISHERS[number % len(_PUBLISHERS)]
    given = {
        "date": f"2025-{1 + number % 5:02}-{1 + number % 7:02}",
        "tags": [_TAGS[number % len(_TAGS)], _TAGS[(number + 1) % len(_TAGS)]],
        "source": {"name": publisher, "url": f"https://{publisher.lower()}.example/{number}", "licence": "CC BY 4.0"},
    }
    return "---\n" + "".join(f"{key}: {quoted(value)}\n" for key, value in given.items()) + f"---\n\n{text}"


def hostile(data: Path) -> Mapping[str, str]:
    """Put each script wherever a stranger's words can stand."""
    return {name: _ALIASES.sub("", text, count=1) for name, text in together(payloads(data / "hostile")).items()}


_SITES: Mapping[str, tuple[Callable[[Path], Mapping[str, str | bytes]], str]] = {
    "seeds": (seeds, _JUDGES),
    "archive": (archive, _JUDGES),
    "hostile": (hostile, _JUDGES_OF_STRANGERS),
}


_MOST_OPENED = "300"  # pages that a browser opens twice: all but of the hostile site, whose 3,300 make too long a command


def judged(site: Path, scorer: Path, judges: str) -> bool:
    """Print what the judges say of a site, and return whether all is well."""
    command = [sys.executable, str(scorer), str(site), "--only", judges, "--exec-max", _MOST_OPENED, "-v"]
    return subprocess.run(command, check=False).returncode == 0  # noqa: S603 - the caller's own


_RATED = ("index.html", "[2u]*/**/index.html", "entities/*/index.html", "search/index.html")
_CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
_CHROMIUM = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
_TRIES = 3  # a busy machine slows a page down, and nothing makes it faster than it is


def rated(site: Path) -> bool:
    """Print how Lighthouse rates a front page, an article, a name and the search, and return whether all is best."""
    if not shutil.which("lighthouse"):
        print("lighthouse NOT-RUN  npm install --global lighthouse")
        return True
    pages = [min(site.glob(pattern)).relative_to(site).as_posix() for pattern in _RATED]
    with hosted(site) as address:
        ratings = {page: [_rating(address + page) for _ in range(_TRIES)] for page in pages}
    best = {page: [max(scores) for scores in zip(*tries, strict=True)] for page, tries in ratings.items()}
    for page, scores in best.items():
        figures = " ".join(f"{name}={score:.0f}" for name, score in zip(_CATEGORIES, scores, strict=True))
        print(f"lighthouse {'ok' if min(scores) == _BEST else 'FAIL':<8}{figures}  {page}", flush=True)
    return all(min(scores) == _BEST for scores in best.values())


def _rating(address: str) -> list[float]:
    command = ["lighthouse", address, "--quiet", "--output=json", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(_CATEGORIES)}", f"--chrome-flags={_CHROMIUM}"]
    surroundings = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, check=True, capture_output=True, env=surroundings)  # noqa: S603 - the caller's own
    categories = json.loads(done.stdout)["categories"]
    return [round(100 * (categories[name]["score"] or 0)) for name in _CATEGORIES]


def main() -> int:
    """Build and judge the chosen sites, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--only", default=_JUDGES, help="judges to call")
    parser.add_argument("--sites", default=",".join(_SITES), help="sites to build")
    chosen = parser.parse_args()
    well = True
    for name in chosen.sites.split(","):
        files, able = _SITES[name]
        judges = [judge for judge in chosen.only.split(",") if judge in able.split(",")]
        if not judges:
            continue
        others = ",".join(judge for judge in judges if judge != "lighthouse")
        with TemporaryDirectory() as folder:
            Path(folder, "digest.yaml").write_text(_CONFIGURATION, "utf-8")
            done = built(files(chosen.data), Path(folder))
            print(f"{name}: {done.said.strip().splitlines()[-1]}", flush=True)
            well &= not done.traceback
            well &= not others or judged(done.site, chosen.scorer, others)
            well &= "lighthouse" not in judges or rated(done.site)
    return int(not well)


if __name__ == "__main__":
    sys.exit(main())
