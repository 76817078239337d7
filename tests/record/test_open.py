"""Opening and making records: each way in which there is none, or another thing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from comity.errors import RecordError
from comity.record import open_record
from comity.record.migrate import init, upgrade
from comity.record.version import NEWEST


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(RecordError) as caught:
        call()
    assert caught.value.where
    return caught.value.code


def test_a_record_opens_and_is_current(new_record: Callable[[], str]) -> None:
    where = new_record()
    with open_record(where) as record, record.viewing() as view:
        assert view.connection.execute(text("SELECT count(*) FROM report")).scalar() == 0
    assert init(where) is False
    assert upgrade(where) == NEWEST


def test_a_file_is_made_when_it_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    assert code_of(lambda: open_record(str(file))) == "C401"
    assert code_of(lambda: upgrade(str(file))) == "C401"
    assert not file.exists(), "asking makes nothing"
    open_record(str(file), create=True).close()
    assert init(str(file)) is False
    mode = sqlite3.connect(file).execute("PRAGMA journal_mode").fetchone()
    assert mode == ("wal",)


def test_a_database_of_a_server_is_not_made_by_the_way(postgresql: str) -> None:
    where = postgresql.format(name="template1")
    assert code_of(lambda: open_record(where, create=True)) == "C401"
    assert code_of(lambda: upgrade(where)) == "C401"
    assert code_of(lambda: open_record(postgresql.format(name="nowhere"))) == "C406"


def test_an_empty_file_becomes_a_record_only_if_wanted(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.touch()
    assert code_of(lambda: open_record(str(file))) == "C405"
    open_record(str(file), create=True).close()
    open_record(str(file)).close()


def test_garbage_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    file.write_bytes(b"Dear colleagues, the minister met the speaker." * 200)
    before = file.read_bytes()
    assert code_of(lambda: open_record(str(file))) == "C405"
    assert code_of(lambda: open_record(str(file), create=True)) == "C405"
    assert code_of(lambda: init(str(file))) == "C405"
    assert code_of(lambda: upgrade(str(file))) == "C405"
    assert file.read_bytes() == before


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()
    before = file.read_bytes()
    assert code_of(lambda: open_record(str(file))) == "C405"
    assert code_of(lambda: open_record(str(file), create=True)) == "C405"
    assert code_of(lambda: init(str(file))) == "C405"
    assert code_of(lambda: upgrade(str(file))) == "C405"
    assert file.read_bytes() == before


def test_another_database_of_a_server_is_left_alone(
    new_record: Callable[[], str], postgresql: str
) -> None:
    where = new_record()
    with open_record(where) as record, record.working("x") as work:
        work.connection.execute(text("DROP TABLE alembic_version"))
    assert code_of(lambda: init(where)) == "C405"


def test_a_record_that_is_cut_off_is_damaged(tmp_path: Path, empty_sqlite: Path) -> None:
    file = tmp_path / "cut.db"
    whole = empty_sqlite.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    def look() -> None:
        with open_record(str(file)) as opened, opened.viewing() as view:
            for table in ("report", "tie", "event", "actor", "judgement"):
                view.connection.execute(text(f"SELECT * FROM {table}")).all()

    assert code_of(look) == "C405"


@pytest.mark.parametrize(
    "version, opening, making", [("9999", "C404", "C404"), ("", "C404", "C404")]
)
def test_a_newer_record(
    new_record: Callable[[], str], version: str, opening: str, making: str
) -> None:
    where = new_record()
    set_version(where, version)
    assert code_of(lambda: open_record(where)) == opening
    assert code_of(lambda: init(where)) == making
    assert code_of(lambda: upgrade(where)) == making


def test_an_older_record(new_record: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    where = new_record()
    monkeypatch.setattr("comity.record.store.NEWEST", "0002")
    monkeypatch.setattr("comity.record.migrate.NEWEST", "0002")
    assert code_of(lambda: open_record(where)) == "C403"
    assert code_of(lambda: init(where)) == "C403", "making a record upgrades none"
    with pytest.raises(RecordError, match="comity record upgrade"):
        open_record(where)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    where = str(tmp_path / "no" / "a.db")
    assert code_of(lambda: open_record(where)) == "C401"
    assert code_of(lambda: open_record(where, create=True)) == "C406"
    assert code_of(lambda: init(where)) == "C406"
    assert code_of(lambda: init(str(tmp_path))) == "C402"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that nobody may write to")
def test_a_folder_that_nobody_may_write_to() -> None:
    assert code_of(lambda: init("/proc/a.db")) == "C406"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may do all")
def test_a_file_that_may_not_be_read(tmp_path: Path, empty_sqlite: Path) -> None:
    file = tmp_path / "a.db"
    shutil.copy(empty_sqlite, file)
    file.chmod(0)
    assert code_of(lambda: open_record(str(file))) == "C406"


def test_a_full_disk_is_told(empty_sqlite: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    shutil.copy(empty_sqlite, file)
    with open_record(str(file)) as record:

        def fill() -> None:
            with record.working("x") as work:
                pages = work.connection.exec_driver_sql("PRAGMA page_count").scalar()
                work.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
                for number in range(1000):
                    work.connection.exec_driver_sql(
                        "INSERT INTO feed(url, added, added_by, note) VALUES (?, '', '', ?)",
                        (str(number), "x" * 9000),
                    )

        assert code_of(fill) == "C410"
        with record.viewing() as view:
            assert view.connection.execute(text("SELECT count(*) FROM feed")).scalar() == 0


def test_nobody_listens() -> None:
    with pytest.raises(RecordError) as caught:
        open_record("postgresql://ada:secret@127.0.0.1:9/office")
    assert caught.value.code == "C406"
    assert "secret" not in str(caught.value)


def test_a_busy_record_is_waited_for_and_then_told(
    new_record: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comity.record.engine.PATIENCE", 1.0)
    where = new_record()
    with open_record(where) as one, open_record(where) as other:
        with one.working("one"):
            assert code_of(lambda: other.working("other").__enter__()) == "C407"
            with other.viewing():
                pass  # who only looks does not wait
        with other.working("other"):
            pass


MAKING = """
import sys
from comity.record import open_record
with open_record(sys.argv[1], create=True) as record, record.viewing():
    pass
"""


def test_programs_that_make_one_record_at_once_do_not_meet(tmp_path: Path) -> None:
    def make(_: int) -> str:
        answer = subprocess.run(
            [sys.executable, "-c", MAKING, str(tmp_path / "a.db")], capture_output=True, text=True
        )
        return answer.stderr

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(make, range(4))) == [""] * 4


def set_version(where: str, version: str) -> None:
    with open_record(where) as record, record.working("x") as work:
        work.connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
