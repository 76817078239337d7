"""Which of the named bodies act or are represented; the rest are merely mentioned."""

from __future__ import annotations

from comity.data import roles
from comity.model.reading import Reading
from comity.reading.bodies import BodyEntry
from comity.reading.cast import Cast

_NO_ACTS = {"be", "include", "remain", "become"}
_OUTSIDE = {"title", "byline"}


def acting(cast: Cast, reading: Reading) -> list[BodyEntry]:
    """The bodies that a reading lists, in the order in which the report names them."""
    used = _used(reading)
    publisher = (reading.report.publisher or "").casefold()
    people = {person.name for person in cast.people.entries}
    return [
        entry
        for entry in cast.bodies.entries
        if entry.mentions
        and entry.name not in people
        and not (publisher and publisher in {name.casefold() for name in entry.names})
        and (_always(entry) or _takes_part(cast, entry, used))
    ]


def _always(entry: BodyEntry) -> bool:
    """Armed groups, and the Administration of a named leader."""
    words = entry.name.split()
    return entry.kind == "armed group" or (len(words) > 1 and words[-1] == "Administration")


def _takes_part(cast: Cast, entry: BodyEntry, used: set[str]) -> bool:
    """Whether a body acts, or is named in another item of the reading."""
    if entry.name in used:
        return True
    if entry.kind == "intergovernmental" and entry.known and _engaged(cast, entry):
        return True
    return entry.kind != "other" and _acts_somewhere(cast, entry)


def _engaged(cast: Cast, entry: BodyEntry) -> bool:
    """An alliance that the sides work in, or that acts; not one that only labels a noun."""
    syntax = cast.syntax
    if entry.name in {"UN", "United Nations"}:
        return _acts_somewhere(cast, entry)
    inside = [span for span in entry.mentions if syntax.paragraph(span[0]).role not in _OUTSIDE]
    return len(inside) > 1 or any(
        syntax.deps[last - 1] != "compound" and "at" not in syntax.lower[max(0, first - 2) : first]
        for first, last in inside
    )


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


def _acts_somewhere(cast: Cast, entry: BodyEntry) -> bool:
    return any(_acts(cast, first, last) for first, last in entry.mentions)


def _acts(cast: Cast, first: int, last: int) -> bool:
    """Whether a mention stands where an actor stands: subject, agent, owner of an act."""
    syntax = cast.syntax
    if syntax.paragraph(first).role in _OUTSIDE:
        return False
    head = next(
        (token for token in range(first, last) if not first <= syntax.heads[token] < last), last - 1
    )
    dep, above = syntax.deps[head], syntax.heads[head]
    owned = roles.word_set("owned_acts")
    if dep == "nsubj" and syntax.is_verb(above):
        return syntax.lemmas[above] not in _NO_ACTS
    if dep == "pobj":
        owner = syntax.lower[above] == "of" and syntax.lemmas[syntax.heads[above]] in owned
        return syntax.deps[above] == "agent" or owner
    return dep in {"poss", "compound"} and syntax.lemmas[above] in owned
