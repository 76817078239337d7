"""Error codes are stable: one code, one class; the first digit says which class."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from comity import errors

CLASSES = {
    "InputError": "C1",
    "LanguageError": "C2",
    "UsageError": "C3",
    "RecordError": "C4",
    "FetchError": "C5",
}


class Use(NamedTuple):
    """One place where an error is made."""

    code: str | None  # None where it is not written out
    made: str
    place: str


def uses(package: Path) -> list[Use]:
    """Every call of an error class in a package."""
    found = []
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else None
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name not in CLASSES and name != "ComityError":
                continue
            given = node.args[:1] + [k.value for k in node.keywords if k.arg == "code"]
            code = given[0].value if given and isinstance(given[0], ast.Constant) else None
            place = f"{path.relative_to(package).as_posix()}:{node.lineno}"
            found.append(Use(code if isinstance(code, str) else None, name, place))
    return found


def faults(found: list[Use]) -> list[str]:
    """What is wrong with the codes, in words."""
    wrong = []
    classes: dict[str, set[str]] = defaultdict(set)
    for use in found:
        if use.made == "ComityError":
            wrong.append(f"{use.place}: raises the root class; choose one of {sorted(CLASSES)}")
        elif use.code is None:
            wrong.append(f"{use.place}: the code is not written out as a string")
        elif not re.fullmatch(r"C\d\d\d", use.code):
            wrong.append(f"{use.place}: {use.code!r} is not of the form C101")
        elif not use.code.startswith(CLASSES[use.made]):
            wrong.append(f"{use.place}: {use.made} has codes {CLASSES[use.made]}xx, not {use.code}")
        if use.code:
            classes[use.code].add(use.made)
    wrong += [
        f"{code} stands for {sorted(made)}" for code, made in classes.items() if len(made) > 1
    ]
    return wrong


def test_codes_are_sound(root: Path) -> None:
    assert faults(uses(root / "src" / "comity")) == []


def test_the_tree_is_one_and_short() -> None:
    own = [
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type) and issubclass(thing, Exception)
    ]
    assert all(issubclass(thing, errors.ComityError) for thing in own)
    assert {thing.__name__ for thing in own} == {"ComityError", *CLASSES}
    assert len(own) <= 12


def test_faults_are_found(tmp_path: Path) -> None:
    (tmp_path / "planted.py").write_text(
        "InputError('C101', 'm')\n"
        "UsageError('C101', 'm')\n"
        "errors.LanguageError(code='201', message='m')\n"
        "InputError(code_of(x), 'm')\n"
        "ComityError('C900', 'm')\n"
    )
    assert faults(uses(tmp_path)) == [
        "planted.py:2: UsageError has codes C3xx, not C101",
        "planted.py:3: '201' is not of the form C101",
        "planted.py:4: the code is not written out as a string",
        f"planted.py:5: raises the root class; choose one of {sorted(CLASSES)}",
        "C101 stands for ['InputError', 'UsageError']",
    ]
