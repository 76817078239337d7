"""Reports come into the record: read, kept, and counted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from comity.errors import InputError, RecordError, unexpected
from comity.flow.reading import outcomes
from comity.keeping.keep import Arrival, Kept, keep
from comity.model.reading import Reading
from comity.model.report import Reject, Report
from comity.record import Record
from comity.record.reports import add_reject, forget_reject, known_hashes, refused_names

#: Reports that are looked up in the record at once, before those that it lacks are read.
AHEAD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one input: kept in the record, or refused. `source` is where it stood, `name`
    its id."""

    source: str
    name: str
    kept: Kept | None
    reject: Reject | None

    @property
    def arrival(self) -> Arrival | None:
        """How it came in; None for a refusal."""
        return self.kept.arrival if self.kept else None


def add(
    record: Record,
    items: Iterable[Report | Reject],
    *,
    who: str,
    pipeline: str | None = None,
    ahead: int = AHEAD,
) -> Iterator[Added]:
    """Read reports and put them into the record, each as a whole or not at all.

    A report that the record has is not read again, so a run that was cut off goes on where it was.
    Order within a run is kept but for known reports, which come ahead of those read. What the
    record cannot take, for whatever reason lies in the report, is refused, and the others go on.

    Args:
        items: what `read_inputs` gives.
        who: by whom they are added.
        ahead: reports that are taken in before the first of them is read.

    Raises:
        RecordError: C405 to C407, C410, the record cannot be written.
        LanguageError: C202 or C203, the pipeline is off.
    """
    with record.viewing() as view:
        refused = refused_names(view)
    for added in _added(record, items, who, pipeline, ahead):
        place = added.source, added.name
        if added.kept is not None and place in refused:
            with record.working(who) as work:
                forget_reject(work, *place)
            refused.discard(place)
        yield added


def _added(
    record: Record,
    items: Iterable[Report | Reject],
    who: str,
    pipeline: str | None,
    ahead: int,
) -> Iterator[Added]:
    known: deque[Added] = deque()
    for outcome in outcomes(_unknown(record, items, known, ahead), pipeline=pipeline):
        while known:
            yield known.popleft()
        if isinstance(outcome, Reject):
            yield _refuse(record, outcome, who)
        else:
            yield _keep(record, *outcome, who)
    yield from known


def _unknown(
    record: Record, items: Iterable[Report | Reject], known: deque[Added], ahead: int
) -> Iterator[Report | Reject]:
    """The items that the record lacks; those that it has are put into `known`."""
    source = iter(items)
    while batch := list(islice(source, ahead)):
        hashes = {i: item.content_hash for i, item in enumerate(batch) if isinstance(item, Report)}
        with record.viewing() as view:
            found = known_hashes(view, hashes.values())
        for at, item in enumerate(batch):
            if isinstance(item, Report) and hashes[at] in found:
                kept = Kept(report=found[hashes[at]], arrival="known")
                known.append(_taken(item, kept))
            else:
                yield item


def _keep(record: Record, report: Report, reading: Reading, who: str) -> Added:
    source = report.source or report.id
    try:
        with record.working(who) as work:
            kept = keep(work, report, reading)
    except RecordError:
        raise
    except Exception as error:  # noqa: BLE001  # no report may stop the others
        failure = InputError(
            "C192",
            f"this report could not be put into the record ({unexpected(error)}); please report "
            "it, with the text",
            where=source,
        )
        reject = Reject(id=report.id, source=source, code=failure.code, reason=failure.message)
        return _refuse(record, reject, who)
    return _taken(report, kept)


def _refuse(record: Record, reject: Reject, who: str) -> Added:
    with record.working(who) as work:
        add_reject(work, reject)
    return Added(source=reject.source or reject.id, name=reject.id, kept=None, reject=reject)


def _taken(report: Report, kept: Kept) -> Added:
    return Added(source=report.source or report.id, name=report.id, kept=kept, reject=None)
