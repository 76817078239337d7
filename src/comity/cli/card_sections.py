"""The sections of a card, one for each field of a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, groupby, permutations

from rich.text import Text

from comity.cli.card_layout import (
    CODE,
    FAINT,
    HANG,
    KIND,
    LONGEST,
    NAME,
    Item,
    Section,
    in_context,
    names,
    section,
    snippet,
    styled,
)
from comity.cli.plain import shorten
from comity.model.reading import Event, Evidence, Reading, Statement

#: Event types whose two countries may stand in alphabetical order because both acted.
MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


def sections(text: str, reading: Reading, *, width: int) -> Iterator[Section]:
    """All sections of a reading of the text, in the order in which a reader asks for them."""
    yield section("Encounters", _encounters(text, reading))
    yield section("Delegations", _delegations(text, reading))
    yield section("People", _people(reading, width), most=20)
    yield section("Bodies", _bodies(reading), most=20)
    yield section("Statements", _statements(text, reading))
    yield section("Commitments", _commitments(text, reading))
    yield section("Ties", _ties(text, reading))
    yield section("Milestones", _milestones(text, reading))
    yield section("Topics", _topics(text, reading))
    yield section("Events", _events(text, reading))


def spoken_date(date: str | None) -> str | None:
    """An ISO date in words, as precise as it is: "6 July 2018", "July 2018", "2018"."""
    if date is None:
        return None
    year, *rest = date.split("-")
    parts = [_MONTHS[int(rest[0]) - 1]] if rest and 1 <= int(rest[0]) <= 12 else []
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    return " ".join([*parts, year])


def _encounters(text: str, reading: Reading) -> Iterator[Item]:
    countries = _countries(reading)
    for encounter in reading.encounters:
        parties = Text(", ").join(
            _named(party, countries.get(party)) for party in encounter.parties
        )
        item = Item(evidence=snippet(text, encounter.evidence))
        item.add(
            styled(encounter.kind, KIND), encounter.place, spoken_date(encounter.date), sep=" · "
        )
        yield item.add(parties)


def _delegations(text: str, reading: Reading) -> Iterator[Item]:
    for delegation in reading.delegations:
        item = Item(evidence=snippet(text, delegation.evidence))
        head = Text("led by ").append_text(names([delegation.head])) if delegation.head else None
        item.add(names(delegation.of) if delegation.of else "a delegation", head)
        if delegation.drawn_from:
            item.add(Text("with ").append_text(names(delegation.drawn_from, "")), indent=2)
        yield item


def _people(reading: Reading, width: int) -> Iterator[Item]:
    held = defaultdict(list)
    for office in reading.offices:
        held[office.person].append(
            f"{office.title}, {office.body}" if office.body else office.title
        )
    for membership in reading.memberships:
        held[membership.member].append(f"member of {membership.body}")
    for person in reading.people:
        name, posts = _named(person.name, person.country), held[person.name]
        if len(posts) == 1 and len(name) + len(posts[0]) + 2 <= width - HANG:
            yield Item().add(name, shorten(posts[0], 200))
            continue
        item = Item().add(name)
        for post in posts:
            item.add(shorten(post, 200), indent=2)
        yield item


def _bodies(reading: Reading) -> Iterator[Item]:
    people = {person.name for person in reading.people}
    belongs = defaultdict(list)
    for membership in reading.memberships:
        if membership.member not in people:
            belongs[membership.member].append(membership.body)
    for body in reading.bodies:
        item = Item().add(_named(body.name, body.country), styled(body.kind, KIND))
        if belongs[body.name]:
            item.add(Text("member of ").append_text(names(belongs[body.name], "")), indent=2)
        yield item


def _statements(text: str, reading: Reading) -> Iterator[Item]:
    for speaker, said in groupby(reading.statements, key=lambda statement: statement.speaker):
        item = Item().add(names([speaker]))
        for statement in said:
            item.add(_said(text, statement), indent=2)
        yield item


def _said(text: str, statement: Statement) -> Text:
    if statement.direct:
        return Text(f"“{shorten(statement.text, LONGEST)}”")
    return Text("– ").append_text(in_context(text, statement.evidence, statement.text))


def _commitments(text: str, reading: Reading) -> Iterator[Item]:
    for commitment in reading.commitments:
        item = Item()
        to = Text("→ ").append_text(names(commitment.to)) if commitment.to else None
        item.add(styled(commitment.kind, KIND), names(commitment.by) if commitment.by else None, to)
        yield item.add(in_context(text, commitment.evidence, commitment.text), indent=2)


def _ties(text: str, reading: Reading) -> Iterator[Item]:
    for tie in reading.ties:
        item = Item(evidence=snippet(text, tie.evidence))
        between = Text(" – ").join(names([name]) for name in tie.between)
        yield item.add(styled(tie.kind, KIND), between, f"since {tie.since}" if tie.since else None)


def _milestones(text: str, reading: Reading) -> Iterator[Item]:
    for milestone in reading.milestones:
        item = Item().add(styled(milestone.kind, KIND), spoken_date(milestone.date), sep=" · ")
        yield item.add(in_context(text, milestone.evidence, milestone.text), indent=2)


def _topics(text: str, reading: Reading) -> Iterator[Item]:
    line = Text()
    for topic in reading.topics:
        line.append(" · " if line else "").append(topic.topic)
        shown = {shorten(text[start:end], 30).casefold(): None for start, end in topic.evidence}
        if words := [word for word in shown if word != topic.topic][:2]:
            line.append(f" ({', '.join(words)})", style=FAINT)
    if line:
        yield Item().add(line)


def _events(text: str, reading: Reading) -> Iterator[Item]:
    grouped: dict[tuple[str, Evidence], list[Event]] = defaultdict(list)
    for event in reading.events:
        grouped[event.type, event.evidence].append(event)
    for (kind, evidence), events in grouped.items():
        item = Item(evidence=snippet(text, evidence))
        for who in _who(kind, events):
            item.add(Text(who, style=CODE), styled(kind, KIND))
        yield item


def _who(kind: str, events: list[Event]) -> Iterator[str]:
    """The countries of events of one kind and place, those that acted alike taken together."""
    pairs = [(event.source or "?", event.target or "?") for event in events]
    codes = sorted({code for pair in pairs for code in pair})
    if set(pairs) == set(permutations(codes, 2)):
        yield " ↔ ".join(codes)
        return
    if kind in MUTUAL and set(pairs) == set(combinations(codes, 2)):
        # Of two countries that agree, one may have promised and the other not.
        yield (" – " if kind != "CONSULT" and len(codes) == 2 else " ↔ ").join(codes)
        return
    targets: dict[str, list[str]] = defaultdict(list)
    for source, target in pairs:
        targets[source].append(target)
    sources: dict[str, list[str]] = defaultdict(list)
    for source, aims in targets.items():
        sources[", ".join(aims)].append(source)
    for aimed, acting in sources.items():
        yield f"{', '.join(acting)} → {aimed}"


def _named(name: str, country: str | None) -> Text:
    found = Text(shorten(name, 120), style=NAME)
    return found.append(f" {country}", style=f"not bold {CODE}") if country else found


def _countries(reading: Reading) -> dict[str, str | None]:
    bodies = {body.name: body.country for body in reading.bodies}
    return bodies | {person.name: person.country for person in reading.people}
