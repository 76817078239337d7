"""Prints cards, to a terminal, a pipe or a file."""

from __future__ import annotations

import io
import os
import sys
from typing import BinaryIO

from rich.console import Console

from comity.cli.cards import card
from comity.model.reading import Reading
from comity.model.report import Report

#: Columns where nothing says how many there are, and the most that read well.
USUAL_WIDTH = 100
WIDEST = 110


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the command, where rich would end the program itself."""
        raise  # noqa: PLE0704  # rich calls this while it handles the BrokenPipeError


class CardPrinter:
    """Prints a card for each reading; colour only for a terminal that wants it."""

    def __init__(self, output: BinaryIO | None) -> None:
        self._buffer = (
            io.TextIOWrapper(output, encoding="utf-8", write_through=True) if output else None
        )
        if self._buffer is None and isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        self._console = _Console(
            file=self._buffer, highlight=False, markup=False, emoji=False, soft_wrap=True
        )
        asked = os.environ.get("COLUMNS", "")
        known = self._console.file.isatty() or asked.isdecimal()
        self._width = min(self._console.width, WIDEST) if known else USUAL_WIDTH

    def put(self, report: Report, reading: Reading, /) -> None:
        """Print one card."""
        for line in card(report, reading, width=self._width):
            self._console.print(line, soft_wrap=True)
        self._console.file.flush()
