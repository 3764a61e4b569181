"""What templates may do with a value: pure functions of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Literal, Protocol, TypeVar
from urllib.parse import urlsplit

from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from digest import linked_data, permalinks
from digest.errors import ConfigError
from digest.model.html import Html
from digest.model.site import Site
from digest.text.html import data_block

_COUNTRY = 2  # letters
_WRITTEN = 1 << 12  # days and numbers: the pages of a name have those of years, in any order
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi".split())


class _HasPage(Protocol):
    @property
    def permalink(self) -> str: ...


Linked = TypeVar("Linked", bound=_HasPage)


def relative(target: str, origin: str, site: Site) -> str:
    """Return the link from the page at `origin`; the 404 page stands at any address, so its links begin at the root of the host.

    A target that is no page of the site is linked as it is.
    """
    if origin == permalinks.NOT_FOUND and target.startswith("/"):
        return permalinks.absolute(target, urlsplit(site.base_url).path)
    return permalinks.relative(target, origin)


def absolute(target: str, site: Site) -> str:
    """Return the full address of a page; the site's own must be known."""
    return permalinks.absolute(target, site.base_url)


def without(terms: Sequence[Linked], permalink: str) -> Sequence[Linked]:
    """Leave out the term whose page stands at an address."""
    return [term for term in terms if term.permalink != permalink]


def website(site: Site) -> Html:
    """Describe the site to machines."""
    return data_block(linked_data.website(site))


def asset(name: str, site: Site) -> str:
    """Return the address of a static file of the theme.

    Raises ConfigError when the theme has no such file.
    """
    for one in site.assets:
        if one.name == name:
            return one.permalink
    raise ConfigError(f"the theme has no file 'static/{name}'", hint="add it, or mend the name in the template")


@cache
def og_locale(language: str) -> str:
    """Return a language as Open Graph names it, with the country where most speak it when it states none: `en_US`."""
    primary, *subtags = language.replace("_", "-").split("-")
    likely: Mapping[str, str] = get_global("likely_subtags")
    country = next((one for one in subtags if len(one) == _COUNTRY), "") or likely.get(primary, "").rpartition("_")[2]
    return f"{primary}_{country}".removesuffix("_")


def long_date(value: date | datetime, language: str) -> str:
    """Write a date in words, in the manner of a language."""
    return _day(date(value.year, value.month, value.day), "long", language)


def full_date(value: date | datetime, language: str) -> str:
    """Write a date in words with its day of the week, in the manner of a language."""
    return _day(date(value.year, value.month, value.day), "full", language)


@lru_cache(maxsize=_WRITTEN)
def short_date(value: date, unit: str, language: str) -> str:
    """Write a date as shortly as its unit of time allows: a year, a month of a year, or a day."""
    return format_skeleton({"year": "y", "month": "yMMM"}.get(unit, "yMMMd"), value, locale=_locale(language))


@lru_cache(maxsize=_WRITTEN)
def month(value: date, language: str) -> str:
    """Write a month in words with its year, in the manner of a language."""
    return format_skeleton("yMMMM", value, locale=_locale(language))


@lru_cache(maxsize=_WRITTEN)
def month_name(value: date, language: str) -> str:
    """Write the short name of a month, in the manner of a language."""
    return format_date(value, format="LLL", locale=_locale(language))


@cache
def direction(language: str) -> str:
    """Return the direction in which a language is written, as HTML names it: `ltr` or `rtl`."""
    primary, *subtags = language.casefold().replace("_", "-").split("-")
    return "rtl" if primary in _RIGHT_TO_LEFT and "latn" not in subtags else "ltr"


@lru_cache(maxsize=_WRITTEN, typed=True)
def number(value: int, language: str) -> str:
    """Write a whole number with the digits and separators of a language."""
    return format_decimal(value, locale=_locale(language))


@lru_cache(maxsize=_WRITTEN, typed=True)
def percent(share: float, language: str) -> str:
    """Write a share of one in hundredths, in the manner of a language."""
    return format_percent(share, locale=_locale(language))


def listed(names: Sequence[str], language: str) -> str:
    """Join names as a sentence of a language does: `A, B, and C`."""
    return format_list(names, locale=_locale(language))


@lru_cache(maxsize=_WRITTEN)
def _day(day: date, style: Literal["long", "full"], language: str) -> str:
    return format_date(day, format=style, locale=_locale(language))


def _locale(language: str) -> str:
    return language.replace("-", "_")
