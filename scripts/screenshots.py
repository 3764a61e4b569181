"""Takes the pictures of docs/images/: the built site at two widths, light and dark."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

CHECKOUT = Path(__file__).parent.parent
SITE, IMAGES = CHECKOUT / "site", CHECKOUT / "docs" / "images"
WIDE, NARROW = {"width": 1440, "height": 1100}, {"width": 390, "height": 844}


def main() -> None:
    """Photograph the seed site's pages from disk."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    article = next((SITE / "undated").glob("*/index.html"))
    pages = {"home": SITE / "index.html", "article": article, "entities": SITE / "entities" / "index.html"}
    pages["entity"] = SITE / "entities" / "volodymyr-zelensky" / "index.html"
    shots = [(name, "", WIDE, "light") for name in pages]
    shots += [("article", "-dark", WIDE, "dark"), ("article", "-mobile", NARROW, "light")]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, suffix, viewport, scheme in shots:
            page = chromium.new_page(viewport=viewport, color_scheme=scheme)
            page.goto(pages[name].as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=IMAGES / f"{name}{suffix}.png")
            page.close()
            print(IMAGES / f"{name}{suffix}.png")
        chromium.close()


if __name__ == "__main__":
    main()
