"""Encounters: who met whom, of which kind, where and when; what did not take place is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

MINISTER = "Foreign Minister Ingrid Solberg of Norway"
GUEST = "Foreign Minister Tomas Varga of Hungary"

MET = [
    # verbs
    (f"{MINISTER} met with {GUEST} in Vienna on April 3.", "meeting"),
    (f"{MINISTER} met {GUEST} on Monday.", "meeting"),
    (f"{MINISTER} and {GUEST} met today to discuss trade.", "meeting"),
    (f"{MINISTER} spoke with {GUEST} yesterday.", "call"),
    (f"{MINISTER} spoke by telephone with {GUEST}.", "call"),
    (f"{MINISTER} called {GUEST}.", "call"),
    (f"{MINISTER} received {GUEST} in Oslo.", "meeting"),
    (f"{GUEST} was received by {MINISTER}.", "meeting"),
    (f"{MINISTER} hosted {GUEST} for talks in Oslo.", "meeting"),
    (f"{MINISTER} held talks with {GUEST}.", "meeting"),
    (f"{MINISTER} had a telephone conversation with {GUEST}.", "call"),
    (f"{MINISTER} held a virtual meeting with {GUEST}.", "call"),
    (f"{MINISTER} paid a courtesy call on {GUEST}.", "meeting"),
    (f"{MINISTER} attended the summit in Vienna with {GUEST}.", "event"),
    # nouns
    (f"A meeting between {MINISTER} and {GUEST} took place in Vienna.", "meeting"),
    (f"During a meeting with {GUEST}, {MINISTER} expressed her condolences.", "meeting"),
    (f"During the call between {MINISTER} and {GUEST}, both spoke of trade.", "call"),
]

NOT_MET = [
    f"{MINISTER} will meet with {GUEST} on Friday.",
    f"{MINISTER} plans to meet with {GUEST}.",
    f"{MINISTER} did not meet with {GUEST}.",
    f"{MINISTER} may call {GUEST} next week.",
    f"{MINISTER} would meet {GUEST} if Hungary asked for it.",
    f"{MINISTER} hopes to receive {GUEST} in Oslo.",
    f"{MINISTER} spoke about the upcoming meeting with {GUEST}.",
    f"{MINISTER} refused to meet with {GUEST}.",
    "Norway met its climate goals last year.",
]


@pytest.mark.parametrize("text, kind", MET)
def test_contact(reading_of: Callable[..., Reading], text: str, kind: str) -> None:
    (encounter,) = reading_of(text).encounters
    assert encounter.kind == kind
    assert sorted(encounter.parties) == ["Ingrid Solberg", "Tomas Varga"]


@pytest.mark.parametrize("text", NOT_MET)
def test_what_did_not_take_place(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).encounters == ()


DATED = [
    (f"{MINISTER} met with {GUEST} in Vienna on April 3.", "Vienna", "2023-04-03"),
    (f"{MINISTER} met {GUEST} in Geneva on March 30, 2023.", "Geneva", "2023-03-30"),
    (f"{MINISTER} met {GUEST} on Monday.", None, "2023-04-03"),
    (f"{MINISTER} met {GUEST} today.", None, "2023-04-05"),
    (f"{MINISTER} met {GUEST} yesterday in Oslo.", "Oslo", "2023-04-04"),
    (f"{MINISTER} spoke with {GUEST} in Vienna.", None, None),
]


@pytest.mark.parametrize("text, place, date", DATED)
def test_place_and_date(
    reading_of: Callable[..., Reading], text: str, place: str | None, date: str | None
) -> None:
    (encounter,) = reading_of(text).encounters
    assert (encounter.place, encounter.date) == (place, date)


def test_mentions_of_one_contact_are_one(reading_of: Callable[..., Reading]) -> None:
    text = (
        f"{MINISTER} met with {GUEST} in Vienna on Monday. "
        "The two ministers discussed trade. Solberg met Varga at the Hofburg."
    )
    assert len(reading_of(text).encounters) == 1


def test_a_journey_to_a_meeting_is_a_visit_and_a_meeting(
    reading_of: Callable[..., Reading],
) -> None:
    text = f"{MINISTER} traveled to Budapest to meet with {GUEST}."
    assert {encounter.kind for encounter in reading_of(text).encounters} == {"visit", "meeting"}


def test_a_visit_to_a_country_has_its_visitor(reading_of: Callable[..., Reading]) -> None:
    (visit,) = reading_of(f"{MINISTER} visited Hungary on April 3.").encounters
    assert (visit.kind, visit.parties, visit.date) == ("visit", ("Ingrid Solberg",), "2023-04-03")


def test_separate_meetings_are_several(reading_of: Callable[..., Reading]) -> None:
    text = f"{MINISTER} met separately with {GUEST} and Foreign Minister Ana Lopes of Portugal."
    assert [encounter.parties for encounter in reading_of(text).encounters] == [
        ("Ingrid Solberg", "Tomas Varga"),
        ("Ingrid Solberg", "Ana Lopes"),
    ]


def test_listed_participants_took_part(reading_of: Callable[..., Reading]) -> None:
    text = (
        f"{MINISTER} met with {GUEST} in Oslo. "
        "The meeting was attended by Deputy Minister Lars Holm and Ambassador Eva Kiss."
    )
    (encounter,) = reading_of(text).encounters
    assert {"Lars Holm", "Eva Kiss"} <= set(encounter.parties)


def test_evidence_stands_in_the_text(reading_of: Callable[..., Reading]) -> None:
    text = f"Snow fell all day. {MINISTER} met with {GUEST} in Oslo."
    (encounter,) = reading_of(text).encounters
    (span,) = encounter.evidence
    assert text[slice(*span)].startswith("Foreign Minister Ingrid")
    assert "Snow" not in text[slice(*span)]
