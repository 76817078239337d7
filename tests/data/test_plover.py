"""PLOVER's quads and scores."""

from __future__ import annotations

from typing import get_args

import pytest

from comity.data.plover import QUADS, weights
from comity.data.vocabulary import EventType


def test_every_type_of_event_has_a_weight() -> None:
    assert set(weights()) == set(get_args(EventType))
    assert {weight.quad for weight in weights().values()} == set(QUADS)


@pytest.mark.parametrize("kind, weight", weights().items())
def test_cooperation_scores_above_zero_and_conflict_below(kind, weight) -> None:
    if "cooperation" in weight.quad:
        assert 0 < weight.score <= 10
    else:
        assert -10 <= weight.score <= 0
    assert (weight.score == 0) == (kind == "REQUEST")


def test_what_the_manual_misprints() -> None:
    assert weights()["ACCUSE"].score == -3.0
    assert weights()["SANCTION"].quad == "material conflict"
