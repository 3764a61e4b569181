"""Log-linear models of one choice among several, fitted by L-BFGS: examples to weights.

Sums are NumPy's own rather than a linear algebra library's, so that every machine finds the same.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Loss = Callable[[Floats], tuple[float, Floats]]

_MEMORY = 8
_MOST_STEPS = 20
_FLAT = 1e-10


def fitted_table(choices: Sequence[tuple[Sequence[NDArray[np.int32]], int]], *, size: int, ridge: float, rounds: int) -> Floats:
    """Fit a weight for each hashed feature to (features of each option, index of the right one) pairs."""
    options = [option for options, _ in choices for option in options]
    features = np.concatenate(options)
    lengths = np.array([len(option) for option in options])
    begins = _begins(lengths)
    chosen = _Chosen([(len(options), right) for options, right in choices])

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, error = chosen.loss(np.add.reduceat(weights[features], begins))
        slope = np.bincount(features, weights=np.repeat(error, lengths), minlength=size)
        return value + 0.5 * ridge * _dot(weights, weights), slope + ridge * weights

    return _minimum(loss, np.zeros(size), rounds)


def fitted_evidence(
    choices: Sequence[tuple[Sequence[Mapping[str, float]], int]], *, ridge: float, rounds: int
) -> dict[str, float]:
    """Fit a weight for each named number to (numbers of each option, index of the right one) pairs."""
    names = sorted({name for options, _ in choices for option in options for name in option})
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((sum(len(options) for options, _ in choices), len(names)))
    for row, option in zip(matrix, (option for options, _ in choices for option in options), strict=True):
        for name, number in option.items():
            row[column[name]] = number
    scale = matrix.std(axis=0) + 1e-9
    matrix /= scale
    chosen = _Chosen([(len(options), right) for options, right in choices])

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, error = chosen.loss(np.einsum("ij,j->i", matrix, weights))
        return value + 0.5 * ridge * _dot(weights, weights), np.einsum("ij,i->j", matrix, error) + ridge * weights

    weights = _minimum(loss, np.zeros(len(names)), rounds) / scale
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


class _Chosen:
    """Which options belong to one choice, and which of them are right."""

    def __init__(self, choices: Sequence[tuple[int, int]]) -> None:
        self.counts = np.array([count for count, _ in choices])
        self.begins = _begins(self.counts)
        self.right = self.begins + np.array([right for _, right in choices])

    def loss(self, scores: Floats) -> tuple[float, Floats]:
        """Return the logarithmic loss, and how much too likely each option was."""
        scores = scores - np.repeat(np.maximum.reduceat(scores, self.begins), self.counts)
        powers = np.exp(scores)
        sums = np.add.reduceat(powers, self.begins)
        error = powers / np.repeat(sums, self.counts)
        error[self.right] -= 1
        return -float(np.sum(scores[self.right] - np.log(sums))), error


def _begins(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(lengths)[:-1]))


def _dot(left: Floats, right: Floats) -> float:
    return float(np.sum(left * right))


def _minimum(loss: Loss, start: Floats, rounds: int) -> Floats:
    """Follow Nocedal and Wright, algorithm 7.5, with a step that is halved until it helps."""
    point, (value, slope) = start, loss(start)
    steps: list[tuple[Floats, Floats, float]] = []
    for _ in range(rounds):
        direction = -_scaled(slope, steps)
        length = 1.0 if steps else 1.0 / (_dot(slope, slope) ** 0.5 + 1e-12)
        descent = _dot(slope, direction)
        for _ in range(_MOST_STEPS):
            moved_to = point + length * direction
            new_value, new_slope = loss(moved_to)
            if new_value <= value + 1e-4 * length * descent:
                break
            length /= 2
        moved, bent = moved_to - point, new_slope - slope
        curvature = _dot(moved, bent)
        if curvature > _FLAT:
            steps = [*steps, (moved, bent, 1.0 / curvature)][-_MEMORY:]
        has_converged = value - new_value < 1e-5 * abs(value)
        point, value, slope = moved_to, new_value, new_slope
        if has_converged:
            break
    return point


def _scaled(slope: Floats, steps: Sequence[tuple[Floats, Floats, float]]) -> Floats:
    """Apply the approximate inverse of the curvature to a slope."""
    result = slope.copy()
    factors: list[float] = []
    for moved, bent, inverse in reversed(steps):
        factors.append(inverse * _dot(moved, result))
        result -= factors[-1] * bent
    if steps:
        _, bent, inverse = steps[-1]
        result /= inverse * _dot(bent, bent)
    for (moved, bent, inverse), factor in zip(steps, reversed(factors), strict=True):
        result += moved * (factor - inverse * _dot(bent, result))
    return result
