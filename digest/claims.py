"""What an article's title and takeaways claim, and the body that each claim is held against."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.model.article import Article, Takeaway
from digest.model.names import Mention, Names
from digest.text.numbers import Number, numbers
from digest.text.sentences import sentences
from digest.text.words import stems


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A title or a takeaway: its text, the names in it, and the ids of the paragraphs that were found to support it."""

    passage: str
    text: str
    mentions: tuple[Mention, ...]
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of the body: where it stands, its text, the stems of its words, and whom or what it names."""

    paragraph: str
    text: str
    stems: frozenset[str]
    entities: frozenset[str]


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
    mentions: Mapping[str, tuple[Mention, ...]]

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
        """The numbers that it states."""
        return numbers(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in reading order."""
        return tuple(
            Sentence(
                paragraph=identifier,
                text=text[start:end],
                stems=frozenset(stems(text[start:end], self.language)),
                entities=frozenset(one.entity for one in self.mentions.get(identifier, ()) if start <= one.start < end),
            )
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

    def closest(self, claim: Claim, *, without: str = "") -> Closest | None:
        """Return the sentence that is most like a claim, the words of a name aside; the first of equals."""
        words = frozenset(stems(claim.text, self.language)) - frozenset(stems(without, self.language))
        best = max(self.sentences, key=lambda sentence: len(words & sentence.stems), default=None)
        if not best or not words:
            return None
        shared = len(words & best.stems)
        return Closest(sentence=best, shared=shared, likeness=shared / len(words))


def claims(article: Article, takeaways: Sequence[Takeaway], names: Names) -> Iterator[Claim]:
    """Yield the title and each takeaway as a claim; sentences of the article itself claim nothing new."""
    mentions = _by_passage(names)
    yield Claim(passage="title", text=article.front_matter.title, mentions=mentions["title"])
    for takeaway in takeaways:
        if takeaway.origin != "extracted":
            paragraphs = tuple(link.paragraph for link in takeaway.evidence)
            yield Claim(passage=takeaway.id, text=takeaway.text, mentions=mentions[takeaway.id], paragraphs=paragraphs)


def body(article: Article, names: Names) -> Body:
    """Return what the claims of an article are held against."""
    passages = [(section.id, section.heading) for section in article.sections if section.heading]
    passages += [(block.id, block.text) for block in article.blocks]
    return Body(passages=tuple(passages), language=article.front_matter.language, mentions=_by_passage(names))


def _by_passage(names: Names) -> Mapping[str, tuple[Mention, ...]]:
    found: dict[str, tuple[Mention, ...]] = defaultdict(tuple)
    for mention in names.mentions:
        found[mention.passage] += (mention,)
    return found
