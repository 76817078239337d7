"""The progress bar: only for somebody who looks on, and only on long runs."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys

import pytest

from comity.cli.progress import Progress, _count

TEXT = "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday."


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_it_comes_up_behind_the_first_few(monkeypatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(["-"], wanted=True) as progress:
        for _ in range(3):
            progress.advance()
        assert terminal.getvalue() == ""
        progress.advance()
        progress.say("a [bold]line[/bold]\x1b")
    assert "reading" in terminal.getvalue()
    assert "a [bold]line[/bold]\ufffd\n" in terminal.getvalue()


@pytest.mark.parametrize("wanted", [True, False])
def test_it_stays_away_where_nobody_looks_on(monkeypatch, wanted) -> None:
    stream = io.StringIO() if wanted else Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(["-"], wanted=wanted) as progress:
        for _ in range(50):
            progress.advance()
    assert stream.getvalue() == ""


def test_the_total_is_known_for_files(tmp_path, story) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    assert _count([str(story), str(story)]) == 2
    assert _count([str(tmp_path)]) == 2
    assert _count([str(tmp_path), "-"]) is None
    (tmp_path / "b.jsonl").touch()
    assert _count([str(tmp_path)]) is None


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_a_terminal(comity_command, tmp_path) -> None:
    import pty

    feed = tmp_path / "feed.jsonl"
    feed.write_text((json.dumps({"text": TEXT}) + "\n") * 20 + "{}\n")
    leader, follower = pty.openpty()
    answer = subprocess.run(
        [comity_command, "read", feed],
        stdout=subprocess.PIPE,
        stderr=follower,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert answer.returncode == 1
    assert len(answer.stdout.splitlines()) == 20
    assert "reading" in shown
    assert "[C114]" in shown.replace("\r\n", "")
