"""Titles, words and topics of any length in a real browser."""

from pathlib import Path

import pytest
from builders import a_built_site
from playwright.sync_api import Browser, ViewportSize

pytestmark = pytest.mark.browser
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller"
ARTICLE = f"""---
title: {WORD * 2} and what the council, the harbour and the ferries said of it on a rainy Thursday in July
date: 2025-07-10
tags: [{WORD}, a-very-long-topic-that-goes-on-and-on-and-on-and-on]
source: {{name: {WORD}, url: https://example.org/, licence: CC BY 4.0}}
takeaways: [{WORD * 2} stood.]
entities: [{{name: {WORD}, type: organization}}]
---

{WORD * 2} stood. {WORD} waits.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_built_site(tmp_path_factory.mktemp("project"), {"long.md": ARTICLE})


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_no_word_is_too_long_for_a_page(browser: Browser, site: Path, width: int) -> None:
    page = browser.new_page(viewport=ViewportSize(width=width, height=800))
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()
