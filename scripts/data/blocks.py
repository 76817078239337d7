"""Read the hand-written block files in `sources/` and write the data files as reviewable text."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
DATA = HERE.parents[1] / "src" / "comity" / "data"

#: Letters that Unicode does not decompose, as English reports write them.
_PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
)


def logical_lines(path: Path) -> list[str]:
    """The file's lines without comments and blank ones, indented lines joined to the one above."""
    lines: list[str] = []
    for raw in path.read_text(encoding="utf-8").splitlines():
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("  ") and lines:
            lines[-1] += " " + raw.strip()
        else:
            lines.append(raw.rstrip())
    return lines


def items(text: str, separator: str = ";") -> list[str]:
    """The entries of one line, in order; an entry given twice is a mistake."""
    found = [part.strip() for part in text.split(separator) if part.strip()]
    twice = {entry for entry in found if found.count(entry) > 1}
    if twice:
        raise ValueError(f"given twice on one line: {', '.join(sorted(twice))}")
    return found


def unaccented(text: str) -> str:
    """`text` without diacritics: "Élysée" gives "Elysee"."""
    bare = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(c for c in bare if not unicodedata.combining(c))


def with_unaccented(entries: Iterable[str]) -> list[str]:
    """The entries with straight apostrophes, and the unaccented form of each, sorted."""
    straight = {re.sub("[’ʼ‘]", "'", entry) for entry in entries}
    return sorted(straight | {unaccented(entry) for entry in straight})


def dump(value: Mapping[str, Any]) -> str:
    """JSON with one line for each entry of the first two levels: a change reads well in review."""
    parts = []
    for key, inner in value.items():
        if isinstance(inner, dict):
            rows = [f"  {_json(k)}: {_json(v)}" for k, v in inner.items()]
            parts.append(f" {_json(key)}: {{\n" + ",\n".join(rows) + "\n }")
        elif isinstance(inner, list):
            rows = [f"  {_json(v)}" for v in inner]
            parts.append(f" {_json(key)}: [\n" + ",\n".join(rows) + "\n ]")
        else:
            parts.append(f" {_json(key)}: {_json(inner)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
