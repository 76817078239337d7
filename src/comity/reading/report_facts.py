"""What the report says of itself: publisher, dateline, day of publication, language."""

from __future__ import annotations

from comity.data import bodies
from comity.model.reading import ReportFacts
from comity.reading.syntax import Syntax

_REPORTING = {"report", "reports", "reported", "learned", "learnt", "cited", "citing", "quoted"}


def find(syntax: Syntax) -> ReportFacts:
    """The report's own facts: metadata first, then its dateline and agency lines."""
    report, line = syntax.parsed.report, syntax.parsed.dateline
    published = report.published or (line.date if line else None)
    return ReportFacts(
        publisher=report.publisher or (line.agency if line else None) or _signed(syntax),
        dateline_place=(line.place if line else None) or report.dateline_place,
        published=published,
        language=report.language or "en",
    )


def _signed(syntax: Syntax) -> str | None:
    """ "…, Kazinform reports": the agency that a story names as its own voice."""
    agencies = bodies.agencies()
    for token, low in enumerate(syntax.lower[:400]):
        if low not in _REPORTING:
            continue
        for at in (token - 1, token + 1):
            if 0 <= at < len(syntax.words):
                fact = agencies.get(syntax.words[at].upper())
                if fact and syntax.words[at][0].isupper():
                    return fact.name
    return None
