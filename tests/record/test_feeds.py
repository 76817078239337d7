"""Feeds that are followed, and what is known of their pages."""

from __future__ import annotations

import pytest

from comity.errors import RecordError
from comity.model.report import Reject
from comity.record import Record
from comity.record.feeds import (
    add_feed,
    feeds,
    forget_rejects,
    get_feed,
    get_page,
    note_feed,
    note_page,
    remove_feed,
)
from comity.record.reports import add_reject, rejects

URL = "https://news.example/feed"


def test_feeds_are_followed_once(record: Record) -> None:
    with record.working("Ada") as work:
        assert add_feed(work, URL) is True
        assert add_feed(work, URL) is False
        assert add_feed(work, URL + "/2") is True
    with record.viewing() as view:
        assert [feed.url for feed in feeds(view)] == [URL, URL + "/2"]
        feed = get_feed(view, URL)
    assert (feed.added_by, feed.title, feed.fetched, feed.etag, feed.note) == (
        *("Ada", None, None, None),
        "",
    )


def test_how_a_fetch_went_is_kept(record: Record) -> None:
    with record.working("Ada") as work:
        add_feed(work, URL)
        feed = get_feed(work, URL)
        note_feed(work, feed.id, note="2 entries", title="News", etag='"1"', modified="Mon")
        note_feed(work, feed.id, note="unchanged", title=None, etag='"2"', modified=None)
        feed = get_feed(work, URL)
    assert (feed.title, feed.note, feed.etag, feed.modified) == ("News", "unchanged", '"2"', None)
    assert feed.fetched == work.now


def test_a_feed_is_removed(record: Record) -> None:
    with record.working("Ada") as work:
        add_feed(work, URL)
        remove_feed(work, URL)
        assert feeds(work) == []
    with pytest.raises(RecordError) as caught, record.working("Ada") as work:
        remove_feed(work, URL)
    assert caught.value.code == "C408"


def test_pages_are_known_by_their_address(record: Record) -> None:
    with record.working("Ada") as work:
        assert get_page(work, URL) is None
        note_page(work, URL, etag=None, modified=None, note="404", report=None)
        note_page(work, URL + "#top", etag='"1"', modified=None, note="", report=None)
        page = get_page(work, URL)
        assert get_page(work, URL + "/2") is None
    assert page is not None
    assert (page.url, page.etag, page.note) == (URL + "#top", '"1"', "")


def test_only_what_was_taken_in_is_struck_off(record: Record) -> None:
    with record.working("Ada") as work:
        for name in ("a", "b"):
            add_reject(work, Reject(id=name, source=name, code="C510", reason="gone"))
        forget_rejects(work, "a")
        assert [reject.id for reject, _ in rejects(work)] == ["b"]
