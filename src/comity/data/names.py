"""What names of people and bodies are made of, and the words that are never a part of them."""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `names.json`, in lower case.

    Keys: particles ("bin", "van"), suffixes ("Jr."), human_verbs (what only people do),
    headline_verbs, no_bodies (words that make a name an event's or a text's), not_in_bodies,
    not_in_titles.
    """
    return frozenset(load_json("names.json")[key])


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
