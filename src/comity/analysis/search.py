"""Search in texts and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.data.folding import fold
from comity.record import View
from comity.record.actors import ActorOfRecord, find_by_name
from comity.record.period import ALWAYS, Period
from comity.record.search import Hit, hits, terms_of

__all__ = ["Found", "Hit", "search"]

#: Actors that are shown beside the reports.
ACTORS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best reports, how many there are in all, and actors of a name like that."""

    hits: tuple[Hit, ...]
    total: int
    actors: tuple[ActorOfRecord, ...]


def search(
    view: View,
    words: str,
    *,
    countries: Sequence[str] = (),
    period: Period = ALWAYS,
    most: int = 20,
) -> Found:
    """The reports that hold all of the words; what stands in quotation marks is looked for as it
    stands, and "parliament*" for every word that begins so. Case does not matter."""
    found, total = hits(view, terms_of(words), countries=countries, period=period, most=most)
    named = find_by_name(view, words, most=ACTORS_SHOWN) if fold(words) else []
    return Found(hits=tuple(found), total=total, actors=tuple(named))
