"""The import contracts hold, and each is seen to refuse an import that breaks it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"

# contract refused · module that gets the line (made where there is none) · the line
PLANTS = [
    # 1 rooms, one way
    ("1 Rooms", "errors.py", "import comity.model"),
    ("1 Rooms", "data/planted.py", "from comity.model import report"),
    ("1 Rooms", "settings.py", "import comity.data"),
    ("1 Rooms", "model/report.py", "import comity.reading"),
    ("1 Rooms", "reports/planted.py", "from comity.cli import main"),
    ("1 Rooms", "reports/planted.py", "import comity.reading"),
    ("1 Rooms", "reading/planted.py", "import comity.reports"),
    ("1 Rooms", "reading/planted.py", "def late():\n    import comity.language"),
    ("1 Rooms", "actors/planted.py", "import comity.joining"),
    ("1 Rooms", "actors/planted.py", "import comity.record"),
    ("1 Rooms", "joining/planted.py", "import comity.record"),
    ("1 Rooms", "fetching/planted.py", "import comity.reports"),
    ("1 Rooms", "record/planted.py", "import comity.keeping"),
    ("1 Rooms", "analysis/planted.py", "import comity.keeping"),
    ("1 Rooms", "language/planted.py", "import comity.flow"),
    ("1 Rooms", "flow/planted.py", "import comity.cli"),
    ("1 Rooms", "helpers/__init__.py", "X = 1"),  # a room that no contract places
    ("1 Rooms", "planted.py", "X = 1"),
    # 2 the two wings
    ("2 Two wings", "record/planted.py", "import comity.reading"),
    ("2 Two wings", "keeping/planted.py", "import comity.language"),
    ("2 Two wings", "analysis/planted.py", "import comity.reports"),
    ("2 Two wings", "record/planted.py", "import spacy"),
    # 3, 4 spaCy
    ("3 spaCy", "model/report.py", "import spacy"),
    ("3 spaCy", "reading/planted.py", "from spacy.tokens import Doc"),
    (
        "3 spaCy",
        "reports/planted.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from spacy.tokens import Doc",
    ),
    ("4 flow", "flow/planted.py", "def late():\n    import spacy"),
    ("4 flow", "cli/planted.py", "import thinc.api"),
    # 5 values to values
    ("5 Reading and matching", "reading/planted.py", "import sqlalchemy"),
    ("5 Reading and matching", "actors/planted.py", "import sqlalchemy"),
    ("5 Reading and matching", "reports/planted.py", "from http.client import HTTPConnection"),
    ("5 Reading and matching", "language/planted.py", "from comity.settings import *"),
    # 6 the terminal
    ("6 The terminal", "flow/planted.py", "from rich.progress import track"),
    ("6 The terminal", "reading/planted.py", "import typer"),
    # 7 formats
    ("7 Pages", "cli/planted.py", "import pypdf"),
    ("7 Pages", "flow/planted.py", "import trafilatura"),
    # 8 SQL, 9 the network
    ("8 SQL", "analysis/planted.py", "import sqlalchemy"),
    ("8 SQL", "cli/planted.py", "import sqlite3"),
    ("8 SQL", "keeping/planted.py", "import alembic"),
    ("9 The network", "flow/planted.py", "import httpx"),
    ("9 The network", "reports/planted.py", "import feedparser"),
]


@pytest.fixture
def tree(root: Path, tmp_path: Path) -> Path:
    """A copy of the package and its contracts."""
    shutil.copytree(
        root / "src" / "comity",
        tmp_path / "comity",
        ignore=lambda _folder, names: [
            name
            for name in names
            if name == "__pycache__" or ("." in name and not name.endswith(".py"))
        ],
    )
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def lint(tree: Path) -> tuple[int, str]:
    """Run the contracts over a tree; the exit code and what was printed."""
    answer = subprocess.run(
        [sys.executable, "-c", LINT, "--no-logo", "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    return answer.returncode, answer.stdout + answer.stderr


def plant(tree: Path, module: str, line: str) -> None:
    """Put a line at the end of a module of the copied package, making it and its room if needed."""
    path = tree / "comity" / module
    path.parent.mkdir(parents=True, exist_ok=True)
    (path.parent / "__init__.py").touch()
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")


def test_contracts_hold(tree: Path) -> None:
    code, said = lint(tree)
    assert code == 0, said


@pytest.mark.parametrize("contract, module, line", PLANTS)
def test_wrong_import_is_refused(tree: Path, contract: str, module: str, line: str) -> None:
    plant(tree, module, line)
    code, said = lint(tree)
    assert code == 1, said
    assert re.search(rf"^{re.escape(contract)}.* BROKEN$", said, re.MULTILINE), said


def test_right_import_is_allowed(tree: Path) -> None:
    """The refusals above come from the contracts, not from planting as such."""
    plant(tree, "language/planted.py", "import spacy\nimport comity.reading\nimport comity.model")
    plant(tree, "reports/planted.py", "import trafilatura\nimport comity.data")
    plant(tree, "cli/planted.py", "import typer, rich\nimport comity.flow")
    code, said = lint(tree)
    assert code == 0, said


LIGHT = """
import sys
{line}
heavy = {{"spacy", "thinc", "numpy", "trafilatura", "lxml", "pypdf", "py3langid", "sqlalchemy", "httpx"}}
print(sorted(heavy & set(sys.modules)))
"""


@pytest.mark.parametrize("line", ["import comity", "import comity.cli", "import comity.model"])
def test_import_loads_no_language_model(line: str) -> None:
    """`import comity` and `comity --help` answer at once; libraries load when a report is read."""
    answer = subprocess.run(
        [sys.executable, "-c", LIGHT.format(line=line)], capture_output=True, text=True, timeout=60
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == "[]"
