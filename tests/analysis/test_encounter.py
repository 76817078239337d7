"""One encounter with every side's account."""

from __future__ import annotations

import pytest

from comity.analysis.encounter import encounter_page
from comity.analysis.timeline import Which, timeline
from comity.errors import RecordError
from comity.model.contact import Account, Participant
from comity.record import Record
from comity.record.encounters import add_account, change_encounter

from .world import TALES, tell


def number(record: Record, topic: str) -> int:
    with record.viewing() as view:
        return timeline(view, Which(topic=topic)).encounters[0].id


def test_accounts_stand_side_by_side(world: Record) -> None:
    with world.viewing() as view:
        page = encounter_page(view, number(world, "nuclear"))
    assert [told.source and told.source.publisher for told in page.accounts] == [
        "Akorda",
        "elysee.fr",
    ]
    assert page.accounts[1].reason
    assert "uranium" in page.accounts[0].words
    assert "rail" in page.accounts[1].words
    assert page.encounter.reports == 2
    assert (page.encounter.host, page.encounter.visiting) == ("KAZ", ("FRA",))


def test_what_only_one_side_tells(world: Record) -> None:
    with world.viewing() as view:
        page = encounter_page(view, number(world, "nuclear"))
    told = {only.teller: only for only in page.only}
    assert told["FRA"].participants == ("Paul Lenoir",)
    assert told["FRA"].topics == ("infrastructure and transport",)
    assert told["KAZ"].topics == ("nuclear",)
    assert told["KAZ"].participants == told["KAZ"].places == ()


def test_one_teller_tells_nothing_alone(record: Record) -> None:
    tell(record, TALES[3])
    with record.viewing() as view:
        assert encounter_page(view, number(record, "youth")).only == ()


def test_participants_in_the_capacity_of_the_day(world: Record) -> None:
    with world.viewing() as view:
        page = encounter_page(view, number(world, "nuclear"))
        reports = {one.participant.name: one.reports for one in page.participants}
        capacities = {one.participant.name: one.participant.capacity for one in page.participants}
    assert {name: len(named) for name, named in reports.items()} == {
        "Karim Sadykov": 2,
        "Jean Duval": 2,
        "Paul Lenoir": 1,
    }
    assert capacities["Paul Lenoir"] == "Ambassador"
    assert not any(one.entered for one in page.participants)


def test_what_was_said_and_promised_there(world: Record) -> None:
    with world.viewing() as view:
        page = encounter_page(view, number(world, "nuclear"))
        call = encounter_page(view, number(world, "small business"))
    assert [said.speaker for said in page.statements] == ["Karim Sadykov"]
    assert {one.text for one in page.commitments} == {
        "deliver uranium to Lyon",
        "open a school of engineers",
    }
    assert call.commitments == ()


def test_what_was_entered_by_hand(world: Record) -> None:
    chosen = number(world, "youth")
    with world.working("ada") as work:
        contact = timeline(work, Which(topic="youth")).encounters[0]
        guest = contact.participants[0]
        change_encounter(work, chosen, agenda=["visas"], note="ask about the bridge")
        entry = Account(
            report=0, kind="visit", status="planned", date="2025-09-20", published=None,
            place="Paris", publisher_country=None,
            participants=(Participant(actor=guest.actor, name=guest.name, kind="person", side="KAZ"),),
        )  # fmt: skip
        add_account(work, chosen, entry, item=None, reason="entered by hand", pinned=True)
        page = encounter_page(work, chosen)
    assert (page.agenda, page.note) == (("visas",), "ask about the bridge")
    assert page.accounts[-1].source is None
    entered = {one.participant.name for one in page.participants if one.entered}
    assert entered == {guest.name}
    assert page.encounter.topics == ("visas", "youth")


def test_there_is_no_such_encounter(world: Record) -> None:
    with world.viewing() as view, pytest.raises(RecordError) as caught:
        encounter_page(view, 999)
    assert caught.value.code == "C408"
