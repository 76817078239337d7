"""The data files have the right form, and the check of `make lint` is seen to refuse wrong ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

REFUSED = [
    ("a.json", b'{"a": 1, "a": 2}\n', "key 'a' stands twice"),
    ("a.json", b'{"a": ["x", "x"]}\n', "'a' lists 'x' twice"),
    ("a.json", b'{"a": [" x"]}\n', "white space around it"),
    ("a.json", b'{"a": 1,}\n', "line 1"),
    ("a.json", b'{"a": 1}', "line break"),
    ("a.json", '{"a": "e\u0301"}\n'.encode(), "not in NFC"),
    ("a.json", b'{"a": "\xff"}\n', "not UTF-8"),
    ("a.tsv", b"a\tb\nc\n", "1 columns, not 2"),
    ("a.tsv", b"a\tb\na\tb\n", "line 2: stands twice"),
    ("a.tsv", b"a\t b\n", "white space around a cell"),
    ("a.py", b"", "no data files"),
]


def lint(root: Path, *words: Path) -> tuple[int, str]:
    """Run the check; its exit code and what it printed."""
    answer = subprocess.run(
        [sys.executable, root / "scripts" / "lint_data.py", *words], capture_output=True, text=True
    )
    return answer.returncode, answer.stdout + answer.stderr


def test_data_files_have_the_right_form(root: Path) -> None:
    assert lint(root) == (0, "")


@pytest.mark.parametrize("name, content, fault", REFUSED)
def test_wrong_form_is_refused(
    root: Path, tmp_path: Path, name: str, content: bytes, fault: str
) -> None:
    (tmp_path / name).write_bytes(content)
    code, said = lint(root, tmp_path)
    assert code == 1
    assert fault in said
    assert "Traceback" not in said


def test_right_form_is_allowed(root: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": ["x", "y"]}\n', encoding="utf-8")
    (tmp_path / "a.tsv").write_text("# a note\na\tb\nc\td\n", encoding="utf-8")
    assert lint(root, tmp_path) == (0, "")
