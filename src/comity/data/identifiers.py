"""Wikidata ids of countries and of parties in Party Facts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from comity.data.files import load_text


@cache
def wikidata() -> Mapping[str, str]:
    """Country code ("KAZ") or Party Facts id ("5857") -> Wikidata id."""
    rows = (line.partition("\t") for line in load_text("wikidata.tsv").splitlines())
    return {key: wikidata_id for key, _, wikidata_id in rows}
