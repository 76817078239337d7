"""What the documents for users show is done, and gives what they show."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import comity

#: Each starts the command anew, which takes a second or two.
pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [Path("README.md"), *(path.relative_to(ROOT) for path in ROOT.glob("docs/*.md"))]
STORY = "ASTANA. Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday.\n"


def blocks(document: Path, *languages: str) -> list[str]:
    """The code blocks of a document in some languages."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"^```(?:{'|'.join(languages)})\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def command_lines() -> list[str]:
    """Each line of a shell block that calls `comity`, without what the document says it prints, and
    without those that name a host: there is none of that name."""
    found = []
    for document in DOCUMENTS:
        for block in blocks(document, "sh", "console"):
            lines = block.splitlines()
            prompts = [line[2:] for line in lines if line.startswith("$ ")]
            found += [line for line in prompts or lines if re.search(r"(^|\| )comity ", line)]
    return [line for line in found if not re.search(r"\w\.example\b", line)]


@pytest.fixture(scope="session")
def record_of_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the sample reports."""
    from comity.flow.adding import add
    from comity.record import open_record

    file = tmp_path_factory.mktemp("record") / "comity.db"
    with open_record(str(file), create=True) as record:
        for added in add(record, comity.read_inputs([str(ROOT / "samples")]), who="ada"):
            assert added.reject is None
    return file


@pytest.fixture
def desk(tmp_path: Path, record_of_samples: Path) -> Path:
    """A folder with the files that the documents speak of."""
    shutil.copy(record_of_samples, tmp_path / "comity.db")
    (tmp_path / "archive").mkdir()
    for name in ("story.txt", "notes.md", "archive/a.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    shutil.copy(ROOT / "samples" / "11-news-page.html", tmp_path / "page.html")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    line = json.dumps({"id": "a", "text": STORY}) + "\n"
    (tmp_path / "feed.jsonl").write_text(line * 2, encoding="utf-8")
    (tmp_path / "missing-text.jsonl").write_text(line + '{"id": "b"}\n', encoding="utf-8")
    return tmp_path


def environment() -> dict[str, str]:
    """This environment, with the `comity` under test first, and 80 columns."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1"}


@pytest.mark.parametrize("line", command_lines())
def test_commands_do_what_they_should(desk: Path, line: str) -> None:
    answer = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line],
        cwd=desk,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
    )
    refused = 1 if "missing-text" in line else 0
    assert answer.returncode == refused, answer.stderr
    assert bool(answer.stderr) == bool(refused)
    shown = (ROOT / "README.md").read_text(encoding="utf-8")
    assert answer.stderr in shown, "the README shows another message"


@pytest.mark.parametrize(
    "code", [block for document in DOCUMENTS for block in blocks(document, "python")]
)
def test_python_runs(desk: Path, code: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip()


def test_the_card_in_the_readme_has_the_form_of_a_card(desk: Path) -> None:
    """Its words may age between releases; its head and its labels may not."""
    (block,) = (b for b in blocks(Path("README.md"), "console") if "── " in b)
    command, *shown = block.splitlines()
    answer = subprocess.run(
        command.removeprefix("$ ").split(),
        cwd=desk,
        env=environment(),
        capture_output=True,
        text=True,
    )
    given = answer.stdout.splitlines()
    assert shown[:3] == given[:3]
    label = re.compile(r"^  ([A-Z][a-z]+)  ")
    labels = [[m[1] for line in card if (m := label.match(line))] for card in (shown, given)]
    assert [name for name in labels[1] if name in labels[0]] == labels[0]


def test_every_field_is_explained() -> None:
    text = (ROOT / "docs" / "readings.md").read_text(encoding="utf-8")
    form = comity.to_json(comity.read(STORY))
    assert [name for name in form if f"`{name}`" not in text] == []


def test_every_public_function_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    functions = [name for name in comity.__all__ if name[0].islower()]
    missing = [name for name in functions if not re.search(rf"`(?:comity\.)?{name}\b", text)]
    assert set(missing) <= {"report_from_html", "report_from_text"}
