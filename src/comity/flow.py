"""From reports to readings: one, or many in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from comity.errors import ComityError, InputError, LanguageError
from comity.language.parse import parse, parse_many
from comity.language.pipelines import pipeline_name
from comity.model.parsed import Parsed
from comity.model.reader import READER
from comity.model.reading import Reading
from comity.model.report import Reject, Report
from comity.reading.read import read as read_parsed
from comity.reports import admit_report, report_from_text
from comity.settings import settings

#: Reports and refusals that wait for the parser, at most; it takes some in ahead of what it gives.
MOST_WAITING = 256

Outcome = tuple[Report, Reading] | Reject


def read(
    text: str | Report,
    *,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    title: str | None = None,
    pipeline: str | None = None,
) -> Reading:
    """Read one report.

    Args:
        text: the text, which evidence offsets point into, or a report.
        published: the ISO date of publication, for a report that has none.
        publisher: for a report that has none.
        language: ISO 639-1; without one it is told from the text.
        title: for a report that has none.
        pipeline: the spaCy pipeline to use, by its package's name.

    Raises:
        InputError: the text cannot be read (C101 to C116), or the reader failed on it (C190).
        LanguageError: C201 its language is not read, C202 and C203 the pipeline is off.
        UsageError: C302 and C303 a date or a language that is off, C305 the environment is.
    """
    report = text if isinstance(text, Report) else report_from_text(text, language=language)
    given = {
        "published": published,
        "publisher": publisher,
        "language": language,
        "title": title,
    }
    lacking = {k: v for k, v in given.items() if v is not None and getattr(report, k) is None}
    report = admit_report(replace(report, **lacking))  # type: ignore[arg-type]  # all are str
    result = _read_alone(report, pipeline)
    if isinstance(result, ComityError):
        raise result
    return result


def read_many(
    reports: Iterable[str | Report], *, pipeline: str | None = None
) -> Iterator[Reading]:
    """Read reports in their order, as they come; texts count as reports named by their place.

    Raises:
        InputError, LanguageError, UsageError: as `read` does, at the place of the report that
            cannot be read. Where one bad report must not stop the others, use `outcomes`.
    """
    for _report, result in _results(map(_admitted, reports, _numbers()), pipeline):
        if isinstance(result, ComityError):
            raise result
        yield result


def outcomes(
    items: Iterable[Report | Reject], *, pipeline: str | None = None
) -> Iterator[Outcome]:
    """Read what `read_inputs` gives: each report with its reading, or a refusal, in their order.

    Reports are taken as admitted. One that is in a language that is not read (C201), or makes the
    reader fail (C190), becomes a refusal, and the others go on.

    Raises:
        LanguageError: C202 or C203, the pipeline is off.
        UsageError: C305, the environment is off.
    """
    for item, result in _results(items, pipeline):
        if isinstance(item, Reject):
            yield item
        elif isinstance(result, ComityError):
            yield Reject(
                id=item.id,
                source=item.source or item.id,
                code=result.code,
                reason=result.message,
            )
        else:
            assert result is not None
            yield item, result
