"""Encounters by hand, and the reports that come in later: from the text to the record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity import read, report_from_text
from comity.errors import ComityError
from comity.keeping.attending import Attendee
from comity.keeping.entering import (
    Entry,
    change,
    enter,
    join_encounters,
    split,
    tell_encounters_apart,
)
from comity.keeping.keep import keep
from comity.keeping.merging import part
from comity.keeping.projection import project
from comity.keeping.rereading import read_anew
from comity.keeping.undoing import undo
from comity.record import Record
from comity.record.actors import find_by_name
from comity.record.encounters import KeptEncounter, accounts_in, accounts_of, get_encounter
from comity.record.entries import encounters_there
from comity.record.proposals import proposals

from .conftest import TEXT, item, kept, story, told

VISIT = Entry(
    kind="visit",
    date="2026-03-10",
    sides=("KAZ", "FRA"),
    participants=(
        Attendee(name="Timur Aliyev", side="KAZ", capacity="Speaker of the Mazhilis"),
        Attendee(name="Claire Dumont", side="FRA", capacity="President of the Senate"),
    ),
    place="Astana",
    topics=("trade", "energy"),
    note="ask about the rail link",
)
HELD = (
    "ASTANA. Timur Aliyev, Speaker of the Mazhilis of Kazakhstan, met Claire Dumont, President of "
    "the French Senate, in Astana on 11 March. They discussed culture.\n\n“We value our "
    "partnership,” Timur Aliyev said."
)
OTHER = (
    "ASTANA. Timur Aliyev, Speaker of the Mazhilis of Kazakhstan, met Pavel Novak, President of "
    "the Czech Senate, in Astana on 11 March. They discussed culture."
)
ANNOUNCED = (
    "PARIS. Claire Dumont, President of the French Senate, will visit Kazakhstan on 10 March, "
    "where she is to meet Timur Aliyev, Speaker of the Mazhilis."
)
CANCELLED = (
    "PARIS. Claire Dumont, President of the French Senate, who was unwell, is to visit Kazakhstan "
    "no more: the visit to Timur Aliyev, Speaker of the Mazhilis, on 10 March has been cancelled."
)


def add(record: Record, text: str, day: str, publisher: str = "Mazhilis") -> int:
    report = report_from_text(text, published=day, publisher=publisher)
    with record.working("feed") as work:
        return keep(work, report, read(report)).report


def where(record: Record, report: int) -> list[int]:
    with record.viewing() as view:
        return [account.encounter for account in accounts_in(view, report)]


def now(record: Record, encounter: int) -> KeptEncounter:
    with record.viewing() as view:
        return get_encounter(view, encounter)


def planned(record: Record, entry: Entry = VISIT) -> int:
    with record.working("ada") as work:
        return enter(work, entry, why="the embassy wrote").encounter


def test_an_entry_says_what_was_entered(record: Record) -> None:
    with record.working("ada") as work:
        made = enter(work, VISIT, why="the embassy wrote")
    assert made.new_actors == ("Timur Aliyev", "Claire Dumont")
    found = now(record, made.encounter)
    assert (found.kind, found.status, found.start, found.place) == (
        "visit", "planned", "2026-03-10", "Astana",
    )  # fmt: skip
    assert (found.host, found.level, found.channel, found.reports) == (
        "KAZ", "ministers", "parliament", 0,
    )  # fmt: skip
    assert (found.entered, found.agenda, found.note) == (
        True, ("trade", "energy"), "ask about the rail link",
    )  # fmt: skip
    with record.working("ada") as work:
        assert find_by_name(work, "Claire Dumont")
        again = enter(work, replace(VISIT, date="2027-01-01"))
        assert again.new_actors == ()  # they are known now
        undo(work, again.judgement.id)
        undo(work, made.judgement.id)
        assert not find_by_name(work, "Claire Dumont")
        assert encounters_there(work, [made.encounter, again.encounter]) == set()


def test_the_announced_visit_becomes_the_one_that_took_place(record: Record) -> None:
    visit = planned(record)
    announced = add(record, ANNOUNCED, "2026-03-02", "French Senate")
    assert where(record, announced) == [visit]
    assert now(record, visit).status == "planned"
    other = add(record, OTHER, "2026-03-11")
    held = add(record, HELD, "2026-03-11")
    assert where(record, held) == [visit]
    assert visit not in where(record, other)
    found = now(record, visit)
    assert (found.status, found.start, found.reports) == ("held", "2026-03-11", 2)
    assert (found.agenda, found.note) == (("trade", "energy"), "ask about the rail link")
    with record.working("ada") as work:
        for report in (announced, held):
            project(work, report)
    assert where(record, held) == where(record, announced) == [visit]
    assert now(record, visit) == found


def test_or_the_one_that_never_did(record: Record) -> None:
    visit = planned(record)
    report = add(record, CANCELLED, "2026-03-08", "French Senate")
    assert where(record, report) == [visit]
    found = now(record, visit)
    assert (found.status, found.note) == ("cancelled", "ask about the rail link")


def test_what_a_person_sets_goes_before_reports(record: Record) -> None:
    held = add(record, HELD, "2026-03-11")
    (encounter,) = where(record, held)
    before = now(record, encounter)
    with record.working("ada") as work:
        made = change(
            work, encounter, {"status": "cancelled", "note": "a misprint", "host": "FRA"}, why="x"
        )
        with pytest.raises(ComityError, match="C411"):
            change(work, encounter, {"status": "cancelled"})
    for _ in range(2):
        found = now(record, encounter)
        assert (found.status, found.note, found.host) == ("cancelled", "a misprint", "FRA")
        with record.working("ada") as work:
            project(work, held)
    with record.working("ada") as work:
        undo(work, made.id)
    assert now(record, encounter) == before


def test_a_visit_put_off_can_take_place_later(record: Record) -> None:
    visit = planned(record)
    with record.working("ada") as work:
        change(work, visit, {"status": "postponed", "date": "2026-03-20"})
    assert (now(record, visit).status, now(record, visit).start) == ("postponed", "2026-03-20")
    held = add(record, HELD.replace("11 March", "20 March"), "2026-03-20")
    assert where(record, held) == [visit]
    assert (now(record, visit).status, now(record, visit).start) == ("held", "2026-03-20")


def test_one_that_a_person_called_off_is_not_held_silently(record: Record) -> None:
    visit = planned(record)
    with record.working("ada") as work:
        change(work, visit, {"status": "cancelled"})
    held = add(record, HELD, "2026-03-11")
    (other,) = where(record, held)
    assert other != visit
    assert now(record, visit).status == "cancelled"
    with record.working("ada") as work:
        (one,) = proposals(work, kind="encounter")
        assert {one.left, one.right} == {visit, other}
        joined = join_encounters(work, other, visit)
        assert (joined.encounter, joined.other_encounter) == (visit, other)
    assert now(record, visit).status == "cancelled"


def test_encounters_are_joined_and_stay_joined(record: Record) -> None:
    held, other = add(record, HELD, "2026-03-11"), add(record, OTHER, "2026-03-11")
    (one,), (two,) = where(record, held), where(record, other)
    assert one != two
    before = now(record, one), now(record, two)
    with record.working("ada") as work:
        made = join_encounters(work, one, two, why="one meeting of three")
        keeper, gone = made.encounter, made.other_encounter
        assert encounters_there(work, [one, two]) == {keeper}
        with pytest.raises(ComityError, match="C411"):
            join_encounters(work, one, two)
    assert now(record, keeper).reports == 2
    reading = read(report_from_text(OTHER, published="2026-03-11", publisher="Mazhilis"))
    (told_of,) = reading.encounters
    changed = replace(told_of, place=None, date=None)
    with record.working("ada") as work:
        for report in (held, other):
            project(work, report)
        read_anew(work, other, replace(reading, encounters=(changed,), reader="comity 9"))
    assert where(record, held) == where(record, other) == [keeper]
    with record.working("ada") as work:
        read_anew(work, other, replace(reading, reader="comity 10"))
        undo(work, made.id)
    assert (where(record, held), where(record, other)) == ([one], [two])
    assert (now(record, one), now(record, two)) == before
    assert gone in (one, two)


def test_what_was_entered_takes_in_what_was_told(record: Record) -> None:
    held = add(record, OTHER, "2026-03-11")
    visit = planned(record)
    (other,) = where(record, held)
    with record.working("ada") as work:
        made = join_encounters(work, other, visit)
        assert (made.encounter, made.other_encounter) == (visit, other)
    assert (now(record, visit).status, now(record, visit).note) == ("held", VISIT.note)
    second = planned(record, replace(VISIT, note="and the visas", topics=("migration",)))
    with record.working("ada") as work:
        both = join_encounters(work, visit, second)
        assert len([a for a in accounts_of(work, [visit])[visit] if a.report is None]) == 2
    found = now(record, both.encounter)
    assert found.note == "ask about the rail link\nand the visas"
    assert found.agenda == ("trade", "energy", "migration")
    with record.working("ada") as work:
        undo(work, both.id)
        assert get_encounter(work, second).note == "and the visas"
        assert get_encounter(work, visit).agenda == ("trade", "energy")


def test_a_report_is_split_off_and_stays_off(record: Record) -> None:
    visit = planned(record)
    held = add(record, HELD, "2026-03-11")
    assert where(record, held) == [visit]
    with record.working("ada") as work:
        made = split(work, visit, [held], why="another visit")
    new = made.other_encounter
    assert (now(record, visit).status, now(record, new).status) == ("planned", "held")
    with record.working("ada") as work:
        project(work, held)
        assert proposals(work, kind="encounter") == []
    assert where(record, held) == [new]
    with record.working("ada") as work:
        with pytest.raises(ComityError, match="C411"):
            split(work, new, [held])
        with pytest.raises(ComityError, match="C408"):
            split(work, visit, [held])
        undo(work, made.id)
        assert encounters_there(work, [visit, new]) == {visit}
    assert where(record, held) == [visit]
    assert now(record, visit).status == "held"


def test_encounters_that_are_told_apart_are_not_joined(record: Record) -> None:
    report = kept(record)
    one, two = where(record, report)
    with record.working("ada") as work:
        made = tell_encounters_apart(work, one, two)
        with pytest.raises(ComityError, match=f"undo {made.id}"):
            join_encounters(work, one, two)
        undo(work, made.id)
        join_encounters(work, one, two)


def test_an_account_keeps_its_encounter_when_it_is_read_otherwise(record: Record) -> None:
    report = kept(record)
    before = where(record, report)
    reading = told(reader="comity 0.0.2")
    first = replace(reading.encounters[0], place=None)
    call = replace(reading.encounters[1], date=None)
    with record.working("ada") as work:
        read_anew(work, report, replace(reading, encounters=(call, first)))
    assert sorted(where(record, report)) == sorted(before)
    assert now(record, before[0]).kind == "meeting"


OFF = [
    (replace(VISIT, sides=("KAZ", "XYZ")), "C325"),
    (replace(VISIT, sides=(), participants=()), "C411"),
    (replace(VISIT, participants=(Attendee(name="", actor=999),)), "C408"),
]  # fmt: skip


@pytest.mark.parametrize("entry, code", OFF)
def test_an_entry_that_is_off(record: Record, entry: Entry, code: str) -> None:
    with pytest.raises(ComityError) as raised, record.working("ada") as work:
        enter(work, entry)
    assert raised.value.code == code


def test_a_name_that_several_have_is_asked_for(record: Record) -> None:
    kept(record)
    with record.working("ada") as work:
        weber = find_by_name(work, "Anna Weber")[0].id
        second = kept_again(work)
        part(work, weber, reports=[second])
        entry = Entry(kind="call", date="2026-06-01", sides=("KAZ", "DEU"),
                      participants=(Attendee(name="anna weber"),))  # fmt: skip
        with pytest.raises(ComityError, match=f"#{weber} Anna Weber.*C409"):
            enter(work, entry)
        by_number = replace(entry, participants=(Attendee(name="", actor=weber),))
        assert enter(work, by_number).new_actors == ()


def kept_again(work) -> int:
    """The report once more, in words that are only a little different."""
    report = story(TEXT + " That was all.", url=None)
    return keep(work, report, told()).report


def test_items_that_a_join_rests_on_stay(record: Record) -> None:
    report = kept(record)
    one, two = where(record, report)
    meeting = item(record, report, "encounters", "meeting")
    with record.working("ada") as work:
        join_encounters(work, one, two)
        read_anew(work, report, replace(told(reader="comity 0.0.2"), encounters=()))
    assert item(record, report, "encounters", "meeting").id == meeting.id
    assert len(set(where(record, report))) == 1
