"""Print how well takeaways find their paragraphs, how well false ones are flagged, and how extracts compare with a lead.

usage: bench_evidence.py DATA SCORER

DATA holds `structure/NNN.json` (articles) and `evidence/` (records, and `hand/` with paraphrases); SCORER is the program that
scores the records through the command line. Documents up to 131 were looked at while the rules were written, the others not.
"""

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_records import Record, made, stored

from digest.analyse import annotate
from digest.analysers import evidence
from digest.model.article import Article, Block, FrontMatter, Section, Takeaway
from digest.model.evidence import Evidence, Extracts
from digest.model.library import Findings
from digest.model.remark import Remarks
from digest.parts import ANNOTATORS
from digest.text.html import escaped
from digest.text.sentences import sentences

_LAST_SEEN = "131"
_TRUE = {"verbatim", "shortened", "reworded", "paraphrase"}
_MOST_FALSE_ALARMS = 0.10


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record with what digest says of it."""

    record: Record
    takeaway: Takeaway
    hinted: bool

    @property
    def flagged(self) -> bool:
        """Whether anything is said against it."""
        return self.hinted or self.takeaway.state != "linked"

    @property
    def score(self) -> float:
        """The score of its best paragraph."""
        return max((link.score for link in self.takeaway.evidence), default=0.0)


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    options = parser.parse_args()
    if not (options.data / "structure").is_dir() or not (options.data / "evidence").is_dir():
        parser.error(f"{options.data} holds no folders structure/ and evidence/")
    golds = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((options.data / "structure").glob("[0-9]*.json"))}
    english = {name: gold for name, gold in golds.items() if gold.get("lang", "en") == "en"}
    paragraphs = {
        name: [text for section in gold["sections"] for text in section["paragraphs"]] for name, gold in english.items()
    }
    sources = {name: str((gold.get("source") or {}).get("repo", "")) for name, gold in english.items()}
    by_hand = _judged(stored(options.data / "evidence" / "hand" / "paraphrases.json"), golds)
    by_rule = _judged(made(paragraphs, sources), golds)
    _print_thresholds([*by_hand, *by_rule])
    _print_flags("Paraphrases by hand", by_hand)
    _print_flags("Made by rule, documents that were looked at", [one for one in by_rule if one.record.document <= _LAST_SEEN])
    _print_flags("Made by rule, the other documents", [one for one in by_rule if one.record.document > _LAST_SEEN])
    _print_speed(golds, english)
    _print_extracts(english)
    _print_scorer(options.scorer, options.data)


def _article(gold: Mapping[str, object], takeaways: Sequence[str]) -> Article:
    """Make an article of a labelled document, so that only what follows its recovery is measured."""
    given = tuple(Takeaway(id=f"t{number}", text=text, origin="author") for number, text in enumerate(takeaways, 1))
    sections, first = [], 1
    rows = gold["sections"]
    for number, row in enumerate(rows if isinstance(rows, list) else [], 1):
        blocks = tuple(
            Block(id=f"p{at}", kind="paragraph", text=text, markup=escaped(text))
            for at, text in enumerate(row["paragraphs"], first)
        )
        first += len(blocks)
        sections.append(Section(id=f"s{number}", heading=row["heading"] or "", level=2, blocks=blocks))
    matter = FrontMatter(title=str(gold["title"]), takeaways=given, language=str(gold.get("lang", "en")))
    return Article(slug="x", path="x.txt", sha256="", front_matter=matter, sections=tuple(sections))


def _judged(records: Iterable[Record], golds: Mapping[str, Mapping[str, object]]) -> list[Judged]:
    grouped: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        grouped[record.document].append(record)
    judged = []
    for name, rows in grouped.items():
        found = annotate(_article(golds[name], [row.takeaway for row in rows]), ANNOTATORS).findings
        for row, takeaway in zip(rows, found[Evidence].takeaways, strict=True):
            judged.append(Judged(record=row, takeaway=takeaway, hinted=bool(found[Remarks].about(takeaway.id))))
    return judged


def _print_thresholds(judged: Sequence[Judged]) -> None:
    """Fit the score below which a takeaway counts as not supported on half of the documents, and judge it on the other half."""
    relevant = [one for one in judged if one.record.kind in {"absent", "paraphrase", "shortened"}]
    halves = [[one for one in relevant if int(one.record.document) % 2 == half] for half in (0, 1)]
    print("The score below which no paragraph supports a takeaway: fitted on one half of the documents, judged on the other")
    print(f"{'fitted on':>12}{'threshold':>11}{'precision':>11}{'recall':>8}{'false alarms on paraphrases':>29}")
    for half in (0, 1):
        best = max((step / 100 for step in range(5, 31)), key=lambda bar: _worth(halves[half], bar))
        _print_threshold("even" if half == 0 else "odd", best, halves[1 - half])
    for name, bar in (("linked", evidence.LINKED), ("weak", evidence.WEAK)):
        _print_threshold(name, bar, relevant)


def _worth(judged: Sequence[Judged], bar: float) -> float:
    precision, recall, alarms = _below(judged, bar)
    return 2 * precision * recall / (precision + recall or 1) if alarms <= _MOST_FALSE_ALARMS else 0.0


def _below(judged: Sequence[Judged], bar: float) -> tuple[float, float, float]:
    absent = [one for one in judged if one.record.kind == "absent"]
    paraphrases = [one for one in judged if one.record.kind == "paraphrase"]
    caught = sum(one.score < bar for one in absent)
    wrong = sum(one.score < bar for one in judged) - caught
    alarms = sum(one.score < bar for one in paraphrases) / max(1, len(paraphrases))
    return caught / max(1, caught + wrong), caught / max(1, len(absent)), alarms


def _print_threshold(name: str, bar: float, judged: Sequence[Judged]) -> None:
    precision, recall, alarms = _below(judged, bar)
    print(f"{name:>12}{bar:>11.2f}{precision:>11.3f}{recall:>8.3f}{alarms:>29.3f}")


def _print_flags(title: str, judged: Sequence[Judged]) -> None:
    print(f"\n{title}\n{'kind':14}{'records':>9}{'flagged':>9}{'hit@1':>8}{'hit@3':>8}")
    for kind in sorted({one.record.kind for one in judged}):
        rows = [one for one in judged if one.record.kind == kind]
        hits = "".join(f"{_hits(rows, among):>8.3f}" for among in (1, 3)) if kind in _TRUE else ""
        print(f"{kind:14}{len(rows):>9}{sum(one.flagged for one in rows) / len(rows):>9.3f}{hits}")
    true = [one for one in judged if one.record.supported_by]
    false = [one for one in judged if not one.record.supported_by]
    caught, alarms = sum(one.flagged for one in false), sum(one.flagged for one in true)
    precision, recall = caught / max(1, caught + alarms), caught / max(1, len(false))
    f1 = 2 * precision * recall / (precision + recall or 1)
    print(f"flagging: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}, false alarms {alarms / max(1, len(true)):.3f}")


def _hits(judged: Sequence[Judged], among: int) -> float:
    found = (any(int(link.paragraph[1:]) in one.record.supported_by for link in one.takeaway.evidence[:among]) for one in judged)
    return sum(found) / len(judged)


def _print_speed(golds: Mapping[str, Mapping[str, object]], english: Iterable[str]) -> None:
    """Time the linking of four takeaways an article; names were found before."""
    rows = []
    for name in list(english)[:60]:
        texts = [text for _, text in _spoken(golds[name])][:40:10]
        one = annotate(_article(golds[name], texts), ANNOTATORS)
        rows.append((one.article, Findings((Extracts(takeaways=()), *one.findings.values)), len(texts)))
    best = min(_seconds(rows) for _ in range(5))
    print(f"\nlinking: {1000 * best / sum(count for *_, count in rows):.2f} ms a takeaway")


def _seconds(rows: Sequence[tuple[Article, Findings, int]]) -> float:
    begin = time.process_time()
    for article, findings, _ in rows:
        evidence.annotate(article, findings)
    return time.process_time() - begin


def _spoken(gold: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for block in _article(gold, ()).blocks:
        yield from ((block.id, block.text[start:end]) for start, end in sentences(block.text))


def _print_extracts(golds: Mapping[str, Mapping[str, object]]) -> None:
    """Compare two extracted sentences with the first two, against title and headings as a stand-in for highlights."""
    print(f"\nTwo sentences against title and headings\n{'':14}{'ROUGE-1':>9}{'ROUGE-2':>9}{'ROUGE-L':>9}")
    figures: dict[str, Counter[str]] = {"first two": Counter(), "extracted": Counter()}
    count = 0
    for gold in golds.values():
        sections = gold["sections"]
        headings = [row["heading"] for row in sections if row["heading"]] if isinstance(sections, list) else []
        if len(headings) > 1:
            count += 1
            reference = _tokens(" ".join([str(gold["title"]), *headings]))
            found = annotate(_article(gold, ()), ANNOTATORS).findings[Evidence].takeaways
            for name, picked in (("first two", [text for _, text in _spoken(gold)]), ("extracted", [one.text for one in found])):
                said = _tokens(" ".join(picked[:2]))
                for size in (1, 2):
                    figures[name][str(size)] += round(1e6 * _rouge(said, reference, size))
                figures[name]["L"] += round(2e6 * _in_order(said, reference) / ((len(said) + len(reference)) or 1))
    for name, sums in figures.items():
        print(f"{name:14}" + "".join(f"{sums[size] / 1e4 / count:>9.1f}" for size in "12L"))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _rouge(said: Sequence[str], reference: Sequence[str], size: int) -> float:
    one, other = (Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1)) for words in (said, reference))
    return 2 * (one & other).total() / ((one.total() + other.total()) or 1)


def _in_order(said: Sequence[str], reference: Sequence[str]) -> int:
    """Count the words of the longest sequence that both have in order."""
    above = [0] * (len(reference) + 1)
    for word in said:
        row = [0]
        for at, other in enumerate(reference):
            row.append(above[at] + 1 if word == other else max(above[at + 1], row[-1]))
        above = row
    return above[-1]


def _print_scorer(scorer: Path, data: Path) -> None:
    """Run the scorer over the stored records, by rule and by hand."""
    command = f"{sys.executable} -m digest inspect --format json"
    files = [sorted((data / "evidence").glob("*.json")), [data / "evidence" / "hand" / "paraphrases.json"]]
    for records in files:
        print(f"\nThrough the command line: {', '.join(path.name for path in records)}", flush=True)
        arguments = [sys.executable, str(scorer), "--command", command, "--records", *map(str, records)]
        subprocess.run(arguments, check=True)  # noqa: S603 - named by whoever runs this


if __name__ == "__main__":
    main()
