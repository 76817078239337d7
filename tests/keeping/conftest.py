"""An invented report with a reading written by hand, and the record that holds it."""

from __future__ import annotations

from dataclasses import replace

from comity.keeping.keep import keep
from comity.model.judgement import FIELDS
from comity.model.reading import (
    Body,
    Commitment,
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
from comity.model.report import Report
from comity.record import Record
from comity.record.items import KeptItem, items_of

TEXT = (
    "ASTANA. Speaker Timur Aliyev of the Mazhilis met Senator Anna Weber in Astana on 3 March "
    "2026. Anna Weber said that both chambers would work together on trade. Timur Aliyev said "
    "that his chamber would send a delegation to Berlin in May. The Mazhilis and the Bundesrat "
    "agreed to sign a memorandum on energy by the end of the year. The two chambers have had a "
    "friendship group since 2004. Anna Weber also spoke by phone with Deputy Karim Sadykov on "
    "2 March. In June they will mark twenty years of the friendship group."
)


def at(words: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    """Where words stand in the text."""
    start = text.index(words)
    return ((start, start + len(words)),)


def story(text: str = TEXT, **changes: object) -> Report:
    values = {
        "id": "story",
        "title": "A meeting in Astana",
        "published": "2026-03-03",
        "publisher": "Mazhilis",
        "url": "https://example.org/news/1",
        "language": "en",
    }
    return Report(text=text, **{**values, **changes})  # type: ignore[arg-type]


def told(text: str = TEXT, reader: str = "comity 0.0.1") -> Reading:
    """The reading of the report, as some reader made it."""

    def here(words: str) -> tuple[tuple[int, int], ...]:
        return at(words, text)

    return Reading(
        id="story",
        reader=reader,
        pipeline="by hand",
        report=ReportFacts(
            publisher="Mazhilis", dateline_place="Astana", published="2026-03-03", language="en"
        ),
        people=(
            Person(name="Timur Aliyev", country="KAZ", evidence=here("Timur Aliyev")),
            Person(name="Anna Weber", country="DEU", evidence=here("Anna Weber")),
            Person(name="Karim Sadykov", country="KAZ", evidence=here("Karim Sadykov")),
        ),
        bodies=(
            Body(name="Mazhilis", kind="parliament", country="KAZ", evidence=here("Mazhilis")),
            Body(name="Bundesrat", kind="parliament", country="DEU", evidence=here("Bundesrat")),
        ),
        offices=(
            Office(person="Timur Aliyev", title="Speaker", body="Mazhilis",
                   evidence=here("Speaker Timur Aliyev of the Mazhilis")),
            Office(person="Anna Weber", title="Senator", body=None,
                   evidence=here("Senator Anna Weber")),
        ),
        memberships=(
            Membership(member="Karim Sadykov", body="Mazhilis",
                       evidence=here("Deputy Karim Sadykov")),
        ),
        encounters=(
            Encounter(kind="meeting", parties=("Timur Aliyev", "Anna Weber"), place="Astana",
                      date="2026-03-03",
                      evidence=here("met Senator Anna Weber in Astana on 3 March 2026")),
            Encounter(kind="call", parties=("Anna Weber", "Karim Sadykov"), place=None,
                      date="2026-03-02",
                      evidence=here("spoke by phone with Deputy Karim Sadykov")),
        ),
        statements=(
            Statement(speaker="Anna Weber", direct=False,
                      text="both chambers would work together on trade",
                      evidence=here("both chambers would work together on trade")),
            Statement(speaker="Timur Aliyev", direct=False,
                      text="his chamber would send a delegation to Berlin in May",
                      evidence=here("his chamber would send a delegation to Berlin in May")),
        ),
        commitments=(
            Commitment(by=("Mazhilis", "Bundesrat"), to=(), kind="agreement",
                       text="sign a memorandum on energy by the end of the year",
                       evidence=here("agreed to sign a memorandum on energy by the end of the year")),
            Commitment(by=("Timur Aliyev",), to=(), kind="intention",
                       text="send a delegation to Berlin in May",
                       evidence=here("send a delegation to Berlin in May")),
        ),
        ties=(
            Tie(between=("Mazhilis", "Bundesrat"), kind="friendship group", since="2004",
                evidence=here("a friendship group since 2004")),
        ),
        milestones=(
            Milestone(kind="anniversary", text="twenty years of the friendship group", date=None,
                      evidence=here("mark twenty years of the friendship group")),
        ),
        topics=(
            TopicItem(topic="trade", evidence=here("trade")),
            TopicItem(topic="energy", evidence=here("energy")),
        ),
        events=(
            Event(source="KAZ", target="DEU", type="CONSULT", evidence=here("met")),
            Event(source="KAZ", target="DEU", type="AGREE", evidence=here("agreed")),
        ),
    )  # fmt: skip


def kept(record: Record, report: Report | None = None, reading: Reading | None = None) -> int:
    """Put a report into the record; its id."""
    with record.working("ada") as work:
        return keep(work, report or story(), reading or told()).report


def items(record: Record, report: int) -> list[KeptItem]:
    with record.viewing() as view:
        return items_of(view, report)


def item(record: Record, report: int, field: str, words: str = "") -> KeptItem:
    """The first item of a field that says some words."""
    found = [
        k for k in items(record, report) if k.item.field == field and words in str(k.item.value)
    ]
    assert found, (field, words)
    return found[0]


def without(reading: Reading, *fields: str, reader: str = "comity 0.0.2") -> Reading:
    """A later reading that lacks all items of some fields."""
    empty = dict.fromkeys(fields or FIELDS, ())
    return replace(reading, reader=reader, **empty)  # type: ignore[arg-type]
