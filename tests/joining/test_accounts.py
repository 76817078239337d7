from __future__ import annotations

from typing import Any

import pytest

from comity.joining.accounts import accounts_of
from comity.model.contact import Account
from comity.model.reading import (
    Body,
    Encounter,
    Evidence,
    Membership,
    Milestone,
    Office,
    Person,
    Reading,
    ReportFacts,
    TopicItem,
)

TEXT = (
    "Karimova receives Brandt\n\nSpeaker Aigul Karimova met Senator Otto Brandt in Almira. "
    "They spoke by phone in May. Karimova will visit Norland on July 3 to meet Brandt. "
    "A visit of Ivar Lund was postponed."
)
ACTORS = {
    "Aigul Karimova": (1, "person", "KAZ"),
    "Otto Brandt": (2, "person", "FRA"),
    "Ivar Lund": (3, "person", "FRA"),
    "Senate of Norland": (4, "parliament", "FRA"),
}


def at(words: str) -> Evidence:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def meeting(*parties: str, **more: Any) -> Encounter:
    told: dict[str, Any] = {"kind": "meeting", "place": None, "date": None}
    words = "Speaker Aigul Karimova met Senator Otto Brandt in Almira"
    return Encounter(parties=parties, evidence=at(words), **(told | more))


def reading(*encounters: Encounter, **more: Any) -> Reading:
    told: dict[str, Any] = {
        "people": (
            Person(
                name="Aigul Karimova",
                country="KAZ",
                evidence=(*at("Aigul Karimova"), *at("Karimova will"[:8])),
            ),
            Person(name="Otto Brandt", country="FRA", evidence=at("Otto Brandt")),
            Person(name="Ivar Lund", country="FRA", evidence=at("Ivar Lund")),
        ),
        "bodies": (Body(name="Senate of Norland", kind="parliament", country="FRA", evidence=()),),
        "offices": (
            Office(person="Aigul Karimova", title="Speaker", body=None, evidence=at("Speaker")),
            Office(person="Otto Brandt", title="Chairman", body="Senate of Norland", evidence=()),
        ),
        "topics": (TopicItem(topic="trade", evidence=()),),
    }
    return Reading(
        id="r",
        reader="comity 0",
        pipeline="p",
        report=ReportFacts(
            publisher="Courier", dateline_place=None, published="2022-06-20", language="en"
        ),
        encounters=encounters,
        **(told | more),
    )


def accounts(told: Reading) -> tuple[Account, ...]:
    return accounts_of(told, ACTORS.get, report=9, publisher_country="KAZ", text=TEXT)


def test_an_encounter_becomes_an_account_with_all_that_joining_needs() -> None:
    (made,) = accounts(reading(meeting("Aigul Karimova", "Otto Brandt", place="Almira")))
    assert (made.report, made.kind, made.status, made.place) == (9, "meeting", "held", "Almira")
    assert (made.published, made.publisher_country) == ("2022-06-20", "KAZ")
    assert made.topics == ("trade",)
    assert made.words == "Speaker Aigul Karimova met Senator Otto Brandt in Almira"
    assert made.sides == {"KAZ", "FRA"}


def test_participants_have_the_capacity_of_the_reading() -> None:
    (made,) = accounts(reading(meeting("Aigul Karimova", "Otto Brandt", "Senate of Norland")))
    told = {one.name: (one.capacity, one.sector, one.kind) for one in made.participants}
    assert told == {
        "Aigul Karimova": ("Speaker", "parliament", "person"),
        "Otto Brandt": ("Chairman, Senate of Norland", "parliament", "person"),
        "Senate of Norland": ("", "parliament", "parliament"),
    }


def test_of_two_offices_the_higher_counts() -> None:
    offices = (
        Office(person="Otto Brandt", title="Adviser", body=None, evidence=()),
        Office(person="Otto Brandt", title="Prime Minister", body="Norland", evidence=()),
    )
    (made,) = accounts(reading(meeting("Otto Brandt", "Aigul Karimova"), offices=offices))
    assert made.participants[0].capacity == "Prime Minister"


def test_a_member_acts_for_the_body() -> None:
    member = Membership(member="Ivar Lund", body="Senate of Norland", evidence=())
    told = reading(meeting("Ivar Lund", "Aigul Karimova"), memberships=(member,))
    assert accounts(told)[0].participants[0].sector == "parliament"
    assert accounts(reading(meeting("Ivar Lund")))[0].participants[0].sector is None


def test_names_that_are_no_actors_are_left_out() -> None:
    (made,) = accounts(reading(meeting("Aigul Karimova", "two guests")))
    assert [one.actor for one in made.participants] == [1]
    assert accounts(reading(meeting("two guests"))) == ()


def test_one_name_for_two_is_one_participant() -> None:
    same = {**ACTORS, "the Speaker": (1, "person", "KAZ")}
    told = reading(meeting("Aigul Karimova", "the Speaker", "Otto Brandt"))
    (made,) = accounts_of(told, same.get, report=9, publisher_country=None, text=TEXT)
    assert [one.actor for one in made.participants] == [1, 2]


@pytest.mark.parametrize(
    "second, count",
    [
        (meeting("Otto Brandt", "Aigul Karimova"), 1),
        (meeting("Otto Brandt", "Aigul Karimova", date="2022-06-19"), 2),
        (meeting("Otto Brandt", "Aigul Karimova", kind="call"), 2),
        (meeting("Ivar Lund", "Aigul Karimova"), 2),
        (meeting("Aigul Karimova"), 2),
    ],
)
def test_what_a_report_tells_twice_is_one_account(second: Encounter, count: int) -> None:
    first = meeting("Aigul Karimova", "Otto Brandt", place="Almira", date="2022-06-18")
    made = accounts(reading(first, second))
    assert len(made) == count
    assert made[0].place == "Almira"


def test_plans_are_told_after_what_was_held() -> None:
    made = accounts(reading(meeting("Aigul Karimova", "Otto Brandt")))
    assert [one.status for one in made] == ["held"]
    words = "Karimova will visit France on July 3 to meet Brandt"
    text = TEXT.replace("Karimova will visit Norland on July 3 to meet Brandt", words)
    start = text.index(words)
    people = (
        Person(name="Aigul Karimova", country="KAZ", evidence=((start, start + 8),)),
        Person(name="Otto Brandt", country="FRA", evidence=()),
    )
    told = reading(meeting("Aigul Karimova", "Otto Brandt"), people=people)
    made = accounts_of(told, ACTORS.get, report=9, publisher_country=None, text=text)
    assert [(one.kind, one.status, one.date) for one in made] == [
        ("meeting", "held", None),
        ("visit", "planned", "2022-07-03"),
    ]


def test_a_plan_needs_two_sides_or_a_place_abroad() -> None:
    event = Milestone(
        kind="planned event",
        text="will visit",
        date="2022-07-03",
        evidence=at("Karimova will visit Norland on July 3 to meet Brandt"),
    )
    assert accounts(reading(milestones=(event,))) == ()
