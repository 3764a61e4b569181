"""Examples to a model: fitted by CRFsuite, and written in whole numbers small enough for a byte."""

import json
import tempfile
import zlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from digest.naming.clues import TABLE_BITS
from digest.naming.tagger import LABELS, ZERO
from names_training.examples import Example

_SIZE = 1 << TABLE_BITS
_FEWEST = 2
_MOST = 127
_SHARE_IN_RANGE = 0.9998
_NEVER = -30_000


def fit(examples: Sequence[Example], folder: Path) -> None:
    """Fit a model and write it into a folder as `tagger.bin` and `tagger.json`."""
    counts: Counter[int] = Counter()
    for example in examples:
        for places in example.clues:
            counts.update(places)
    texts = [str(place) for place in range(_SIZE)]
    trainer = pycrfsuite.Trainer(
        algorithm="ap", params={"max_iterations": 8, "feature.possible_transitions": True}, verbose=False
    )
    for example in examples:
        clues = [[texts[place] for place in places if counts[place] >= _FEWEST] for places in example.clues]
        trainer.append(clues, [LABELS[label] for label in example.labels])
    with tempfile.NamedTemporaryFile(suffix=".crfsuite") as file:
        trainer.train(file.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(file.name)
        learned = tagger.info()
    weights = learned.state_features
    unit = sorted(map(abs, weights.values()))[int(len(weights) * _SHARE_IN_RANGE)] / _MOST
    table = bytearray([ZERO]) * (_SIZE * len(LABELS))
    for (place, label), weight in weights.items():
        table[int(place) * len(LABELS) + LABELS.index(label)] = ZERO + max(-_MOST, min(_MOST, round(weight / unit)))
    moves = [[_move(before, label, learned.transitions, unit) for before in LABELS] for label in LABELS]
    begins = [_NEVER if label.startswith("I") else 0 for label in LABELS]
    (folder / "tagger.bin").write_bytes(zlib.compress(bytes(table), 9))
    (folder / "tagger.json").write_text(json.dumps({"bias": 0, "begins": begins, "moves": moves}) + "\n", encoding="utf-8")


def _move(before: str, label: str, transitions: dict[tuple[str, str], float], unit: float) -> int:
    """Score a label after another; a name goes on only as it began."""
    if label.startswith("I") and before[2:] != label[2:]:
        return _NEVER
    return round(transitions.get((before, label), 0.0) / unit)
