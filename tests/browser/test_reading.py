"""What a reader does on any page, in a real browser: colours, keys, printing, and what is new since the last visit."""

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import a_built_site
from hosting import a_host
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.browser
TEXT = "The city of Lind will close its bridge for repairs on 1 August. Ferries will cross the harbour every ten minutes."
DAYS = {"Third": "2025-07-10", "Second": "2025-07-10", "First": "2025-07-09", "Loose": ""}
LATER = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
INK = "getComputedStyle(document.body).color"
SHIFT = "new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })"
OBSERVE = f"window.shift = 0; {SHIFT}.observe({{type: 'layout-shift', buffered: true}});"


def article(title: str, day: str) -> tuple[str, str]:
    matter = f"title: {title}\n{f'date: {day}' if day else ''}\ntags: [Roads]\nsource: {{name: The Paper}}\n"
    takeaways = "takeaways: [Ferries will cross the harbour every ten minutes., Zebras graze.]\n"
    return f"{title.lower()}.md", f"---\n{matter}{takeaways}---\n\n{TEXT}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    a_built_site(folder, dict(article(title, day) for title, day in DAYS.items()))
    return folder


@pytest.fixture(scope="module")
def address(project: Path) -> Iterator[str]:
    with a_host(project, "/") as root:
        yield f"{root}site/"


@pytest.fixture(params=[1440, 390], ids=["wide", "narrow"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_the_button_goes_through_the_colours_and_the_choice_is_kept_before_the_first_paint(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    light = page.evaluate(PAPER)
    page.get_by_role("button", name="Colours: as the system has them").focus()
    page.keyboard.press("Enter")
    dark = page.evaluate(PAPER)
    assert dark != light
    page.add_init_script("addEventListener('DOMContentLoaded', () => { window.first = document.documentElement.dataset.theme; })")
    page.goto(f"{address}archive/index.html")
    assert (page.evaluate("window.first"), page.evaluate(PAPER)) == ("dark", dark)
    page.emulate_media(media="print")
    assert page.evaluate(INK) == "rgb(26, 28, 32)", "paper is white whatever the screen is"
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Colours: dark").click()
    page.get_by_role("button", name="Colours: light").click()
    page.get_by_role("button", name="Colours: as the system has them").focus()
    assert page.evaluate(PAPER) == light


def test_keys_go_from_headline_to_headline_and_from_article_to_article(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="Second")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/2025/07/second/index.html")
    page.keyboard.press("j")
    page.wait_for_url("**/2025/07/third/index.html")
    page.keyboard.press("j")
    page.wait_for_url("**/2025/07/first/index.html")
    page.keyboard.press("k")
    page.wait_for_url("**/2025/07/third/index.html")
    page.get_by_role("navigation", name="Other articles").get_by_role("link", name="Next article First").click()
    page.wait_for_url("**/2025/07/first/index.html")


def test_help_opens_by_key_and_by_button_closes_by_escape_and_turns_the_keys_off(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Keyboard").click()
    dialog.get_by_role("checkbox", name="Use these keys").uncheck()
    dialog.get_by_role("button", name="Close").click()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(dialog).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "BODY"


def test_keys_do_nothing_while_typing_or_with_another_key(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=typed>')")
    page.locator("#typed").press_sequentially("j?/")
    expect(page.locator("#typed")).to_have_value("j?/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator("h1").click()
    page.keyboard.press("Alt+j")
    page.keyboard.press("Control+j")
    expect(page.get_by_role("link", name="Second")).not_to_be_focused()


def test_what_came_since_the_last_visit_is_told_from_the_readers_own_browser(page: Page, tmp_path: Path) -> None:
    a_built_site(tmp_path, dict([article("Old", "2025-07-10")]))
    with a_host(tmp_path, "/") as root:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        section = page.get_by_role("region", name="Since your last visit")
        page.goto(f"{root}site/index.html")
        page.wait_for_function("() => Object.keys(localStorage).some(key => key.startsWith('digest:visit'))")
        expect(section).to_be_hidden()
        a_built_site(tmp_path, dict([article("New", "2025-07-11")]))
        os.utime(tmp_path / "site/latest.json", (LATER, LATER))  # hosts tell a change by the second
        page.evaluate("""() => { for (const key of Object.keys(localStorage)) {
            const visit = JSON.parse(localStorage[key]);
            localStorage[key] = JSON.stringify({...visit, at: visit.at - 3600000});
        } }""")
        page.reload()
        expect(section.get_by_role("link")).to_have_text(["New"])
        page.reload()
        section.get_by_role("link", name="New").click()
        page.wait_for_url("**/2025/07/new/index.html")
        assert all(url.startswith(root) for url in requests)


def test_the_takeaways_of_a_card_open_with_their_evidence(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    card = page.locator(".card").first
    expect(card.get_by_text("Ferries")).to_have_count(1)
    card.get_by_text("2 takeaways").click()
    expect(card.get_by_text("No paragraph says this outright")).to_be_visible()
    card.get_by_role("link", name="paragraph 1").click()
    page.wait_for_url(re.compile(r"/2025/07/third/index\.html#p1$"))


def test_nothing_moves_while_a_page_loads(page: Page, address: str) -> None:
    page.add_init_script(OBSERVE)
    for path in ("index.html", "2025/07/second/index.html", "archive/2025/07/index.html"):
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.fonts.ready.then(() => window.shift)") < 0.02, path


def test_without_javascript_all_pages_are_reached_and_no_button_is_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}index.html")
    expect(page.get_by_role("button")).to_have_count(0)
    for link in ("Roads", "Topics", "Roads", "Second", "The Paper", "Archive", "2025", "July 2025", "First"):
        page.get_by_role("link", name=link, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("First")
    page.go_back()
    page.get_by_role("link", name=re.compile("^9")).click()
    page.get_by_role("link", name="Thursday, July 10, 2025").click()
    page.get_by_role("link", name="1 undated article").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("Loose")
    context.close()


@pytest.mark.parametrize("path", ["index.html", "2025/07/second/index.html"])
def test_print_shows_takeaways_with_paragraph_numbers_and_nothing_to_click(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.emulate_media(media="print")
    assert not page.locator(".menu, .tools, .footer, .pages, .neighbours").filter(visible=True).count()
    assert page.get_by_text("Ferries will cross the harbour every ten minutes.", exact=True).filter(visible=True).count()
    assert page.get_by_text("¶ 1").filter(visible=True).count()
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1


@pytest.mark.parametrize(
    "path", ["index.html", "archive/index.html", "archive/2025/07/index.html", "tags/roads/index.html", "sources/index.html"]
)
def test_no_page_scrolls_sideways_at_320_pixels_and_at_double_size(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 720, "height": 450})  # what 200 % leaves of 1440 pixels
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_topics_stand_in_columns_a_row_each(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}tags/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('ul.terms')).display") == "block"
    page.close()


def test_forced_colours_and_reduced_motion_are_honoured(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}archive/index.html")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("getComputedStyle(document.querySelector('.months a')).borderTopWidth") != "0px"
    edges = page.evaluate("Array.from(document.querySelectorAll('.menu a'), one => getComputedStyle(one).borderBottomColor)")
    assert len(set(edges)) == 2, "only the page that is open is underlined"
    context.close()


def test_the_link_of_a_paragraph_is_read_aloud_in_words(page: Page, address: str) -> None:
    page.goto(f"{address}2025/07/second/index.html")
    expect(page.locator(".number").first).to_have_accessible_name("Paragraph 1")


@pytest.mark.parametrize("articles", [3, 20])
def test_an_issue_is_printed_on_one_page_with_takeaways_of_the_first(browser: Browser, tmp_path: Path, articles: int) -> None:
    takeaway = "The harbour council met the ferries, the bridges and the markets, and " * 2 + "nobody said why."
    given = f"date: 2025-07-10\ntakeaways: {[takeaway] * 5}"
    site = a_built_site(tmp_path, {f"{n}.md": f"---\ntitle: Article {n}\n{given}\n---\n\nA. {n}\n" for n in range(articles)})
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    assert page.pdf(format="Letter").count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert page.locator(".title").filter(visible=True).count() == articles
    assert page.get_by_text(takeaway).filter(visible=True).count() >= min(articles, 9)
    page.close()


def test_of_code_and_tables_nothing_is_cut_off_on_paper(browser: Browser, tmp_path: Path) -> None:
    cells = " | ".join(f"Column{number}" for number in range(12))
    text = f"| {cells} |\n{'|--' * 12}|\n| {cells} |\n\n```\n{'number ' * 60}\n```\n"
    site = a_built_site(tmp_path, {"wide.md": f"---\ntitle: Wide\ndate: 2025-07-10\nslug: wide\n---\n\n{text}"})
    page = browser.new_page(viewport={"width": 640, "height": 900})
    page.goto((site / "2025/07/wide/index.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    page.close()
