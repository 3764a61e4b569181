"""The pages of tags and of sources."""

from typing import cast

from builders import a_library, a_site, an_article, pages_of

from digest.model.article import Publication
from digest.model.page import Templated
from digest.model.taxonomies import Licence
from digest.pages import source, sources, tag, tags
from digest.pages.source import SourceView
from digest.pages.sources import SourcesView
from digest.pages.tag import TagView
from digest.pages.tags import TagsView

LIBRARY = a_library(
    an_article("One", tags=["Rare", "Often"], source=Publication(name="Paper", owner="Press", licence="CC0")),
    *(an_article(f"Article {number}", tags=["often"]) for number in range(21)),
)
BARE = a_library(an_article())


def test_tags_are_listed_by_how_many_articles_have_them() -> None:
    (page,) = tags.pages(LIBRARY, a_site())
    view = cast(TagsView, cast(Templated, page.body).shown(a_site()))
    assert [(one.term.name, one.term.permalink, one.articles) for one in view.tags] == [
        ("often", "/tags/often/", 22),
        ("Rare", "/tags/rare/", 1),
    ]


def test_a_tag_has_pages_of_twenty_articles() -> None:
    made = {page.permalink: cast(TagView, cast(Templated, page.body).shown(a_site())) for page in pages_of(tag.pages, LIBRARY)}
    assert list(made) == ["/tags/often/", "/tags/often/page/2/", "/tags/rare/"]
    assert [card.title for card in made["/tags/often/page/2/"].cards] == ["Article 19", "Article 20"]


def test_a_source_is_shown_with_its_owner_its_licences_and_its_articles() -> None:
    (listed,) = sources.pages(LIBRARY, a_site())
    (page,) = pages_of(source.pages, LIBRARY)
    overview, view = (cast(Templated, one.body).shown(a_site()) for one in (listed, page))
    (row,) = cast(SourcesView, overview).sources
    assert (row.permalink, row.owner, row.articles, cast(SourcesView, overview).unstated) == (page.permalink, "Press", 1, 21)
    assert cast(SourceView, view).licences == (Licence(name="CC0", articles=1),)
    assert [card.title for card in cast(SourceView, view).cards] == ["One"]


def test_the_lists_are_there_when_there_is_nothing_to_list() -> None:
    assert [page.permalink for page in (*tags.pages(BARE, a_site()), *sources.pages(BARE, a_site()))] == ["/tags/", "/sources/"]
    assert not [*pages_of(tag.pages, BARE), *pages_of(source.pages, BARE)]
