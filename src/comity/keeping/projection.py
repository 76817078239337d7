"""One report's reading as rows of the record: made anew whenever it is read or judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from comity.keeping.contacts import Earlier, clear_contacts, write_contacts
from comity.keeping.naming import name_actors
from comity.keeping.seen import see
from comity.keeping.told import facts_of
from comity.model.judgement import FIELDS, Item, Outcome
from comity.model.reading import Reading
from comity.record import View, Work
from comity.record.actors import KeptMention
from comity.record.facts import clear_facts, write_facts
from comity.record.items import write_items
from comity.record.judgements import of_kinds, on_items
from comity.record.proposals import withdraw
from comity.record.readings import current_reading
from comity.record.reports import KeptReport, get_report, get_reports, revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """A report as it now stands in the record; `ids` are the items' by field and key."""

    report: KeptReport
    reading: Reading
    items: Sequence[Item]
    ids: dict[tuple[str, str], int]
    mentions: dict[str, KeptMention]


def project(work: Work, report_id: int, *, fresh: bool = False) -> Projected:
    """Make the rows of a report anew from its reading and the judgements on it.

    What stays the same keeps its id: items, the actors that names were joined to, encounters. Of a
    `fresh` report nothing was written before.

    Raises RecordError (C408) where there is no such report.
    """
    kept = get_report(work, report_id)
    reading = current_reading(work, report_id)
    items = seen_items(work, kept, reading)
    seen = _reading_of(reading, [item for item in items if item.status != "rejected"])
    earlier: dict[int, Earlier] = {}
    if not fresh:
        withdraw(work, report_id)
        earlier = clear_contacts(work, report_id)
        clear_facts(work, report_id)
    ids = dict(write_items(work, report_id, items))
    mentions = name_actors(work, report_id, seen, fresh=fresh)
    facts = facts_of(seen, items, ids, mentions)
    write_facts(work, report_id, facts, {} if fresh else _outcomes(work, report_id, ids))
    write_contacts(work, kept, seen, items, ids, mentions, earlier=earlier)
    return Projected(report=kept, reading=seen, items=items, ids=ids, mentions=mentions)


def unproject(work: Work, report_id: int) -> None:
    """Take a report's rows away: another revision stands for it now. Text and reading stay."""
    withdraw(work, report_id)
    clear_contacts(work, report_id, for_good=True)
    clear_facts(work, report_id)
    write_items(work, report_id, [])
    name_actors(work, report_id, _reading_of(current_reading(work, report_id), []))


def seen_items(view: View, kept: KeptReport, reading: Reading) -> list[Item]:
    """The items of a reading as judgements on the report and its earlier revisions leave them."""
    series = [revision for revision in revisions(view, kept.id) if revision <= kept.id]
    judgements = on_items(view, series)
    others = {j.report for j in judgements if j.report is not None} - {kept.id}
    texts = {i: other.report.text for i, other in get_reports(view, others).items()}
    return see(reading, judgements, report=kept.id, text=kept.report.text, texts=texts)


def _reading_of(reading: Reading, items: Sequence[Item]) -> Reading:
    values: dict[str, Any] = {
        field: tuple(item.value for item in items if item.field == field) for field in FIELDS
    }
    return replace(reading, **values)


def _outcomes(view: View, report_id: int, ids: dict[tuple[str, str], int]) -> dict[int, Outcome]:
    """What people said became of the report's commitments, by item."""
    found: dict[int, Outcome] = {}
    for judgement in of_kinds(view, ["outcome"], report=report_id):
        item = ids.get(("commitments", judgement.key or ""))
        if item is not None and judgement.after:
            found[item] = judgement.after["outcome"]
    return found
