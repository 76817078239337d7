"""Judgements: a person's word on what was read. They are appended, never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from comity.data.folding import fold
from comity.model.reading import (
    Body,
    Commitment,
    Delegation,
    Encounter,
    Event,
    Evidence,
    Membership,
    Milestone,
    Office,
    Person,
    Statement,
    Tie,
    TopicItem,
)

Json = dict[str, Any]
Value = (
    Person
    | Body
    | Office
    | Membership
    | Encounter
    | Delegation
    | Statement
    | Commitment
    | Tie
    | Milestone
    | TopicItem
    | Event
)
#: The fields of a reading that hold items, and the type of the items.
FIELDS: Mapping[str, type[Value]] = {
    "people": Person,
    "bodies": Body,
    "offices": Office,
    "memberships": Membership,
    "encounters": Encounter,
    "delegations": Delegation,
    "statements": Statement,
    "commitments": Commitment,
    "ties": Tie,
    "milestones": Milestone,
    "topics": TopicItem,
    "events": Event,
}

#: On an item: confirm, reject, correct, add. On actors: merge, part, keep apart. On encounters:
#: enter one by hand, change one, join two, part an account. On a commitment: its outcome. On an
#: earlier judgement: undo.
JudgementKind = Literal[
    "confirm",
    "reject",
    "correct",
    "add",
    "merge",
    "part",
    "apart",
    "enter",
    "change",
    "join",
    "split",
    "outcome",
    "undo",
]
ItemStatus = Literal["read", "confirmed", "corrected", "added", "rejected"]
Outcome = Literal["open", "kept", "broken", "overtaken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of a report, as judgements left it. `key` stays the same when it is read again."""

    field: str
    key: str
    value: Value
    status: ItemStatus = "read"

    @property
    def evidence(self) -> Evidence:
        """Where the report says it."""
        return self.value.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided, when (ISO, UTC) and why.

    `before` and `after` are JSON forms: of an item for those on items, of what changed for others.
    """

    id: int
    at: str
    who: str
    why: str
    kind: JudgementKind
    report: int | None = None
    field: str | None = None
    key: str | None = None
    before: Json | None = None
    after: Json | None = None
    actor: int | None = None
    other: int | None = None
    encounter: int | None = None
    other_encounter: int | None = None
    undoes: int | None = None


def item_key(field: str, value: Value) -> str:
    """A key for what an item says, without regard to where it is said or how it is typed."""
    parts = [field]
    for each in fields(value):
        if each.name != "evidence":
            parts.append(_key_part(getattr(value, each.name)))
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def _key_part(value: object) -> str:
    if isinstance(value, tuple):
        return "\x1e".join(sorted(_key_part(part) for part in value))
    return fold(str(value)) if value is not None else ""
