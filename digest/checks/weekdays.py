"""Days of the week that mean nothing, since the article has no date to count from."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from digest.model.article import in_one_line
from digest.model.library import Annotated
from digest.model.remark import Remark

_NEAR = 32
_BEFORE_DAY = "[Oo]n|[Nn]ext|[Ll]ast|[Tt]his|[Bb]y|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter"


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on the first `on Wednesday` of each heading and paragraph of an undated article that gives no date beside it."""
    front_matter = annotated.article.front_matter
    if front_matter.date:
        return
    locale = _locale(front_matter.language or "en")
    weekday, date = _weekday(locale), _date(locale)
    passages = [(takeaway.id, takeaway.text) for takeaway in front_matter.takeaways]
    passages += [(section.id, section.heading) for section in annotated.article.sections]
    passages += [(block.id, in_one_line(block)) for block in annotated.article.blocks]
    for passage, text in passages:
        for day in weekday.finditer(text):
            if date.search(text, day.end(), day.end() + _NEAR):
                continue
            message = f"“{day[0]}” of which week? the article has no date"
            hint = "add 'date: …' to the front matter"
            yield Remark(rule="undated-weekday", passage=passage, start=day.start(), end=day.end(), message=message, hint=hint)
            break


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


@cache
def _weekday(locale: Locale) -> re.Pattern[str]:
    days = "|".join(re.escape(name) for name in locale.days["format"]["wide"].values())
    return re.compile(
        rf"\b(?:{_BEFORE_DAY}) (?:{days})\b|(?:(?<=ed )|(?<=said ))(?:{days})\b(?=[,.])"
        if locale.language == "en"
        else rf"(?i)\b(?:{days})\b"
    )


@cache
def _date(locale: Locale) -> re.Pattern[str]:
    """Match a day with the name of a month on either side of it, or a date in figures."""
    names = {name.rstrip(".") for width in ("wide", "abbreviated") for name in locale.months["format"][width].values()}
    months = "|".join(re.escape(name) for name in sorted(names | ({"Sept"} if locale.language == "en" else set())))
    return re.compile(
        rf"""{"" if locale.language == "en" else "(?i)"}(?x:
          \b\d{{1,2}}[^\s\d]{{0,2}}\s*(?:[^\W\d_]{{1,3}}\s+)?(?:{months})(?!\w)
          | (?<![^\W_])(?:{months})\.?\s*\d{{1,2}}(?!\d)
          | (?<!\d)\d{{1,4}}([-./])\d{{1,2}}\1\d{{2,4}}(?!\d))"""
    )
