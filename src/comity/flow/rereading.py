"""Reports of record are read again by the reader of now; what people decided stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from comity.flow.reading import outcomes
from comity.keeping.differences import Difference
from comity.keeping.rereading import read_anew
from comity.model.reader import READER
from comity.model.report import Reject
from comity.record import Record
from comity.record.readings import unlike
from comity.record.reports import get_report, get_reports

#: Reports that are taken from the record at once.
AHEAD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What became of one report: `differences` from before, None where nothing was to do, or the
    refusal where it could not be read."""

    report: int
    differences: tuple[Difference, ...] | None
    reject: Reject | None


def reread(
    record: Record,
    *,
    who: str,
    reports: Sequence[int] = (),
    everything: bool = False,
    after: int = 0,
    pipeline: str | None = None,
) -> Iterator[Reread]:
    """Read again what another version of the reader has read, each report as a whole or not at all.

    A run that was cut off goes on where it was: what was read is no longer due. A report that
    cannot be read keeps its reading.

    Args:
        reports: these, whoever read them; without them all that are due.
        everything: all reports, whoever read them.
        after: only reports behind this id.

    Raises:
        RecordError: C405 to C407, C410, the record cannot be used; C408 there is no such report.
        LanguageError: C202 or C203, the pipeline is off.
    """
    ids = _named(record, reports) if reports else _due(record, everything=everything, after=after)
    while batch := list(islice(ids, AHEAD)):
        with record.viewing() as view:
            kept = get_reports(view, batch)
        texts = [kept[id].report for id in batch]
        for report_id, outcome in zip(batch, outcomes(texts, pipeline=pipeline), strict=True):
            if isinstance(outcome, Reject):
                yield Reread(report=report_id, differences=None, reject=outcome)
                continue
            with record.working(who) as work:
                found = read_anew(work, report_id, outcome[1])
            yield Reread(report=report_id, differences=found, reject=None)


def count_due(record: Record, *, everything: bool = False, after: int = 0) -> int:
    """How many reports another version of the reader has read."""
    return sum(1 for _ in _due(record, everything=everything, after=after))


def _due(record: Record, *, everything: bool, after: int) -> Iterator[int]:
    while True:
        with record.viewing() as view:
            ids = unlike(view, reader=None if everything else READER, after=after, most=AHEAD)
        if not ids:
            return
        yield from ids
        after = ids[-1]


def _named(record: Record, reports: Iterable[int]) -> Iterator[int]:
    with record.viewing() as view:
        ids = [get_report(view, report).id for report in dict.fromkeys(reports)]
    yield from ids
