"""The committed site in a real browser: every address of it, at a host's root, under a folder, and from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

pytestmark = pytest.mark.browser
SITE = Path(__file__).parent.parent.parent / "site"
ARTICLE = "undated/zelensky-trump-nato-meeting-yields-defense-discussions/index.html"
WIDE, NARROW = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
SHOWN = ["index.html", ARTICLE, "entities/index.html", "entities/volodymyr-zelensky/index.html", "404.html"]
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))


class Visit:
    """A page with what it asked for, complained about and links to."""

    def __init__(self, page: Page) -> None:
        self.page, self.complaints, self.requests = page, list[str](), list[str]()
        self.links = dict[str, list[str]]()
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def open(self, root: str, path: str) -> None:
        self.page.goto(root + path)
        self.links[path] = self.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    context = browser.new_context(viewport=WIDE)
    yield Visit(context.new_page())
    context.close()


@pytest.fixture(scope="module")
def visited(browser: Browser, published: str) -> Iterator[Visit]:
    """Open every page of the site once."""
    context = browser.new_context(viewport=WIDE)
    visit = Visit(context.new_page())
    for path in PAGES:
        if path != "404.html" or published.count("/") == 3:  # its links hold at the address it was built for
            visit.open(published, path)
    yield visit
    context.close()


@pytest.fixture
def article(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto((SITE / ARTICLE).as_uri())
    yield page
    context.close()


def test_every_page_is_quiet_and_asks_for_nothing_from_elsewhere(visited: Visit, published: str) -> None:
    assert not visited.complaints
    assert all(address.startswith(published) for address in visited.requests)


def test_every_link_on_every_page_leads_somewhere(visited: Visit, published: str) -> None:
    for path, addresses in visited.links.items():
        for address in addresses:
            target, _, fragment = address.partition("#")
            if not target.startswith(published):
                continue
            file = SITE / target.removeprefix(published)
            assert (file if file.suffix else file / "index.html").is_file(), f"{path}: {address}"
            if fragment:
                assert f'id="{fragment}"' in file.read_text("utf-8"), f"{path}: {address}"


def test_the_site_works_from_disk_with_its_style_and_fonts(visit: Visit) -> None:
    visit.page.goto((SITE / "index.html").as_uri())
    visit.page.get_by_role("link", name="Zelensky Trump NATO").first.click()
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Zelensky Trump NATO Meeting")
    assert not visit.complaints
    visit.page.evaluate("document.fonts.ready")
    assert visit.page.evaluate("document.fonts.check('1em Newsreader')")
    assert "Newsreader" in visit.page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")


@pytest.mark.parametrize("path", SHOWN)
@pytest.mark.parametrize("width", [1440, 390, 320])
def test_no_page_scrolls_sideways(browser: Browser, path: str, width: int) -> None:
    page = browser.new_page(viewport=ViewportSize(width=width, height=800))
    page.goto((SITE / path).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_following_a_takeaway_lands_on_its_paragraph_and_the_mark_leads_back(article: Page) -> None:
    article.locator("#t3").get_by_role("link").first.click()
    assert article.url.endswith("#p6")
    expect(article.locator("#p6")).to_be_in_viewport()
    article.locator("#p6 .mark").click()
    expect(article.locator("#t3")).to_be_focused()
    expect(article.locator("#p6")).to_have_class("block cited lit")


def test_pointing_at_a_takeaway_lights_its_paragraphs(article: Page) -> None:
    article.locator("#t2").hover()
    expect(article.locator("#p3")).to_have_class("block cited lit")
    article.mouse.move(0, 0)
    expect(article.locator("#p3")).to_have_class("block cited")


def test_the_keyboard_alone_lights_follows_and_comes_back(article: Page) -> None:
    article.locator("#t1 a").first.focus()
    expect(article.locator("#p1")).to_have_class("block cited lit")
    article.keyboard.press("Enter")
    assert article.url.endswith("#p1")
    article.go_back()
    assert "#" not in article.url


def test_the_contents_mark_the_section_that_is_read(article: Page) -> None:
    article.get_by_role("heading", name="Why Security Partnerships Matter Now").scroll_into_view_if_needed()
    article.evaluate("document.querySelector('#s4').scrollIntoView()")
    expect(article.locator(".contents [aria-current]")).to_have_text("Why Security Partnerships Matter Now")


def test_takeaways_stand_beside_the_text_on_wide_screens_and_above_it_on_narrow_ones(article: Page) -> None:
    text, takeaways = article.locator(".text"), article.locator(".takeaways")
    wide = (text.bounding_box(), takeaways.bounding_box())
    assert wide[0] and wide[1] and wide[1]["x"] >= wide[0]["x"] + wide[0]["width"]  # noqa: PT018 - boxes may be none
    article.set_viewport_size({"width": 390, "height": 844})
    narrow = (text.bounding_box(), takeaways.bounding_box())
    assert narrow[0] and narrow[1] and narrow[1]["y"] + narrow[1]["height"] <= narrow[0]["y"]  # noqa: PT018


def test_the_text_keeps_a_measure_that_is_easy_to_read(article: Page) -> None:
    article.evaluate("document.fonts.ready")
    paragraph = article.locator("#p1 p")
    characters = len(paragraph.inner_text())
    lines = paragraph.evaluate("e => Math.round(e.getBoundingClientRect().height / parseFloat(getComputedStyle(e).lineHeight))")
    assert 55 <= characters / lines <= 78


def test_without_javascript_the_article_is_whole_and_its_links_work(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto((SITE / ARTICLE).as_uri())
    expect(page.locator("#t4")).to_be_visible()
    page.locator("#t2").get_by_role("link").first.click()
    expect(page.locator("#p3")).to_be_in_viewport()
    expect(page.get_by_text("Named in this article")).to_have_count(1)
    context.close()


def test_without_javascript_names_are_filtered_by_type(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto((SITE / "entities/index.html").as_uri())
    types = page.get_by_role("navigation", name="Types of names").get_by_role("link")
    assert types.count() > 1
    for link in types.all():
        link.click()
        kind = page.locator(f"#{page.url.rpartition('#')[2]}")
        expect(kind).to_be_in_viewport()
        expect(link).to_contain_text(kind.inner_text())
        page.goto((SITE / "entities/index.html").as_uri())
    context.close()


def test_dark_readers_get_dark_paper(browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((SITE / "index.html").as_uri())
    red, green, blue = page.evaluate("getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(red, green, blue) < 60
    page.close()
