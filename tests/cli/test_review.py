"""`comity review`: proposals listed, accepted, declined, and asked one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli import review_run
from comity.record import open_record
from comity.record.actors import mentions_in
from comity.record.proposals import proposals, propose

TEXT = (
    "Speaker Timur Aliyev of Kazakhstan met Foreign Minister Anna Weber of Germany in Astana on 3 "
    "March. Foreign Minister Karim Sadykov of Kazakhstan said that he was pleased.\n"
)


@pytest.fixture
def record(tmp_path: Path, run: Callable, empty_sqlite: Path) -> Path:
    """A record in which two actors may be one."""
    file = tmp_path / "own.db"
    file.write_bytes(empty_sqlite.read_bytes())
    story = tmp_path / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    assert run("add", story, "--published", "2026-03-03", "--quiet", "--record", file).code == 0
    with open_record(str(file)) as opened, opened.working("ada") as work:
        names = mentions_in(work, 1)
        pair = names["Timur Aliyev"].actor, names["Karim Sadykov"].actor
        propose(work, "actor", [(*pair, 0.6, "names are alike")], report=1)
    return file


def waiting(record: Path) -> list[tuple[str, str]]:
    with open_record(str(record)) as opened, opened.viewing() as view:
        return [(p.kind, p.state) for p in proposals(view, state=None)]


def test_the_list_shows_both_sides(run: Callable, record: Path) -> None:
    table = run("review", "--record", record).out
    assert "names are alike" in table
    listed = json.loads(run("review", "--record", record, "--format", "json").out)
    assert listed["waiting"] == {"actor": 1}
    (page,) = listed["proposals"]
    assert {page["left"]["title"], page["right"]["title"]} == {
        "Timur Aliyev (KAZ)",
        "Karim Sadykov (KAZ)",
    }
    assert "met Foreign Minister" in page["left"]["words"][0]
    nothing = run("review", "--kind", "answer", "--record", record)
    assert "Nothing waits for a decision" in nothing.out


def test_accepted_and_taken_back_and_declined(run: Callable, record: Path) -> None:
    done = run("review", "accept", 1, "--why", "same card", "--record", record)
    assert done.out.startswith("proposal 1 accepted: actor ")
    assert waiting(record) == [("actor", "accepted")]
    assert "C411" in run("review", "decline", 1, "--record", record).err
    run("judge", "undo", 1, "--record", record)
    assert waiting(record) == [("actor", "open")]
    assert run("review", "decline", 1, "--record", record).out.startswith("proposal 1 declined")
    assert waiting(record) == [("actor", "declined")]
    assert "C408" in run("review", "accept", 9, "--record", record).err


@pytest.mark.parametrize(
    "typed, state",
    [("y\nsame card\n", "accepted"), ("n\n\n", "declined"), ("s\n", "open"), ("q\n", "open"),
     ("what\nn\n\n", "declined")],
)  # fmt: skip
def test_one_question_after_the_other(record: Path, typed: str, state: str) -> None:
    import typer

    app = typer.Typer()

    @app.command()
    def go() -> None:
        with open_record(str(record)) as opened:
            review_run.ask(opened, who="ada", kind=None, most=5)

    result = CliRunner().invoke(app, [], input=typed)
    assert result.exception is None
    assert "Timur Aliyev (KAZ)" in result.output
    assert waiting(record) == [("actor", state)]
