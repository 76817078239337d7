"""A person's word on items: what it does, what it refuses, and that it can be taken back."""

from __future__ import annotations

import pytest

from comity.errors import ComityError
from comity.keeping.judging import add_item, add_source, confirm, correct, judged_item, reject
from comity.keeping.rereading import read_anew
from comity.keeping.undoing import undo
from comity.model.report import Report
from comity.record import Record
from comity.record.actors import find_by_name, mentions_in
from comity.record.items import get_item
from comity.record.judgements import history
from comity.record.readings import unlike
from comity.record.reports import get_report

from .conftest import at, item, items, kept, told, without


def test_a_judgement_says_who_when_why(record: Record) -> None:
    report = kept(record)
    statement = item(record, report, "statements", "trade")
    with record.working("ada") as work:
        made = confirm(work, statement.id, why="heard it")
    assert (made.who, made.why, made.kind, made.report) == ("ada", "heard it", "confirm", report)
    assert made.at.endswith("Z")
    assert item(record, report, "statements", "trade").item.status == "confirmed"
    assert item(record, report, "statements", "Berlin").item.status == "read"


def test_what_is_rejected_counts_for_nothing_and_comes_back(record: Record) -> None:
    report = kept(record)
    person = item(record, report, "people", "Sadykov")
    with record.working("ada") as work:
        made = reject(work, person.id, why="nobody of that name")
        assert "Karim Sadykov" not in mentions_in(work, report)
        undo(work, made.id)
        assert "Karim Sadykov" in mentions_in(work, report)
        assert get_item(work, person.id).item.status == "read"


def test_a_corrected_name_is_followed(record: Record) -> None:
    report = kept(record)
    person = item(record, report, "people", "Weber")
    with record.working("ada") as work:
        made = correct(work, person.id, {"name": "Hanna Weber"})
        assert "Anna Weber" not in mentions_in(work, report)
        assert find_by_name(work, "Hanna Weber")
        assert not find_by_name(work, "Anna Weber")
    speakers = {k.item.value.speaker for k in items(record, report) if k.item.field == "statements"}
    assert speakers == {"Hanna Weber", "Timur Aliyev"}
    parties = [k.item.value.parties for k in items(record, report) if k.item.field == "encounters"]
    assert ("Timur Aliyev", "Hanna Weber") in parties
    with record.working("ada") as work:
        undo(work, made.id)
    assert "Hanna" not in str(items(record, report))


def test_a_name_that_somebody_else_has_is_left(record: Record) -> None:
    # Who added the first name again means two people.
    report = kept(record)
    person = item(record, report, "people", "Weber")
    with record.working("ada") as work:
        correct(work, person.id, {"name": "Hanna Weber"})
        add_item(
            work, report, "people", {"name": "Anna Weber", "country": "AUT"}, quotes=["Anna Weber"]
        )
    assert item(record, report, "statements", "trade").item.value.speaker == "Anna Weber"


def test_a_correction_can_have_other_words(record: Record) -> None:
    report = kept(record)
    tie = item(record, report, "ties")
    with record.working("ada") as work:
        correct(work, tie.id, {"since": "2005"}, quotes=["The two chambers\n have had"])
    changed = item(record, report, "ties").item
    assert (changed.value.since, changed.status) == ("2005", "corrected")
    assert changed.evidence == at("The two chambers have had")


def test_an_added_item_has_its_words(record: Record) -> None:
    report = kept(record)
    form = {"speaker": "Anna Weber", "direct": False, "text": "work together"}
    with record.working("ada") as work:
        made = add_item(work, report, "statements", form, quotes=["would work together"])
        added = judged_item(work, made)
    assert added.item.status == "added"
    assert added.item.evidence == at("would work together")
    with record.working("ada") as work:
        undo(work, made.id)
        assert judged_item(work, made) is None


OFF = [
    ("people", {"name": 7}, "C123"),
    ("people", {"nick": "x"}, "C122"),
    ("people", {"country": "Kazakhstan"}, "C123"),
    ("people", {"name": "Anna Weber"}, "C411"),
    ("people", {}, "C411"),
    ("people", {"evidence": [[5, 5]]}, "C323"),
    ("people", {"evidence": [[0, 99999]]}, "C323"),
    ("people", {"evidence": []}, "C323"),
    ("statements", {"speaker": "Nobody Known"}, "C324"),
    ("encounters", {"parties": ["Timur Aliyev", "Mr Nemo"]}, "C324"),
    ("memberships", {"member": "France"}, "C324"),
]  # fmt: skip


@pytest.mark.parametrize("field, changes, code", OFF, ids=[f"{o[0]} {o[1]}" for o in OFF])
def test_a_correction_that_is_off(record: Record, field: str, changes, code: str) -> None:
    report = kept(record)
    one = item(record, report, field)
    with pytest.raises(ComityError) as raised, record.working("ada") as work:
        correct(work, one.id, changes)
    assert raised.value.code == code
    assert item(record, report, field).item.status == "read"


def test_countries_are_names_too(record: Record) -> None:
    report = kept(record)
    tie = item(record, report, "ties")
    with record.working("ada") as work:
        correct(work, tie.id, {"between": ["Kazakhstan", "Germany"]})


ADDED_OFF = [
    ("words", {"a": 1}, [], "C321"),
    ("people", {"name": "Jo Li"}, ["Jo Li"], "C322"),
    ("people", {"name": "Jo Li"}, [], "C323"),
    ("people", {"country": "KAZ"}, ["Astana"], "C121"),
    ("people", {"name": "Anna Weber"}, ["Weber"], "C411"),
    ("topics", {"topic": "trade"}, ["trade"], "C411"),
    ("topics", {"topic": "weather"}, ["trade"], "C123"),
    ("statements", {"speaker": "Jo Li", "direct": False, "text": "x"}, ["trade"], "C324"),
]  # fmt: skip


@pytest.mark.parametrize("field, form, quotes, code", ADDED_OFF)
def test_an_addition_that_is_off(record: Record, field, form, quotes, code) -> None:
    report = kept(record)
    with pytest.raises(ComityError) as raised, record.working("ada") as work:
        add_item(work, report, field, form, quotes=quotes)
    assert raised.value.code == code


def test_what_cannot_be_judged(record: Record) -> None:
    report = kept(record)
    one = item(record, report, "topics")

    def code(call) -> str:
        with pytest.raises(ComityError) as raised, record.working("ada") as work:
            call(work)
        return raised.value.code

    assert code(lambda work: confirm(work, 99_999)) == "C408"
    assert code(lambda work: undo(work, 99_999)) == "C408"
    with record.working("ada") as work:
        made = reject(work, one.id)
    assert code(lambda work: reject(work, one.id)) == "C411"
    assert code(lambda work: confirm(work, one.id)) == "C411"
    with record.working("ada") as work:
        undone = undo(work, made.id)
        assert len(history(work)) == 2
    assert code(lambda work: undo(work, made.id)) == "C411"
    assert code(lambda work: undo(work, undone.id)) == "C411"
    with record.working("ada") as work:
        reject(work, one.id)  # made again
    assert item(record, report, "topics").item.status == "rejected"


def test_an_addition_that_was_corrected_cannot_be_taken_back_alone(record: Record) -> None:
    report = kept(record)
    form = {"kind": "target", "text": "a memorandum"}
    with record.working("ada") as work:
        added = add_item(work, report, "milestones", form, quotes=["memorandum"])
        one = judged_item(work, added)
        corrected = correct(work, one.id, {"date": "2026-12"})
    with pytest.raises(ComityError, match=f"undo {corrected.id}"), record.working("ada") as work:
        undo(work, added.id)
    with record.working("ada") as work:
        undo(work, corrected.id)
        assert get_item(work, one.id).item.value.date is None
        undo(work, added.id)
        assert judged_item(work, added) is None


def test_facts_by_hand_stand_on_the_sentence_that_says_them(record: Record) -> None:
    words = "The French ambassador told us that Karim Sadykov has joined the Senate."
    source = Report(
        id="note 1", text=words, publisher="ada", published="2026-04-01", language="en",
        source="by hand",
    )  # fmt: skip
    with record.working("ada") as work:
        report = add_source(work, source)
        add_item(work, report, "people", {"name": "Karim Sadykov"}, quotes=["Karim Sadykov"])
        body = {"name": "Senate", "kind": "parliament", "country": "KAZ"}
        add_item(work, report, "bodies", body, quotes=["Senate"])
        made = add_item(
            work, report, "memberships", {"member": "Karim Sadykov", "body": "Senate"},
            quotes=["Karim Sadykov has joined the Senate"],
        )  # fmt: skip
        assert add_source(work, source) == report
        assert unlike(work, reader="comity 9", after=0) == []  # no reader reads it
        assert unlike(work, reader=None, after=0) == []
        assert read_anew(work, report, told()) is None
        assert get_report(work, report).report.publisher == "ada"
        assert judged_item(work, made).item.status == "added"
        assert find_by_name(work, "Karim Sadykov")


def test_a_reader_cannot_undo_a_person(record: Record) -> None:
    report = kept(record)
    people = {k.item.value.name: k for k in items(record, report) if k.item.field == "people"}
    with record.working("ada") as work:
        correct(work, people["Anna Weber"].id, {"name": "Hanna Weber", "country": "AUT"})
        reject(work, people["Karim Sadykov"].id)
        confirm(work, people["Timur Aliyev"].id)
        read_anew(work, report, without(told()))
    left = {k.item.value.name: k for k in items(record, report)}
    assert {name: k.item.status for name, k in left.items()} == {
        "Timur Aliyev": "confirmed",
        "Hanna Weber": "corrected",
        "Karim Sadykov": "rejected",
    }
    assert left["Hanna Weber"].id == people["Anna Weber"].id
    with record.working("ada") as work:
        read_anew(work, report, told(reader="comity 0.0.3"))
        assert "Karim Sadykov" not in mentions_in(work, report)
        assert "Hanna Weber" in mentions_in(work, report)
    assert len([k for k in items(record, report) if k.item.field == "people"]) == 3
