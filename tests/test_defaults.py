from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from builders import an_article

from digest.defaults import with_defaults
from digest.model.article import Correction, Publication

TOKYO = ZoneInfo("Asia/Tokyo")
EVENING = datetime(2025, 7, 10, 22, tzinfo=UTC)


def test_all_times_of_an_article_are_told_in_the_time_zone_of_the_site() -> None:
    given = an_article(date=EVENING).front_matter
    source = Publication(name="X", published=EVENING, retrieved=date(2025, 7, 10))
    given = replace(given, updated=EVENING, source=source, corrections=(Correction(text="x", date=EVENING),))
    told = with_defaults(replace(an_article(), front_matter=given), TOKYO, ()).front_matter
    days = (told.date, told.updated, told.source.published, told.corrections[0].date)
    assert all(day and (day.day, day.utcoffset()) == (11, TOKYO.utcoffset(EVENING)) for day in days if isinstance(day, datetime))
    assert told.source.retrieved == date(2025, 7, 10)


def test_without_a_time_zone_of_the_site_an_article_keeps_its_own() -> None:
    there = EVENING.astimezone(TOKYO)
    assert str(with_defaults(an_article(date=there), None, ()).front_matter.date) == str(there)
    here = with_defaults(an_article(date=EVENING.replace(tzinfo=None)), None, ()).front_matter
    assert here.date == EVENING


def test_the_authors_of_the_site_wrote_what_names_no_author_and_no_source() -> None:
    own, signed, taken = an_article(), an_article(), an_article()
    signed = replace(signed, front_matter=replace(signed.front_matter, authors=("Bob",)))
    taken = replace(taken, front_matter=replace(taken.front_matter, source=Publication(url="https://example.org/")))
    found = [with_defaults(article, None, ("Ann",)).front_matter.authors for article in (own, signed, taken)]
    assert found == [("Ann",), ("Bob",), ()]
