"""Titles of office, courtesy and rank, and words that no person's name contains.

Protocol usage: courtesy titles and ranks are never part of a name; "state" lists the offices that
are held for a country as a whole.
"""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json

_FIELD_ENDINGS = ("tion", "tions", "ment", "ments", "ity", "ities", "ics", "ology", "ance", "ship")


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `offices.json`, in lower case.

    Keys: heads, modifiers, courtesy, ranks, direct (may stand right before a name), state,
    not_people, fields and departments (what an office is for), generals (offices that end in
    "General" without being military).
    """
    return frozenset(load_json("offices.json")[key])


def is_field(word: str) -> bool:
    """Whether a word in lower case names what an office is for ("enforcement"), not a person."""
    return word in word_set("fields") or word.endswith(_FIELD_ENDINGS)


@cache
def heads() -> frozenset[str]:
    """Nouns that name an office, singular and plural."""
    singular = word_set("heads")
    return singular | {plural(word) for word in singular}


@cache
def singular() -> dict[str, str]:
    """Plural office noun -> its singular."""
    return {plural(word): word for word in word_set("heads")}


def plural(word: str) -> str:
    """The regular English plural of an office noun."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-2] + "en"
    if word.endswith("s"):
        return word
    return word + "s"
