"""One run of `comity watch`, from its start to the signal that ends it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

from comity.cli.add_tally import Tally
from comity.cli.ending import say
from comity.cli.reading_run import place_of
from comity.flow.watching import watch
from comity.record import open_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for; `record` is its address, `form` "table", "json" or "jsonl"."""

    folder: Path
    record: str
    who: str
    once: bool
    form: str
    published: str | None
    publisher: str | None
    language: str | None
    pipeline: str | None
    quiet: bool


def run(request: Request) -> int:
    """Watch until a signal comes; the exit code.

    Raises:
        UsageError: C302, C303 an option is off, C309 there is no such folder.
        RecordError: C401 to C407, C410.
        LanguageError: C202 or C203, the pipeline is off.
    """
    tally, stop = Tally(request.form), Event()
    with _signals(stop), open_record(request.record, create=True) as record:
        if not request.once and not request.quiet:
            say(f"comity: watching {request.folder}; Ctrl-C ends it")
        for added in watch(
            record,
            request.folder,
            who=request.who,
            stop=stop,
            once=request.once,
            published=request.published,
            publisher=request.publisher,
            language=request.language,
            pipeline=request.pipeline,
        ):
            tally.count(added)
            if request.quiet:
                continue
            if added.reject is not None:
                say(f"{place_of(added.reject)}: {added.reject.reason} [{added.reject.code}]")
            elif not request.once:
                say(f"{added.source}: {added.arrival}")
    tally.finish()
    return tally.code


@contextmanager
def _signals(stop: Event) -> Iterator[None]:
    """Let the first Ctrl-C or SIGTERM end the watch behind the report at hand, the second at
    once."""
    if current_thread() is not main_thread():
        yield  # signals are for the main thread alone
        return

    def end(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
