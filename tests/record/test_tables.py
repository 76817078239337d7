"""The tables are those of the migrations, and both databases guard what must not change."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from comity.record import Record, tables
from comity.record.judgements import add_judgement


def test_migrations_make_the_tables(record: Record) -> None:
    with record.viewing() as view:
        context = MigrationContext.configure(
            view.connection,
            opts={"include_name": lambda name, _kind, parents: _ours(name, parents)},
        )
        assert compare_metadata(context, tables.metadata) == []


def _ours(name: str | None, parents: dict[str, str]) -> bool:
    """Whether SQLAlchemy describes it: full-text search it does not."""
    if parents.get("table_name") == "report" and name in ("words", "ix_report_words"):
        return False
    return not (name or "").startswith("report_text")


@pytest.mark.parametrize("statement", ["UPDATE judgement SET who = 'x'", "DELETE FROM judgement"])
def test_judgements_cannot_be_rewritten(record: Record, statement: str) -> None:
    with record.working("Ada") as work:
        add_judgement(work, "confirm", why="seen it")
    with pytest.raises(DBAPIError, match="only ever added"), record.working("Eve") as work:
        work.connection.execute(text(statement))
    with record.viewing() as view:
        assert view.connection.execute(text("SELECT who FROM judgement")).scalars().all() == ["Ada"]


def _half_done(record: Record) -> None:
    with record.working("Ada") as work:
        add_judgement(work, "confirm", why="half done")
        raise RuntimeError


def test_an_error_undoes_the_whole_work(record: Record) -> None:
    with pytest.raises(RuntimeError):
        _half_done(record)
    with record.viewing() as view:
        assert view.connection.execute(text("SELECT count(*) FROM judgement")).scalar() == 0
