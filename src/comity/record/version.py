"""Which version of the tables a record has."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

#: The newest version of the tables; the last file in `migrations/versions`.
NEWEST = "0001"


def version_of(connection: Connection) -> str | None:
    """The version of a record's tables; None for what is no record."""
    # One read for the usual case: a database without the table fails on PostgreSQL for good.
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
