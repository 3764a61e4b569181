"""What tests share: a browser, a built site, and the line that says whether the browser tests ran."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hosting import a_host
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

CHECKOUT = Path(__file__).parent.parent
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # as in the background of a shell, where a test of Ctrl-C would never end
    signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("default", max_examples=60, deadline=None)
settings.register_profile("fuzz", max_examples=int(os.environ.get("FUZZ_EXAMPLES", "1000")), deadline=None)
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]
# A window makes two pages of its own for its address line, which cost more than ours. Of two such flags the last one holds, so
# that what Playwright turns off for the sake of steady pages stands here again
_OFF = (
    "WebUIOmniboxPopup WebUIOmniboxAimPopup AimEnabled PreconnectToSearch PaintHolding AvoidUnnecessaryBeforeUnloadCheckSync "
    "DestroyProfileOnBrowserClose HttpsUpgrades HttpsFirstBalancedModeAutoEnable MediaRouter ThirdPartyStoragePartitioning "
    "AvoidCorsURLLoaderRestartOnRedirect OptimizationHints NetworkTimeServiceQuerying LensOverlay"
).split()
_FLAGS += [f"--disable-features={','.join(_OFF)}"]


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


@pytest.fixture(scope="session", params=["/", "/repo/"], ids=["root", "repo"])
def published(request: pytest.FixtureRequest) -> Iterator[str]:
    """Serve the committed site at the root of a host and under a folder, and give its address."""
    with a_host(CHECKOUT / "site", request.param) as address:
        yield address
