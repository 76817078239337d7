"""Reports come into the record: read, kept, and counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from comity.flow.reading import outcomes
from comity.keeping.keep import Arrival, Kept, keep
from comity.model.report import Reject, Report
from comity.record import Record
from comity.record.reports import add_reject, known_hashes

#: Reports that are looked up in the record at once, before those that it lacks are read.
AHEAD = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one input: kept in the record, or refused."""

    source: str
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
) -> Iterator[Added]:
    """Read reports and put them into the record, each as a whole or not at all.

    A report that the record has is not read again, so a run that was cut off goes on where it was.
    Order within a run is kept but for known reports, which come as soon as they are seen.

    Args:
        items: what `read_inputs` gives.
        who: by whom they are added.

    Raises:
        RecordError: C405 to C407, C410, the record cannot be written.
        LanguageError: C202 or C203, the pipeline is off.
    """
    source = iter(items)
    while batch := list(islice(source, AHEAD)):
        hashes = {i: r.content_hash for i, r in enumerate(batch) if isinstance(r, Report)}
        with record.viewing() as view:
            known = known_hashes(view, hashes.values())
        unread = []
        for at, item in enumerate(batch):
            if isinstance(item, Report) and hashes[at] in known:
                kept = Kept(report=known[hashes[at]], arrival="known")
                yield Added(source=item.source or item.id, kept=kept, reject=None)
            else:
                unread.append(item)
        for outcome in outcomes(unread, pipeline=pipeline):
            with record.working(who) as work:
                if isinstance(outcome, Reject):
                    add_reject(work, outcome)
                    added = Added(source=outcome.source, kept=None, reject=outcome)
                else:
                    report, reading = outcome
                    kept = keep(work, report, reading)
                    added = Added(source=report.source or report.id, kept=kept, reject=None)
            yield added
