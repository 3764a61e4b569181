"""Train the recovery of structure: a folder with `train.jsonl.gz` to the words, weights and numbers in `digest/structure/data`.

usage: train_structure.py DATA     (needs what the Makefile's bench-structure installs; takes half an hour)
"""

import json
import sys
import zipfile
import zlib
from pathlib import Path

import numpy as np
from structure_training.corpus import training_articles
from structure_training.training import Arrays, Trainer
from structure_training.words import vectors, words

_PLACE = Path(__file__).parents[1] / "digest" / "structure" / "data"


def main() -> None:
    """Train and write the model."""
    data = Path(sys.argv[1])
    known = words(training_articles(data / "train.jsonl.gz"))
    (_PLACE / "words.txt").write_text("\n".join(known) + "\n", encoding="utf-8")  # before anything reads it
    trained = Trainer(data, vectors(known)).trained()
    model = trained.model
    (_PLACE / "weights.bin").write_bytes(zlib.compress(model.table, 9))
    _write(_PLACE / "network.npz", trained.network)
    _write(_PLACE / "network_foreign.npz", {name: array for name, array in trained.foreign.items() if name != "words"})
    numbers = {"unit": model.unit, "agreement": dict(sorted(model.agreement.items()))}
    (_PLACE / "model.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


def _write(path: Path, arrays: Arrays) -> None:
    """Write arrays as NumPy's archive, without the time of day that `savez` puts in."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)


if __name__ == "__main__":
    main()
