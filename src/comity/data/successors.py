"""Parties that changed their name: the names of one party in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from comity.data.files import load_json
from comity.data.folding import fold


@dataclass(frozen=True, slots=True)
class PartyName:
    """One of a party's successive names; `first` is the first of them and tells which party."""

    first: str
    since: int
    name: str


@cache
def successors() -> Mapping[tuple[str, str], PartyName]:
    """Country and folded name -> whose name it is, and since when."""
    found: dict[tuple[str, str], PartyName] = {}
    for party in load_json("successors.json")["parties"]:
        first = party["names"][0]["forms"][0]
        for period in party["names"]:
            for form in period["forms"]:
                fact = PartyName(fold(first), period["since"], period["forms"][0])
                found[party["country"], fold(form)] = fact
    return found
