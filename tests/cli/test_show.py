"""`comity show`: every question as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from comity.cli.show import app
from comity.record import open_record


def _world():
    """The invented record of the tests of `analysis`."""
    file = Path(__file__).parents[1] / "analysis" / "world.py"
    spec = importlib.util.spec_from_file_location("invented_record", file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


world = _world()
TODAY = ("--today", "2026-01-15")
#: question, words of the table, a key of the JSON, columns of the CSV
QUESTIONS = [
    (("actor", "Aliyev", "--on", "2025-05-01"), ["Timur Aliyev", "On 1 May 2025", "Speaker"],
     "names", "title,body,how"),
    (("pair", "KAZ", "France", *TODAY), ["Kazakhstan – France", "turn to visit", "Astana"],
     "visits", "id,day,kind"),
    (("encounter", "2"), ["Meeting 2 · 4 March 2025", "Told by one side only", "Paul Lenoir"],
     "accounts", "actor,name,side"),
    (("timeline", "-c", "FRA"), ["20 September 2025", "Jean Duval"], "encounters", "id,day,kind"),
    (("timeline", "--actor", "Aliyev"), ["Paris"], "encounters", "id,day,kind"),
    (("commitments", "--open", "--pair", "KAZ", "FRA"), ["deliver uranium", "pledge"],
     "commitments", "id,day,strength"),
    (("commitments", "--quiet-after", "10", *TODAY), ["gone quiet for 10 days"], "total",
     "id,day,strength"),
    (("upcoming", *TODAY), ["12 May 2026", "rectors", "Anniversaries"], "points", "id,day,kind"),
    (("search", "uranium", "Astana"), ["[uranium]", "Akorda"], "hits", "report,published"),
    (("ties", "KAZ"), ["strategic partnership", "2008"], "ties", "id,level,between"),
    (("network",), ["Timur Aliyev (KAZ)"], "edges", "one,with,encounters"),
    (("series", "KAZ", "FRA"), ["2025-03", "PLOVER", "ACCUSE"], "contacts", "month,party"),
]  # fmt: skip


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that holds the invented reports."""
    file = tmp_path_factory.mktemp("show") / "record.db"
    with open_record(str(file), create=True) as record:
        world.tell(record, *world.TALES)
    return file


@pytest.fixture
def ask(run, told):
    """Ask the record a question."""

    def call(*words: str, **options):
        return run("show", *words, "--record", told, **options)

    return call


@pytest.mark.parametrize(
    "question, words, key, columns", QUESTIONS, ids=[" ".join(row[0][:2]) for row in QUESTIONS]
)
def test_a_question_in_three_forms(ask, question, words, key, columns) -> None:
    table = ask(*question)
    assert (table.code, table.err) == (0, "")
    assert [word for word in words if word not in table.out] == []
    page = json.loads(ask(*question, "--format", "json").out)
    assert key in page
    rows = list(csv.reader(io.StringIO(ask(*question, "--format", "csv").out)))
    assert ",".join(rows[0]).startswith(columns)
    assert {len(row) for row in rows} == {len(rows[0])}


def test_dates_are_words_for_people_and_iso_for_machines(ask) -> None:
    assert "20 September 2025" in ask("timeline").out
    for form in ("json", "csv"):
        answer = ask("timeline", "--format", form).out
        assert "2025-09-20" in answer
        assert "September" not in answer


def test_a_part_of_a_page(ask) -> None:
    rows = ask("pair", "KAZ", "FRA", "--format", "csv", "--part", "commitments").out.splitlines()
    assert len(rows) == 4
    table = ask("pair", "KAZ", "FRA", "--part", "ties").out
    assert "strategic partnership" in table
    assert "Timur" not in table
    wrong = ask("pair", "KAZ", "FRA", "--part", "nothing")
    assert (wrong.code, wrong.out) == (2, "")
    assert "visits" in wrong.err
    assert "[C335]" in wrong.err


def test_one_commitment(ask) -> None:
    number = json.loads(ask("commitments", "--strength", "pledge", "--format", "json").out)
    (pledge,) = number["commitments"]
    answer = ask("commitment", str(pledge["id"]))
    assert "Kazakhstan → France: deliver uranium to Lyon" in answer.out
    assert "nobody judged it" in answer.out


def test_a_limit_says_how_many_there_are(ask) -> None:
    assert "1 of 3" in ask("timeline", "-n", "1").out
    assert "of 3" not in ask("timeline", "-n", "3").out
    page = json.loads(ask("timeline", "-n", "1", "--format", "json").out)
    assert (len(page["encounters"]), page["total"]) == (1, 3)


@pytest.mark.parametrize(
    "question, code, words",
    [
        (("actor", "Nobody Atall"), "C408", "no actor"),
        (("actor", "A"), "C409", "--country"),
        (("actor", "Aliyev", "--on", "yesterday"), "C332", "2022-03-30"),
        (("pair", "KAZ", "Frence"), "C331", "France (FRA)"),
        (("pair", "KAZ", "Kazakhstan"), "C334", "two countries"),
        (("pair", "KAZ", "FRA", "--today", "2026"), "C332", "2022-03-30"),
        (("encounter", "99"), "C408", "no encounter 99"),
        (("commitment", "1"), "C408", "comity show commitments"),
        (("commitments", "--open", "--outcome", "kept"), "C338", "--open"),
        (("timeline", "--topic", "enrgy"), "C337", "energy"),
        (("timeline", "--since", "2022", "--until", "2021"), "C333", "2022"),
        (("series", "KAZ", "FRA", "DEU"), "C336", "two"),
    ],
)
def test_what_cannot_be_answered(ask, question, code, words) -> None:
    answer = ask(*question)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith(f"[{code}]\n")
    assert words in answer.err


def test_nothing_there_says_what_to_do(ask, run, tmp_path) -> None:
    answer = ask("timeline", "-c", "DEU")
    assert answer.code == 0
    assert "comity add" in answer.out
    assert json.loads(ask("timeline", "-c", "DEU", "--format", "json").out) == {
        "encounters": [],
        "total": 0,
    }
    assert ask("timeline", "-c", "DEU", "--format", "csv").out.count("\n") == 1
    empty = tmp_path / "empty.db"
    open_record(str(empty), create=True).close()
    bare = run("show", "timeline", "--record", empty)
    assert bare.code == 0
    assert "holds no reports yet" in bare.out


def test_there_is_no_record(run, tmp_path) -> None:
    answer = run("show", "timeline", "--record", tmp_path / "none.db")
    assert (answer.code, answer.out) == (2, "")
    assert "[C401]" in answer.err
    assert not (tmp_path / "none.db").exists()


def test_a_search_for_words_in_a_row(ask) -> None:
    assert "small business" in ask("search", '"small business"').out.replace("[", "").replace(
        "]", ""
    )
    assert "No report holds" in ask("search", '"business small"').out
    assert "No report holds" in ask("search", "business small", "uranium").out
    for odd in ('"', "*", "a:b OR", "\\", "%"):
        assert ask("search", odd).code == 0


@pytest.mark.parametrize("columns", [20, 60, 200])
def test_a_table_keeps_to_its_width(ask, columns) -> None:
    answer = ask("timeline", columns=columns)
    assert answer.code == 0
    if columns >= 60:
        assert max(map(len, answer.out.splitlines())) <= columns


def test_what_reports_say_cannot_steer_a_terminal(run, tmp_path) -> None:
    file = tmp_path / "record.db"
    evil = "uranium \x1b[31mred\u202e, [bold]loud[/bold] =1+1"
    with open_record(str(file), create=True) as record:
        world.tell(record, world.Tale(day="2025-01-01", publisher="Akorda", words=f"Timur Aliyev: {evil}",
                          who=("Timur Aliyev",), said=(("Timur Aliyev", evil),)))  # fmt: skip
    for form in ("table", "csv"):
        answer = run("show", "actor", "Aliyev", "--record", file, "--format", form,
                     "--part", "statements")  # fmt: skip
        assert answer.code == 0
        assert "[bold]loud[/bold]" in answer.out
        assert not {"\x1b", "\u202e"} & set(answer.out)


@pytest.mark.parametrize("question", ["pair KAZ FRA", "search uranium", "actor Aliyev"])
def test_no_language_model_is_loaded(told, question) -> None:
    code = (
        "import sys; from comity.cli import app\n"
        f"try: app(['show', *{question.split()!r}, '--record', {str(told)!r}])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "heavy = {'spacy', 'thinc', 'trafilatura', 'httpx', 'alembic', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr


def test_the_questions_are_documented(root, run) -> None:
    text = (root / "docs" / "show.md").read_text(encoding="utf-8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert [name for name in names if f"comity show {name}" not in text] == []
    for name in names:
        assert run("show", name, "--help").code == 0
