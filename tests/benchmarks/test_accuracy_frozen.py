"""Accuracy does not fall: no field's F1 is lower than the one in benchmarks/results.json."""

from __future__ import annotations

import pytest

from benchmarks import accuracy, annotated, frozen

pytestmark = pytest.mark.shared  # the measure is kept with the annotated reports

AGAIN = "; if that is meant, freeze anew: make bench ARGS='accuracy --freeze'"


def before(part: str) -> accuracy.Scores:
    scores = frozen.scores(part, frozen.load())
    assert scores is not None, f"no frozen figures of the {part}{AGAIN}"
    return scores


@pytest.fixture(scope="module")
def samples_now() -> accuracy.Scores:
    return accuracy.score(annotated.samples())


def test_no_sample_is_refused_and_every_quote_is_in_its_text(samples_now: accuracy.Scores) -> None:
    assert list(samples_now.notes) == []


def test_no_field_drops_on_the_samples(samples_now: accuracy.Scores) -> None:
    old = before("samples")
    assert frozen.same_reports(samples_now, old), f"the samples are not those frozen{AGAIN}"
    assert frozen.drops(samples_now, old) == [], AGAIN


def test_no_field_drops_on_the_cases() -> None:
    old = before("cases")
    now = accuracy.score(annotated.cases())
    if not frozen.same_reports(now, old):
        pytest.skip("the annotated cases beside the checkout are not those that were frozen")
    assert frozen.drops(now, old) == [], AGAIN
