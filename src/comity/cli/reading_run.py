"""One run of `comity read`: inputs in, readings and refusals out, and how it went."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO

from comity.cli.ending import ALL_READ, NOTHING_READ, SOME_REFUSED
from comity.cli.progress import Progress
from comity.cli.sinks import open_sink
from comity.errors import UsageError
from comity.flow import outcomes
from comity.model.report import Reject, Report
from comity.reports import read_inputs
from comity.reports.paths import STDIN
from comity.reports.signature import kind_of_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for; `form` is "table", "json", "jsonl" or None for the usual one."""

    paths: list[str]
    form: str | None
    output: Path | None
    rejects: Path | None
    published: str | None
    publisher: str | None
    language: str | None
    pipeline: str | None
    quiet: bool


def run(request: Request) -> int:
    """Do what was asked for; the exit code.

    Raises:
        UsageError: C301 to C304 an input or option that is off, C306 `json` for many inputs, C307
            an output that is an input, C308 an output that cannot be written.
        LanguageError: C202 or C203, the pipeline is off.
    """
    items: Iterable[Report | Reject] = read_inputs(
        request.paths,
        stdin=sys.stdin.buffer if STDIN in request.paths else None,
        published=request.published,
        publisher=request.publisher,
        language=request.language,
    )
    for path in filter(None, (request.output, request.rejects)):
        check_apart(path, request.paths)
    if request.form == "json":
        items = _only_one(iter(items))
    read = refused = 0
    with ExitStack() as stack:
        to_terminal = request.output is None and sys.stdout.isatty()
        form = request.form or ("table" if to_terminal else "jsonl")
        output = stack.enter_context(writable(request.output)) if request.output else None
        listed = stack.enter_context(writable(request.rejects)) if request.rejects else None
        sink = open_sink(form, output)
        shown = not request.quiet
        progress = stack.enter_context(Progress(request.paths, wanted=shown and not to_terminal))
        for outcome in outcomes(items, pipeline=request.pipeline):
            if isinstance(outcome, Reject):
                refused += 1
                if listed:
                    list_reject(outcome, listed)
                if shown:
                    progress.say(f"{place_of(outcome)}: {outcome.reason} [{outcome.code}]")
            else:
                read += 1
                sink.put(*outcome)
            progress.advance()
        if shown and refused and read + refused > 1:
            progress.say(f"comity: {read} read, {refused} refused")
    if not refused:
        return ALL_READ
    return SOME_REFUSED if read else NOTHING_READ


def _only_one(items: Iterator[Report | Reject]) -> Iterator[Report | Reject]:
    first = list(islice(items, 2))
    if len(first) > 1:
        raise UsageError(
            "C306",
            "json is one reading, and there are more inputs; use --format jsonl",
            where="--format json",
        )
    return chain(first, items)


def check_apart(output: Path, paths: list[str]) -> None:
    """Refuse an output that would overwrite an input, or be read as one."""
    target = output.resolve()
    for path in paths:
        source = Path(path).resolve()
        inside = source in target.parents and source.is_dir() and kind_of_name(target.name)
        if path != STDIN and (source == target or inside):
            raise UsageError(
                "C307", "this is also read as an input; write to another place", where=str(output)
            )


def writable(path: Path) -> BinaryIO:
    """Open a file to be written. Raises UsageError (C308)."""
    try:
        return path.open("wb")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            "C308", f"cannot be written ({reason}); choose another place", where=str(path)
        ) from error


def list_reject(reject: Reject, listed: BinaryIO) -> None:
    """Write a refusal as a line of JSON."""
    line = json.dumps(asdict(reject), ensure_ascii=False)
    listed.write(line.encode("utf-8", "backslashreplace") + b"\n")
    listed.flush()


def place_of(reject: Reject) -> str:
    """Where a refused report stands, in words: "feed.jsonl:7" is line 7 of that file."""
    name, sign, line = reject.source.rpartition(":")
    if sign and line.isdecimal():
        return f"{name}, line {line}"
    return reject.source or reject.id
