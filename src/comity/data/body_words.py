"""Words in names of bodies: which say nothing, which say the same, and which many bodies share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `body_words.json`, folded.

    Keys: stop (articles and the like), ministries (heads of names that every country has),
    posted (what a country has many of abroad), generic (words that do not tell a body from others
    of its kind).
    """
    return frozenset(load_json("body_words.json")[key])


@cache
def same_words() -> Mapping[str, str]:
    """A word -> the first of the words that mean the same ("defense" -> "defence")."""
    return {word: group[0] for group in load_json("body_words.json")["same"] for word in group}


@cache
def same_phrases() -> Mapping[str, str]:
    """A name without stop words -> the first of the names for the same office of a state."""
    return {name: group[0] for group in load_json("body_words.json")["phrases"] for name in group}
