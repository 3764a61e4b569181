"""The language of a text, by its function words."""

from collections import Counter

from digest.structure.lexicon import function_words

_SAMPLE = 3000
_ENOUGH = 0.12


def language_of(words: list[str]) -> str:
    """Return the language whose function words are the most frequent among the first words, or "" when none is."""
    counts = Counter(word.lower().strip(".,;:!?«»“”\"'()") for word in words[:_SAMPLE])
    shares = {
        language: sum(counts[word] for word in known if word.isalpha()) / max(1, sum(counts.values()))
        for language, known in function_words().items()
    }
    best = max(sorted(shares), key=shares.__getitem__)
    return best if shares[best] >= _ENOUGH else ""
