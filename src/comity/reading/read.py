"""From a parsed report to its reading: each field by its own module, in their order."""

from __future__ import annotations

from comity.model.parsed import Parsed
from comity.model.reading import Body, Person, Reading
from comity.reading import offices as posts
from comity.reading import report_facts, topics
from comity.reading.acting import acting
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments
from comity.reading.dates import Dates
from comity.reading.delegations import Delegations
from comity.reading.encounters import Encounters
from comity.reading.events import Events
from comity.reading.milestones import Milestones
from comity.reading.statements import Statements
from comity.reading.syntax import Syntax
from comity.reading.ties import Ties


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
    held, members = posts.offices(cast), posts.memberships(cast, delegations)
    reading = Reading(
        id=parsed.report.id,
        reader=reader,
        pipeline=parsed.pipeline,
        report=report_facts.find(syntax),
        people=_people(cast),
        offices=tuple(held),
        memberships=tuple(members),
        encounters=tuple(encounters.items()),
        delegations=tuple(delegations.items()),
        statements=tuple(statements.items()),
        commitments=tuple(commitments.items()),
        ties=tuple(Ties(cast, dates, commitments).items()),
        milestones=tuple(Milestones(cast, dates).items()),
        topics=tuple(topics.find(cast)),
        events=tuple(events.items()),
    )
    return _with_bodies(reading, cast)


def _people(cast: Cast) -> tuple[Person, ...]:
    return tuple(
        Person(
            name=entry.name,
            country=entry.country,
            evidence=tuple(cast.syntax.offsets(*span) for span in entry.mentions[:3]),
        )
        for entry in cast.people.entries
    )


def _with_bodies(reading: Reading, cast: Cast) -> Reading:
    from dataclasses import replace

    bodies = tuple(
        Body(
            name=entry.name,
            kind=entry.kind,
            country=entry.country,
            evidence=tuple(cast.syntax.offsets(*span) for span in entry.mentions[:3]),
        )
        for entry in acting(cast, reading)
    )
    return replace(reading, bodies=bodies)
