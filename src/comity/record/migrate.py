"""Making a record, and bringing an older one up to date."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from comity.errors import RecordError
from comity.record.address import parse_address
from comity.record.engine import WRITES, make_engine, mapped_errors
from comity.record.version import NEWEST, version_of


def init(where: str) -> bool:
    """Make a record at the address; whether there was none before.

    Raises RecordError: C402, C403, C404, C405, C406.
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
    existed = address.file is None or address.file.exists()
    if address.file is not None:
        if must_exist and not existed:
            raise _missing(address.shown)
        if not address.file.absolute().parent.is_dir():
            raise RecordError(
                "C406", "the folder does not exist; make it first", where=address.shown
            )
    engine = make_engine(address)
    try:
        with mapped_errors(address.shown):
            if engine.dialect.name == "sqlite":
                with engine.connect() as connection:
                    # WAL is a mark in the file: set once, outside a transaction.
                    connection.exec_driver_sql("COMMIT")
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
                    connection.exec_driver_sql("BEGIN")
            with (
                engine.connect().execution_options(**{WRITES: True}) as connection,
                connection.begin(),
            ):
                before = version_of(connection)
                if before is None and must_exist:
                    raise _missing(address.shown)
                if before is not None and before not in known_versions():
                    raise RecordError(
                        "C404",
                        f"the record is of version {before}, which this Comity does not know; "
                        "install a newer one",
                        where=address.shown,
                    )
                if before != NEWEST:
                    config = _config()
                    config.attributes["connection"] = connection
                    command.upgrade(config, "head")
                return before
    finally:
        engine.dispose()


def _missing(where: str) -> RecordError:
    return RecordError("C401", "there is no record; make one with: comity record init", where=where)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(files("comity.record") / "migrations"))
    # A "%" in a folder's name is no setting of ours.
    config.set_main_option("path_separator", "os")
    return config
