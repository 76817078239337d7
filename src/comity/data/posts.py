"""Words of titles of office, as they matter when two are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `posts.json`, folded.

    Keys: dropped (words that change no title), sole (titles that one person of a country bears at
    a time, beside those of `roles` and `offices`; stop words left out), ranks (words that make
    another title: "deputy"), vague (titles that tell nobody without a body), many (titles that a
    country gives to many at a time).
    """
    return frozenset(load_json("posts.json")[key])


@cache
def same() -> Mapping[str, str]:
    """A word or abbreviation -> the words that titles are compared by."""
    return MappingProxyType(load_json("posts.json")["same"])
