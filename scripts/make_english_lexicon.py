"""Brill's lexicon, as TextBlob carries it, to `digest/structure/lexicon/english.txt`: one line of words for each class.

usage: make_english_lexicon.py en-lexicon.txt > english.txt   (the file stands in TextBlob's wheel: textblob/en/)
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

CLASSES = {
    "NN": "N", "NNS": "S", "JJ": "J", "JJR": "J", "JJS": "J", "RB": "R", "RBR": "R", "RBS": "R", "VB": "V", "VBP": "V",
    "VBZ": "Z", "VBD": "D", "VBN": "P", "VBG": "G", "NNP": "X", "NNPS": "X",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z][a-z'-]+")


def main() -> None:
    """Write the lexicon to standard output."""
    tags = dict(_entries(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
    common = {word: tag for word, tag in tags.items() if word.islower()}
    names = {word.lower() for word, tag in tags.items() if tag == "X" and word.lower() not in common}
    words: defaultdict[str, list[str]] = defaultdict(list, X=sorted(names))
    for word, tag in sorted(common.items()):
        words[_ambiguous(word, tag, common)].append(word)
    print("# class words: derived from Eric Brill's lexicon (MIT licence) in TextBlob; see NOTICE")
    for tag in sorted(words):
        print(tag, *words[tag])


def _entries(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        word, _, tags = line.partition(" ")
        tag = CLASSES.get(tags.split("|")[0].split(" ")[0])
        if tag and WORD.fullmatch(word):
            yield word, tag


def _ambiguous(word: str, tag: str, tags: dict[str, str]) -> str:
    """Say that a noun is a verb as well when its -ing form is known: the lexicon keeps one class a word."""
    stem = word[:-1] if tag == "S" else word
    if tag not in "NS" or not any(form in tags for form in (stem + "ing", stem[:-1] + "ing", stem + stem[-1] + "ing")):
        return tag
    return "NV" if tag == "N" else "SZ"


if __name__ == "__main__":
    main()
