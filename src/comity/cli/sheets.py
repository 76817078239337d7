"""Answers of the record as sheets: a table in the terminal, CSV, or the whole as JSON."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from comity.cli.plain import plain, shorten
from comity.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from comity.record import View

Form = Literal["table", "json", "csv"]
#: Columns where nothing says how many there are, and the most that read well.
USUAL_WIDTH = 100
WIDEST = 140
#: Characters of a text that a table shows.
LONGEST = 160
#: Cells up to this length are not broken; longer texts get so many columns at least.
SHORT = 17
TEXT_WIDTH = 22


@dataclass(frozen=True, slots=True)
class Day:
    """A cell with an ISO date: in words in a table, as it is in CSV."""

    iso: str | None


Cell = str | int | float | bool | None | Day


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one that is `apart` is for machines, and not in tables."""

    name: str
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Rows under columns. `total` says how many there are where not all are shown, `note` what one
    should know of them. Beside other sheets a table shows the first `brief` rows, or of a
    number below zero the last that are not all zeros."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    total: int | None = None
    note: str = ""
    brief: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An answer: the page as it is, and its sheets. `empty` says what to do where there is
    nothing; `facts` are lines under the title. CSV is the first sheet, unless one is named."""

    page: Any
    title: str
    sheets: Sequence[Sheet]
    empty: str
    facts: Sequence[str] = ()


def columns(names: str) -> list[Column]:
    """Columns by their names, those in brackets apart: "day kind [id]"."""
    return [Column(name.strip("[]").replace("_", " "), name[0] == "[") for name in names.split()]


def answer(
    where: str, form: Form, ask: Callable[[View], Shown], *, part: str | None = None
) -> None:
    """Open the record, ask, and print the answer.

    Raises:
        RecordError: C401 to C406 for the record, C408 and C409 for what was asked for.
        UsageError: C335 there is no such part.
    """
    from comity.record import open_record
    from comity.record.reports import report_ids

    with open_record(where) as record, record.viewing() as view:
        shown = ask(view)
        filled = any(sheet.rows for sheet in shown.sheets)
        bare = not filled and not report_ids(view, most=1)
    if part is not None and part not in [sheet.name for sheet in shown.sheets]:
        parts = ", ".join(sheet.name for sheet in shown.sheets)
        raise UsageError("C335", f"there is no such part; it has: {parts}", where=part)
    if form == "json":
        _write(json.dumps(asdict(shown.page), ensure_ascii=False, indent=2) + "\n")
    elif form == "csv":
        _write(_csv(next(s for s in shown.sheets if part in (None, s.name))))
    else:
        chosen = [sheet for sheet in shown.sheets if part in (None, sheet.name)]
        hint = "The record holds no reports yet; add some with: comity add FILE"
        _write(_text(shown, chosen, hint if bare else shown.empty))


def _write(text: str) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.write(text)
    sys.stdout.flush()


def _csv(sheet: Sheet) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([column.name.replace(" ", "_") for column in sheet.columns])
    writer.writerows([[_plain_cell(cell) for cell in row] for row in sheet.rows])
    return buffer.getvalue()


def _plain_cell(cell: Cell) -> str | int | float:
    value = cell.iso if isinstance(cell, Day) else cell
    if isinstance(value, bool):
        return "yes" if value else ""
    return plain(value) if isinstance(value, str) else "" if value is None else value


# ── tables ───────────────────────────────────────────────────────────────────────────────────────
def _text(shown: Shown, sheets: Iterable[Sheet], empty: str) -> str:
    from rich.text import Text

    console, buffer = _console()
    title = Text(shorten(shown.title, 200), style="bold")
    console.print(title)
    for fact in shown.facts:
        console.print(Text(plain(fact), style="dim"))
    filled = [sheet for sheet in sheets if sheet.rows]
    for sheet in filled:
        _print_sheet(console, sheet if len(filled) == 1 else _brief(sheet), len(shown.sheets) == 1)
    if not filled:
        console.print(Text(empty))
    return "\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n"


def _brief(sheet: Sheet) -> Sheet:
    if sheet.brief is None or len(sheet.rows) <= abs(sheet.brief):
        return sheet
    if sheet.brief > 0:
        rows = sheet.rows[: sheet.brief]
    else:
        rows = [row for row in sheet.rows if any(row[1:])][sheet.brief :]
    return replace(sheet, rows=rows, total=sheet.total or len(sheet.rows))


def _print_sheet(console: Console, sheet: Sheet, alone: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    console.print()
    heading = Text("" if alone else sheet.name[0].upper() + sheet.name[1:], style="bold cyan")
    if sheet.total is not None and sheet.total > len(sheet.rows):
        heading.append(f"{'  ' if heading else ''}{len(sheet.rows)} of {sheet.total:,}", "dim")
    if heading:
        console.print(heading)
    if sheet.note:
        console.print(Text(sheet.note, style="dim"))
    kept = [at for at, column in enumerate(sheet.columns) if not column.apart]
    # A column that is empty throughout takes room from the others.
    kept = [at for at in kept if any(row[at] not in (None, "", Day(None)) for row in sheet.rows)]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    cells = {at: [_shown_cell(row[at]) for row in sheet.rows] for at in kept}
    for at in kept:
        number = all(isinstance(row[at], int | float | None) for row in sheet.rows)
        longest = max(map(len, cells[at]))
        table.add_column(
            sheet.columns[at].name,
            justify="right" if number else "left",
            # Dates and numbers stay whole; a text has room to be read.
            min_width=longest if longest <= SHORT else min(longest, TEXT_WIDTH),
        )
    for row in zip(*cells.values(), strict=True):
        table.add_row(*map(Text, row))
    console.print(table)


def _shown_cell(cell: Cell) -> str:
    from comity.cli.card_sections import spoken_date

    if isinstance(cell, Day):
        return plain(spoken_date(cell.iso) or "")
    if isinstance(cell, bool):
        return "yes" if cell else ""
    if isinstance(cell, str):
        return shorten(cell, LONGEST)
    return "" if cell is None else f"{cell:g}" if isinstance(cell, float) else str(cell)


def _console() -> tuple[Console, io.StringIO]:
    """A console that writes into a buffer, as wide as the terminal and coloured only for one."""
    from rich.console import Console

    seen = Console()
    asked = os.environ.get("COLUMNS", "")
    known = sys.stdout.isatty() or asked.isdecimal()
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=min(seen.width, WIDEST) if known else USUAL_WIDTH,
        force_terminal=seen.is_terminal,
        color_system=seen.color_system,  # type: ignore[arg-type]  # rich names it so itself
        highlight=False,
        markup=False,
        emoji=False,
    )
    return console, buffer
