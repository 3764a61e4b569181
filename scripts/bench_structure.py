"""Print how well structure is recovered: by the shipped model, by models that never saw the repository, and how fast.

usage: bench_structure.py DATA SCORER [--cross-validate]

DATA holds NNN.txt beside NNN.json and `train.jsonl.gz`; SCORER is the module whose `load_golds` and `evaluate` judge them.
Cross-validation trains a model for each fold of repositories, which takes an hour and needs what `make bench-structure` installs.
"""

import argparse
import importlib.util
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import ModuleType

from structure_training.corpus import training_articles
from structure_training.training import FOLDS, Trainer, fold_of
from structure_training.words import vectors, words

from digest.structure.model import Model, shipped
from digest.structure.recover import recover, recovered
from digest.structure.recovered import Recovered

Gold = tuple[str, str, str, Mapping[str, object]]
Recoverer = Callable[[str, Gold], Recovered]

_COLUMNS = ("docs", "head_p", "head_r", "head_f1", "detect_f1", "boundary", "title", "take_f1", "preserved", "exact")
_BINS = 10
_FIRST_USE = """
from time import perf_counter
from digest.structure.recover import recover
begin = perf_counter()
recover("The Night Tram It runs.")
print(perf_counter() - begin)
"""
_DATA = Path(__file__).parents[1] / "digest" / "structure" / "data"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--cross-validate", action="store_true")
    options = parser.parse_args()
    scorer = _module(options.scorer)
    golds: list[Gold] = scorer.load_golds(str(options.data))
    print("The shipped model on the development set (its repositories are among those trained on)")
    _print_figures(scorer, golds, lambda text, _: recover(text))
    if options.cross_validate:
        print("\nEach document by a model that never saw its repository")
        known = words(training_articles(options.data / "train.jsonl.gz"))
        models = Trainer(options.data, vectors(known)).held_out(shipped().agreement)
        _print_figures(scorer, golds, _by_held_out(models))
    _print_speed([text for _, text, _, _ in golds])


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _by_held_out(models: tuple[Model, ...]) -> Recoverer:
    def held_out(text: str, gold: Gold) -> Recovered:
        name, _, _, expected = gold
        source = expected.get("source")
        group = str(source.get("repo")) if isinstance(source, dict) else ""
        fold = fold_of(group, sum(map(ord, name)) % len(FOLDS))
        return recovered(text, title=None, headings=None, model=models[fold])

    return held_out


def _print_figures(scorer: ModuleType, golds: Iterable[Gold], recoverer: Recoverer) -> None:
    results = {gold[0]: recoverer(gold[1], gold) for gold in golds}
    shapes = {name: _shape(result) for name, result in results.items()}
    scores = scorer.evaluate(golds, shapes)
    print(f"{'variant':18}" + "".join(f"{column:>10}" for column in _COLUMNS))
    for variant in sorted(scores, key=lambda variant: (variant != "all", variant)):
        figures = (scores[variant][column] for column in _COLUMNS)
        print(f"{variant:18}" + "".join(f"{figure:>10}" if isinstance(figure, int) else f"{figure:>10.3f}" for figure in figures))
    _print_calibration(scorer, golds, results)
    _print_untitled(golds, recoverer)


def _shape(result: Recovered) -> dict[str, object]:
    sections = [{"heading": section.heading, "paragraphs": list(section.paragraphs)} for section in result.sections]
    return {"title": result.title, "takeaways": list(result.takeaways), "sections": sections}


def _print_calibration(scorer: ModuleType, golds: Iterable[Gold], results: Mapping[str, Recovered]) -> None:
    cuts: list[tuple[float, bool]] = []
    wrong = paragraphs = 0
    for name, _, _, expected in golds:
        right, found = (scorer.starts(scorer.norm(value)) for value in (expected, _shape(results[name])))
        inferred = [section.confidence for section in results[name].sections if section.heading or results[name].title]
        cuts += zip(inferred, (right.get(offset) == heading for offset, heading in found.items()), strict=True)
        if expected.get("variant") == "no_headings":
            wrong += len(found) - 1
            paragraphs += sum(len(section.paragraphs) for section in results[name].sections)
    print(f"expected calibration error {_calibration_error(cuts):.3f} over {len(cuts)} cuts")
    print(f"paragraphs wrongly cut where there are no headings: {wrong} of {paragraphs}")


def _print_untitled(golds: Iterable[Gold], recoverer: Recoverer) -> None:
    """Take the title of each document away, and count how many lose words of their first sentence to another."""
    found = []
    for gold in golds:
        before, title, after = gold[1].partition(str(gold[3]["title"]))
        if title:
            found.append(recoverer(before + after.lstrip(), gold).title)
    print(f"titles found where the title was taken away: {len(list(filter(None, found)))} of {len(found)}")


def _calibration_error(cuts: list[tuple[float, bool]]) -> float:
    error = 0.0
    for index in range(_BINS):
        inside = [cut for cut in cuts if index / _BINS < cut[0] <= (index + 1) / _BINS]
        error += abs(sum(stated - is_right for stated, is_right in inside))
    return error / len(cuts)


def _print_speed(texts: list[str]) -> None:
    paragraphs = sum(1 for text in texts for line in text.splitlines() if line.strip())
    recover(texts[0])
    begin = time.perf_counter()
    for text in texts:
        recover(text)
    seconds = time.perf_counter() - begin
    size = sum(path.stat().st_size for path in _DATA.iterdir())
    loading = subprocess.run([sys.executable, "-c", _FIRST_USE], capture_output=True, check=True, text=True)  # noqa: S603 - our own
    print(f"\n{paragraphs / seconds:.0f} paragraphs/s; first use {float(loading.stdout) * 1000:.0f} ms; {size:,} bytes of data")


if __name__ == "__main__":
    main()
