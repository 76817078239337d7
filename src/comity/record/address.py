"""Where a record is: a file for SQLite, a URL for PostgreSQL."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from comity.errors import RecordError

_PASSWORD = re.compile(r"(://[^/@\s]*?:)\S*@|((?:^|[?&])[^=&]*password=)[^&]*", re.I)
FORMS = "sqlite:///path/record.db, postgresql+psycopg://user@host/name, or the path of a file"


@dataclass(frozen=True, slots=True)
class Address:
    """A record's address. `file` is None for a server."""

    url: URL
    file: Path | None

    @property
    def shown(self) -> str:
        """The address without a password."""
        return str(self.file) if self.file else _hidden(self.url.render_as_string())

    def exists(self) -> bool:
        """Whether there is a file; of a server that is found out by asking it."""
        return self.file is None or os.path.exists(self.file)  # noqa: PTH110  # never fails


def parse_address(text: str) -> Address:
    """The address that a user gave: a URL, or the path of a file.

    Raises RecordError (C402).
    """
    if "://" not in text and not text.startswith("sqlite:"):
        return _file(text, text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # a port that is no number is the latter
        raise _unknown(_hidden(text), "this is no database URL") from None
    if url.get_backend_name() == "sqlite":
        if url.host or not url.database or url.database == ":memory:":
            raise _unknown(text, "a SQLite record is a file; write sqlite:///path/record.db")
        return _file(url.database, text)
    if url.get_backend_name() == "postgresql":
        if url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        if url.drivername != "postgresql+psycopg":
            raise _unknown(_hidden(text), "PostgreSQL is reached through psycopg alone")
        return Address(url, None)
    raise _unknown(_hidden(text), f"{url.get_backend_name()} is not supported")


def _file(path: str, given: str) -> Address:
    # Not Path.expanduser: it fails for a user that does not exist.
    file = Path(os.path.expanduser(path))  # noqa: PTH111
    if not path.strip() or "\0" in path or os.path.isdir(file):  # noqa: PTH112  # never fails
        raise _unknown(given.replace("\0", "?") or "record", "this is not a file")
    return Address(URL.create("sqlite", database=str(file)), file)


def _hidden(text: str) -> str:
    """An address without what may be a password, understood or not."""
    return _PASSWORD.sub(lambda m: f"{m[1]}***@" if m[1] else f"{m[2]}***", text)


def _unknown(where: str, what: str) -> RecordError:
    return RecordError("C402", f"{what}; a record's address is one of {FORMS}", where=where)
