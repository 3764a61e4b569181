"""Labelled text of others to documents: CoNLL files, and what a large tagger labelled."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

from names_training.documents import Document, Named

_KINDS = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "misc"}
_KINDS |= {"PERSON": "person", "GPE": "place", "FAC": "place", "NORP": "misc", "PRODUCT": "misc", "EVENT": "misc"}
_KINDS |= {"WORK_OF_ART": "misc", "LAW": "misc", "LANGUAGE": "misc"}
_SENTENCES_A_DOCUMENT = 15
_CLOSING = frozenset((*".,;:!?%)]}'’", "'s", "’s", "n't", "''", "'re", "'ve", "'ll", "'m", "'d"))
_OPENING = frozenset(("(", "[", "{", "$", "#", "£", "``"))
_ARTICLE = re.compile(r"the\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)(['’]s|(?<=s)['’])$")
Tagged = list[tuple[str, str]]


def conll_documents(path: Path, *, start: float = 0.0, stop: float = 1.0) -> Iterator[Document]:
    """Read a part of a CoNLL file, some sentences a document, with the spaces that its text had most likely."""
    sentences = list(_sentences(path))
    sentences = sentences[int(len(sentences) * start) : int(len(sentences) * stop)]
    for first in range(0, len(sentences), _SENTENCES_A_DOCUMENT):
        passages: list[tuple[str, str]] = []
        names: list[Named] = []
        for number, sentence in enumerate(sentences[first : first + _SENTENCES_A_DOCUMENT]):
            text, places = _joined([word for word, _ in sentence])
            passages.append(("paragraph", text))
            names += [Named(number, places[at][0], places[end - 1][1], kind) for at, end, kind in _names(sentence)]
        yield Document(tuple(passages), tuple(names))


def labelled_documents(path: Path) -> Iterator[Document]:
    """Read what `label_names.py` wrote; names leave out "the" and the possessive."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            passages = json.loads(line)["passages"]
            names = [
                Named(number, *_trimmed(text, start, end), _KINDS[label])
                for number, (_, text, found) in enumerate(passages)
                for start, end, label in found
                if label in _KINDS
            ]
            yield Document(tuple((kind, text) for kind, text, _ in passages), tuple(names))


def _sentences(path: Path) -> Iterator[Tagged]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        if rows:
            yield [(word, tag) for word, tag in rows]


def _names(sentence: Tagged) -> Iterator[tuple[int, int, str]]:
    at = 0
    while at < len(sentence):
        _, dash, kind = sentence[at][1].partition("-")
        end = at + 1
        if dash:
            while end < len(sentence) and sentence[end][1] == f"I-{kind}":
                end += 1
            yield at, end, _KINDS[kind]
        at = end


def _joined(words: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Write a sentence as people do, and tell where each word stands."""
    text, before, quoted = "", "", False
    places: list[tuple[int, int]] = []
    for word in words:
        apart = bool(text) and word not in _CLOSING and before not in _OPENING and not (before == '"' and quoted)
        if word == '"':
            apart = apart and not quoted
            quoted = not quoted
        text += " " * apart
        places.append((len(text), len(text) + len(word)))
        text += word
        before = word
    return text, places


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    article = _ARTICLE.match(text[start:end])
    start += article.end() if article else 0
    owner = _POSSESSIVE.search(text[start:end])
    return start, start + owner.start() if owner else end
