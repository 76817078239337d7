"""The register of standing ties, and the anniversaries that follow from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.data.vocabulary import TieKind
from comity.record import View
from comity.record.commitments import Party
from comity.record.ties import Standing, ties

__all__ = ["Anniversary", "Register", "Standing", "anniversaries", "register"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Ties, those that most reports name first, and how many there are in all."""

    ties: tuple[Standing, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """A year in which a tie has stood for `years` years; `is_round` for tens and for 25 and 75."""

    year: int
    years: int
    is_round: bool
    tie: int
    kind: TieKind
    since: str
    parties: tuple[Party, ...]
    countries: tuple[str, ...]


def register(
    view: View,
    *,
    countries: Sequence[str] = (),
    actors: Sequence[int] = (),
    kind: TieKind | None = None,
    most: int | None = 50,
) -> Register:
    """The standing ties of all of the countries with each other, or of one country, or of all."""
    found = ties(view, countries=countries, actors=actors, kind=kind)
    return Register(ties=tuple(found[:most]), total=len(found))


def anniversaries(
    standing: Iterable[Standing], *, first: int, last: int
) -> tuple[Anniversary, ...]:
    """The anniversaries of ties in the years from the first to the last, round ones first in each.

    Only the year in which a tie began is known, so each is a year, too.
    """
    found = [
        Anniversary(
            year=year,
            years=years,
            is_round=years % 10 == 0 or years % 25 == 0,
            tie=tie.id,
            kind=tie.kind,
            since=tie.since,
            parties=tie.parties,
            countries=tuple(sorted({party.country for party in tie.parties if party.country})),
        )
        for tie in standing
        if tie.since is not None
        for year in range(first, last + 1)
        if (years := year - int(tie.since)) > 0
    ]
    found.sort(key=lambda each: (each.year, not each.is_round, -each.years))
    return tuple(found)
