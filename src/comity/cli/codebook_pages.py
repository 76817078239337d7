"""How the codebook is printed: all types, one with its lines and examples, a code of CAMEO."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from typing import Any

import typer
from rapidfuzz import process
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from comity.data.cameo import CameoCode, cameo_codes, codes_of
from comity.data.codebook import Codebook, Example, TypeEntry, codebook
from comity.errors import UsageError

LABEL = "bold cyan"
FAINT = "dim"
WIDEST = 100


def find(name: str) -> tuple[TypeEntry, ...] | CameoCode:
    """What a name stands for: a type, the types of a root, or a CAMEO code.

    Raises UsageError (C339) with what comes near.
    """
    wanted = name.strip().upper()
    if wanted in cameo_codes():
        return cameo_codes()[wanted]
    entries = codebook().types.values()
    found = tuple(entry for entry in entries if wanted in (entry.type, entry.root))
    if found:
        return found
    if wanted.isdigit():
        hint = "codes have two to four digits, with a zero in front below 10: 042"
        raise UsageError("C339", f"CAMEO has no such code; {hint}", where=name)
    names = [entry.type for entry in entries]
    near = process.extractOne(wanted, names, score_cutoff=60)
    hint = f"perhaps {near[0]}?" if near else "there are: " + ", ".join(names)
    raise UsageError("C339", f"there is no such type; {hint}", where=name)


def print_all(book: Codebook, *, form: str) -> None:
    """Print all types as "table", or the whole codebook as "json"."""
    if form == "json":
        _print_json(book)
        return
    table = _table("type", "quad", "score", "what it is")
    for entry in book.types.values():
        table.add_row(
            Text(entry.type, style=LABEL), entry.quad, signed(entry.score), Text(entry.title)
        )
    with _printing() as console:
        console.print(table)
        _print_faint(
            console, "One of them: comity codebook CONSULT; a CAMEO code: comity codebook 042"
        )


def print_named(named: tuple[TypeEntry, ...] | CameoCode, *, form: str) -> None:
    """Print what was asked for as "table" or "json": for a root of two types, a list of both."""
    if form == "json":
        _print_json(named[0] if isinstance(named, tuple) and len(named) == 1 else named)
        return
    with _printing() as console:
        if isinstance(named, CameoCode):
            _print_code(console, named)
            return
        for at, entry in enumerate(named):
            if at:
                console.print()
            _print_type(console, entry)


def _print_code(console: Console, code: CameoCode) -> None:
    console.print(Text(f"CAMEO {code.code}  {code.label}", style="bold"))
    table = _table()
    if code.goldstein is not None:
        table.add_row(Text("Goldstein", style=LABEL), signed(code.goldstein))
    if code.type:
        told = ", ".join(filter(None, (code.type, code.mode)))
        entry = codebook().types[code.type]
        scored = entry.modes[code.mode].score if code.mode else entry.score
        table.add_row(Text("PLOVER", style=LABEL), f"{told} ({entry.quad}, {signed(scored)})")
    else:
        table.add_row(Text("PLOVER", style=LABEL), "none: comments and appeals are left out")
    if code.contexts:
        table.add_row(Text("contexts", style=LABEL), ", ".join(code.contexts))
    if code.note:
        table.add_row(Text("note", style=LABEL), Text(code.note))
    console.print(table)
    if code.type:
        _print_faint(console, f"More: comity codebook {code.type}")


def _print_type(console: Console, entry: TypeEntry) -> None:
    console.print(Text(f"{entry.type}  {entry.title}", style="bold"))
    facts = [entry.quad, f"score {signed(entry.score)}", f"recipient {entry.recipient}"]
    if entry.root != entry.type:
        facts.append(f"root {entry.root}")
    if entry.mutual:
        facts.append("may be mutual")
    _print_faint(console, " · ".join(facts))
    console.print()
    console.print(Text(entry.definition))
    console.print(Text(entry.direction))
    _print_list(console, "The line", entry.lines)
    if entry.modes:
        _print_heading(console, "Modes")
        table = _table("mode", "score", "CAMEO", "what it is")
        for mode in entry.modes.values():
            table.add_row(mode.name, signed(mode.score), mode.cameo, Text(mode.definition))
        console.print(table)
    examples = [*entry.examples, *(e for mode in entry.modes.values() for e in mode.examples)]
    _print_list(console, "Examples", map(_told, examples))
    _print_heading(console, "Not this")
    for counter in entry.counterexamples:
        instead = ", ".join(filter(None, (counter.instead or "no event", counter.mode)))
        _print_item(console, Text(counter.text))
        console.print(Padding(Text(f"→ {instead}: {counter.why}", style=FAINT), (0, 0, 0, 4)))
    _print_heading(console, "CAMEO")
    _print_item(console, Text(f"written as {entry.cameo} where no mode says more"))
    table = _table("code", "mode", "label")
    for code in codes_of(entry.type):
        table.add_row(code.code, code.mode or "", Text(code.label))
    console.print(table)


def _told(example: Example) -> str:
    known = [example.mode, *example.contexts]
    known += [example.modality] if example.modality != "done" else []
    told = ", ".join(filter(None, known))
    return f"{example.text}  [{told}]" if told else example.text


def _print_list(console: Console, heading: str, lines: Iterable[str]) -> None:
    _print_heading(console, heading)
    for line in lines:
        _print_item(console, Text(line))


def _print_item(console: Console, text: Text) -> None:
    row = Table.grid(padding=(0, 1, 0, 0))
    row.add_row(" –", text)
    console.print(row)


def _print_heading(console: Console, heading: str) -> None:
    console.print()
    console.print(Text(heading, style=LABEL))


def _print_faint(console: Console, line: str) -> None:
    console.print(Text(line, style=FAINT))


def _table(*headings: str) -> Table:
    table = Table(
        *headings,
        box=None,
        show_header=bool(headings),
        header_style=FAINT,
        pad_edge=False,
        padding=(0, 2, 0, 0),
    )
    if "score" in headings:
        table.columns[headings.index("score")].justify = "right"
    return table


@contextmanager
def _printing() -> Iterator[Console]:
    """A console whose lines are printed at the end, without the spaces that fill up a table."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    with console.capture() as printed:
        yield console
    typer.echo("".join(f"{line.rstrip()}\n" for line in printed.get().splitlines()), nl=False)


def signed(score: float) -> str:
    """A score with its sign, but for nought."""
    return f"{score:+g}" if score else "0"


def _print_json(value: object) -> None:
    typer.echo(json.dumps(_plain_value(value), ensure_ascii=False, indent=2))


def _plain_value(value: object) -> Any:
    """Frozen values as JSON has them."""
    if is_dataclass(value):
        return {field.name: _plain_value(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain_value(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain_value(inner) for inner in value]
    return value
