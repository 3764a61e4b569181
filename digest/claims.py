"""What an article's title and takeaways claim, and the body that each claim is held against."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from digest.model.article import Article, Day, Takeaway
from digest.model.names import Mention, Names
from digest.text.numbers import Number, numbers
from digest.text.sentences import sentences
from digest.text.words import stems

_RELATIVE_YEARS = {"last year": -1, "a year ago": -1, "a year earlier": -1, "next year": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A title or a takeaway: its text, the names in it, and the ids of the paragraphs that were found to support it."""

    passage: str
    text: str
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
    """Headings and text of an article; it is taken apart once for all claims, as far as they ask for it."""

    passages: tuple[tuple[str, str], ...]
    language: str
    mentions: Mapping[str, Sequence[Mention]]
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
        return tuple(number for _, text in self.passages for number in numbers(text))

    @cached_property
    def calendar(self) -> tuple[Number, ...]:
        """The year and the day of its date, which hold for all its text, and the years that it counts from there."""
        if not self.date:
            return ()
        years = [self.date.year + step for words, step in _RELATIVE_YEARS.items() if words in self.text.lower()]
        stated = [Number(start=0, end=0, value=float(year), is_year=True) for year in (self.date.year, *years)]
        return (*stated, Number(start=0, end=0, value=float(self.date.day)))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in reading order."""
        return tuple(
            Sentence(identifier, start, end, text[start:end], frozenset(stems(text[start:end], self.language)))
            for identifier, text in self.passages
            for start, end in sentences(text)
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset().union(*(sentence.stems for sentence in self.sentences))

    @cached_property
    def entities(self) -> frozenset[str]:
        """All that it names."""
        return frozenset(mention.entity for identifier, _ in self.passages for mention in self.mentions.get(identifier, ()))

    def named_in(self, sentence: Sentence) -> frozenset[str]:
        """Return whom and what a sentence names."""
        mentions = self.mentions.get(sentence.paragraph, ())
        return frozenset(one.entity for one in mentions if sentence.start <= one.start < sentence.end)

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the sentences that have a stem."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, sentence in enumerate(self.sentences):
            for stem in sentence.stems:
                found[stem].append(number)
        return found

    def closest(self, claim: Claim, *, without: str = "") -> Closest | None:
        """Return the sentence that is most like a claim, the words of a name aside; the first of equals."""
        words = frozenset(stems(claim.text, self.language)) - frozenset(stems(without, self.language))
        if not self.sentences or not words:
            return None
        shared = Counter(chain.from_iterable(self._holders.get(word, ()) for word in words))
        most = max(shared.values(), default=0)
        best = min((number for number, count in shared.items() if count == most), default=0)
        return Closest(sentence=self.sentences[best], shared=most, likeness=most / len(words))


def claims(article: Article, takeaways: Sequence[Takeaway], names: Names) -> Iterator[Claim]:
    """Yield the title and each takeaway as a claim; sentences of the article itself claim nothing new."""
    mentions = _by_passage(names)
    yield Claim(passage="title", text=article.front_matter.title, mentions=mentions.get("title", ()))
    for takeaway in takeaways:
        if takeaway.origin != "extracted":
            paragraphs = tuple(link.paragraph for link in takeaway.evidence)
            yield Claim(passage=takeaway.id, text=takeaway.text, mentions=mentions.get(takeaway.id, ()), paragraphs=paragraphs)


def body(article: Article, names: Names) -> Body:
    """Return what the claims of an article are held against."""
    passages = [(section.id, section.heading) for section in article.sections if section.heading]
    passages += [(block.id, block.text) for block in article.blocks]
    given = article.front_matter
    return Body(passages=tuple(passages), language=given.language, mentions=_by_passage(names), date=given.date)


def _by_passage(names: Names) -> Mapping[str, Sequence[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.mentions:
        found[mention.passage].append(mention)
    return found
