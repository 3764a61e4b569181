from importlib.resources import files

import pytest

from digest.structure.model import probabilities, shipped


def test_probabilities_sum_to_one_however_large_the_scores() -> None:
    assert sum(probabilities((1000.0, 999.0, -1000.0))) == pytest.approx(1)


def test_the_shipped_model_is_small() -> None:
    data = files("digest.structure") / "data"
    assert sum(len(path.read_bytes()) for path in data.iterdir()) < 3_000_000


def test_the_shipped_table_has_a_place_for_every_feature() -> None:
    assert len(shipped().table) == 1 << 20
