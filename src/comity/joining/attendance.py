"""Whether two lists of participants are those of one contact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.joining.capacity import level_of
from comity.model.contact import Participant

_HEIGHT = {"officials": 0, "ministers": 1, "leaders": 2}
#: One person alone shows that two accounts are near each other, no more.
ALONE = 0.46


def same_company(
    one: Sequence[Participant], other: Sequence[Participant], *, sides_suffice: bool = False
) -> tuple[float, str]:
    """How far the participants agree (0..1), and why. 0: other people, or other sides.

    Whoever leads a side must be the same; advisers whom only one report names do not matter.
    With `sides_suffice` a side of which one list names nobody counts as met.
    """
    sides, others = _sides(one), _sides(other)
    if not _sides_agree(sides, others):
        return 0.0, ""
    shared = sides & others
    grades = {side: _same_leaders(_people(one, side), _people(other, side)) for side in shared}
    if 0.0 in grades.values():
        return 0.0, ""
    if len(shared) < 2:
        return _within_side(one, other)
    led = [grade for grade in grades.values() if grade is not None]
    if len(led) == len(shared) or len(led) >= 2:
        sure = min(led) == 1.0
        return min(
            led
        ), "the same people on both sides" if sure else "others beside the same people"
    if sides_suffice:
        return 0.9, "the same sides"
    if led:
        return 0.8 * led[0], "the same people on one side, the same other side"
    if {p.actor for p in one} & {p.actor for p in other}:
        return 0.7, "the same bodies of the same sides"
    return 0.5, "the same sides"


def _within_side(one: Sequence[Participant], other: Sequence[Participant]) -> tuple[float, str]:
    """Contact of which only one side is known, or none."""
    people = {p.actor for p in one if p.kind == "person"}
    others = {p.actor for p in other if p.kind == "person"}
    both = people & others
    bodies = ({p.actor for p in one} ^ {p.actor for p in other}) - people - others
    if len(both) >= 2 and len(both) >= 0.6 * len(people | others):
        if len(people) == len(others) == 2 and bodies:
            return 0.65, "others beside the same people"
        return 1.0, "the same people"
    if people == others and len(both) == 1:
        if len({p.actor for p in one} & {p.actor for p in other}) >= 2:
            return 0.85, "the same person with the same body"
        return ALONE, "the same person"
    return 0.0, ""


def _sides_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Equal, or one contained in the other, or mostly the same many."""
    if one == other:
        return True
    small, large = sorted((one, other), key=len)
    if small <= large:
        # Two who met in the margins are not the many who met.
        return len(small) != 2 and (len(small) < 2 or len(small) >= 0.5 * len(large))
    common = len(one & other)
    return common >= 3 and common >= 0.6 * len(one | other)


def _same_leaders(one: Sequence[Participant], other: Sequence[Participant]) -> float | None:
    """Whether the highest of a side are the same; None where one list names nobody of it."""
    if not one or not other:
        return None
    here, there = {p.actor for p in one}, {p.actor for p in other}
    mine, its = _highest(one), _highest(other)
    if not (mine & there and its & here):
        return 0.0
    told = {p.actor for p in (*one, *other) if p.capacity}
    # Two of one rank in one report and one of them in the other: perhaps two meetings.
    return 0.65 if (mine ^ its) & told - (here & there) else 1.0


def _people(participants: Sequence[Participant], side: str) -> list[Participant]:
    return [p for p in participants if p.side == side and p.kind == "person"]


def _highest(people: Sequence[Participant]) -> set[int]:
    """Those of the highest rank told, and those whose office is not told."""
    heights = {p.actor: _height(p) for p in people if p.capacity}
    top = max(heights.values(), default=0)
    return {p.actor for p in people if heights.get(p.actor, top) == top}


def _height(person: Participant) -> float:
    """The rank, those who stand in for a head of state or government above ministers."""
    deputy = re.search(r"\b(?:vice[- ]president|deputy prime minister)\b", person.capacity, re.I)
    return _HEIGHT[level_of(person)] + (0.5 if deputy else 0.0)


def _sides(participants: Sequence[Participant]) -> frozenset[str]:
    return frozenset(p.side for p in participants if p.side)
