"""Print how well names are found and told apart in labelled texts of several kinds, how fast, and with how much memory.

usage: bench_names.py DATA SCORER

DATA holds `dev/NNN.json` and `seed.json` (articles with their names) and `train/*.conll` (tagged sentences; nothing here learns
from them); SCORER is the program that scores what `digest inspect` finds.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from digest.model.names import Names, Passage
from digest.naming import find_names
from digest.naming.library import join

_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
_SENTENCES_A_TEXT = 15
_ROUNDS = 5
_FIRST_USE = """
from resource import RUSAGE_SELF, getrusage
from time import process_time
from digest.model.names import Passage
from digest.naming import find_names
begin = process_time()
find_names([Passage(id="p1", kind="paragraph", text="Ada Lovelace lived in London.")])
print(f"first use: {process_time() - begin:.3f} s of computing, {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB resident")
"""

# What the labelled files hold comes from JSON and has no closer type.
Gold = Mapping[str, Any]
Span = tuple[int, int, int]


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    options = parser.parse_args()
    if not (options.data / "dev").is_dir() or not (options.data / "train").is_dir():
        parser.error(f"{options.data} holds no folders dev/ and train/")
    for gold in (options.data / "dev", options.data / "seed.json"):
        _print_scores(options.scorer, gold)
    for path in sorted((options.data / "train").glob("*.conll")):
        with tempfile.TemporaryDirectory() as folder:
            for number, text in enumerate(_texts(path.read_text("utf-8"))):
                (Path(folder) / f"{number:04}.json").write_text(json.dumps(text), "utf-8")
            _print_scores(options.scorer, Path(folder), path.name)
    golds = [json.loads(path.read_text("utf-8")) for path in sorted((options.data / "dev").glob("*.json"))]
    _print_identity(golds)
    _print_speed(golds)


def _print_scores(scorer: Path, gold: Path, title: str = "") -> None:
    """Run the scorer over what the command line finds."""
    print(f"\n{title or gold.name}", flush=True)
    command = f"{sys.executable} -m digest inspect --format json {{files}}"
    subprocess.run([sys.executable, str(scorer), str(gold), "--command", command], check=True)  # noqa: S603 - named by whoever runs this


def _texts(tagged: str) -> Iterator[Gold]:
    """Make texts of tagged sentences, a paragraph each; a name stands for itself as entity."""
    sentences = [[line.split("\t") for line in block.splitlines()] for block in tagged.split("\n\n") if block.strip()]
    for first in range(0, len(sentences), _SENTENCES_A_TEXT):
        text, mentions = "", []
        for sentence in sentences[first : first + _SENTENCES_A_TEXT]:
            words, spans = _sentence(sentence)
            mentions += [
                {
                    "start": len(text) + start,
                    "end": len(text) + end,
                    "text": words[start:end],
                    "type": kind,
                    "entity": words[start:end],
                }
                for start, end, kind in spans
            ]
            text += f"{words}\n\n"
        yield {"text": text, "mentions": mentions}


def _sentence(rows: Sequence[Sequence[str]]) -> tuple[str, list[tuple[int, int, str]]]:
    """Join tagged words, punctuation to the word before it, and list the names as start, end and type."""
    text = ""
    spans: list[tuple[int, int, str]] = []
    for word, tag in rows:
        glued = not text or word in {".", ",", ";", ":", "!", "?", "%", ")", "'s", "’s", "n't"} or text.endswith(("(", "$", "#"))
        text += word if glued else f" {word}"
        if tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), spans[-1][2])
        elif tag != "O":
            spans.append((len(text) - len(word), len(text), _TYPES[tag[2:]]))
    return text, spans


def _passages(gold: Gold) -> list[Passage]:
    """Read each line as a passage whose id is where it begins."""
    passages, begin = [], 0
    for number, text in enumerate(gold["text"].split("\n")):
        passages.append(Passage(id=str(begin), kind="paragraph" if number else "title", text=text))
        begin += len(text) + 1
    return passages


def _print_identity(golds: Sequence[Gold]) -> None:
    """Print B-cubed over the mentions found exactly in all articles together, each entity of the library as one cluster."""
    found = [find_names(_passages(gold)) for gold in golds]
    ours: dict[Span, str] = {}
    for number, (names, keys) in enumerate(zip(found, join([names.entities for names in found]).keys, strict=True)):
        ours.update(_clustered(number, names, dict(keys)))
    theirs = {
        (number, mention["start"], mention["end"]): mention["entity"]
        for number, gold in enumerate(golds)
        for mention in gold["mentions"]
        if not mention.get("optional")
    }
    both = ours.keys() & theirs.keys()
    precision, recall = _b_cubed({span: ours[span] for span in both}, {span: theirs[span] for span in both})
    print(f"\nacross articles: b-cubed {precision:.3f} {recall:.3f} {2 * precision * recall / (precision + recall):.3f}")


def _clustered(number: int, names: Names, keys: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    for mention in names.mentions:
        begin = int(mention.passage)
        yield (number, begin + mention.start, begin + mention.end), keys.get(mention.entity, mention.entity)


def _b_cubed(ours: Mapping[Span, str], theirs: Mapping[Span, str]) -> tuple[float, float]:
    """Give the share of the mentions put with one that belong there, and of those that belong there that were put."""
    put, meant = _inverted(ours), _inverted(theirs)
    shared = {span: len(put[ours[span]] & meant[theirs[span]]) for span in ours}
    precision = sum(count / len(put[ours[span]]) for span, count in shared.items()) / len(shared)
    return precision, sum(count / len(meant[theirs[span]]) for span, count in shared.items()) / len(shared)


def _inverted(clusters: Mapping[Span, str]) -> dict[str, set[Span]]:
    members = defaultdict(set)
    for span, key in clusters.items():
        members[key].add(span)
    return members


def _print_speed(golds: Sequence[Gold]) -> None:
    """Time the articles on one core, and a first use in a process of its own."""
    articles = [_passages(gold) for gold in golds]
    words = sum(len(gold["text"].split()) for gold in golds)
    print(f"{words / min(_seconds(articles) for _ in range(_ROUNDS)):.0f} words a second", flush=True)
    subprocess.run([sys.executable, "-c", _FIRST_USE], check=True)  # noqa: S603 - a constant


def _seconds(articles: Sequence[Sequence[Passage]]) -> float:
    begin = time.process_time()
    for passages in articles:
        find_names(passages)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
