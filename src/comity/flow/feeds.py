"""Feeds are fetched: what is new in them comes into the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from comity.errors import FetchError
from comity.fetching import (
    MAX_FEED_BYTES,
    Entry,
    Fetcher,
    NotModified,
    Page,
    parse_address,
    read_feed,
)
from comity.flow.adding import Added, add
from comity.flow.sources import refusal, reports_of_page
from comity.model.report import Reject
from comity.record import Record
from comity.record.feeds import (
    KeptFeed,
    KeptPage,
    add_feed,
    feeds,
    forget_rejects,
    get_feed,
    get_page,
    note_feed,
    note_page,
    remove_feed,
)
from comity.record.reports import add_reject
from comity.reports.metadata import Metadata

UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedVisit:
    """A feed was asked. Behind it come what its pages gave; `reject` says why there are none."""

    feed: str
    title: str | None
    note: str
    entries: int
    reject: Reject | None = None


def follow(record: Record, url: str, *, who: str) -> bool:
    """Follow a feed; whether it was not followed before.

    Raises FetchError (C501) for what is no web address.
    """
    address = parse_address(url).url
    with record.working(who) as work:
        return add_feed(work, address)


def unfollow(record: Record, url: str, *, who: str) -> None:
    """Follow a feed no longer. Raises FetchError (C501), RecordError (C408)."""
    address = parse_address(url).url
    with record.working(who) as work:
        remove_feed(work, address)


def fetch_feeds(
    record: Record,
    fetcher: Fetcher,
    *,
    who: str,
    urls: Sequence[str] = (),
    pipeline: str | None = None,
    again: bool = False,
) -> Iterator[FeedVisit | Added]:
    """Fetch feeds, and the pages in them that are new or may have changed, each politely.

    A feed and a page are asked only whether they changed, where they told how. A page that was
    fetched and did not tell is not asked again. A feed or page that fails does not stop the others:
    it is listed, and asked again the next time.

    Args:
        urls: the feeds; all that are followed where none is named.
        again: ask for every page anew, as if it had not been fetched before.

    Raises:
        FetchError: C501, a name that is no address.
        RecordError: C408 a feed that is not followed, C405 to C407, C410.
        LanguageError: C202 or C203, the pipeline is off.
    """
    with record.viewing() as view:
        named = [get_feed(view, parse_address(url).url) for url in urls]
        wanted = named if urls else feeds(view)
    for feed in wanted:
        yield from _Visit(record, fetcher, who, pipeline, again).run(feed)


@dataclass(frozen=True, slots=True)
class _Visit:
    record: Record
    fetcher: Fetcher
    who: str
    pipeline: str | None
    again: bool

    def run(self, feed: KeptFeed) -> Iterator[FeedVisit | Added]:
        """Ask one feed, then its pages."""
        etag, modified = (None, None) if self.again else (feed.etag, feed.modified)
        try:
            answer = self.fetcher.fetch(
                feed.url, etag=etag, modified=modified, limit=MAX_FEED_BYTES
            )
            if isinstance(answer, NotModified):
                self._note(feed, UNCHANGED, answer.etag, answer.last_modified)
                yield FeedVisit(feed=feed.url, title=feed.title, note=UNCHANGED, entries=0)
                return
            found = read_feed(answer)
        except FetchError as error:
            reject = refusal(error, feed.url)
            self._list(reject)
            self._note(feed, f"{error.message} [{error.code}]", feed.etag, feed.modified)
            yield FeedVisit(
                feed=feed.url, title=feed.title, note=error.message, entries=0, reject=reject
            )
            return
        entries = len(found.entries)
        told = "; ".join([f"{entries} {'entry' if entries == 1 else 'entries'}", *found.notes])
        yield FeedVisit(feed=feed.url, title=found.title, note=told, entries=entries)
        failed = 0
        for entry in reversed(found.entries):  # the oldest first, as they were published
            for added in self._page(entry):
                failed += added.reject is not None and added.reject.code.startswith("C5")
                yield added
        # Where a page failed, the feed must be given in full the next time, to try it again.
        if failed:
            self._note(feed, f"{told}; {failed} failed", None, None, title=found.title)
        else:
            self._note(feed, told, answer.etag, answer.last_modified, title=found.title)

    def _page(self, entry: Entry) -> Iterator[Added]:
        """Ask for one page, unless it was fetched and cannot tell whether it changed."""
        with self.record.viewing() as view:
            known = get_page(view, entry.link)
        etag = modified = None
        if known is not None and not self.again:
            etag, modified = known.etag, known.modified
            if not etag and not modified and not _failed(known):
                return
        try:
            answer = self.fetcher.fetch(entry.link, etag=etag, modified=modified)
        except FetchError as error:
            reject = refusal(error, entry.link)
            self._list(reject)
            note = f"{error.message} [{error.code}]"
            self._note_page(entry, etag, modified, note, known.report if known else None)
            yield Added(source=entry.link, name=entry.link, kept=None, reject=reject)
            return
        if isinstance(answer, Page):
            yield from self._take(entry, answer)

    def _take(self, entry: Entry, page: Page) -> Iterator[Added]:
        """Put what a page gives into the record; what the entry says fills in what is lacking."""
        defaults = Metadata(title=entry.title, published=entry.published)
        report, note = None, ""
        for added in add(
            self.record,
            reports_of_page(page, defaults),
            who=self.who,
            pipeline=self.pipeline,
            ahead=1,
        ):
            if added.kept:
                report = added.kept.report
            elif added.reject:
                note = f"{added.reject.reason} [{added.reject.code}]"
            yield added
        if not note:
            with self.record.working(self.who) as work:
                forget_rejects(work, entry.link)
        self._note_page(entry, page.etag, page.last_modified, note, report)

    def _note(
        self,
        feed: KeptFeed,
        note: str,
        etag: str | None,
        modified: str | None,
        *,
        title: str | None = None,
    ) -> None:
        with self.record.working(self.who) as work:
            note_feed(work, feed.id, note=note, title=title, etag=etag, modified=modified)
            if "[C5" not in note:
                forget_rejects(work, feed.url)

    def _note_page(
        self, entry: Entry, etag: str | None, modified: str | None, note: str, report: int | None
    ) -> None:
        with self.record.working(self.who) as work:
            note_page(work, entry.link, etag=etag, modified=modified, note=note, report=report)

    def _list(self, reject: Reject) -> None:
        with self.record.working(self.who) as work:
            add_reject(work, reject)


def _failed(page: KeptPage) -> bool:
    """Whether a page was not fetched at all the last time."""
    return "[C5" in page.note
