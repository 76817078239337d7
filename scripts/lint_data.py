"""Check the form of the data files in src/comity/data: what would go wrong without a word.

    python scripts/lint_data.py [FOLDER]

Prints a line for each fault; exits with 1 if there is one. What the files *say* (that a code is a
country's, that no name stands for two) is tested in tests/data/.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "src" / "comity" / "data"


def faults_of_text(text: str) -> list[str]:
    """What is wrong in any text file."""
    found = []
    if not text.endswith("\n") or text.endswith("\n\n"):
        found.append("does not end with one line break")
    if "\r" in text or "\ufeff" in text:
        found.append("holds a carriage return or a byte order mark")
    for number, line in enumerate(text.splitlines(), start=1):
        if unicodedata.normalize("NFC", line) != line:
            found.append(f"line {number}: not in NFC, so that it would never match")
        if "\ufffd" in line or any(unicodedata.category(c) == "Cc" and c != "\t" for c in line):
            found.append(f"line {number}: holds a control or replacement character")
    return found


def faults_of_json(text: str) -> list[str]:
    """What is wrong in a JSON file: a repeated key loses the first one's value in silence."""
    found: list[str] = []

    def keep(pairs: list[tuple[str, object]]) -> dict[str, object]:
        counts = Counter(key for key, _ in pairs)
        found.extend(f"key {key!r} stands twice" for key, n in counts.items() if n > 1)
        found.extend(
            f"key {key!r} has white space around it" for key in counts if key.strip() != key
        )
        for key, value in pairs:
            if not isinstance(value, list):
                continue
            words = Counter(word for word in value if isinstance(word, str))
            found.extend(f"{key!r} lists {word!r} twice" for word, n in words.items() if n > 1)
            found.extend(
                f"{key!r} lists {word!r}: empty, or white space around it"
                for word in words
                if not word or word.strip() != word
            )
        return dict(pairs)

    try:
        json.loads(text, object_pairs_hook=keep)
    except json.JSONDecodeError as error:
        found.append(f"line {error.lineno}: {error.msg}")
    return found


def faults_of_tsv(text: str) -> list[str]:
    """What is wrong in a table: a row of another width, or one that stands twice."""
    rows = [
        (number, line.split("\t"))
        for number, line in enumerate(text.splitlines(), start=1)
        if line and not line.startswith("#")
    ]
    if not rows:
        return ["has no rows"]
    found = []
    width, seen = len(rows[0][1]), set()
    for number, row in rows:
        if len(row) != width:
            found.append(f"line {number}: {len(row)} columns, not {width}")
        if any(cell.strip() != cell for cell in row):
            found.append(f"line {number}: white space around a cell")
        if tuple(row) in seen:
            found.append(f"line {number}: stands twice")
        seen.add(tuple(row))
    return found


def faults_of_file(path: Path) -> list[str]:
    """What is wrong in one data file."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"byte {error.start}: not UTF-8"]
    found = faults_of_text(text)
    if path.suffix == ".json":
        found += faults_of_json(text)
    elif path.suffix == ".tsv":
        found += faults_of_tsv(text)
    return found


def main() -> int:
    """Check every data file of a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".json", ".tsv", ".md", ".txt"}
    ]
    if not files:
        print(f"{folder}: no data files")
        return 1
    faults = [f"{path.name}: {fault}" for path in files for fault in faults_of_file(path)]
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
