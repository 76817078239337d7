"""The card of a report: what it says, at a glance."""

from __future__ import annotations

from rich.text import Text

from comity.cli.plain import plain
from comity.model.reading import Reading
from comity.model.report import Report


def card(report: Report, reading: Reading, *, width: int) -> list[Text]:
    """The card as lines no wider than `width` columns."""
    return [Text(plain(report.id)), Text(str(len(reading.people)))]
