"""Where readings go: one JSON text, JSON Lines, or cards."""

from __future__ import annotations

import json
import re
import sys
from typing import BinaryIO, Protocol

from comity.model.json_form import to_json
from comity.model.reading import Reading
from comity.model.report import Report

# JSON lets these stand as they are, but a terminal or a reader of lines would act on them.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SPAN = re.compile(r"\[\s+(\d+),\s+(\d+)\s+\]")


class Sink(Protocol):
    """What takes readings, in their order."""

    def put(self, report: Report, reading: Reading, /) -> None:
        """Take one; it is written out at once."""


def open_sink(form: str, output: BinaryIO | None) -> Sink:
    """The sink for a format: "table", "json" or "jsonl", to a file or to standard output."""
    if form == "table":
        from comity.cli.card_printer import CardPrinter

        return CardPrinter(output)
    return JsonWriter(output or sys.stdout.buffer, indented=form == "json")


class JsonWriter:
    """Writes UTF-8, a reading a line, or indented for people."""

    def __init__(self, output: BinaryIO, *, indented: bool) -> None:
        self._output = output
        self._indented = indented

    def put(self, _report: Report, reading: Reading, /) -> None:
        """Write one reading and flush."""
        self._output.write(f"{as_text(reading, indented=self._indented)}\n".encode())
        self._output.flush()


def as_text(reading: Reading, *, indented: bool = False) -> str:
    """A reading as a JSON text; indented, each `[start, end]` stays on one line."""
    text = json.dumps(to_json(reading), ensure_ascii=False, indent=2 if indented else None)
    if indented:
        text = _SPAN.sub(r"[\1, \2]", text)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
