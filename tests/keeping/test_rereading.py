"""Whatever people decided stays when a report is read again or issued anew."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import ComityError, RecordError
from comity.keeping.differences import differences, report_differences
from comity.keeping.judging import add_item, confirm, correct, judged_item, reject
from comity.keeping.likeness import places_of, same
from comity.keeping.merging import merge, part
from comity.keeping.projection import project
from comity.keeping.rereading import read_anew
from comity.keeping.settling import set_outcome
from comity.keeping.undoing import undo
from comity.model.judgement import FIELDS
from comity.model.reading import Person, Reading
from comity.record import Record, open_record
from comity.record.actors import find_by_name, get_actor, mentions_in
from comity.record.commitments import get_undertaking
from comity.record.items import items_of
from comity.record.judgements import get_judgement, is_undone
from comity.record.readings import current_reading, readings_of

from .conftest import TEXT, at, item, items, kept, story, told, without

SENTENCE = "Everything was said in a friendly spirit. "
CORRECTIONS = {
    "people": ("country", "AUT"),
    "bodies": ("kind", "government"),
    "offices": ("title", "Chairman"),
    "encounters": ("place", "Almaty"),
    "statements": ("text", "we said nothing of the kind"),
    "commitments": ("kind", "pledge"),
    "ties": ("since", "1999"),
    "milestones": ("date", "2026-06-30"),
    "events": ("type", "SUPPORT"),
}
ADDED = [
    ("people", {"name": "Berlin Bear", "country": "DEU"}, "Berlin"),
    ("statements", {"speaker": "Anna Weber", "direct": False, "text": "on trade"}, "on trade"),
    ("milestones", {"kind": "target", "text": "the end of the year"}, "the end of the year"),
    ("events", {"source": "DEU", "target": "KAZ", "type": "AID"}, "energy"),
    ("topics", {"topic": "parliament"}, "chambers"),
]


def judge(record: Record, report: int, chance: random.Random) -> None:
    """Some judgements of all kinds, some of them taken back."""
    made = []
    with record.working("ada") as work:
        for _ in range(chance.randint(1, 12)):
            if chance.random() < 0.2:
                field, form, words = chance.choice(ADDED)
                call = lambda: add_item(work, report, field, form, quotes=[words])  # noqa: B023,E731
            else:
                one = chance.choice(items_of(work, report))
                field = one.item.field
                if field in CORRECTIONS and chance.random() < 0.4:
                    change = dict([CORRECTIONS[field]])
                    call = lambda: correct(work, one.id, change)  # noqa: B023,E731
                elif field == "commitments" and chance.random() < 0.5:
                    outcome = chance.choice(["kept", "broken", "overtaken"])
                    call = lambda: set_outcome(work, one.id, outcome)  # noqa: B023,E731
                elif chance.random() < 0.5:
                    call = lambda: confirm(work, one.id)  # noqa: B023,E731
                else:
                    call = lambda: reject(work, one.id)  # noqa: B023,E731
            with suppress(ComityError):  # some cannot be made: what is rejected is not confirmed
                made.append(call())
            if made and chance.random() < 0.2:
                last = made.pop(chance.randrange(len(made)))
                with suppress(RecordError):  # an addition that was corrected
                    undo(work, last.id)


def perturbed(reading: Reading, chance: random.Random, text: str = TEXT) -> Reading:
    """The reading as a later reader may give it: items are dropped, changed, moved, reordered."""

    def other(field: str, value):
        roll = chance.random()
        if roll < 0.25:
            return None
        if roll < 0.5 and field in CORRECTIONS and field not in ("people", "bodies"):
            name, _ = CORRECTIONS[field]
            new = {"title": "Speaker then", "place": None, "since": None, "date": "2026-06"}
            if name in new:
                value = replace(value, **{name: new[name]})
            elif name == "text":
                value = replace(value, text=value.text.rsplit(" ", 1)[0])
        if roll > 0.7:
            (start, end), *_ = value.evidence
            value = replace(value, evidence=((max(0, start - 2), min(len(text), end + 3)),))
        return value

    fields = {}
    for field in FIELDS:
        values = [other(field, value) for value in getattr(reading, field)]
        values = [value for value in values if value is not None]
        chance.shuffle(values)
        fields[field] = tuple(values)
    return replace(reading, reader="comity 0.0.2", **fields)


def judged(record: Record, report: int):
    """The items that somebody judged, by field and key."""
    return {(k.item.field, k.item.key): k for k in items(record, report) if k.item.status != "read"}


def outcomes(record: Record, report: int) -> dict[int, str]:
    with record.viewing() as view:
        return {
            k.id: get_undertaking(view, k.id).outcome
            for k in items_of(view, report)
            if k.item.field == "commitments" and k.item.status != "rejected"
        }


def check(record: Record, report: int, before, was, *, same_ids: bool = True) -> None:
    after = judged(record, report)
    assert set(after) == set(before)
    for place, old in before.items():
        new = after[place]
        assert new.item.status == old.item.status
        assert not same_ids or new.id == old.id
        if old.item.status == "rejected":
            read = [k.item for k in items(record, report) if k.item.status == "read"]
            assert not any(i.field == place[0] and same(i.value, old.item.value) for i in read)
        else:
            assert same(new.item.value, old.item.value)
    names = [k.item.value.name for k in items(record, report) if k.item.field == "people"]
    assert len(names) == len(set(names))
    if same_ids:
        now = outcomes(record, report)
        for id, outcome in was.items():
            assert outcome == "open" or now[id] == outcome


def read_again(address: str, chance: random.Random) -> None:
    """Judge a report at random, read it again in other ways, and see that all judgements hold."""
    with open_record(address) as record:
        report = kept(record)
        judge(record, report, chance)
        before, was = judged(record, report), outcomes(record, report)
        with record.working("ada") as work:
            read_anew(work, report, perturbed(told(), chance))
        check(record, report, before, was)
        with record.working("ada") as work:
            read_anew(work, report, without(told(), reader="comity 0.0.3"))
            read_anew(work, report, told(reader="comity 0.0.4"))
        check(record, report, before, was)


def issue_anew(address: str, chance: random.Random) -> None:
    """Judge a report at random, issue it anew, and see that all judgements hold."""
    text = SENTENCE + TEXT.replace(". ", ".\n\n").replace("In June", "Next June")
    text = text.replace("Anna Weber said", "Ms Anna Weber\nsaid")
    with open_record(address) as record:
        report = kept(record)
        judge(record, report, chance)
        before, was = judged(record, report), outcomes(record, report)
        reading = Reading(
            id="story", reader="comity 0.0.1", pipeline="x", report=told().report,
            **{field: tuple(
                replace(value, evidence=tuple(
                    (s, e) for a, b in value.evidence for s, e in places_of(TEXT[a:b], text)[:1]))
                for value in getattr(told(), field)) for field in FIELDS},
        )  # fmt: skip
        second = kept(record, story(text), perturbed(reading, chance, text))
        assert second != report
        check(record, second, before, was, same_ids=False)
        for one in judged(record, second).values():
            if one.item.status in ("corrected", "added"):
                assert one.item.evidence  # its words stand in the new text too
                old = before[one.item.field, one.item.key].item.evidence
                here = [text[a:b].split() for a, b in one.item.evidence]
                assert here == [TEXT[a:b].split() for a, b in old]
        with record.viewing() as view:
            assert items_of(view, report) == []
            assert mentions_in(view, report) == {}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("happens", [read_again, issue_anew])
def test_judgements_stay(new_record: Callable[[], str], happens, seed: int) -> None:
    happens(new_record(), random.Random(seed))


@pytest.mark.slow
@pytest.mark.parametrize("happens", [read_again, issue_anew])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_any_judgements_stay(empty_sqlite: Path, tmp_path: Path, happens, seed: int) -> None:
    file = tmp_path / f"{happens.__name__}{seed}.db"
    shutil.copy(empty_sqlite, file)
    happens(str(file), random.Random(seed))
    file.unlink()


def test_what_was_taken_back_has_no_effect_on_a_later_reading(record: Record) -> None:
    report = kept(record)
    one = item(record, report, "people", "Weber")
    with record.working("ada") as work:
        made = reject(work, one.id)
        undo(work, made.id)
        assert is_undone(work, made.id)
        assert get_judgement(work, made.id).kind == "reject"
        read_anew(work, report, told(reader="comity 0.0.2"))
    assert item(record, report, "people", "Weber").item.status == "read"
    with record.working("ada") as work:
        read_anew(work, report, without(told(), "people", reader="comity 0.0.3"))
    assert not [k for k in items(record, report) if k.item.field == "people"]


def test_a_rejected_item_does_not_reject_its_neighbour(record: Record) -> None:
    report = kept(record)
    one = item(record, report, "statements", "trade")
    with record.working("ada") as work:
        reject(work, one.id)
        reading = told(reader="comity 0.0.2")
        other = replace(
            reading.statements[0], speaker="Timur Aliyev", text="the weather had been fine"
        )
        read_anew(work, report, replace(reading, statements=(other, reading.statements[1])))
    said = [k.item for k in items(record, report) if k.item.field == "statements"]
    assert {(i.value.text[:11], i.status) for i in said} == {
        ("both chambe", "rejected"),
        ("the weather", "read"),
        ("his chamber", "read"),
    }


def test_what_a_better_reader_reads_as_a_person_said_is_there_once(record: Record) -> None:
    report = kept(record)
    one = item(record, report, "people", "Weber")
    form = {"kind": "target", "text": "the end of the year"}
    with record.working("ada") as work:
        correct(work, one.id, {"name": "Hanna Maria Weber"})
        add_item(work, report, "milestones", form, quotes=["the end of the year"])
        reading = told(reader="comity 0.0.2")
        new = replace(reading.people[1], name="Hanna Maria Weber")
        people = (reading.people[0], new, reading.people[2])
        target = replace(reading.milestones[0], kind="target", text="by the end of the year",
                         evidence=at("by the end of the year"))  # fmt: skip
        read_anew(
            work, report, replace(reading, people=people, milestones=(target, *reading.milestones))
        )
    names = [k.item.value.name for k in items(record, report) if k.item.field == "people"]
    assert sorted(names) == ["Hanna Maria Weber", "Karim Sadykov", "Timur Aliyev"]
    targets = [k.item for k in items(record, report) if "end of the year" in str(k.item.value)]
    assert [i.status for i in targets if i.field == "milestones"] == ["added"]


def test_merges_and_parts_stay(record: Record) -> None:
    first = kept(record)
    text = TEXT + " More was said."
    other = told(text)
    renamed = replace(
        other, people=(replace(other.people[0], name="Temur Alijew"), *other.people[1:])
    )
    second = kept(record, story(text, url=None), renamed)
    with record.working("ada") as work:
        one = mentions_in(work, first)["Timur Aliyev"].canonical
        two = mentions_in(work, second)["Temur Alijew"].canonical
        assert one != two
        merge(work, one, two)
        weber = mentions_in(work, first)["Anna Weber"].canonical
        assert mentions_in(work, second)["Anna Weber"].canonical == weber
        parted = part(work, weber, reports=[second])
        for report, reading in ((first, told()), (second, renamed)):
            read_anew(work, report, replace(reading, reader="comity 0.0.2"))
            project(work, report)
        assert {mentions_in(work, first)["Timur Aliyev"].canonical} == {
            mentions_in(work, second)["Temur Alijew"].canonical
        }
        now = mentions_in(work, second)["Anna Weber"]
        assert (now.canonical, now.pinned) == (parted.other, True)
        assert mentions_in(work, first)["Anna Weber"].canonical == weber
        # A reader that writes the name in another way does not join them again.
        people = tuple(
            replace(p, name="A. Weber") if p.name == "Anna Weber" else p for p in renamed.people
        )
        read_anew(work, second, replace(renamed, people=people, reader="comity 0.0.3"))
        assert mentions_in(work, second)["Anna Weber"].canonical == parted.other
    third = kept(record, story(text + " And more.", url=None), told(text + " And more."))
    with record.viewing() as view:
        assert "Anna Weber" in mentions_in(view, third)


def test_parts_stay_when_a_report_is_issued_anew(record: Record) -> None:
    first = kept(record)
    other = "Senator Anna Weber of Vienna spoke."
    reading = replace(
        without(told()),
        people=(Person(name="Anna Weber", country="DEU", evidence=at("Anna Weber", other)),),
    )
    second = kept(record, story(other, url="https://example.org/2"), reading)
    with record.working("ada") as work:
        weber = mentions_in(work, first)["Anna Weber"].canonical
        assert mentions_in(work, second)["Anna Weber"].canonical == weber
        made = part(work, weber, reports=[second], why="of Vienna")
    anew = "Yesterday " + other
    place = at("Anna Weber", anew)
    moved = replace(reading, people=(replace(reading.people[0], evidence=place),))
    third = kept(record, story(anew, url="https://example.org/2"), moved)
    with record.working("ada") as work:
        assert mentions_in(work, third)["Anna Weber"].canonical == made.other
        undo(work, made.id)
        assert mentions_in(work, third)["Anna Weber"].canonical == weber
        assert get_actor(work, made.other).mentions == 0
        assert [actor.id for actor in find_by_name(work, "Anna Weber")] == [weber]


def test_the_readings_before_are_kept_and_compared(record: Record) -> None:
    report = kept(record)
    gone = item(record, report, "topics", "energy")
    stays = item(record, report, "topics", "trade")
    reading = told(reader="comity 0.0.2")
    reading = replace(
        reading,
        topics=(),
        ties=(replace(reading.ties[0], since="2005"),),
        offices=(*reading.offices, replace(reading.offices[1], title="Deputy")),
        people=tuple(replace(p, evidence=at("trade")) for p in reading.people),
    )
    with record.working("ada") as work:
        confirm(work, stays.id)
        found = read_anew(work, report, reading)
        assert read_anew(work, report, reading) is None  # nothing new
        assert len(readings_of(work, report)) == 2
        assert current_reading(work, report).reader == "comity 0.0.2"
    told_of = [(d.field, d.change, d.changed) for d in found]
    assert told_of == [
        ("offices", "added", ()),
        ("ties", "changed", ("since",)),
        ("topics", "gone", ()),
    ]
    assert found[2].before.key == gone.item.key
    with record.viewing() as view:
        again = report_differences(view, report)
        assert again.differences == found
        assert (again.before.reading.reader, again.after.reading.reader) == (
            "comity 0.0.1", "comity 0.0.2",
        )  # fmt: skip


def test_nothing_before_nothing_to_compare(record: Record) -> None:
    report = kept(record)
    with record.viewing() as view:
        assert report_differences(view, report) is None
        found = [k.item for k in items_of(view, report)]
    assert differences(found, found) == ()
    with pytest.raises(RecordError, match="C408"), record.viewing() as view:
        report_differences(view, 999)


def test_a_judged_item_that_is_no_longer_read_is_no_difference(record: Record) -> None:
    report = kept(record)
    with record.working("ada") as work:
        made = confirm(work, item(record, report, "ties").id)
        assert judged_item(work, made) is not None
        found = read_anew(work, report, without(told(), "ties", "milestones"))
    assert [(d.field, d.change) for d in found] == [("milestones", "gone")]


def test_what_was_corrected_into_its_neighbour_is_there_once(record: Record) -> None:
    report = kept(record)
    one = item(record, report, "events", "CONSULT")
    with record.working("ada") as work:
        correct(work, one.id, {"type": "AGREE"})
    events = [(k.id, k.item.value.type) for k in items(record, report) if k.item.field == "events"]
    assert events == [(one.id, "AGREE")]
    with record.working("ada") as work:
        made = correct(work, one.id, {"type": "AID"})
        assert len([k for k in items_of(work, report) if k.item.field == "events"]) == 2
        undo(work, made.id)


@pytest.mark.parametrize("rest, statuses", [
    ("together on trade and energy", ["rejected", "read"]),
    ("on nothing whatever, she thought, for now", ["rejected", "read", "read"]),
])  # fmt: skip
def test_a_rejected_item_is_known_by_its_words_in_a_new_text(
    record: Record, rest: str, statuses: list[str]
) -> None:
    report = kept(record)
    with record.working("ada") as work:
        reject(work, item(record, report, "statements", "trade").id)
    text = SENTENCE + TEXT
    reading = told(text)
    said = f"chambers would work {rest}"
    changed = replace(reading.statements[0], text=said)
    statements = (changed, reading.statements[1])
    second = kept(record, story(text), replace(reading, statements=statements))
    found = [k.item.status for k in items(record, second) if k.item.field == "statements"]
    assert sorted(found) == sorted(statuses)
