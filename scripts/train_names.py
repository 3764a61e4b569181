"""Train the tagger of names: labelled texts to `digest/naming/data/tagger.bin` and `tagger.json`.

usage: train_names.py CONLL_FOLDER LABELLED.jsonl.gz [--hold-out]     (needs python-crfsuite; takes some five minutes)

CONLL_FOLDER holds wikigold, wnut17 and btc-*, LABELLED comes from `label_names.py`. With `--hold-out` the last third of
wikigold, btc-f and btc-h is kept for measuring.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from names_training.corpora import conll_documents, labelled_documents
from names_training.documents import Document
from names_training.examples import examples
from names_training.fit import fit
from names_training.invented import invented_documents
from names_training.lists import Lists

_PLACE = Path(__file__).parents[1] / "digest" / "naming" / "data"
_HELD_OUT = {"wikigold", "btc-f", "btc-h"}
_FILES = (
    "wikigold",
    "wikigold",
    "wnut17",
    "btc-a",
    "btc-b",
    "btc-e",
    "btc-f",
    "btc-g",
    "btc-h",
)  # one stands twice, since it is the cleanest
_INVENTED = 1500
_SEED = 7


def main() -> None:
    """Train and write the model."""
    folder, labelled = Path(sys.argv[1]), Path(sys.argv[2])
    fit(list(examples(_documents(folder, labelled, held_out="--hold-out" in sys.argv), random.Random(_SEED))), _PLACE)


def _documents(folder: Path, labelled: Path, *, held_out: bool) -> Iterator[Document]:
    for name in _FILES:
        yield from conll_documents(folder / f"{name}.conll", stop=0.7 if held_out and name in _HELD_OUT else 1.0)
    yield from labelled_documents(labelled)
    yield from invented_documents(_INVENTED, Lists(), random.Random(_SEED))


if __name__ == "__main__":
    main()
