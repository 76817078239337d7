"""Names of a report become actors of record."""

from __future__ import annotations

from dataclasses import replace

from comity.keeping.keep import keep
from comity.model.reading import Person, Reading
from comity.record import Record
from comity.record.actors import mentions_in

from .conftest import at, story, told


def naming(*people: Person) -> Reading:
    empty = {
        "people": people,
        **dict.fromkeys(
            ["offices", "memberships", "encounters", "delegations", "statements", "commitments"], ()
        ),
    }
    return replace(told(), **empty, ties=(), events=())


def test_two_ways_to_write_a_name_in_one_report_are_one_actor(record: Record) -> None:
    people = [
        Person(name=name, country="DEU", evidence=at("Anna Weber"))
        for name in ("Anna Weber", "ANNA WEBER", "Anna Weiler")
    ]
    with record.working("Ada") as work:
        kept = keep(work, story(), naming(*people))
        found = mentions_in(work, kept.report)
    assert found["Anna Weber"].actor == found["ANNA WEBER"].actor
    assert found["Anna Weiler"].actor != found["Anna Weber"].actor


def test_a_name_that_no_index_takes_is_left_out(record: Record) -> None:
    people = [
        Person(name=name, country=None, evidence=at("Anna Weber")) for name in ("W" * 301, "Anna")
    ]
    with record.working("Ada") as work:
        kept = keep(work, story(), naming(*people))
        assert "W" * 301 not in mentions_in(work, kept.report)
        assert "Anna" in mentions_in(work, kept.report)
