from __future__ import annotations

import pytest

from comity.joining.days import day_of, days_between, first_day, last_day


@pytest.mark.parametrize(
    "stamp, first, last",
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
        ("2024-13", None, None),
        ("2024-02-30", None, None),
        ("soon", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_dates_have_first_and_last_days(
    stamp: str | None, first: str | None, last: str | None
) -> None:
    assert str(first_day(stamp)) == str(first)
    assert str(last_day(stamp)) == str(last)


def test_only_days_are_days() -> None:
    assert str(day_of("2022-03-09")) == "2022-03-09"
    assert day_of("2022-03") is None
    assert day_of("2022-02-31") is None


def test_days_are_counted_between_days() -> None:
    assert days_between("2022-03-09", "2022-03-11") == 2
    assert days_between("2022-03-11", "2022-03-09") == -2
    assert days_between("2022-03", "2022-03-09") is None
