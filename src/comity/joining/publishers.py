"""Which country's view a publisher gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from comity.data import bodies, countries
from comity.data.folding import fold


@cache
def publisher_country(publisher: str | None) -> str | None:
    """The country (alpha-3) of an agency, office or site; None where the name tells none.

    Takes names ("Ministry of Foreign Affairs of France"), signatures ("KAZINFORM") and sites
    ("kremlin.ru").
    """
    if not publisher:
        return None
    agency = bodies.agencies().get(publisher.strip().upper())
    if agency is not None:
        return agency.country
    body = bodies.known().get(publisher.strip().removeprefix("The "))
    if body is not None and body.country:
        return body.country
    found = {code for code in map(_names().get, _phrases(publisher)) if code}
    return found.pop() if len(found) == 1 else None


def _phrases(publisher: str) -> Iterator[str]:
    """Runs of one to four words, those that a longer known run holds left out."""
    site = re.fullmatch(r"(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})/?", publisher.strip())
    words = fold(site[1].rsplit(".", 1)[0] if site else publisher).split()
    taken: set[int] = set()
    for length in range(4, 0, -1):
        for at in range(len(words) - length + 1):
            run = " ".join(words[at : at + length])
            if run in _names() and not taken & set(range(at, at + length)):
                taken |= set(range(at, at + length))
                yield run


@cache
def _names() -> dict[str, str]:
    """Folded names, adjectives, capitals and seats of power, without short or doubtful words."""
    unsure = {fold(word) for word in countries.ambiguous()}
    found: dict[str, str] = {}
    for mapping in (
        countries.capitals(),
        countries.adjectives(),
        countries.metonyms(),
        countries.names(),
    ):
        for surface, code in mapping.items():
            if len(surface) > 2 and fold(surface) not in unsure:
                found[fold(surface)] = code
    return found
