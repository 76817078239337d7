"""Words of offices that tell for what somebody acts, and how high an office ranks."""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `capacities.json`, in lower case.

    Sectors: government, parliament, parliament_phrases, party_phrases, private (neither),
    private_secretaries (words before "secretary" that make no minister of one). Ranks: ministers,
    presiding (who presides over a chamber), lesser (words that lower an office), parts_of_chambers.
    """
    return frozenset(load_json("capacities.json")[key])
