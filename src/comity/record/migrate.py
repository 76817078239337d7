"""Making a record, and bringing an older one up to date."""

from __future__ import annotations

import time
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import OperationalError

from comity.errors import RecordError
from comity.record.address import Address, parse_address
from comity.record.engine import PATIENCE, WRITES, make_engine, mapped_errors
from comity.record.version import NEWEST, version_of


def init(where: str) -> bool:
    """Make a record at the address; whether there was none before.

    Raises RecordError: C402, C403 and C404 there is one of another version, C405 there is something
        else, C406.
    """
    return _upgrade(where, must_exist=False) is None


def upgrade(where: str) -> str:
    """Bring a record's tables up to date; the version that it had.

    Raises RecordError: C401 there is none, C402, C404, C405, C406.
    """
    before = _upgrade(where, must_exist=True)
    assert before is not None
    return before


def known_versions() -> frozenset[str]:
    """All versions of the tables that this Comity can upgrade, with the newest."""
    scripts = ScriptDirectory.from_config(_config())
    return frozenset(script.revision for script in scripts.walk_revisions())


def _upgrade(where: str, *, must_exist: bool) -> str | None:
    address = parse_address(where)
    if address.file is not None:
        if must_exist and not address.exists():
            raise _missing(address.shown)
        if not address.file.absolute().parent.is_dir():
            raise RecordError(
                "C406", "the folder does not exist; make it first", where=address.shown
            )
    engine = make_engine(address)
    try:
        with mapped_errors(address.shown):
            if address.file is not None and not must_exist:
                _prepare_file(engine)
            with (
                engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                before = version_of(connection)
                _check(connection, before, address, must_exist=must_exist)
                if before != NEWEST:
                    config = _config()
                    config.attributes["connection"] = connection
                    command.upgrade(config, "head")
                return before
    finally:
        engine.dispose()


def _prepare_file(engine: Engine) -> None:
    """Let readers and a writer of a new file work at once: a mark in the file, set once."""
    with engine.connect() as connection:
        if inspect(connection).get_table_names():
            return  # a record, which has the mark, or something else, which is left as it is
        connection.exec_driver_sql("COMMIT")  # the mark is set outside a transaction
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                break
            except OperationalError as error:
                # SQLite does not wait here while another program makes the same file a record.
                if "locked" not in str(error) or time.monotonic() > ends:
                    raise
                time.sleep(0.05)
        connection.exec_driver_sql("BEGIN")


def _check(
    connection: Connection, before: str | None, address: Address, *, must_exist: bool
) -> None:
    """See that there is what may be made a record, or brought up to date."""
    if before is None:
        if inspect(connection).get_table_names():
            raise RecordError(
                "C405",
                "this is not a record of Comity's, and holds tables of something else; name a new "
                "file or an empty database",
                where=address.shown,
            )
        if must_exist:
            raise _missing(address.shown)
    elif before not in known_versions():
        raise RecordError(
            "C404",
            f"the record is of version {before}, which this Comity does not know; install a newer "
            "one",
            where=address.shown,
        )
    elif before != NEWEST and not must_exist:
        raise RecordError(
            "C403",
            f"there is a record of version {before}, and this Comity works with {NEWEST}; make a "
            "backup, then run: comity record upgrade",
            where=address.shown,
        )


def _missing(where: str) -> RecordError:
    return RecordError("C401", "there is no record; make one with: comity record init", where=where)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("comity.record") / "migrations"))
    # A "%" in a folder's name is no setting of ours.
    config.set_main_option("path_separator", "os")
    return config
