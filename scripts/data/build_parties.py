"""Build src/comity/data/parties.tsv from sources/parties.txt and Party Facts.

Usage: python scripts/data/build_parties.py [REFERENCE_FOLDER]

One line a party: country, Party Facts id, name, and its surfaces parted by "|". A surface is
folded (see comity.data.folding), or an abbreviation as it stands after "=". It ends in "~" where
it needs an article to be the party ("the Greens"), in "?" where it needs a party's context.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from blocks import DATA, SOURCES, items, logical_lines, unaccented

from comity.data import bodies, countries
from comity.data.folding import fold

TARGET = DATA / "parties.tsv"
#: Party Facts codes of former or other entities -> the country that reports would name.
COUNTRIES = {
    "AUH": "AUT",
    "DDR": "DEU",
    "EUN": "EUR",
    "NFL": "CAN",
    "NIR": "GBR",
    "PMR": "MDA",
    "SML": "SOM",
    "VNR": "VNM",
    "YMD": "YEM",
    "ZZB": "TZA",
}
#: Parties that ended before this year are left out.
SINCE = 1990
#: Words that make a name of ordinary words a party's name all the same.
POLITICAL = frozenset(
    "party partei parti partido parties movement front union league alliance bloc congress "
    "coalition democrats socialists communists liberals conservatives nationalists democratic "
    "socialist communist liberal conservative nationalist republican labour labor radical "
    "workers".split()
)
#: Words that leave no name of their own when "Party" is taken away.
GENERIC = POLITICAL | frozenset(
    "national people s peoples social christian green new freedom justice development reform unity "
    "progressive popular republic republicans united general patriotic peasants peasant farmers "
    "agrarian independent independence action independents justice peace progress civic citizens "
    "solidarity civil centre center left right moderate central and of the for revolutionary "
    "constitutional islamic federal labourers humanist ecologist ecological environmental youth "
    "women womens pensioners pirate animal animals hope future welfare prosperity homeland "
    "motherland fatherland free liberty truth order law nation country rural regional progressist "
    "monarchist royalist peasants' european american economic agricultural modern local".split()
)
_ARTICLES = frozenset({"=DIE", "=DER", "=DAS", "=LES", "=LOS", "=THE"})
NOT_NAMES = frozenset(
    {"independent", "independents", "others", "other", "technical", "none", "party"}
)
#: Abbreviations that mean a country or a well-known body first.
_OFFICIAL = ("intergovernmental", "government", "parliament")
_TAKEN = {"=" + surface for surface in countries.names()} | {
    "=" + surface for surface, body in bodies.known().items() if body.kind in _OFFICIAL
}
_PLACES = {
    fold(surface)
    for table in (
        countries.names(),
        countries.adjectives(),
        countries.peoples(),
        countries.cities(),
    )
    for surface in table
}
_OTHER = re.compile(r"other |others |various |divers |minor part|extr[êe]me ", re.IGNORECASE)
_LATIN = re.compile(r"[^\W\d_]")


@dataclass
class Party:
    """One party while its names are gathered."""

    country: str
    id: str
    name: str
    surfaces: set[str] = field(default_factory=set)
    by_hand: set[str] = field(default_factory=set)


def build(reference: Path, source: Path = SOURCES / "parties.txt") -> str:
    """The text of parties.tsv."""
    ordinary = ordinary_words()
    parties = party_facts(reference)
    add_wikidata(parties, reference / "partyfacts-wikidata.csv")
    add_hand(parties, source)
    rows = []
    for party in {id(party): party for party in parties.values()}.values():
        surfaces = flagged(party, ordinary)
        if surfaces:
            rows.append("\t".join((party.country, party.id, party.name, "|".join(surfaces))))
    return "\n".join(sorted(rows)) + "\n"


def ordinary_words() -> frozenset[str]:
    """Words that are ordinary English in lower case."""
    path = SOURCES / "ordinary_words.txt"
    return frozenset(word for line in logical_lines(path) for word in line.split())


def party_facts(reference: Path) -> dict[str, Party]:
    """Parties of Party Facts that lasted, by their id."""
    with (reference / "partyfacts-core-parties.csv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if not row["technical"]]
    named: dict[tuple[str, str], Party] = {}
    parties = {}
    for row in sorted(rows, key=standing):
        if row["year_last"] and int(row["year_last"]) < SINCE:
            continue
        country = COUNTRIES.get(row["country"], row["country"])
        names = [*split(row["name_english"]), *split(row["name"])]
        if not names:
            continue
        party = named.setdefault(
            (country, key_of(names[0])), Party(country, row["partyfacts_id"], names[0])
        )
        party.surfaces |= {*names, *split(row["name_other"]), *shorts(row["name_short"])}
        parties[row["partyfacts_id"]] = party
    return parties


def standing(row: dict[str, str]) -> tuple[bool, bool, float, int]:
    """Order of rows: parties that still exist, of the country itself, the larger first."""
    return (
        bool(row["year_last"]),
        row["country"] in COUNTRIES,
        -float(row["share"] or 0),
        int(row["partyfacts_id"]),
    )


def shorts(text: str) -> set[str]:
    """The abbreviations in one cell, marked as such."""
    return {"=" + s for part in re.split("[/|]", text) for s in split(part) if capitals(s)} - _TAKEN


def key_of(name: str) -> str:
    """A name folded, without a leading "the"."""
    return fold(name).removeprefix("the ")


def add_wikidata(parties: dict[str, Party], path: Path) -> None:
    """Add the names that Wikidata gives to the same parties."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            party = parties.get(row["partyfacts_id"])
            if party is not None:
                party.surfaces |= {*split(row["name"]), *split(row["name_native"])}
                party.surfaces |= shorts(row["name_short"])


def add_hand(parties: dict[str, Party], path: Path) -> None:
    """Add the hand-written names, to the party that has one of them or as a new one."""
    named: dict[tuple[str, str], Party] = {}
    for party in parties.values():
        named.setdefault((party.country, key_of(party.name)), party)
    for party in parties.values():
        for surface in sorted(party.surfaces):
            named.setdefault((party.country, key_of(surface)), party)
    for line in logical_lines(path):
        match = re.fullmatch(r"([A-Z]{3}) (.+?)(?:: (.+))?", line)
        if match is None:
            raise ValueError(f"cannot read: {line}")
        code, name, rest = match.groups()
        surfaces = [("=" + s if capitals(s) else s) for s in [name, *items(rest or "")]]
        keys = [(code, key_of(s)) for s in surfaces if s[-2:] not in (" ~", " ?")]
        known = [named[key] for key in keys if key in named]
        party = known[0] if known else Party(code, "", name)
        party.by_hand |= set(surfaces)
        party.name = name
        parties[party.id or f"{code} {name}"] = party


def split(text: str) -> Iterator[str]:
    """The Latin and Cyrillic names in one cell: "A / B", "Language: name, Language: name"."""
    for part in re.split(r"\s+/\s+|;|\n|,\s+(?=[A-Z][a-z]+:)|\s+[–-]\s+(?=[؀-ۿ])", text):
        name = re.sub(r"^[A-Z][A-Za-z ()-]+: ", "", part)
        name = re.sub(r"\s*\([^()]*\)?|[\"|]", "", name).strip(" .,'\"“”‘’`")
        letters = _LATIN.findall(name)
        if letters and all(ord(letter) < 0x530 or letter in "ẹọṣạ" for letter in letters):
            if key_of(name) not in NOT_NAMES and len(name) > 2 and not _OTHER.match(name):
                yield name


def capitals(name: str) -> bool:
    """Whether a name is an abbreviation: one word of three capitals or more."""
    bare = unaccented(name)
    return (
        " " not in bare
        and len(bare) <= 12
        and sum(c.isupper() for c in bare) >= 3
        and sum(c.islower() for c in bare) <= 2
    )


def flagged(party: Party, ordinary: frozenset[str]) -> list[str]:
    """The surfaces folded, with their flags; what is written by hand wins."""
    forms: dict[str, str] = {}
    for surface in sorted(party.by_hand):
        flag = surface[-1] if surface[-2:] in (" ~", " ?") else ""
        form = form_of(surface.removesuffix(flag))
        forms[form] = flag or forms.get(form, "")
    for surface in sorted(party.surfaces):
        form = form_of(surface)
        forms.setdefault(form, own_flag(form, ordinary))
    for form in list(forms):
        bare = without_party(form)
        if bare and not own_flag(bare, ordinary):
            forms.setdefault(bare, "")
    return [form + flag for form, flag in sorted(forms.items()) if form]


def form_of(surface: str) -> str:
    """How a surface stands in the file, without its flag."""
    return surface if surface.startswith("=") else key_of(surface)


def without_party(key: str) -> str:
    """The name without a "party" at its end, where that leaves a name of its own."""
    bare = key.removesuffix(" party")
    if bare == key or set(bare.split()) <= GENERIC or len(bare) < 4:
        return ""
    return "" if bare.split()[-1] in GENERIC or bare.endswith(("ist", "ian", "ic")) else bare


def own_flag(key: str, ordinary: frozenset[str]) -> str:
    """ "~" for a plural of ordinary use, "?" for other ordinary words and places, else nothing."""
    if key.startswith("="):
        return "?" if key[1:].lower() in ordinary or key in _ARTICLES else ""
    if key in _PLACES:
        return "?"
    words = key.split()
    common = ordinary | GENERIC | {"s", "d", "l"}
    plain = all(word in common or word.removesuffix("s") in common for word in words)
    if len(words) == 1 and (plain or key.endswith("ists")):
        return "~" if key.endswith("s") else "?"
    return "?" if plain and not POLITICAL & set(words) else ""


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/reference")
    TARGET.write_text(build(folder), encoding="utf-8")
