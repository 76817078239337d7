"""Build src/comity/data/topics.json from sources/topics.txt.

Usage: python scripts/data/build_topics.py
"""

from __future__ import annotations

import re
from pathlib import Path

from blocks import DATA, SOURCES, dump, items, logical_lines

TARGET = DATA / "topics.json"
AMERICAN = {
    "defence": "defense",
    "labour": "labor",
    "programme": "program",
    "centre": "center",
    "theatre": "theater",
    "organised": "organized",
    "favourable": "favorable",
    "favoured": "favored",
    "neighbourhood": "neighborhood",
    "organisation": "organization",
}
OFFICES = (
    "{} minister",
    "minister of {}",
    "minister for {}",
    "ministry of {}",
    "ministry for {}",
    "{} ministry",
    "secretary of {}",
    "secretary for {}",
    "{} secretary",
    "department of {}",
    "{} department",
    "deputy minister of {}",
    "commissioner for {}",
    "{} committee",
    "committee on {}",
)
#: Terms whose brackets hold the phrases that cancel them.
_TERM = re.compile(r"(?P<term>[^()]+?)\s*(?:\(not: (?P<unless>[^()]+)\))?")


def build(source: Path = SOURCES / "topics.txt") -> str:
    """The text of topics.json."""
    terms: dict[str, tuple[dict[str, float], set[str]]] = {}
    never: set[str] = set()
    topic = ""
    for line in logical_lines(source):
        if match := re.fullmatch(r"\[(.+)\]", line):
            topic = match[1]
        elif topic == "never" and line.startswith("office: "):
            subjects = items(line.removeprefix("office: "))
            never |= {words(form.format(subject)) for form in OFFICES for subject in subjects}
        elif topic == "never":
            never |= {words(phrase) for phrase in items(line)}
        else:
            weight, _, rest = line.partition(": ")
            for term, unless in entries(rest):
                weights, cancelled = terms.setdefault(words(term), ({}, set()))
                if topic in weights:
                    raise ValueError(f"{topic}: {term!r} is given twice")
                weights[topic] = float(weight)
                cancelled |= unless
    return dump(
        {
            "terms": {
                form: [dict(sorted(weights.items())), *([sorted(unless)] if unless else [])]
                for form, (weights, unless) in sorted(spelled(terms).items())
            },
            "never": sorted(never | {american(phrase) for phrase in never}),
        }
    )


def entries(line: str) -> list[tuple[str, set[str]]]:
    """The terms of one line, each with the phrases in which it does not count."""
    found = []
    for item in items(line):
        match = _TERM.fullmatch(item)
        if match is None:
            raise ValueError(f"cannot read: {item}")
        unless = items(match["unless"] or "", "|")
        found.append((match["term"], {words(phrase) for phrase in unless}))
    return found


def words(phrase: str) -> str:
    """`phrase` as the words a reader sees: hyphens between letters part words."""
    return " ".join(re.sub(r"(?<=[a-z])-(?=[a-z])", " ", phrase.lower()).split())


def american(phrase: str) -> str:
    """`phrase` in American spelling."""
    return " ".join(AMERICAN.get(word, word) for word in phrase.split())


def spelled(
    terms: dict[str, tuple[dict[str, float], set[str]]],
) -> dict[str, tuple[dict[str, float], set[str]]]:
    """The terms in both spellings, and their cancelling phrases too."""
    both = {}
    for term, (weights, unless) in terms.items():
        for form in (term, american(term)):
            both[form] = (weights, unless | {american(phrase) for phrase in unless})
    return both


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
