"""Names in languages whose grammar the rules do not know: whole ones only, since a part of a name is a wrong name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from babel import Locale, UnknownLocaleError

from digest.naming.gazetteers import (
    Entry,
    first_names,
    gazetteer,
    is_everyday,
    is_given_name,
    names_abroad,
    no_organizations,
    place_meant,
    surnames,
)
from digest.naming.lines import DECLARED, Line, Span
from digest.naming.lookup import entry_at
from digest.naming.tokens import phrase, tokens
from digest.naming.vocabulary import NAME_PARTICLES, ORGANIZATION_ENDINGS

_JOINED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{2,}[A-Z]\w+")  # as parties and firms are called: "GroenLinks"
_COUNTRY, _LIKELY = 6, 1
_HYPHENS = frozenset("-–")
_PARTICLES = NAME_PARTICLES | {"do", "das", "des", "d", "dello", "delle", "degli"}
# German nouns that are towns too, what stands before a noun, and what before a town.
_GERMAN_NOUNS = frozenset(
    "Bank Bild Boden Eisen Ende Enger Essen Grad Haar Halle Hof Mitte Norden Regen Singen Tor Union Zug".split()
)
_ARTICLES = frozenset(
    "la le les l el los las il lo gli i o os as die der das dem den de het du des au aux del al do da dos das pelo pela della "
    "dello degli alla dalla nella dal nel zur zum vom beim".split()
)
# What leads to a name at the beginning of a sentence.
_PREPOSITIONS = frozenset(
    """
    a à ad en in im em no na nos nas nel nella y e et ed und ou o con com avec met mit para por pour per par voor für da
    dal dalla de di von van desde depuis vers sur sobre su op aus nach naar bei tra fra entre tussen zwischen selon
    según secondo segundo volgens laut sans sin sem senza zonder ohne contre contra contro tegen gegen chez mais pero
    mas ma maar aber si se já ya auch ook anche también também aussi
    """.split()
)
_SMALL_OPENERS = _ARTICLES | _PREPOSITIONS
_APOSTROPHES = frozenset("'’")
_ACRONYMS = range(3, 7)
_AND = frozenset({"y", "e"})
_INNER_WORDS = _PARTICLES - _AND
_GERMAN_ARTICLES = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans".split()
)
_BEFORE_TOWNS = frozenset("in nach aus bei von".split())
# Clubs bear articles in most languages, towns do not: "a Napoli", "al Napoli".
_TOWARDS_TOWNS = frozenset("a à in en em nach naar desde aus".split())
_OF = frozenset("de di d' d’ von van".split())
_OF_ANY = _OF | frozenset("du des del della dello dell' dell’ dei delle da do".split())
_TOWN_WORDS = frozenset(
    """
    ville villes mairie maire commune région ciudad alcalde alcaldesa ayuntamiento municipio provincia città comune
    sindaco sindaca cidade município prefeito prefeita câmara stad stadt gemeente burgemeester
    province region région región regione regio provincie
    """.split()
)
_INSTITUTIONS = frozenset(
    """
    Ministerio Ministère Ministero Ministério Universidad Université Università Universidade Universität Universiteit
    Banco Banca Banque Policía Polícia Tribunal Tribunale Procura Procuradoria Procuraduría Fiscalía Corte Cour
    Federación Fédération Federação Federazione Partido Parti Partito Partij Comisión Comissão Commissione Instituto
    Institut Istituto Confederación Confédération Confederação Asociación Associação Associazione Fundación Fondation
    Fundação Fondazione Consejo Conseil Conselho Consiglio Sindicato Syndicat Agencia Agence Agência Agenzia Hospital
    Hôpital Ospedale Secretaría Superintendencia Defensoría Contraloría Cámara Câmara Comité Comitê Comitato Ejército
    Exército Asamblea Assembleia Movimiento Movimento Mouvement Regione Ayuntamiento Landgericht Amtsgericht
    Oberlandesgericht Verwaltungsgericht Staatsanwaltschaft Gemeente Stichting Vereniging Rechtbank
    """.split()
)
# Parties are called by a capital right behind the word: "parti" and "partito" are also who left, a "partido" is a match.
_PARTIES = frozenset("Partido Parti Partito".split())
_BODY_WORDS = frozenset("partido partito parti partij partei gewerkschaft vakbond agência agencia agenzia agence".split())
# Words that are a body's name behind an article alone: "die Grünen", but "im Grünen", "der Grüne Punkt".
_BEHIND_ARTICLES = frozenset({"Grünen", "Congreso", "Supremo", "CIO", "Cio"})
_PLAIN_ARTICLES = frozenset("die der den el al del o ao do no pelo le au du il dal".split())
_JOINING = frozenset("und y e et ed en".split())
_TOWN, _ABROAD, _INSTITUTION = 6, 7, 6
_LONGEST_SMALL, _SHORTEST_GIVEN = 4, 3


def countries(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the countries that a line names in another language than English."""
    known, longest = _countries(language[:2]), _longest_country(language[:2])
    for first, word in enumerate(line.plain):
        if word in longest and line.tokens[first].is_capitalized:
            ends = range(min(first + longest[word], len(line.tokens)), first, -1)
            last = next((end for end in ends if line.phrase(first, end) in known), 0)
            if last:
                yield Span(number, first, last, "place", weight=_COUNTRY)


def abroad(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the bodies and cities that a line calls as its language does: "Den Haag", "Union européenne"."""
    if line.titled or line.shouted:
        return
    known, longest = names_abroad(language[:2]), _longest_abroad(language[:2])
    for first, word in enumerate(line.plain):
        if word not in longest:
            continue
        for last in range(min(first + longest[word], len(line.tokens)), first, -1):
            entry = known.get(line.phrase(first, last))
            if entry and _may_be_abroad(line, first, last, entry, language):
                yield Span(number, first, last, entry.type, entry.name, weight=_ABROAD)
                break


def _may_be_abroad(line: Line, first: int, last: int, entry: Entry, language: str) -> bool:
    """Tell whether a word may be the name, which begins no sentence as another may; one that a club has too is led to."""
    if last - first == 1 and line.tokens[first].opens and is_everyday(line.word(first)) and not line.tokens[first].is_acronym:
        return False
    if entry.doubtful:
        return _is_told(line, first, last, entry, language)
    is_club = entry.type == "place" and (known := entry_at(line, first, last)) is not None and known.type == "organization"
    return not is_club or line.word(first - 1).lower() in _TOWARDS_TOWNS


def _is_told(line: Line, first: int, last: int, entry: Entry, language: str) -> bool:
    """Tell whether a sign says that a body or a city is meant by a word of other use: "(Grüne)", "el partido Sumar"."""
    before, after = line.word(first - 1), line.word(last)
    if entry.type == "place":
        return before.lower() in _TOWARDS_TOWNS and not _is_inner(line, last)
    if (before == "(" and after == ")") or before.lower() in _BODY_WORDS or _is_beside_acronym(line, first, last):
        return True
    if line.tokens[first].opens or _is_inner(line, last) or (after == ":" and line.tokens[first].is_acronym):
        return False
    if line.word(first) in _BEHIND_ARTICLES:
        return before.lower() in _PLAIN_ARTICLES and after not in _OF_ANY
    return (before.islower() or _is_small_opener(line, first - 1)) and not language.startswith("de")


def _is_beside_acronym(line: Line, first: int, last: int) -> bool:
    """Tell whether an acronym is joined to a body, as parties are: "SPD und Grüne"."""
    if line.word(first - 1) in _JOINING and first > 1 and line.tokens[first - 2].is_acronym:
        return not _is_inner(line, last)
    return line.word(last) in _JOINING and last + 1 < len(line.tokens) and line.tokens[last + 1].is_acronym


def institutions(number: int, line: Line) -> Iterator[Span]:
    """List what a line calls by what it is and a name behind it: "Policía Nacional del Perú", "Landgericht Köln"."""
    if line.titled or line.shouted:
        return
    for first, word in enumerate(line.plain):
        if word not in _INSTITUTIONS:
            continue
        last = first + 1
        if word in _PARTIES and (line.tokens[first].opens or not _is_inner(line, last)):
            continue
        while step := _step_of_institution(line, last):
            last += step
        if last > first + 1:
            yield Span(number, first, last, "organization", weight=_INSTITUTION)


def _step_of_institution(line: Line, at: int) -> int:
    """Count the tokens by which an institution's name goes on: a word with a capital, small words before it."""
    end = at
    while line.word(end) in _INNER_WORDS or _is_elided(line.word(end)):
        end += 1
    return (end - at + 1) * _is_inner(line, end)


@cache
def _longest_abroad(language: str) -> dict[str, int]:
    return _longest(names_abroad(language))


@cache
def _longest_country(language: str) -> dict[str, int]:
    return _longest(_countries(language))


def _longest(phrases: Iterable[str]) -> dict[str, int]:
    """Give the number of tokens of the longest phrase that begins with a word, by the word."""
    longest: dict[str, int] = {}
    for known in phrases:
        first = known.partition(" ")[0]
        longest[first] = max(longest.get(first, 0), known.count(" ") + 1)
    return longest


def people(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the people of a line by a given name and a word behind it of which nothing else is known: "Yann Kervella"."""
    if line.titled or line.shouted:
        return
    for at, token in enumerate(line.tokens):
        if not token.is_capitalized or not _may_be_given(line, at, language):
            continue
        family = at + 1 + _is_particle(line, at + 1)
        is_usual = is_everyday(token.text) and (language.startswith("de") or is_everyday(line.word(family)))
        if _may_be_family_name(line, family, language) and not (is_usual and not _is_telling(line, family)):
            yield Span(number, at, family + 1, "person", weight=_LIKELY)


def _may_be_given(line: Line, at: int, language: str) -> bool:
    """Tell whether a given name begins a name here; a capital before it is of a longer name, but where all nouns have one."""
    if not _is_given(line, at) or entry_at(line, at, at + 1) or line.tokens[at].is_acronym:
        return False
    return line.tokens[at].opens or language.startswith("de") or not _is_capital(line, at - 1) or line.tokens[at - 1].opens


def _is_particle(line: Line, at: int) -> bool:
    """Tell whether a particle begins a family name, whose words may then be everyday ones: "Marine Le Pen"."""
    return line.word(at).istitle() and line.word(at).lower() in _PARTICLES


def _is_telling(line: Line, at: int) -> bool:
    """Whether a word says by itself that it is a family name, behind a given name that is an everyday word too."""
    return line.word(at) in surnames() or _is_particle(line, at - 1)


def _may_be_family_name(line: Line, at: int, language: str) -> bool:
    if at >= len(line.tokens):
        return False
    word, entry = line.word(at), entry_at(line, at, at + 1)
    if not _is_inner(line, at) or not word.isalpha() or len(word) < _SHORTEST_GIVEN or line.tokens[at].is_acronym:
        return False
    is_known = entry is not None and entry.type != "person" and word not in surnames()
    is_word = is_everyday(word) and language.startswith("de") and not _is_telling(line, at)
    return not is_known and not is_word and not entry_at(line, at - 1, at + 1) and word not in ORGANIZATION_ENDINGS


def acronyms(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the acronyms of a line that stand behind an article or in brackets, as those of organisations do: "La CGT"."""
    others = no_organizations(language[:2])
    for at, token in enumerate(line.tokens):
        word = token.text
        if not token.is_acronym or word in others or not (word.isalpha() and len(word) in _ACRONYMS):
            continue
        before = line.word(at - 1).lower()
        in_brackets = before == "(" and line.word(at + 1) == ")"
        if (before in _ARTICLES or _is_elided(before) or in_brackets) and not (
            line.titled or line.shouted or entry_at(line, at, at + 1)
        ):
            yield Span(number, at, at + 1, "organization")


def towns(number: int, line: Line, language: str) -> Iterator[Span]:
    """List the towns of a line that are called like a people, or like an organisation behind a word that leads to a town."""
    for at, token in enumerate(line.tokens):
        entry = entry_at(line, at, at + 1) if token.is_capitalized and not line.titled else None
        if not entry:
            continue
        town = gazetteer().towns.get(line.plain[at])
        before = line.word(at - 1).lower()
        is_led_to = before in _TOWARDS_TOWNS or (before == "da" and language.startswith("it"))
        is_led_to = is_led_to or (before in _OF and line.word(at - 2).lower() in _TOWN_WORDS)
        if entry.doubtful and entry.rank in {"city", "region"} and is_led_to and token.text not in first_names():
            yield Span(number, at, at + 1, "place", entry.name, weight=_TOWN)
        elif town and (entry.type == "group" or is_led_to):
            yield Span(number, at, at + 1, "place", town.name, weight=_TOWN)


@cache
def _countries(language: str) -> frozenset[str]:
    """Return the names of countries in a language, as the CLDR has them."""
    try:
        territories = Locale(language).territories
    except UnknownLocaleError:
        return frozenset()
    return frozenset(phrase(tokens(name)) for code, name in territories.items() if code.isalpha())


def whole_names(lines: Sequence[Line], spans: Iterable[Span], language: str) -> Iterator[Span]:
    """Yield the spans that are whole names; people's are made whole, others that are parts of longer names are left out."""
    for span in spans:
        line = lines[span.line]
        if span.type == "group" and span.weight < DECLARED and not place_meant(line.text(span)):
            continue  # the list of groups is English
        first, last = _whole(line, span, language)
        if (first, last) == (span.first, span.last) or span.weight >= DECLARED:
            if not (language.startswith("de") and _is_noun(line, span)):
                yield span
        elif span.type == "person":
            yield replace(span, first=first, last=last, name="")


def _whole(line: Line, span: Span, language: str) -> tuple[int, int]:
    """Give where the name begins and ends of which a span may be a part."""
    first, last = span.first, span.last
    nouns_bear_capitals = language.startswith("de")
    while step := _hyphenated_before(line, first):
        first -= step
    is_behind_article = line.tokens[first].is_acronym and line.word(first - 1).lower() in _ARTICLES
    may_go_before = span.type != "person" and not nouns_bear_capitals and not is_behind_article
    if first == span.first and may_go_before and _is_capital(line, first - 1) and not _is_small_opener(line, first - 1):
        first -= _is_single(line, span)
    while span.type == "person" and (step := _given_before(line, first, may_be_unlisted=not nouns_bear_capitals)):
        first -= step
    may_be_noun, may_be_named = nouns_bear_capitals and span.type == "person", not language.startswith("fr")
    begun = span if first == span.first else replace(span, first=first)
    while step := _continued(line, last, begun, may_be_noun=may_be_noun, may_be_named=may_be_named):
        last += step
    return first, last


def _is_small_opener(line: Line, at: int) -> bool:
    """Whether a small word bears its capital for the sentence that it begins: "A Torino", "La Juventus"."""
    return line.tokens[at].opens and (line.word(at).lower() in _SMALL_OPENERS or _is_elided(line.word(at)))


def _is_elided(word: str) -> bool:
    """Whether a word is an article or a preposition without its vowel: "l'", "dell'"."""
    return len(word) > 1 and word[-1] in _APOSTROPHES


def _hyphenated_before(line: Line, at: int) -> int:
    """Count the tokens by which a hyphenated name begins before a token, small words between: "Hauts-de-France"."""
    if line.word(at - 1) not in _HYPHENS or not (line.touches(at - 1) and line.touches(at)):
        return 0
    if _is_capital(line, at - 2):
        return 2
    small = line.word(at - 2).islower() and len(line.word(at - 2)) <= _LONGEST_SMALL
    return 4 * (small and line.word(at - 3) in _HYPHENS and _is_capital(line, at - 4))


def _given_before(line: Line, at: int, *, may_be_unlisted: bool) -> int:
    """Count the tokens of further given names before a name, one that nobody listed among them: "Luiz Inácio Lula"."""
    if _is_given(line, at - 1):
        return 1
    return 2 * (may_be_unlisted and _is_capital(line, at - 1) and not line.tokens[at - 1].opens and _is_given(line, at - 2))


def _is_given(line: Line, at: int) -> bool:
    """Whether a further given name stands at a token: "José" of "José Adolfo Macías"."""
    word = line.word(at)
    return _is_capital(line, at) and is_given_name(word) and len(word) >= _SHORTEST_GIVEN and word.lower() not in _PARTICLES


def _continued(line: Line, at: int, span: Span, *, may_be_noun: bool, may_be_named: bool) -> int:
    """Count the tokens by which a name goes on: behind a hyphen, behind the small words of a name, with the next one."""
    if line.word(at) in _HYPHENS and line.touches(at) and line.touches(at + 1) and _is_inner(line, at + 1):
        return 2
    if _is_sure(line, span):
        return 0
    end = at
    while line.word(end) in _PARTICLES:
        end += 1
    if at < end and may_be_noun and _is_full_name(line, span, at):
        return 0
    joins = at < end and line.word(end - 1) in _AND
    if joins and (span.type != "person" or _is_given(line, end) or _is_inner(line, end + 1)):
        return 0
    if at < end and span.type == "person" and _is_elsewhere(line, end, may_be_named=may_be_named):
        return 0
    return (end - at + 1) * _is_inner(line, end) * (at < end or not may_be_noun)


def _is_full_name(line: Line, span: Span, at: int) -> bool:
    """Whether a given and a family name end before a token."""
    return at - span.first > 1 and _is_given(line, span.first)


def _is_elsewhere(line: Line, at: int, *, may_be_named: bool) -> bool:
    """Whether what follows the small words is no family name: an acronym, or a place; in French whoever is called so."""
    entry = entry_at(line, at, at + 1)
    is_place = entry is not None and entry.type == "place" and not (may_be_named and line.word(at) in surnames())
    is_country = entry is not None and entry.rank == "country"
    return (
        is_place
        or is_country
        or (at < len(line.tokens) and (line.tokens[at].is_acronym or bool(_JOINED.fullmatch(line.word(at)))))
    )


def _is_capital(line: Line, at: int) -> bool:
    return 0 <= at < len(line.tokens) and line.tokens[at].is_capitalized and not line.titled


def _is_inner(line: Line, at: int) -> bool:
    return _is_capital(line, at) and not line.tokens[at].opens


def _is_sure(line: Line, span: Span) -> bool:
    """Whether a name ends whatever follows: an organisation's or a country's, or one of several words that is no person's."""
    entry = entry_at(line, span.first, span.last)
    return span.type != "person" and (span.last - span.first > 1 or entry is None or entry.rank not in ("city", "region"))


def _is_single(line: Line, span: Span) -> bool:
    """Whether a name of one word is no country's, and may be the last one of a longer name."""
    entry = entry_at(line, span.first, span.last)
    return span.last - span.first == 1 and entry is not None and entry.rank not in ("country", "people")


def _is_noun(line: Line, span: Span) -> bool:
    """Whether a German word is a noun and no town: a listed one, or one behind an article."""
    if span.type != "place" or span.last - span.first > 1:
        return False
    entry = entry_at(line, span.first, span.last)
    before = line.word(span.first - 1).lower()
    articled = before in _GERMAN_ARTICLES and entry is not None and entry.rank == "city"
    return articled or (line.text(span) in _GERMAN_NOUNS and before not in _BEFORE_TOWNS)
