"""Acting bodies, and what a report says of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

BODIES = [
    # it acts
    ("The Norwegian Parliament adopted the law.", {"Norwegian Parliament"}),
    ("The law was adopted by the Norwegian Parliament.", {"Norwegian Parliament"}),
    ("The talks showed the Norwegian Parliament’s support.", {"Norwegian Parliament"}),
    # an office or a membership names it
    ("Ingrid Solberg, Director of the World Bank, arrived.", {"World Bank"}),
    ("Ingrid Solberg, a member of the Norwegian Labour Party, arrived.",
     {"Norwegian Labour Party"}),
    # it is merely mentioned
    ("They met near the Norwegian Parliament.", set()),
]  # fmt: skip


@pytest.mark.parametrize("text, names", BODIES)
def test_bodies(reading_of: Callable[..., Reading], text: str, names: set[str]) -> None:
    assert {body.name for body in reading_of(text).bodies} == names


def test_the_publisher_does_not_act(reading_of: Callable[..., Reading]) -> None:
    text = "The Norwegian Parliament reported that talks were held."
    assert reading_of(text, publisher="Norwegian Parliament").bodies == ()


PUBLISHERS = [
    ("The ministers met in Oslo, TASS reports.", None, "TASS"),
    ("The ministers met in Oslo, TASS reports.", "Daily Post", "Daily Post"),
    ("The ministers met in Oslo.", None, None),
]


@pytest.mark.parametrize("text, given, publisher", PUBLISHERS)
def test_publisher(
    reading_of: Callable[..., Reading], text: str, given: str | None, publisher: str | None
) -> None:
    assert reading_of(text, publisher=given).report.publisher == publisher


def test_a_dateline(reading_of: Callable[..., Reading]) -> None:
    facts = reading_of("OSLO, March 30, 2021 – The ministers met.", published=None).report
    assert (facts.dateline_place, facts.published) == ("Oslo", "2021-03-30")
