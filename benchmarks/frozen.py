"""The figures of the last accepted run, kept in results.json."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.accuracy import Field, Scores
from benchmarks.places import HERE
from comity import __version__

RESULTS = HERE / "results.json"
#: F1 may be lower than the frozen one by this much: figures are rounded.
TOLERANCE = 0.001


def load(path: Path = RESULTS) -> dict[str, Any]:
    """What was frozen, by part of the benchmark; empty where nothing was."""
    if not path.exists():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def save(parts: Mapping[str, Any], path: Path = RESULTS) -> None:
    """Freeze some parts of the benchmark; the others stay as they were."""
    today = datetime.date.today().isoformat()
    results = load(path)
    for name, figures in parts.items():
        results[name] = {"comity": __version__, "measured": today, **figures}
    text = json.dumps(results, indent=2, ensure_ascii=False)
    # What is innermost stands on one line, so that a change of a field is a change of one line.
    text = re.sub(r"\{\s+([^{}]*?)\s+\}", lambda m: "{" + " ".join(m[1].split()) + "}", text)
    path.write_text(text + "\n", encoding="utf-8")


def as_figures(scores: Scores) -> dict[str, Any]:
    """Scores as they are frozen."""
    fields = {
        name: {k: v for k, v in asdict(field).items() if v is not None}
        for name, field in scores.fields.items()
    }
    return {"reports": scores.reports, "mean_f1": round(scores.mean, 4), "fields": fields}


def scores(part: str, results: Mapping[str, Any]) -> Scores | None:
    """Frozen scores ("samples", "cases"), or None where there are none."""
    figures = results.get(part)
    if figures is None:
        return None
    fields = {name: Field(**field) for name, field in figures["fields"].items()}
    return Scores(figures["reports"], fields)


def drops(now: Scores, before: Scores) -> list[str]:
    """Fields whose F1 is lower than the frozen one by more than TOLERANCE, in words."""
    return [
        f"{name}: F1 {now.fields[name].f1:.4f}, frozen {old.f1:.4f}"
        for name, old in before.fields.items()
        if now.fields[name].f1 < old.f1 - TOLERANCE
    ]


def same_reports(now: Scores, before: Scores) -> bool:
    """Whether two scores were taken over the same reports, as far as the counts tell."""
    counts = [{name: field.n for name, field in one.fields.items()} for one in (now, before)]
    return now.reports == before.reports and counts[0] == counts[1]
