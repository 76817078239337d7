"""From a parsed report to its reading: each field by its own module, in their order."""

from __future__ import annotations

from dataclasses import replace

from comity.model.parsed import Parsed
from comity.model.reading import Body, Evidence, Person, Reading
from comity.reading import report_facts, topics
from comity.reading.acting import acting
from comity.reading.bodies import BodyEntry
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments
from comity.reading.dates import Dates
from comity.reading.delegations import Delegations
from comity.reading.encounters import Encounters
from comity.reading.events import Events
from comity.reading.memberships import memberships
from comity.reading.milestones import Milestones
from comity.reading.offices import offices
from comity.reading.people import PersonEntry
from comity.reading.statements import Statements
from comity.reading.syntax import Syntax
from comity.reading.ties import Ties

#: mentions that are given as the evidence of a person or a body
_MENTIONS = 3


def read(parsed: Parsed, *, reader: str) -> Reading:
    """What a report says. `reader` names the rules and their version ("comity 0.1.0")."""
    syntax = Syntax(parsed)
    cast = Cast(syntax)
    dates = Dates(syntax)
    delegations = Delegations(cast)
    statements = Statements(cast)
    encounters = Encounters(cast, dates, delegations)
    commitments = Commitments(cast)
    events = Events(cast, encounters, commitments, statements)
    held = offices(cast)
    reading = Reading(
        id=parsed.report.id,
        reader=reader,
        pipeline=parsed.pipeline,
        report=report_facts.find(syntax),
        people=_people(cast),
        offices=tuple(held),
        memberships=tuple(memberships(cast, held, delegations)),
        encounters=tuple(encounters.items()),
        delegations=tuple(delegations.items()),
        statements=tuple(statements.items()),
        commitments=tuple(commitments.items()),
        ties=tuple(Ties(cast, dates, commitments).items()),
        milestones=tuple(Milestones(cast, dates).items()),
        topics=tuple(topics.find(cast)),
        events=tuple(events.items()),
    )
    return replace(reading, bodies=_bodies(cast, reading))


def _people(cast: Cast) -> tuple[Person, ...]:
    return tuple(
        Person(name=entry.name, country=entry.country, evidence=_evidence(cast, entry))
        for entry in cast.people.entries
    )


def _bodies(cast: Cast, reading: Reading) -> tuple[Body, ...]:
    return tuple(
        Body(
            name=entry.name,
            kind=entry.kind,
            country=entry.country,
            evidence=_evidence(cast, entry),
        )
        for entry in acting(cast, reading)
    )


def _evidence(cast: Cast, entry: PersonEntry | BodyEntry) -> Evidence:
    """Where the text names somebody: the first mentions."""
    return tuple(cast.syntax.offsets(*span) for span in entry.mentions[:_MENTIONS])
