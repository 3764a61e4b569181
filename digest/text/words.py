"""Text to comparable words: case folded, stemmed, function words left out."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from importlib import import_module
from itertools import chain

from digest.text.accents import with_accents
from digest.text.concordance import Concordance
from digest.text.remembered import Remembered

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ALGORITHMS = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch",
    "pt": "portuguese",
}
_LONGEST_STEM = 40
_FUNCTION_WORDS = {
    "english": "a about after all also an and are as at be been but by can could did do does for from had has have he her "
    "his how i if in into is it its may more most not of on or our she should so some such than that the their "
    "them then there these they this those to up was we were what when where which while who will with would you "
    "your",
    "german": "aber alle allem allen aller alles als also am an auch auf aus bei beim bis da damit dann das dass dein dem "
    "den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem "
    "einen einer eines er es etwa für gegen hat hatte hatten haben ich ihm ihn ihr ihre ihrem ihren ihrer im in "
    "ins ist ja kann können man mehr mit muss müssen nach noch nicht nun nur ob oder ohne sein seine seinem "
    "seinen seiner sich sie sind so soll sollen sollte sondern sowie über um und uns unter vom von vor war waren "
    "was weil wenn werden wie wieder will wir wird wurde wurden zu zum zur zwischen",
    "spanish": "a al algo ante aún aunque bajo cada como con contra cual cuando de del desde donde dos e el él ella ellas "
    "ellos en entre era eran es esa esas ese eso esos esta está estaba estaban están estas este esto estos fue "
    "fueron ha haber había habían han hasta hay la las le les lo los más me mi mientras muy ni no nos o otra "
    "otras otro otros para pero por porque puede pueden que qué quien se según ser será sería si sido sin sobre "
    "son su sus también tan tiene tienen tras u un una unas uno unos y ya yo",
    "french": "a à ai ainsi alors après au aussi autre autres aux avaient avait avant avec avoir c ce cela ces cet cette "
    "ceux chez comme contre d dans de depuis des deux dont du elle elles en encore entre est et été être eu eux "
    "fait font il ils j je l la le les leur leurs lors lui m mais même mes moins n ne ni nos notre nous on ont or "
    "ou où par pas pendant peut peuvent plus pour qu quand que quel quelle qui s sa sans se selon ses si soit son "
    "sont sous sur t tous tout toute toutes très un une va vers vos votre vous y",
    "italian": "a ad ai al alla alle allo anche ancora avere aveva avevano c che chi ci come con contro cui d da dagli dai "
    "dal dalla dalle degli dei del della delle dello di dopo dove e è ed egli era erano essere fra gli ha hanno i "
    "il in io l la le lei li lo loro lui ma mentre molto ne negli nei nel nella nelle nello noi non nostro o ogni "
    "per perché più poi può quale quando quanto quella quelle quelli quello questa queste questi questo se sono "
    "sta stata state stati stato su sua sue sugli sui sul sulla sulle suo suoi tra tutti tutto un una uno",
    "dutch": "aan af al alle als bij daar dan dat de der deze die dit door dus een en er ge had hadden heb hebben heeft "
    "hem het hier hij hoe hun ik in is ja je kan kon kunnen maar me meer men met mij moet moeten na naar niet nog "
    "nu of om omdat onder ons ook op over reeds sinds te tegen toch toen tot tussen uit van veel voor waar waren "
    "was wat we wel werd werden wie wij wil worden wordt zal ze zei zich zij zijn zo zou zouden",
    "portuguese": "a à ainda ante ao aos apenas após as às até com como contra cada da das de dela dele deles depois desde do "
    "dos e é ela elas ele eles em entre era eram essa essas esse esses esta está estão estas estava estavam este "
    "estes eu foi foram há isso isto já lhe lhes mais mas me mesmo muito na nas não nem no nos nós o os ou para "
    "pela pelas pelo pelos pode podem por porque qual quando que quem são se segundo sem ser será seu seus sido "
    "sob sobre sua suas também te tem têm tinha tinham um uma umas uns",
}


# What a vowel behind it shortens: "l’incendie" has the word "incendie".
_ELIDED = {
    "french": frozenset("c d j jusqu l lorsqu m n puisqu qu s t".split()),
    "italian": frozenset("all c d dall dell l nell quest sull un".split()),
}


@cache
def _function_words(algorithm: str) -> frozenset[str]:
    return frozenset(_FUNCTION_WORDS[algorithm].split())


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the stems of the words that carry meaning, in order."""
    return tuple(chain.from_iterable(map(stems_between_spaces(language).__getitem__, text.split())))


def stems_counted(
    texts: Concordance, asked: Collection[str], language: str = "en"
) -> tuple[list[int], Mapping[str, dict[int, int]]]:
    """Count how many stems each text has, and how often it has each of those that are asked for."""
    known = stems_between_spaces(language)
    counts: dict[str, dict[int, int]] = {stem: defaultdict(int) for stem in asked}
    sizes = texts.sizes()
    for piece, places in texts.places.items():
        own = known[piece]
        if len(own) != 1:
            for place in places:
                sizes[texts.texts[place]] += len(own) - 1
        for stem in own:
            if stem in counts:
                found = counts[stem]
                for place in places:
                    found[texts.texts[place]] += 1
    return sizes, counts


def stems_between_spaces(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the stems by pieces of text between white space; no word has white space in it."""
    return _stems(_ALGORITHMS.get(language[:2], "english"))


@cache
def _stems(algorithm: str) -> Mapping[str, tuple[str, ...]]:
    shorten = import_module("Stemmer").Stemmer(algorithm, 0).stemWord  # 0: what it gave is remembered here

    def stem(written: str) -> str | None:
        """Return the stem of a word as it is written, or None of one that carries no meaning."""
        word = written.casefold().replace("’", "'").removesuffix("'s")
        if algorithm in _ELIDED and word.partition("'")[0] in _ELIDED[algorithm]:
            word = word.partition("'")[2] or word
        if word in _function_words(algorithm):
            return None
        return shorten(word) if len(word) <= _LONGEST_STEM else word

    def stems_of(piece: str) -> tuple[str, ...]:
        return tuple(found for written in _WORD.findall(with_accents(piece)) if (found := stem(written)) is not None)

    return Remembered(stems_of)
