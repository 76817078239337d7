"""Reports whose readings were made by hand: our samples, and the cases beside the checkout."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.places import CASES, SAMPLES, need
from comity.flow import outcomes
from comity.model.json_form import to_json
from comity.model.report import Reject, Report
from comity.reports import read_inputs, report_from_text

Json = dict[str, Any]
SUFFIXES = (".txt", ".html", ".md")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report and the reading that a person made of it."""

    name: str
    report: Report
    gold: Json

    def strays(self) -> list[str]:
        """Quotes of the hand-made reading that do not stand in the report's text."""
        items = [item for field in self.gold.values() if isinstance(field, list) for item in field]
        quotes = [item["quote"] for item in items if isinstance(item, dict) and "quote" in item]
        return [quote for quote in quotes if quote not in self.report.text]


def samples(folder: Path = SAMPLES) -> list[Annotated]:
    """Our own samples, opened as `comity read` opens them: no date but what the file itself gives.

    Raises ValueError where a sample cannot be read at all.
    """
    found = []
    for path in sorted(folder.glob("*.json")):
        (source,) = (path.with_suffix(s) for s in SUFFIXES if path.with_suffix(s).exists())
        (report,) = read_inputs([str(source)])
        if isinstance(report, Reject):
            raise ValueError(f"{source.name} is refused: {report.reason}")
        found.append(Annotated(path.stem, report, _gold(path)))
    return found


def cases(folder: Path = CASES) -> list[Annotated]:
    """The annotated cases: texts, with the day of publication from their annotation.

    Raises AbsentError.
    """
    found = []
    for path in sorted(need(folder).glob("*.json")):
        gold = _gold(path)
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        published = gold.get("report", {}).get("published")
        found.append(
            Annotated(path.stem, report_from_text(text, id=path.stem, published=published), gold)
        )
    return found


def readings(items: list[Annotated]) -> tuple[dict[str, Json], list[str]]:
    """What Comity reads in them, in its JSON form by name; and what it refused, with reasons."""
    read: dict[str, Json] = {}
    refused = []
    for item, outcome in zip(items, outcomes(item.report for item in items), strict=True):
        if isinstance(outcome, Reject):
            refused.append(f"{item.name}: {outcome.code} {outcome.reason}")
        else:
            read[item.name] = to_json(outcome[1])
    return read, refused


def _gold(path: Path) -> Json:
    gold: Json = json.loads(path.read_text(encoding="utf-8"))
    return gold
