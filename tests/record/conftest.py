"""A few invented reports with their readings, and a record that holds them."""

from __future__ import annotations

import pytest

import comity
from comity.keeping.keep import keep
from comity.model.reading import Reading
from comity.model.report import Report
from comity.record import Record

TEXTS = {
    "visit": (
        "2024-03-01",
        "https://news.example/visit",
        "ASTANA. Foreign Minister Anna Weber of Germany met Speaker Timur Aliyev of Kazakhstan in "
        "Astana on Friday. “We shall open a consulate in Aktau,” Anna Weber said. The two sides "
        "agreed to hold consultations in Berlin in June 2024.",
    ),
    "call": (
        "2024-03-04",
        "https://news.example/call",
        "President Jean Marchal of France spoke by phone with Timur Aliyev, the Speaker of the "
        "Mazhilis of Kazakhstan. They discussed trade and energy.",
    ),
    "party": (
        "2024-03-09",
        None,
        "A delegation of the Green Union of Germany, headed by Erik Sommer, visited Tashkent. "
        "Erik Sommer thanked the hosts and promised to return in the autumn.",
    ),
}


@pytest.fixture(scope="session")
def told() -> list[tuple[Report, Reading]]:
    """Invented reports with what is read of them."""
    reports = [
        Report(id=name, text=text, title=f"On {name}", published=day, url=url, publisher="Example",
               language="en", source=f"{name}.txt")
        for name, (day, url, text) in TEXTS.items()
    ]  # fmt: skip
    return [(report, comity.read(report)) for report in reports]


@pytest.fixture
def filled(record: Record, told: list[tuple[Report, Reading]]) -> Record:
    """A record that holds the invented reports."""
    for report, reading in told:
        with record.working("Ada") as work:
            keep(work, report, reading)
    return record
