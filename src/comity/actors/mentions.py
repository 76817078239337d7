"""Everything in a reading that is an actor: its people, its bodies, and the countries that act."""

from __future__ import annotations

from collections.abc import Iterable

from comity.actors.country_words import country_of
from comity.model.actor import ActorKind, Mention, Post
from comity.model.reading import Reading

_UNION = "EUR"


def mentions_of(reading: Reading, *, home: str | None = None) -> tuple[Mention, ...]:
    """The actors of a reading, each name once: people, bodies, countries.

    Names of groups ("the two leaders") are left out. The European Union is an intergovernmental
    body, however it is named. `home` is the country of who published the report.
    """
    day = reading.report.published
    posts = _posts(reading)
    found: dict[str, Mention] = {}
    for person in reading.people:
        found.setdefault(
            person.name,
            Mention(
                name=person.name,
                kind="person",
                country=person.country,
                posts=tuple(posts.get(person.name, ())),
                day=day,
            ),
        )
    for body in reading.bodies:
        found.setdefault(
            body.name,
            Mention(
                name=body.name,
                kind=body.kind,
                country=body.country,
                posts=tuple(posts.get(body.name, ())),
                day=day,
                home=home,
            ),
        )
    for name in _acting(reading):
        code = None if name in found else country_of(name)
        if code:
            kind: ActorKind = "intergovernmental" if code == _UNION else "country"
            found[name] = Mention(name=name, kind=kind, country=code, day=day)
    return tuple(found.values())


def _posts(reading: Reading) -> dict[str, list[Post]]:
    day = reading.report.published
    found: dict[str, list[Post]] = {}
    for office in reading.offices:
        post = Post(title=office.title, body=office.body, first=day, last=day)
        found.setdefault(office.person, []).append(post)
    for membership in reading.memberships:
        post = Post(title="", body=membership.body, first=day, last=day)
        found.setdefault(membership.member, []).append(post)
    return found


def _acting(reading: Reading) -> Iterable[str]:
    """All names that the reading's items refer to."""
    for encounter in reading.encounters:
        yield from encounter.parties
    for delegation in reading.delegations:
        yield from (*delegation.of, *delegation.drawn_from)
        if delegation.head:
            yield delegation.head
    for statement in reading.statements:
        yield statement.speaker
    for commitment in reading.commitments:
        yield from (*commitment.by, *commitment.to)
    for tie in reading.ties:
        yield from tie.between
    for office in reading.offices:
        if office.body:
            yield office.body
    for membership in reading.memberships:
        yield membership.body
