"""What lies ahead, and what does not."""

from __future__ import annotations

import pytest

from comity.analysis.ties import anniversaries, register
from comity.analysis.upcoming import Upcoming, upcoming
from comity.model.contact import Account, Participant
from comity.record import Record
from comity.record.actors import find_by_name
from comity.record.encounters import Together, add_account, add_encounter, set_together
from comity.record.ties import Standing


def ahead(record: Record, today: str, **options: object) -> Upcoming:
    with record.viewing() as view:
        return upcoming(view, today=today, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "today, days, expected",
    [
        ("2026-01-15", 365, ["a forum of rectors in Almaty", "double the trade"]),
        ("2026-05-12", 365, ["a forum of rectors in Almaty", "double the trade"]),
        ("2026-05-13", 365, ["double the trade"]),
        ("2026-12-31", 365, ["double the trade"]),
        ("2027-01-01", 365, []),
        ("2026-01-15", 30, ["double the trade"]),
        ("2025-09-30", 10, ["a fair in Lyon that is over"]),
    ],
)
def test_dates_ahead(world: Record, today: str, days: int, expected: list[str]) -> None:
    page = ahead(world, today, days=days)
    assert [point.text for point in page.points] == expected
    assert page.points_total == len(expected)
    assert all(point.countries == ("FRA", "KAZ") for point in page.points)


def test_dates_of_a_country(world: Record) -> None:
    assert ahead(world, "2026-01-15", countries=("FRA",)).points_total == 2
    assert ahead(world, "2026-01-15", countries=("DEU",)).points_total == 0


def plan(record: Record, day: str, status: str = "planned") -> None:
    """An encounter that was announced for a day."""
    with record.working("ada") as work:
        (who, *_) = find_by_name(work, "Jean Duval")
        guest = Participant(actor=who.id, name=who.name, kind="person", side="FRA")
        host = Participant(
            actor=find_by_name(work, "Karim Sadykov")[0].id, name="x", kind="person", side="KAZ"
        )
        number = add_encounter(work, "visit", entered=True)
        account = Account(
            report=0, kind="visit", status=status, date=day, published=None, place="Astana",  # type: ignore[arg-type]
            publisher_country=None, participants=(guest, host),
        )  # fmt: skip
        add_account(work, number, account, item=None, reason="")
        together = Together(
            kind="visit", status=status, start=day, end=None, day=day, place="Astana", host="KAZ",  # type: ignore[arg-type]
            level="leaders", channel="government", sides=("FRA", "KAZ"), visiting=("FRA",),
            participants=(guest, host),
        )  # fmt: skip
        set_together(work, number, together)


def test_planned_encounters_ahead_and_past(world: Record) -> None:
    for day in ("2026-06-01", "2026-02", "2026", "2026-01-14", "2025-12"):
        plan(world, day)
    plan(world, "2026-07-01", "cancelled")
    plan(world, "2026-07-02", "postponed")
    page = ahead(world, "2026-01-15", countries=("KAZ", "FRA"))
    assert [one.day for one in page.encounters] == ["2026", "2026-02", "2026-06-01", "2026-07-02"]
    assert [one.day for one in page.unconfirmed] == ["2026-01-14", "2025-12"]
    assert ahead(world, "2026-01-15", countries=("DEU",)).encounters == ()


def test_anniversaries_of_ties(world: Record) -> None:
    page = ahead(world, "2042-06-01", days=300)
    assert [(a.year, a.years, a.is_round, a.kind) for a in page.anniversaries] == [
        (2042, 50, True, "diplomatic relations"),
        (2042, 34, False, "strategic partnership"),
        (2043, 51, False, "diplomatic relations"),
        (2043, 35, False, "strategic partnership"),
    ]
    assert page.anniversaries[0].countries == ("FRA", "KAZ")


def test_round_anniversaries_are_kept_first(world: Record) -> None:
    page = ahead(world, "2041-06-01", days=600, most=1)
    assert [(a.year, a.years) for a in page.anniversaries] == [(2042, 50)]
    assert page.anniversaries_total == 6


@pytest.mark.parametrize(
    "since, year, years",
    [("1992", 1992, []), ("2030", 2025, []), (None, 2025, []), ("1925", 2025, [100])],
)
def test_a_tie_has_no_anniversary_before_it_stood(
    since: str | None, year: int, years: list[int]
) -> None:
    tie = Standing(id=1, kind="alliance", parties=(), since=since, first=None, last=None, reports=1)
    assert [a.years for a in anniversaries([tie], first=year, last=year)] == years


def test_the_register(world: Record) -> None:
    with world.viewing() as view:
        every = register(view)
        assert {(tie.kind, tie.since, tie.reports) for tie in every.ties} == {
            ("strategic partnership", "2008", 1),
            ("diplomatic relations", "1992", 1),
        }
        assert register(view, countries=("FRA", "KAZ")) == every
        assert register(view, countries=("FRA", "DEU")).total == 0
        assert register(view, kind="alliance").total == 0
        assert register(view, most=1).total == 2
