"""The benchmarks of joining: how they count, and that nothing is joined that was judged apart."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from benchmarks.pairs import Pair, compare

from benchmarks import pairs, stories


def pair(one: str, other: str, *, same: bool) -> Pair:
    return Pair(frozenset((one, other)), "2022-03-09", "call", same)


def test_pairs_are_counted_by_what_they_should_be_and_are() -> None:
    judged = [
        pair("a", "b", same=True),
        pair("a", "c", same=True),
        pair("a", "d", same=True),
        pair("a", "e", same=False),
        pair("b", "e", same=False),
    ]
    together = {frozenset("ab"), frozenset("ae")}
    result = compare(judged, together, {frozenset("ac")})
    assert result.found == (judged[0],)
    assert result.proposed == (judged[1],)
    assert result.missed == (judged[2],)
    assert result.wrong == (judged[3],)
    assert result.apart == (judged[4],)
    assert pairs.lines(result)[-1].endswith(
        "of 3, 1 joined, 1 proposed; of 2 that do not, 1 joined"
    )


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text("report\treport\tdate\tkind\tsame\na\tb\t2022\tcall\tmaybe\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"pairs\.tsv:2"):
        pairs.pairs(path)


def test_the_judged_files_can_be_read() -> None:
    judged = pairs.pairs()
    assert sum(one.same for one in judged) >= 20
    assert sum(not one.same for one in judged) >= 20
    assert len({(one.reports, one.date) for one in judged}) == len(judged)
    assert set(pairs.judgements(pairs.JUDGED).values()) <= {"right", "wrong"}
    assert set(stories.judgements().values()) <= {"same", "not"}


def test_versions_differ_from_the_text_they_are_made_of() -> None:
    text = "A headline\n\n" + "the guests saw the old town and went home again. " * 20
    for name, version in stories.VERSIONS.items():
        assert version(text, random.Random(1)) != text, name


@pytest.mark.shared
@pytest.mark.slow
def test_no_pair_is_joined_that_was_judged_apart() -> None:
    result = pairs.measure(pairs.corpora())
    assert result.wrong == ()
    assert len(result.found) >= 10
