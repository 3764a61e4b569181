"""Train the recovery of structure: a folder with `train.jsonl.gz` to `digest/structure/data/weights.bin` and `model.json`.

usage: train_structure.py DATA     (needs numpy; takes some ten minutes)
"""

import json
import sys
import zlib
from pathlib import Path

from structure_training.training import trained

_PLACE = Path(__file__).parents[1] / "digest" / "structure" / "data"


def main() -> None:
    """Train and write the model."""
    model = trained(Path(sys.argv[1])).model
    (_PLACE / "weights.bin").write_bytes(zlib.compress(model.table, 9))
    numbers = {"unit": model.unit, "agreement": dict(sorted(model.agreement.items()))}
    (_PLACE / "model.json").write_text(json.dumps(numbers, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
