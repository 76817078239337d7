"""The reports in bulk of all corpora."""

from __future__ import annotations

import json

from benchmarks.places import CORPUS, Row, need
from comity.model.report import Report
from comity.reports import report_from_text


def corpora() -> dict[str, Row]:
    """All reports of all corpora by id. Raises AbsentError."""
    rows: dict[str, Row] = {}
    for path in sorted(need(CORPUS.parent).glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            rows |= {row["id"]: row for row in map(json.loads, lines)}
    return rows


def report_of(row: Row) -> Report:
    """A row of a corpus as a report."""
    return report_from_text(
        row["text"],
        id=row["id"],
        title=row["title"],
        published=row["published"],
        publisher=row["publisher"],
        url=row["url"],
        language=row["language"],
    )
