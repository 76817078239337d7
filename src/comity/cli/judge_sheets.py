"""Items and judgements as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from comity.cli.sheets import Sheet, Shown, columns
from comity.joining.accounts import words_of
from comity.keeping.reviewing import shown
from comity.model.json_form import item_to_json
from comity.model.judgement import Judgement
from comity.record import View
from comity.record.items import items_of
from comity.record.judgements import history, undone
from comity.record.reports import get_report


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """An item of a report: what it says, as JSON, and the words that say it."""

    id: int
    field: str
    status: str
    value: dict[str, Any]
    says: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementLine:
    """A judgement, on one line and as it was made; `undone` if it was taken back."""

    judgement: Judgement
    what: str
    undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementsPage:
    """Judgements, and the items of the report that was asked for."""

    items: Sequence[ItemLine]
    judgements: Sequence[JudgementLine]


def show_judgements(view: View, *, report: int | None, by: str | None, most: int) -> Shown:
    """The newest judgements, or the items of a report with those on it."""
    made = history(view, report=report, who=by, most=most)
    gone = undone(view, [judgement.id for judgement in made])
    lines = [JudgementLine(judgement=j, what=described(j), undone=j.id in gone) for j in made]
    items = list(_items(view, report)) if report is not None else []
    sheets = [_judgement_sheet(lines)]
    if report is not None:
        sheets.insert(0, _item_sheet(items))
    title = f"Report {report}" if report is not None else "Judgements"
    return Shown(
        page=JudgementsPage(items=items, judgements=lines),
        title=title,
        sheets=sheets,
        empty="Nothing was judged yet; items have ids in: comity judge list --report N",
    )


def described(judgement: Judgement) -> str:
    """What a judgement is on, on one line."""
    after = judgement.after or {}
    if judgement.undoes is not None:
        return f"judgement {judgement.undoes}"
    if judgement.kind == "outcome":
        answer = after.get("answer")
        shows = f", as item {answer['item']} shows" if answer else ""
        return f"{after['outcome']}{shows}: {_says(judgement.before)}"
    if judgement.actor is not None:
        names = after.get("names")
        which = f" ({', '.join(sorted({n for ns in names.values() for n in ns}))})" if names else ""
        return f"actors {judgement.actor} and {judgement.other}{which}"
    if judgement.encounter is not None:
        if judgement.other_encounter is not None:
            return f"encounters {judgement.encounter} and {judgement.other_encounter}"
        values = {name: v for name, v in after.items() if name not in ("accounts", "participants")}
        return f"encounter {judgement.encounter}: " + _says(values)
    before, now = _says(judgement.before), _says(judgement.after)
    if judgement.kind == "correct":
        return f"{judgement.field}: {before} → {now}"
    return f"{judgement.field}: {now or before}"


def _items(view: View, report: int) -> Iterable[ItemLine]:
    text = get_report(view, report).report.text
    for kept in items_of(view, report):
        yield ItemLine(
            id=kept.id,
            field=kept.item.field,
            status=kept.item.status,
            value=item_to_json(kept.item.value),
            says=shown(kept.item.value),
            words=words_of(text, kept.item.evidence),
        )


def _item_sheet(items: Sequence[ItemLine]) -> Sheet:
    return Sheet(
        name="items",
        columns=columns("id field status says words"),
        rows=[(one.id, one.field, one.status, one.says, one.words) for one in items],
    )


def _judgement_sheet(lines: Sequence[JudgementLine]) -> Sheet:
    return Sheet(
        name="judgements",
        columns=columns("id at who kind on why undone [report]"),
        rows=[
            (
                line.judgement.id,
                line.judgement.at.replace("T", " ").removesuffix("Z"),
                line.judgement.who,
                line.judgement.kind,
                line.what,
                line.judgement.why,
                line.undone,
                line.judgement.report,
            )
            for line in lines
        ],
    )


def _says(form: dict[str, Any] | None) -> str:
    """The values of a JSON form on one line."""
    parts = []
    for name, value in (form or {}).items():
        if name in ("evidence", "items", "values") or value in (None, [], "", False):
            continue
        parts.append(", ".join(map(str, value)) if isinstance(value, list) else str(value))
    return "; ".join(parts)
