from datetime import date

import pytest
from builders import a_library_read_from, a_site, an_entity
from msgspec import structs

from digest import linked_data
from digest.model.names import Entity, EntityType, Link
from digest.model.retraction import Retractions
from digest.model.site import Site

SITE = a_site(base_url="https://example.org/repo/")
WHOLE = """date: 2025-07-10
authors: [Ana Ruiz]
summary: In brief.
tags: [rail, road]
source: {name: The Example, url: "https://example.com/1", licence: CC BY-SA 4.0}
takeaways: [One., Two.]
correction: {text: It was May., date: 2025-07-12}
"""


def described(header: str, *named: Entity, site: Site = SITE, text: str = "Three words here.") -> dict[str, object]:
    (one,) = a_library_read_from(header, text=text).articles
    return linked_data.article(one, named, site)


def test_an_article_is_described_with_its_source_its_licence_and_its_corrections() -> None:
    address = "https://example.org/repo/2025/07/number-1/"
    home = {"name": "The Briefing", "url": "https://example.org/repo/"}
    assert described(WHOLE) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "identifier": "tag:example.org,2026:/1.md",
        "headline": "Number 1",
        "description": "In brief.",
        "abstract": "One. Two.",
        "inLanguage": "en",
        "url": address,
        "mainEntityOfPage": address,
        "datePublished": "2025-07-10",
        "dateModified": "2025-07-12",
        "author": [{"@type": "Person", "name": "Ana Ruiz"}],
        "publisher": {"@type": "Organization", **home},
        "isPartOf": {"@type": "WebSite", **home},
        "isBasedOn": "https://example.com/1",
        "citation": {
            "@type": "CreativeWork",
            "url": "https://example.com/1",
            "publisher": {"@type": "Organization", "name": "The Example"},
        },
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "keywords": ["rail", "road"],
        "wordCount": 3,
        "correction": [{"@type": "CorrectionComment", "text": "It was May.", "datePublished": "2025-07-12"}],
    }


def test_what_is_not_known_is_not_said() -> None:
    assert set(described("takeaways: []\n", site=a_site())) == {
        "@context",
        "@type",
        "identifier",
        "headline",
        "inLanguage",
        "publisher",
        "isPartOf",
        "wordCount",
    }


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("person", "Person"), ("organization", "Organization"), ("place", "Place"), ("work", "CreativeWork"), ("group", "Thing")],
)
def test_whom_an_article_names_is_told_by_type_with_pages_here_and_elsewhere(kind: EntityType, type_: str) -> None:
    links = (Link(label="Wikidata", url="https://www.wikidata.org/wiki/Q1"), Link(label="x", url="javascript:x"))
    named = structs.replace(an_entity("Ruiz", kind), links=links)
    assert described("", named)["mentions"] == [
        {
            "@type": type_,
            "name": "Ruiz",
            "url": "https://example.org/repo/entities/ruiz/",
            "sameAs": ["https://www.wikidata.org/wiki/Q1"],
        }
    ]


def test_without_authors_the_source_is_the_author() -> None:
    assert described("source: The Example\n")["author"] == [{"@type": "Organization", "name": "The Example"}]


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("https://example.com/licence", "https://example.com/licence"),
        ("The Licence", {"@type": "CreativeWork", "name": "The Licence"}),
    ],
)
def test_a_licence_is_told_by_its_address_where_that_is_known(licence: str, told: object) -> None:
    assert described(f"licence: {licence}\n")["license"] == told


def test_a_text_of_ones_own_has_no_licence() -> None:
    assert "license" not in described("licence: own\n")


def test_of_a_retracted_article_that_and_its_corrections_are_told() -> None:
    (gone,) = a_library_read_from(f"{WHOLE}status: retracted\n", text="Secret.")[Retractions].retractions
    found = linked_data.retraction(gone, SITE)
    assert found["creativeWorkStatus"] == "Retracted"
    assert found["url"] == found["mainEntityOfPage"] == "https://example.org/repo/2025/07/number-1/"
    assert found["datePublished"] == "2025-07-10"
    assert "abstract" not in found
    assert gone.updated == date(2025, 7, 12)


def test_the_site_is_described() -> None:
    assert linked_data.website(SITE) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": "The Briefing",
        "url": "https://example.org/repo/",
        "inLanguage": "en",
        "publisher": {"@type": "Organization", "name": "The Briefing", "url": "https://example.org/repo/"},
    }
