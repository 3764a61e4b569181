from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from builders import a_site

from digest.model.page import Composed, Place, Verbatim
from digest.pages.sitemap import pages

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITE = a_site(base_url="https://example.org/repo/")


def a_page(permalink: str) -> Place:
    return Place(permalink=permalink)


def sitemaps(*others: Place) -> dict[str, ET.Element]:
    made = {page.permalink: page.body for page in pages(others, SITE)}
    return {name: ET.fromstring(body.compose()) for name, body in made.items() if isinstance(body, Composed)}


def listed(root: ET.Element) -> list[tuple[str | None, str | None]]:
    return [(place.findtext(f"{NAMESPACE}loc"), place.findtext(f"{NAMESPACE}lastmod")) for place in root]


def test_pages_are_listed_with_their_full_address_and_the_day_they_changed() -> None:
    dated = replace(a_page("/2025/07/bridge/"), updated=date(2025, 7, 12))
    assert listed(sitemaps(a_page("/"), dated)["/sitemap.xml"]) == [
        ("https://example.org/repo/", None),
        ("https://example.org/repo/2025/07/bridge/", "2025-07-12"),
    ]


def test_pages_that_machines_are_not_led_to_are_left_out() -> None:
    others = [a_page("/"), replace(a_page("/404.html"), listed=False)]
    assert listed(sitemaps(*others)["/sitemap.xml"]) == [("https://example.org/repo/", None)]


def test_more_pages_than_one_file_may_list_are_cut_into_several_under_an_index() -> None:
    many = [replace(a_page(f"/{number}/"), updated=date(2025, 7, 1 + number // 50_000)) for number in range(50_001)]
    made = sitemaps(*many)
    assert sorted(made) == ["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap.xml"]
    assert listed(made["/sitemap.xml"]) == [
        ("https://example.org/repo/sitemap-1.xml", "2025-07-01"),
        ("https://example.org/repo/sitemap-2.xml", "2025-07-02"),
    ]
    assert (len(made["/sitemap-1.xml"]), len(made["/sitemap-2.xml"])) == (50_000, 1)


def test_robots_may_read_everything_and_are_led_to_the_sitemap_where_its_address_is_known() -> None:
    *_, robots = pages([a_page("/")], SITE)
    assert robots.body == Verbatim(content=b"User-agent: *\nDisallow:\n\nSitemap: https://example.org/repo/sitemap.xml\n")
    (alone,) = pages([a_page("/")], a_site())
    assert alone.body == Verbatim(content=b"User-agent: *\nDisallow:\n")
