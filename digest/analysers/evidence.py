"""Takeaways to the paragraphs that support them; what no paragraph supports says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from digest.model.article import Article, EvidenceLink, State, Takeaway
from digest.model.evidence import Evidence, Extracts
from digest.model.library import Findings
from digest.model.names import Names
from digest.text.numbers import numbers
from digest.text.pairs import pairs
from digest.text.quoting import quotes
from digest.text.ranking import Ranking, ranking
from digest.text.words import stems

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
    pairs: Ranking[tuple[str, str]]
    headings: Ranking[str]

    def links(self, words: Sequence[str], beside: Sequence[tuple[str, str]]) -> tuple[EvidenceLink, ...]:
        """Rank the paragraphs for a takeaway, best first; those that share no word with it are left out."""
        said = self.words.scores(words)
        together = self.pairs.scores(beside)
        above = self.headings.scores(words)
        alone = [
            1 - (1 - (one + _WORD_PAIRS * two) / (1 + _WORD_PAIRS)) * (1 - _HEADING * three)
            for one, two, three in zip(said, together, above, strict=True)
        ]
        scores = [
            min(
                1.0, (score + _NEIGHBOURS * max(alone[max(0, at - 1) : at + 2])) / (1 + _NEIGHBOURS) * (1 + _EARLINESS / (1 + at))
            )
            for at, score in enumerate(alone)
        ]
        order = sorted((at for at in range(len(scores)) if alone[at]), key=lambda at: (-scores[at], at))
        return tuple(EvidenceLink(paragraph=self.identifiers[at], score=round(scores[at], 3)) for at in order[:_MOST_LINKS])


def annotate(article: Article, findings: Findings) -> Evidence:
    """Rank an article's own paragraphs for each takeaway; links that the editor gave stand."""
    given = article.front_matter.takeaways
    if not given:
        return Evidence(takeaways=findings[Extracts].takeaways)
    stated = {takeaway.id: _given(takeaway, article) for takeaway in given}
    links = _links(article, findings[Names]) if None in stated.values() else {}
    return Evidence(takeaways=tuple(stated[takeaway.id] or _linked(takeaway, links[takeaway.id]) for takeaway in given))


def _links(article: Article, names: Names) -> Mapping[str, tuple[EvidenceLink, ...]]:
    """Rank the paragraphs of an article for each of its takeaways."""
    language = article.front_matter.language
    named = _names_by_passage(names)
    takeaways = article.front_matter.takeaways
    said = [_words(takeaway.text, takeaway.id, named, language) for takeaway in takeaways]
    together = [pairs(takeaway.text) for takeaway in takeaways]
    words = frozenset(chain.from_iterable(said))
    headings = [(stems(section.heading, language), section.blocks) for section in article.sections]
    paragraphs = _Paragraphs(
        identifiers=tuple(block.id for block in article.blocks),
        words=ranking([_words(block.text, block.id, named, language) for block in article.blocks], words),
        pairs=ranking([pairs(block.text) for block in article.blocks], frozenset(chain.from_iterable(together))),
        headings=ranking([heading for heading, blocks in headings for _ in blocks], words),
    )
    return {one.id: paragraphs.links(own, beside) for one, own, beside in zip(takeaways, said, together, strict=True)}


def _names_by_passage(names: Names) -> Mapping[str, Sequence[str]]:
    """Return, for each passage, the canonical names of what it mentions, so that `Kyiv’s leader` and his name may meet."""
    canonical = {entity.key: entity.name for entity in names.entities}
    found: dict[str, list[str]] = defaultdict(list)
    for mention in names.mentions:
        if mention.text != canonical[mention.entity]:
            found[mention.passage].append(canonical[mention.entity])
    return found


def _words(text: str, passage: str, named: Mapping[str, Sequence[str]], language: str) -> tuple[str, ...]:
    """Return the stems of a passage and of the names in it, and its numbers as values: `five million` is `5,000,000`."""
    values = (f"{number.value:.15g}" for number in numbers(text) if number.value > 1)
    return (*stems(" ".join((text, *named.get(passage, ()))), language), *values)


def _given(takeaway: Takeaway, article: Article) -> Takeaway | None:
    """Take the evidence that the editor gave, if any: the paragraph that holds the quote, else those that are named.

    Where the quote is gone the takeaway is not more than weak, and without a paragraph it is unsupported.
    """
    holders = [block.id for block in article.blocks if takeaway.quote and quotes(takeaway.quote, block.text)]
    named = [link for link in takeaway.evidence if any(link.paragraph == block.id for block in article.blocks)]
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
