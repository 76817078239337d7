"""Encounters in order."""

from __future__ import annotations

from dataclasses import dataclass

from comity.record import View
from comity.record.timeline import Contact, Which, contacts, count_contacts

__all__ = ["Contact", "Timeline", "Which", "timeline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The latest encounters of those chosen, and how many there are in all."""

    encounters: tuple[Contact, ...]
    total: int


def timeline(view: View, which: Which, *, most: int | None = 50) -> Timeline:
    """The encounters that were chosen, the latest first."""
    found = contacts(view, which, most=most)
    total = count_contacts(view, which) if len(found) == most else len(found)
    return Timeline(encounters=tuple(found), total=total)
