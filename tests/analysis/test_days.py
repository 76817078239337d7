"""Days, periods and countries as users give them."""

from __future__ import annotations

import pytest
from sqlalchemy import column, select, union_all
from sqlalchemy import literal as value

from comity.analysis.countries import country, country_code
from comity.analysis.days import day, full_day, period
from comity.errors import UsageError
from comity.record import Record
from comity.record.period import Period


@pytest.mark.parametrize("given", ["2022", "2022-03", "2022-03-30", " 2024-02-29 "])
def test_a_date(given: str) -> None:
    assert day(given) == given.strip()


@pytest.mark.parametrize(
    "given",
    ["", "22", "2022-13", "2022-02-30", "2022-3-1", "30.03.2022", "today", "2022-03-30T10", "0000"],
)
def test_no_date(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        day(given)
    assert caught.value.code == "C332"


def test_a_day_to_count_from() -> None:
    assert full_day("2022-03-30") == "2022-03-30"
    assert len(full_day(None)) == 10
    with pytest.raises(UsageError):
        full_day("2022-03")


@pytest.mark.parametrize("since, until", [("2022", "2021"), ("2022-03", "2022-02-28")])
def test_a_period_that_ends_before_it_begins(since: str, until: str) -> None:
    with pytest.raises(UsageError) as caught:
        period(since, until)
    assert caught.value.code == "C333"


DAYS = ["2021-12-31", "2022", "2022-01-01", "2022-03", "2022-03-30", "2022-12-31", "2023"]


@pytest.mark.parametrize(
    "since, until, held",
    [
        (None, None, DAYS),
        ("2022", None, DAYS[1:]),
        ("2022-01-01", None, DAYS[1:]),
        ("2022-03-01", None, DAYS[3:]),
        ("2022-03-02", None, DAYS[4:]),
        (None, "2022", DAYS[:6]),
        (None, "2022-03", DAYS[:5]),
        (None, "2022-03-15", DAYS[:4]),
        ("2022-03-30", "2022-03-30", ["2022-03-30"]),
        ("2022", "2022", DAYS[1:6]),
    ],
)
def test_what_falls_into_a_period(
    record: Record, since: str | None, until: str | None, held: list[str]
) -> None:
    days = union_all(*(select(value(each).label("day")) for each in DAYS)).subquery()
    query = select(days.c.day).where(*Period(since=since, until=until).holds(days.c.day))
    with record.viewing() as view:
        found = view.connection.execute(query.order_by(column("day"))).scalars().all()
    assert sorted(found) == sorted(held)


@pytest.mark.parametrize(
    "named, code",
    [("KAZ", "KAZ"), ("kaz", "KAZ"), ("France", "FRA"), ("the netherlands", "NLD"), (" U.S. ", "USA"),
     ("European Union", "EUR"), ("Côte d'Ivoire", "CIV")],
)  # fmt: skip
def test_a_country(named: str, code: str) -> None:
    assert country_code(named) == code


@pytest.mark.parametrize(
    "named, hint",
    [
        ("Frence", "France (FRA)"),
        ("Kazahstan", "Kazakhstan (KAZ)"),
        ("xx", "code (KAZ)"),
        ("", "code"),
    ],
)
def test_no_country(named: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        country_code(named)
    assert caught.value.code == "C331"
    assert hint in str(caught.value)


def test_a_code_has_a_name() -> None:
    assert country("KAZ").name == "Kazakhstan"
    assert country("ZZZ").name == "ZZZ"
