"""The bench of names: its pairs are sound, it counts right, and its figures do not fall."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from benchmarks import actors, frozen
from comity.data import countries
from comity.model.actor import Mention

AGAIN = "; if that is meant, freeze anew: make bench ARGS='actors --freeze'"


@pytest.fixture(scope="module")
def outcomes() -> list[actors.Outcome]:
    return actors.measure(actors.load())


def pair(*, same: bool, grade: str = "strong", name: str = "Anna Berg") -> actors.Pair:
    mention = Mention(name=name, kind="person", country="NOR")
    return actors.Pair(
        one=mention, other=mention, actor="a", other_actor="a" if same else "b", grade=grade
    )


def test_the_pairs_are_sound() -> None:
    with actors.PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert all((row["actor"] == row["other_actor"]) == (row["same"] == "yes") for row in rows)
    assert {row["grade"] for row in rows} == set(actors.GRADES)
    found = {row[key] for row in rows for key in ("country", "other_country")}
    assert found - {""} <= countries.codes()
    assert max(Counter(tuple(row.values()) for row in rows).values()) == 1


def test_there_are_enough_of_each_sort() -> None:
    pairs = actors.load()
    assert len(pairs) >= 320
    assert sum(not one.same for one in pairs) >= 120
    assert {one.one.kind for one in pairs} >= {"person", "party", "parliament", "government"}
    held_out = sum(one.held_out for one in pairs)
    assert 0.25 < held_out / len(pairs) < 0.42


def test_the_score_counts_wrong_joins_and_proposals() -> None:
    found = actors.score(
        [
            actors.Outcome(pair(same=True), "joined", ""),
            actors.Outcome(pair(same=True), "elsewhere", ""),
            actors.Outcome(pair(same=True), "proposed", ""),
            actors.Outcome(pair(same=True, grade="weak"), "apart", ""),
            actors.Outcome(pair(same=False), "joined", ""),
            actors.Outcome(pair(same=False), "proposed", ""),
        ]
    )
    assert (found.pairs, found.two) == (6, 2)
    assert found.precision == 0.3333
    assert found.recall == {"strong": 0.3333, "medium": 1.0, "weak": 0.0}
    assert found.proposed["strong"] == 0.3333
    assert found.offered == 0.5


def test_the_goals_are_reached(outcomes: list[actors.Outcome]) -> None:
    for name, part in actors.split(outcomes).items():
        found = actors.score(part)
        assert found.precision >= actors.PRECISION, [actors._fault(o) for o in part if o.wrong]
        assert found.recall["strong"] >= actors.RECALL, name


def test_no_figure_falls(outcomes: list[actors.Outcome]) -> None:
    before = frozen.load().get("actors")
    assert before is not None, f"no frozen figures{AGAIN}"
    for part, now in actors.figures(outcomes).items():
        for name, figure in now.items():
            if name != "pairs":
                assert figure >= before[part][name] - frozen.TOLERANCE, f"{part}: {name}{AGAIN}"


def test_faults_of_the_held_out_pairs_are_not_listed(outcomes: list[actors.Outcome]) -> None:
    text = "\n".join(actors.lines(outcomes, faults=True))
    missed = [o for o in outcomes if o.pair.same and o.answer == "apart"]
    shown = [o for o in missed if not o.pair.held_out]
    assert shown
    assert all(actors._fault(one) in text for one in shown)
    assert not any(actors._fault(one) in text for one in missed if one.pair.held_out)
