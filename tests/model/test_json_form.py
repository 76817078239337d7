"""A reading as JSON and back, and the schema that says the same."""

from __future__ import annotations

import copy
import json
from dataclasses import fields
from typing import Any, get_args

import jsonschema
import pytest

from comity.data import vocabulary
from comity.errors import InputError
from comity.model.json_form import from_json, hints, to_json
from comity.model.json_schema import reading_schema
from comity.model.reading import (
    Body,
    Commitment,
    Delegation,
    Encounter,
    Event,
    Membership,
    Milestone,
    Office,
    Person,
    Reading,
    ReportFacts,
    Statement,
    Tie,
    TopicItem,
)

AT = ((0, 5), (7, 9))
READING = Reading(
    id="x",
    reader="comity 0",
    pipeline="p",
    report=ReportFacts(publisher=None, dateline_place="Oslo", published="2024-03", language="en"),
    people=(
        Person(name="A", country="NOR", evidence=AT),
        Person(name="B", country=None, evidence=AT),
    ),
    bodies=(Body(name="P", kind="party", country="NOR", evidence=AT),),
    offices=(Office(person="A", title="Chair", body="P", evidence=AT),),
    memberships=(Membership(member="B", body="P", evidence=AT),),
    encounters=(
        Encounter(kind="meeting", parties=("A", "B"), place=None, date="2024-03-12", evidence=AT),
    ),
    delegations=(Delegation(of=("P",), head="A", drawn_from=(), evidence=AT),),
    statements=(Statement(speaker="A", direct=True, text="Yes", evidence=AT),),
    commitments=(Commitment(by=("A",), to=(), kind="pledge", text="do", evidence=AT),),
    ties=(Tie(between=("A", "B"), kind="alliance", since="1992", evidence=AT),),
    milestones=(Milestone(kind="target", text="t", date="2050", evidence=AT),),
    topics=(TopicItem(topic="trade", evidence=AT), TopicItem(topic="energy", evidence=())),
    events=(Event(source=None, target="NOR", type="AID", evidence=AT),),
)


@pytest.fixture
def form() -> dict[str, Any]:
    return json.loads(json.dumps(to_json(READING)))


def test_there_and_back(form) -> None:
    assert from_json(form) == READING
    assert form["topics"] == ["trade", "energy"]
    assert form["topic_evidence"] == {"trade": [[0, 5], [7, 9]], "energy": []}
    assert form["delegations"] == [
        {"of": ["P"], "head": "A", "drawn_from": [], "evidence": [[0, 5], [7, 9]]}
    ]


def test_keys_stand_in_the_order_of_the_fields(form) -> None:
    names = [field.name for field in fields(Reading)]
    names.insert(names.index("topics") + 1, "topic_evidence")
    assert list(form) == names
    assert list(reading_schema()["properties"]) == names
    assert list(form["people"][0]) == ["name", "country", "evidence"]


def test_nothing_is_shared_with_the_reading() -> None:
    form = to_json(READING)
    form["people"][0]["evidence"][0][0] = 99
    form["delegations"][0]["of"].append("Q")
    assert from_json(to_json(READING)) == READING


# ── what is refused ──────────────────────────────────────────────────────────────────────────────
WRONG = [
    (["id"], 7, "C123", "id"),
    (["report", "language"], "English", "C123", "report.language"),
    (["report", "published"], "12 March", "C123", "report.published"),
    (["people"], {}, "C123", "people"),
    (["people", 1], "B", "C123", "people[1]"),
    (["people", 1, "country"], "Norway", "C123", "people[1].country"),
    (["people", 1, "age"], 7, "C122", "people[1].age"),
    (["bodies", 0, "kind"], "club", "C123", "bodies[0].kind"),
    (["statements", 0, "direct"], 1, "C123", "statements[0].direct"),
    (["encounters", 0, "parties", 1], None, "C123", "encounters[0].parties[1]"),
    (["ties", 0, "since"], "92", "C123", "ties[0].since"),
    (["events", 0, "evidence", 1], [1], "C123", "events[0].evidence[1]"),
    (["events", 0, "evidence", 1, 0], True, "C123", "events[0].evidence[1][0]"),
    (["topics"], ["trade", "energy", "sleep"], "C123", "topic_evidence"),
    (["topics"], "trade", "C123", "topics"),
    (["topic_evidence"], [], "C123", "topic_evidence"),
    (["mood"], "good", "C122", "mood"),
]


@pytest.mark.parametrize("path, value, code, where", WRONG)
def test_what_is_off_is_refused_by_name(form, path, value, code, where) -> None:
    *outer, last = path
    place = form
    for key in outer:
        place = place[key]
    place[last] = value
    with pytest.raises(InputError) as caught:
        from_json(form)
    assert (caught.value.code, caught.value.where) == (code, where)
    assert not jsonschema.Draft202012Validator(reading_schema()).is_valid(form) or (
        where == "topic_evidence"  # that both name the same topics is more than a schema can say
    )


def test_a_topic_must_be_known(form) -> None:
    form["topics"], form["topic_evidence"] = ["sleep"], {"sleep": []}
    with pytest.raises(InputError) as caught:
        from_json(form)
    assert caught.value.code == "C123"
    assert not jsonschema.Draft202012Validator(reading_schema()).is_valid(form)


@pytest.mark.parametrize("key", [field.name for field in fields(Reading)] + ["topic_evidence"])
def test_every_field_is_asked_for(form, key) -> None:
    del form[key]
    with pytest.raises(InputError) as caught:
        from_json(form)
    assert (caught.value.code, caught.value.where) == ("C121", key)
    assert not jsonschema.Draft202012Validator(reading_schema()).is_valid(form)


@pytest.mark.parametrize("form", [None, [], "x", 7])
def test_a_reading_is_an_object(form) -> None:
    with pytest.raises(InputError, match="must be an object"):
        from_json(form)


# ── the schema ───────────────────────────────────────────────────────────────────────────────────
def test_the_schema_is_sound_and_takes_the_form(form) -> None:
    schema = reading_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(form)
    assert copy.deepcopy(schema) == reading_schema()


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object schema inside a schema."""
    inside = schema.values() if isinstance(schema, dict) else schema
    found = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    if isinstance(schema, dict | list):
        for part in inside:
            found += objects(part)
    return found


def test_every_object_is_closed_and_asks_for_all() -> None:
    found = objects(reading_schema())
    assert len(found) == 14
    for part in found:
        assert "additionalProperties" in part
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
            assert part["description"]


@pytest.mark.parametrize(
    "thing, field, words",
    [
        (Body, "kind", vocabulary.BodyKind),
        (Encounter, "kind", vocabulary.EncounterKind),
        (Commitment, "kind", vocabulary.CommitmentKind),
        (Tie, "kind", vocabulary.TieKind),
        (Milestone, "kind", vocabulary.MilestoneKind),
        (Event, "type", vocabulary.EventType),
    ],
)
def test_vocabulary_is_listed(thing, field, words) -> None:
    part = reading_schema()["$defs"][thing.__name__]["properties"][field]
    assert part == {"enum": list(get_args(words))}
    assert list(part["enum"]) == list(get_args(hints(thing)[field]))


def test_no_definition_is_idle() -> None:
    schema = reading_schema()
    text = json.dumps(schema)
    assert [name for name in schema["$defs"] if f'"#/$defs/{name}"' not in text] == []
