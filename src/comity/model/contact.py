"""Contact across reports: one report's account of an encounter, and the encounter of record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from comity.data.vocabulary import EncounterKind
from comity.model.reading import Evidence

Status = Literal["planned", "held", "cancelled", "postponed"]
#: Between whom contact runs: parties, parliaments, governments, or several of these.
Channel = Literal["party", "parliament", "government", "mixed"]
#: What somebody takes part as; None in a `Participant` where the record cannot tell.
Sector = Literal["government", "parliament", "party", "other"]
#: The rank of those who met: heads of state or government, ministers and presidents of
#: chambers, or others.
Level = Literal["leaders", "ministers", "officials"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part, in the capacity of that day ("Prime Minister", "" if not told).

    `actor` is the id in the record, `side` the country they stood for (alpha-3).
    """

    actor: int
    name: str
    kind: str
    side: str | None
    capacity: str = ""
    sector: Sector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one report tells of one encounter.

    `date` is ISO, as precise as told, `published` the day of the report, `publisher_country` the
    country of who published it, `words` the evidence as text, and
    `evidence` where it stands in the report's text.
    """

    report: int
    kind: EncounterKind
    status: Status
    date: str | None
    published: str | None
    place: str | None
    publisher_country: str | None
    participants: tuple[Participant, ...]
    topics: tuple[str, ...] = ()
    words: str = ""
    evidence: Evidence = ()

    @property
    def sides(self) -> frozenset[str]:
        """The countries that took part."""
        return frozenset(p.side for p in self.participants if p.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEncounter:
    """An encounter of record with all accounts of it; `entered` if a person entered it by hand."""

    id: int
    kind: EncounterKind
    status: Status
    start: str | None
    end: str | None
    place: str | None
    entered: bool
    participants: tuple[Participant, ...]
    accounts: tuple[Account, ...]

    @property
    def sides(self) -> frozenset[str]:
        """The countries that took part."""
        return frozenset(p.side for p in self.participants if p.side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Which encounter of record an account tells of; `encounter` is None for a new one.

    `doubts` are ids with a score (0..1) and a reason: proposed, never joined.
    """

    encounter: int | None
    score: float
    reason: str
    doubts: tuple[tuple[int, float, str], ...] = ()
