"""What `comity judge` makes of its options."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from comity.errors import UsageError
from comity.keeping.checking import check_day, field_type
from comity.keeping.judging import add_item, add_source, judged_item
from comity.model.json_form import hints
from comity.model.judgement import Judgement
from comity.model.report import Report
from comity.record import View, Work
from comity.record.items import get_item
from comity.reports import admit_report


def changes_of(view: View, item_id: int, settings: Sequence[str]) -> dict[str, object]:
    """Settings as JSON values: "place=Astana", "parties=Anna Weber; Timur Aliyev", "date=".

    Raises:
        RecordError: C408 no such item.
        UsageError: C327 for a setting without "=".
    """
    field = get_item(view, item_id).item.field
    kind: type = field_type(field)
    types = {name: str(hint) for name, hint in hints(kind).items()}
    changes: dict[str, object] = {}
    for setting in settings:
        name, sign, value = (part.strip() for part in setting.partition("="))
        if not sign:
            raise UsageError("C327", f"write name=value, such as: {_example(types)}", where=setting)
        changes[name] = _value(value, types.get(name, ""))
    return changes


def add(
    work: Work,
    field: str,
    form: Mapping[str, object],
    *,
    report: int | None,
    source: str | None,
    published: str | None,
    quotes: Sequence[str],
    why: str,
) -> tuple[Judgement, int | None]:
    """Add an item to a report, or to sentences that are given as its source; with its id.

    Raises UsageError: C328 neither or both are given.
    """
    if (report is None) == (source is None):
        raise UsageError(
            "C328",
            "say what it rests on: --report N for a report of the record, or --source with the "
            "sentences that say it",
            where="judge add",
        )
    if source is not None:
        check_day(published, "--published")
        own = Report(
            id=f"{work.who} {work.now}",
            text=source,
            publisher=work.who,
            published=published or work.now[:10],
            source="by hand",
        )
        report = add_source(work, admit_report(own, where="--source"))
        quotes = quotes or ([] if "evidence" in form else [source])
    assert report is not None
    judgement = add_item(work, report, field, form, quotes=quotes, why=why)
    added = judged_item(work, judgement)
    return judgement, added.id if added else None


def parsed(form: str) -> Mapping[str, object]:
    """An item as JSON. Raises UsageError (C329)."""
    try:
        value = json.loads(form)
    except ValueError as error:
        raise UsageError("C329", f"this is no JSON ({error})", where=form[:60]) from None
    if not isinstance(value, dict):
        raise UsageError(
            "C329", 'an item is a JSON object, such as {"topic": "trade"}', where=form[:60]
        )
    return value


def _value(value: str, kind: str) -> Any:
    if value[:1] in ("[", "{", '"') or value in ("true", "false", "null"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    if "tuple" in kind:
        return [part.strip() for part in value.split(";") if part.strip()]
    return value if value or "None" not in kind else None


def _example(types: Mapping[str, str]) -> str:
    return f"{next(iter(types))}=…"
