"""What is known of a word without its sentence: its class, by word lists and by its ending."""

from functools import cache, lru_cache
from importlib.resources import files

VERBS = frozenset("ABDMVZ")
UNKNOWN_NAME = "x"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Read a word list of this package: its lines, split at spaces, without comments."""
    text = (files("digest.structure") / "data" / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if not line.startswith("#"))


@cache
def function_words() -> dict[str, dict[str, str]]:
    """Return the class of each function word, by language."""
    classes: dict[str, dict[str, str]] = {}
    for language, kind, *words in rows("function_words.txt"):
        known = classes.setdefault(language, {})
        for word in words:
            known.setdefault(word, kind)
    return classes


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a person's name: offices, ranks, professions."""
    return frozenset(word for row in rows("titles.txt") for word in row)


@cache
def _english() -> dict[str, str]:
    return {word: row[0] for row in rows("english.txt") for word in row[1:]}


@lru_cache(maxsize=1 << 16)
def word_class(word: str, language: str, *, capital: bool) -> str:
    """Return the class of a lower-case word; one letter or two, see the word lists."""
    known = function_words().get(language, {}).get(word)
    if known:
        return known
    if not word:
        return "p"
    if word[0].isdigit():
        return "#"
    if language in ("en", ""):
        return _english_class(word, capital=capital)
    return UNKNOWN_NAME if capital else "l"


def _english_class(word: str, *, capital: bool) -> str:
    stem = word.removesuffix("'s").removesuffix("’s")  # noqa: RUF001 - the typographic apostrophe is meant
    if stem != word:
        return "'"
    known = _english().get(word)
    if known:
        return known
    if "-" in word:
        return _english().get(word.rsplit("-", 1)[1], "J")
    if word.endswith("ing"):
        return "G"
    if word.endswith("ly"):
        return "R"
    if capital:
        return UNKNOWN_NAME
    if word.endswith("ed"):
        return "D"
    return "S" if word.endswith("s") else "n"
