"""Reports come in once, in order, and one bad report never stops the others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from comity.errors import RecordError
from comity.flow import adding
from comity.flow.adding import Added, add
from comity.flow.checking import check
from comity.model.report import Reject, Report
from comity.record import Record
from comity.record.reports import rejects

MET = "Foreign Minister Anna Weber met Speaker Timur Aliyev in {place} on {day}."
PLACES = ("Astana", "Paris", "Rome", "Vienna", "Prague", "Oslo", "Madrid", "Lisbon", "Bern", "Riga")
DAYS = ("Monday", "Tuesday", "Wednesday")


def story(number: int, **given: str) -> Report:
    day, place = divmod(number, len(PLACES))
    words = MET.format(place=PLACES[place], day=DAYS[day % 3])
    return Report(id=f"r{number}", text=f"{words} It was visit {number}.", language="en", **given)


REFUSED = Reject(id="bad", source="bad.txt", code="C101", reason="the report is empty")


def count(record: Record, table: str) -> int:
    with record.viewing() as view:
        return int(view.connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def ways(added: list[Added]) -> list[str]:
    return [one.arrival or "refused" for one in added]


def test_each_comes_in_and_is_told_in_order(record: Record) -> None:
    added = list(add(record, [story(1), REFUSED, story(2)], who="Ada"))
    assert ways(added) == ["new", "refused", "new"]
    assert [one.name for one in added] == ["r1", "bad", "r2"]
    assert added[1].reject == REFUSED
    assert count(record, "report") == 2
    with record.viewing() as view:
        assert [reject for reject, _ in rejects(view)] == [REFUSED]
        assert (
            view.connection.execute(text("SELECT DISTINCT added_by FROM report")).scalar() == "Ada"
        )
    assert list(check(record)) == []


def test_adding_twice_changes_nothing(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [story(n) for n in range(5)]
    list(add(record, reports, who="Ada"))
    before = {table: count(record, table) for table in ("report", "reading", "item", "mention")}

    def unread(items, **_: object) -> Iterator[object]:
        assert list(items) == [], "what is known is not read again"
        return iter(())

    monkeypatch.setattr(adding, "outcomes", unread)
    assert ways(list(add(record, reports, who="Eve"))) == ["known"] * 5
    assert {table: count(record, table) for table in before} == before


def test_a_text_twice_in_one_run_comes_in_once(record: Record) -> None:
    assert ways(list(add(record, [story(1), story(1), story(2)], who="Ada"))) == [
        "new",
        "known",
        "new",
    ]
    spaced = Report(id="other", text=story(2).text.replace(" ", "\n"), language="en")
    assert ways(list(add(record, [spaced], who="Ada"))) == ["known"]


def test_known_reports_are_told_though_none_is_new(record: Record) -> None:
    list(add(record, [story(n) for n in range(4)], who="Ada"))
    reports = [story(n) for n in (0, 7, 1, 2, 8, 3)]
    added = list(add(record, reports, who="Ada", ahead=2))
    assert sorted(one.name for one in added) == sorted(r.id for r in reports)
    assert [one.name for one in added if one.arrival == "new"] == ["r7", "r8"]


def test_a_text_issued_anew_under_its_address_is_a_revision(record: Record) -> None:
    url = "https://news.example/1"
    first, second = list(add(record, [story(1, url=url), story(2, url=url)], who="Ada"))
    assert ways([first, second]) == ["new", "revision"]
    assert second.kept is not None
    assert first.kept is not None
    assert second.kept.of == first.kept.report
    assert count(record, "report") == 2, "the old text is kept"
    assert ways(list(add(record, [story(1, url=url)], who="Ada"))) == ["known"]
    other = story(3, url="https://news.example/2")
    assert ways(list(add(record, [other], who="Ada"))) == ["new"]
    assert list(check(record)) == []


def test_a_report_that_breaks_the_record_does_not_stop_the_others(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = adding.keep

    def keep(work, report, reading):
        kept = real(work, report, reading)
        if report.id == "r1":
            raise ZeroDivisionError("planted")
        return kept

    monkeypatch.setattr(adding, "keep", keep)
    added = list(add(record, [story(0), story(1), story(2)], who="Ada"))
    assert ways(added) == ["new", "refused", "new"]
    assert added[1].reject is not None
    assert added[1].reject.code == "C192"
    assert "ZeroDivisionError: planted" in added[1].reject.reason
    assert count(record, "report") == 2, "nothing of it is left"
    assert list(check(record)) == []
    monkeypatch.undo()
    assert ways(list(add(record, [story(1)], who="Ada"))) == ["new"]
    with record.viewing() as view:
        assert rejects(view) == [], "what came in since is refused no longer"


def test_an_input_that_was_refused_and_comes_in_later_is_struck_off(record: Record) -> None:
    bad = Reject(id="r1", source="r1.txt", code="C101", reason="empty")
    list(add(record, [REFUSED, bad], who="Ada"))
    list(add(record, [Report(id="r1", source="r1.txt", text=story(1).text)], who="Ada"))
    with record.viewing() as view:
        assert [reject for reject, _ in rejects(view)] == [REFUSED]


def test_the_same_refusal_is_listed_once(record: Record) -> None:
    for _ in range(3):
        list(add(record, [REFUSED], who="Ada"))
    assert count(record, "reject") == 1


@pytest.mark.parametrize("field", ["id", "title", "publisher", "source"])
def test_a_nul_in_what_is_said_of_a_report_does_no_harm(record: Record, field: str) -> None:
    given = {"id": "a", field: "a\0b"}
    report = Report(text=story(1).text, language="en", **given)
    assert ways(list(add(record, [report], who="Ada"))) == ["new"]
    assert list(check(record)) == []


def test_a_run_that_is_cut_off_goes_on(record: Record) -> None:
    reports = [story(n) for n in range(6)]
    run = add(record, reports, who="Ada")
    assert [next(run).arrival for _ in range(3)] == ["new"] * 3
    run.close()
    again = ways(list(add(record, reports, who="Ada")))
    assert (again.count("known"), again.count("new")) == (3, 3)
    assert count(record, "report") == 6


def test_a_language_that_is_not_read_is_refused(record: Record) -> None:
    report = Report(id="a", text="Hei maailma.", language="fi")
    (added,) = add(record, [report], who="Ada")
    assert added.reject is not None
    assert added.reject.code == "C201"
    assert count(record, "report") == 0


def test_a_record_that_cannot_be_written_ends_the_run(record: Record, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise RecordError("C410", "full", where="x")

    monkeypatch.setattr(adding, "keep", full)
    with pytest.raises(RecordError, match="C410"):
        list(add(record, [story(1), story(2)], who="Ada"))
