"""The articles of a day to its front page: the one that leads, the others by tag, and who and what is in the news."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from digest import permalinks
from digest.cache.values import group_key
from digest.model.library import Annotated, Library
from digest.model.marked import Marked
from digest.model.names import Entities, Entity
from digest.model.taxonomies import Issue, Taxonomies
from digest.text import dates
from digest.views.cards import Card, NameView, TermView, appearing, cards, highest, ranked, told_apart
from digest.views.charts import Column, columns
from digest.views.pagination import A_PAGE, Pager, paged
from digest.views.support import supported

_IN_THE_NEWS = 8
_DAYS = 12
_A_GROUP, _A_TURN = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that share a tag; `tag` is none for those that share theirs with no other."""

    tag: TermView | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsmaker:
    """Who or what is in the news, with a column for each of the last issues, this one last; none where this is the only one."""

    name: NameView
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueLink:
    """Another issue."""

    permalink: str
    day: date
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueView:
    """A page of an issue, with the figures of the whole; `day` is none for the articles that have no date.

    Further pages have no lead, and neither has a site without articles. `others` counts the cards beside it, `undated` what
    stands in no issue.
    """

    permalink: str
    day: date | None
    pager: Pager
    articles: int
    takeaways: int
    minutes: int
    lead: Card | None
    others: int
    groups: tuple[Group, ...]
    in_the_news: tuple[Newsmaker, ...]
    previous: IssueLink | None
    following: IssueLink | None
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What all issues are made from: mentions are counted, by entity, in an article, given by its path, and in an issue."""

    articles: Mapping[str, Annotated]
    cards: Callable[[str], Card]
    taxonomies: Taxonomies
    entities: Mapping[str, Entity]
    mentions: Callable[[str], Mapping[str, int]]
    counts: Callable[[Issue], Mapping[str, int]]
    told: Callable[[Issue], Marked[date]]

    def front(self) -> Iterator[IssueView]:
        """Return the front page of the site: the first of the latest issue, or all of the undated articles when there is none."""
        if self.taxonomies.issues:
            return iter((replace(next(self.issue(0)), permalink=permalinks.HOME),))
        return self._views(self.taxonomies.undated, None, permalinks.HOME)

    def issue(self, place: int) -> Iterator[IssueView]:
        """Return the pages of an issue; the latest has place 0."""
        issue = self.taxonomies.issues[place]
        return self._views(issue.articles, place, permalinks.issue(issue.day))

    def key(self, place: int) -> bytes:
        """Return the mark of all that the pages of an issue are made from, or nothing where nothing tells that."""
        latest = [self.told(issue) for issue in self._latest(place)]
        return group_key("issue", latest, self._link(place + 1), self._link(place - 1), len(self.taxonomies.undated))

    def _views(self, paths: Sequence[str], place: int | None, permalink: str) -> Iterator[IssueView]:
        lead = min(paths, key=lambda path: _rank(self.articles[path]), default="")
        cards = {path: self.cards(path) for path in paths}
        others = [path for path in paths if path != lead]
        arranged = [*([(None, lead)] if lead else []), *_arranged(others, {path: cards[path].tags for path in others})]
        in_the_news = tuple(self._in_the_news(paths, place))
        for address, pager, shown in paged(arranged, permalink):
            leading = pager.number == 1 and bool(lead)
            yield IssueView(
                permalink=address,
                day=None if place is None else self.taxonomies.issues[place].day,
                pager=pager,
                articles=len(paths),
                takeaways=sum(len(one.takeaways) for one in cards.values()),
                minutes=sum(one.minutes for one in cards.values()),
                lead=cards[lead] if leading else None,
                others=len(shown) - leading,
                groups=_grouped([(tag, cards[path]) for tag, path in shown[leading:]]),
                in_the_news=in_the_news,
                previous=None if place is None else self._link(place + 1),
                following=None if place is None else self._link(place - 1),
                undated=len(self.taxonomies.undated),
            )

    def _latest(self, place: int) -> Sequence[Issue]:
        """Return an issue, and before it the last ones that its figures look at, newest first."""
        return self.taxonomies.issues[place : place + _DAYS]

    def _link(self, place: int) -> IssueLink | None:
        if not 0 <= place < len(self.taxonomies.issues):
            return None
        issue = self.taxonomies.issues[place]
        return IssueLink(permalink=permalinks.issue(issue.day), day=issue.day, articles=len(issue.articles))

    def _in_the_news(self, paths: Sequence[str], place: int | None) -> Iterator[Newsmaker]:
        """List who and what is named most, with the mentions in the last issues."""
        named: Counter[str] = Counter()
        for path in paths:
            named.update(self.mentions(path))
        days = [] if place is None else [self.counts(issue) for issue in reversed(self._latest(place))]
        most = highest(named, _IN_THE_NEWS)
        for key, name in zip(most, ranked(most, self.entities), strict=True):
            history = [counts.get(key, 0) for counts in days]
            yield Newsmaker(name=name, columns=columns(history) if len(days) > 1 else ())


@lru_cache(maxsize=1)
def press(library: Library) -> Press:
    """Tell what a library's issues are made from, and count what they show when it is asked for."""
    articles = {annotated.article.path: annotated for annotated in library.articles}
    entities = {entity.key: entity for entity in library[Entities].entities if entity.is_followed}
    appearances, told = appearing(library), told_apart(library)

    @cache
    def mentions(path: str) -> Mapping[str, int]:
        return {one.entity: len(one.mentions) for one in appearances.get(path, ()) if one.entity in entities}

    @cache
    def counts(issue: Issue) -> Mapping[str, int]:
        found: Counter[str] = Counter()
        for path in issue.articles:
            found.update(mentions(path))
        return found

    return Press(
        articles=articles,
        cards=cards(library),
        taxonomies=library[Taxonomies],
        entities=entities,
        mentions=mentions,
        counts=counts,
        told=cache(lambda issue: Marked(issue.day, group_key(issue.day, list(map(told, issue.articles))) or None)),
    )


def _rank(annotated: Annotated) -> tuple[bool, int, float, str]:
    """Order by what the editor pinned, then by most takeaways that the text supports, then by the newest."""
    article = annotated.article
    newest = dates.newest_first(article.front_matter.date)
    return not article.front_matter.pinned, -supported(annotated), newest, article.slug


def _grouped(shown: Sequence[tuple[TermView | None, Card]]) -> tuple[Group, ...]:
    """Put what groups have on a page in all their turns under one heading each, and what shares no tag last."""
    groups: dict[TermView | None, list[Card]] = defaultdict(list)
    for tag, card in shown:
        groups[tag].append(card)
    order = sorted(groups, key=lambda tag: tag is None)
    return tuple(Group(tag=tag, cards=tuple(groups[tag])) for tag in order)


def _arranged(paths: Sequence[str], tags: Mapping[str, Sequence[TermView]]) -> list[tuple[TermView | None, str]]:
    """Put articles under the tag that they share with most others, the largest group first; those that share none come last.

    Where they fill more than a page, groups take turns, so that each page has something of many.
    """
    counts = Counter(tag for path in paths for tag in tags[path])
    chosen = {path: max(tags[path], key=counts.__getitem__, default=None) for path in paths}
    sizes = Counter(chosen.values())
    groups: dict[TermView | None, list[str]] = defaultdict(list)
    for path, tag in chosen.items():
        groups[tag if sizes[tag] >= _A_GROUP else None].append(path)
    order = sorted(groups, key=lambda tag: (tag is None, -sizes[tag], tag.permalink if tag else ""))
    turn = _A_TURN if len(paths) >= A_PAGE else len(paths)
    turns = [
        (first, place, [(tag, path) for path in groups[tag][first : first + turn]])
        for place, tag in enumerate(order)
        for first in range(0, len(groups[tag]), turn)
    ]
    return [one for _, _, own in sorted(turns, key=lambda one: one[:2]) for one in own]
