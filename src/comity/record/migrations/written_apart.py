"""What SQLAlchemy does not describe: full-text search, and judgements that nobody rewrites.

Used by the migrations; each statement here belongs to the version that first ran it.
"""

from __future__ import annotations

from sqlalchemy import Connection

_SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE report_text USING fts5(
        title, text, content='report', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
    )""",
    """CREATE TRIGGER report_text_added AFTER INSERT ON report BEGIN
        INSERT INTO report_text(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
)
# A tsvector holds at most a megabyte, so of a very long text the first part is searched.
_POSTGRESQL_SEARCH = (
    """ALTER TABLE report ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', coalesce(title, '')), 'A')
        || to_tsvector('simple', left(text, 200000))
    ) STORED""",
    "CREATE INDEX ix_report_words ON report USING gin (words)",
)
_SQLITE_GUARD = tuple(
    f"""CREATE TRIGGER judgement_not_{verb.lower()}d BEFORE {verb} ON judgement BEGIN
        SELECT RAISE(ABORT, 'a judgement is only ever added');
    END"""
    for verb in ("UPDATE", "DELETE")
)
_POSTGRESQL_GUARD = (
    """CREATE FUNCTION keep_judgement() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a judgement is only ever added'; END $$""",
    """CREATE TRIGGER judgement_kept BEFORE UPDATE OR DELETE ON judgement
        FOR EACH ROW EXECUTE FUNCTION keep_judgement()""",
)


def index_texts(bind: Connection) -> None:
    """Make reports searchable by their words."""
    _run(bind, _SQLITE_SEARCH, _POSTGRESQL_SEARCH)


def guard_judgements(bind: Connection) -> None:
    """Let the database itself refuse to change or delete a judgement."""
    _run(bind, _SQLITE_GUARD, _POSTGRESQL_GUARD)


def _run(bind: Connection, sqlite: tuple[str, ...], postgresql: tuple[str, ...]) -> None:
    for statement in sqlite if bind.dialect.name == "sqlite" else postgresql:
        bind.exec_driver_sql(statement)
