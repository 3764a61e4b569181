"""Articles to models: the shipped one, and one for each group of repositories that was held out."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from digest.structure.agreement import agreed, evidence, rests
from digest.structure.features import TABLE_BITS
from digest.structure.model import ZERO, Judgement, Model
from structure_training.choices import Choice, choices
from structure_training.corpus import Article, renderings, training_articles
from structure_training.fit import Floats, fitted_evidence, fitted_table
from structure_training.news import news_articles

FOLDS = (
    frozenset(("18F/18f.gsa.gov", "frictionlessdata/website")),
    frozenset(("carpentries/carpentries.org", "grpc/grpc.io")),
    frozenset(("rust-lang/blog.rust-lang.org", "bitcoin-dot-org/Bitcoin.org")),
    frozenset(("ropensci/roweb3",)),
    frozenset(("cds-snc/digital-canada-ca", "publiccodenet/blog")),
)
_SEED = 8
_RENDERINGS = {"en": 2}
_RENDERINGS_OF_OTHERS = 4
_NEWS = 2500
_UNIT = 1 / 32
_RIDGE = 1.0
_ROUNDS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """The model of all articles, and those of all but one fold, in the order of `FOLDS`."""

    model: Model
    held_out: tuple[Model, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    fold: int
    choices: tuple[Choice, ...]


def fold_of(group: str, index: int) -> int:
    """Return the fold in which a repository is held out; what is from none is dealt out by its index."""
    return next((fold for fold, groups in enumerate(FOLDS) if group in groups), index % len(FOLDS))


def trained(data: Path) -> Training:
    """Train on the articles in a folder and on invented news."""
    documents = [
        _Document(fold=fold_of(article.group, index), choices=tuple(choices(article)))
        for index, article in enumerate(_articles(data))
    ]
    tables = [_table([document for document in documents if document.fold != fold]) for fold in range(len(FOLDS))]
    judged = [(document.choices, _judgements(document, tables[document.fold])) for document in documents]
    agreement = _agreement(judged, None)
    agreement = _agreement(judged, _model(tables[0], agreement))
    return Training(model=_model(_table(documents), agreement), held_out=tuple(_model(table, agreement) for table in tables))


def _articles(data: Path) -> Iterator[Article]:
    chance = random.Random(_SEED)  # noqa: S311 - examples are no secret
    for article in training_articles(data / "train.jsonl.gz"):
        yield from renderings(article, chance, _RENDERINGS.get(article.language, _RENDERINGS_OF_OTHERS))
    yield from news_articles(_NEWS, chance)


def _table(documents: Sequence[_Document]) -> Floats:
    examples = [(choice.features, choice.right) for document in documents for choice in document.choices if choice.features]
    return fitted_table(examples, size=1 << TABLE_BITS, ridge=_RIDGE, rounds=_ROUNDS)


def _judgements(document: _Document, table: Floats) -> list[Judgement]:
    return [
        Judgement(
            opening=choice.opening,
            cuts=choice.cuts,
            scores=tuple(float(table[features].sum()) for features in choice.features) or (0.0,),
        )
        for choice in document.choices
    ]


def _agreement(judged: Sequence[tuple[tuple[Choice, ...], list[Judgement]]], earlier: Model | None) -> dict[str, float]:
    """Fit how a document's headings agree, seen as an earlier model of it sees the rest of the document."""
    examples = []
    for made, judgements in judged:
        seen = rests(agreed(judgements, earlier, rounds=1) if earlier else judgements)
        for choice, judgement, rest in zip(made, judgements, seen, strict=True):
            if choice.features:
                options = [dict(evidence(judgement, index, rest)) for index in range(len(judgement.cuts))]
                examples.append((options, choice.right))
    return fitted_evidence(examples, ridge=_RIDGE, rounds=200)


def _model(table: Floats, agreement: dict[str, float]) -> Model:
    steps = np.clip(np.round(table / _UNIT), -ZERO, ZERO - 1) + ZERO
    return Model(table=steps.astype(np.uint8).tobytes(), unit=_UNIT, agreement=agreement)
