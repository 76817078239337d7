"""The gates of `make lint` are seen to refuse: form, style, types, by our own settings."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REFUSED_BY_RUFF = [
    ("F401", "import os\n"),
    ("T201", "print('reading')\n"),
    ("TID251", "import pickle\n\nX = pickle\n"),
    ("BLE001", "try:\n    X = 1\nexcept Exception:\n    X = 2\n"),
    ("D103", "def read() -> None:\n    return None\n"),
    ("ERA001", "# x = read(report)\n"),
    ("PGH003", "X: int = ''  # type: ignore\n"),
    ("E501", f"X = '{'x' * 100}'\n"),
]


def run(root: Path, *words: str | Path) -> tuple[int, str]:
    """Run a tool of this environment in the checkout; its exit code and what it printed."""
    answer = subprocess.run(
        [sys.executable, "-m", *words], cwd=root, capture_output=True, text=True, timeout=300
    )
    return answer.returncode, answer.stdout + answer.stderr


def ruff(root: Path, *words: str | Path) -> tuple[int, str]:
    return run(root, "ruff", *words, "--no-cache", "--config", root / "pyproject.toml")


@pytest.mark.parametrize("rule, code", REFUSED_BY_RUFF)
def test_style_is_refused(root: Path, tmp_path: Path, rule: str, code: str) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(f'"""Planted."""\n\n{code}', encoding="utf-8")
    exit_code, said = ruff(root, "check", planted)
    assert exit_code == 1, said
    assert rule in said


def test_form_is_refused(root: Path, tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("x = { 'a':1 }\n", encoding="utf-8")
    exit_code, said = ruff(root, "format", "--check", planted)
    assert exit_code == 1, said


@pytest.mark.slow
def test_wrong_types_are_refused(root: Path, tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(
        "from comity.model.report import Report\n\n\n"
        "def title(report: Report) -> str:\n    return report.title\n\n\n"
        "def untyped(report):\n    return report\n",
        encoding="utf-8",
    )
    exit_code, said = run(
        *(root, "mypy", "--config-file", root / "pyproject.toml"),
        *("--cache-dir", tmp_path / "cache", planted),
    )
    assert exit_code == 1, said
    assert "[return-value]" in said
    assert "[no-untyped-def]" in said
