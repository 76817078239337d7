"""Opening a record, looking at it and working on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from comity.errors import RecordError
from comity.record.address import Address, parse_address
from comity.record.engine import WRITES, make_engine, mapped_errors
from comity.record.version import NEWEST, version_of


@dataclass(frozen=True, slots=True)
class View:
    """One consistent look at the record."""

    connection: Connection


@dataclass(frozen=True, slots=True)
class Work(View):
    """One transaction: all that is written in it is kept, or nothing. `who` does it, `now` is
    when (ISO, UTC)."""

    who: str
    now: str


class Record:
    """An open record."""

    def __init__(self, address: Address, engine: Engine) -> None:
        self.address = address
        self._engine = engine

    @contextmanager
    def viewing(self) -> Iterator[View]:
        """Look at the record as it is now; what others write meanwhile is not seen.

        Raises RecordError: C405, C406.
        """
        with mapped_errors(self.address.shown), self._engine.begin() as connection:
            yield View(connection)

    @contextmanager
    def working(self, who: str) -> Iterator[Work]:
        """Work on the record, alone: other writers wait. An error undoes all of it.

        Raises RecordError: C405, C406, C407, C410.
        """
        with (
            mapped_errors(self.address.shown),
            self._engine.connect().execution_options(**{WRITES: True}) as connection,
            connection.begin(),
        ):
            yield Work(connection, who, timestamp())

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def timestamp() -> str:
    """Now, as the record writes times: "2026-11-25T02:31:44Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def open_record(where: str, *, create: bool = False) -> Record:
    """Open the record at an address.

    Args:
        where: sqlite:///path/record.db, postgresql+psycopg://…, or a file's path.
        create: make a SQLite record where there is none.

    Raises RecordError: C401 there is none, C402 the address is off, C403 and C404 it is of another
        version, C405 it is none, C406 it cannot be reached.
    """
    address = parse_address(where)
    if address.file is not None and not address.exists() and not create:
        raise _missing(address)
    engine = make_engine(address)
    try:
        version = _version(address, engine) if address.exists() else None
        if version is None and create and address.file is not None:
            # Another program may be making it at this moment: `init` waits for it.
            from comity.record.migrate import init

            init(where)
            version = _version(address, engine)
    except BaseException:
        engine.dispose()
        raise
    if version == NEWEST:
        return Record(address, engine)
    engine.dispose()
    raise _wrong_version(address, version)


def _version(address: Address, engine: Engine) -> str | None:
    with mapped_errors(address.shown), engine.begin() as connection:
        return version_of(connection)


def _missing(address: Address) -> RecordError:
    return RecordError(
        "C401", "there is no record; make one with: comity record init", where=address.shown
    )


def _wrong_version(address: Address, version: str | None) -> RecordError:
    if version is None:
        if address.file is None:
            return _missing(address)
        return RecordError("C405", "this is not a record of Comity's", where=address.shown)
    from comity.record.migrate import known_versions

    if version in known_versions():
        return RecordError(
            "C403",
            f"the record is of version {version}, and this Comity works with {NEWEST}; make a "
            "backup, then run: comity record upgrade",
            where=address.shown,
        )
    return RecordError(
        "C404",
        f"the record is of version {version}, which this Comity does not know; install a newer one",
        where=address.shown,
    )
