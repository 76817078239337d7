"""From reports to readings: one, or many in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.errors import ComityError, InputError, LanguageError, unexpected
from comity.language.parse import parse, parse_many
from comity.language.pipelines import pipeline_name
from comity.model.parsed import Parsed
from comity.model.reader import READER
from comity.model.reading import Reading
from comity.model.report import Reject, Report
from comity.reading.read import read as read_parsed
from comity.reports import admit_report, report_from_text
from comity.settings import settings

#: Reports and refusals that may wait for the parser, which takes some in before it gives one back.
MOST_WAITING = 256

Outcome = tuple[Report, Reading] | Reject
_Result = tuple[Report, Reading | ComityError] | Reject


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
    if isinstance(text, Report):
        given = {"published": published, "publisher": publisher, "language": language}
        report = _filled(text, {**given, "title": title})
    else:
        report = report_from_text(
            text, published=published, publisher=publisher, language=language, title=title
        )
    result = _read_alone(report, pipeline)
    if isinstance(result, ComityError):
        raise result
    return result


def read_many(reports: Iterable[str | Report], *, pipeline: str | None = None) -> Iterator[Reading]:
    """Read reports in their order, as they come; a text counts as a report named by its place.

    Raises:
        InputError, LanguageError, UsageError: as `read` does, in the place of the report that
            cannot be read. Where one bad report must not stop the others, use `outcomes`.
    """
    admitted = (_admitted(report, at) for at, report in enumerate(reports, start=1))
    for result in _results(admitted, pipeline):
        if isinstance(result, Reject):
            raise InputError("C191", "a refusal is no report; use `outcomes`", where=result.source)
        _report, reading = result
        if isinstance(reading, ComityError):
            raise reading
        yield reading


def outcomes(items: Iterable[Report | Reject], *, pipeline: str | None = None) -> Iterator[Outcome]:
    """Read what `read_inputs` gives: each report with its reading, or a refusal, in their order.

    Reports are taken as admitted. One in a language that is not read (C201), or that makes the
    reader fail (C190), becomes a refusal, and the others go on.

    Raises:
        LanguageError: C202 or C203, the pipeline is off.
        UsageError: C305, the environment is off.
    """
    for result in _results(items, pipeline):
        if isinstance(result, Reject):
            yield result
            continue
        report, reading = result
        if isinstance(reading, ComityError):
            source = report.source or report.id
            yield Reject(id=report.id, source=source, code=reading.code, reason=reading.message)
        else:
            yield report, reading


def _results(items: Iterable[Report | Reject], pipeline: str | None) -> Iterator[_Result]:
    feed = _Feed(items, pipeline)
    while (item := feed.take()) is not None:
        if not isinstance(item, Report):
            yield item
            continue
        feed.give_back(item)
        yield from _read_stream(feed, feed.pipeline(item))
    if feed.broken is not None:
        raise feed.broken


def _read_stream(feed: _Feed, name: str) -> Iterator[_Result]:
    """Read reports through one stream of the parser until it ends or breaks.

    The parser takes reports in ahead, so what breaks it need not be the report that is due: all
    that wait are then read again, each alone, and the caller starts a new stream behind them.
    """
    stream = parse_many(feed.reports(name), pipeline=name)
    while True:
        try:
            parsed = next(stream, None)
        except LanguageError:
            raise
        except Exception:  # noqa: BLE001  # one report, we do not know which: found out below
            parsed = None
        if parsed is None:
            break
        yield from feed.refusals()
        report = feed.waiting.popleft()
        assert isinstance(report, Report)
        yield report, _reading_of(parsed)
    while feed.waiting:
        yield from feed.refusals()
        if feed.waiting:
            report = feed.waiting.popleft()
            assert isinstance(report, Report)
            yield report, _read_alone(report, name)


class _Feed:
    """What comes in, and the queue of what the parser took and has not given back yet."""

    def __init__(self, items: Iterable[Report | Reject], override: str | None) -> None:
        self.waiting: deque[_Waiting] = deque()
        self.broken: Exception | None = None
        self._items = iter(items)
        self._override = override
        self._held: Report | None = None

    def take(self) -> Report | Reject | tuple[Report, ComityError] | None:
        """The next of what comes in; a report only if its language is read. None at the end."""
        if self._held is not None:
            held, self._held = self._held, None
            return held
        if self.broken is not None:
            return None
        try:
            item = next(self._items, None)
        except Exception as error:  # noqa: BLE001  # raised again behind what came before it
            self.broken = error
            return None
        if isinstance(item, Report):
            try:
                self.pipeline(item)
            except LanguageError as error:
                return item, error
        return item

    def give_back(self, report: Report) -> None:
        """Put back what was taken last."""
        self._held = report

    def pipeline(self, report: Report) -> str:
        """The name of the pipeline for a report. Raises LanguageError (C201)."""
        return _pipeline(report, self._override)

    def reports(self, name: str) -> Iterator[Report]:
        """Reports for one stream: until one needs another pipeline, or too many are waiting."""
        while len(self.waiting) < MOST_WAITING and (item := self.take()) is not None:
            if not isinstance(item, Report):
                self.waiting.append(item)
            elif self.pipeline(item) != name:
                self.give_back(item)
                return
            else:
                self.waiting.append(item)
                yield item

    def refusals(self) -> Iterator[Reject | tuple[Report, ComityError]]:
        """Take the refusals that stand before the next report."""
        while self.waiting and not isinstance(self.waiting[0], Report):
            item = self.waiting.popleft()
            assert not isinstance(item, Report)
            yield item


_Waiting = Report | Reject | tuple[Report, ComityError]


def _filled(report: Report, given: dict[str, str | None]) -> Report:
    """The report, admitted, with what it lacks filled in."""
    lacking = {name: value for name, value in given.items() if getattr(report, name) is None}
    return admit_report(replace(report, **lacking))  # type: ignore[arg-type]  # all are strings


def _admitted(report: str | Report, at: int) -> Report:
    if isinstance(report, Report):
        return admit_report(report)
    return report_from_text(report, id=f"text {at}")


def _pipeline(report: Report, override: str | None) -> str:
    language = report.language or "en"
    return pipeline_name(language, override or settings().pipeline(language))


def _read_alone(report: Report, override: str | None) -> Reading | ComityError:
    try:
        parsed = parse(report, pipeline=_pipeline(report, override))
    except ComityError as error:
        return error
    except Exception as error:  # noqa: BLE001  # no report may stop the others
        return _failure(report, error)
    return _reading_of(parsed)


def _reading_of(parsed: Parsed) -> Reading | ComityError:
    try:
        return read_parsed(parsed, reader=READER)
    except Exception as error:  # noqa: BLE001  # no report may stop the others
        return _failure(parsed.report, error)


def _failure(report: Report, error: Exception) -> InputError:
    """Say that the fault is ours, and where it is."""
    failure = InputError(
        "C190",
        f"this report made the reader fail ({unexpected(error)}); please report it, with the text",
        where=report.source or report.id,
    )
    failure.__cause__ = error
    return failure
