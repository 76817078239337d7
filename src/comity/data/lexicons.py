"""The word lists of the rules: what says, commits, meets or attacks, and of which kind it is.

A lexicon is a JSON file of lists, in lower case: `verbs`, `contacts`, `speech`, `commitments`,
`events`, `ties`, `milestones`. `tests/data/test_lexicons.py` holds each list to be read by a rule.
"""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json
from comity.data.vocabulary import CommitmentKind, EncounterKind


@cache
def words(lexicon: str, key: str) -> frozenset[str]:
    """One list of a lexicon: `words("verbs", "pledge")`. KeyError if there is no such list."""
    return frozenset(load_json(f"{lexicon}.json")[key])


@cache
def contact_nouns() -> dict[str, EncounterKind]:
    """Nouns that name a contact ("talk"), with the kind of encounter that they tell of."""
    kinds: dict[EncounterKind, list[str]] = load_json("contacts.json")["nouns"]
    return {noun: kind for kind, nouns in kinds.items() for noun in nouns}


@cache
def committing(part: str) -> dict[str, CommitmentKind]:
    """Words that commit, with their strength; `part` is "nouns" or "adjectives"."""
    kinds: dict[CommitmentKind, list[str]] = load_json("commitments.json")[part]
    return {word: kind for kind, listed in kinds.items() for word in listed}
