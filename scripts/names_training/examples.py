"""Documents to examples: the stretches of their lines, with the clues and the right label of each token."""

import random
import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from digest.model.names import Passage, PassageKind
from digest.naming.lines import Line, line
from digest.naming.recognised import recognised
from digest.naming.tagged import clued_stretches
from digest.naming.tagger import LABELS
from names_training.documents import Document

_TITLED, _SHOUTED = 0.05, 0.03
_LONGEST_RECASED = 300
_WORD_BEGINS = re.compile(r"(?<![^\s\-“\"(])\w")


@dataclass(frozen=True, slots=True)
class Example:
    """A stretch: hashed features and label of each token."""

    clues: tuple["array[int]", ...]
    labels: tuple[int, ...]


def examples(documents: Iterable[Document], chance: random.Random) -> Iterator[Example]:
    """List the stretches of documents; some passages are put into title case or capitals, which say nothing of names."""
    for document in documents:
        lines = [
            line(Passage(id=str(number), kind=cast(PassageKind, kind), text=_recased(text, chance)))
            for number, (kind, text) in enumerate(document.passages)
        ]
        right = [_labels(read, number, document) for number, read in enumerate(lines)]
        for number, first, last, clues in clued_stretches(lines, recognised(lines)):
            yield Example(tuple(array("i", places) for places in clues), tuple(_begun(right[number][first:last])))


def _recased(text: str, chance: random.Random) -> str:
    drawn = chance.random()
    if len(text) >= _LONGEST_RECASED or drawn >= _TITLED + _SHOUTED:
        return text
    changed = _WORD_BEGINS.sub(lambda found: found[0].upper(), text) if drawn < _TITLED else text.upper()
    return changed if len(changed) == len(text) else text


def _labels(read: Line, number: int, document: Document) -> list[int]:
    """Label the tokens of a line."""
    labels = [0] * len(read.tokens)
    for name in document.names:
        if name.passage == number:
            inside = [at for at, token in enumerate(read.tokens) if token.start < name.end and token.end > name.start]
            for at in inside:
                if not labels[at]:
                    labels[at] = LABELS.index(f"{'B' if at == inside[0] else 'I'}-{name.kind}")
    return labels


def _begun(labels: list[int]) -> Iterator[int]:
    """Let a name whose beginning stands outside a stretch begin inside it."""
    before = 0
    for label in labels:
        continues = label and label % 2 == 0
        before = label - 1 if continues and before not in {label, label - 1} else label
        yield before
