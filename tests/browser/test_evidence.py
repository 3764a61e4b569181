"""Takeaways and their evidence in a real browser, on a site with corrections, a retraction and a withheld text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_built_site
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
NEWS = "The city of Lind will close its harbour bridge for repairs on 1 August. Ferries will cross the harbour every ten minutes."
OTHER = "Shops on the harbour fear for their customers in the dark months of the winter that will follow."
BRIDGE = """title: Bridge
licence: own
correction: {text: Not in June., date: 2025-07-12}
reviewed_by: A. Editor
takeaways: [Ferries will cross the harbour every ten minutes., The bridge of Lind closes for 40 repairs.]
"""
PICKED = f"{NEWS} {OTHER} It rained. The mayor of Lind paid for the bridge with new taxes."
ARTICLES = {
    "bridge.md": f"---\n{BRIDGE}---\n\n{NEWS}\n\n## Shops\n\n{OTHER}\n",
    "picked.md": f"---\ntitle: Picked\nlicence: own\n---\n\n{PICKED}\n",
    "gone.md": f"---\ntitle: Gone\nlicence: own\nstatus: retracted\n---\n\n{NEWS}\n",
    "held.md": f"---\ntitle: Held\nsource: {{name: Paper, url: https://example.org/}}\n---\n\n{NEWS}\n",
}
SAID = {
    "picked": "Picked from the article",
    "gone": "This article was retracted",
    "held": "this site does not show it",
}
PAGES = ["bridge", "picked", "gone", "held"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    policy = "policy: {full_text_licences: [own]}\n"
    return a_built_site(tmp_path_factory.mktemp("project"), ARTICLES, policy) / "undated"


@pytest.fixture
def article(browser: Browser, site: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto((site / "bridge" / "index.html").as_uri())
    yield page
    page.close()


def test_evidence_mode_dims_what_supports_nothing_by_key_and_by_button(article: Page) -> None:
    colour = "getComputedStyle(document.querySelector('#p2 p')).color"
    before = article.evaluate(colour)
    article.keyboard.press("e")
    button = article.get_by_role("button", name="Show only the evidence")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(article.get_by_role("status")).to_have_text("Paragraphs that support no takeaway are dimmed")
    assert article.evaluate(colour) != before
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert article.evaluate(colour) == before


def test_the_key_does_nothing_with_another_key_held_or_while_typing(article: Page) -> None:
    article.keyboard.press("Control+e")
    article.evaluate("document.querySelector('.text').insertAdjacentHTML('beforeend', '<input id=typed>')")
    article.locator("#typed").press("e")
    expect(article.get_by_role("button", name="Show only the evidence")).to_have_attribute("aria-pressed", "false")


def test_a_takeaway_says_what_is_to_be_checked_and_who_reviewed_it(article: Page) -> None:
    expect(article.locator("#t2")).to_contain_text("To check: “40” is not in the text")
    expect(article.locator("#t2")).to_contain_text("Reviewed by A. Editor")
    expect(article.locator(".takeaways summary")).to_contain_text("Written by the editor")


def test_focus_lights_the_paragraph_and_the_mark_leads_back(article: Page) -> None:
    article.locator("#t1 a").first.focus()
    expect(article.locator("#p1")).to_have_class("block cited lit")
    article.locator("#p1 .mark").first.focus()
    article.keyboard.press("Enter")
    expect(article.locator("#t1")).to_be_focused()


def test_a_correction_stands_above_the_text_with_its_day(article: Page) -> None:
    note = article.get_by_role("complementary", name="Corrections")
    expect(note).to_have_text("Correction, July 12, 2025: Not in June.")


def test_picked_sentences_a_tombstone_and_a_withheld_text_say_what_they_are(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    for name, words in SAID.items():
        page.goto((site / name / "index.html").as_uri())
        expect(page.get_by_role("main")).to_contain_text(words)
    page.goto((site / "picked" / "index.html").as_uri())
    page.locator("#t1").get_by_role("link").first.click()
    assert page.url.endswith("#p1")
    page.close()


def test_without_javascript_takeaways_are_numbered_links_and_there_is_no_dead_button(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "bridge" / "index.html").as_uri())
    expect(page.get_by_role("button", name="Show only the evidence")).to_have_count(0)
    page.get_by_role("link", name="Supports takeaway 1").click()
    assert page.url.endswith("#t1")
    page.get_by_role("link", name="paragraph 1").first.click()
    assert page.url.endswith("#p1")
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_a_phone_and_nothing_complains(browser: Browser, site: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto((site / name / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not complaints
    page.close()
