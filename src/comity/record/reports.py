"""Reports as they came in: texts, revisions, stories told again, and what was refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, func, insert, or_, select, update

from comity.errors import RecordError
from comity.model.report import Reject, Report
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import insert_into

#: Rows that are asked for at once by their keys; SQLite takes at most 32,766 values a statement.
BATCH = 500
_T = tables.report


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A report of record. `repeats` is the report whose story it tells again, and `replaced_by`
    the next revision of its page; such reports are kept but not counted. `signature` and `shingles`
    are the text's fingerprint."""

    id: int
    report: Report
    publisher_country: str | None
    added: str
    added_by: str
    repeats: int | None
    repeats_why: str | None
    replaced_by: int | None
    signature: bytes
    shingles: int

    @property
    def counted(self) -> bool:
        """Whether it counts as a report of its own."""
        return self.repeats is None and self.replaced_by is None


def known_hashes(view: View, hashes: Iterable[str]) -> dict[str, int]:
    """Which of the content hashes the record has, with their reports' ids."""
    wanted = list(dict.fromkeys(hashes))
    found: dict[str, int] = {}
    for at in range(0, len(wanted), BATCH):
        query = select(_T.c.content_hash, _T.c.id).where(
            _T.c.content_hash.in_(wanted[at : at + BATCH])
        )
        found |= {row.content_hash: row.id for row in view.connection.execute(query)}
    return found


def get_report(view: View, report_id: int) -> KeptReport:
    """One report. Raises RecordError (C408)."""
    row = view.connection.execute(select(_T).where(_T.c.id == report_id)).one_or_none()
    if row is None:
        raise RecordError("C408", f"the record has no report {report_id}", where="report")
    return _kept(row)


def get_reports(view: View, ids: Iterable[int]) -> dict[int, KeptReport]:
    """Reports by their ids; those that the record does not have are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[int, KeptReport] = {}
    for at in range(0, len(wanted), BATCH):
        query = select(_T).where(_T.c.id.in_(wanted[at : at + BATCH]))
        found |= {row.id: _kept(row) for row in view.connection.execute(query)}
    return found


def report_ids(view: View, *, after: int = 0, most: int = BATCH) -> list[int]:
    """Ids of reports that are no older revisions, behind an id, in order."""
    query = (
        select(_T.c.id)
        .where(_T.c.id > after, _T.c.replaced_by.is_(None))
        .order_by(_T.c.id)
        .limit(most)
    )
    return list(view.connection.execute(query).scalars())


def newest_at(view: View, url: str) -> int | None:
    """The newest revision of what stands at an address."""
    query = select(func.max(_T.c.id)).where(_T.c.url_key == url_key(url))
    found: int | None = view.connection.execute(query).scalar()
    return found


def revisions(view: View, report_id: int) -> list[int]:
    """All revisions of a report's page, itself among them, oldest first."""
    key = view.connection.execute(select(_T.c.url_key).where(_T.c.id == report_id)).scalar()
    if key is None:
        return [report_id]
    query = select(_T.c.id).where(_T.c.url_key == key).order_by(_T.c.id)
    return list(view.connection.execute(query).scalars())


def add_report(
    work: Work,
    report: Report,
    *,
    publisher_country: str | None,
    signature: bytes,
    shingles: int,
    bands: Sequence[int],
) -> int:
    """Keep a report that the record does not have yet; its id."""
    values = {
        "content_hash": report.content_hash,
        "external_id": report.id,
        "source": report.source,
        "url": report.url,
        "url_key": url_key(report.url) if report.url else None,
        "title": report.title,
        "publisher": report.publisher,
        "publisher_country": publisher_country,
        "published": report.published,
        "language": report.language,
        "dateline_place": report.dateline_place,
        "text": report.text,
        "added": work.now,
        "added_by": work.who,
        "signature": signature,
        "shingles": shingles,
    }
    added = work.connection.execute(insert(_T).values(values).returning(_T.c.id)).scalar_one()
    if bands:
        rows = [{"band": band, "report_id": added} for band in dict.fromkeys(bands)]
        work.connection.execute(insert(tables.band), rows)
    return int(added)


def replace(work: Work, older: int, newer: int) -> None:
    """Mark a report as replaced by the next revision of the same page, which takes its place in
    the story that it tells."""
    story = select(_T.c.repeats, _T.c.repeats_why).where(_T.c.id == older)
    row = work.connection.execute(story).one()
    mine = {"repeats": row.repeats, "repeats_why": row.repeats_why}
    work.connection.execute(update(_T).where(_T.c.id == newer).values(mine))
    work.connection.execute(update(_T).where(_T.c.repeats == older).values(repeats=newer))
    work.connection.execute(update(_T).where(_T.c.id == older).values(replaced_by=newer))


def mark_repeat(work: Work, report_id: int, *, of: int, why: str) -> None:
    """Mark a report as telling the story of another again."""
    values = {"repeats": of, "repeats_why": why}
    work.connection.execute(update(_T).where(_T.c.id == report_id).values(values))


def sharing_bands(view: View, bands: Sequence[int], *, most: int = 50) -> list[KeptReport]:
    """Reports whose fingerprints share a band, those that share most first."""
    if not bands:
        return []
    shared = (
        select(tables.band.c.report_id, func.count().label("shared"))
        .where(tables.band.c.band.in_(list(bands)))
        .group_by(tables.band.c.report_id)
        .order_by(func.count().desc(), tables.band.c.report_id)
        .limit(most)
        .subquery()
    )
    query = (
        select(_T)
        .join(shared, shared.c.report_id == _T.c.id)
        .order_by(shared.c.shared.desc(), _T.c.id)
    )
    return [_kept(row) for row in view.connection.execute(query)]


def add_reject(work: Work, reject: Reject) -> None:
    """List an input that was refused; the same refusal again only renews its time."""
    name = (reject.source, reject.id, reject.code)
    values = {
        "key": hashlib.sha256("\n".join(name).encode()).hexdigest(),
        "source": reject.source,
        "external_id": reject.id,
        "code": reject.code,
        "reason": reject.reason,
        "at": work.now,
    }
    again = {"reason": reject.reason, "at": work.now}
    work.connection.execute(
        insert_into(work, tables.reject)
        .values(values)
        .on_conflict_do_update(index_elements=["key"], set_=again)
    )


def rejects(view: View, *, most: int | None = None) -> list[tuple[Reject, str]]:
    """What was refused and when, the newest first."""
    query = select(tables.reject).order_by(tables.reject.c.at.desc(), tables.reject.c.id.desc())
    return [
        (Reject(id=row.external_id, source=row.source, code=row.code, reason=row.reason), row.at)
        for row in view.connection.execute(query.limit(most))
    ]


def counted() -> Any:
    """The condition that a report counts: no older revision, no story told again."""
    return and_(_T.c.repeats.is_(None), _T.c.replaced_by.is_(None))


def of_story(view: View, report_id: int) -> list[int]:
    """All reports that tell a report's story, itself among them."""
    own = select(func.coalesce(_T.c.repeats, _T.c.id)).where(_T.c.id == report_id)
    query = (
        select(_T.c.id)
        .where(or_(_T.c.id == own.scalar_subquery(), _T.c.repeats == own.scalar_subquery()))
        .order_by(_T.c.id)
    )
    return list(view.connection.execute(query).scalars())


def url_key(url: str) -> str:
    """A short key of an address: without fragment, and without regard to http or https."""
    bare = url.strip().partition("#")[0].rstrip("/")
    bare = bare.partition("://")[2] or bare
    host, slash, path = bare.partition("/")
    return hashlib.sha256((host.lower().removeprefix("www.") + slash + path).encode()).hexdigest()


def _kept(row: Row[Any]) -> KeptReport:
    report = Report(
        id=row.external_id,
        text=row.text,
        title=row.title,
        published=row.published,
        publisher=row.publisher,
        url=row.url,
        language=row.language,
        dateline_place=row.dateline_place,
        source=row.source,
    )
    return KeptReport(
        id=row.id,
        report=report,
        publisher_country=row.publisher_country,
        added=row.added,
        added_by=row.added_by,
        repeats=row.repeats,
        repeats_why=row.repeats_why,
        replaced_by=row.replaced_by,
        signature=row.signature,
        shingles=row.shingles,
    )
