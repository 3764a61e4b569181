"""Group words that are used alike: MiniLM's embeddings of whole words to `digest/naming/data/clusters.txt.gz`.

usage: make_word_clusters.py MODEL     (the unpacked folder of all-MiniLM-L6-v2; needs numpy and safetensors)
"""

import gzip
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

_PLACE = Path(__file__).parents[1] / "digest" / "naming" / "data" / "clusters.txt.gz"
_CLUSTERS, _ROUNDS = 512, 25
_SHORTEST = 2
Floats = NDArray[np.float32]


def main() -> None:
    """Write one line a cluster, its words apart by spaces; eight lines on end belong together, as do sixty-four."""
    folder = Path(sys.argv[1])
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    kept = sorted(word for word in vocabulary if word.isalpha() and word.isascii() and len(word) >= _SHORTEST)
    vectors = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"]
    points = _normal(vectors[[vocabulary[word] for word in kept]])
    nearest, centres = _clusters(points)
    lines = [" ".join(kept[index] for index in np.flatnonzero(nearest == cluster)) for cluster in _in_order(centres)]
    _PLACE.write_bytes(gzip.compress("\n".join(lines).encode(), mtime=0))


def _normal(points: Floats) -> Floats:
    moved = points - points.mean(axis=0)
    return moved / np.linalg.norm(moved, axis=1, keepdims=True)


def _clusters(points: Floats) -> tuple[NDArray[np.int64], Floats]:
    """Find clusters by k-means, begun from points spread over the vocabulary."""
    centres = points[:: len(points) // _CLUSTERS][:_CLUSTERS].copy()
    for _ in range(_ROUNDS):
        nearest = np.argmax(points @ centres.T, axis=1)
        for cluster in range(_CLUSTERS):
            own = points[nearest == cluster]
            if len(own):
                centres[cluster] = own.mean(axis=0) / np.linalg.norm(own.mean(axis=0))
    return nearest, centres


def _in_order(centres: Floats) -> list[int]:
    """Put like clusters side by side: halve them along their widest direction, again and again."""

    def ordered(own: list[int]) -> list[int]:
        if len(own) == 1:
            return own
        points = centres[own] - centres[own].mean(axis=0)
        widest = np.linalg.svd(points, full_matrices=False)[2][0]
        by_width = [own[index] for index in np.argsort(points @ widest, kind="stable")]
        return ordered(by_width[: len(own) // 2]) + ordered(by_width[len(own) // 2 :])

    return ordered(list(range(len(centres))))


if __name__ == "__main__":
    main()
