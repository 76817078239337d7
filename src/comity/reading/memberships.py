"""Who belongs to which body: "X, a member of Y", "X (Y)", lists of names with their bodies."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.reading import Membership, Office
from comity.reading.cast import Cast
from comity.reading.delegations import Delegations
from comity.reading.people import PersonMention

#: words between a name and "member of"
_BETWEEN = {"the", "a", "an", "who", "is", "himself", "also"}
_MEMBERS = {"member", "members"}


def memberships(cast: Cast, held: list[Office], delegations: Delegations) -> list[Membership]:
    """Every membership that the report tells of, once.

    None where the person holds an office (`held`) in the same body: that is said there.
    """
    found: dict[tuple[str, str], Membership] = {}
    offices = {(office.person, office.body) for office in held}
    for item in (
        *_named(cast),
        *_stated(cast),
        *_drawn(cast, delegations),
        *_parliamentary_groups(cast),
    ):
        pair = (item.member, item.body)
        if pair not in offices and pair not in found and item.member != item.body:
            found[pair] = item
    return list(found.values())


def _membership(cast: Cast, member: str, body: str, first: int, last: int) -> Membership:
    return Membership(member=member, body=body, evidence=(cast.syntax.offsets(first, last),))


def _named(cast: Cast) -> Iterator[Membership]:
    """Bodies that stand behind a name, in the order of the names."""
    for mention in cast.people.mentions():
        yield from _apposed(cast, mention)
        yield from _bracketed(cast, mention)
        if cast.syntax.paragraph(mention.first).role in {"line", "heading"}:
            yield from _listed(cast, mention)


def _apposed(cast: Cast, mention: PersonMention) -> Iterator[Membership]:
    """ "X, a member of Y"; "X (who is also a member of Y)"."""
    syntax, at = cast.syntax, mention.last
    _, end = syntax.sentence(mention.first)
    if at >= end or syntax.words[at] not in {",", "("}:
        return
    at += 1
    while at < end and syntax.lower[at] in _BETWEEN:
        at += 1
    if at < end and syntax.lower[at] in _MEMBERS:
        body = _body_after(cast, at, end)
        if body:
            yield _membership(cast, mention.entry.name, body[0], mention.first, body[1])


def _bracketed(cast: Cast, mention: PersonMention) -> Iterator[Membership]:
    """ "X (Y)", where Y is a party."""
    syntax, opening = cast.syntax, mention.last
    _, end = syntax.sentence(mention.first)
    if opening + 1 < end and syntax.words[opening] == "(":
        inside = cast.bodies.at(opening + 1)
        if inside and inside.entry.kind == "party":
            yield _membership(cast, mention.entry.name, inside.name, mention.first, inside.last)


def _listed(cast: Cast, mention: PersonMention) -> Iterator[Membership]:
    """A line "Name, Body and Body" in a list of participants, under a heading with a group."""
    syntax = cast.syntax
    number = syntax.paragraph_of[mention.first]
    line = syntax.parsed.paragraphs[number]
    titled = any(
        line.first <= first and last <= line.last for _, (first, last) in mention.entry.titles
    )
    if mention.start != line.first or titled:
        return
    name = mention.entry.name
    for body in cast.bodies.within(mention.last + 1, line.last):
        if body.entry.kind != "civil society":
            yield _membership(cast, name, body.name, line.first, line.last)
    for group in _heading_groups(cast, number):
        yield _membership(cast, name, group, line.first, line.last)


def _heading_groups(cast: Cast, number: int) -> Iterator[str]:
    """Bodies in the heading over paragraph `number`, where that announces their members."""
    paragraphs = cast.syntax.parsed.paragraphs
    for heading in reversed(paragraphs[max(0, number - 39) : number]):
        if heading.role != "heading":
            continue
        if "members" in cast.syntax.lower[heading.first : heading.last]:
            for token in range(heading.first, heading.last):
                group = cast.bodies.at(token)
                if group:
                    yield group.name
        return


def _stated(cast: Cast) -> Iterator[Membership]:
    """ "X is a member of Y"."""
    syntax = cast.syntax
    for token, low in enumerate(syntax.lower):
        verb = syntax.heads[token]
        if low not in _MEMBERS or syntax.lemmas[verb] != "be" or syntax.deps[token] != "attr":
            continue
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            continue
        meant = cast.resolve(subject)
        body = _body_after(cast, token, syntax.sentence(token)[1])
        if meant.sort == "person" and body and not syntax.negated(verb):
            yield _membership(cast, meant.names[0], body[0], syntax.parsed.lefts[token], body[1])


def _drawn(cast: Cast, delegations: Delegations) -> Iterator[Membership]:
    """The people of a delegation of a friendship group are its members."""
    for delegation in delegations.groups:
        for name in delegation.of:
            body = cast.bodies.by_name(name)
            if body and body.kind == "friendship group":
                for member in delegation.drawn_people:
                    span = max(delegation.evidence)[1]
                    yield Membership(member=member, body=name, evidence=(span,))


def _parliamentary_groups(cast: Cast) -> Iterator[Membership]:
    """ "the Friendship Group of the Parliament": the group belongs to the parliament."""
    for group in cast.bodies.mentions():
        if group.anaphoric or group.entry.kind != "friendship group":
            continue
        if cast.syntax.lower[group.last : group.last + 2] == ["of", "the"]:
            parliament = cast.bodies.at(group.last + 2)
            if parliament and parliament.entry.kind == "parliament":
                yield _membership(cast, group.name, parliament.name, group.first, parliament.last)


def _body_after(cast: Cast, member: int, end: int) -> tuple[str, int] | None:
    """The body after "member of", and where its name ends."""
    syntax = cast.syntax
    if syntax.lower[member + 1 : min(end, member + 2)] not in (["of"], ["from"]):
        return None
    for token in range(member + 2, min(end, member + 8)):
        body = cast.bodies.at(token)
        if body:
            return body.name, body.last
        if syntax.words[token] in {",", "."}:
            return None
    return None
