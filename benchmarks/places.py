"""Where the benchmark finds things: the checkout, and what is kept beside it."""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
SAMPLES = ROOT / "samples"
SHARED = Path(os.environ.get("COMITY_SHARED", ROOT.parent / "shared"))
SCORER = SHARED / "readings" / "score.py"
CASES = SHARED / "readings" / "cases"
CORPUS = SHARED / "corpus" / "whitehouse.jsonl"
COMITY = Path(sys.executable).with_name("comity")

Row = dict[str, str]


class AbsentError(Exception):
    """Something that a part of the benchmark needs is not there; the message says what."""


def need(path: Path) -> Path:
    """The path, if it exists. Raises AbsentError."""
    if not path.exists():
        raise AbsentError(
            f"{path} is not there (COMITY_SHARED names the folder beside the checkout)"
        )
    return path


def corpus() -> list[Row]:
    """All reports of the corpus, as they stand there. Raises AbsentError."""
    with need(CORPUS).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def drawn(count: int, *, seed: int = 2) -> list[Row]:
    """The same `count` reports of the corpus each time. Raises AbsentError."""
    rows = corpus()
    return random.Random(seed).sample(rows, min(count, len(rows)))
