"""One run of `comity feed fetch`: feeds and pages in, and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from comity.cli.add_tally import Tally
from comity.cli.ending import ALL_READ, INTERRUPTED, NOTHING_READ, SOME_REFUSED, say
from comity.cli.reading_run import place_of
from comity.fetching import Fetcher, FetchPolicy
from comity.flow.feeds import FeedVisit, fetch_feeds
from comity.record import open_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was asked for; `record` is its address, `form` "table", "json" or "jsonl"."""

    urls: list[str]
    record: str
    who: str
    form: str
    again: bool
    pipeline: str | None
    policy: FetchPolicy
    quiet: bool


def run(request: Request) -> int:
    """Do what was asked for; the exit code.

    Raises:
        FetchError: C501, a name that is no address.
        RecordError: C401 to C408, C410.
        LanguageError: C202 or C203, the pipeline is off.
    """
    tally, visits = Tally(request.form), []
    with open_record(request.record) as record, Fetcher(request.policy) as fetcher:
        try:
            for news in fetch_feeds(
                record,
                fetcher,
                who=request.who,
                urls=request.urls,
                pipeline=request.pipeline,
                again=request.again,
            ):
                if isinstance(news, FeedVisit):
                    visits.append(news)
                    if not request.quiet:
                        _tell(news)
                    continue
                tally.count(news)
                if news.reject is not None and not request.quiet:
                    say(f"{place_of(news.reject)}: {news.reject.reason} [{news.reject.code}]")
        except KeyboardInterrupt:
            say(f"comity: stopped; {tally.words()}. What came in is kept")
            return INTERRUPTED
    if not visits and not request.quiet:
        say("comity: no feed is followed; add one with: comity feed add URL")
    tally.finish()
    return _code(tally, visits)


def _tell(visit: FeedVisit) -> None:
    code = f" [{visit.reject.code}]" if visit.reject else ""
    say(f"{visit.feed}: {visit.note}{code}")


def _code(tally: Tally, visits: Iterable[FeedVisit]) -> int:
    failed = [visit.reject is not None for visit in visits]
    if any(failed):
        return NOTHING_READ if all(failed) else SOME_REFUSED
    return SOME_REFUSED if tally.counts["refused"] else ALL_READ
