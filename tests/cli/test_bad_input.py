"""Input that is off: a message with file, line and remedy, an exit code, no neighbour lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday."
GERMAN = "Der Außenminister traf am Montag den Präsidenten des Bundestages in Berlin. " * 5
PAGE = "<!DOCTYPE html><html><head><title>x</title></head><body><nav>Home</nav></body></html>"

# name, content, code, words of the message
BAD = [
    ("empty.txt", b"", "C101", "empty"),
    ("blank.txt", b" \n\t\n", "C101", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "C105", "PNG"),
    ("archive.pdf", b"PK\x03\x04" + b"\0" * 100, "C109", "ZIP"),
    ("noise.txt", bytes(range(256)) * 20, "C105", ""),
    ("broken.pdf", b"%PDF-1.7\nnothing", "C109", ""),
    ("large.txt", b"All is well. " * 4_000_000, "C104", "52,000,000 bytes"),
    ("long.txt", b"All is well. " * 100_000, "C103", "1,000,000"),
    ("menu.html", PAGE.encode(), "C108", "article"),
    ("digits.txt", b"1 2 3", "C102", "letters"),
    ("german.txt", GERMAN.encode(), "C201",
     "--language"),
]  # fmt: skip


def check(answer, path: Path, code: str, words: str, *, place: str = "") -> None:
    """One line that names the place, says why, and ends with the code."""
    (line, *rest) = answer.err.splitlines()
    assert line.startswith(f"{path}{place}: ")
    assert line.endswith(f"[{code}]")
    assert words.casefold() in line.casefold()
    assert len(rest) <= 1


@pytest.mark.parametrize("name, content, code, words", BAD, ids=[bad[0] for bad in BAD])
def test_a_bad_file(run, story, tmp_path, name, content, code, words) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    alone = run("read", path)
    assert (alone.code, alone.out) == (2, "")
    check(alone, path, code, words)
    amid = run("read", story, path, story, "--rejects", tmp_path / "rejects")
    assert amid.code == 1
    assert [json.loads(line)["id"] for line in amid.out.splitlines()] == ["story.txt"] * 2
    check(amid, path, code, words)
    assert amid.err.splitlines()[1] == "comity: 2 read, 1 refused"
    (refused,) = map(json.loads, (tmp_path / "rejects").read_text().splitlines())
    assert list(refused) == ["id", "source", "code", "reason"]
    assert (refused["id"], refused["source"], refused["code"]) == (name, str(path), code)
    quiet = run("read", story, path, "--quiet")
    assert (quiet.code, quiet.err) == (1, "")


@pytest.mark.parametrize(
    "content, text",
    [
        ("Präsident Müller".encode("cp1252"), "Präsident Müller"),
        ("Präsident Müller".encode("utf-16"), "Präsident Müller"),
        (b"\xef\xbb\xbfPresident Anna Weber", "President Anna Weber"),
    ],
)
def test_another_encoding_is_read(run, tmp_path, content, text) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    answer = run("read", path, "--language", "en")
    assert answer.code == 0
    assert text.split()[1] in answer.out


def test_a_damaged_encoding_is_refused(run, tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode() * 20 + b"\xc3\x28\xff\xfe" + "Müller, Präsident".encode() * 20)
    answer = run("read", path)
    if answer.code == 0:  # it may be told as a one-byte encoding; then nothing is lost
        assert "Weber" in answer.out
    else:
        check(answer, path, "C106", "")


def test_json_lines_name_the_line(run, tmp_path) -> None:
    feed = tmp_path / "feed.jsonl"
    bad = ["{not json", "[1]", '{"id": "x"}', '{"text": 7}', '{"text": "a", "language": "xx"}',
           '{"text": ""}', '{"text": "a\\u0000b"}', '{"text": "\\ud800"}']  # fmt: skip
    codes = ["C112", "C113", "C114", "C115", "C116", "C101", "C105", "C107"]
    good = json.dumps({"id": "good", "text": TEXT})
    feed.write_text("\n".join(line for pair in bad for line in (good, pair, "")) + "\n" + good)
    answer = run("read", feed, "--rejects", tmp_path / "rejects")
    assert answer.code == 1
    assert [json.loads(line)["id"] for line in answer.out.splitlines()] == ["good"] * 9
    *listed, total = answer.err.splitlines()
    numbers = range(2, 100, 3)
    for line, number, code in zip(listed, numbers, codes, strict=False):
        assert line.startswith(f"{feed}, line {number}: ")
        assert line.endswith(f"[{code}]")
    assert total == "comity: 9 read, 8 refused"
    refused = [json.loads(line) for line in (tmp_path / "rejects").read_text().splitlines()]
    assert [item["code"] for item in refused] == codes
    assert refused[0]["source"] == f"{feed}:2"


def test_nothing_but_refusals(run, tmp_path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text("{\n" * 3 + "x\n")
    answer = run("read", feed)
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 5


def test_a_directory_without_reports(run, tmp_path) -> None:
    (tmp_path / "x").mkdir()
    answer = run("read", tmp_path / "x")
    assert answer.code == 2
    check(answer, tmp_path / "x", "C118", "name the files")


def test_names_of_files_do_not_steer_the_terminal(run, tmp_path) -> None:
    path = tmp_path / "a\x1b[31m\u202e.txt"
    path.write_text("")
    answer = run("read", path)
    assert answer.code == 2
    assert "\x1b" not in answer.err
    assert "\u202e" not in answer.err


# ── odd, but readable ────────────────────────────────────────────────────────────────────────────
ODD = {
    "control characters": f"\x01\x1b[2J{TEXT}\x07\x7f\x9b31m “Peace\x08 now,” Anna Weber said.",
    "one sentence without end": "The Minister met and " * 2_000,
    "one word without end": "a" * 100_000,
    "an opening mark too many": f"“““ {TEXT} “We are glad, Anna Weber said.",
    "a closing mark too many": f"””” {TEXT} We are glad,” Anna Weber said.",
    "marks that cross": f"“{TEXT} «We are” glad» 'she said\" ‘again“.",
    "markup of a terminal library": f"[bold red]{TEXT}[/] said [link=x]Anna Weber[/foo] :smile:",
    "a wall of marks": '"' * 2_000 + TEXT,
    "a wall of brackets": "(" * 5_000 + TEXT,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("form", ["json", "table"])
def test_odd_texts_are_read(run, tmp_path, text, form) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    answer = run("read", path, "--language", "en", "--format", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.replace("\n", "").isprintable()
