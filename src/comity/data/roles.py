"""Common nouns for actors, and words that tell whose somebody is.

"The two leaders", "the parliamentarians" and "the government" name nobody, but stand for somebody;
an office that a country has but once, or a title that only a woman bears, tells who that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `roles.json`, in lower case.

    Nouns: people_and_powers (all that may stand for an actor), members, leaders, powers, states,
    owned_states ("its government"). Titles: sole_offices (a country has one), male, female.
    Verbs and nouns of stance: hostile (what is told of an adversary), declaring (what a state does
    in a statement of its own), owned_acts (what shows its owner to act: "its efforts").
    """
    return frozenset(load_json("roles.json")[key])


@cache
def national_offices() -> Mapping[str, str]:
    """Offices that only one country has under this name -> its code."""
    return MappingProxyType(load_json("roles.json")["national_offices"])
