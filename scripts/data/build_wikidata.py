"""Build src/comity/data/wikidata.tsv: country codes and Party Facts ids with their Wikidata ids.

python scripts/data/build_wikidata.py [REFERENCE_FOLDER]
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from blocks import DATA

TARGET = DATA / "wikidata.tsv"
#: What the reference facts lack: the European Union and a few countries.
BY_HAND = {"EUR": "Q458", "NAM": "Q1030", "XKX": "Q1246", "TWN": "Q865"}


def build(reference: Path) -> str:
    """The text of wikidata.tsv."""
    ids = dict(BY_HAND)
    with (reference / "country-codes.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["wikidata_id"]:
                ids[row["ISO3166-1-Alpha-3"]] = row["wikidata_id"].rpartition("/")[2]
    countries = sorted(ids.items())
    parties: dict[int, str] = {}
    with (reference / "partyfacts-wikidata.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["wikidata_id"]:
                parties.setdefault(int(row["partyfacts_id"]), row["wikidata_id"])
    rows = [*countries, *((str(key), value) for key, value in sorted(parties.items()))]
    return "".join(f"{key}\t{value}\n" for key, value in rows)


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/reference")
    TARGET.write_text(build(folder), encoding="utf-8")
