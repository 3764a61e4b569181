from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from builders import an_article, annotated

from digest.analysers.taxonomies import collect
from digest.model.article import Article, Day, Publication
from digest.model.taxonomies import Licence, Taxonomies


def tagged(path: str, *tags: str) -> Article:
    return an_article(path=path, tags=tags)


def published(path: str, publication: Publication) -> Article:
    return an_article(path=path, source=publication)


def found(*articles: Article) -> Taxonomies:
    return collect([annotated(article) for article in articles])


def names(taxonomies: Taxonomies) -> dict[str, str]:
    return {tag.name: tag.slug for tag in taxonomies.tags}


def test_tags_that_differ_in_case_only_are_one_under_the_spelling_that_most_articles_have() -> None:
    (tag,) = found(tagged("1", "nato"), tagged("2", "NATO", "Nato"), tagged("3", "NATO")).tags
    assert (tag.slug, tag.name, tag.articles) == ("nato", "NATO", ("1", "2", "3"))


def test_different_tags_of_one_slug_have_addresses_of_their_own_in_any_order_of_articles() -> None:
    one, other = tagged("1", "C++", "c"), tagged("2", "C#")
    slugs = names(found(one, other))
    assert slugs["c"] == "c"
    assert len(set(slugs.values())) == 3
    assert names(found(other, one)) == slugs


def test_odd_tags_have_safe_slugs() -> None:
    slugs = names(found(tagged("1", "!", "?", "con", "x" * 300, "x" * 301, "Україна", "日本")))
    assert len(set(slugs.values())) == 7
    assert max(map(len, slugs.values())) <= 89
    assert slugs["Україна"] == "ukraina"
    assert slugs["con"] != "con"


def test_an_article_is_filed_under_its_tags_in_the_order_of_the_editor() -> None:
    (filing,) = found(tagged("1", "war", "Art", "WAR")).filings
    assert filing.tags == ("war", "art")


def test_sources_are_joined_by_name_with_host_owner_and_licences() -> None:
    first = Publication(name="The Paper", owner="Press plc", url="https://www.paper.example/1", licence="CC BY 4.0")
    second = Publication(name="the paper", url="https://paper.example/2", licence="CC-BY-4.0")
    (source,) = found(published("1", first), published("2", second), published("3", replace(first, licence="own"))).sources
    assert (source.slug, source.name, source.owner, source.host) == ("the-paper", "The Paper", "Press plc", "paper.example")
    assert source.licences == (Licence(name="CC BY 4.0", articles=2),)
    assert source.articles == ("1", "2", "3")


def test_an_address_without_a_name_joins_the_one_source_of_its_host_else_bears_its_host() -> None:
    named = Publication(name="The Paper", url="https://paper.example/1")
    bare, other = Publication(url="https://paper.example/2"), Publication(url="https://else.example/")
    sources = found(published("1", named), published("2", bare), published("3", other)).sources
    assert [(one.name, one.articles) for one in sources] == [("else.example", ("3",)), ("The Paper", ("1", "2"))]


def test_what_is_no_web_address_names_no_source() -> None:
    taxonomies = found(*(published(url, Publication(url=url)) for url in ("javascript:alert(1)", "http://[", "page.html", "")))
    assert taxonomies.sources == ()
    assert {filing.source for filing in taxonomies.filings} == {""}


def test_an_issue_is_the_articles_of_one_calendar_day_where_they_were_written() -> None:
    days: list[Day] = [datetime(2025, 7, 10, 23, tzinfo=timezone(-timedelta(hours=5))), date(2025, 7, 10), None]
    days.append(datetime(2025, 7, 9, tzinfo=UTC))
    taxonomies = found(*(an_article(path=str(number), date=day) for number, day in enumerate(days)))
    assert [(issue.day, issue.articles) for issue in taxonomies.issues] == [
        (date(2025, 7, 10), ("0", "1")),
        (date(2025, 7, 9), ("3",)),
    ]
    assert taxonomies.undated == ("2",)
