"""A person's word on items: confirmed, rejected, corrected, added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from comity.joining.fingerprints import fingerprint
from comity.keeping.checking import cannot, changed_value, check_value, new_value, quoted
from comity.keeping.likeness import same
from comity.keeping.projection import project
from comity.model.json_form import item_to_json
from comity.model.judgement import Judgement, JudgementKind, item_key
from comity.model.reading import Body, Person, Reading, ReportFacts
from comity.model.report import Report
from comity.record import View, Work
from comity.record.items import KeptItem, get_item, item_at, items_of
from comity.record.judgements import add_judgement
from comity.record.readings import BY_HAND, add_reading
from comity.record.reports import add_report, get_report, known_hashes


def confirm(work: Work, item_id: int, *, why: str = "") -> Judgement:
    """Say that an item is right as it stands; no later reading changes it then.

    Raises RecordError: C408 no such item, C411 it is rejected.
    """
    kept = get_item(work, item_id)
    if kept.item.status == "rejected":
        raise cannot(f"item {item_id} was rejected; take that back first: comity judge list")
    return _judge(work, "confirm", kept, why=why)


def reject(work: Work, item_id: int, *, why: str = "") -> Judgement:
    """Say that an item is wrong. It stays with its report, and counts for nothing.

    Raises RecordError: C408 no such item, C411 it is rejected already.
    """
    kept = get_item(work, item_id)
    if kept.item.status == "rejected":
        raise cannot(f"item {item_id} is rejected already")
    return _judge(work, "reject", kept, why=why)


def correct(
    work: Work,
    item_id: int,
    changes: Mapping[str, object],
    *,
    quotes: Sequence[str] = (),
    why: str = "",
) -> Judgement:
    """Set fields of an item, as JSON values; those not named stay as they are.

    Where a person or body gets another name, items that name it follow.

    Args:
        quotes: words of the report that say it so, where these are others than before.

    Raises:
        RecordError: C408 no such item, C411 nothing would change.
        InputError: C121 to C123 for a field or value that is off.
        UsageError: C322 to C324 for words or names that the report does not have.
    """
    kept = get_item(work, item_id)
    text = get_report(work, kept.report).report.text
    before = kept.item.value
    value = changed_value(kept, changes, quoted(text, quotes))
    value = check_value(value, text=text, names=_names(work, kept.report), before=before)
    if same(value, before) and value.evidence == before.evidence:
        raise cannot(f"item {item_id} is so already; confirm it instead")
    if isinstance(value, Person | Body) and value.name != getattr(before, "name", ""):
        if value.name in _names(work, kept.report):
            raise cannot(
                f"the report has {value.name!r} already; reject item {item_id} if it is no other"
            )
    return _judge(work, "correct", kept, why=why, after=item_to_json(value))


def add_item(
    work: Work,
    report_id: int,
    field: str,
    form: Mapping[str, object],
    *,
    quotes: Sequence[str] = (),
    why: str = "",
) -> Judgement:
    """Add an item to a report, as a JSON object; what may be empty can be left out.

    Args:
        quotes: the words of the report that say it, in place of offsets in `form`.

    Raises:
        RecordError: C408 no such report, C411 an older revision, or the item is there already.
        InputError, UsageError: as `correct` does, and C321 for a field that is none.
    """
    kept = get_report(work, report_id)
    if kept.replaced_by is not None:
        raise cannot(f"report {report_id} was issued anew; judge report {kept.replaced_by}")
    text = kept.report.text
    value = new_value(field, form, quoted(text, quotes))
    value = check_value(value, text=text, names=_names(work, report_id))
    key = item_key(field, value)
    there = item_at(work, report_id, field, key)
    if there is not None and there.item.status != "rejected":
        raise cannot(f"the report says so already, in item {there.id}; confirm that")
    name = getattr(value, "name", None)
    if isinstance(value, Person | Body) and name in _names(work, report_id):
        raise cannot(f"the report has {name!r} already; correct that instead")
    judgement = add_judgement(
        work,
        "add",
        why=why,
        report=report_id,
        field=field,
        key=key,
        after=item_to_json(value),
    )
    project(work, report_id)
    return judgement


def add_source(work: Work, report: Report) -> int:
    """Keep sentences that a person gives as the source of facts added by hand; the report's id.

    They are a report without items, which no reader reads. A text that the record has is used.
    """
    known = known_hashes(work, [report.content_hash])
    if known:
        return known[report.content_hash]
    mark = fingerprint(report.text)
    report_id = add_report(
        work,
        report,
        publisher_country=None,
        signature=mark.signature,
        shingles=mark.shingles,
        bands=mark.bands,
    )
    facts = ReportFacts(
        publisher=report.publisher,
        dateline_place=None,
        published=report.published,
        language=report.language or "en",
    )
    empty = Reading(id=report.id, reader=BY_HAND, pipeline=BY_HAND, report=facts)
    add_reading(work, report_id, empty)
    project(work, report_id, fresh=True)
    return report_id


def judged_item(view: View, judgement: Judgement) -> KeptItem | None:
    """The item that a judgement is on, as it stands now."""
    if judgement.report is None or judgement.field is None or judgement.key is None:
        return None
    return item_at(view, judgement.report, judgement.field, judgement.key)


def _judge(
    work: Work,
    kind: JudgementKind,
    kept: KeptItem,
    *,
    why: str,
    after: dict[str, object] | None = None,
) -> Judgement:
    judgement = add_judgement(
        work,
        kind,
        why=why,
        report=kept.report,
        field=kept.item.field,
        key=kept.item.key,
        before=item_to_json(kept.item.value),
        after=after,
    )
    project(work, kept.report)
    return judgement


def _names(view: View, report_id: int) -> list[str]:
    """The people and bodies of a report."""
    return [
        kept.item.value.name
        for kept in items_of(view, report_id)
        if isinstance(kept.item.value, Person | Body) and kept.item.status != "rejected"
    ]
