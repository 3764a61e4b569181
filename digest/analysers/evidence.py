"""Takeaways to the paragraphs that support them; what no paragraph supports says so."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from digest.model.article import Article, EvidenceLink, State, Takeaway
from digest.model.evidence import Evidence
from digest.model.library import Findings
from digest.model.names import Names
from digest.text.ranking import Ranking, ranking
from digest.text.words import stems

_LINKED = 0.22
_WEAK = 0.15
_NEAR_THE_FIRST = 0.85
_MOST_LINKS = 3


def annotate(article: Article, findings: Findings) -> Evidence:
    """Rank an article's own paragraphs for each takeaway; links that the editor gave stand."""
    language = article.front_matter.language
    named = _names_by_passage(findings[Names])
    bags = [_words(block.text, block.id, named, language) for block in article.blocks]
    ranked = ranking(bags)
    identifiers = [block.id for block in article.blocks]
    return Evidence(
        takeaways=tuple(
            _given(takeaway, identifiers)
            if takeaway.evidence
            else _linked(takeaway, ranked, _words(takeaway.text, takeaway.id, named, language), identifiers)
            for takeaway in article.front_matter.takeaways
        )
    )


def _names_by_passage(names: Names) -> Mapping[str, Sequence[str]]:
    """Return, for each passage, the canonical names of what it mentions, so that `Kyiv’s leader` and his name may meet."""
    canonical = {entity.key: entity.name for entity in names.entities}
    found: dict[str, list[str]] = defaultdict(list)
    for mention in names.mentions:
        if mention.text != canonical[mention.entity]:
            found[mention.passage].append(canonical[mention.entity])
    return found


def _words(text: str, passage: str, named: Mapping[str, Sequence[str]], language: str) -> tuple[str, ...]:
    return stems(" ".join((text, *named.get(passage, ()))), language)


def _given(takeaway: Takeaway, identifiers: Sequence[str]) -> Takeaway:
    links = tuple(link for link in takeaway.evidence if link.paragraph in identifiers)
    return replace(takeaway, evidence=links, state="linked" if links else "unsupported")


def _linked(takeaway: Takeaway, ranked: Ranking, words: Sequence[str], identifiers: Sequence[str]) -> Takeaway:
    scores = ranked.scores(words)
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))[:_MOST_LINKS]
    best = scores[order[0]] if order else 0.0
    links = tuple(
        EvidenceLink(paragraph=identifiers[index], score=round(scores[index], 3))
        for index in order
        if scores[index] >= _WEAK and scores[index] >= best * _NEAR_THE_FIRST
    )
    state: State = "linked" if best >= _LINKED else "weak" if best >= _WEAK else "unsupported"
    return replace(takeaway, evidence=links, state=state)
