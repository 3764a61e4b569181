"""A search for words of strangers, in a real browser and without the policy that would stop them: nothing of theirs runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_built_site
from hosting import a_host
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
CASES = Path(__file__).parent.parent / "cases" / "payloads.jsonl"
PAYLOADS = [json.loads(line).replace("\0", "") for line in CASES.read_text("utf-8").splitlines()]
AN_ARTICLE = 20  # payloads
GROUPS = [PAYLOADS[start : start + AN_ARTICLE] for start in range(0, len(PAYLOADS), AN_ARTICLE)]
OURS = {"LI", "H2", "A", "P", "SPAN", "UL", "MARK"}
MARKS = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran.push(name);"
SCAN = (Path(__file__).parent.parent.parent / "scripts" / "active.js").read_text("utf-8")


def article(payloads: list[str]) -> str:
    """Write payloads into a title, takeaways, tags, headings and paragraphs, each beside a word to search for."""
    given = {
        "title": f"Lighthouse {payloads[0]}",
        "tags": payloads,
        "authors": payloads,
        "source": {"name": payloads[-1]},
        "summary": f"A lighthouse {payloads[0]}",
        "takeaways": [f"The lighthouse {one} stands." for one in payloads],
        "entities": [{"name": f"Lighthouse {payloads[0]}", "type": "place"}],
    }
    header = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in given.items()).replace("\x7f", "")
    body = "\n\n".join(
        f"## Lighthouse {one}\n\nThe lighthouse `{one}`\n\n    {one} lighthouse\n\n{one} lighthouse" for one in payloads
    )
    return f"---\n{header}---\n\n{body}\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    articles = {f"{number}.md": article(group) for number, group in enumerate(GROUPS)}
    with a_host(a_built_site(tmp_path_factory.mktemp("project"), articles), "/") as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Open the search page without its policy, and hold that nothing ran and nothing came from elsewhere."""
    requests, faults = list[str](), list[str]()
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.add_init_script(MARKS)
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}search/index.html")
    yield page
    assert page.evaluate("window.ran") == []
    assert not faults
    assert all(request.startswith(address) for request in requests)
    context.close()


def show_all(page: Page) -> None:
    more = page.get_by_role("button", name="Show more")
    expect(page.locator(".found h2").first).to_be_visible()
    while more.is_visible():
        shown = page.locator(".found h2").count()
        more.click()
        expect(page.locator(".found h2").nth(shown)).to_be_visible()


@pytest.mark.parametrize("words", ["lighthouse", "lighthouse alert", "script", "onerror", "javascript", "img src"])
def test_what_strangers_wrote_is_found_as_text_and_nothing_of_it_runs(page: Page, words: str) -> None:
    page.get_by_label("Words to look for").fill(words)
    show_all(page)
    assert set(page.locator(".found *").evaluate_all("all => all.map(one => one.nodeName)")) <= OURS
    assert page.evaluate(SCAN, page.content()) == []


def test_every_payload_was_searched(page: Page) -> None:
    page.get_by_label("Words to look for").fill("lighthouse")
    show_all(page)
    assert page.locator(".found h2").count() == len(GROUPS)
    assert "<img src" in page.locator(".found").inner_text()
