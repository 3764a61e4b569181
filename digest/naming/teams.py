"""Recognise teams: by their players, by what they do to one another in reports of matches, by a nickname beside their city."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from digest.naming.gazetteers import first_names, gazetteer, is_everyday, surnames
from digest.naming.lines import Line, Span
from digest.naming.lookup import entry_at
from digest.naming.tokens import POSSESSIVES
from digest.naming.vocabulary import DATES, MATCH_NOUNS, MATCH_VERBS, SPORT_WORDS, TEAM_NOUNS, TEAM_OFFICES

_GOALS = re.compile(r"\d{1,3}\Z")
_RESULT = re.compile(r"[^\W\d_] \d{1,3} [^\W\d_][^\d\n]* \d{1,3}\b")
_DASHES = frozenset("-–")
_STOPS = frozenset(".;")
_TOWARDS = frozenset("to with over against by at".split())
_PLACING = frozenset("in near outside around across throughout inside".split())
_CLUBS = frozenset("FC AFC Albion Rovers Wanderers Hotspur".split())
_TOWNS_CLUBS = frozenset({"City", "Town", "County", "Athletic"})
_CLUB_WORDS = _CLUBS | _TOWNS_CLUBS | {"United"}
_SPORT = SPORT_WORDS | _CLUBS | {word.upper() for word in SPORT_WORDS}
_BEHIND_RESULTS = frozenset({"", ",", ".", ";", "("})
_LONGEST_TEAM = 3
# Where these are told of, names beside numbers are players', or parties'.
_SINGLE_PLAYERS = frozenset(
    """
    darts Darts snooker Snooker tennis Tennis golf Golf Wimbledon billiards squash badminton frames sets vote votes voters
    poll polls Poll election elections Election
    """.split()
)
_JOINING = frozenset("join joins joined coach coaches coached signed traded drafted".split())
_PLURALS = frozenset("are were have host stun beat thrash edge rout face sit lie".split())
_DOING = frozenset(
    """
    came come led lead went go took take stay stayed remain remained trail trailed declared declare need needed face faced travel
    climbed climb slipped slip dropped drop rose moved move finished finish had missed miss play played made set reached replied
    chased posted struggled dominated equalised equalized leapt survived ended end snatched fought romped cruised
    """.split()
)
_PERSONAL = frozenset({"his", "her"})
_BEGINNING = frozenset({",", "as", "but", "while", "and", "-"})
_BEYOND = frozenset("above below behind".split())
_CLEAR = frozenset("ahead clear".split())
_CALLED = frozenset("leaders visitors hosts rivals strugglers neighbours neighbors champions placed promoted opponents".split())
_NATIONS = frozenset({"England", "Scotland", "Wales", "Northern Ireland", "Europe", "Africa", "Asia", "West Indies"})
_FEWEST_SPORT_WORDS = 2
_WEIGHT = 6


def named_teams(lines: Sequence[Line]) -> Iterator[Span]:
    """List the places of a document that mean a team: one that plays somewhere in it plays wherever nobody is put in it."""
    found = [(number, first, last) for number, line in enumerate(lines) for first, last in _places(line)]
    is_sport = not all(_SPORT.isdisjoint(line.plain) for line in lines)
    playing = {_phrase(lines, span) for span in found if _plays(lines[span[0]], *span[1:], is_sport=is_sport)}
    yield from (
        Span(*span, "organization", weight=_WEIGHT) for span in found if _is_meant(lines, span, playing, is_sport=is_sport)
    )
    if is_sport and all(_SINGLE_PLAYERS.isdisjoint(line.plain) for line in lines):
        yield from (
            Span(number, *team, "organization", weight=_WEIGHT) for number, line in enumerate(lines) for team in _results(line)
        )
    named = {_phrase(lines, span) for span in found}
    nicknames = _nicknames()
    for number, line in enumerate(lines):
        for first, token in enumerate(line.tokens):
            teams = nicknames.get(token.text, ())
            if not teams or line.word(first - 1) not in {"the", "The"}:
                continue
            named_here = named if (tells_of_matches(line) or _is_joined(line, first)) else playing
            name = next((team for city, team in teams if city in named_here), "")
            if name:
                yield Span(number, first, first + 1, "organization", name, weight=_WEIGHT)


def _results(line: Line) -> Iterator[tuple[int, int]]:
    """List the teams of results, whatever they are called: "Shooting Stars 0 Verona 2"; a country stays a place."""
    if line.shouted or not _RESULT.search(line.passage.text):
        return
    for at, token in enumerate(line.tokens):
        if not (_GOALS.match(token.text) and line.word(at + 1)[:1].isupper()):
            continue
        first, last = at, at + 1
        while first > 0 and at - first < _LONGEST_TEAM and line.tokens[first - 1].is_capitalized:
            first -= 1
        while line.word(last)[:1].isupper() and last - at <= _LONGEST_TEAM:
            last += 1
        if first < at and _GOALS.match(line.word(last)) and line.word(last + 1) in _BEHIND_RESULTS:
            teams = ((first, at), (at + 1, last))
            if all(_may_have_result(line, *team) for team in teams) and any(_is_listed(line, *team) for team in teams):
                yield from (team for team in teams if _is_named_by_result(line, *team))


def _may_have_result(line: Line, first: int, last: int) -> bool:
    """Tell whether a name of a result may be a team's or a country's: no month's, no player's, no everyday word."""
    words = [line.word(at) for at in range(first, last)]
    if not DATES.isdisjoint({words[0], words[-1]}):
        return False
    if _is_listed(line, first, last) and (len(words) > 1 or words[0] not in surnames()):
        return True
    return words[-1] not in surnames() and (len(words) > 1 or not (is_everyday(words[0]) or words[0] in first_names()))


def _is_listed(line: Line, first: int, last: int) -> bool:
    """Tell whether a place or an organisation is known by a name."""
    entry = entry_at(line, first, last)
    return entry is not None and entry.type in {"place", "organization"}


def _is_named_by_result(line: Line, first: int, last: int) -> bool:
    """Tell whether the result alone says that a name is a team's: it is no known body's and no country's."""
    entry = entry_at(line, first, last)
    return entry is None or (entry.type != "organization" and entry.rank != "country" and entry.name not in _NATIONS)


def _is_joined(line: Line, at: int) -> bool:
    """Tell whether somebody goes to a team here: "joined the Bucks", "traded to the Bucks"."""
    return not _JOINING.isdisjoint({line.word(at - 2), line.word(at - 3)})


def _places(line: Line) -> Iterator[tuple[int, int]]:
    """List the longest phrases of a line that name cities, regions that are no nations, or clubs: "Celtic", "Truro City"."""
    longest, clubs, has_towns_clubs = gazetteer().longest, _clubs(), not _TOWNS_CLUBS.isdisjoint(line.plain)
    for first, word in enumerate(line.plain):
        most = longest.get(word, 0)
        for last in range(first + most, first, -1) if most else ():
            entry = entry_at(line, first, last)
            if entry and (entry.rank == "city" or (entry.rank == "region" and entry.name not in _NATIONS)):
                yield first, last
                break
        else:
            if line.tokens[first].text in clubs:
                yield first, first + 1
            elif (
                has_towns_clubs and line.word(first + 1) in _TOWNS_CLUBS and line.tokens[first].is_capitalized and not line.titled
            ):
                yield first, first + 2


def _phrase(lines: Sequence[Line], span: tuple[int, int, int]) -> str:
    number, first, last = span
    return lines[number].phrase(first, last)


def _plays(line: Line, first: int, last: int, *, is_sport: bool) -> bool:
    """Tell whether a place is a team here: before its players or a plural verb, beside a word of matches where they are told."""
    after = line.word(last)
    begins = line.tokens[first].opens or line.word(first - 1) in _BEGINNING
    if (
        after in TEAM_NOUNS
        or (after in _CLUB_WORDS and _is_club(line, first, last + 1))
        or (is_sport and line.tokens[first].opens and after in _PLURALS)
    ):
        return True
    told = (
        after in TEAM_OFFICES
        or (begins and after in _DOING and line.word(last + 1) not in _PERSONAL)
        or _meets(line, first, last)
        or _is_beside(line, first, last)
    )
    return told and tells_of_matches(line)


def _is_club(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase is known as an organisation's name."""
    entry = entry_at(line, first, last)
    return entry is not None and entry.type == "organization"


def _is_beside(line: Line, first: int, last: int) -> bool:
    """Tell whether a table or a record is told of: "four points ahead of Lyon", "leaders Lyon", "Lyon (7-5)"."""
    before, lead = line.word(first - 1), line.word(first - 2)
    record = line.word(last) == "(" and _is_score(line, last + 2) and line.word(last + 4) in {")", "-", ","}
    return before in _BEYOND or (before == "of" and lead in _CLEAR) or before in _CALLED or record


def _is_meant(lines: Sequence[Line], span: tuple[int, int, int], playing: set[str], *, is_sport: bool) -> bool:
    """Tell whether a place that plays in the document is the team here too."""
    number, first, last = span
    line = lines[number]
    if _phrase(lines, span) not in playing:
        return False
    if _plays(line, first, last, is_sport=is_sport):
        return True
    return tells_of_matches(line) and line.word(first - 1).lower() not in _PLACING and line.word(last) not in {",", "-", "("}


def _meets(line: Line, first: int, last: int) -> bool:
    """Tell whether a word of matches stands beside, or a score: "Lyon beat", "win over Lyon", "2-1 at Lyon", "Lyon 2 Nice 1"."""
    after, beyond = line.word(last), line.word(last + 1)
    if after in MATCH_VERBS or line.word(first - 1) in MATCH_VERBS:
        return True
    if (after in POSSESSIVES and beyond in first_names()) or (_GOALS.match(after) and (beyond[:1].isupper() or beyond in _STOPS)):
        return True
    if line.word(first - 1) not in _TOWARDS:
        return False
    if line.word(first - 2) in MATCH_VERBS | MATCH_NOUNS:
        return True
    entry = entry_at(line, first, last)
    is_ground = line.word(first - 1) == "at" and entry is not None and entry.rank != "city"
    return _is_score(line, first - 3) and not is_ground


def tells_of_matches(line: Line) -> bool:
    """Tell whether a line tells of matches: by a score, or by two words of sport."""
    if any(_is_score(line, at) for at in range(1, len(line.tokens) - 1)):
        return True
    return len({token.text for token in line.tokens} & SPORT_WORDS) >= _FEWEST_SPORT_WORDS


def _is_score(line: Line, at: int) -> bool:
    """Tell whether a dash between two small numbers stands at a token."""
    return line.word(at) in _DASHES and bool(_GOALS.match(line.word(at - 1)) and _GOALS.match(line.word(at + 1)))


@cache
def _clubs() -> frozenset[str]:
    """Give what clubs are called without their last word: "Celtic" of "Celtic FC"."""
    return frozenset(full.removesuffix(" FC") for full in gazetteer().entries if full.endswith(" FC"))


@cache
def _nicknames() -> dict[str, list[tuple[str, str]]]:
    """Give the cities and full names of the teams of each nickname: "Kings" of Sacramento and of Los Angeles."""
    nicknames: dict[str, list[tuple[str, str]]] = {}
    for full, entry in gazetteer().entries.items():
        city, _, nickname = full.rpartition(" ")
        if entry.rank == "organization" and nickname.endswith("s") and city in gazetteer().entries:
            nicknames.setdefault(nickname, []).append((city, entry.name))
    return nicknames
