"""Inserts that may meet a row that is there already, on both databases."""

from __future__ import annotations

from functools import cache

from sqlalchemy import Insert, Table, insert
from sqlalchemy.dialects import postgresql, sqlite

from comity.record.store import Work


@cache
def adding(table: Table) -> Insert:
    """A plain insert, made once for each table: SQLAlchemy then knows how to write it."""
    return insert(table)


@cache
def adding_missing(dialect: str, table: Table) -> Insert:
    """An insert that leaves rows alone that are there already, made once for each table."""
    return insert_for(dialect, table).on_conflict_do_nothing()


def insert_for(dialect: str, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


def insert_into(work: Work, table: Table) -> sqlite.Insert | postgresql.Insert:
    """`insert_for` the database that is worked on."""
    return insert_for(work.connection.dialect.name, table)
