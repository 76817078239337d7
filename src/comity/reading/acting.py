"""Which of the named bodies act or are represented; the rest are merely mentioned."""

from __future__ import annotations

from comity.model.reading import Reading
from comity.reading.bodies import BodyEntry
from comity.reading.cast import Cast

_OWNED = {
    "effort", "commitment", "support", "decision", "goal", "priority", "policy", "work", "accomplishment",
    "leadership", "member", "representative", "leader", "head", "partner", "country", "plan", "strategy",
    "request", "role", "position", "statement", "proposal", "initiative", "engagement", "delegation",
    "partners", "countries", "members", "leaders", "prioritization", "approach", "vision", "action",
}  # fmt: skip
_ACTING_VERBS_NOT = {"be", "include", "remain", "become"}


def acting(cast: Cast, reading: Reading) -> list[BodyEntry]:
    """The bodies that a reading lists, in the order in which the report names them."""
    used = _used(reading)
    publisher = (reading.report.publisher or "").casefold()
    found = []
    people = {person.name for person in cast.people.entries}
    for entry in cast.bodies.entries:
        if not entry.mentions or entry.name in people:
            continue
        if publisher and publisher in {name.casefold() for name in entry.names}:
            continue
        if entry.kind in {"armed group"} or "Administration" in entry.name.split()[-1:]:
            if len(entry.name.split()) > 1 or entry.kind == "armed group":
                found.append(entry)
                continue
        if entry.kind == "intergovernmental" and entry.known and _engaged(cast, entry):
            found.append(entry)
            continue
        if entry.name in used or any(_acts(cast, first, last) for first, last in entry.mentions):
            if entry.kind == "other" and entry.name not in used:
                continue
            found.append(entry)
    return found


def _engaged(cast: Cast, entry: BodyEntry) -> bool:
    """An alliance or union that the sides work in, or that acts; not one that only labels a noun."""
    syntax = cast.syntax
    if entry.name in {"UN", "United Nations"}:
        return any(_acts(cast, first, last) for first, last in entry.mentions)
    inside = [m for m in entry.mentions if syntax.paragraph(m[0]).role not in {"title", "byline"}]
    free = [
        m
        for m in inside
        if syntax.deps[m[1] - 1] != "compound" and "at" not in syntax.lower[max(0, m[0] - 2) : m[0]]
    ]
    return bool(free) or len(inside) > 1


def _used(reading: Reading) -> set[str]:
    used: set[str] = set()
    used.update(o.body for o in reading.offices if o.body)
    for m in reading.memberships:
        used.update({m.member, m.body})
    for e in reading.encounters:
        used.update(e.parties)
    for d in reading.delegations:
        used.update(d.of)
        used.update(d.drawn_from)
    used.update(s.speaker for s in reading.statements)
    for c in reading.commitments:
        used.update(c.by)
        used.update(c.to)
    return used


def _acts(cast: Cast, first: int, last: int) -> bool:
    """Whether a mention stands where an actor stands: subject, agent, owner of an act."""
    syntax = cast.syntax
    if syntax.paragraph(first).role in {"title", "byline"}:
        return False
    head = last - 1
    for token in range(first, last):
        if not first <= syntax.heads[token] < last:
            head = token
            break
    dep, above = syntax.deps[head], syntax.heads[head]
    if dep == "nsubj" and syntax.is_verb(above):
        return syntax.lemmas[above] not in _ACTING_VERBS_NOT
    if dep == "poss" and syntax.lemmas[above] in _OWNED:
        return True
    if dep == "pobj":
        prep = syntax.heads[head]
        governor = syntax.heads[prep]
        if syntax.deps[prep] == "agent":
            return True
        if syntax.lower[prep] == "of" and syntax.lemmas[governor] in _OWNED:
            return True
    return dep == "compound" and syntax.lemmas[above] in _OWNED
