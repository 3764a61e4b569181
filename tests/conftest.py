"""What tests share: a browser, a built site, and the line that says whether the browser tests ran."""

import os
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).parent.parent
settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("fuzz", max_examples=20_000, deadline=None)
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave browser tests out where there is no browser, except on a build server, where they must run."""
    if _CHROMIUM or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line that nobody can miss that the browser tests did not run."""
    missed = [report for report in terminalreporter.stats.get("skipped", []) if "no Chromium" in str(report.longrepr)]
    if missed:
        line = f"{len(missed)} BROWSER TESTS DID NOT RUN: install Chromium (apt-get install chromium) and run make test again"
        terminalreporter.write_sep("!", line, red=True, bold=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once for all tests."""
    if not _CHROMIUM:
        pytest.fail("no Chromium, and CI is set: the browser tests must run")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        yield chromium
        chromium.close()


class Host(SimpleHTTPRequestHandler):
    """A host of static files that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Print nothing."""


@pytest.fixture(scope="session", params=["", "repo/"], ids=["root", "repo"])
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the committed site at the root of a host and under a folder, and give its address."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "repo").symlink_to(CHECKOUT / "site")
    root = folder if request.param else folder / "repo"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(root))) as host:
        thread = Thread(target=host.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{host.server_port}/{request.param}"
        host.shutdown()
        thread.join()
