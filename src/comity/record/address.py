"""Where a record is: a file for SQLite, a URL for PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from comity.errors import RecordError

FORMS = "sqlite:///path/record.db, postgresql+psycopg://user@host/name, or the path of a file"


@dataclass(frozen=True, slots=True)
class Address:
    """A record's address. `file` is None for a server."""

    url: URL
    file: Path | None

    @property
    def shown(self) -> str:
        """The address without a password."""
        return str(self.file) if self.file else self.url.render_as_string(hide_password=True)


def parse_address(text: str) -> Address:
    """The address that a user gave: a URL, or the path of a file.

    Raises RecordError (C402).
    """
    if "://" not in text and not text.startswith("sqlite:"):
        return _file(text, text)
    try:
        url = make_url(text)
    except ArgumentError:
        raise _unknown(text, "this is no database URL") from None
    if url.get_backend_name() == "sqlite":
        if url.host or not url.database or url.database == ":memory:":
            raise _unknown(text, "a SQLite record is a file; write sqlite:///path/record.db")
        return _file(url.database, text)
    if url.get_backend_name() == "postgresql":
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername != "postgresql+psycopg":
            raise _unknown(url.render_as_string(), "PostgreSQL is reached through psycopg alone")
        return Address(url, None)
    shown = url.render_as_string(hide_password=True)
    raise _unknown(shown, f"{url.get_backend_name()} is not supported")


def _file(path: str, given: str) -> Address:
    file = Path(path).expanduser()
    if not path.strip() or file.is_dir():
        raise _unknown(given or "record", "this is not a file")
    return Address(URL.create("sqlite", database=str(file)), file)


def _unknown(where: str, what: str) -> RecordError:
    return RecordError("C402", f"{what}; a record's address is one of {FORMS}", where=where)
