"""`comity watch`: what is there, what comes, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest


@pytest.mark.slow
def test_what_is_there_is_read_once(run, story, tmp_path) -> None:
    record = tmp_path / "office.db"
    answer = run("watch", tmp_path, "--once", "--record", record)
    assert (answer.code, answer.out, answer.err) == (0, "        1  new\n", "")
    (tmp_path / "empty.txt").write_text("")
    answer = run("watch", tmp_path, "--once", "--record", record, "-f", "json")
    counts = json.loads(answer.out)
    assert (answer.code, counts["known"], counts["refused"]) == (1, 1, 1)
    assert "[C101]" in answer.err


def test_a_folder_that_is_not_there(run, tmp_path) -> None:
    answer = run("watch", tmp_path / "no", "--record", tmp_path / "office.db")
    assert answer.code == 2
    assert "[C309]" in answer.err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(
    comity_command: Path, story: Path, tmp_path: Path, number: signal.Signals
) -> None:
    words = [comity_command, "watch", story.parent, "--record", tmp_path / "office.db"]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert "watching" in process.stderr.readline()
        assert process.stderr.readline().endswith("story.txt: new\n")
        (story.parent / "more.txt").write_text("Anna Weber met Timur Aliyev in Bern on Tuesday.")
        assert process.stderr.readline().endswith("more.txt: new\n")
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (0, "        2  new\n", "")
