"""Build src/comity/data/bodies.json from sources/bodies.txt.

python scripts/data/build_bodies.py
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from blocks import DATA, SOURCES, dump, items, logical_lines, with_unaccented

TARGET = DATA / "bodies.json"
LISTS = ("heads", "agencies", "ambiguous")


def build(source: Path = SOURCES / "bodies.txt") -> str:
    """The text of bodies.json."""
    heads: dict[str, list[Any]] = {}
    known: dict[str, list[Any]] = {}
    agencies: dict[str, list[Any]] = {}
    ambiguous: list[str] = []
    section = ""
    for line in logical_lines(source):
        if match := re.fullmatch(r"\[(.+)\]", line):
            section = match[1]
        elif section == "heads":
            kind, _, rest = line.partition(": ")
            for head in items(rest):
                add(heads, head.rstrip("*").lower(), [kind, head.endswith("*")])
        elif section == "ambiguous":
            ambiguous += items(line)
        else:
            code, name, surfaces = entry(line)
            if section == "agencies":
                for surface in {s.upper() for s in surfaces}:
                    add(agencies, surface, [name, code])
            else:
                for surface in surfaces:
                    add(known, surface, [name, section, code])
    flag(known, ambiguous)
    return dump(
        {
            "heads": dict(sorted(heads.items())),
            "known": dict(sorted(known.items())),
            "agencies": dict(sorted(agencies.items())),
        }
    )


def entry(line: str) -> tuple[str | None, str, list[str]]:
    """One body: "CODE Name: alias; alias" as code, name and all surfaces."""
    match = re.fullmatch(r"([A-Z]{3}|-) (.+?)(?:: (.+))?", line)
    if match is None:
        raise ValueError(f"cannot read: {line}")
    code, name, rest = match.groups()
    surfaces = with_unaccented([name, *items(rest or "")])
    return (None if code == "-" else code), name, surfaces


def add(table: dict[str, list[Any]], surface: str, fact: list[Any]) -> None:
    """Add one surface; it may not stand for two things."""
    if surface in table:
        raise ValueError(f"{surface!r} is both {table[surface]} and {fact}")
    table[surface] = fact


def flag(known: dict[str, list[Any]], ambiguous: list[str]) -> None:
    """Mark the ambiguous surfaces with a trailing `True`."""
    for surface in ambiguous:
        if surface not in known:
            raise ValueError(f"ambiguous, but no known body: {surface}")
        known[surface].append(True)


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
