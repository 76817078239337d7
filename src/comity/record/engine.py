"""Database engines, set up so that writers wait for each other and readers for nobody."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from comity.errors import RecordError
from comity.record.address import Address

#: How long a writer waits for another, in seconds.
PATIENCE = 60.0
#: The lock that writers of one PostgreSQL record take, for one transaction at a time.
LOCK = 0x636F6D697479
#: The execution option of a transaction that will write.
WRITES = "comity_writes"

_NOT_WRITABLE = (
    *("disk is full", "readonly database", "disk full", "read-only", "No space left"),
    "permission denied for",
)


def make_engine(address: Address) -> Engine:
    """An engine for the address. Nothing is opened yet."""
    if address.file is None:
        engine = create_engine(
            address.url, pool_pre_ping=True, connect_args={"connect_timeout": 10}
        )
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(address.url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def mapped_errors(where: str) -> Iterator[None]:
    """Turn the database's errors into ours. Raises RecordError: C405, C406, C407, C410."""
    try:
        yield
    except DBAPIError as error:
        if known := _known(error, where):
            raise known from error
        raise


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin or end transactions by itself: `_begin_sqlite` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    cursor.execute("PRAGMA foreign_keys = ON")
    # With WAL, a transaction that was committed outlives a killed program; only a power cut may
    # take the last ones, whole, and adding again brings them back.
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA temp_store = MEMORY")
    cursor.execute("PRAGMA cache_size = -65536")
    # Pages that many reports write again and again are then copied into the file once.
    cursor.execute("PRAGMA wal_autocheckpoint = 8000")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that begins by reading cannot wait for a writer later, so writers say so first.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(PATIENCE)}s'")
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _known(error: DBAPIError, where: str) -> RecordError | None:
    said = " ".join(str(error.orig).split())
    if "database is locked" in said or "lock timeout" in said or "database table is locked" in said:
        return RecordError(
            "C407",
            f"another program has kept the record busy for {PATIENCE:.0f} seconds; try again when "
            "it is done",
            where=where,
        )
    if any(words in said for words in _NOT_WRITABLE):
        return RecordError("C410", f"the record cannot be written ({said})", where=where)
    if "not a database" in said or "malformed" in said or "disk I/O error" in said:
        return RecordError(
            "C405", f"this is not a record of Comity's, or is damaged ({said})", where=where
        )
    if error.connection_invalidated or isinstance(error, (OperationalError, InterfaceError)):
        return RecordError("C406", f"the record cannot be opened or reached ({said})", where=where)
    return None
