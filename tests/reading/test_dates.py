"""Dates: days, months and years in words, seen from Wednesday, 5 April 2023."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.parsed import Parsed
from comity.reading.dates import Dates, number
from comity.reading.syntax import Syntax

DATES = [
    # a day
    ("The ministers met today.", "2023-04-05"),
    ("The ministers met yesterday.", "2023-04-04"),
    ("The ministers will meet tomorrow.", "2023-04-06"),
    ("The ministers met on Monday.", "2023-04-03"),
    ("The ministers met on Thursday.", "2023-03-30"),
    ("The ministers will meet on Thursday.", "2023-04-06"),
    ("The ministers will meet next Monday.", "2023-04-10"),
    ("The ministers met last Wednesday.", "2023-03-29"),
    ("The ministers met on March 30.", "2023-03-30"),
    ("The ministers met on March 30th.", "2023-03-30"),
    ("The ministers met on 30 March 2021.", "2021-03-30"),
    ("The ministers met on March 30, 2021.", "2021-03-30"),
    ("The ministers met on Friday, March 31.", "2023-03-31"),
    ("The ministers will meet on June 5.", "2023-06-05"),
    ("The ministers will meet in the week of April 10th.", "2023-04-10"),
    ("The ministers met on March 24-25, 2022.", "2022-03-24"),
    ("The ministers met on December 12.", "2022-12-12"),
    ("The ministers will meet on January 12.", "2024-01-12"),
    # less than a day
    ("The ministers will meet next month.", "2023-05"),
    ("The ministers met last month.", "2023-03"),
    ("The ministers will meet in June.", "2023-06"),
    ("The ministers met in March 2021.", "2021-03"),
    ("The ministers met in November.", "2022-11"),
    ("The ministers met last year.", "2022"),
    ("The ministers met earlier this year.", "2023"),
    ("The ministers will meet this summer.", "2023"),
    ("The ministers met in 2019.", "2019"),
    # a week is told by its Monday
    ("The ministers will meet next week.", "2023-04-10"),
    ("The ministers met last week.", "2023-03-27"),
]


@pytest.mark.parametrize("text, value", DATES)
def test_date(parsed_of: Callable[..., Parsed], text: str, value: str) -> None:
    assert [date.value for date in Dates(Syntax(parsed_of(text))).found] == [value]


NO_DATES = [
    "The ministers may meet soon.",
    "The ministers march on.",
    "The aid amounts to $2000.",
    "The Council adopted resolution 2231.",
    "The ministers will meet this week.",
    "The ministers met on February 30.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(parsed_of: Callable[..., Parsed], text: str) -> None:
    assert Dates(Syntax(parsed_of(text))).found == []


UNDATED = [
    ("The ministers met on March 30, 2021.", ["2021-03-30"]),
    ("The ministers met in 2019.", ["2019"]),
    ("The ministers met today.", []),
    ("The ministers met on Monday.", []),
    ("The ministers met on March 30.", []),
    ("The ministers will meet next month.", []),
]


@pytest.mark.parametrize("text, values", UNDATED)
def test_a_report_without_a_date(
    parsed_of: Callable[..., Parsed], text: str, values: list[str]
) -> None:
    dates = Dates(Syntax(parsed_of(text, published=None)))
    assert [date.value for date in dates.found] == values


def test_the_dateline_dates_a_report(parsed_of: Callable[..., Parsed]) -> None:
    text = "OSLO, March 30, 2021 – The ministers met today."
    dates = Dates(Syntax(parsed_of(text, published=None)))
    assert dates.year_of_publication() == 2021
    assert dates.found[-1].value == "2021-03-30"


def test_the_nearest_date(parsed_of: Callable[..., Parsed]) -> None:
    dates = Dates(Syntax(parsed_of("After talks on March 30, the ministers left on April 3.")))
    first, second = dates.found
    assert dates.near(0, 20, second.last) == second
    assert dates.near(0, 20, 0) == first
    assert dates.within(first.last, 20) == [second]


NUMBERS = [
    ("one", 1), ("10th", 10), ("tenth", 10), ("twenty-fifth", 25), ("30", 30), ("second", 2),
    ("1st", 1), ("many", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize("word, value", NUMBERS)
def test_number(word: str, value: int | None) -> None:
    assert number([word]) == value
