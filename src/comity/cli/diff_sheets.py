"""Differences between readings as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.cli.sheets import Sheet, Shown, columns
from comity.joining.accounts import words_of
from comity.keeping.checking import check_day
from comity.keeping.differences import Difference, ReportDifferences, report_differences
from comity.keeping.reviewing import shown
from comity.model.json_form import item_to_json
from comity.model.judgement import Item
from comity.record import View
from comity.record.readings import read_again


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """An item that one reading has, or that both have with other values, as JSON."""

    report: int
    field: str
    change: str
    changed: tuple[str, ...]
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    status: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesPage:
    """What readings say differently; `reports` are those that were compared."""

    reports: tuple[int, ...]
    differences: tuple[DifferenceLine, ...]


def show_differences(view: View, reports: Sequence[int], *, since: str | None, most: int) -> Shown:
    """What the current readings say differently from those before."""
    check_day(since, "--since")
    ids = list(reports) or read_again(view, since=since, most=most)
    compared = [found for id in ids if (found := report_differences(view, id)) is not None]
    lines = [_line(one, each) for one in compared for each in one.differences]
    return Shown(
        page=DifferencesPage(
            reports=tuple(one.report.id for one in compared), differences=tuple(lines)
        ),
        title="What readings say differently",
        facts=[
            f"report {one.report.id}: {one.before.reading.reader} → {one.after.reading.reader}"
            + ("" if one.before.report == one.report.id else ", issued anew")
            for one in compared
            if reports
        ],
        sheets=[
            Sheet(
                name="differences",
                columns=columns("report field change before after words [status]"),
                rows=[
                    (
                        one.report.id,
                        each.field,
                        each.change,
                        shown(each.before.value) if each.before else "",
                        shown(each.after.value) if each.after else "",
                        _words(one, each),
                        _status(each),
                    )
                    for one in compared
                    for each in one.differences
                ],
            )
        ],
        empty="Nothing differs, or nothing was read twice.",
    )


def _line(one: ReportDifferences, each: Difference) -> DifferenceLine:
    return DifferenceLine(
        report=one.report.id,
        field=each.field,
        change=each.change,
        changed=each.changed,
        before=_form(each.before),
        after=_form(each.after),
        status=_status(each),
        words=_words(one, each),
    )


def _form(item: Item | None) -> dict[str, Any] | None:
    return item_to_json(item.value) if item is not None else None


def _status(each: Difference) -> str:
    item = each.after or each.before
    return item.status if item is not None else ""


def _words(one: ReportDifferences, each: Difference) -> str:
    if each.after is not None:
        return words_of(one.report.report.text, each.after.evidence)
    return words_of(one.before_text, each.before.evidence) if each.before else ""
