"""What a record holds, counted."""

from __future__ import annotations

from comity.keeping.keep import keep
from comity.model.report import Reject, Report
from comity.record import Record, tables
from comity.record.judgements import add_judgement
from comity.record.reports import add_reject
from comity.record.stats import count


def test_an_empty_record(record: Record) -> None:
    with record.viewing() as view:
        stats = count(view)
    assert set(stats.rows) == set(tables.metadata.tables)
    assert set(stats.rows.values()) == {0}
    assert (stats.reports, stats.first_day, stats.actors) == (0, None, {})


def test_reports_of_each_kind(filled: Record, told) -> None:
    report, reading = told[0]
    with filled.working("Ada") as work:
        keep(work, Report(id="r", text=report.text + " So it was.", url=report.url), reading)
        keep(work, Report(id="s", text=told[1][0].text + " So it was."), told[1][1])
        add_reject(work, Reject(id="a", source="a", code="C101", reason="empty"))
        first = add_judgement(work, "confirm", why="")
        add_judgement(work, "reject", why="")
        add_judgement(work, "undo", why="", undoes=first.id)
    with filled.viewing() as view:
        stats = count(view)
    assert stats.reports == stats.rows["report"] == 5
    assert stats.revisions == 1
    assert stats.counted + stats.repeats + stats.revisions == 5
    assert (stats.first_day, stats.last_day) == ("2024-03-01", "2024-03-09")
    assert stats.rejects == {"C101": 1}
    assert stats.judgements_in_force == {"reject": 1}
    assert stats.rows["judgement"] == 3
    assert stats.actors["person"] >= 3
    assert sum(stats.items.values()) == stats.rows["item"]
    assert sum(stats.encounters.values()) == stats.rows["encounter"]
