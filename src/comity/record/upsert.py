"""Inserts that may meet a row that is there already, on both databases."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from comity.record.store import Work


def insert_into(work: Work, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    if work.connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
