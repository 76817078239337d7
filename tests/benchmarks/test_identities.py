"""B-cubed as worked out by hand, and names that meet their identities."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.identities import NO_ACTOR, Named, Placed

from benchmarks import identities

HEADER = "report\tname\tkind\tidentity\n"


def placed(name: str, identity: str, actor: int, kind: str = "person") -> Placed:
    return Placed(Named("r1", name, kind, identity), actor)


@pytest.mark.parametrize(
    "pairs, precision, recall",
    [
        ([("ash", 1), ("ash", 1), ("birk", 2)], 1.0, 1.0),
        # the numbers of actors say nothing, only what is together
        ([("ash", 7), ("ash", 7), ("birk", 3)], 1.0, 1.0),
        # a split: each half of ash has half of its names
        ([("ash", 1), ("ash", 2), ("birk", 3), ("birk", 3)], 1.0, (0.5 + 0.5 + 1 + 1) / 4),
        # a false join: half of what is together belongs there
        ([("ash", 1), ("birk", 1), ("cole", 2), ("cole", 2)], (0.5 + 0.5 + 1 + 1) / 4, 1.0),
        # both at once: actor 1 is ash, ash, birk; birk's other name is actor 2
        ([("ash", 1), ("ash", 1), ("birk", 1), ("birk", 2)], 2 / 3, 0.75),
        # all in one, all alone
        ([("ash", 1), ("birk", 1), ("cole", 1)], 1 / 3, 1.0),
        ([("ash", 1), ("ash", 2), ("ash", 3)], 1.0, 1 / 3),
        ([], 0.0, 0.0),
    ],
)
def test_b_cubed(pairs: list[tuple[str, int]], precision: float, recall: float) -> None:
    score = identities.b_cubed(pairs)
    assert score.names == len(pairs)
    assert (score.precision, score.recall) == (pytest.approx(precision), pytest.approx(recall))


def test_f1_is_the_harmonic_mean() -> None:
    assert identities.Score(4, 0.5, 1.0).f1 == pytest.approx(2 / 3)
    assert identities.Score(0, 0.0, 0.0).f1 == 0.0


def test_what_is_gone_no_actor_or_unjudged_is_left_out() -> None:
    named = [
        Named("r1", "Ann Ash", "person", "ann-ash"),
        Named("r1", "Thank", "person", NO_ACTOR),
        Named("r2", "Ash", "person", "ann-ash"),
        Named("r2", "Yeah", "person", NO_ACTOR),
    ]
    # r2's "Ann Ash" is another name than r1's; a name that is gone is no longer counted as none
    kept = {("r1", "Ann Ash"): 5, ("r1", "Thank"): 6, ("r2", "Ann Ash"): 5}
    result = identities.compare(named, kept)
    assert result.placed == (Placed(named[0], 5),)
    assert (result.gone, result.no_actors, result.unjudged) == (2, 1, 1)


def test_groups_are_scored_apart() -> None:
    names = (
        placed("Ann Ash", "ann-ash", 1),
        placed("Ash", "ann-ash", 2),
        placed("Elm Board", "elm-board", 3, "government"),
        placed("Denmark", "country-DNK", 4, "country"),
        placed("Sweden", "country-SWE", 4, "country"),
    )
    scores = identities.scores(identities.Result(names, 0, 0, 0))
    assert {group: score.names for group, score in scores.items()} == {
        "people and bodies": 3, "people": 2, "bodies": 1, "countries too": 5,
    }  # fmt: skip
    assert scores["people"].recall == 0.5
    assert scores["bodies"].f1 == 1.0
    assert scores["people and bodies"].precision == 1.0
    assert scores["countries too"].precision == pytest.approx(4 / 5)


def test_the_worst_faults_come_first() -> None:
    names = [
        placed("Ann Ash", "ann-ash", 1),
        placed("Ann Ash", "ann-ash", 1),
        placed("Ash", "ann-ash", 2),
        placed("Bo Birk", "bo-birk", 3),
        placed("Birk", "bo-birk", 4),
        placed("Ash", "tom-ash", 2),
        placed("Cole", "cole", 9),
    ]
    worst, other = identities.splits(names)
    assert (worst.what, worst.parts) == ("ann-ash", (("Ann Ash", "Ann Ash"), ("Ash",)))
    assert worst.loss == pytest.approx(3 - 5 / 3)
    assert (other.what, other.loss) == ("bo-birk", 1.0)
    (join,) = identities.false_joins(names)
    assert (join.what, join.parts, join.loss) == ("Ash", (("Ash",), ("Ash",)), 1.0)


def test_losses_add_up_to_what_the_score_lacks() -> None:
    names = [placed(f"n{at}", f"i{at % 5}", at % 7 % 3) for at in range(40)]
    score = identities.b_cubed([(one.named.identity, one.actor) for one in names])
    split, joined = identities.splits(names), identities.false_joins(names)
    assert sum(one.loss for one in split) == pytest.approx(40 * (1 - score.recall))
    assert sum(one.loss for one in joined) == pytest.approx(40 * (1 - score.precision))


@pytest.mark.parametrize(
    "text, place",
    [
        ("r1\tAnn Ash\tperson\tann-ash\n", ":1:"),
        (HEADER + "r1\tAnn Ash\tperson\n", ":2:"),
        (HEADER + "r1\tAnn Ash\tperson\t\n", ":2:"),
        (HEADER + "r1\tAsh\tperson\ta\nr1\tAsh\tperson\tb\n", ":3:"),
    ],
)
def test_a_file_out_of_form_is_refused(text: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / "identities.tsv"
    path.write_text(text)
    with pytest.raises(ValueError, match=rf"identities\.tsv{place}"):
        identities.identities(path)


def test_one_name_may_stand_in_two_reports(tmp_path: Path) -> None:
    path = tmp_path / "identities.tsv"
    path.write_text(HEADER + "r1\tAsh\tperson\ta\nr2\tAsh\tperson\tb\n")
    assert [one.identity for one in identities.identities(path)] == ["a", "b"]


def test_the_kept_file_is_in_form() -> None:
    named = identities.identities(identities.IDENTITIES)
    assert len({one.report for one in named}) == 200
    assert all(
        one.identity.startswith("country-") or one.identity in {"russian-empire", "soviet-union"}
        for one in named
        if one.kind == "country"
    )
