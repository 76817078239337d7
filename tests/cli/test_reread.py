"""`comity reread` and `comity diff`: a later reader over stored texts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from comity import read
from comity.errors import LanguageError
from comity.flow.rereading import reread
from comity.keeping.keep import keep
from comity.model.judgement import FIELDS
from comity.model.reader import READER
from comity.model.report import Report
from comity.record import open_record
from comity.record.readings import current_reading, readings_of, unlike

TEXT = "Speaker Timur Aliyev of Kazakhstan met Foreign Minister Anna Weber of Germany in Astana."


@pytest.fixture
def record(tmp_path: Path, empty_sqlite: Path) -> Path:
    """A record of three reports that an earlier reader read, without their encounters."""
    file = tmp_path / "own.db"
    file.write_bytes(empty_sqlite.read_bytes())
    with open_record(str(file)) as opened:
        for number in range(3):
            text = TEXT.replace("Astana", ["Astana", "Berlin", "Paris"][number])
            report = Report(id=f"r{number}", text=text, language="en", published="2026-03-03")
            old = replace(read(report), reader="comity 0.0.1", encounters=(), events=())
            with opened.working("ada") as work:
                keep(work, report, old)
    return file


def test_all_that_another_reader_read_is_read_again(run: Callable, record: Path) -> None:
    done = run("reread", "--record", record)
    assert done.code == 0
    assert done.out.splitlines()[0] == "3 read again, 3 of them differ"
    assert "  encounters   3 added" in done.out.splitlines()
    assert run("reread", "--record", record).out == "0 read again, 0 of them differ\n"
    assert run("reread", "--all", "--record", record).out == "0 read again, 0 of them differ\n"
    page = json.loads(run("diff", "--record", record, "--format", "json").out)
    assert page["reports"] == [1, 2, 3]
    assert {d["change"] for d in page["differences"]} == {"added"}
    assert {d["field"] for d in page["differences"]} == {"encounters", "events"}
    table = run("diff", "--report", 2, "--record", record).out
    assert "comity 0.0.1" in table
    assert "Berlin" in table
    assert "Paris" not in table
    assert json.loads(run("diff", "--since", "2999", "--record", record, "-f", "json").out) == {
        "reports": [], "differences": [],
    }  # fmt: skip


def test_a_run_that_was_cut_off_goes_on(record: Path) -> None:
    with open_record(str(record)) as opened:
        next(iter(reread(opened, who="ada")))
        with opened.viewing() as view:
            assert unlike(view, reader=READER) == [2, 3]
        assert [one.report for one in reread(opened, who="ada")] == [2, 3]
        assert [one.differences for one in reread(opened, who="ada", everything=True, after=1)] == [
            None, None,
        ]  # fmt: skip


def test_one_bad_text_never_stops_the_others(
    record: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    import comity.flow.reading as reading

    def broken(parsed, reader):
        if "Berlin" in parsed.report.text:
            raise ValueError("a planted fault")
        return really(parsed, reader=reader)

    really = reading.read_parsed
    monkeypatch.setattr(reading, "read_parsed", broken)
    done = run("reread", "--record", record)
    assert done.code == 1
    assert done.out.splitlines()[0] == "2 read again, 2 of them differ, 1 could not be read"
    assert done.err.startswith("report 2: ")
    with open_record(str(record)) as opened, opened.viewing() as view:
        assert current_reading(view, 2).reader == "comity 0.0.1"  # it keeps its reading
        assert [len(readings_of(view, report)) for report in (1, 2, 3)] == [2, 1, 2]
        assert unlike(view, reader=READER) == [2]


def test_only_what_was_named(run: Callable, record: Path) -> None:
    assert run("reread", "--report", 3, "--record", record).out.startswith("1 read again")
    assert "C408" in run("reread", "--report", 9, "--record", record).err
    with open_record(str(record)) as opened, opened.viewing() as view:
        assert unlike(view, reader=READER) == [1, 2]


def test_a_pipeline_that_is_off_ends_it(record: Path) -> None:
    with open_record(str(record)) as opened, pytest.raises(LanguageError):
        list(reread(opened, who="ada", pipeline="no_such_pipeline"))
    assert set(FIELDS) >= {"encounters", "events"}
