"""What comparing a mention with one actor of record came to."""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.actor import KnownActor


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """That a mention is an actor (`certain`) or may be it, with a score (0..1) and why.

    `rank` orders findings: of two certain ones of the same rank neither is taken, unless `alike`
    says that the actors themselves cannot be told apart. A `leaning` finding rests on posts, and
    gives way to another mention of the reading that names the actor in full.
    """

    actor: KnownActor
    certain: bool
    score: float
    reason: str
    rank: int
    alike: bool = False
    leaning: bool = False
