"""Rebuild every data file that is made from `sources/`, the reference facts and the formats' tables
beside them.

Usage: python scripts/data/build_all.py [REFERENCE_FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

import build_bodies
import build_cameo
import build_countries
import build_parties
import build_topics
import build_wikidata


def build_all(reference: Path) -> dict[Path, str]:
    """Each data file and its text."""
    return {
        build_countries.TARGET: build_countries.build(reference),
        build_bodies.TARGET: build_bodies.build(),
        build_topics.TARGET: build_topics.build(),
        build_parties.TARGET: build_parties.build(reference),
        build_wikidata.TARGET: build_wikidata.build(reference),
        build_cameo.TARGET: build_cameo.build(reference.parent / "formats"),
    }


if __name__ == "__main__":
    for path, text in build_all(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/reference")
    ).items():
        path.write_text(text, encoding="utf-8")
