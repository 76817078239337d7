"""The progress bar of a long run, on standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from comity.cli.ending import say
from comity.cli.plain import plain

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

#: A run of so few inputs is over before a bar would tell anything.
FEW = 3


class Progress:
    """A bar that comes up once there are more than a few inputs, where somebody looks on."""

    def __init__(self, paths: list[str], *, wanted: bool) -> None:
        self._paths = paths
        self._wanted = wanted and sys.stderr.isatty()
        self._done = 0
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self) -> None:
        """Count one input that was read or refused."""
        self._done += 1
        if self._wanted and self._bar is None and self._done > FEW:
            self._start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done)

    def say(self, line: str) -> None:
        """Write a line above the bar."""
        if self._bar is None:
            say(line)
        else:
            self._bar.console.print(plain(line), markup=False, highlight=False)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as RichProgress

        self._bar = RichProgress(
            TextColumn("reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=_count(self._paths))
        self._bar.start()


def _count(paths: list[str]) -> int | None:
    """How many reports there are, or None where that is known only at the end."""
    from comity.reports.paths import STDIN, InputFile, find_files
    from comity.reports.signature import Kind, kind_of_name

    count = 0
    for path in paths:
        if path == STDIN:
            return None
        for found in find_files(path) if Path(path).is_dir() else [path]:
            name = found.name if isinstance(found, InputFile) else path
            if kind_of_name(name) is Kind.JSON_LINES:
                return None
            count += 1
    return count
