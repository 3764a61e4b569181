"""What is known of a word without its sentence: its class, by word lists and by its ending."""

from functools import cache, lru_cache
from importlib.resources import files

VERBS = frozenset("ABDMVZ")
UNKNOWN_NAME = "x"
GIVEN_NAME = "g"
POSSESSIVE = "'"


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
def portfolios() -> frozenset[str]:
    """Return the words that say what a minister, secretary or commissioner is for."""
    return frozenset(word for row in rows("portfolios.txt") for word in row)


@cache
def offices() -> frozenset[str]:
    """Return more words for what someone does, which stand before a name; no features are made of them."""
    return frozenset(word for row in rows("offices.txt") for word in row) | titles()


@cache
def organizations() -> frozenset[str]:
    """Return the words in which names of organisations end and with which, in the singular, no sentence begins."""
    return frozenset(word for row in rows("organizations.txt") for word in row)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for row in rows("given_names.txt") for name in row)


@cache
def _english() -> dict[str, str]:
    classes: dict[str, str] = {}
    for kind, *words in rows("english.txt"):
        classes.update(dict.fromkeys(words, kind))
    return classes


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
    return _name_class(word) if capital else "l"


def _name_class(word: str) -> str:
    return GIVEN_NAME if word in _given_names() else UNKNOWN_NAME


def _english_class(word: str, *, capital: bool) -> str:
    if word.endswith(("'s", "’s")):
        return POSSESSIVE
    known = _english().get(word)
    if capital and (known == "X" or not known) and word in _given_names():
        return GIVEN_NAME
    if known:
        return known
    head, hyphen, last = word.rpartition("-")
    if head and hyphen:
        return _english().get(last, "J")
    return _class_by_ending(word, otherwise=UNKNOWN_NAME if capital else "")


def _class_by_ending(word: str, *, otherwise: str) -> str:
    if word.endswith("ing"):
        return "G"
    if word.endswith("ly"):
        return "R"
    if otherwise:
        return otherwise
    return "D" if word.endswith("ed") else "S" if word.endswith("s") else "n"
