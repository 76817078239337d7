"""A whole record in one file, which both databases take back: a ZIP of JSON Lines, a file a table.

The first entry is `manifest.json`: the form of the backup, the version of the tables and when it
was made. Behind the tables comes `sums.json`, with the rows and the SHA-256 of each, and the
highest number that was ever given in it: numbers of what is gone must not be given again.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Table, func, insert, select, text, update
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, StatementError

from comity.errors import RecordError
from comity.record import tables
from comity.record.address import parse_address
from comity.record.migrate import init
from comity.record.store import Record, View, Work, open_record, timestamp
from comity.record.version import NEWEST

FORM = "comity backup 1"
_MANIFEST, _SUMS = "manifest.json", "sums.json"
_BATCH = 1000
#: A line longer than this is no row of ours: a text has a million characters at most.
_LONGEST_LINE = 200_000_000
_Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds: the version of its tables, when it was made, and rows by table."""

    version: str
    made: str
    rows: dict[str, int]


def make_backup(record: Record, file: Path) -> Backup:
    """Write the record, as it is at one moment, into a new file. Others may go on working.

    Raises RecordError: C405 to C407, or C412 for a file that is there or cannot be written.
    """
    if os.path.lexists(file):
        raise _off(file, "there is such a file already; name a new one")
    begun = file.with_name(f".{file.name}.{os.getpid()}.part")
    made = timestamp()
    try:
        with zipfile.ZipFile(begun, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
            manifest = {"form": FORM, "version": NEWEST, "made": made}
            archive.writestr(_MANIFEST, json.dumps(manifest))
            with record.viewing() as view:
                sums = {
                    table.name: _write_table(view, table, archive)
                    for table in tables.metadata.sorted_tables
                }
            archive.writestr(_SUMS, json.dumps(sums, indent=1))
        with begun.open("rb") as written:
            os.fsync(written.fileno())
        begun.replace(file)
    except OSError as error:
        raise _off(file, f"the backup cannot be written ({error.strerror or error})") from error
    finally:
        with contextlib.suppress(OSError):
            begun.unlink(missing_ok=True)
    return Backup(version=NEWEST, made=made, rows={name: s["rows"] for name, s in sums.items()})


def read_backup(file: Path) -> Backup:
    """See that a backup is whole; what it holds. Raises RecordError (C412)."""
    with _opened(file) as archive:
        manifest, sums = _json_entry(archive, _MANIFEST), _json_entry(archive, _SUMS)
        if manifest.get("form") != FORM:
            raise _off(file, "it is a backup of a form that this Comity does not know")
        version = str(manifest.get("version"))
        if version != NEWEST:
            raise _off(
                file,
                f"it is of a record of version {version}, and this Comity works with {NEWEST}; "
                "restore it with the Comity that made it, then run: comity record upgrade",
            )
        known = [table.name for table in tables.metadata.sorted_tables]
        if sorted(sums) != sorted(known):
            raise _off(file, "it does not hold the tables of a record")
        for name in known:
            digest, rows = hashlib.sha256(), 0
            for line in _lines(archive, name):
                digest.update(line)
                rows += 1
            if (rows, digest.hexdigest()) != (sums[name].get("rows"), sums[name].get("sha256")):
                raise _off(file, f"the table {name} is not as it was written; take another backup")
        rows_of = {name: int(sums[name]["rows"]) for name in known}
    return Backup(version=version, made=str(manifest.get("made")), rows=rows_of)


def restore_backup(file: Path, where: str) -> Backup:
    """Fill a new or empty record from a backup: with all of it, or with nothing.

    Raises RecordError: C402 to C407, C410, or C412 for a backup that is damaged or a record that
        has rows.
    """
    backup = read_backup(file)
    address = parse_address(where)
    existed = address.exists()
    init(where)
    try:
        with open_record(where) as record:
            with (
                _opened(file) as archive,
                _fitting(file),
                record.working("restore") as work,
            ):
                _refuse_rows(work, address.shown)
                for table in tables.metadata.sorted_tables:
                    _read_table(work, table, archive, file)
                _set_counters(work, _json_entry(archive, _SUMS))
            _tidy(record)
    except BaseException:
        if address.file is not None and not existed:
            for end in ("", "-wal", "-shm"):
                Path(f"{address.file}{end}").unlink(missing_ok=True)
        raise
    return backup


# ── out ──────────────────────────────────────────────────────────────────────────────────────────
def _write_table(view: View, table: Table, archive: zipfile.ZipFile) -> _Row:
    digest, count = hashlib.sha256(), 0
    columns = [column.name for column in table.columns]
    query = select(table).order_by(*table.primary_key.columns)
    streamed = view.connection.execution_options(yield_per=_BATCH)
    with archive.open(_entry(table.name), "w", force_zip64=True) as out:
        for row in streamed.execute(query):
            values = dict(zip(columns, map(_to_json, row), strict=True))
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            digest.update(line)
            out.write(line)
            count += 1
    return {"rows": count, "sha256": digest.hexdigest(), "highest": _highest(view, table)}


def _highest(view: View, table: Table) -> int:
    """The highest number that was ever given to a row; 0 for a table that gives none."""
    key = _numbered(table)
    if key is None:
        return 0
    if view.connection.dialect.name == "postgresql":
        # Of a sequence that gave no number yet, the next one is its first.
        query = "SELECT last_value - (NOT is_called)::int FROM " + _sequence(view, table.name, key)
        return int(view.connection.exec_driver_sql(query).scalar_one())
    found = view.connection.execute(select(func.max(table.c[key]))).scalar() or 0
    if table.dialect_options["sqlite"]["autoincrement"]:
        given = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        found = max(found, view.connection.execute(given, {"name": table.name}).scalar() or 0)
    return int(found)


def _numbered(table: Table) -> str | None:
    """The column of a table whose numbers the database gives."""
    keys = [column.name for column in table.primary_key if column.autoincrement is True]
    return keys[0] if keys else None


def _sequence(view: View, table: str, key: str) -> str:
    query = text("SELECT pg_get_serial_sequence(:table, :key)")
    return str(view.connection.execute(query, {"table": table, "key": key}).scalar_one())


def _to_json(value: object) -> object:
    if isinstance(value, bytes | memoryview):
        return {"base64": base64.b64encode(value).decode("ascii")}
    return value


# ── in ───────────────────────────────────────────────────────────────────────────────────────────
def _read_table(work: Work, table: Table, archive: zipfile.ZipFile, file: Path) -> None:
    """Write a table's rows. What refers to a later row of the same table is set at the end."""
    own = [
        column.name
        for column in table.columns
        if any(key.column.table is table for key in column.foreign_keys)
    ]
    later: list[_Row] = []
    rows = _rows(archive, table.name, file)
    while batch := list(islice(rows, _BATCH)):
        for row in batch:
            ahead = {name: row[name] for name in own if (row[name] or 0) > row["id"]}
            if ahead:
                later.append({"id": row["id"], **ahead})
                row.update(dict.fromkeys(ahead))
        work.connection.execute(insert(table), batch)
    for values in later:
        at = values.pop("id")
        work.connection.execute(update(table).where(table.c.id == at).values(values))


def _rows(archive: zipfile.ZipFile, name: str, file: Path) -> Iterator[_Row]:
    columns = {column.name for column in tables.metadata.tables[name].columns}
    for line in _lines(archive, name):
        row = json.loads(line)
        if set(row) != columns:
            raise _off(file, f"a row of the table {name} has not its columns")
        yield {key: _from_json(value) for key, value in row.items()}


def _from_json(value: object) -> object:
    if isinstance(value, dict):
        return base64.b64decode(value["base64"])
    return value


def _refuse_rows(view: View, shown: str) -> None:
    for table in tables.metadata.sorted_tables:
        if view.connection.execute(select(table).limit(1)).first() is not None:
            raise RecordError(
                "C412",
                "the record is not empty, and a backup is restored into a new one; name another "
                "with --record, or move this one away first",
                where=shown,
            )


def _set_counters(work: Work, sums: _Row) -> None:
    """Let the database count on behind the numbers that were given before."""
    on_server = work.connection.dialect.name == "postgresql"
    for table in tables.metadata.sorted_tables:
        key, highest = _numbered(table), int(sums[table.name]["highest"])
        if key is None or highest < 1:
            continue
        values = {"name": table.name, "key": key, "highest": highest}
        if on_server:
            query = text("SELECT setval(pg_get_serial_sequence(:name, :key), :highest)")
            work.connection.execute(query, values)
        elif table.dialect_options["sqlite"]["autoincrement"]:
            gone = text("DELETE FROM sqlite_sequence WHERE name = :name")
            work.connection.execute(gone, values)
            given = text("INSERT INTO sqlite_sequence(name, seq) VALUES (:name, :highest)")
            work.connection.execute(given, values)


def _tidy(record: Record) -> None:
    """Let the database know what it holds now, so that it finds things fast."""
    with record.working("restore") as work:
        work.connection.exec_driver_sql("ANALYZE")


# ── the file ─────────────────────────────────────────────────────────────────────────────────────
@contextlib.contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """A backup's archive; whatever is wrong with it becomes C412."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except OSError as error:
        raise _off(file, f"the backup cannot be read ({error.strerror or error})") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise _off(
            file, f"this is no backup, or it is cut off or damaged ({error}); take another"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise _off(
            file, f"this is no backup of Comity's, or it is damaged ({type(error).__name__})"
        ) from error


@contextlib.contextmanager
def _fitting(file: Path) -> Iterator[None]:
    """Rows that the database does not take were not written by us."""
    try:
        yield
    except (IntegrityError, DataError, StatementError) as error:
        if isinstance(error, DBAPIError) and not isinstance(error, IntegrityError | DataError):
            raise
        raise _off(file, "its rows do not fit together; take another backup") from error


def _entry(name: str) -> str:
    return f"tables/{name}.jsonl"


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(_entry(name)) as entry:
        while line := entry.readline(_LONGEST_LINE):
            yield line


def _json_entry(archive: zipfile.ZipFile, name: str) -> _Row:
    with archive.open(name) as entry:
        found = json.loads(_bounded(entry))
    if not isinstance(found, dict):
        raise ValueError(name)
    return found


def _bounded(entry: IO[bytes]) -> bytes:
    return entry.read(1_000_000)


def _off(file: Path, what: str) -> RecordError:
    return RecordError("C412", what, where=str(file))
