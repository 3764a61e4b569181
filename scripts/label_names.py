"""Label openly licensed text with a large tagger, for a small one to learn from: a folder of articles to lines of JSON.

usage: label_names.py STRUCTURE_DATA SPACY_MODEL OUT.jsonl.gz     (needs spaCy; takes some nine minutes)

STRUCTURE_DATA holds `train.jsonl.gz` and `*.json`, SPACY_MODEL is the folder of an English pipeline such as en_core_web_md.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy

Passage = tuple[str, str]
_UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger"]


def main() -> None:
    """Label all English articles, one a line."""
    data, model, out = map(Path, sys.argv[1:])
    tagger = spacy.load(model, disable=_UNUSED)
    with gzip.GzipFile(out, "wb", mtime=0) as file:
        for passages in _articles(data):
            found = tagger.pipe(text for _, text in passages)
            labelled = [
                [kind, text, [[entity.start_char, entity.end_char, entity.label_] for entity in read.ents]]
                for (kind, text), read in zip(passages, found, strict=True)
            ]
            file.write((json.dumps({"passages": labelled}) + "\n").encode())


def _articles(data: Path) -> Iterator[list[Passage]]:
    with gzip.open(data / "train.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if article["lang"] == "en":
                rows = (
                    [("heading", heading) for heading, _ in article["rows"]],
                    [("paragraph", text) for _, text in article["rows"]],
                )
                yield [passage for pair in zip(*rows, strict=True) for passage in pair if passage[1]]
    for path in sorted(data.glob("[0-9n]*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        if article.get("lang", "en") == "en":
            passages = [("heading", article["title"])]
            for section in article["sections"]:
                passages += [("heading", section["heading"] or ""), *(("paragraph", text) for text in section["paragraphs"])]
            yield [passage for passage in passages if passage[1]]


if __name__ == "__main__":
    main()
