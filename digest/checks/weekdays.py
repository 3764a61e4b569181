"""Days of the week that mean nothing, since the article has no date to count from."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import UnknownLocaleError
from babel.dates import get_day_names

from digest.model.library import Annotated
from digest.model.remark import Remark

_MONTH_NEAR = re.compile(r"\d")
_NEAR = 24


def check(annotated: Annotated) -> Iterator[Remark]:
    """Remark on the first `on Wednesday` of each paragraph of an undated article that gives no date beside it."""
    front_matter = annotated.article.front_matter
    if front_matter.date:
        return
    pattern = _weekday(front_matter.language or "en")
    passages = [(takeaway.id, takeaway.text) for takeaway in front_matter.takeaways]
    passages += [(block.id, block.text) for block in annotated.article.blocks]
    for passage, text in passages:
        for day in pattern.finditer(text):
            if _MONTH_NEAR.search(text[day.end() : day.end() + _NEAR]):
                continue
            message = f"“{day[0]}” of which week? the article has no date"
            hint = "add 'date: …' to the front matter"
            yield Remark(rule="undated-weekday", passage=passage, start=day.start(), end=day.end(), message=message, hint=hint)
            break


@cache
def _weekday(language: str) -> re.Pattern[str]:
    names: Mapping[int, str]
    try:
        names = get_day_names("wide", locale=language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        names = get_day_names("wide", locale="en")
    days = "|".join(re.escape(name) for name in names.values())
    return re.compile(rf"\b(?:on )?(?:{days})\b" if language.startswith("en") else rf"(?i)\b(?:{days})\b")
