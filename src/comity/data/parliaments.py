"""Parliaments and their chambers, by their own and translated names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from comity.data.files import load_json
from comity.data.folding import fold


@cache
def parliaments() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Folded name -> country -> which chamber ("whole", "lower", "upper"), and its usual name."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for country, chambers in load_json("parliaments.json")["parliaments"].items():
        for chamber, names in chambers.items():
            for name in names:
                found.setdefault(fold(name), {})[country] = (chamber, names[0])
    return found
