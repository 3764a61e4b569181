"""Articles to models: the shipped one, and one for each group of repositories that was held out."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digest.structure.agreement import agreed, evidence, rests
from digest.structure.features import TABLE_BITS
from digest.structure.model import ZERO, Judgement, Model, combined, likely
from digest.structure.network import Network, Networks, scores
from structure_training import network
from structure_training.choices import Choice, choices, features
from structure_training.corpus import Article, renderings, training_articles
from structure_training.fit import Floats, fitted_evidence, fitted_table
from structure_training.news import foreign_news_articles, news_articles

FOLDS = (
    frozenset(("18F/18f.gsa.gov", "frictionlessdata/website")),
    frozenset(("carpentries/carpentries.org", "grpc/grpc.io")),
    frozenset(("rust-lang/blog.rust-lang.org", "bitcoin-dot-org/Bitcoin.org")),
    frozenset(("ropensci/roweb3",)),
    frozenset(("cds-snc/digital-canada-ca", "publiccodenet/blog")),
)
_SEEDS = (8, 101, 102, 103)  # of the renderings: a table learns from the first, a network from all
_JUDGED = 1  # the fold in whose articles, unseen, it is learned how headings agree
_RENDERINGS = {"en": 2}
_RENDERINGS_OF_OTHERS = 4
_NEWS = 2500
_FOREIGN_NEWS = 250  # articles in each other language
_UNIT = 1 / 32
_RIDGE = 1.0
_ROUNDS = 45

Arrays = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    fold: int
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trained:
    """A model, and its networks as they are written."""

    model: Model
    network: Arrays
    foreign: Arrays


def fold_of(group: str, index: int) -> int:
    """Return the fold in which a repository is held out; what is from none is dealt out by its index."""
    return next((fold for fold, groups in enumerate(FOLDS) if group in groups), index % len(FOLDS))


class Trainer:
    """Train on the articles in a folder and on invented news, with all of them or without those of a fold."""

    def __init__(self, data: Path, vectors: NDArray[np.int8]) -> None:
        self._vectors = vectors
        self._renderings = [_documents(_articles(data, seed)) for seed in _SEEDS]
        self._foreign = [_documents(_foreign_articles(data, seed)) for seed in _SEEDS]
        self._features = {
            id(choice): features(choice)
            for document in self._renderings[0]
            for choice in document.choices
            if len(choice.cuts) > 1
        }

    def trained(self) -> Trained:
        """Return the model of all articles."""
        table, network = self._without(_JUDGED)
        agreement = self._agreement(table, network)
        table, network = self._without(None)
        foreign = self._foreign_without(None)
        return Trained(model=_model(table, network, foreign, agreement), network=network, foreign=foreign)

    def held_out(self, agreement: Mapping[str, float]) -> tuple[Model, ...]:
        """Return a model for each fold that has seen none of its articles, but for how headings agree."""
        return tuple(_model(*self._without(fold), self._foreign_without(fold), agreement) for fold in range(len(FOLDS)))

    def _without(self, fold: int | None) -> tuple[Floats, Arrays]:
        seen = _seen(self._renderings, fold)
        pairs = [(self._features[id(choice)], choice.right) for choice in seen[0] if len(choice.cuts) > 1]
        table = fitted_table(pairs, size=1 << TABLE_BITS, ridge=_RIDGE, rounds=_ROUNDS)
        return table, network.trained(network.joined([network.examples(choices) for choices in seen]), self._vectors)

    def _foreign_without(self, fold: int | None) -> Arrays:
        """Train the network of other languages: on all that is not English, and once on what is, for how prose goes."""
        seen = _seen([self._renderings[0], *self._foreign], fold)
        return network.trained(network.joined([network.examples(choices) for choices in seen]), self._vectors)

    def _agreement(self, table: Floats, arrays: Arrays) -> dict[str, float]:
        """Fit how a document's headings agree, in a second round as the model of the first sees the rest of the document."""
        documents = [one for one in self._renderings[0] if one.fold == _JUDGED]
        judged = [(one.choices, self._judgements(one, table, _read(arrays))) for one in documents]
        first = _fitted(judged, None)
        return _fitted(judged, _model(table, arrays, arrays, first))

    def _judgements(self, document: _Document, table: Floats, read: Network) -> list[Judgement]:
        several = [choice for choice in document.choices if len(choice.cuts) > 1]
        seen = iter(scores([(choice.opening, choice.cuts) for choice in several], several[0].used, read) if several else ())
        return [
            likely(
                combined(choice.opening, choice.cuts, [float(table[one].sum()) for one in self._features[id(choice)]], next(seen))
            )
            if len(choice.cuts) > 1
            else Judgement(opening=choice.opening, cuts=choice.cuts, scores=(0.0,))
            for choice in document.choices
        ]


def _seen(renderings: Sequence[Sequence[_Document]], fold: int | None) -> list[list[Choice]]:
    return [[choice for one in ones if one.fold != fold for choice in one.choices] for ones in renderings]


def _documents(articles: Iterable[Article]) -> list[_Document]:
    return [
        _Document(fold=fold_of(article.group, index), choices=tuple(choices(article))) for index, article in enumerate(articles)
    ]


def _articles(data: Path, seed: int) -> Iterator[Article]:
    chance = random.Random(seed)  # noqa: S311 - examples are no secret
    for article in training_articles(data / "train.jsonl.gz"):
        yield from renderings(article, chance, _RENDERINGS.get(article.language, _RENDERINGS_OF_OTHERS))
    yield from news_articles(_NEWS, chance)


def _foreign_articles(data: Path, seed: int) -> Iterator[Article]:
    chance = random.Random(seed)  # noqa: S311 - examples are no secret
    for article in training_articles(data / "train.jsonl.gz"):
        if article.language != "en":
            yield from renderings(article, chance, _RENDERINGS_OF_OTHERS)
    yield from foreign_news_articles(_FOREIGN_NEWS, chance)


def _fitted(judged: Sequence[tuple[tuple[Choice, ...], list[Judgement]]], earlier: Model | None) -> dict[str, float]:
    examples = []
    for made, judgements in judged:
        seen = rests(agreed(judgements, earlier, rounds=1) if earlier else judgements)
        for choice, judgement, rest in zip(made, judgements, seen, strict=True):
            right = choice.cuts[choice.right]
            if right in judgement.cuts and len(judgement.cuts) > 1:
                options = [dict(evidence(judgement, index, rest)) for index in range(len(judgement.cuts))]
                examples.append((options, judgement.cuts.index(right)))
    return fitted_evidence(examples, ridge=_RIDGE, rounds=200)


def _read(arrays: Arrays) -> Network:
    return {name: array.astype(np.float32) for name, array in arrays.items()}


def _model(table: Floats, arrays: Arrays, foreign: Arrays, agreement: Mapping[str, float]) -> Model:
    steps = np.clip(np.round(table / _UNIT), -ZERO, ZERO - 1) + ZERO
    networks = Networks(english=_read(arrays), foreign=_read(foreign))
    return Model(table=steps.astype(np.uint8).tobytes(), unit=_UNIT, networks=networks, agreement=agreement)
