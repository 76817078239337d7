"""The tables are those of the migrations, and both databases guard what must not change."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from comity.record import Record, tables
from comity.record.judgements import add_judgement

APART = {"report_text", "words"}  # full-text search, which SQLAlchemy does not describe


def test_migrations_make_the_tables(record: Record) -> None:
    with record.viewing() as view:
        context = MigrationContext.configure(view.connection)
        found = compare_metadata(context, tables.metadata)
    assert [change for change in found if not APART & set(_names(change))] == []


def _names(change: object) -> list[str]:
    parts = change if isinstance(change, tuple | list) else [change]
    names = []
    for part in parts:
        name = getattr(part, "name", None)
        names += [str(name).split("_words")[0].replace("ix_report", "words")] if name else []
        names += [part.table.name] if getattr(part, "table", None) is not None else []
        names += [str(part.name)] if name else []
    return [name if not name.startswith("report_text") else "report_text" for name in names]


@pytest.mark.parametrize("statement", ["UPDATE judgement SET who = 'x'", "DELETE FROM judgement"])
def test_judgements_cannot_be_rewritten(record: Record, statement: str) -> None:
    with record.working("Ada") as work:
        add_judgement(work, "confirm", why="seen it")
    with pytest.raises(DBAPIError, match="only ever added"), record.working("Eve") as work:
        work.connection.execute(text(statement))
    with record.viewing() as view:
        assert view.connection.execute(text("SELECT who FROM judgement")).scalars().all() == ["Ada"]


def test_an_error_undoes_the_whole_work(record: Record) -> None:
    with pytest.raises(RuntimeError), record.working("Ada") as work:
        add_judgement(work, "confirm", why="half done")
        raise RuntimeError
    with record.viewing() as view:
        assert view.connection.execute(text("SELECT count(*) FROM judgement")).scalar() == 0
