from __future__ import annotations

from dataclasses import replace

import pytest
from tests.joining.people import account, body, known, person

from comity.joining.encounter_summaries import summary
from comity.model.contact import Participant

HOST = person(1, "KAZ", "Speaker", sector="parliament")
GUEST = person(2, "FRA", "Senator", sector="parliament")
AIDE = person(3, "FRA", "Adviser", sector="government")
ONE = account(11, HOST, GUEST, date="2022-03-09", place="Astana", topics=("trade",))
OTHER = account(
    12,
    replace(HOST, capacity=""),
    GUEST,
    AIDE,
    published="2022-03-10",
    publisher_country="FRA",
    topics=("energy", "trade"),
)


def test_each_participant_stands_once_with_those_who_tell_of_him() -> None:
    made = summary((ONE, OTHER))
    told = {one.participant.actor: one.told_by for one in made.participants}
    assert told == {1: (11, 12), 2: (11, 12), 3: (12,)}
    assert made.participants[0].participant.capacity == "Speaker"
    assert made.tellers == ("FRA", "KAZ")
    assert made.topics == ("trade", "energy")


def test_host_and_visitors_follow_from_the_place() -> None:
    made = summary((ONE, OTHER))
    assert (made.place, made.host, made.visiting) == ("Astana", "KAZ", ("FRA",))
    assert (made.channel, made.level) == ("parliament", "officials")
    abroad = summary((replace(ONE, place="Geneva"),))
    assert (abroad.host, abroad.visiting) == ("CHE", ("FRA", "KAZ"))


def test_a_call_has_no_host() -> None:
    made = summary((replace(ONE, kind="call"),))
    assert (made.place, made.host, made.visiting) == (None, None, ())


def test_the_day_that_is_told_counts_before_that_of_publication() -> None:
    assert summary((OTHER, ONE)).start == "2022-03-09"
    assert summary((OTHER, ONE)).day_told
    bare = summary((OTHER,))
    assert (bare.start, bare.day_told) == ("2022-03-10", False)


def test_most_reports_decide_on_the_day() -> None:
    later = replace(ONE, report=13, date="2022-03-10")
    assert summary((later, replace(later, report=14), ONE)).start == "2022-03-10"
    assert summary((later, ONE)).start == "2022-03-09"


@pytest.mark.parametrize(
    "stati, expected",
    [
        (("planned", "held"), "held"),
        (("held", "cancelled"), "held"),
        (("planned", "cancelled"), "cancelled"),
        (("cancelled", "planned"), "planned"),
        (("planned", "postponed"), "postponed"),
        (("planned",), "planned"),
    ],
)
def test_once_held_always_held_and_else_the_latest_word(
    stati: tuple[str, ...], expected: str
) -> None:
    told = [
        replace(ONE, report=n, status=status, published=f"2022-03-{10 + n}")  # type: ignore[arg-type]
        for n, status in enumerate(stati)
    ]
    assert summary(tuple(told)).status == expected


def test_what_was_planned_gives_way_to_what_was_held() -> None:
    plan = account(10, HOST, GUEST, AIDE, status="planned", date="2022-03-07", place="Paris")
    made = summary((plan, ONE))
    assert (made.start, made.place) == ("2022-03-09", "Astana")
    assert [one.participant.actor for one in made.participants] == [1, 2]


def test_a_plan_without_a_day_has_none() -> None:
    plan = account(10, HOST, GUEST, status="planned")
    assert summary((plan,)).start is None


def test_an_entry_stands_alone_and_beside_reports() -> None:
    senate = body(9, "FRA", "parliament")
    entry = known(
        7, kind="visit", entered=True, start="2022-03-08", end="2022-03-10", place="Astana",
        participants=(HOST, senate),
    )  # fmt: skip
    alone = summary((), entry)
    assert (alone.kind, alone.status, alone.start, alone.end) == (
        "visit", "planned", "2022-03-08", "2022-03-10",
    )  # fmt: skip
    assert [one.told_by for one in alone.participants] == [(), ()]
    held = summary((ONE,), entry)
    assert (held.kind, held.status, held.start) == ("visit", "held", "2022-03-09")
    assert {one.participant.actor: one.told_by for one in held.participants} == {
        1: (11,), 2: (11,), 9: (),
    }  # fmt: skip


def test_nothing_gives_no_encounter() -> None:
    with pytest.raises(ValueError, match="an account or an entry"):
        summary(())


def test_brussels_is_the_host_of_the_union_for_its_own_guests() -> None:
    union = Participant(actor=5, name="E", kind="person", side="EUR", capacity="Commissioner")
    there = account(1, HOST, union, place="Brussels")
    assert summary((there,)).host == "EUR"
    assert summary((replace(there, participants=(HOST, person(6, "BEL"))),)).host == "BEL"
