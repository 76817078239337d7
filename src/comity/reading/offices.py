"""Offices and memberships, from the titles that stand beside people's names."""

from __future__ import annotations

import re

from comity.data.offices import word_set
from comity.model.reading import Membership, Office
from comity.reading.cast import Cast
from comity.reading.delegations import Delegations
from comity.reading.people import PersonEntry
from comity.reading.titles import Title

_MEMBER = {"member", "activist", "supporter"}


def offices(cast: Cast) -> list[Office]:
    """Every office that the report gives to a person, once, with its body or country."""
    found: dict[tuple[str, str], Office] = {}
    for person in cast.people.entries:
        for title, (first, last) in person.titles:
            if not title.text or _member(title) or title.former:
                continue
            text = _clean(title.text)
            if not text or text.lower() in word_set("courtesy"):
                continue
            key = (person.name, _key(text))
            body = title.body or _country_body(cast, person, title, text)
            known = found.get(key)
            if known and (known.body or not body):
                continue
            found[key] = Office(
                person=person.name,
                title=text,
                body=body,
                evidence=(cast.syntax.offsets(first, last),),
            )
    items = list(found.values())
    return [office for office in items if not _covered(office, items)]


def _covered(office: Office, others: list[Office]) -> bool:
    """A shorter form of another title of the same person ("Secretary", "Secretary of State")."""
    words = set(_key(office.title).split())
    return any(
        other is not office
        and other.person == office.person
        and words < set(_key(other.title).split())
        and not (office.body and other.body and office.body != other.body)
        and _key(other.title).split()[-1:] + _key(other.title).split()[:1]
        and (
            _key(other.title).endswith(_key(office.title))
            or _key(other.title).startswith(_key(office.title))
        )
        and not {"vice", "deputy", "prime", "crown"} & (set(_key(other.title).split()) - words)
        for other in others
    )


def _country_body(cast: Cast, person: PersonEntry, title: Title, text: str) -> str | None:
    """Heads of state and government hold their office for the country."""
    key = text.lower().replace("-", " ")
    held_for_country = key in {w.replace("-", " ") for w in word_set("state")}
    if not held_for_country and not title.of_country:
        return None
    code = title.country or person.country
    if code is None:
        return None
    return cast.places.name_of(code)


def _clean(text: str) -> str:
    text = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", text).strip(" ,’'")
    return re.sub(r"\s+", " ", text)


def _key(text: str) -> str:
    return text.lower().replace("-", " ").replace("adviser", "advisor")


def _member(title: Title) -> bool:
    return title.key.split(" of ")[0] in _MEMBER or title.key in {"member", "members"}


def memberships(cast: Cast, delegations: Delegations) -> list[Membership]:
    """Who belongs to which body: "X, a member of Y", "X (Y)", lists of names with their bodies."""
    found: dict[tuple[str, str], Membership] = {}
    syntax = cast.syntax
    held = {(o.person, o.body) for o in offices(cast)}

    def put(member: str, body: str, first: int, last: int) -> None:
        if (member, body) not in held and (member, body) not in found and member != body:
            found[member, body] = Membership(
                member=member, body=body, evidence=(syntax.offsets(first, last),)
            )

    for mention in cast.people.mentions():
        _, end = syntax.sentence(mention.first)
        at = mention.last
        if at < end and syntax.words[at] in {",", "("}:
            at += 1
            while at < end and syntax.lower[at] in {
                "the",
                "a",
                "an",
                "who",
                "is",
                "himself",
                "also",
            }:
                at += 1
            if at < end and syntax.lower[at] in {"member", "members"}:
                body = _first_body(cast, at, end)
                if body:
                    put(mention.entry.name, body[0], mention.first, body[1])
        if syntax.words[mention.last : mention.last + 1] == ["("] and mention.last + 1 < end:
            inside = cast.bodies.at(mention.last + 1)
            if inside and inside.entry.kind == "party":
                put(mention.entry.name, inside.name, mention.first, inside.last)
        if syntax.paragraph(mention.first).role in {"line", "heading"}:
            _listed(cast, mention.first, put)
    for token, low in enumerate(syntax.lower):
        if low not in {"member", "members"}:
            continue
        head = syntax.heads[token]
        if syntax.lemmas[head] == "be" and syntax.deps[token] == "attr":
            subject = syntax.child(head, "nsubj")
            meant = cast.resolve(subject) if subject is not None else None
            _, end = syntax.sentence(token)
            body = _first_body(cast, token, end)
            if meant and meant.sort == "person" and body and not syntax.negated(head):
                put(meant.names[0], body[0], syntax.parsed.lefts[token], body[1])
    for group in delegations.groups:
        for name in group.of:
            body_entry = cast.bodies.by_name(name)
            if body_entry and body_entry.kind == "friendship group":
                for member in group.drawn_people:
                    if (member, name) not in held and (member, name) not in found:
                        span = max(group.evidence)[1]
                        found[member, name] = Membership(member=member, body=name, evidence=(span,))
    for one in cast.bodies.mentions():
        if one.anaphoric or one.entry.kind != "friendship group":
            continue
        if syntax.lower[one.last : one.last + 2] == ["of", "the"]:
            other = cast.bodies.at(one.last + 2)
            if other and other.entry.kind == "parliament":
                put(one.name, other.name, one.first, other.last)
    return list(found.values())


def _first_body(cast: Cast, at: int, end: int) -> tuple[str, int] | None:
    """The body after "member of"."""
    syntax = cast.syntax
    if at + 1 >= end or syntax.lower[at + 1] not in {"of", "from"}:
        return None
    for token in range(at + 2, min(end, at + 8)):
        body = cast.bodies.at(token)
        if body:
            return body.name, body.last
        if syntax.words[token] in {",", "."}:
            return None
    return None


def _listed(cast: Cast, first: int, put) -> None:  # type: ignore[no-untyped-def]
    """A line "Name, Body and Body" in a list of participants, under a heading that names a group."""
    syntax = cast.syntax
    number = syntax.paragraph_of[first]
    paragraph = syntax.parsed.paragraphs[number]
    mention = cast.people.at(first)
    if mention is None or mention.start != paragraph.first:
        return
    if mention.entry.titles and any(
        span[0] >= paragraph.first and span[1] <= paragraph.last for _, span in mention.entry.titles
    ):
        return
    name = mention.entry.name
    for body in cast.bodies.mentions():
        if mention.last < body.first < paragraph.last and body.entry.kind != "civil society":
            put(name, body.name, paragraph.first, paragraph.last)
    for before in range(number - 1, max(-1, number - 40), -1):
        heading = syntax.parsed.paragraphs[before]
        if heading.role == "heading":
            words = syntax.lower[heading.first : heading.last]
            if "members" in words:
                for token in range(heading.first, heading.last):
                    group = cast.bodies.at(token)
                    if group:
                        put(name, group.name, paragraph.first, paragraph.last)
            return
