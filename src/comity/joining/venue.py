"""Where contact took place, and whether two places can be one."""

from __future__ import annotations

import re
from functools import cache

from comity.data import countries
from comity.data.folding import fold
from comity.model.contact import Account, KnownEncounter


def country_of(place: str | None) -> str | None:
    """The country (alpha-3) in which a city, a residence or a country's name lies."""
    if not place:
        return None
    bare = re.sub(r"^the ", "", place.strip(), flags=re.IGNORECASE)
    for part in (bare, *reversed(bare.split(", "))):
        code = _places().get(fold(part))
        if code:
            return code
    return None


def same_place(account: Account, encounter: KnownEncounter) -> float:
    """1 where no place speaks against it, 0 where two places exclude each other."""
    if account.kind == "call" or not account.place:
        return 1.0
    told = [a.place for a in encounter.accounts if a.place and a.kind != "call"]
    if encounter.place:
        told.append(encounter.place)
    if not told:
        return 1.0
    return max(_compatible(account.place, other) for other in told)


def _compatible(one: str, other: str) -> float:
    if fold(one) == fold(other):
        return 1.0
    first, second = country_of(one), country_of(other)
    if first and second and first != second:
        return 0.0
    cities = _cities()
    if fold(one) in cities and fold(other) in cities:
        return 0.0
    return 1.0 if first and second else 0.9


@cache
def _places() -> dict[str, str]:
    found = {fold(name): code for name, code in countries.names().items()}
    found |= {fold(name): code for name, code in countries.cities().items()}
    found |= {fold(name): code for name, code in countries.venues().items()}
    return found


@cache
def _cities() -> frozenset[str]:
    return frozenset(fold(name) for name in countries.cities())
