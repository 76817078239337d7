"""Encounters chosen and ordered, beginning with the rarest of what is asked for."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from comity.model.contact import Channel
from comity.record import Record, Work, tables
from comity.record.period import Period
from comity.record.series import contact_counts, visit_counts
from comity.record.timeline import (
    Which,
    contacts,
    contacts_by_id,
    count_contacts,
    last_by_channel,
    rarest_first,
)


def met(
    work: Work,
    day: str | None,
    *sides: str,
    channel: Channel | None = "government",
    host: str | None = None,
    status: str = "held",
    level: str = "leaders",
) -> int:
    """An encounter without accounts; sides other than the host are visiting."""
    e = tables.encounter
    values = {
        "kind": "meeting", "status": status, "day": day, "host": host, "level": level,
        "channel": channel, "agenda": "[]", "note": "", "reports": 1,
    }  # fmt: skip
    number = int(work.connection.execute(insert(e).values(values).returning(e.c.id)).scalar_one())
    rows = [
        {
            "encounter_id": number,
            "country": side,
            "day": day,
            "visiting": bool(host) and side != host,
        }
        for side in sides
    ]
    work.connection.execute(insert(tables.encounter_side), rows)
    return number


def test_the_latest_come_first_and_those_without_a_day_last(record: Record) -> None:
    with record.working("ada") as work:
        for day in ("2024-03-01", None, "2024", "2025-01-01", "2024-03-01"):
            met(work, day, "KAZ", "FRA")
        met(work, "2024-06-01", "KAZ", "DEU")
        which = Which(countries=("FRA", "KAZ"))
        days = [one.day for one in contacts(work, which, most=None)]
        assert days == ["2025-01-01", "2024-03-01", "2024-03-01", "2024", None]
        first = contacts(work, which, most=None, earliest_first=True)
        assert [one.day for one in first] == [
            "2024",
            "2024-03-01",
            "2024-03-01",
            "2025-01-01",
            None,
        ]
        assert count_contacts(work, which) == 5
        assert len(contacts(work, which, most=2)) == 2


def test_the_rarest_country_leads(record: Record) -> None:
    country = tables.encounter_side.c.country
    with record.working("ada") as work:
        for other in ("FRA", "DEU", "DEU"):
            met(work, "2024-03-01", "KAZ", other)
        assert rarest_first(work, country, ["KAZ", "DEU", "FRA"]) == ["FRA", "DEU", "KAZ"]
        assert rarest_first(work, country, ["KAZ", "PER"]) == ["PER", "KAZ"]
        assert rarest_first(work, country, ["KAZ", "DEU"], enough=1) == ["KAZ", "DEU"]
        assert rarest_first(work, country, ["KAZ"]) == ["KAZ"]
        assert rarest_first(work, country, []) == []


def test_the_last_of_each_channel(record: Record) -> None:
    with record.working("ada") as work:
        met(work, "2024-03-01", "KAZ", "FRA")
        last = met(work, "2024-05-01", "KAZ", "FRA")
        party = met(work, "2024-01-01", "KAZ", "FRA", channel="party")
        unknown = met(work, None, "KAZ", "FRA", channel=None)
        met(work, "2025-05-01", "KAZ", "DEU", channel="party")
        found = last_by_channel(work, Which(countries=("KAZ", "FRA")))
    assert [(one.id, one.channel) for one in found] == [
        (last, "government"),
        (party, "party"),
        (unknown, None),
    ]


def test_months(record: Record) -> None:
    with record.working("ada") as work:
        for day in ("2024-03-01", "2024-03-31", "2024-04", "2024"):
            met(work, day, "KAZ", "FRA")
        met(work, "2024-03-05", "KAZ", "FRA", status="planned")
        found = contact_counts(work, Which(countries=("KAZ",), statuses=("held",)))
        late = contact_counts(work, Which(countries=("KAZ",), period=Period(since="2024-04")))
    assert [(one.month, one.encounters) for one in found] == [
        ("2024", 1),
        ("2024-03", 2),
        ("2024-04", 1),
    ]
    assert [one.month for one in late] == ["2024-04"]


@pytest.mark.parametrize(
    "visitor, host, visits", [("FRA", "KAZ", 2), ("KAZ", "FRA", 0), ("DEU", "KAZ", 1)]
)
def test_visits(record: Record, visitor: str, host: str, visits: int) -> None:
    with record.working("ada") as work:
        met(work, "2024-03-01", "KAZ", "FRA", host="KAZ")
        met(work, "2024-04-01", "KAZ", "FRA", "DEU", host="KAZ")
        met(work, "2024-05-01", "KAZ", "FRA", host="CHE")
        met(work, "2024-06-01", "KAZ", "FRA", host="KAZ", status="planned")
        met(work, "2024-07-01", "KAZ", "FRA")
        found = visit_counts(work, visitor, host)
    assert sum(one.visits for one in found) == visits
    assert [one.last for one in found] == (["2024-04-01"] if visits else [])


def test_an_unknown_number_is_left_out(record: Record) -> None:
    with record.working("ada") as work:
        number = met(work, "2024-03-01", "KAZ", "FRA", host="KAZ")
        found = contacts_by_id(work, [number, number + 1])
    assert list(found) == [number]
    assert (found[number].sides, found[number].visiting) == (("FRA", "KAZ"), ("FRA",))
