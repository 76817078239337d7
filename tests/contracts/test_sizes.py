"""Modules and functions stay small enough to be read in one go, and are named after things."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

MODULE_LINES = 600
FUNCTION_LINES = 60
NAMELESS = {"util", "utils", "helper", "helpers", "common", "constants", "misc", "shared", "stuff"}

# "module:function" → why it may be longer
LONGER: dict[str, str] = {}


def long_modules(package: Path) -> list[str]:
    """Modules over the limit, with their lengths."""
    found = []
    for path in sorted(package.rglob("*.py")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MODULE_LINES:
            found.append(f"{path.relative_to(package)}: {lines} lines")
    return found


def long_functions(package: Path) -> dict[str, int]:
    """Functions over the limit: "module:function" → lines, decorators not counted."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    found[f"{path.relative_to(package).as_posix()}:{node.name}"] = lines
    return found


def nameless_modules(package: Path) -> list[str]:
    """Modules and rooms whose name says nothing about what is in them."""
    return [
        str(path.relative_to(package))
        for path in sorted(package.rglob("*"))
        if path.stem in NAMELESS and (path.is_dir() or path.suffix == ".py")
    ]


def test_modules_are_short(root: Path) -> None:
    assert long_modules(root / "src" / "comity") == []


def test_functions_are_short(root: Path) -> None:
    found = long_functions(root / "src" / "comity")
    assert {name: lines for name, lines in found.items() if name not in LONGER} == {}


def test_no_excuse_outlives_its_function(root: Path) -> None:
    assert set(LONGER) <= set(long_functions(root / "src" / "comity"))


def test_modules_are_named_after_things(root: Path) -> None:
    assert nameless_modules(root / "src" / "comity") == []


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A package that breaks each rule once."""
    (tmp_path / "utils.py").write_text("X = 1\n" * 601)
    (tmp_path / "helpers").mkdir()
    (tmp_path / "helpers" / "fine.py").write_text("X = 1\n" * 600)
    (tmp_path / "long.py").write_text("class C:\n    def f():\n" + "        1\n" * 60)
    return tmp_path


def test_rules_refuse_what_breaks_them(planted: Path) -> None:
    assert long_modules(planted) == ["utils.py: 601 lines"]
    assert long_functions(planted) == {"long.py:f": 61}
    assert nameless_modules(planted) == ["helpers", "utils.py"]
