"""Looking through a record: what it holds, against what its readings and judgements come to."""

from __future__ import annotations

from collections.abc import Iterator

from comity.errors import ComityError
from comity.keeping.projection import seen_items
from comity.record import Record
from comity.record.check import REREAD, Problem, problem
from comity.record.check import check as check_rows
from comity.record.items import items_of
from comity.record.readings import current_reading
from comity.record.reports import get_reports, report_ids


def check(record: Record) -> Iterator[Problem]:
    """Look through the whole record; problems as they are found.

    Raises RecordError: C405 to C407, where the record cannot be looked through at all.
    """
    sound = True
    for found in check_rows(record):
        sound = False
        yield found
    if sound:
        yield from problem("reports with other items than were read", _unlike(record), REREAD)


def _unlike(record: Record) -> list[str]:
    """Reports whose items are not those of their readings and the judgements on them."""
    places, after = [], 0
    with record.viewing() as view:
        while ids := report_ids(view, after=after, most=100):
            after = ids[-1]
            for kept in get_reports(view, ids).values():
                try:
                    wanted = seen_items(view, kept, current_reading(view, kept.id))
                except ComityError:
                    places.append(f"report {kept.id}")
                    continue
                found = {(i.item.field, i.item.key): i.item for i in items_of(view, kept.id)}
                if found != {(item.field, item.key): item for item in wanted}:
                    places.append(f"report {kept.id}")
    return places
