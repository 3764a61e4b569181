"""A running preview in a real browser: files are saved, and the page follows."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser
PAGE = "undated/the-bridge/index.html"
TEXT = "\n\n".join(f"Mayor Ana Ruiz opened bridge number {number} of the city of Oslo." for number in range(80))


class Editor:
    """A project that is edited, and the page of its article in a browser."""

    def __init__(self, folder: Path, page: Page, address: str) -> None:
        self.folder, self.page, self.address = folder, page, address
        self.complaints = list[str]()
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.goto(address + PAGE)
        page.evaluate("window.untouched = true")

    def save(self, name: str, content: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(content, "utf-8")

    @property
    def is_loaded_anew(self) -> bool:
        return not self.page.evaluate("window.untouched")


def article(matter: str = "", text: str = TEXT) -> str:
    return f"---\ntitle: The bridge\n{matter}---\n\n{text}\n"


@pytest.fixture
def editor(tmp_path: Path, browser: Browser) -> Iterator[Editor]:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.md").write_text(article(), "utf-8")
    (tmp_path / "seeds" / "b.md").write_text("---\ntitle: Draft of a tunnel\ndraft: true\n---\n\nText.\n", "utf-8")
    (tmp_path / "digest.yaml").write_text("base_url: https://example.org/news/\n", "utf-8")
    command = [sys.executable, "-m", "digest", "serve", "--port", "0", "--drafts"]
    context = browser.new_context()
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        address = next(line for line in process.stderr if line.startswith("digest: preview at")).split()[3]
        yield Editor(tmp_path, context.new_page(), address)
        context.close()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=5) == 0


def test_a_saved_article_is_loaded_anew_and_the_page_stays_where_it_was_scrolled(editor: Editor) -> None:
    editor.page.evaluate("scrollTo(0, 900)")
    editor.save("seeds/a.md", article(text=TEXT.replace("number 12 ", "number twelve ")))
    expect(editor.page.get_by_text("bridge number twelve")).to_have_count(1)
    editor.page.wait_for_timeout(1500)  # its page comes first, the whole site a moment later
    assert editor.is_loaded_anew
    assert editor.page.evaluate("scrollY") == 900


def test_what_was_just_saved_can_be_searched(editor: Editor) -> None:
    for word in ("gondola", "funicular"):
        editor.save("seeds/a.md", article(text=f"{TEXT} A {word} runs."))
        editor.page.goto(editor.address + PAGE)
        expect(editor.page.get_by_text(f"A {word} runs.")).to_have_count(1)
        editor.page.wait_for_timeout(1500)  # its page comes first, the whole site a moment later
        editor.page.goto(f"{editor.address}search/index.html?q={word}")
        expect(editor.page.locator("form.search [role=status]")).to_contain_text("1 ")
        expect(editor.page.get_by_text(f"A {word} runs.").first).to_be_visible()
    assert not editor.complaints


def test_a_page_that_nothing_changed_on_is_left_alone(editor: Editor) -> None:
    editor.save("seeds/c.md", "---\ntitle: A tunnel\n---\n\nText.\n")
    other = editor.page.context.new_page()
    other.goto(editor.address + "undated/a-tunnel/index.html")
    expect(other.get_by_role("heading", level=1)).to_contain_text("A tunnel")
    assert not editor.is_loaded_anew


def test_a_style_sheet_is_swapped_without_a_reload(editor: Editor) -> None:
    sheets = editor.page.locator('head > link[rel="stylesheet"]')  # marks of drafts, which come a moment later, have their own
    before = sheets.count()
    editor.page.evaluate("scrollTo(0, 900)")
    editor.save("templates/static/style.css/99-own.css", "h1 { color: rgb(1, 2, 3) }")
    expect(editor.page.get_by_role("heading", level=1)).to_have_css("color", "rgb(1, 2, 3)")
    expect(sheets).to_have_count(before)
    assert not editor.is_loaded_anew
    assert editor.page.evaluate("scrollY") == 900


def test_a_build_that_fails_is_told_in_the_page_and_clears_by_itself(editor: Editor) -> None:
    editor.save("templates/404.html", "<p>\n{{ nothing }}\n")
    panel = editor.page.locator("digest-preview")
    expect(panel).to_contain_text("The site cannot be built")
    expect(panel).to_contain_text("templates/404.html:2")
    expect(panel).to_contain_text("'nothing' is undefined")
    expect(panel).to_contain_text("compare it with the default template")
    expect(panel.locator("mark")).to_have_text("2  {{ nothing }}")
    (editor.folder / "templates" / "404.html").unlink()
    expect(panel).to_have_count(0)
    assert not editor.is_loaded_anew


def test_a_faulty_article_has_a_note_and_the_rest_stays_up(editor: Editor) -> None:
    editor.save("seeds/bad.md", "---\ntitle: [\n---\n\n<script>alert(1)</script>\n")
    panel = editor.page.locator("digest-preview")
    expect(panel).to_contain_text("1 article needs mending")
    expect(panel).to_contain_text("<script>alert(1)</script>")
    expect(editor.page.get_by_role("heading", level=1)).to_have_text("The bridge")
    editor.page.goto(editor.address)
    expect(panel).to_contain_text("seeds/bad.md:2")
    assert not editor.complaints


def test_drafts_are_marked_on_their_page_and_where_they_are_linked(editor: Editor) -> None:
    editor.page.goto(editor.address)
    link = editor.page.get_by_role("link", name="Draft of a tunnel").first
    expect(editor.page.locator("digest-mark")).not_to_have_count(0)
    link.click()
    expect(editor.page.locator("h1 digest-mark")).to_have_text("Draft")
    assert not editor.complaints


def test_a_page_that_comes_takes_the_place_of_the_word_that_it_is_not_there(editor: Editor) -> None:
    editor.page.goto(editor.address + "undated/a-tunnel/")
    expect(editor.page.get_by_role("heading", level=1)).to_contain_text("no page at this address")
    assert all("404" in complaint for complaint in editor.complaints)
    editor.save("seeds/c.md", "---\ntitle: A tunnel\n---\n\nText.\n")
    expect(editor.page.get_by_role("heading", level=1)).to_contain_text("A tunnel")


def test_a_page_of_another_origin_gets_nothing_of_a_preview_and_may_link_to_it(editor: Editor) -> None:
    page = editor.page.context.new_page()
    page.goto("about:blank")
    read = "address => fetch(address, {mode: 'no-cors'}).then(() => 'had', () => 'refused')"
    for path in (PAGE, "_preview/script.js", "nothing.js"):
        assert page.evaluate(read, editor.address + path) == "refused"
    page.evaluate("address => { location = address }", editor.address)
    expect(page.get_by_role("link", name="The bridge").first).to_be_visible()
