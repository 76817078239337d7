"""What names of people and bodies are made of, and the words that are never a part of them."""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `names.json`, in lower case.

    Keys: particles ("bin", "van"), suffixes ("Jr."), human_verbs (what only people do),
    headline_verbs, no_bodies (words that make a name an event's or a text's), not_in_bodies,
    not_in_titles, nasab (particles before a father's name), leading_particles (with which a family
    name may start), left_over_titles (that a reading should have taken off a name).
    """
    return frozenset(load_json("names.json")[key])


@cache
def family_first() -> frozenset[str]:
    """Codes of countries where the family name usually stands first."""
    return frozenset(load_json("names.json")["family_first"])


@cache
def nicknames() -> tuple[frozenset[str], ...]:
    """First names that stand for one another: "joe" and "joseph"."""
    return tuple(frozenset(names) for names in load_json("names.json")["nicknames"])


@cache
def headline_verbs() -> frozenset[str]:
    """Forms of verbs as headlines use them ("Biden Signs …"), which are no part of a name."""
    verbs = {verb for verbs in load_json("verbs.json").values() for verb in verbs}
    forms = set()
    for verb in verbs | word_set("headline_verbs"):
        stem = verb.removesuffix("e")
        forms |= {verb + "s", verb + "es", stem + "ing", stem + "ed", verb[:-1] + "ies"}
    return frozenset(forms)


@cache
def short_names() -> tuple[frozenset[str], ...]:
    """First names of which one is short for the others: "mike" and "michael"; see `nicknames`."""
    groups = load_json("names.json")["short_names"]
    return (*nicknames(), *(frozenset(names) for names in groups))


@cache
def spellings() -> tuple[frozenset[str], ...]:
    """Names that are one in different languages and romanisations: "mohamed" and "muhammad"."""
    return tuple(frozenset(names) for names in load_json("names.json")["spellings"])
