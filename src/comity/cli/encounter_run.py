"""What `comity encounter` makes of its options."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast, get_args

from comity.data.vocabulary import BodyKind
from comity.errors import UsageError
from comity.keeping.attending import Attendee
from comity.model.actor import ActorKind

_FORM = re.compile(
    r"(?:(?P<side>[A-Za-z]{3}):)?\s*(?:#(?P<id>\d+)|(?P<name>[^,#:]+))(?P<more>,.*)?"
)


def attendees(words: Iterable[str], *, bodies: bool = False) -> list[Attendee]:
    """Those who take part: "Name, capacity", "FRA: Name, capacity", "#12, capacity"; of a body, its
    kind stands behind the comma.

    Raises UsageError (C330) for what is not so written.
    """
    return [_attendee(each, bodies) for each in words]


def settings(**values: object) -> dict[str, object]:
    """What is to be set. Raises UsageError (C330) where nothing is."""
    changes = {name: value for name, value in values.items() if value is not None}
    if not changes:
        raise UsageError(
            "C330", "say what to set, such as --status cancelled", where="encounter set"
        )
    return changes


def _attendee(words: str, is_body: bool) -> Attendee:
    found = _FORM.fullmatch(words.strip())
    more = (found["more"] or "").lstrip(",").strip() if found else ""
    if found is None or (found["name"] is not None and not found["name"].strip()):
        raise UsageError(
            "C330", 'write "Name, capacity" or "FRA: Name, capacity"', where=words or "participant"
        )
    kind = more or "other"
    if is_body and kind not in get_args(BodyKind):
        raise UsageError("C330", f"a body is one of: {', '.join(get_args(BodyKind))}", where=words)
    return Attendee(
        name=(found["name"] or "").strip(),
        actor=int(found["id"]) if found["id"] else None,
        side=found["side"].upper() if found["side"] else None,
        capacity="" if is_body else more,
        kind=cast(ActorKind, kind if is_body else "person"),
    )
