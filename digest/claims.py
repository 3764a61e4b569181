"""What an article's title and takeaways claim, and the body that each claim is held against."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import msgspec

from digest.model.article import Article, Day, EvidenceLink, Takeaway, in_one_line
from digest.model.names import Mention, Names
from digest.text.concordance import Concordance, concordance
from digest.text.counts import counts
from digest.text.numbers import Number, figures, numbers, stating
from digest.text.sentences import sentences
from digest.text.words import stems, stems_between_spaces

_Span = tuple[int, int, int]  # of which passage, from where to where
_RELATIVE_YEARS = {"last year": -1, "a year ago": -1, "a year earlier": -1, "next year": 1}
_FEW = 32  # places of a stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A title or a takeaway: its text, the stems of its words, the names in it, and the paragraphs that support it, by id."""

    passage: str
    text: str
    stems: frozenset[str]
    mentions: Sequence[Mention]
    paragraphs: tuple[str, ...] = ()


class Sentence(msgspec.Struct, frozen=True, eq=False, dict=True):
    """A sentence of the body: its paragraph, where it stands there, and its text."""

    paragraph: str
    start: int
    end: int
    text: str
    language: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(stems(self.text, self.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Closest:
    """The sentence that has most of a claim's words: how many it shares, and which part of the claim they are."""

    sentence: Sentence
    shared: int
    likeness: float


@dataclass(frozen=True, kw_only=True)
class Body:
    """Headings and text of an article; it is taken apart once for all claims, as far as they ask for it.

    `asked` are the stems of the claims.
    """

    passages: tuple[tuple[str, str], ...]
    language: str
    mentions: Mapping[str, Sequence[Mention]]
    asked: frozenset[str]
    date: Day = None

    @property
    def is_english(self) -> bool:
        """Whether rules for English fit it; a language that nobody stated is taken for English."""
        return not self.language or self.language.startswith("en")

    @cached_property
    def text(self) -> str:
        """All passages, one a line."""
        return "\n".join(text for _, text in self.passages)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers that its passages state, each in its own; where they stand is of no matter here."""
        return tuple(number for passage in stating(self._apart) for number in numbers(self.passages[passage][1]))

    @cached_property
    def figures(self) -> tuple[Number, ...]:
        """The numbers in digits of all its text, in any language."""
        return figures(self.text)

    @cached_property
    def counts(self) -> frozenset[tuple[int, str]]:
        """How many of what its passages count, in other languages than English."""
        return frozenset((one.value, one.thing) for _, text in self.passages for one in counts(text, self.language))

    @cached_property
    def calendar(self) -> tuple[Number, ...]:
        """The year and the day of its date, which hold for all its text, and the years that it counts from there."""
        if not self.date:
            return ()
        said = self.text.lower()
        years = [self.date.year + step for words, step in _RELATIVE_YEARS.items() if words in said] if "year" in said else ()
        stated = [Number(start=0, end=0, value=float(year), is_year=True) for year in (self.date.year, *years)]
        return (*stated, Number(start=0, end=0, value=float(self.date.day)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(chain.from_iterable(map(self._stems.__getitem__, self._apart.places)))

    @cached_property
    def entities(self) -> frozenset[str]:
        """All that it names."""
        return frozenset(mention.entity for identifier, _ in self.passages for mention in self.mentions.get(identifier, ()))

    def named_in(self, sentence: Sentence) -> frozenset[str]:
        """Return whom and what a sentence names."""
        mentions = self.mentions.get(sentence.paragraph, ())
        return frozenset(one.entity for one in mentions if sentence.start <= one.start < sentence.end)

    def sentences(self, paragraphs: Collection[str]) -> Sequence[Sentence]:
        """Return the sentences of some paragraphs in reading order."""
        wanted = self._numbers(paragraphs)
        return [self._sentence((number, *span)) for number in wanted for span in sentences(self.passages[number][1])]

    def stems_in(self, paragraphs: Collection[str]) -> frozenset[str]:
        """Return the stems of some paragraphs."""
        pieces = chain.from_iterable(map(self._apart.of_text, self._numbers(paragraphs)))
        return frozenset(chain.from_iterable(map(self._stems.__getitem__, pieces)))

    def texts(self, paragraphs: Collection[str]) -> Sequence[str]:
        """Return the texts of some paragraphs in reading order."""
        return [text for identifier, text in self.passages if identifier in paragraphs]

    def says_together(self, words: frozenset[str]) -> bool:
        """Say whether one sentence has all of some stems."""
        if not self._apart.pieces or not words <= self.stems:
            return False
        if len(words) <= 1:
            return True
        having: dict[int, set[str]] = defaultdict(set)
        for piece, places in self._apart.places.items():
            if not words.isdisjoint(self._stems[piece]):
                for place in places:
                    having[self._apart.sentences[place]].update(self._stems[piece])
        return any(words <= said for said in having.values())

    def closest(self, claim: Claim, *, without: str = "") -> Closest | None:
        """Return the sentence that is most like a claim, the words of a name aside; the first of equals."""
        words = claim.stems.difference(stems(without, self.language))
        if not self._apart.pieces or not words:
            return None
        if words not in self._closest:
            first, most = _highest([self._having[word] for word in words])
            self._closest[words] = Closest(
                sentence=self._sentence(self._apart.span(first)), shared=most, likeness=most / len(words)
            )
        return self._closest[words]

    @cached_property
    def _apart(self) -> Concordance:
        return concordance(text for _, text in self.passages)

    @property
    def _stems(self) -> Mapping[str, tuple[str, ...]]:
        """The stems in what stands between white space."""
        return stems_between_spaces(self.language)

    def _numbers(self, paragraphs: Collection[str]) -> Sequence[int]:
        """Return which passages some paragraphs are."""
        return [number for number, (identifier, _) in enumerate(self.passages) if identifier in paragraphs]

    def _sentence(self, span: _Span) -> Sentence:
        if span not in self._sentences:
            number, start, end = span
            identifier, text = self.passages[number]
            self._sentences[span] = Sentence(identifier, start, end, text[start:end], self.language)
        return self._sentences[span]

    @cached_property
    def _sentences(self) -> dict[_Span, Sentence]:
        return {}

    @cached_property
    def _having(self) -> Mapping[str, int]:
        """Which sentences have each stem of the claims: a bit for each sentence, the first one the lowest."""
        having = {stem: list[int]() for stem in self.asked}
        known = self._stems
        for piece, places in self._apart.places.items():
            for stem in known[piece]:
                if stem in having:
                    having[stem] += map(self._apart.sentences.__getitem__, places)
        return {stem: _bits(numbers) for stem, numbers in having.items()}

    @cached_property
    def _closest(self) -> dict[frozenset[str], Closest]:
        return {}


def of_takeaways(article: Article, takeaways: Sequence[Takeaway], names: Names) -> tuple[Sequence[Claim], Body]:
    """Return what takeaways claim, and what that is held against; sentences of the article itself claim nothing new."""
    return _claims(article, [(one.id, one.text, one.evidence) for one in takeaways if one.origin != "extracted"], names)


def of_title(article: Article, names: Names) -> tuple[Sequence[Claim], Body]:
    """Return what the title of an article claims, and what that is held against."""
    return _claims(article, [("title", article.front_matter.title, ())], names)


def _claims(
    article: Article, stated: Sequence[tuple[str, str, Sequence[EvidenceLink]]], names: Names
) -> tuple[Sequence[Claim], Body]:
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions:
        mentions[mention.passage].append(mention)
    given = article.front_matter
    made = [
        Claim(
            passage=passage,
            text=text,
            stems=frozenset(stems(text, given.language)),
            mentions=mentions.get(passage, ()),
            paragraphs=tuple(link.paragraph for link in evidence),
        )
        for passage, text, evidence in stated
    ]
    asked = frozenset().union(*(claim.stems for claim in made))
    return made, Body(passages=passages(article), language=given.language, mentions=mentions, asked=asked, date=given.date)


def passages(article: Article) -> tuple[tuple[str, str], ...]:
    """Return the headings of an article, then its text, each passage with its id."""
    headings = ((section.id, section.heading) for section in article.sections if section.heading)
    return (*headings, *((block.id, in_one_line(block)) for block in article.blocks))


def texts_of(article: Article) -> Concordance:
    """Take the headings of an article and its text apart, in the order of `passages`."""
    headings = [section.heading for section in article.sections if section.heading]
    return concordance([*headings, *(block.text for section in article.sections for block in section.blocks)])


def _bits(places: Sequence[int]) -> int:
    """Return the number that has a bit at each of some places; with many of them, a number for each would take too long."""
    if len(places) <= _FEW:
        found = 0
        for place in places:
            found |= 1 << place
        return found
    octets = bytearray(max(places, default=-1) // 8 + 1)
    for place in places:
        octets[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(octets, "little")


def _highest(counted: Iterable[int]) -> tuple[int, int]:
    """Return the lowest place at which most of some numbers have a bit, and how many of them do.

    The bits are counted at all places at once, in binary: `digits` holds the ones of all counts, then the twos, and so on.
    """
    digits: list[int] = []
    for bits in counted:
        carried = bits
        for at, digit in enumerate(digits):
            digits[at], carried = digit ^ carried, digit & carried
        if carried:
            digits.append(carried)
    highest, most = -1, 0
    for at, digit in reversed([*enumerate(digits)]):
        if highest & digit:
            highest &= digit
            most += 1 << at
    return (highest & -highest).bit_length() - 1, most
