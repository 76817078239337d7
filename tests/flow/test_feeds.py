"""Feeds: what is new comes in, what is known is asked for politely, what fails stops nothing."""

from __future__ import annotations

from typing import Any

import pytest

from comity.errors import FetchError, RecordError
from comity.flow.adding import Added
from comity.flow.checking import check
from comity.flow.feeds import FeedVisit, fetch_feeds, follow, unfollow
from comity.record import Record
from comity.record.feeds import feeds
from comity.record.reports import get_report, rejects

WORDS = "Foreign Minister Anna Weber met Speaker Timur Aliyev in {} on Monday. They talked long."


def fetch(
    record: Record, fetcher: Any, *urls: str, **given: Any
) -> tuple[list[FeedVisit], list[Added]]:
    news = list(fetch_feeds(record, fetcher, who="Ada", urls=urls, **given))
    return (
        [one for one in news if isinstance(one, FeedVisit)],
        [one for one in news if isinstance(one, Added)],
    )


@pytest.fixture
def followed(record: Record, site: Any) -> Record:
    """A record that follows a feed of two pages; the feed and one page tell what changed."""
    site.feed(
        "/feed",
        [
            site.article("/a", WORDS.format("Astana"), etag='"a1"'),
            site.article("/b", WORDS.format("Rome")),
        ],
        etag='"f1"',
        date="Fri, 03 May 2024 23:30:00 -0500",
    )
    follow(record, site.url("/feed"), who="Ada")
    return record


def test_new_pages_come_in_the_oldest_first(followed: Record, site, fetcher) -> None:
    (visit,), added = fetch(followed, fetcher)
    assert (visit.title, visit.entries, visit.reject) == ("News", 2, None)
    assert [(one.arrival, one.source) for one in added] == [
        ("new", site.url("/b")),
        ("new", site.url("/a")),
    ]
    with followed.viewing() as view:
        report = get_report(view, 1).report
        (feed,) = feeds(view)
    assert (report.published, report.url) == ("2024-05-03", site.url("/b"))
    assert report.title == "On /b", "what a page says of itself goes before its entry"
    assert (feed.etag, feed.title) == ('"f1"', "News")
    assert list(check(followed)) == []


def test_an_unchanged_feed_is_asked_once_and_its_pages_not_at_all(followed, site, fetcher) -> None:
    fetch(followed, fetcher)
    assert site.answers
    (visit,), added = fetch(followed, fetcher)
    assert (visit.note, added) == ("unchanged", [])
    assert site.answers == [("/feed", 304)]


def test_pages_are_asked_again_only_if_they_can_tell(followed, site, fetcher) -> None:
    fetch(followed, fetcher)
    links = [site.url("/a"), site.url("/b"), site.article("/c", WORDS.format("Oslo"))]
    site.feed("/feed", links, etag='"f2"')
    assert site.answers
    _, added = fetch(followed, fetcher)
    assert [(one.arrival, one.source) for one in added] == [("new", site.url("/c"))]
    assert site.answers == [("/feed", 200), ("/c", 200), ("/a", 304)]


def test_a_page_that_changed_is_a_revision(followed, site, fetcher) -> None:
    fetch(followed, fetcher)
    site.feed("/feed", [site.url("/a"), site.url("/b")], etag='"f2"')
    site.article("/a", WORDS.format("Astana and Almaty"), etag='"a2"')
    _, (added,) = fetch(followed, fetcher)
    assert added.arrival == "revision"


def test_pages_are_asked_for_anew_on_demand(followed, site, fetcher) -> None:
    fetch(followed, fetcher)
    assert site.answers
    _, added = fetch(followed, fetcher, again=True)
    assert [one.arrival for one in added] == ["known", "known"]
    assert site.answers == [("/feed", 200), ("/b", 200), ("/a", 200)]


def test_a_page_that_has_left_the_feed_is_not_asked(followed, site, fetcher) -> None:
    fetch(followed, fetcher)
    site.feed("/feed", [site.url("/b")], etag='"f2"')
    assert site.answers
    fetch(followed, fetcher)
    assert site.answers == [("/feed", 200)]


def test_a_page_that_fails_is_listed_and_tried_again(followed, site, fetcher) -> None:
    site.status["/a"] = "500 Internal Server Error"
    _, added = fetch(followed, fetcher)
    assert [one.arrival for one in added] == ["new", None]
    with followed.viewing() as view:
        ((reject, _),) = rejects(view)
        (feed,) = feeds(view)
    assert (reject.code, reject.source) == ("C510", site.url("/a"))
    assert "1 failed" in feed.note
    site.status.clear()
    _, added = fetch(followed, fetcher)
    assert [(one.arrival, one.source) for one in added] == [("new", site.url("/a"))]
    with followed.viewing() as view:
        assert rejects(view) == []
    _, added = fetch(followed, fetcher)
    assert added == []


def test_a_page_without_an_article_is_refused_once(followed, site, fetcher) -> None:
    site.put("/b", "<html><body><nav>Home</nav></body></html>")
    _, added = fetch(followed, fetcher)
    assert [one.arrival for one in added] == [None, "new"]
    site.feed("/feed", [site.url("/a"), site.url("/b")], etag='"f2"')
    _, added = fetch(followed, fetcher)
    assert added == []
    with followed.viewing() as view:
        assert [reject.code for reject, _ in rejects(view)] == ["C108"]


def test_a_feed_that_fails_does_not_stop_the_others(followed, site, fetcher) -> None:
    follow(followed, site.url("/none"), who="Ada")
    follow(followed, site.put("/page", "<html>no feed</html>"), who="Ada")
    follow(followed, site.feed("/late", [site.article("/d", WORDS.format("Bern"))]), who="Ada")
    visits, added = fetch(followed, fetcher)
    assert [visit.reject and visit.reject.code for visit in visits] == [None, "C510", "C512", None]
    assert len(added) == 3
    with followed.viewing() as view:
        assert {reject.code for reject, _ in rejects(view)} == {"C510", "C512"}
        assert [("[C5" in feed.note) for feed in feeds(view)] == [False, True, True, False]
    site.feed("/none", [])
    fetch(followed, fetcher)
    with followed.viewing() as view:
        assert [reject.source for reject, _ in rejects(view)] == [site.url("/page")]


def test_one_feed_may_be_named(followed, site, fetcher) -> None:
    other = site.feed("/other", [])
    follow(followed, other, who="Ada")
    visits, _ = fetch(followed, fetcher, other)
    assert [visit.feed for visit in visits] == [other]
    with pytest.raises(RecordError, match="C408"):
        fetch(followed, fetcher, site.url("/unknown"))


def test_a_run_that_is_cut_off_goes_on(followed, site, fetcher) -> None:
    run = fetch_feeds(followed, fetcher, who="Ada")
    assert [type(next(run)) for _ in range(2)] == [FeedVisit, Added]
    run.close()
    _, added = fetch(followed, fetcher)
    assert sorted(one.arrival or "" for one in added) in (["known", "new"], ["new"])
    with followed.viewing() as view:
        assert get_report(view, 2)


def test_feeds_are_followed_by_address(record: Record) -> None:
    assert follow(record, "https://News.example/feed", who="Ada") is True
    assert follow(record, "https://news.example/feed", who="Ada") is False
    with pytest.raises(FetchError, match="C501"):
        follow(record, "news", who="Ada")
    unfollow(record, "https://news.example/feed", who="Ada")
    with pytest.raises(RecordError, match="C408"):
        unfollow(record, "https://news.example/feed", who="Ada")
