"""The search page in a real browser: at a host's root and under a folder, by pointer, by keyboard and without JavaScript."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_built_site
from hosting import a_host
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

pytestmark = pytest.mark.browser
BRIDGE = """---
title: Harbour bridge closes
date: 2025-07-10
tags: [Transport, Money]
source: {name: The Post}
---

Mayor Ana Ruiz will close the harbour bridge in August. The engineers found rust in the pillars.

## What ferries will cost

- Ferries cross every ten minutes.
- A ticket costs two crowns.

> Nobody asked the fishermen, said one of them.
"""
FERRY = """---
title: Night ferries return
date: 2025-06-02
tags: [Transport]
source: {name: The Courier}
---

Ferries run at night again. Ana Ruiz opened the line to Oslo.
"""
SCHOOL = """---
title: "Schools <img src=x onerror=alert(1)> open"
date: 2024-09-01
tags: [Education]
source: {name: The Post}
---

Pupils learn to write `<script>alert(1)</script>` by hand, and to cross the bridge by bicycle.
"""
TRAM = """---
title: 有轨电车延伸至北郊
language: zh
---

工程将于三月开始。Fjordbane 公司以2.12亿欧元中标。

市长表示，该线路每天将运送18,000名乘客。
"""
MARKET = """---
title: 𠮷野家
---

𠮷野家在東京開店。市民乘公共汽车，客人不多，店长很忙，名店。长队。Some left early.

客人 left early.

はんとばんを見た。
"""
THAI = """---
title: รถไฟฟ้าสายใหม่
---

นายกเทศมนตรีกล่าวว่ารถไฟฟ้าจะเปิดให้บริการในเดือนมีนาคม ผู้โดยสารจะเดินทางได้สะดวก
"""
OTHERS = """---
title: Rail in three countries
---

မြို့တော်ဝန်ကရထားလမ်းသစ်ကိုဖွင့်လှစ်မည်ဟုပြောကြားခဲ့သည်။

អភិបាលក្រុងបាននិយាយថា\u200bរថ\u200bភ្លើង\u200bថ្មីនឹងបើកដំណើរការនៅខែមីនា។

ເຈົ້າຄອງນະຄອນກ່າວວ່າລົດໄຟໃໝ່ຈະເປີດໃຫ້ບໍລິການໃນເດືອນມີນາ.
"""
STRAIT = """---
title: Trains under Øresund
---

They leave Łódź for Weißensee and Ærø, and pass under Øresund.

A bus goes on to Tromsø.
"""
MANY = "---\ntitle: Report {0}\n---\n\nThe council sat for {0} hours.\n"
SHIFT = "new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shift += entry.value; })"
OBSERVE = f"window.shift = 0; {SHIFT}.observe({{type: 'layout-shift', buffered: true}});"
ARTICLES = (
    {"bridge.md": BRIDGE, "ferry.md": FERRY, "school.md": SCHOOL, "tram.md": TRAM, "strait.md": STRAIT}
    | {"market.md": MARKET, "thai.md": THAI, "others.md": OTHERS}
    | {f"{n}.md": MANY.format(n) for n in range(1, 9)}
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_built_site(tmp_path_factory.mktemp("project"), ARTICLES)


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Serve the site below a folder, as far as a test does not say where."""
    with a_host(site, getattr(request, "param", "/repo/")) as address:
        yield address


at_both = pytest.mark.parametrize("address", ["/", "/repo/"], ids=["root", "repo"], indirect=True)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=ViewportSize(width=1440, height=900))
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """Open the search page, and hold it to the policy of its head: no complaint, and nothing from elsewhere."""
    complaints, requests = list[str](), list[str]()
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{address}search/index.html")
    yield page
    assert not complaints
    assert all(request.startswith(address) for request in requests)


def ask(page: Page, words: str) -> None:
    page.get_by_label("Words to look for").fill(words)


def titles(page: Page) -> list[str]:
    return page.locator(".found h2").all_inner_texts()


def status(page: Page, text: str) -> None:
    expect(page.locator("form.search [role=status]")).to_have_text(text)


@at_both
def test_a_hit_leads_to_its_paragraph_and_marks_the_words_there(page: Page) -> None:
    ask(page, "engineer pillar")
    status(page, "1 article")
    page.locator(".found .quotes a").click()
    expect(page.locator("#p1")).to_be_in_viewport()
    assert page.url.endswith("/2025/07/harbour-bridge-closes/index.html?highlight=engineers%20pillars#p1")
    assert page.locator("#p1 mark").all_inner_texts() == ["engineers", "pillars"]
    assert page.locator("mark").count() == 2
    assert page.evaluate("getComputedStyle(document.querySelector('#p1 p')).boxShadow") != "none"


@pytest.mark.parametrize(
    ("words", "passage"), [("crowns", "#p2"), ("fishermen", "#p3"), ("ferries cost", "#s2")], ids=["list", "quote", "heading"]
)
def test_lists_quotes_and_headings_are_found(page: Page, words: str, passage: str) -> None:
    ask(page, words)
    links = page.locator(".found .quotes a")
    expect(links.first).to_be_visible()
    assert any(link.endswith(passage) for link in links.evaluate_all("links => links.map(link => link.href)"))


def test_a_chinese_word_is_found_amid_others_and_shown_without_spaces(page: Page) -> None:
    ask(page, "乘客 市长")
    status(page, "1 article")
    assert titles(page) == ["有轨电车延伸至北郊"]
    link = page.locator(".found .quotes a")
    assert link.inner_text() == "¶ 2 市长表示，该线路每天将运送18,000名乘客。"
    link.click()
    expect(page.locator("#p2 mark")).to_have_text(["市长", "乘客"])


@pytest.mark.parametrize("words", ["市长 乘客", '"市长 乘客'], ids=["two words", "a mark not closed"])
def test_letters_of_a_word_are_marked_where_the_word_stands_alone(page: Page, words: str) -> None:
    ask(page, words)
    status(page, "1 article")
    assert page.locator(".found mark").all_inner_texts() == ["市长", "乘客。"]


@pytest.mark.parametrize(
    ("words", "marked"), [("店长 東京", ["東京", "店长"]), ('"名店。长队"', ["名店。", "长队。"])], ids=["words", "phrase"]
)
def test_letters_are_marked_across_a_sign_where_the_question_has_one(page: Page, words: str, marked: list[str]) -> None:
    ask(page, words)
    status(page, "1 article")
    assert page.locator(".found mark").all_inner_texts() == marked


def test_a_kana_with_a_mark_is_another_one(page: Page) -> None:
    ask(page, "ばん")
    status(page, "1 article")
    assert page.locator(".found mark").all_inner_texts() == ["ばん"]
    ask(page, "ぱん")
    status(page, "No article has all of this. Try fewer or other words, or take a filter off.")


@pytest.mark.parametrize("words", ["客人", '"left early"'])
def test_a_phrase_alone_is_marked_wherever_it_stands(page: Page, words: str) -> None:
    ask(page, words)
    status(page, "1 article")
    assert page.locator(".found .quotes a .passage").all_inner_texts() == ["¶ 1", "¶ 2"]


def test_a_letter_beyond_the_first_plane_is_one_with_its_word(page: Page) -> None:
    ask(page, "𠮷野家 店长")
    status(page, "1 article")
    assert page.locator(".found mark").all_inner_texts() == ["𠮷野家", "店长"]
    page.locator(".found .quotes a").click()
    expect(page.locator("#p1 mark")).to_have_text(["𠮷野家", "店长"])


@pytest.mark.parametrize(
    ("word", "paragraph"),
    [("เดินทาง", 1), ("มีนาคม", 1), ("ရထား", 1), ("រថភ្លើង", 2), ("ລົດໄຟ", 3)],
    ids=["th", "th2", "my", "km", "lo"],
)
def test_a_word_of_any_script_without_spaces_is_found_amid_others(page: Page, word: str, paragraph: int) -> None:
    ask(page, word)
    status(page, "1 article")
    assert page.locator(".found mark").all_inner_texts() == [word]
    page.locator(".found .quotes a").click()
    expect(page.locator(f"#p{paragraph} mark")).to_have_text([word])


def test_spaces_between_clauses_are_shown_where_the_text_has_them(page: Page) -> None:
    ask(page, "ผู้โดยสาร")
    expect(page.locator(".found .quotes a")).to_contain_text("มีนาคม ผู้โดยสารจะเดินทาง")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("oresund", ["Øresund."]),
        ("ØRESUND", ["Øresund."]),
        ("lodz", ["Łódź"]),
        ("weissensee", ["Weißensee"]),
        ("aero", ["Ærø,"]),
        ('"under øresund"', ["under", "Øresund."]),
        ('"to Tromsø"', ["to", "Tromsø."]),
        ('"to tromso"', ["to", "Tromsø."]),
        ('"leave lodz"', ["leave", "Łódź"]),
    ],
)
def test_letters_that_are_no_plain_ones_with_accents_are_found_by_plain_ones(page: Page, words: str, marked: list[str]) -> None:
    ask(page, words)
    status(page, "1 article")
    assert titles(page) == ["Trains under Øresund"]
    assert page.locator(".found .quotes mark").all_inner_texts() == marked
    page.locator(".found .quotes a").click()
    expect(page.locator("main mark")).to_have_text([one.strip(".,") for one in marked])


def test_a_project_with_a_script_of_its_own_can_be_searched(context: BrowserContext, page: Page) -> None:
    context.route("**/script.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.reload()
    ask(page, "bridge")
    status(page, "2 articles")


def test_what_looks_like_markup_is_shown_as_text(page: Page) -> None:
    ask(page, "pupils bicycle")
    status(page, "1 article")
    assert titles(page) == ["Schools <img src=x onerror=alert(1)> open"]
    assert "<script>alert(1)</script>" in page.locator(".found .quotes").inner_text()
    assert page.locator(".found :is(img, script)").count() == 0


def test_terms_narrow_what_was_found_and_count_what_is_left(page: Page) -> None:
    ask(page, "bridge")
    status(page, "2 articles")
    page.get_by_label("Source").select_option("the-post")
    page.get_by_label("Date").select_option("2024-09")
    status(page, "1 article")
    assert titles(page) == ["Schools <img src=x onerror=alert(1)> open"]
    assert "Education (1)" in page.get_by_label("Topic").inner_text()
    assert "Transport (0)" in page.get_by_label("Topic").inner_text()
    page.get_by_role("button", name="Clear").click()
    assert "Transport (2)" in page.get_by_label("Topic").inner_text()


@pytest.mark.parametrize(
    ("label", "value", "found"),
    [
        ("Topic", "transport", ["Harbour bridge closes", "Night ferries return"]),
        ("Source", "the-courier", ["Night ferries return"]),
        ("Date", "2025", ["Harbour bridge closes", "Night ferries return"]),
        ("Type of name", "place", ["Night ferries return", "Trains under Øresund"]),
    ],
)
def test_a_term_alone_lists_its_articles_newest_first(page: Page, label: str, value: str, found: list[str]) -> None:
    page.get_by_label(label, exact=True).select_option(value)
    expect(page.locator(".found h2")).to_have_count(len(found))
    assert titles(page) == found


@at_both
def test_names_are_offered_by_type_and_narrow_the_results(page: Page) -> None:
    page.get_by_label("Type of name").select_option("person")
    name = page.get_by_label("Name", exact=True)
    name.focus()
    expect(page.locator("#names option")).to_have_count(1)
    assert page.locator("#names option").get_attribute("value") == "Ana Ruiz"
    name.fill("Ana Ruiz")
    name.press("Tab")
    status(page, "2 articles")
    name.fill("constructor")
    name.press("Tab")
    status(page, "No article has all of this. Try fewer or other words, or take a filter off.")


@at_both
def test_the_address_carries_the_question_and_the_way_back_restores_it(page: Page) -> None:
    ask(page, "bridge")
    status(page, "2 articles")
    page.get_by_label("Topic").select_option("transport")
    status(page, "1 article")
    assert page.url.endswith("search/index.html?q=bridge&tag=transport")
    page.get_by_role("link", name="Harbour bridge closes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour bridge closes")
    page.go_back()
    status(page, "1 article")
    expect(page.get_by_label("Topic")).to_have_value("transport")
    page.go_back()
    status(page, "2 articles")
    expect(page.get_by_label("Topic")).to_have_value("")


@at_both
def test_the_keyboard_alone_asks_walks_follows_and_comes_back(page: Page) -> None:
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.type("bridge")
    page.keyboard.press("Enter")
    status(page, "2 articles")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".found a").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_label("Words to look for")).to_have_value("")
    expect(page.get_by_role("heading", name="All articles")).to_be_visible()
    page.keyboard.type("night")
    status(page, "1 article")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Night ferries return")


def test_more_results_are_shown_when_asked_for(page: Page) -> None:
    ask(page, "council")
    status(page, "8 articles")
    assert len(titles(page)) == 4
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".found h2")).to_have_count(8)
    expect(page.locator(".found > :nth-child(5) a").first).to_be_focused()
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_a_question_leaves_out_words_that_tell_nothing_unless_it_has_no_others(page: Page) -> None:
    ask(page, "whose bridge")
    status(page, "2 articles")
    for words in ("whose", "WHOSE bridge", '"whose bridge"'):
        ask(page, words)
        status(page, "No article has all of this. Try fewer or other words, or take a filter off.")


def test_the_form_is_there_from_the_first_paint_on(page: Page, address: str) -> None:
    page.add_init_script(OBSERVE)
    page.goto(f"{address}search/")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("window.shift") == 0


def test_nothing_found_is_said_and_clearing_begins_anew(page: Page) -> None:
    ask(page, "zzyzx")
    status(page, "No article has all of this. Try fewer or other words, or take a filter off.")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_label("Words to look for")).to_be_focused()
    status(page, "")
    assert page.url.endswith("search/index.html")


@at_both
def test_the_key_leads_to_the_search_from_every_page_and_never_while_typing(page: Page, address: str) -> None:
    page.goto(f"{address}2025/07/harbour-bridge-closes/index.html")
    page.keyboard.press("/")
    page.wait_for_url(re.compile("/search/index.html$"))
    expect(page.get_by_label("Words to look for")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_label("Words to look for")).to_have_value("a/b")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("/")
    expect(page.get_by_label("Words to look for")).to_be_focused()


def test_a_search_that_cannot_load_says_so_and_shows_all_titles(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(f"{address}search/index.html?q=bridge")
    status(page, "The index of this site could not be loaded. All articles are listed below.")
    expect(page.get_by_role("link", name="Harbour bridge closes")).to_be_visible()


def test_from_disk_the_page_says_why_it_cannot_search_and_lists_all_titles(context: BrowserContext, site: Path) -> None:
    page = context.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    status(page, "A browser may not search a site that is opened from disk. All articles are listed below.")
    expect(page.get_by_label("Words to look for")).to_be_disabled()
    page.get_by_role("link", name="Harbour bridge closes").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour bridge closes")


def test_without_javascript_there_is_the_list_and_no_form(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search" / "index.html").as_uri())
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.get_by_role("link", name="Report 8")).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_narrow_screen_nothing_scrolls_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    ask(page, "bridge")
    status(page, "2 articles")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_only_the_search_page_may_run_programs(page: Page, address: str) -> None:
    policy = "document.querySelector('meta[http-equiv]').content.match(/script-src [^;]*/)[0]"
    assert page.evaluate(policy) == "script-src 'self' 'wasm-unsafe-eval'"
    page.goto(f"{address}index.html")
    assert page.evaluate(policy) == "script-src 'self'"
