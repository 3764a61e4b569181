"""Search in an archive whose index has parts: which articles are found is as one index would have it."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from builders import a_built_site
from hosting import a_host
from playwright.sync_api import Browser, Page, Route, expect

pytestmark = pytest.mark.browser
COUNT = 500
FAILED = "The index of this site could not be loaded. All articles are listed below."
NOTHING = "No article has all of this. Try fewer or other words, or take a filter off."
ODD = {
    7: "Boats lay in the harbour. 2029年前电车延伸至北郊。議が利用した。Le café et le cafe noir. รถไฟฟ้าใต้ดิน. Øresund.",
    3: "The harbourmaster waved at the organisation, running.",
    COUNT - 2: "The harbourmaster's parrot sang of an organization in Zürich.",
    COUNT // 2: "Pilots met Zelinda, who knows C++ and 東京.",
}


def an_article(number: int) -> str:
    words = ODD.get(number, "Boats lay in the harbour.")
    day = date(2023, 1, 1) + timedelta(number)
    return f"---\ntitle: Report {number}\ndate: {day}\ntags: [t{number % 2}]\n---\n\nThe council sat. {words} Z left.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    articles = {f"{number}.md": an_article(number) for number in range(COUNT)}
    site = a_built_site(tmp_path_factory.mktemp("archive"), articles)
    assert len(json.loads((site / "search" / "index" / "parts.json").read_text("utf-8"))) > 1
    with a_host(site, "/") as address:
        yield f"{address}search/index.html"


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    complaints = list[str]()
    page = browser.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    assert not complaints


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("council", f"{COUNT} articles"),
        ("harbour", f"{COUNT - 1} articles"),  # and what begins with it
        ("harbourmaster", "2 articles"),  # not those that have "harbour" only
        ("harbourmast", "2 articles"),
        ("harbourmasters", "2 articles"),
        ("council harbourmaster", "2 articles"),
        ("harbourmaster parrot", "1 article"),
        ("zelinda", "1 article"),  # not those that have "z" only
        ("zelindaesque", "1 article"),  # the nearest word that there is
        ("organi", "2 articles"),
        ("organis", "2 articles"),
        ("runnin", "1 article"),  # which it does not cut to "run"
        ("harbourx", f"{COUNT - 3} articles"),
        ('"Zürich" council', "1 article"),  # a part without it must not leave it out
        ('council "harbourmaster waved"', "1 article"),
        ("C++", "1 article"),
        ("東京", "1 article"),
        ("电车", "1 article"),  # amid others
        ("北郊 电车 harbour", "1 article"),
        ("车电", NOTHING),
        ("ใต้ดิน", "1 article"),
        ("council ไฟฟ้า", "1 article"),
        ("ดินใต้", NOTHING),
        ("oresund", "1 article"),
        ("Øresund harbour", "1 article"),
        ("が利", "1 article"),
        ('"年前电车"', "1 article"),
        ('"le cafe noir"', "1 article"),  # beside "café"
        ('"café et"', "1 article"),
        ('"le café" "cafe noir"', "1 article"),
        ('"boats lay" "parrot sang"', NOTHING),
        ('council "sang of boats"', NOTHING),
        ("xylophone", NOTHING),
        ('"harbourmaster\'s parrot"', "1 article"),
        ("council — zelinda", "1 article"),
    ],
)
def test_a_word_that_one_part_has_is_found_there_alone(page: Page, words: str, said: str) -> None:
    page.get_by_label("Words to look for").fill(words)
    expect(page.locator("form.search [role=status]")).to_have_text(said)


def test_terms_narrow_what_all_parts_found(page: Page) -> None:
    page.get_by_label("Words to look for").fill("harbourmaster")
    page.get_by_label("Topic").select_option("t0")
    expect(page.locator("form.search [role=status]")).to_have_text("1 article")
    assert page.locator(".found h2").all_inner_texts() == [f"Report {COUNT - 2}"]
    page.get_by_label("Words to look for").fill("")
    expect(page.locator("form.search [role=status]")).to_have_text(f"{COUNT // 2} articles")
    assert page.locator(".found h2").first.inner_text() == f"Report {COUNT - 2}"


def lose(route: Route) -> None:
    route.fulfill(status=404, body="lost")


def answer_with_a_page(route: Route) -> None:
    route.fulfill(status=200, body="<h1>Log in</h1>", content_type="text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("piece", "fate"),
    [
        (r"pf_meta$", lose),
        (r"pf_index$", lose),  # what it would take for an index without the word
        (r"pf_index$", answer_with_a_page),
        (r"pf_fragment$", lose),
    ],
)
def test_a_piece_of_the_index_that_does_not_come_is_told_and_asked_for_again(
    browser: Browser, address: str, piece: str, fate: Callable[[Route], None]
) -> None:
    page = browser.new_page()
    first, *_ = json.loads(page.request.get(f"{address}/../index/parts.json").text())
    lost = re.compile(rf"/index/(?!{first}/).*{piece}")
    page.route(lost, fate)
    page.goto(address)
    said, titles = page.locator("form.search [role=status]"), page.locator(".titles")
    page.get_by_label("Words to look for").fill("parrot")
    expect(said).to_have_text(FAILED)
    expect(titles).to_be_visible()
    page.unroute(lost)
    page.get_by_label("Words to look for").fill("parrot sang")
    expect(said).to_have_text("1 article")
    expect(titles).to_be_hidden()
    page.close()


def test_further_results_that_do_not_come_are_told(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_label("Words to look for").fill("harbour")
    expect(page.locator(".further")).to_be_visible()
    page.route(re.compile(r"pf_fragment$"), lose)
    page.locator(".further").click()
    expect(page.locator("form.search [role=status]")).to_have_text(FAILED)
    expect(page.locator(".titles")).to_be_visible()
    page.close()
