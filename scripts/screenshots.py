"""Take the pictures of docs/images/: pages of the built site, wide and narrow, light and dark."""

import shutil
from io import BytesIO
from pathlib import Path

from hosted import hosted
from PIL import Image
from playwright.sync_api import sync_playwright

_CHECKOUT = Path(__file__).parent.parent
_SITE, _IMAGES = _CHECKOUT / "site", _CHECKOUT / "docs" / "images"
_WIDTHS = {"wide": {"width": 1440, "height": 1000}, "narrow": {"width": 390, "height": 844}}
_SCHEMES = ("light", "dark")
_COLOURS = 128  # enough for a page of text, and files half as large


def pages() -> dict[str, str]:
    """Return the pages to show, by the names of their pictures."""
    article = next((_SITE / "undated").glob("*/index.html"))
    return {
        "home": "index.html",
        "article": article.relative_to(_SITE).as_posix(),
        "entities": "entities/index.html",
        "entity": "entities/volodymyr-zelensky/index.html",
        "search": "search/index.html?q=drone+production",
    }


def main() -> None:
    """Take each picture anew, and remove those that are no longer taken."""
    shutil.rmtree(_IMAGES, ignore_errors=True)
    _IMAGES.mkdir(parents=True)
    with hosted(_SITE) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for width, viewport in _WIDTHS.items():
            for scheme in _SCHEMES:
                page = chromium.new_page(viewport=viewport, color_scheme=scheme, reduced_motion="reduce")
                for name, path in pages().items():
                    page.goto(address + path, wait_until="networkidle")
                    page.evaluate("document.fonts.ready")
                    picture = _IMAGES / f"{name}-{width}-{scheme}.png"
                    taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
                    taken.quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(picture, optimize=True)
                    print(picture.relative_to(_CHECKOUT))
                page.close()
        chromium.close()


if __name__ == "__main__":
    main()
