"""The instructions in the documents can be followed: each command, option and target exists."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [
    *("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "benchmarks/README.md"),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
]
SHELL_BLOCK = re.compile(r"^ *```(?:sh|bash|shell|console)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)


def commands(text: str) -> Iterator[list[str]]:
    """The words of each `comity …` and `make …` in the shell blocks of a document.

    In a `console` block only lines behind a `$` are commands; the others are what is printed.
    """
    for block in SHELL_BLOCK.findall(text):
        lines = block.replace("\\\n", " ").splitlines()
        prompts = [line.lstrip()[2:] for line in lines if line.lstrip().startswith("$ ")]
        for line in prompts or lines:
            parts = shlex.shlex(line, posix=True, punctuation_chars=True)
            parts.whitespace_split = True
            words: list[str] = []
            for word in [*parts, ";"]:
                if not set(word) <= set("|&;<>()"):
                    words.append(word)
                    continue
                if words and Path(words[0]).name in {"comity", "make"}:
                    yield [Path(words[0]).name, *words[1:]]
                words = []


@cache
def comity_help(*subcommand: str) -> str | None:
    """What `comity … --help` prints, or None where there is no such command."""
    answer = subprocess.run(
        [Path(sys.executable).with_name("comity"), *subcommand, "--help"],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "COLUMNS": "300", "TERM": "dumb", "NO_COLOR": "1"},
    )
    return answer.stdout if answer.returncode == 0 else None


def targets(makefile: str) -> set[str]:
    """The targets that a person may name."""
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def fault(words: list[str], makefile: str) -> str | None:
    """Why a command cannot be typed, or None."""
    program, *rest = words
    options = [word.split("=")[0] for word in rest if re.match(r"--?[A-Za-z]", word)]
    if program == "make":
        named = [word for word in rest if "=" not in word and not word.startswith("-")]
        unknown = set(named) - targets(makefile)
        return f"no such target: {sorted(unknown)}" if unknown else None
    subcommand: list[str] = []
    shown = comity_help()
    for word in rest:  # "record stats" is a command of a command
        if not re.fullmatch(r"[a-z][a-z-]*", word) or not (shown and "COMMAND" in shown):
            break
        subcommand.append(word)
        shown = comity_help(*subcommand)
    if shown is None:
        return f"no such command: {' '.join(subcommand)}"
    known = set(re.findall(r"(?<![\w-])--?[A-Za-z][\w-]*", shown)) | {"--help"}
    unknown = set(options) - known
    return f"no such option: {sorted(unknown)}" if unknown else None


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_can_be_typed(document: str) -> None:
    path = ROOT / document
    if not path.exists():
        pytest.skip(f"{document} is not written yet")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = {" ".join(w): fault(w, makefile) for w in commands(path.read_text(encoding="utf-8"))}
    assert {command: why for command, why in found.items() if why} == {}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_are_linked_exist(document: str) -> None:
    path = ROOT / document
    if not path.exists():
        pytest.skip(f"{document} is not written yet")
    links = re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    told = set(re.findall(r"^([a-z][a-z-]*):.*## ", makefile, re.MULTILINE))
    assert targets(makefile) == told
    assert {"demo", "test", "check", "bench", "lock", "dev", "clean", "help"} <= told


def test_commands_are_found_in_blocks() -> None:
    text = (
        "```sh\ncat a.txt | comity read - --format json > out.json  # a note\n"
        ".venv/bin/comity schema && make test ARGS='-k x'\n```\n"
        "```console\n$ comity read \\\n    a.txt\ncomity said something\n```\n"
        "```python\nmake believe\n```\n"
    )
    assert list(commands(text)) == [
        ["comity", "read", "-", "--format", "json"],
        ["comity", "schema"],
        ["make", "test", "ARGS=-k x"],
        ["comity", "read", "a.txt"],
    ]


def test_wrong_commands_are_refused() -> None:
    makefile = "demo: ## x\n.PHONY: y\n"
    assert fault(["make", "demo", "A=1"], makefile) is None
    assert fault(["make", "y"], makefile) == "no such target: ['y']"
    assert fault(["comity", "sing"], makefile) == "no such command: sing"
    assert fault(["comity", "read", "a", "--loud"], makefile) == "no such option: ['--loud']"
    assert fault(["comity", "record", "stats", "--format", "json"], makefile) is None
    assert fault(["comity", "record", "sing"], makefile) == "no such command: record sing"
    assert fault(["comity", "record", "stats", "--who"], makefile) == "no such option: ['--who']"
