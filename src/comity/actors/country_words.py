"""Countries in the names of bodies: "French", "of the Republic of Kazakhstan"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from comity.data import countries
from comity.data.folding import fold

#: Short surfaces that are a word too where they are not in capitals.
_SHORT = 3


def country_of(name: str) -> str | None:
    """The code of the country that `name` is the name of, a leading "the" aside."""
    names = countries.names()
    bare = name.strip()
    if bare in names:
        return names[bare]
    if bare[:4].lower() == "the ":
        return names.get(bare[4:])
    return None


def marked(words: Sequence[str], capitals: frozenset[str]) -> list[str]:
    """Folded words with each country's name or adjective replaced by its code ("@KAZ").

    `capitals` are the words that stand in capitals, folded. The European Union stays in words.
    """
    surfaces, longest = _surfaces()
    found: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            surface = " ".join(words[at : at + size])
            code = surfaces.get(surface)
            if code and (len(surface) > _SHORT or " " in surface or surface in capitals):
                found.append("@" + code)
                at += size
                break
        else:
            found.append(words[at])
            at += 1
    return found


@cache
def _surfaces() -> tuple[Mapping[str, str], int]:
    """Folded names, adjectives and peoples -> code, and the words of the longest."""
    found: dict[str, str] = {}
    for mapping in (countries.peoples(), countries.adjectives(), countries.names()):
        for surface, code in mapping.items():
            if code != "EUR":
                found[fold(surface)] = code
    return found, max(surface.count(" ") + 1 for surface in found)
