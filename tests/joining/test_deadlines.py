from __future__ import annotations

import pytest

from comity.joining.deadlines import due


@pytest.mark.parametrize(
    "text, expected",
    [
        ("to reach carbon neutrality by 2060", "2060"),
        ("to double trade by the end of 2025", "2025"),
        ("to finish the road before July 2023", "2023-06"),
        ("before January 2023", "2022-12"),
        ("before the end of July 2023", "2023-07"),
        ("to ratify the treaty by mid-2024", "2024-06"),
        ("before 2030", "2029"),
        ("by 30 June 2023", "2023-06-30"),
        ("by June 30", "2022-06-30"),
        ("by March", "2023-03"),
        ("within two years", "2024"),
        ("within the next 100 days", "2022-09-23"),
        ("in the next five years", "2027"),
        ("to meet next month", "2022-07"),
        ("to meet again next week", "2022-06-26"),
        ("to be signed this year", "2022"),
        ("by year-end", "2022"),
        ("by the end of this decade", "2030"),
        ("to open the embassy in 2023", "2023"),
        ("to call again tomorrow", "2022-06-16"),
    ],
)
def test_deadlines_are_told(text: str, expected: str) -> None:
    assert due(text, "2022-06-15") == expected


@pytest.mark.parametrize(
    "text",
    [
        "to deepen cooperation",
        "as agreed in 2019",
        "resolution 2570 (2021)",
        "a five-year plan",
        "over the coming months",
        "to sell 2030 tractors",
        "in three stages",
    ],
)
def test_what_is_no_deadline_is_none(text: str) -> None:
    assert due(text, "2022-06-15") is None


@pytest.mark.parametrize("text", ["next month", "within two years", "by March"])
def test_without_a_day_nothing_is_counted(text: str) -> None:
    assert due(text, None) is None


def test_years_need_no_day() -> None:
    assert due("by the end of 2025", None) == "2025"


def test_a_day_that_does_not_exist_gives_its_month() -> None:
    assert due("by 31 June 2023", "2022-06-15") == "2023-06"
