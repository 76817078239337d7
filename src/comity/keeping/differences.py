"""What two readings of a report say differently, seen through judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

from comity.keeping.likeness import likeness, overlap, same
from comity.keeping.projection import seen_items
from comity.model.judgement import FIELDS, Item
from comity.model.reading import Reading
from comity.record import View
from comity.record.readings import KeptReading, readings_of
from comity.record.reports import KeptReport, get_report, revisions

Change = Literal["added", "gone", "changed"]
#: Two items on the same words that are so alike (0..1) are one that changed.
_ALIKE = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An item that one of two readings has, or that both have with other values."""

    field: str
    change: Change
    before: Item | None
    after: Item | None

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the values that differ, where both have the item."""
        if self.before is None or self.after is None:
            return ()
        one, other = self.before.value, self.after.value
        names = [each.name for each in fields(one)]
        found = [name for name in names if getattr(one, name) != getattr(other, name)]
        if self.before.status != self.after.status:
            found.append("status")
        return tuple(name for name in found if name != "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDifferences:
    """What the current reading of a report says differently from the one before it.

    `before_text` is the text that the earlier reading is of: another where the report was issued
    anew.
    """

    report: KeptReport
    before: KeptReading
    after: KeptReading
    before_text: str
    differences: tuple[Difference, ...]


def differences(before: Sequence[Item], after: Sequence[Item]) -> tuple[Difference, ...]:
    """What changed from some items to others, by field and in the order of the text.

    Where only the place in the text differs, nothing changed. Items that nobody counts any more
    (rejected) are not compared.
    """
    old = {(i.field, i.key): i for i in before if i.status != "rejected"}
    new = {(i.field, i.key): i for i in after if i.status != "rejected"}
    found = [
        Difference(field=place[0], change="changed", before=old[place], after=new[place])
        for place in old.keys() & new.keys()
        if not same(old[place].value, new[place].value)
    ]
    gone = [item for place, item in old.items() if place not in new]
    come = [item for place, item in new.items() if place not in old]
    pairs = sorted(
        (
            (-likeness(one.value, other.value), at, to)
            for at, one in enumerate(gone)
            for to, other in enumerate(come)
            if one.field == other.field and overlap(one.evidence, other.evidence)
        ),
    )
    paired: dict[int, int] = {}
    for unlike, at, to in pairs:
        if -unlike >= _ALIKE and at not in paired and to not in paired.values():
            paired[at] = to
            if not same(gone[at].value, come[to].value):
                found.append(
                    Difference(
                        field=gone[at].field, change="changed", before=gone[at], after=come[to]
                    )
                )
    found += [
        Difference(field=item.field, change="gone", before=item, after=None)
        for at, item in enumerate(gone)
        if at not in paired
    ]
    found += [
        Difference(field=item.field, change="added", before=None, after=item)
        for to, item in enumerate(come)
        if to not in paired.values()
    ]
    return tuple(sorted(found, key=_order))


def report_differences(view: View, report_id: int) -> ReportDifferences | None:
    """What a report's current reading says differently from the one before, or from that of the
    revision before it. None where there is none before.

    Raises RecordError (C408) where there is no such report.
    """
    kept = get_report(view, report_id)
    after, *older = readings_of(view, report_id)
    if older:
        return _compared(view, kept, older[0], kept, after)
    earlier = [revision for revision in revisions(view, report_id) if revision < report_id]
    if not earlier:
        return None
    return _compared(
        view, get_report(view, earlier[-1]), readings_of(view, earlier[-1])[0], kept, after
    )


def _compared(
    view: View, old: KeptReport, before: KeptReading, kept: KeptReport, after: KeptReading
) -> ReportDifferences:
    found = differences(_seen(view, old, before.reading), _seen(view, kept, after.reading))
    return ReportDifferences(
        report=kept,
        before=before,
        after=after,
        before_text=old.report.text,
        differences=found,
    )


def _seen(view: View, kept: KeptReport, reading: Reading) -> list[Item]:
    return seen_items(view, kept, reading)


def _order(difference: Difference) -> tuple[int, int, str]:
    item = difference.after or difference.before
    assert item is not None
    start = item.evidence[0][0] if item.evidence else -1
    return list(FIELDS).index(difference.field), start, item.key
