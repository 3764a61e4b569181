"""A log-linear model of one choice among several, fitted by L-BFGS: examples to weights."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Examples:
    """Choices as flat arrays: features of all options, where each option begins, where each choice begins, the right options."""

    features: NDArray[np.int32]
    options: Integers
    choices: Integers
    right: Integers
    weights: Floats


def examples(choices: Sequence[tuple[list[list[int]], int, float]]) -> Examples:
    """Flatten (features of each option, index of the right one, weight) triples."""
    flat = np.fromiter((f for options, _, _ in choices for option in options for f in option), dtype=np.int32)
    sizes = np.array([len(option) for options, _, _ in choices for option in options])
    counts = np.array([len(options) for options, _, _ in choices])
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    return Examples(
        features=flat,
        options=np.concatenate(([0], np.cumsum(sizes)[:-1])),
        choices=starts,
        right=starts + np.array([right for _, right, _ in choices]),
        weights=np.array([weight for _, _, weight in choices]),
    )


def fitted(data: Examples, *, size: int, ridge: float, rounds: int) -> Floats:
    """Minimise the logarithmic loss with a quadratic penalty."""
    sizes = np.diff(np.append(data.options, len(data.features)))
    counts = np.diff(np.append(data.choices, len(data.options)))
    weight_of_option = np.repeat(data.weights, counts)
    observed = np.zeros(len(data.options))
    observed[data.right] = data.weights

    def loss(parameters: Floats) -> tuple[float, Floats]:
        scores = np.add.reduceat(parameters[data.features], data.options)
        scores -= np.repeat(np.maximum.reduceat(scores, data.choices), counts)
        exponentials = np.exp(scores)
        sums = np.add.reduceat(exponentials, data.choices)
        probabilities = exponentials / np.repeat(sums, counts)
        value = -float(np.sum(data.weights * (scores[data.right] - np.log(sums)))) + 0.5 * ridge * float(parameters @ parameters)
        error = probabilities * weight_of_option - observed
        slope = np.bincount(data.features, weights=np.repeat(error, sizes), minlength=size) + ridge * parameters
        return value, slope

    return _minimum(loss, np.zeros(size), rounds)


def _minimum(loss, start: Floats, rounds: int, memory: int = 8) -> Floats:
    point, (value, slope) = start, loss(start)
    steps: list[tuple[Floats, Floats, float]] = []
    for _ in range(rounds):
        direction = -_scaled(slope, steps)
        length = 1.0 if steps else 1.0 / float(np.linalg.norm(slope))
        descent = float(slope @ direction)
        for _ in range(20):
            candidate = point + length * direction
            candidate_value, candidate_slope = loss(candidate)
            if candidate_value <= value + 1e-4 * length * descent:
                break
            length /= 2
        moved, bent = candidate - point, candidate_slope - slope
        curvature = float(moved @ bent)
        if curvature > 1e-10:
            steps = [*steps, (moved, bent, 1.0 / curvature)][-memory:]
        converged = value - candidate_value < 1e-5 * abs(value)
        point, value, slope = candidate, candidate_value, candidate_slope
        if converged:
            break
    return point


def _scaled(slope: Floats, steps: list[tuple[Floats, Floats, float]]) -> Floats:
    result = slope.copy()
    factors: list[float] = []
    for moved, bent, inverse in reversed(steps):
        factors.append(inverse * float(moved @ result))
        result -= factors[-1] * bent
    if steps:
        moved, bent, inverse = steps[-1]
        result /= inverse * float(bent @ bent)
    for (moved, bent, inverse), factor in zip(steps, reversed(factors), strict=True):
        result += moved * (factor - inverse * float(bent @ result))
    return result
