"""One run of `comity add`: inputs in, and what became of each."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from comity.cli.add_tally import Tally
from comity.cli.ending import INTERRUPTED, say
from comity.cli.progress import Progress
from comity.cli.reading_run import check_apart, list_reject, place_of, writable
from comity.fetching import Fetcher, FetchPolicy
from comity.flow.adding import add
from comity.flow.sources import is_address, read_sources
from comity.record import open_record
from comity.reports.paths import STDIN
from comity.settings import settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for; `record` is its address, `form` "table", "json" or "jsonl"."""

    sources: list[str]
    record: str
    who: str
    form: str
    published: str | None
    publisher: str | None
    language: str | None
    pipeline: str | None
    policy: FetchPolicy
    rejects: Path | None
    quiet: bool


def run(request: Request) -> int:
    """Do what was asked for; the exit code.

    Raises:
        UsageError: C301 to C304 an input or option that is off, C307 a list of refusals that is an
            input, C308 one that cannot be written.
        RecordError: C401 to C407, C410.
        LanguageError: C202 or C203, the pipeline is off.
    """
    tally = Tally(request.form)
    with ExitStack() as stack:
        fetcher = stack.enter_context(Fetcher(request.policy))
        items = read_sources(
            request.sources,
            fetcher,
            stdin=sys.stdin.buffer if STDIN in request.sources else None,
            published=request.published,
            publisher=request.publisher,
            language=request.language,
        )
        listed = None
        if request.rejects:
            paths = [name for name in request.sources if not is_address(name)]
            check_apart(request.rejects, paths)
            listed = stack.enter_context(writable(request.rejects))
        record = stack.enter_context(open_record(request.record, create=True))
        shown = not request.quiet
        progress = stack.enter_context(Progress(request.sources, wanted=shown))
        try:
            for added in add(record, items, who=request.who, pipeline=request.pipeline):
                tally.count(added)
                if added.reject is not None:
                    if listed:
                        list_reject(added.reject, listed)
                    if shown:
                        place = place_of(added.reject)
                        progress.say(f"{place}: {added.reject.reason} [{added.reject.code}]")
                progress.advance()
        except KeyboardInterrupt:
            say(
                f"comity: stopped; {tally.words()}. What came in is kept; give the same command "
                "again to go on"
            )
            return INTERRUPTED
    tally.finish()
    return tally.code


def fetch_policy(hosts: list[str] | None, *, ignore_robots: bool, delay: float) -> FetchPolicy:
    """How the network is used; hosts are allowed beside those of COMITY_ALLOW_HOSTS.

    Raises UsageError (C351) for a name that is no host.
    """
    allowed = frozenset({*(hosts or ()), *settings().allow_hosts})
    return FetchPolicy(allowed=allowed, robots=not ignore_robots, delay=delay)
