"""Choices to a network: what `digest.structure.network` reads with, trained by stochastic gradient descent in PyTorch.

One thread alone adds numbers up, so that two trainings on the same machine give the same bytes.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from digest.structure.encoding import LENGTH, PLACES, SIZES, STYLES, place
from structure_training.choices import Choice
from structure_training.words import SCALE, WIDTH

_SIZE, _HIDDEN = 64, 64
_WINDOW, _DILATIONS = 5, (1, 2, 4)
_MOST_CUTS = 25
_IMPOSSIBLE = -1e4
_SEED, _BATCH, _ROUNDS, _RATE, _WARMING = 1, 128, 3, 3e-3, 200
_UNSEEN, _DROPPED = 0.15, 0.1  # shares of words and of inner numbers that are hidden while it learns


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Choices as arrays, a row each; where one has fewer cuts than another, -1 stands."""

    words: NDArray[np.int16]
    cuts: NDArray[np.int8]
    styles: NDArray[np.int8]
    places: NDArray[np.int64]
    lengths: NDArray[np.int64]
    right: NDArray[np.int64]


def examples(choices: Iterable[Choice]) -> Examples:
    """Lay out the choices that have more than one option."""
    several = [choice for choice in choices if len(choice.cuts) > 1]
    found = Examples(
        words=np.zeros((len(several), LENGTH, len(SIZES) + 1), dtype=np.int16),
        cuts=np.full((len(several), _MOST_CUTS), -1, dtype=np.int8),
        styles=np.zeros((len(several), _MOST_CUTS), dtype=np.int8),
        places=np.array([place(choice.opening) for choice in several], dtype=np.int64),
        lengths=np.array([len(choice.words) for choice in several], dtype=np.int64),
        right=np.array([choice.right for choice in several], dtype=np.int64),
    )
    for row, choice in enumerate(several):
        found.words[row, : len(choice.words)] = choice.words
        found.cuts[row, : len(choice.cuts) - 1] = choice.cuts[1:]
        found.styles[row, : len(choice.styles)] = choice.styles
    return found


def joined(parts: Sequence[Examples]) -> Examples:
    """Put the rows of several together."""
    names = Examples.__slots__
    return Examples(**{name: np.concatenate([getattr(part, name) for part in parts]) for name in names})


def trained(learned: Examples, vectors: NDArray[np.int8]) -> dict[str, NDArray[np.generic]]:
    """Train a network, and give its arrays as `digest.structure.network` reads them."""
    torch.set_num_threads(1)
    torch.manual_seed(_SEED)
    model = _Network(vectors)
    optimizer = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=0.01)
    dealer = torch.Generator().manual_seed(_SEED)
    count = len(learned.right)
    steps = _ROUNDS * (count // _BATCH)
    step = 0
    model.train()
    for _ in range(_ROUNDS):
        order = torch.randperm(count, generator=dealer).numpy()
        for first in range(0, count - _BATCH + 1, _BATCH):
            for group in optimizer.param_groups:
                group["lr"] = _RATE * min(1, step / _WARMING) * 0.5 * (1 + math.cos(math.pi * step / steps))
            rows = order[first : first + _BATCH]
            loss = functional.cross_entropy(model(*_batch(learned, rows)), torch.from_numpy(learned.right[rows]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
    model.eval()
    return model.arrays(vectors)


def _batch(learned: Examples, rows: NDArray[np.int64]) -> tuple[Tensor, ...]:
    parts = (learned.words, learned.cuts, learned.styles, learned.places, learned.lengths)
    return tuple(torch.from_numpy(part[rows].astype(np.int64)) for part in parts)


class _Network(nn.Module):
    def __init__(self, vectors: NDArray[np.int8]) -> None:
        super().__init__()
        known = torch.from_numpy(vectors.astype(np.float32) / SCALE)
        self.vectors = torch.cat((torch.zeros(1, WIDTH), known))
        self.word = nn.Linear(WIDTH, _SIZE, bias=False)
        self.tables = nn.ModuleList([nn.Embedding(size, _SIZE) for size in SIZES])
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.15)
        self.position = nn.Parameter(torch.randn(LENGTH, _SIZE) * 0.1)
        self.place = nn.Parameter(torch.randn(PLACES, _SIZE) * 0.1)
        reaches = [_WINDOW // 2 * dilation for dilation in _DILATIONS]
        self.layers = nn.ModuleList(
            [
                nn.Conv1d(_SIZE, _SIZE, _WINDOW, padding=reach, dilation=dilation)
                for reach, dilation in zip(reaches, _DILATIONS, strict=True)
            ]
        )
        self.norms = nn.ModuleList([nn.LayerNorm(_SIZE) for _ in _DILATIONS])
        self.cut = nn.Linear(3 * _SIZE, _HIDDEN)
        self.style = nn.Embedding(STYLES, _HIDDEN)
        self.cut_place = nn.Embedding(PLACES, _HIDDEN)
        self.cut_out = nn.Linear(_HIDDEN, 1)
        self.none = nn.Linear(2 * _SIZE, _HIDDEN)
        self.none_out = nn.Linear(_HIDDEN, 1)
        self.none_place = nn.Embedding(PLACES, _HIDDEN)

    def forward(self, words: Tensor, cuts: Tensor, styles: Tensor, places: Tensor, lengths: Tensor) -> Tensor:
        """Score the options of choices; the first is to leave an opening whole."""
        inside = (torch.arange(LENGTH)[None] < lengths[:, None]).unsqueeze(-1).float()
        read = self.word(_seldom(self.vectors[words[:, :, 0]]))
        for index, table in enumerate(self.tables):
            part = table(words[:, :, index + 1])
            read = read + (part if index else _seldom(part))
        read = (read + self.position[None] + self.place[places][:, None]) * inside
        for layer, norm in zip(self.layers, self.norms, strict=True):
            around = torch.relu(layer(read.transpose(1, 2)).transpose(1, 2))
            read = norm(read + functional.dropout(around, _DROPPED, self.training)) * inside
        sums = torch.cumsum(read, 1)
        ends = cuts.clamp(min=1)
        ahead = torch.cat([read, torch.zeros(len(read), 1, _SIZE)], 1)
        seen = torch.cat([_at(ahead, ends - 1), _at(ahead, ends), _at(sums, ends - 1) / ends.unsqueeze(-1)], -1)
        hidden = torch.relu(self.cut(seen) + self.style(styles) + self.cut_place(places)[:, None])
        made = self.cut_out(functional.dropout(hidden, _DROPPED, self.training)).squeeze(-1).masked_fill(cuts < 0, _IMPOSSIBLE)
        whole = self.none(torch.cat([read[:, 0], sums[:, -1] / lengths[:, None]], -1)) + self.none_place(places)
        return torch.cat([self.none_out(torch.relu(whole)), made], 1)

    def arrays(self, vectors: NDArray[np.int8]) -> dict[str, NDArray[np.generic]]:
        """Give the weights, in half the precision."""
        found = {"word": self.word.weight.T / SCALE, "position": self.position, "place": self.place, "style": self.style.weight}
        for index, table in enumerate(self.tables):
            found[f"table {index}"] = table.weight
        for index, (layer, norm) in enumerate(zip(self.layers, self.norms, strict=True)):
            found[f"layer {index}"] = layer.weight.permute(2, 1, 0).reshape(_WINDOW * _SIZE, _SIZE)
            found[f"layer {index} bias"] = layer.bias
            found[f"layer {index} scale"], found[f"layer {index} shift"] = norm.weight, norm.bias
        for name, judge, out, given in (
            ("cut", self.cut, self.cut_out, self.cut_place),
            ("none", self.none, self.none_out, self.none_place),
        ):
            found |= {name: judge.weight.T, f"{name} bias": judge.bias, f"{name} place": given.weight}
            found |= {f"{name} out": out.weight[0], f"{name} out bias": out.bias}
        packed = {name: weights.detach().numpy().astype(np.float16) for name, weights in found.items()}
        return {"words": np.concatenate((np.zeros((1, WIDTH), np.int8), vectors)), **packed}


def _seldom(numbers: Tensor) -> Tensor:
    """Hide the numbers of some words, so that it learns to do without."""
    return numbers * (torch.rand(numbers.shape[:2]) > _UNSEEN).unsqueeze(-1)


def _at(rows: Tensor, index: Tensor) -> Tensor:
    return torch.gather(rows, 1, index.unsqueeze(-1).expand(-1, -1, _SIZE))
