"""Months: contacts by channel, cooperation and conflict with scores that have a source."""

from __future__ import annotations

from comity.analysis.series import contact_series, event_series, series_page
from comity.analysis.timeline import Which
from comity.record import Record
from comity.record.period import Period

from .world import Tale, tell


def test_contacts_by_channel(world: Record) -> None:
    with world.viewing() as view:
        series = contact_series(view, Which(countries=("FRA",)))
    by_month = {month.month: month for month in series.months}
    assert (by_month["2025-01"].parliament, by_month["2025-01"].government) == (1, 0)
    assert (by_month["2025-03"].parliament, by_month["2025-03"].government) == (0, 1)
    assert by_month["2025-02"].total == 0
    assert list(by_month) == sorted(by_month)
    assert series.undated == 0


def test_a_contact_of_a_year_belongs_to_no_month(record: Record) -> None:
    tell(
        record,
        Tale(
            day="2025-05-01",
            publisher="Akorda",
            words="Timur Aliyev and Anne Marchal met in 2023.",
            who=("Timur Aliyev", "Anne Marchal"),
            met=(("meeting", None, "2023"),),
        ),
    )
    with record.viewing() as view:
        series = contact_series(view, Which())
    assert (series.months, series.undated) == ((), 1)


def test_events_of_a_country_and_of_a_pair(world: Record) -> None:
    with world.viewing() as view:
        pair = event_series(view, "KAZ", "FRA")
        turned = event_series(view, "FRA", "KAZ")
        alone = event_series(view, "FRA")
        others = event_series(view, "FRA", "DEU")
        spring = event_series(view, "FRA", "KAZ", period=Period(until="2025-06"))
    assert pair.months == turned.months == alone.months
    assert sum(month.events for month in pair.months) == 6
    assert (others.months, others.types) == ((), ())
    assert sum(month.events for month in spring.months) == 5
    accused = next(each for each in pair.types if each.type == "ACCUSE")
    assert (accused.source, accused.target, accused.quad, accused.score) == (
        "KAZ",
        "FRA",
        "verbal conflict",
        -3.0,
    )
    assert "PLOVER" in pair.source


def test_the_page(world: Record) -> None:
    with world.viewing() as view:
        every = series_page(view, ())
        pair = series_page(view, ("KAZ", "FRA"))
    assert every.contacts == pair.contacts
    assert every.events.months == ()
    assert pair.events.months
