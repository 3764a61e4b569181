from collections.abc import Sequence
from datetime import date, timedelta

from builders import a_library, a_takeaway, an_article, an_entity

from digest.model.article import Article
from digest.model.names import Entity
from digest.views.issues import IssueView, press

DAY, BEFORE = date(2025, 7, 10), date(2025, 7, 9)


def issue(*articles: Article, entities: Sequence[Entity] = (), place: int = 0) -> list[IssueView]:
    return list(press(a_library(*articles, entities=entities)).issue(place))


def headings(view: IssueView) -> list[tuple[str, int]]:
    return [(group.tag.name if group.tag else "", len(group.cards)) for group in view.groups]


def of_day(number: int, *tags: str, day: date = DAY) -> Article:
    return an_article(f"Article {number:03}", date=day, tags=tags)


def test_the_article_with_most_supported_takeaways_leads_unless_one_is_pinned() -> None:
    supported = an_article("Supported", date=DAY, takeaways=[a_takeaway("One.", evidence=["p1"])])
    pinned = an_article("Pinned", date=DAY, pinned=True)
    for articles, leading in (((of_day(1), supported), "Supported"), ((of_day(1), supported, pinned), "Pinned")):
        (view,) = issue(*articles)
        assert view.lead
        assert view.lead.title == leading
        assert leading not in {card.title for group in view.groups for card in group.cards}


def test_an_article_stands_under_the_tag_that_it_shares_with_most_others() -> None:
    (view,) = issue(of_day(0), of_day(1, "a", "b"), of_day(2, "b"), of_day(3, "c"), of_day(4, "b", "d"), of_day(5))
    assert [(group.tag.name if group.tag else "", [card.title[-1] for card in group.cards]) for group in view.groups] == [
        ("b", ["1", "2", "4"]),
        ("", ["3", "5"]),
    ]


def test_a_large_issue_is_cut_into_pages_of_twenty_of_which_the_first_has_the_lead() -> None:
    views = issue(*(of_day(number, "ab"[number % 2]) for number in range(300)))
    assert len(views) == 15
    assert [bool(view.lead) for view in views[:2]] == [True, False]
    shown = [card.title for view in views for group in view.groups for card in group.cards]
    assert len(set(shown)) == len(shown) == 299
    assert {view.articles for view in views} == {300}
    assert headings(views[0]) == [("b", 11), ("a", 8)]


def test_a_page_has_one_heading_a_tag_and_ends_with_what_shares_none() -> None:
    (first, _) = issue(*(of_day(number, "ab"[number % 3 == 0]) for number in range(30)), of_day(30, "alone"), of_day(31))
    assert headings(first) == [("a", 9), ("b", 8), ("", 2)]


def test_an_issue_knows_the_one_before_and_the_one_after() -> None:
    days = [DAY - timedelta(days=number) for number in range(3)]
    (view,) = issue(*(of_day(number, day=day) for number, day in enumerate(days)), place=1)
    assert view.previous
    assert view.following
    assert (view.previous.day, view.day, view.following.permalink) == (days[2], days[1], "/issues/2025-07-10/")


def test_who_is_in_the_news_counts_the_issue_alone_and_leaves_groups_out() -> None:
    entities = [an_entity("Ruiz"), an_entity("Oslo", "place"), an_entity("Norse", "group")]
    today = an_article("One", "Oslo. Norse. Norse. Oslo. Ruiz.", date=DAY)
    (view,) = issue(today, an_article("Two", "Oslo.", date=BEFORE), entities=entities)
    assert [(one.name.name, one.name.count) for one in view.in_the_news] == [("Oslo", 2), ("Ruiz", 1)]
    assert [[column.height for column in one.columns] for one in view.in_the_news] == [[9, 18], [1, 18]]
    last = view.in_the_news[0].columns[-1]
    assert (last.is_last, last.path) == (True, "M88 18v-18h6v18z")


def test_takeaways_come_with_what_supports_them_and_the_word_that_nothing_does() -> None:
    takeaways = [a_takeaway("One.", evidence=["p1"]), a_takeaway("Two.", identifier="t2")]
    (view,) = issue(an_article("x", "One.", date=DAY, takeaways=takeaways))
    assert view.lead
    shown = [(takeaway.state, [one.number for one in takeaway.support]) for takeaway in view.lead.takeaways]
    assert shown == [("linked", [1]), ("unsupported", [])]
