"""What every commitment says: words that show nothing of what one is about."""

from __future__ import annotations

from functools import cache

from comity.data.files import load_json


@cache
def word_set(key: str) -> frozenset[str]:
    """One of the lists of `commonplaces.json`, in lower case.

    Keys: empty (articles, auxiliaries and the like), common (what diplomats say of anything).
    """
    return frozenset(load_json("commonplaces.json")[key])
