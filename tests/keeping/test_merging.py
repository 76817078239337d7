"""A person's word on actors: merged, parted, told apart, and as before when it is taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.errors import RecordError
from comity.keeping.attending import Attendee
from comity.keeping.entering import Entry, enter
from comity.keeping.merging import merge, part, tell_apart
from comity.keeping.projection import project
from comity.keeping.undoing import undo
from comity.model.reading import Commitment, Person
from comity.record import Record
from comity.record.actors import get_actor, mentions_in
from comity.record.encounters import accounts_of, get_encounter
from comity.record.items import items_of
from comity.record.proposals import get_proposal, proposals, propose

from .conftest import at, kept, story, told, without


def naming(record: Record, name: str, *, country: str | None = "KAZ", kind: str = "") -> int:
    """A report that names one person, and what that person means to do."""
    text = f"{name} said that he would visit Berlin. {kind}"
    reading = replace(
        without(told()),
        people=(Person(name=name, country=country, evidence=at(name, text)),),
        commitments=(
            Commitment(
                by=(name,), to=(), kind="intention", text="visit Berlin",
                evidence=at("visit Berlin", text),
            ),
        ),
    )  # fmt: skip
    return kept(record, story(text, url=None), reading)


def who(record: Record, report: int, name: str) -> int:
    with record.viewing() as view:
        return mentions_in(view, report)[name].canonical


def promised_by(record: Record, report: int) -> list[int]:
    from comity.record.commitments import get_undertaking

    with record.viewing() as view:
        found = [k for k in items_of(view, report) if k.item.field == "commitments"]
        return [party.actor for party in get_undertaking(view, found[0].id).by]


def test_the_smaller_becomes_part_of_the_bigger(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Omar Baitursyn", kind="b")
    third = naming(record, "Umar Baytursinov")
    big, small = who(record, first, "Omar Baitursyn"), who(record, third, "Umar Baytursinov")
    assert who(record, second, "Omar Baitursyn") == big != small
    with record.working("ada") as work:
        made = merge(work, small, big, why="his card says so")
    assert (made.actor, made.other) == (big, small)
    assert who(record, third, "Umar Baytursinov") == big
    assert promised_by(record, third) == [big]
    with record.working("ada") as work:
        undo(work, made.id)
    assert who(record, third, "Umar Baytursinov") == small
    assert promised_by(record, third) == [small]


def test_merges_in_a_chain_and_taken_back_in_any_order(record: Record) -> None:
    names = ["Omar Baitursyn", "Umar Baytursinov", "Omer Beitursun", "Homer Bay"]
    reports = [naming(record, name) for name in names]
    actors = [who(record, report, name) for report, name in zip(reports, names, strict=True)]
    assert len(set(actors)) == 4

    def now() -> list[int]:
        return [who(record, report, name) for report, name in zip(reports, names, strict=True)]

    with record.working("ada") as work:
        first = merge(work, actors[2], actors[1])
        second = merge(work, actors[3], actors[2])
        third = merge(work, actors[3], actors[0])
    assert len(set(now())) == 1
    with pytest.raises(RecordError, match="C411"), record.working("ada") as work:
        merge(work, actors[1], actors[3])
    with record.working("ada") as work:
        undo(work, second.id)
    assert now()[1] == now()[2] != now()[3] or now()[0] == now()[1]
    with record.working("ada") as work:
        undo(work, first.id)
    with record.working("ada") as work:
        undo(work, third.id)
    assert now() == actors
    for report, actor in zip(reports, actors, strict=True):
        assert promised_by(record, report) == [actor]


def test_a_name_that_comes_later_goes_to_the_one_that_had_it(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Umar Baytursinov")
    one, two = who(record, first, "Omar Baitursyn"), who(record, second, "Umar Baytursinov")
    with record.working("ada") as work:
        made = merge(work, one, two)
    third = naming(record, "Umar Baytursinov", kind="later")
    assert who(record, third, "Umar Baytursinov") == made.actor
    with record.working("ada") as work:
        undo(work, made.id)
    assert who(record, third, "Umar Baytursinov") == two


def test_what_cannot_be_merged(record: Record) -> None:
    report = kept(record)
    person, body = who(record, report, "Anna Weber"), who(record, report, "Bundesrat")
    other = who(record, report, "Karim Sadykov")

    def code(one: int, two: int) -> str:
        with pytest.raises(RecordError) as raised, record.working("ada") as work:
            merge(work, one, two)
        return raised.value.code

    assert code(person, person) == code(person, body) == "C411"
    assert code(person, 9999) == "C408"
    with record.working("ada") as work:
        apart = tell_apart(work, person, other)
        with pytest.raises(RecordError, match="C411"):
            tell_apart(work, other, person)
    assert code(person, other) == "C411"
    with record.working("ada") as work:
        undo(work, apart.id)
        merge(work, person, other)
        with pytest.raises(RecordError, match="C411"):
            tell_apart(work, person, other)


def test_names_are_parted_and_given_back(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Omar Baitursyn", kind="b")
    actor = who(record, first, "Omar Baitursyn")
    with record.working("ada") as work:
        made = part(work, actor, reports=[second], why="his cousin")
    other = made.other
    assert (who(record, first, "Omar Baitursyn"), who(record, second, "Omar Baitursyn")) == (
        actor, other,
    )  # fmt: skip
    assert promised_by(record, second) == [other]
    with record.working("ada") as work:
        assert get_actor(work, other).name == "Omar Baitursyn"
        project(work, second)
        with pytest.raises(RecordError, match=f"judgement {made.id} says"):
            merge(work, actor, other)
        undo(work, made.id)
    assert who(record, second, "Omar Baitursyn") == actor
    assert promised_by(record, second) == [actor]
    with record.working("ada") as work:
        assert get_actor(work, other).mentions == 0


def test_names_are_given_to_an_actor_that_is_there(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Omar Baitursyn", kind="b")
    third = naming(record, "Umar Baytursinov")
    actor, other = who(record, first, "Omar Baitursyn"), who(record, third, "Umar Baytursinov")
    with record.working("ada") as work:
        part(work, actor, names=["omar baitursyn"], reports=[second], into=other)
    assert who(record, second, "Omar Baitursyn") == other


PART_OFF = [
    ({}, "C411"),
    ({"names": ["Nobody"]}, "C408"),
    ({"reports": [77]}, "C408"),
    ({"names": ["Omar Baitursyn"]}, "C411"),
]  # fmt: skip


@pytest.mark.parametrize("how, code", PART_OFF)
def test_what_cannot_be_parted(record: Record, how, code: str) -> None:
    report = naming(record, "Omar Baitursyn")
    with pytest.raises(RecordError) as raised, record.working("ada") as work:
        part(work, who(record, report, "Omar Baitursyn"), **how)
    assert raised.value.code == code


def test_proposals_are_settled_by_what_was_judged(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Umar Baytursinov")
    third = naming(record, "Homer Bay")
    one, two = who(record, first, "Omar Baitursyn"), who(record, second, "Umar Baytursinov")
    three = who(record, third, "Homer Bay")
    with record.working("ada") as work:
        propose(work, "actor", [(one, two, 0.6, "x"), (two, three, 0.6, "x")], report=None)
        ids = {(p.left, p.right): p.id for p in proposals(work)}
        merged = merge(work, one, two)
        told_apart = tell_apart(work, one, three)
        assert get_proposal(work, ids[one, two]).state == "accepted"
        assert get_proposal(work, ids[two, three]).state == "declined"
        undo(work, told_apart.id)
        assert get_proposal(work, ids[two, three]).state == "open"
        undo(work, merged.id)
        assert get_proposal(work, ids[one, two]).state == "open"


def test_what_was_entered_by_hand_follows_a_merge(record: Record) -> None:
    first, second = naming(record, "Omar Baitursyn"), naming(record, "Umar Baytursinov")
    third = naming(record, "Umar Baytursinov", kind="b")
    one, two = who(record, first, "Omar Baitursyn"), who(record, second, "Umar Baytursinov")
    assert who(record, third, "Umar Baytursinov") == two
    with record.working("ada") as work:
        entry = Entry(kind="call", date="2026-05-01", sides=("KAZ", "FRA"),
                      participants=(Attendee(name="Omar Baitursyn"),))  # fmt: skip
        entered = enter(work, entry)
        made = merge(work, one, two)

        def people() -> set[int]:
            told_by = accounts_of(work, [entered.encounter])[entered.encounter]
            return {p.actor for account in told_by for p in account.participants}

        assert made.actor in people()
        assert made.other not in people()
        undo(work, made.id)
        assert one in people()
        assert get_encounter(work, entered.encounter).entered
