"""One report's reading as rows of the record: made anew whenever it is read or judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from comity.keeping.answering import propose_answers
from comity.keeping.contacts import Earlier, clear_contacts, write_contacts
from comity.keeping.naming import forget_names, name_actors
from comity.keeping.seen import Seen, read_items, see
from comity.keeping.standing import Standing, standing_on
from comity.keeping.told import facts_of
from comity.model.judgement import FIELDS, Item, Judgement, Outcome
from comity.model.reading import Reading
from comity.record import View, Work
from comity.record.actors import KeptMention
from comity.record.facts import clear_facts, write_facts
from comity.record.items import item_ids, write_items
from comity.record.readings import current_reading
from comity.record.reports import KeptReport, get_report, get_reports, revisions
from comity.record.reviewing import withdraw_actors, withdraw_answers, withdraw_contacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """A report as it now stands in the record; `ids` are the items' by field and key."""

    report: KeptReport
    reading: Reading
    items: Sequence[Item]
    ids: dict[tuple[str, str], int]
    mentions: dict[str, KeptMention]


def project(
    work: Work, report_id: int, *, fresh: bool = False, reading: Reading | None = None
) -> Projected:
    """Make the rows of a report anew from its reading and the judgements on it.

    What stays the same keeps its id: items, the actors that names were joined to, encounters. Of a
    `fresh` report nothing was written before. The first time that a revision is projected, it takes
    the place of the one before it. Whoever has just added the `reading` gives it, for it takes a
    while to read it from the record.

    Raises RecordError (C408) where there is no such report.
    """
    kept = get_report(work, report_id)
    reading = reading or current_reading(work, report_id)
    series = [revision for revision in revisions(work, report_id) if revision <= report_id]
    older = series[-2] if fresh and len(series) > 1 else None
    if fresh and older is None:
        seen, standing = Seen(read_items(reading), {}), Standing()
    else:
        seen, standing = _seen(work, kept, reading, series)
    earlier: list[Earlier] = []
    before = report_id if older is None else older
    if not fresh or older is not None:
        withdraw_contacts(work, before)
        earlier = clear_contacts(work, before)
        clear_facts(work, before)
    items = seen.items
    standing_items = [item for item in items if item.status != "rejected"]
    shown = _reading_of(reading, standing_items)
    ids = _write_items(work, report_id, items, fresh=fresh)
    pins = {seen.renamed.get(name, name): actor for name, actor in standing.names.items()}
    mentions = name_actors(
        work,
        report_id,
        shown,
        home=kept.publisher_country,
        pins=pins,
        before=None if fresh and older is None else before,
    )
    outcomes = _outcomes(standing.items, ids)
    write_facts(work, report_id, facts_of(shown, items, ids, mentions), outcomes)
    write_contacts(work, kept, shown, items, ids, mentions, earlier=earlier, pins=standing.accounts)
    if older is not None:
        _retire(work, older)
    elif not fresh:
        named = [(mention.actor, mention.canonical) for mention in mentions.values()]
        withdraw_actors(work, report_id, but={actor for pair in named for actor in pair})
        propose_answers(work, report_id)
    return Projected(report=kept, reading=shown, items=items, ids=ids, mentions=mentions)


def newest(view: View, report_id: int) -> int:
    """The revision that stands for a report now."""
    return revisions(view, report_id)[-1]


def seen_items(view: View, kept: KeptReport, reading: Reading) -> list[Item]:
    """The items of a reading as judgements on the report and its earlier revisions leave them."""
    series = [revision for revision in revisions(view, kept.id) if revision <= kept.id]
    return _seen(view, kept, reading, series)[0].items


def _seen(
    view: View, kept: KeptReport, reading: Reading, series: Sequence[int]
) -> tuple[Seen, Standing]:
    standing = standing_on(view, series)
    others = {j.report for j in standing.items if j.report is not None} - {kept.id}
    texts = {i: other.report.text for i, other in get_reports(view, others).items()}
    seen = see(reading, standing.items, report=kept.id, text=kept.report.text, texts=texts)
    return seen, standing


def _retire(work: Work, older: int) -> None:
    """Take away what is left of a report's rows: another revision stands for it now."""
    forget_names(work, older)
    _write_items(work, older, [], fresh=False)
    withdraw_actors(work, older, but=())


def _write_items(
    work: Work, report_id: int, items: Sequence[Item], *, fresh: bool
) -> dict[tuple[str, str], int]:
    """Write the items of a report; proposals about items that are gone go too."""
    before = set() if fresh else item_ids(work, report_id)
    ids = dict(write_items(work, report_id, items))
    rejected = {ids[item.field, item.key] for item in items if item.status == "rejected"}
    gone = (before - set(ids.values())) | rejected
    if gone:
        withdraw_answers(work, gone)
    return ids


def _reading_of(reading: Reading, items: Sequence[Item]) -> Reading:
    values: dict[str, Any] = {
        field: tuple(item.value for item in items if item.field == field) for field in FIELDS
    }
    return replace(reading, **values)


def _outcomes(
    judgements: Sequence[Judgement], ids: Mapping[tuple[str, str], int]
) -> dict[int, Outcome]:
    """What people said became of the report's commitments, by item."""
    found: dict[int, Outcome] = {}
    for judgement in judgements:
        if judgement.kind == "outcome" and judgement.after:
            item = ids.get(("commitments", judgement.key or ""))
            if item is not None:
                found[item] = judgement.after["outcome"]
    return found
