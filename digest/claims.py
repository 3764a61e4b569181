"""What an article's title and takeaways claim, and the body that each claim is held against."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from digest.model.article import Article, Day, Takeaway, in_one_line
from digest.model.names import Mention, Names
from digest.text.numbers import NUMBER_MAY_STAND_IN, Number, figures, numbers
from digest.text.sentences import sentences
from digest.text.words import stems, stems_between_spaces

_Piece = tuple[int, int, int, Sequence[str]]  # of which passage, from where to where, what stands there between white space
_RELATIVE_YEARS = {"last year": -1, "a year ago": -1, "a year earlier": -1, "next year": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A title or a takeaway: its text, the stems of its words, the names in it, and the paragraphs that support it, by id."""

    passage: str
    text: str
    stems: frozenset[str]
    mentions: Sequence[Mention]
    paragraphs: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A sentence of the body: its paragraph, where it stands there, its text, and the stems of its words."""

    paragraph: str
    start: int
    end: int
    text: str
    stems: frozenset[str]


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
        telling = {chunk for chunk in self._stems if NUMBER_MAY_STAND_IN[chunk]}
        stating = dict.fromkeys(passage for passage, _, _, chunks in self._pieces if not telling.isdisjoint(chunks))
        return tuple(number for passage in stating for number in numbers(self.passages[passage][1]))

    @cached_property
    def figures(self) -> tuple[Number, ...]:
        """The numbers in digits of all its text, in any language."""
        return figures(self.text)

    @cached_property
    def calendar(self) -> tuple[Number, ...]:
        """The year and the day of its date, which hold for all its text, and the years that it counts from there."""
        if not self.date:
            return ()
        said = self.text.lower()
        years = [self.date.year + step for words, step in _RELATIVE_YEARS.items() if words in said]
        stated = [Number(start=0, end=0, value=float(year), is_year=True) for year in (self.date.year, *years)]
        return (*stated, Number(start=0, end=0, value=float(self.date.day)))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(chain.from_iterable(self._stems.values()))

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
        wanted = (number for number, (identifier, _) in enumerate(self.passages) if identifier in paragraphs)
        return [self._sentence(piece) for number in wanted for piece in self._pieces_by_passage[number]]

    def stems_in(self, paragraphs: Collection[str]) -> frozenset[str]:
        """Return the stems of some paragraphs."""
        wanted = (number for number, (identifier, _) in enumerate(self.passages) if identifier in paragraphs)
        return self._stems_of({chunk for number in wanted for *_, chunks in self._pieces_by_passage[number] for chunk in chunks})

    def texts(self, paragraphs: Collection[str]) -> Sequence[str]:
        """Return the texts of some paragraphs in reading order."""
        return [text for identifier, text in self.passages if identifier in paragraphs]

    def says_together(self, words: frozenset[str]) -> bool:
        """Say whether one sentence has all of some stems."""
        if not self._pieces or not words <= self.stems:
            return False
        if len(words) <= 1:
            return True
        telling = {chunk for chunk, of_chunk in self._stems.items() if not words.isdisjoint(of_chunk)}
        return any(words <= self._stems_of(telling.intersection(chunks)) for *_, chunks in self._pieces)

    def closest(self, claim: Claim, *, without: str = "") -> Closest | None:
        """Return the sentence that is most like a claim, the words of a name aside; the first of equals."""
        words = claim.stems.difference(stems(without, self.language))
        if not self._pieces or not words:
            return None
        if words not in self._closest:
            first, most = _highest([self._having[word] for word in words])
            sentence = self._sentence(self._pieces[first])
            self._closest[words] = Closest(sentence=sentence, shared=most, likeness=most / len(words))
        return self._closest[words]

    @cached_property
    def _pieces(self) -> Sequence[_Piece]:
        """Its sentences before anyone asks for one."""
        return [*chain.from_iterable(self._pieces_by_passage)]

    @cached_property
    def _pieces_by_passage(self) -> Sequence[Sequence[_Piece]]:
        return [
            [(number, start, end, text[start:end].split()) for start, end in sentences(text)]
            for number, (_, text) in enumerate(self.passages)
        ]

    @cached_property
    def _stems(self) -> Mapping[str, tuple[str, ...]]:
        """The stems in all that stands between white space."""
        known = stems_between_spaces(self.language)
        return {chunk: known[chunk] for chunk in set().union(*(chunks for *_, chunks in self._pieces))}

    def _stems_of(self, chunks: Iterable[str]) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._stems[chunk] for chunk in chunks))

    def _sentence(self, piece: _Piece) -> Sentence:
        passage, start, end, chunks = piece
        identifier, text = self.passages[passage]
        return Sentence(identifier, start, end, text[start:end], self._stems_of(chunks))

    @cached_property
    def _having(self) -> Mapping[str, int]:
        """Which sentences have each stem of the claims: a bit for each sentence, the first one the lowest."""
        telling = {chunk: of_chunk for chunk, of_chunk in self._stems.items() if not self.asked.isdisjoint(of_chunk)}
        places, telling_chunks = {chunk: list[int]() for chunk in telling}, frozenset(telling)
        for number, (*_, chunks) in enumerate(self._pieces):
            for chunk in telling_chunks.intersection(chunks):
                places[chunk].append(number)
        having = dict.fromkeys(self.asked, 0)
        for chunk, of_chunk in telling.items():
            bits = _bits(places[chunk])
            for stem in self.asked.intersection(of_chunk):
                having[stem] |= bits
        return having

    @cached_property
    def _closest(self) -> dict[frozenset[str], Closest]:
        return {}


def claims(article: Article, takeaways: Sequence[Takeaway], names: Names) -> tuple[Sequence[Claim], Body]:
    """Return what an article claims, and what that is held against.

    Its title and its takeaways are claims; sentences of the article itself claim nothing new.
    """
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
        for passage, text, evidence in (
            ("title", given.title, ()),
            *((one.id, one.text, one.evidence) for one in takeaways if one.origin != "extracted"),
        )
    ]
    passages = [(section.id, section.heading) for section in article.sections if section.heading]
    passages += [(block.id, in_one_line(block)) for block in article.blocks]
    asked = frozenset().union(*(claim.stems for claim in made))
    return made, Body(passages=tuple(passages), language=given.language, mentions=mentions, asked=asked, date=given.date)


def _bits(places: Sequence[int]) -> int:
    """Return the number that has a bit at each of some places, in order."""
    octets = bytearray(places[-1] // 8 + 1 if places else 0)
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
