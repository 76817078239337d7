"""A check finds each kind of fault, and finds nothing in a record that is sound."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from comity.flow.checking import check
from comity.keeping.keep import keep
from comity.model.reading import Reading
from comity.model.report import Report
from comity.record import Record, open_record
from comity.record.check import REPAIR, Problem
from comity.record.check import check as check_rows
from comity.record.repair import repair

#: words of the problem · what does it
FAULTS = [
    ("without exactly one current reading", "UPDATE reading SET current = (1 = 0) WHERE id = 1"),
    (
        "without exactly one current reading",
        "INSERT INTO reading(id, report_id, reader, pipeline, form, made, current) "
        "SELECT 900, report_id, reader, pipeline, form, made, current FROM reading WHERE id = 1",
    ),
    ("repeats of a report that is itself a repeat", "UPDATE report SET repeats = id % 3 + 1"),
    ("that stand for themselves", "UPDATE report SET repeats = 1 WHERE id = 1"),
    ("older revisions that still count", "UPDATE report SET replaced_by = 3 WHERE id = 2"),
    (
        "actors merged into one that was itself merged",
        "UPDATE actor SET canonical_id = (CASE id WHEN 1 THEN 2 ELSE 3 END) WHERE id IN (1, 2)",
    ),
    ("or is not there", "UPDATE actor SET canonical_id = 999 WHERE id = 1"),
    (
        "encounters that nobody tells of",
        "INSERT INTO encounter(id, kind, status, entered, agenda, note, reports) "
        "VALUES (900, 'call', 'held', (1 = 0), '[]', '', 0)",
    ),
    ("ties that no report tells of", "INSERT INTO tie(id, kind, key) VALUES (900, 'x', 'x')"),
    (
        "open proposals (actor) of what is not there",
        "INSERT INTO proposal(id, kind, left_id, right_id, score, reason, made, state) "
        "VALUES (900, 'actor', 1, 999, 1, '', '', 'open')",
    ),
    (
        "open proposals (answer) of what is not there",
        "INSERT INTO proposal(id, kind, left_id, right_id, score, reason, made, state) "
        "VALUES (900, 'answer', 1, 99999, 1, '', '', 'open')",
    ),
    ("names that other numbers of reports use", "UPDATE actor_name SET reports = reports + 1"),
    ("names in reports that their actors do not have", "DELETE FROM actor_name WHERE actor_id = 1"),
    ("actors that are named more or less often", "UPDATE actor SET mentions = 7 WHERE id = 1"),
    ("offices are shown more or less often", "UPDATE holding SET reports = reports + 1"),
    ("encounters that more or fewer reports tell of", "UPDATE encounter SET reports = 5"),
    ("readings that cannot be read", "UPDATE reading SET form = '{' WHERE id = 1"),
    ("readings that cannot be read", "UPDATE reading SET form = '{}' WHERE id = 1"),
    ("items that cannot be read", "UPDATE item SET form = 'x' WHERE id = 1"),
    ("items that cannot be read", "UPDATE item SET field = 'recipes' WHERE id = 1"),
    ("items whose evidence lies outside", "UPDATE report SET text = 'Short.' WHERE id = 1"),
    ("other items than were read", "UPDATE item SET status = 'confirmed' WHERE id = 2"),
    ("other items than were read", "UPDATE item SET key = 'x' WHERE id = 2"),
]
#: what looks odd and is not
SOUND = [
    "UPDATE report SET repeats = 1 WHERE id = 3",
    "UPDATE actor SET canonical_id = 2 WHERE id IN (1, 2)",
    "INSERT INTO proposal(id, kind, left_id, right_id, score, reason, made, state) "
    "VALUES (900, 'actor', 1, 999, 1, '', '', 'declined')",
    "INSERT INTO actor(id, kind, name, mentions) VALUES (900, 'person', 'Nobody', 0)",
    "INSERT INTO feed(id, url, added, added_by, note) VALUES (900, 'x', '', '', '')",
]


def run(record: Record, statement: str) -> list[Problem]:
    with record.working("Mallory") as work:
        work.connection.execute(text(statement))
    return list(check(record))


def test_a_sound_record(filled: Record) -> None:
    assert list(check(filled)) == []


def test_an_empty_record(record: Record) -> None:
    assert list(check(record)) == []


@pytest.mark.parametrize("words, statement", FAULTS)
def test_a_fault_is_found(filled: Record, words: str, statement: str) -> None:
    found = run(filled, statement)
    assert [p for p in found if words in p.what], found
    for problem in found:
        assert problem.count >= len(problem.places) > 0
        assert "comity " in problem.advice
    if all(problem.advice == REPAIR for problem in found):
        repair(filled)
        assert list(check(filled)) == []


@pytest.mark.parametrize("statement", SOUND)
def test_what_is_no_fault(filled: Record, statement: str) -> None:
    assert run(filled, statement) == []


def test_a_repair_changes_nothing_in_a_sound_record(filled: Record) -> None:
    def counts() -> list[object]:
        queries = (
            "SELECT id, name, mentions FROM actor ORDER BY id",
            "SELECT actor_id, name, reports FROM actor_name ORDER BY 1, 2",
            "SELECT id, reports FROM encounter ORDER BY id",
            "SELECT actor_id, post_key, first, last, reports FROM holding ORDER BY 1, 2",
        )
        with filled.viewing() as view:
            return [view.connection.execute(text(query)).all() for query in queries]

    before = counts()
    repair(filled)
    assert counts() == before


def test_only_some_places_are_named(filled: Record) -> None:
    (problem,) = (
        p for p in run(filled, "UPDATE item SET form = 'x'") if "cannot be read" in p.what
    )
    assert problem.count > 5
    assert len(problem.places) == 5


# ── SQLite alone ─────────────────────────────────────────────────────────────────────────────────
@pytest.fixture
def file(empty_sqlite: Path, told: list[tuple[Report, Reading]], tmp_path: Path) -> Path:
    """The file of a record that holds something."""
    path = tmp_path / "record.db"
    shutil.copy(empty_sqlite, path)
    with open_record(str(path)) as record:
        for report, reading in told:
            with record.working("Ada") as work:
                keep(work, report, reading)
    return path


def test_rows_that_refer_to_nothing(file: Path) -> None:
    with sqlite3.connect(file) as connection:  # which does not look at references
        connection.execute("DELETE FROM actor WHERE id = 1")
    connection.close()
    with open_record(str(file)) as record:
        (problem, *_) = check_rows(record)
    assert "refer to rows that are not there" in problem.what


def test_a_damaged_file(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_mention_actor_id'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    with file.open("r+b") as raw:
        raw.seek((root - 1) * size + size // 2)
        raw.write(b"\xff" * (size // 2))
    with open_record(str(file)) as record:
        (problem,) = check(record)
    assert problem.what == "the file is damaged"


def test_a_search_that_lost_a_text_is_found_and_repaired(file: Path) -> None:
    with open_record(str(file)) as record:
        with record.working("x") as work:
            work.connection.exec_driver_sql(
                "INSERT INTO report_text(report_text, rowid, title, text) "
                "SELECT 'delete', id, title, text FROM report WHERE id = 1"
            )
        (problem,) = check(record)
        assert "the search does not know all texts" in problem.what
        repair(record)
        assert list(check(record)) == []
