"""The tracked files name no machine, no package index and no author of a tool."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

# Written so that this file does not hold what it looks for.
WRONG = {
    "an absolute path of one machine": r"(?<![\w.~/:-])/" + r"(?:work|root|home/\w+|Users/\w+)/",
    "a package index": r"\b(?:pypi|pythonhosted|npmjs|anaconda)" + r"\.(?:org|com)\b",
    "an attribution line": r"(?i)co-authored" + r"-by:|generated" + r" with \[",
    "a mark of an unfinished merge": r"(?m)^(?:<{7}|>{7}) ",
}
PLANTED = [
    "see /" + "work/main/src",
    "cd '/" + "root/x'",
    "https://py" + "pi.org/simple",
    "Co-authored" + "-by: a",
    "<" * 7 + " HEAD",
]
FINE = [
    "https://example.org/work/12",
    "../shared/readings",
    "a/root/b",
    "framework/x, groundwork/y",
]


def wrongs(text: str) -> list[str]:
    """What is wrong with a text, each with the words that show it."""
    return [
        f"{what}: {match[0]!r} in line {text.count(chr(10), 0, match.start()) + 1}"
        for what, pattern in WRONG.items()
        for match in re.finditer(pattern, text)
    ]


def tracked(root: Path) -> list[Path]:
    """The files under version control and those about to be, without the ignored."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=root,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a checkout")
    return [root / name for name in listed.split("\0") if name and (root / name).is_file()]


def test_files_name_no_machine(root: Path) -> None:
    found = []
    for path in tracked(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a PDF or a file in another encoding among the tests
        found += [f"{path.relative_to(root)}: {wrong}" for wrong in wrongs(text)]
    assert found == []


def test_nothing_made_is_tracked(root: Path) -> None:
    made = re.compile(r"(^|/)(\.venv|build|dist|__pycache__|[^/]*\.egg-info)/")
    names = [path.relative_to(root).as_posix() for path in tracked(root)]
    assert [name for name in names if made.search(name)] == []


def test_no_pickles_and_nothing_huge(root: Path) -> None:
    paths = tracked(root)
    assert [path for path in paths if path.suffix in {".pkl", ".pickle", ".joblib", ".pt"}] == []
    assert [path for path in paths if path.stat().st_size > 20_000_000] == []


@pytest.mark.parametrize("text", PLANTED)
def test_wrong_words_are_found(text: str) -> None:
    assert wrongs(text)


@pytest.mark.parametrize("text", FINE)
def test_fine_words_are_left(text: str) -> None:
    assert not wrongs(text)
