"""Build src/comity/data/countries.json from sources/countries.txt and country-codes.csv.

python scripts/data/build_countries.py [REFERENCE_FOLDER]
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from blocks import DATA, SOURCES, dump, items, logical_lines, with_unaccented

FIELDS = {
    "names": "names",
    "adj": "adjectives",
    "people": "peoples",
    "capital": "capitals",
    "seat": "seats",
    "venue": "venues",
    "city": "cities",
}
NAME_COLUMNS = (
    "CLDR display name",
    "UNTERM English Short",
    "UNTERM English Formal",
    "official_name_en",
)
TARGET = DATA / "countries.json"

Country = dict[str, list[str]]


def read_source(path: Path) -> tuple[dict[str, str], dict[str, Country], dict[str, list[str]]]:
    """The hand-written facts: canonical names, fields by code, and the lists at the end."""
    canonical: dict[str, str] = {}
    countries: dict[str, Country] = {}
    lists: dict[str, list[str]] = {}
    code = ""
    for line in logical_lines(path):
        key, colon, rest = line.partition(": ")
        if colon and key in ("ambiguous", "blocked"):
            lists[key] = items(rest)
        elif colon and key in FIELDS:
            countries[code][FIELDS[key]] = items(rest)
        elif match := re.fullmatch(r"([A-Z]{3}) (.+)", line):
            code, name = match.groups()
            if code in canonical:
                raise ValueError(f"{code} is given twice")
            canonical[code] = name
            countries[code] = {field: [] for field in FIELDS.values()}
        else:
            raise ValueError(f"cannot read: {line}")
    return canonical, countries, lists


def official_names(row: dict[str, str]) -> set[str]:
    """The English names in one row of country-codes.csv that a report could write as they are."""
    found = set()
    for column in NAME_COLUMNS:
        name = row[column].rstrip("* ").removesuffix(" (the)").removeprefix("the ").strip()
        if name and not re.search(r"[(]| - |China,", name):
            found |= {name, name.replace(" & ", " and ")}
    return found


def add_reference(countries: dict[str, Country], path: Path) -> None:
    """Add the official names, and the capitals of independent countries."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            country = countries[row["ISO3166-1-Alpha-3"]]
            country["names"] += official_names(row)
            capital = row["Capital"].strip()
            if capital and row["is_independent"] == "Yes":
                country["capitals"].append(capital)


def check_unique(countries: dict[str, Country], field: str) -> None:
    """Refuse a surface that two countries share; `cities` and `capitals` count as one field."""
    owner: dict[str, str] = {}
    shared: list[str] = []
    for code, country in countries.items():
        surfaces = set(country[field])
        if field == "cities":
            surfaces |= set(country["capitals"])
        for surface in surfaces:
            if owner.setdefault(surface, code) != code:
                shared.append(f"{surface} ({owner[surface]} and {code})")
    if shared:
        raise ValueError(f"{field} of two countries: {', '.join(shared)}")


def build(reference: Path, source: Path = SOURCES / "countries.txt") -> str:
    """The text of countries.json."""
    canonical, countries, lists = read_source(source)
    add_reference(countries, reference / "country-codes.csv")
    for code, country in countries.items():
        for field in FIELDS.values():
            country[field] = with_unaccented(country[field])
        country["names"] = sorted(
            {canonical[code], *with_unaccented([canonical[code]])} | set(country["names"])
        )
        country["cities"] = sorted(set(country["cities"]) - set(country["capitals"]))
    for field in FIELDS.values():
        check_unique(countries, field)
    surfaces = {s for country in countries.values() for field in country.values() for s in field}
    unknown = sorted(set(lists["ambiguous"]) - surfaces)
    if unknown:
        raise ValueError(f"ambiguous, but no country's word: {', '.join(unknown)}")
    rows = {
        code: {"name": canonical[code]} | {key: val for key, val in country.items() if val}
        for code, country in sorted(countries.items())
    }
    return dump(
        {
            "countries": rows,
            "ambiguous": with_unaccented(lists["ambiguous"]),
            "blocked": with_unaccented(lists["blocked"]),
        }
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/reference")
    TARGET.write_text(build(folder), encoding="utf-8")
