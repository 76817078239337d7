"""Milestones: anniversaries, events to come, and targets, with their dates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

FOUND = [
    (
        "This year marks the 30th anniversary of the treaty.",
        "anniversary", "2023",
    ),
    (
        "Next year the two countries will celebrate the 50th anniversary of the treaty.",
        "anniversary", "2024",
    ),
    (
        "Today Fiji marks the 10th anniversary of the treaty.",
        "anniversary", "2023-04-05",
    ),
    (
        "Fiji and Samoa celebrate 50 years of diplomatic relations this year.",
        "anniversary", "2023",
    ),
    (
        "The ministers prepared the upcoming summit in Suva.",
        "planned event", None,
    ),
    (
        "The ministers prepared the upcoming summit on May 12.",
        "planned event", "2023-05-12",
    ),
    (
        "The conference will take place in Suva on May 12, 2023.",
        "planned event", "2023-05-12",
    ),
    (
        "The ministers spoke about the elections of 2026.",
        "planned event", "2026",
    ),
    (
        "The ministers will meet again on June 12.",
        "planned event", "2023-06-12",
    ),
    (
        "The President of Fiji will visit Samoa on Friday.",
        "planned event", "2023-04-07",
    ),
    (
        "Fiji plans to reach carbon neutrality by 2050.",
        "target", "2050",
    ),
    (
        "Fiji wants to finish the road before the end of the year.",
        "target", "2023",
    ),
    (
        "The work is to be finished no later than June 2024.",
        "target", "2024-06",
    ),
    (
        "Fiji missed the 2030 target.",
        "target", "2030",
    ),
    (
        "Fiji will hold elections in 2026.",
        "planned event", "2026",
    ),
    (
        "The ministers agreed to meet again in June 2023.",
        "planned event", "2023-06",
    ),
]  # fmt: skip


@pytest.mark.parametrize("text, kind, date", FOUND)
def test_milestone(
    reading_of: Callable[..., Reading], text: str, kind: str, date: str | None
) -> None:
    (item,) = reading_of(text).milestones
    assert (item.kind, item.date) == (kind, date)


NONE = [
    "The ministers met in March.",
    "Fiji finished the road by 2015.",
    "The anniversary was a quiet one.",
    "The summit took place on March 3.",
    "The ministers will not meet again in June.",
    "Fiji had elections in 2018.",
    "The road was built by Samoa.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).milestones == ()
