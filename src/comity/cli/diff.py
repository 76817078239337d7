"""`comity diff`: what the current readings say differently from those before."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, record_address
from comity.cli.show import Form, Format


def diff(
    reports: Annotated[
        list[int] | None, typer.Option("--report", help="Only this report; once or more.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", help="Only what was read again from this day on (2026-03-01)."),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="At most so many reports.")] = 100,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Compare each report's current reading with the one before, or with that of its earlier text,
    as judgements leave both: which items are new, gone, or say something else.
    """
    with clean_ending():
        from comity.cli.diff_sheets import show_differences
        from comity.cli.sheets import answer

        answer(
            record_address(record),
            form.value,
            lambda view: show_differences(view, reports or [], since=since, most=most),
        )
