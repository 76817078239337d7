"""A newer reading of a report takes the place of the current one; judgements stay."""

from __future__ import annotations

from dataclasses import replace

from comity.keeping.differences import Difference, differences
from comity.keeping.projection import project, seen_items
from comity.model.reading import Reading
from comity.record import Work
from comity.record.readings import BY_HAND, add_reading, current_reading
from comity.record.reports import get_report


def read_anew(work: Work, report_id: int, reading: Reading) -> tuple[Difference, ...] | None:
    """Keep a new reading of a report as the current one, and say what it changes as judgements
    leave it. The older readings stay.

    None where nothing was to do: the reading is the one that is there, another revision has taken
    the report's place meanwhile, or the report is what a person wrote for facts added by hand.
    """
    kept = get_report(work, report_id)
    old = current_reading(work, report_id)
    if kept.replaced_by is not None or old.reader == BY_HAND:
        return None
    # A reader does not know by which name the record keeps a report.
    new = replace(reading, id=old.id)
    if new == old:
        return None
    before = seen_items(work, kept, old)
    add_reading(work, report_id, new)
    projected = project(work, report_id)
    return differences(before, projected.items)
