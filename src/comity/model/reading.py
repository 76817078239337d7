"""A reading: what a report says, as frozen values. Its JSON form is in `json_form`.

Every item carries `evidence`: half-open `[start, end)` offsets into the report's text, in Unicode
code points. Items refer to people and bodies by the same name that stands in `people` and `bodies`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from comity.data.vocabulary import (
    BodyKind,
    CommitmentKind,
    EncounterKind,
    EventType,
    MilestoneKind,
    TieKind,
    Topic,
)

Span = tuple[int, int]
Evidence = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What a string must look like: a pattern for machines, and words for people."""

    pattern: str
    words: str


Country = Annotated[str, Form(r"^[A-Z]{3}$", "an ISO 3166-1 alpha-3 code, or EUR for the EU")]
Date = Annotated[str, Form(r"^\d{4}(-\d{2}(-\d{2})?)?$", "an ISO date, as precise as known")]
Year = Annotated[str, Form(r"^\d{4}$", "a year")]
LanguageCode = Annotated[str, Form(r"^[a-z]{2,3}$", "an ISO 639-1 code")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """Who published the report, from where, when, in which language."""

    publisher: str | None
    dateline_place: str | None
    published: Date | None
    language: LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named by at least a family name; `country` is ISO 3166-1 alpha-3 or None."""

    name: str
    country: Country | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A named organisation that acts or is represented."""

    name: str
    kind: BodyKind
    country: Country | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that the text gives to a person; `body` is a body's or a country's name."""

    person: str
    title: str
    body: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person or body that belongs to a body, where no office says so already."""

    member: str
    body: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """Contact that took place; `date` is ISO, as precise as known ("2022-03", "2022-03-30")."""

    kind: EncounterKind
    parties: tuple[str, ...]
    place: str | None
    date: Date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegation:
    """A group that travels or meets as one."""

    of: tuple[str, ...]
    head: str | None
    drawn_from: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is reported to have said; `direct` for words in quotation marks."""

    speaker: str
    direct: bool
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody means, agrees, promises or asks to do from now on."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    kind: CommitmentKind
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A standing relation that the text names as such; `since` is a year."""

    between: tuple[str, ...]
    kind: TieKind
    since: Year | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A dated or datable point that matters to the relation."""

    kind: MilestoneKind
    text: str
    date: Date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicItem:
    """A topic that was talked about, with the words that show it."""

    topic: Topic
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom between countries, as PLOVER codes it (alpha-3 codes or None)."""

    source: Country | None
    target: Country | None
    type: EventType
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report says. `reader` is "comity <version>", `pipeline` a spaCy pipeline's name."""

    id: str
    reader: str
    pipeline: str
    report: ReportFacts
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    memberships: tuple[Membership, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    ties: tuple[Tie, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    topics: tuple[TopicItem, ...] = ()
    events: tuple[Event, ...] = ()
