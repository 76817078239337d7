from __future__ import annotations

import json
import os
import sys
from io import BytesIO
from pathlib import Path

import pytest

from comity.errors import UsageError
from comity.model.report import Reject, Report
from comity.reports import inputs, read_inputs

TEXT = "The Speaker met the delegation in Astana.\n"
PAGE = f"<!DOCTYPE html><html><body><article><p>{TEXT}</p></article></body></html>"
FRONT = "---\ntitle: T\ndate: 2018-07-06\nlang: fr\n---\n"
LINE = json.dumps({"id": "k", "text": TEXT}) + "\n"


def _read(*paths: Path | str, **options):
    return list(read_inputs([str(path) for path in paths], **options))


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    "name, content, text",
    [
        ("a.txt", TEXT, TEXT),
        ("a.TXT", TEXT.replace("\n", "\r\n"), TEXT),
        ("a.md", FRONT + TEXT, TEXT),
        ("a.markdown", TEXT, TEXT),
        ("a.html", PAGE, TEXT.strip()),
        ("a.htm", PAGE, TEXT.strip()),
        ("a.jsonl", LINE, TEXT),
        ("a.ndjson", LINE, TEXT),
        # A suffix that is not known: told by the content.
        ("a.log", TEXT, TEXT),
        ("story", PAGE, TEXT.strip()),
        ("a.json", LINE, TEXT),
        # A suffix that is known counts.
        ("a.txt", "<p>Xi met Putin.</p>", "<p>Xi met Putin.</p>"),
    ],
)
def test_files(tmp_path, name, content, text):
    path = _write(tmp_path / name, content)
    (report,) = _read(path)
    assert isinstance(report, Report)
    assert report.text == text
    assert report.language
    line = ":1" if content == LINE else ""
    assert (report.id, report.source) == ("k" if line else name, str(path) + line)


def test_a_pdf_file(tmp_path, make_pdf):
    path = _write(tmp_path / "a.pdf", make_pdf(["The Speaker met the delegation."]))
    (report,) = _read(path)
    assert report.text == "The Speaker met the delegation."


def test_options_fill_only_what_a_text_lacks(tmp_path):
    options = {"published": "2020-01-01", "publisher": "P", "language": "de"}
    marked, plain = _write(tmp_path / "a.md", FRONT + TEXT), _write(tmp_path / "b.txt", TEXT)
    first, second = _read(marked, plain, **options)
    assert (first.published, first.publisher, first.language) == ("2018-07-06", "P", "fr")
    assert (second.published, second.publisher, second.language) == ("2020-01-01", "P", "de")


def test_a_directory_is_read_in_order_and_below(tmp_path):
    for name in ("b.txt", "a/z.md", "a/b/c.jsonl", "a.html"):
        _write(tmp_path / name, PAGE if name.endswith("html") else LINE if "json" in name else TEXT)
    for name in (
        ".hidden.txt",
        ".git/x.txt",
        "a/notes.docx",
        "a/data.json",
        "README.md",
        "a/Readme.txt",
    ):
        _write(tmp_path / name, TEXT)
    assert [report.id for report in _read(tmp_path)] == ["k", "a/z.md", "a.html", "b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes")
def test_odd_things_in_a_directory(tmp_path):
    _write(tmp_path / "a.txt", TEXT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/x\xff.txt")).write_text(TEXT)
    read, gone, bytes_name = _read(tmp_path)
    assert read.id == "a.txt"
    assert isinstance(gone, Reject)
    assert (gone.id, gone.code) == ("gone.txt", "C117")
    assert bytes_name.id == "x\ufffd.txt"
    assert bytes_name.source.endswith("x\ufffd.txt")


def test_a_directory_without_reports(tmp_path):
    _write(tmp_path / "a.docx", b"PK\x03\x04")
    (rejected,) = _read(tmp_path)
    assert (rejected.code, rejected.source) == ("C118", str(tmp_path))


def test_what_cannot_be_read_does_not_lose_its_neighbours(tmp_path):
    contents = {
        "a.txt": b"",
        "b.txt": b"\x89PNG\r\n\x1a\n\0",
        "c.html": b"<html><body><a href=1>Home</a></body></html>",
        "d.pdf": b"%PDF-1.4 broken",
        "e.jsonl": b"{",
        "f.md": b"---\ntitle: only this\n---\n",
        "g.txt": TEXT.encode(),
    }
    for name, content in contents.items():
        _write(tmp_path / name, content)
    *rejected, report = _read(tmp_path)
    assert [(item.id, item.code) for item in rejected] == [
        ("a.txt", "C101"),
        ("b.txt", "C105"),
        ("c.html", "C108"),
        ("d.pdf", "C109"),
        ("e:1", "C112"),
        ("f.md", "C101"),
    ]
    assert rejected[0].source == str(tmp_path / "a.txt")
    assert rejected[4].source == f"{tmp_path / 'e.jsonl'}:1"
    assert report.id == "g.txt"


@pytest.mark.parametrize(
    "content, id, text",
    [
        (TEXT.encode(), "stdin", TEXT),
        (PAGE.encode(), "stdin", TEXT.strip()),
        (b"\n\n" + PAGE.encode(), "stdin", TEXT.strip()),
        (b"<!-- saved -->" + PAGE.encode(), "stdin", TEXT.strip()),
        (PAGE.encode("utf-16"), "stdin", TEXT.strip()),
        (LINE.encode(), "k", TEXT),
        (b"\xef\xbb\xbf\n" + LINE.encode(), "k", TEXT),
        (json.dumps({"text": TEXT * 3000}).encode(), "stdin:1", TEXT * 3000),
        (b"{curly} words are read as text.", "stdin", "{curly} words are read as text."),
        (b"[Astana] The Speaker met MPs.", "stdin", "[Astana] The Speaker met MPs."),
    ],
)
def test_standard_input_is_told_by_its_first_line(content, id, text):
    (report,) = _read("-", stdin=BytesIO(content))
    assert isinstance(report, Report)
    assert (report.id, report.text) == (id, text)


def test_a_pdf_on_standard_input(make_pdf):
    (report,) = _read("-", stdin=BytesIO(make_pdf(["The Speaker met the delegation."])))
    assert report.text == "The Speaker met the delegation."


@pytest.mark.parametrize(
    "content, code",
    [(b"", "C101"), (b'[\n {"text": "abc"}\n]', "C112"), (b"\x1f\x8b\x08\0", "C105")],
)
def test_standard_input_that_cannot_be_read(content, code):
    (rejected,) = _read("-", stdin=BytesIO(content))
    assert (rejected.id, rejected.source, rejected.code) == ("stdin", "<stdin>", code)


@pytest.mark.parametrize(
    "paths, options, code",
    [
        (["nowhere.txt"], {}, "C301"),
        (["a\0b"], {}, "C301"),
        (["."], {"published": "yesterday"}, "C302"),
        (["."], {"published": "2018-02-30"}, "C302"),
        (["."], {"language": "klingon"}, "C303"),
        (["-"], {}, "C304"),
        (["-", "-"], {"stdin": BytesIO()}, "C304"),
    ],
)
def test_a_call_that_is_off_fails_before_anything_is_read(paths, options, code):
    with pytest.raises(UsageError) as caught:
        read_inputs(paths, **options)
    assert caught.value.code == code


def test_a_file_over_the_limit_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    monkeypatch.setattr("comity.reports.inputs._PIECE", None)  # reading it would fail
    (rejected,) = _read(path)
    assert rejected.code == "C104"
    assert "60,000,000 bytes, more than the limit of 50,000,000" in rejected.reason


def test_a_stream_over_the_limit_is_left(monkeypatch):
    monkeypatch.setitem(inputs.MAX_BYTES, inputs.Kind.TEXT, 10)
    monkeypatch.setattr(inputs, "_PIECE", 8)
    stream = BytesIO(b"one\n" + b"words " * 1000)
    (rejected,) = _read("-", stdin=stream)
    assert rejected.code == "C104"
    assert stream.tell() < 30


def test_a_text_over_the_limit_of_characters(tmp_path):
    (rejected,) = _read(_write(tmp_path / "a.txt", "word " * 210_000))
    assert rejected.code == "C103"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_permission(tmp_path):
    path = _write(tmp_path / "a.txt", TEXT)
    path.chmod(0)
    (rejected,) = _read(path)
    assert rejected.code == "C117"


def test_an_error_of_the_disk_is_a_reject():
    class Broken(BytesIO):
        def readline(self, _size=-1):
            raise OSError(5, "Input/output error")

    (rejected,) = _read("-", stdin=Broken())
    assert (rejected.code, rejected.reason) == (
        "C117",
        "cannot be read (Input/output error); check its permissions",
    )
