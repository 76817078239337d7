"""A folder is watched: what is in it, and what comes into it, is read into the record."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from threading import Event
from typing import NamedTuple

from comity.errors import UsageError
from comity.flow.adding import Added, add
from comity.model.report import Reject, Report
from comity.record import Record
from comity.reports import read_inputs
from comity.reports.metadata import metadata_from_options
from comity.reports.paths import InputFile, find_files, printable

#: A file that did not change for so long counts as complete, in seconds.
SETTLED = 2.0
#: How often the folder is looked through where the system does not tell of changes, in seconds.
PERIOD = 5.0
#: An empty folder, which is no fault of one that is watched.
_NO_FILES = "C118"
_Mark = tuple[int, int, int]  # size, time of the last change in ns, number of the file


def watch(
    record: Record,
    folder: Path,
    *,
    who: str,
    stop: Event,
    once: bool = False,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
    pipeline: str | None = None,
    settled: float = SETTLED,
) -> Iterator[Added]:
    """Read the files in a folder and those below it, then those that come, until it is stopped.

    A file is read once it did not change for a while, and again only if it changes. One that
    cannot be read is refused, and the others go on.

    Args:
        stop: ends the watch behind the report that is being read.
        once: end when all that is there has been read.
        settled: seconds after which a file that did not change counts as complete.

    Raises:
        UsageError: C309 what is named is no folder, or C302 and C303 an option is off.
        RecordError: C405 to C407, C410.
        LanguageError: C202 or C203, the pipeline is off.
    """
    _check_folder(folder)
    # An option that is off is told before anything is read.
    metadata_from_options(published=published, publisher=publisher, language=language)
    seen = _Seen(folder, settled)
    told: set[tuple[str, str, str]] = set()
    given = _Given(published, publisher, language)
    while not stop.is_set():
        items = _read(seen.complete(), stop, given)
        for added in add(record, items, who=who, pipeline=pipeline):
            if added.reject is not None:
                # A file that grows is read again, and its bad lines were told of before.
                mark = (added.reject.source, added.reject.id, added.reject.code)
                if mark in told:
                    continue
                told.add(mark)
            yield added
            if stop.is_set():
                return
        if once and not seen.pending:
            return
        _wait(folder, stop, settled / 4 if seen.pending else PERIOD)
        _check_folder(folder)


class _Given(NamedTuple):
    """What is said of the reports that do not say it themselves."""

    published: str | None
    publisher: str | None
    language: str | None


def _read(items: list[Path | Reject], stop: Event, given: _Given) -> Iterator[Report | Reject]:
    """The reports of files, until the watch is stopped."""
    for item in items:
        if stop.is_set():
            return
        if isinstance(item, Reject):
            yield item
            continue
        try:
            found = read_inputs(
                [str(item)],
                published=given.published,
                publisher=given.publisher,
                language=given.language,
            )
        except UsageError:
            continue  # the file is gone again
        yield from takewhile(lambda _: not stop.is_set(), found)


@dataclass(slots=True)
class _Seen:
    """The files of a folder: since when each is as it is, and which were read so."""

    folder: Path
    settled: float
    since: dict[Path, tuple[_Mark, float]] = field(default_factory=dict)
    done: dict[Path, _Mark] = field(default_factory=dict)
    pending: bool = False

    def complete(self) -> list[Path | Reject]:
        """The files that are complete and were not read as they are, which counts as done, and
        what may not be looked at."""
        now = time.monotonic()
        found: list[Path | Reject] = []
        there: dict[Path, tuple[_Mark, float]] = {}
        self.pending = False
        for file in find_files(str(self.folder)):
            if not isinstance(file, InputFile):
                if file.code != _NO_FILES:
                    found.append(file)
                continue
            mark = _mark(file.path)
            if mark is None:
                continue  # it is gone again
            before = self.since.get(file.path)
            since = before[1] if before is not None and before[0] == mark else now
            there[file.path] = mark, since
            if self.done.get(file.path) == mark:
                continue
            if now - since >= self.settled or time.time() - mark[1] / 1e9 >= self.settled:
                self.done[file.path] = mark
                found.append(file.path)
            else:
                self.pending = True
        self.since = there
        self.done = {path: mark for path, mark in self.done.items() if path in there}
        return found


def _mark(path: Path) -> _Mark | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _wait(folder: Path, stop: Event, seconds: float) -> None:
    """Wait until something changes in the folder, at most so long."""
    # Imported here: only a watch needs it.
    from watchfiles import watch as changes

    try:
        for _ in changes(
            folder,
            stop_event=stop,
            rust_timeout=int(seconds * 1000),
            yield_on_timeout=True,
            watch_filter=None,
            debounce=200,
            raise_interrupt=True,
        ):
            return
    except OSError:  # the folder is gone, or its system has no notices: it is looked through then
        stop.wait(seconds)


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError(
            "C309", "this is no folder that can be watched; check the path", where=printable(folder)
        )
