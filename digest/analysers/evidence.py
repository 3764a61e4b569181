"""Takeaways to the paragraphs that support them; what no paragraph supports says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from digest.claims import texts_of
from digest.model.article import Article, EvidenceLink, Section, State, Takeaway
from digest.model.evidence import Evidence, Extracts
from digest.model.library import Findings
from digest.model.names import Names
from digest.text.numbers import numbers, stating
from digest.text.pairs import Pair, pairs, pairs_counted
from digest.text.quoting import quotes
from digest.text.ranking import Ranking, Word, ranking
from digest.text.words import stems, stems_counted

# Fitted by scripts/bench_evidence.py; docs/evidence.md has the figures.
LINKED = 0.11
WEAK = 0.09
_WORD_PAIRS = 0.8
_HEADING = 0.35
_NEIGHBOURS = 0.1
_EARLINESS = 0.03
_MOST_LINKS = 3
_HAND_PICKED = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraphs:
    """An article's paragraphs, by the words that carry meaning and by pairs of words side by side; and the words above each."""

    identifiers: tuple[str, ...]
    words: Ranking[str]
    pairs: Ranking[Pair]
    headings: Ranking[str]

    def links(self, words: Sequence[str], beside: Sequence[Pair]) -> tuple[EvidenceLink, ...]:
        """Rank the paragraphs for a takeaway, best first; those that share no word with it are left out."""
        said = self.words.scores(words)
        together = self.pairs.scores(beside)
        above = self.headings.scores(words)
        alone = [
            1 - (1 - (one + _WORD_PAIRS * two) / (1 + _WORD_PAIRS)) * (1 - _HEADING * three)
            for one, two, three in zip(said, together, above, strict=True)
        ]
        near = map(max, (0.0, *alone), alone, (*alone[1:], 0.0))
        scores = [
            (min(1.0, (score + _NEIGHBOURS * around) / (1 + _NEIGHBOURS) * (1 + _EARLINESS / (1 + at))), -at)
            for at, (score, around) in enumerate(zip(alone, near, strict=True))
            if score
        ]
        best = sorted(scores, reverse=True)[:_MOST_LINKS]
        return tuple(EvidenceLink(paragraph=self.identifiers[-at], score=round(score, 3)) for score, at in best)


def annotate(article: Article, findings: Findings) -> Evidence:
    """Rank an article's own paragraphs for each takeaway; links that the editor gave stand."""
    given = article.front_matter.takeaways
    if not given:
        return Evidence(takeaways=findings[Extracts].takeaways)
    texts = {block.id: block.text for block in article.blocks}
    stated = {takeaway.id: _given(takeaway, texts) for takeaway in given}
    links = _links(article, findings[Names]) if None in stated.values() else {}
    return Evidence(takeaways=tuple(stated[takeaway.id] or _linked(takeaway, links[takeaway.id]) for takeaway in given))


def _links(article: Article, names: Names) -> Mapping[str, tuple[EvidenceLink, ...]]:
    """Rank the paragraphs of an article for each of its takeaways."""
    language = article.front_matter.language
    named = _names_by_passage(names)
    takeaways = article.front_matter.takeaways
    said = [
        (*stems(takeaway.text, language), *_names_and_values(takeaway.text, named.get(takeaway.id, ()), language))
        for takeaway in takeaways
    ]
    together = [pairs(takeaway.text) for takeaway in takeaways]
    paragraphs = _paragraphs(article, named, frozenset(chain.from_iterable(said)), frozenset(chain.from_iterable(together)))
    return {one.id: paragraphs.links(own, beside) for one, own, beside in zip(takeaways, said, together, strict=True)}


def _paragraphs(
    article: Article, named: Mapping[str, Sequence[str]], words: frozenset[str], beside: frozenset[Pair]
) -> _Paragraphs:
    """Count the words and the pairs of words that takeaways have in an article's paragraphs and in the headings above them."""
    blocks, language = article.blocks, article.front_matter.language
    texts = texts_of(article)
    first = len(texts) - len(blocks)  # behind the headings
    lengths, counts = stems_counted(texts, words, language)
    telling = frozenset(stating(texts))
    for number, block in enumerate(blocks, first):
        if number in telling or block.id in named:
            others = _names_and_values(block.text, named.get(block.id, ()), language)
            lengths[number] += len(others)
            for word in filter(counts.__contains__, others):
                counts[word][number] += 1
    sizes, paired = pairs_counted(texts, beside)
    under = _under(article.sections)
    return _Paragraphs(
        identifiers=tuple(block.id for block in blocks),
        words=ranking(lengths[first:], _from(first, counts)),
        pairs=ranking(sizes[first:], _from(first, paired)),
        headings=ranking(
            [length for heading, places in under for length in [0 if heading is None else lengths[heading]] * len(places)],
            {
                word: {at: found[heading] for heading, places in under if heading in found for at in places}
                for word, found in counts.items()
            },
        ),
    )


def _from(first: int, counts: Mapping[Word, Mapping[int, int]]) -> Mapping[Word, Mapping[int, int]]:
    """Count from the first paragraph on, without the headings."""
    return {word: {at - first: times for at, times in found.items() if at >= first} for word, found in counts.items()}


def _under(sections: Sequence[Section]) -> Sequence[tuple[int | None, range]]:
    """Return which of the headings stands above which paragraphs of an article, or None."""
    found: list[tuple[int | None, range]] = []
    heading = paragraph = 0
    for section in sections:
        following = paragraph + len(section.blocks)
        found.append((heading if section.heading else None, range(paragraph, following)))
        heading += bool(section.heading)
        paragraph = following
    return found


def _names_by_passage(names: Names) -> Mapping[str, Sequence[str]]:
    """Return, for each passage, the canonical names of what it mentions, so that `Kyiv’s leader` and his name may meet."""
    canonical = {entity.key: entity.name for entity in names.entities}
    found: dict[str, list[str]] = defaultdict(list)
    for mention in names.mentions:
        if mention.text != canonical[mention.entity]:
            found[mention.passage].append(canonical[mention.entity])
    return found


def _names_and_values(text: str, named: Sequence[str], language: str) -> Sequence[str]:
    """Return the stems of the names in a passage, and its numbers as values: `five million` is `5,000,000`."""
    names = chain.from_iterable(stems(name, language) for name in named)
    return (*names, *(f"{number.value:.15g}" for number in numbers(text) if number.value > 1))


def _given(takeaway: Takeaway, texts: Mapping[str, str]) -> Takeaway | None:
    """Take the evidence that the editor gave, if any: the paragraph that holds the quote, else those that are named.

    Where the quote is gone the takeaway is not more than weak, and without a paragraph it is unsupported.
    """
    if not (takeaway.quote or takeaway.evidence):
        return None
    holders = [paragraph for paragraph, text in texts.items() if quotes(takeaway.quote, text)] if takeaway.quote else []
    named = [link for link in takeaway.evidence if link.paragraph in texts]
    if holders and not any(link.paragraph in holders for link in named):
        named = [EvidenceLink(paragraph=holders[0], score=_HAND_PICKED)]
    if not named and not takeaway.evidence:
        return None
    state: State = "unsupported" if not named else "weak" if takeaway.quote and not holders else "linked"
    return replace(takeaway, evidence=tuple(named), state=state)


def _linked(takeaway: Takeaway, links: tuple[EvidenceLink, ...]) -> Takeaway:
    best = links[0].score if links else 0.0
    state: State = "unsupported" if best < WEAK else "weak" if best < LINKED or takeaway.quote else "linked"
    return replace(takeaway, evidence=links, state=state)
