"""What is told of a name where it is pointed at, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from builders import a_built_site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
SITE = Path(__file__).parent.parent.parent / "site"
ARTICLE = "undated/zelensky-trump-nato-meeting-yields-defense-discussions/index.html"


@pytest.fixture
def article(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((SITE / ARTICLE).as_uri())
    yield page
    page.close()


def test_pointing_at_a_name_tells_of_it_and_the_pointer_may_go_into_what_is_told(article: Page) -> None:
    article.locator('.text a[href^="../"]', has_text="Volodymyr Zelensky").first.hover()
    expect(article.get_by_role("tooltip").get_by_role("paragraph")).to_have_text(
        [
            "Person",
            "Volodymyr Zelensky",
            re.compile("^Ukrainian President Volodymyr Zelensky announced .* Donald Trump[.]$"),
            "8 mentions in this article",
        ]
    )
    article.get_by_role("tooltip").hover()
    article.wait_for_timeout(400)
    expect(article.get_by_role("tooltip")).to_be_visible()
    article.mouse.move(0, 0)
    expect(article.get_by_role("tooltip")).to_be_hidden()


def test_a_name_reached_by_keyboard_alone_is_told_of(article: Page) -> None:
    for _ in range(100):
        article.keyboard.press("Tab")
        if article.evaluate("document.activeElement.matches('.text a[href^=\"../\"]')"):
            break
    expect(article.get_by_role("tooltip")).to_contain_text(article.evaluate("document.activeElement.textContent"))
    article.keyboard.press("Tab")
    expect(article.locator('.text a[aria-describedby="preview"]:not(:focus)')).to_have_count(0)


def test_escape_closes_what_is_told_and_leaves_the_focus(article: Page) -> None:
    name = article.locator('.text a[href^="../"]').first
    article.keyboard.press("Tab")
    name.focus()
    expect(article.get_by_role("tooltip")).to_be_visible()
    assert name.get_attribute("aria-describedby") == "preview"
    article.keyboard.press("Escape")
    expect(article.get_by_role("tooltip")).to_be_hidden()
    expect(name).to_be_focused()


def test_the_sentence_that_is_told_is_the_whole_one_whatever_signs_and_blocks_stand_before(
    browser: Browser, tmp_path: Path
) -> None:
    decomposed = normalize("NFD", "Café owners waited, é. ")
    text = f"🎉 It began. Then 🎉 Anna Ruiz came to Oslo.\n\n- A line.\n- {decomposed}Carla Dahl left Bergen. They all did."
    site = a_built_site(tmp_path, {"party.md": f"# Party\n\n{text}\n"})
    page = browser.new_page()
    page.goto(next(site.glob("undated/*/index.html")).as_uri())
    for name, sentence in {"Anna Ruiz": "Then 🎉 Anna Ruiz came to Oslo.", "Carla Dahl": "Carla Dahl left Bergen."}.items():
        page.locator('.text a[href^="../"]', has_text=name).hover()
        expect(page.get_by_role("tooltip").get_by_role("paragraph").nth(2)).to_have_text(sentence)
        page.keyboard.press("Escape")
    page.close()
