"""Right-to-left pages in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_mixed_site
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
ARABIC, ENGLISH = "2025/07/harbour/index.html", "2025/07/ferry/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_mixed_site(tmp_path_factory.mktemp("mixed"), "ar")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


def middle(page: Page, selector: str) -> float:
    """Return how far from the left the middle of an element is."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("size", [WIDE, NARROW, ViewportSize(width=320, height=640)])
def test_no_page_is_wider_than_the_screen(page: Page, site: Path, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], path


@pytest.mark.parametrize(("path", "is_mirrored"), [(ARABIC, True), (ENGLISH, False)])
def test_takeaways_and_marks_stand_on_the_side_of_the_articles_language(
    page: Page, site: Path, path: str, *, is_mirrored: bool
) -> None:
    page.goto((site / path).as_uri())
    assert (middle(page, ".takeaways") < middle(page, ".text")) == is_mirrored
    assert (middle(page, ".mark") > middle(page, ".block.cited > p")) == is_mirrored


def test_the_page_head_stands_on_the_side_of_the_sites_language_above_an_article_in_another(page: Page, site: Path) -> None:
    page.goto((site / ENGLISH).as_uri())
    assert middle(page, ".site-title") > WIDE["width"] / 2 > middle(page, "h1")


def test_the_chart_runs_from_the_right(page: Page, site: Path) -> None:
    page.goto((site / "entities/siemens-mobility/index.html").as_uri())
    bars = page.locator(".chart rect")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()
    assert first
    assert last
    assert first["x"] > last["x"]


def test_a_preview_of_a_name_at_the_right_edge_stays_on_the_screen(page: Page, site: Path) -> None:
    page.set_viewport_size(NARROW)
    page.goto((site / ARABIC).as_uri())
    page.locator('.text a[href^="../"]').first.hover()
    expect(page.locator("#preview")).to_be_in_viewport(ratio=1)
