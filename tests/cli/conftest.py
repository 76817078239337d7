"""How tests call the command line: within this process, or as a user does."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli import app

STORY = (
    "ASTANA. Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday.\n\n"
    "“We shall work together,” Anna Weber said.\n"
)


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def run() -> Callable[..., Answer]:
    """Call `comity` in this process; an error that escapes it fails the test."""

    def call(*words: object, stdin: str | bytes | None = None, columns: int = 100) -> Answer:
        result = CliRunner().invoke(
            app, [str(word) for word in words], input=stdin, env={"COLUMNS": str(columns)}
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.stderr
        return Answer(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def command(comity_command: Path) -> Callable[..., Answer]:
    """Call the installed `comity`."""

    def call(*words: object, stdin: bytes = b"", **env: str) -> Answer:
        result = subprocess.run(
            [comity_command, *map(str, words)],
            input=stdin,
            capture_output=True,
            timeout=120,
            env={**os.environ, **env},
        )
        return Answer(result.returncode, result.stdout.decode(), result.stderr.decode())

    return call
