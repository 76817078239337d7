"""What in a reading is an actor."""

from __future__ import annotations

from comity.actors import mentions_of
from comity.model.actor import Mention, Post
from comity.model.reading import (
    Body,
    Delegation,
    Encounter,
    Membership,
    Office,
    Person,
    Reading,
    ReportFacts,
    Statement,
)

WHOLE = ((0, 1),)
FACTS = ReportFacts(publisher=None, dateline_place=None, published="2022-03-30", language="en")


def reading(**fields: object) -> Reading:
    return Reading(id="r", reader="t", pipeline="t", report=FACTS, **fields)  # type: ignore[arg-type]


def test_people_and_bodies_with_their_posts() -> None:
    found = mentions_of(
        reading(
            people=(Person(name="Anna Berg", country="NOR", evidence=WHOLE),),
            bodies=(
                Body(name="Elm Board", kind="other", country=None, evidence=WHOLE),
                Body(name="Elm Group", kind="company", country="NOR", evidence=WHOLE),
            ),
            offices=(Office(person="Anna Berg", title="Chair", body="Elm Board", evidence=WHOLE),),
            memberships=(
                Membership(member="Anna Berg", body="Oak Party", evidence=WHOLE),
                Membership(member="Elm Board", body="Elm Group", evidence=WHOLE),
            ),
        )
    )
    day = "2022-03-30"
    assert found == (
        Mention(
            name="Anna Berg",
            kind="person",
            country="NOR",
            posts=(
                Post(title="Chair", body="Elm Board", first=day, last=day),
                Post(title="", body="Oak Party", first=day, last=day),
            ),
            day=day,
        ),
        Mention(
            name="Elm Board",
            kind="other",
            posts=(Post(title="", body="Elm Group", first=day, last=day),),
            day=day,
        ),
        Mention(name="Elm Group", kind="company", country="NOR", day=day),
    )


def test_countries_that_act_and_no_nameless_groups() -> None:
    found = mentions_of(
        reading(
            people=(Person(name="Chad", country="USA", evidence=WHOLE),),
            encounters=(
                Encounter(
                    kind="meeting",
                    parties=("Chad", "the Netherlands", "two leaders"),
                    place=None,
                    date=None,
                    evidence=WHOLE,
                ),
            ),
            delegations=(
                Delegation(of=("Kazakhstan",), head="Chad", drawn_from=("Oslo",), evidence=WHOLE),
            ),
            statements=(
                Statement(speaker="Kazakhstan", direct=False, text="x", evidence=WHOLE),
                Statement(speaker="European Union", direct=False, text="x", evidence=WHOLE),
            ),
        )
    )
    assert [(one.name, one.kind, one.country) for one in found] == [
        ("Chad", "person", "USA"),
        ("the Netherlands", "country", "NLD"),
        ("Kazakhstan", "country", "KAZ"),
        ("European Union", "intergovernmental", "EUR"),
    ]


def test_an_empty_reading_names_nobody() -> None:
    assert mentions_of(reading()) == ()
