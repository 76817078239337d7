"""Two countries: ties, contacts, whose turn it is, what was promised, who speaks, what comes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from comity.analysis.commitments import Asked, Undertaking, ledger
from comity.analysis.countries import Country, country
from comity.analysis.series import (
    ContactSeries,
    EventSeries,
    TopicYear,
    contact_series,
    event_series,
    topic_years,
)
from comity.analysis.ties import Standing, register
from comity.analysis.timeline import Timeline, timeline
from comity.analysis.upcoming import Upcoming, upcoming
from comity.analysis.visits import Balance, visits
from comity.errors import UsageError
from comity.record import View
from comity.record.actor_pages import Held, held_by
from comity.record.actors import get_actors
from comity.record.networks import present_of
from comity.record.period import ALWAYS, Period
from comity.record.statements import speakers
from comity.record.timeline import Contact, Which, last_by_channel

#: Those who speak for a side that are listed.
VOICES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class LastContact:
    """The latest encounter of a channel; "unknown" where no office tells the channel."""

    channel: str
    encounter: Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who speaks or meets for a side, with the office that the latest reports show, the
    number of encounters with the other side, of statements in reports on both, and the last day of
    either. Who meets the other side most comes first."""

    actor: int
    name: str
    office: str
    statements: int
    encounters: int
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Open commitments between two countries: of each to the other, and of both together."""

    one_to_other: tuple[Undertaking, ...]
    other_to_one: tuple[Undertaking, ...]
    together: tuple[Undertaking, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPage:
    """What the record knows of two countries with each other. Lists show the latest or most, each
    with its total beside it."""

    one: Country
    other: Country
    ties: tuple[Standing, ...]
    ties_total: int
    last_contacts: tuple[LastContact, ...]
    visits: tuple[Balance, ...]
    encounters: Timeline
    contacts: ContactSeries
    events: EventSeries
    topics: tuple[TopicYear, ...]
    commitments: Between
    voices_of_one: tuple[Voice, ...]
    voices_of_other: tuple[Voice, ...]
    upcoming: Upcoming


def pair_page(
    view: View, one: str, other: str, *, today: str, period: Period = ALWAYS, most: int = 20
) -> PairPage:
    """All about two countries (alpha-3 codes); `today` (an ISO day) parts what was from what
    comes.

    Raises UsageError (C334) for a country with itself.
    """
    if one == other:
        raise UsageError("C334", "a pair is two countries; this is one", where=one)
    both = Which(countries=(one, other), period=period)
    held = replace(both, statuses=("held",))
    standing = register(view, countries=(one, other), most=most)
    return PairPage(
        one=country(one),
        other=country(other),
        ties=standing.ties,
        ties_total=standing.total,
        last_contacts=tuple(
            LastContact(channel=last.channel or "unknown", encounter=last)
            for last in last_by_channel(view, held)
        ),
        visits=visits(view, one, other),
        encounters=timeline(view, both, most=most),
        contacts=contact_series(view, held),
        events=event_series(view, one, other, period=period),
        topics=topic_years(view, held),
        commitments=_open_between(view, one, other, period, most),
        voices_of_one=_voices(view, one, other, held),
        voices_of_other=_voices(view, other, one, held),
        upcoming=upcoming(view, today=today, countries=(one, other), most=most),
    )


def _open_between(view: View, one: str, other: str, period: Period, most: int) -> Between:
    found = ledger(view, Asked(outcome="open", between=(one, other), period=period), most=most)
    ways: dict[tuple[bool, bool], list[Undertaking]] = {}
    for each in found.commitments:
        by = {party.country for party in each.by}
        ways.setdefault((one in by, other in by), []).append(each)
    return Between(
        one_to_other=tuple(ways.get((True, False), ())),
        other_to_one=tuple(ways.get((False, True), ())),
        together=tuple(ways.get((True, True), ())),
        total=found.total,
    )


def _voices(view: View, country: str, other: str, held: Which) -> tuple[Voice, ...]:
    speaking = speakers(view, country, about=other, period=held.period, most=2 * VOICES)
    meeting = present_of(view, country, held, most=2 * VOICES)
    said = {each.actor: each.statements for each in speaking}
    met = {each.other: each.encounters for each in meeting}
    last: dict[int, str] = {}
    for actor, when in [(s.actor, s.last) for s in speaking] + [(m.other, m.last) for m in meeting]:
        last[actor] = max(last.get(actor, ""), when or "")
    chosen = sorted(last, key=lambda actor: (-met.get(actor, 0), -said.get(actor, 0), actor))
    del chosen[VOICES:]
    actors, posts = get_actors(view, chosen), held_by(view, chosen)
    return tuple(
        Voice(
            actor=actor,
            name=actors[actor].name,
            office=current_office(posts.get(actor, ())),
            statements=said.get(actor, 0),
            encounters=met.get(actor, 0),
            last=last[actor] or None,
        )
        for actor in chosen
    )


def current_office(posts: Iterable[Held]) -> str:
    """The office that reports of the last year of somebody's posts show most, with its body; ""
    for none."""
    offices = [post for post in posts if post.title and post.last]
    if not offices:
        return ""
    latest = max(post.last or "" for post in offices)
    year_before = f"{int(latest[:4]) - 1}{latest[4:]}"
    recent = [post for post in offices if (post.last or "") >= year_before]
    best = max(recent, key=lambda post: (post.reports, post.last or ""))
    return f"{best.title}, {best.body}" if best.body else best.title
