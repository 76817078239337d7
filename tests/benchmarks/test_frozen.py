"""What is frozen comes back as it was, and a drop is seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import accuracy, frozen

SCORES = accuracy.Scores(
    2,
    {
        "people": accuracy.Field(0.9, 0.8, 0.8471, 10, 0.75),
        "ties": accuracy.Field(1.0, 0.5, 0.6667, 4),
    },
)


def with_f1(field: str, f1: float) -> accuracy.Scores:
    return replace(SCORES, fields={**SCORES.fields, field: replace(SCORES.fields[field], f1=f1)})


@pytest.mark.parametrize(
    "field, f1, said",
    [
        ("people", 0.8471, []),
        ("people", 0.8465, []),
        ("people", 0.9, []),
        ("people", 0.846, ["people: F1 0.8460, frozen 0.8471"]),
        ("ties", 0.0, ["ties: F1 0.0000, frozen 0.6667"]),
    ],
)
def test_a_drop_is_seen(field: str, f1: float, said: list[str]) -> None:
    assert frozen.drops(with_f1(field, f1), SCORES) == said


def test_a_field_that_fell_out_of_the_measure_is_no_success() -> None:
    with pytest.raises(KeyError):
        frozen.drops(replace(SCORES, fields={}), SCORES)


def test_other_reports_are_told_apart() -> None:
    assert frozen.same_reports(with_f1("ties", 0.1), SCORES)
    assert not frozen.same_reports(replace(SCORES, reports=3), SCORES)
    fewer = {**SCORES.fields, "ties": accuracy.Field(1.0, 0.5, 0.6667, 3)}
    assert not frozen.same_reports(replace(SCORES, fields=fewer), SCORES)


def test_frozen_figures_come_back(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    assert frozen.load(path) == {}
    frozen.save({"samples": frozen.as_figures(SCORES)}, path)
    frozen.save({"cases": frozen.as_figures(with_f1("ties", 0.5))}, path)
    results = frozen.load(path)
    assert frozen.scores("samples", results) == SCORES
    assert frozen.scores("cases", results) == with_f1("ties", 0.5)
    assert frozen.scores("other", results) is None
    assert '"ties": {"precision": 1.0, "recall": 0.5, "f1": 0.5, "n": 4}' in path.read_text()
