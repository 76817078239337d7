"""Reports as they came in: texts, revisions, stories told again, and what was refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Row, and_, bindparam, delete, func, insert, or_, select, update

from comity.errors import RecordError
from comity.model.report import Reject, Report
from comity.record import tables
from comity.record.store import View, Work
from comity.record.upsert import insert_into

#: Rows that are asked for at once by their keys; SQLite takes at most 32,766 values a statement.
BATCH = 500
_T = tables.report
_ADD = insert(_T).returning(_T.c.id)
_SHARING = (
    select(tables.band.c.report_id, func.count().label("shared"))
    .where(tables.band.c.band.in_(bindparam("bands", expanding=True)))
    .group_by(tables.band.c.report_id)
    .order_by(func.count().desc(), tables.band.c.report_id)
    .limit(bindparam("most", type_=Integer))
)


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


def standing_at(view: View, url: str) -> list[int]:
    """The reports that stand at an address now, older revisions left out, the newest first."""
    query = (
        select(_T.c.id)
        .where(_T.c.url_key == url_key(url), _T.c.replaced_by.is_(None))
        .order_by(_T.c.id.desc())
    )
    return list(view.connection.execute(query).scalars())


def revisions(view: View, report_id: int) -> list[int]:
    """All revisions of a report, itself among them, oldest first."""
    key = view.connection.execute(select(_T.c.url_key).where(_T.c.id == report_id)).scalar()
    if key is None:
        return [report_id]
    query = select(_T.c.id, _T.c.replaced_by).where(_T.c.url_key == key)
    next_of = {row.id: row.replaced_by for row in view.connection.execute(query)}
    series = [report_id]
    while (newer := next_of.get(series[-1])) is not None:
        series.append(newer)
    before = {newer: older for older, newer in next_of.items() if newer is not None}
    while (older := before.get(series[0])) is not None:
        series.insert(0, older)
    return series


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
    values = {name: _without_nul(value) for name, value in values.items()}
    added = work.connection.execute(_ADD, values).scalar_one()
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
    found = view.connection.execute(_SHARING, {"bands": list(bands), "most": most})
    order = {row.report_id: -row.shared for row in found}
    if not order:
        return []
    reports = get_reports(view, order)
    return [reports[one] for one in sorted(order, key=lambda one: (order[one], one))]


def add_reject(work: Work, reject: Reject) -> None:
    """List an input that was refused; the same refusal again only renews its time."""
    name = (reject.source, reject.id, reject.code)
    values = {
        "key": hashlib.sha256("\n".join(name).encode("utf-8", "replace")).hexdigest(),
        "source": _without_nul(reject.source),
        "external_id": _without_nul(reject.id),
        "code": reject.code,
        "reason": _without_nul(reject.reason),
        "at": work.now,
    }
    again = {"reason": values["reason"], "at": work.now}
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


def refused_names(view: View) -> set[tuple[str, str]]:
    """Source and name of all that is listed as refused."""
    t = tables.reject
    query = select(t.c.source, t.c.external_id)
    return {(row.source, row.external_id) for row in view.connection.execute(query)}


def forget_reject(work: Work, source: str, name: str) -> None:
    """Strike an input off the list of what was refused, for it was taken in since."""
    t = tables.reject
    work.connection.execute(delete(t).where(t.c.source == source, t.c.external_id == name))


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


def _without_nul(value: Any) -> Any:
    """A value without NUL characters, which PostgreSQL does not take; in texts there are none."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) and "\0" in value else value


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
