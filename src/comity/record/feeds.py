"""The feeds that are followed, and the pages that were fetched for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from comity.errors import RecordError
from comity.record import tables
from comity.record.reports import url_key
from comity.record.store import View, Work
from comity.record.upsert import insert_into

_F, _P = tables.feed, tables.page


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFeed:
    """A feed that is followed. `etag` and `modified` are of the last answer whose entries were all
    taken in; `fetched` is when it was asked last, and `note` how that went."""

    id: int
    url: str
    title: str | None
    added: str
    added_by: str
    etag: str | None
    modified: str | None
    fetched: str | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page that was fetched; `report` is what came of it, and `note` why nothing did."""

    url: str
    etag: str | None
    modified: str | None
    fetched: str
    note: str
    report: int | None


def add_feed(work: Work, url: str) -> bool:
    """Follow a feed; whether it was not followed before."""
    values = {"url": url, "added": work.now, "added_by": work.who, "note": ""}
    statement = insert_into(work, _F).values(values).on_conflict_do_nothing().returning(_F.c.id)
    return work.connection.execute(statement).first() is not None


def feeds(view: View) -> list[KeptFeed]:
    """The feeds that are followed, in the order in which they were added."""
    return [_feed(row) for row in view.connection.execute(select(_F).order_by(_F.c.id))]


def get_feed(view: View, url: str) -> KeptFeed:
    """One feed. Raises RecordError (C408)."""
    row = view.connection.execute(select(_F).where(_F.c.url == url)).one_or_none()
    if row is None:
        raise RecordError("C408", "this feed is not followed; see: comity feed list", where=url)
    return _feed(row)


def remove_feed(work: Work, url: str) -> None:
    """Follow a feed no longer; its reports stay. Raises RecordError (C408)."""
    work.connection.execute(delete(_F).where(_F.c.id == get_feed(work, url).id))


def note_feed(
    work: Work,
    feed_id: int,
    *,
    note: str,
    title: str | None,
    etag: str | None,
    modified: str | None,
) -> None:
    """Say how asking a feed went; None for a title leaves the one that is known."""
    values = {
        "note": note,
        "title": func.coalesce(title, _F.c.title),
        "etag": etag,
        "modified": modified,
        "fetched": work.now,
    }
    work.connection.execute(update(_F).where(_F.c.id == feed_id).values(values))


def get_page(view: View, url: str) -> KeptPage | None:
    """What is known of a page."""
    row = view.connection.execute(select(_P).where(_P.c.url_key == url_key(url))).one_or_none()
    if row is None:
        return None
    return KeptPage(
        url=row.url,
        etag=row.etag,
        modified=row.modified,
        fetched=row.fetched,
        note=row.note,
        report=row.report_id,
    )


def note_page(
    work: Work,
    url: str,
    *,
    etag: str | None,
    modified: str | None,
    note: str,
    report: int | None,
) -> None:
    """Say what came of a page."""
    values = {
        "url": url,
        "etag": etag,
        "modified": modified,
        "fetched": work.now,
        "note": note,
        "report_id": report,
    }
    work.connection.execute(
        insert_into(work, _P)
        .values(url_key=url_key(url), **values)
        .on_conflict_do_update(index_elements=["url_key"], set_=values)
    )


def forget_rejects(work: Work, source: str) -> None:
    """Strike an address off the list of what was refused, for it was taken in since."""
    work.connection.execute(delete(tables.reject).where(tables.reject.c.source == source))


def _feed(row: Row[Any]) -> KeptFeed:
    return KeptFeed(
        id=row.id,
        url=row.url,
        title=row.title,
        added=row.added,
        added_by=row.added_by,
        etag=row.etag,
        modified=row.modified,
        fetched=row.fetched,
        note=row.note,
    )
