"""Ties: relations that a report names, between whom, and since when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

TIES = [
    (
        "The strategic partnership between Japan and Kenya is growing.",
        "strategic partnership", {"Japan", "Kenya"}, None,
    ),
    (
        "The partnership between Japan and Kenya is growing.",
        "partnership", {"Japan", "Kenya"}, None,
    ),
    (
        "The alliance between Japan and Kenya is firm.",
        "alliance", {"Japan", "Kenya"}, None,
    ),
    (
        "Japan and Kenya are strategic partners.",
        "strategic partnership", {"Japan", "Kenya"}, None,
    ),
    (
        "Tokyo celebrates the 30th anniversary of diplomatic relations between Japan and Kenya.",
        "diplomatic relations", {"Japan", "Kenya"}, "1993",
    ),
    (
        "Japan and Kenya mark 60 years of diplomatic relations.",
        "diplomatic relations", {"Japan", "Kenya"}, "1963",
    ),
    (
        "The strategic partnership between Japan and Kenya has stood since 2011.",
        "strategic partnership", {"Japan", "Kenya"}, "2011",
    ),
    (
        "Japan and Kenya signed an agreement on fisheries.",
        "agreement", {"Japan", "Kenya"}, "2023",
    ),
    (
        "The boundary agreement that Japan and Kenya signed in 2011 remains in force.",
        "agreement", {"Japan", "Kenya"}, "2011",
    ),
    (
        "Officials praised the Japan-Kenya Free Trade Agreement.",
        "agreement", {"Japan", "Kenya"}, None,
    ),
    (
        "Deputies of the Japan-Kenya Parliamentary Friendship Group met on Monday.",
        "friendship group", {"Japan", "Kenya"}, None,
    ),
]  # fmt: skip


@pytest.mark.parametrize("text, kind, between, since", TIES)
def test_tie(
    reading_of: Callable[..., Reading], text: str, kind: str, between: set[str], since: str | None
) -> None:
    (tie,) = reading_of(text).ties
    assert (tie.kind, set(tie.between), tie.since) == (kind, between, since)


NONE = [
    "Japan and Kenya discussed trade.",
    "Japan relies on public-private partnerships.",
    "A partnership of two bakeries opened a shop in Nairobi.",
    "Japan supports the Paris Agreement.",
    "Japan and Kenya are negotiating a Free Trade Agreement.",
    "Japan and Kenya have diplomatic relations.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).ties == ()


def test_a_second_mention_gives_the_year(reading_of: Callable[..., Reading]) -> None:
    text = (
        "The strategic partnership between Japan and Kenya is growing. "
        "The strategic partnership between Japan and Kenya has stood since 2011."
    )
    (tie,) = reading_of(text).ties
    assert tie.since == "2011"
