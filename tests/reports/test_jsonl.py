from __future__ import annotations

import json
from io import BytesIO

import pytest

from comity.model.report import Reject, Report
from comity.reports import jsonl
from comity.reports.jsonl import read_json_lines
from comity.reports.metadata import Metadata

TEXT = "The Speaker met the delegation in Astana."
GOOD = json.dumps({"text": TEXT}).encode()


def _read(data: bytes, *, head: bytes = b"", defaults: Metadata | None = None):
    return list(
        read_json_lines(
            BytesIO(data), name="d/f.jsonl", stem="f", defaults=defaults or Metadata(), head=head
        )
    )


def _only(**record: object) -> Report | Reject:
    (result,) = _read(json.dumps(record).encode())
    return result


def test_all_fields():
    record = {
        "id": "k-1",
        "text": TEXT,
        "title": "T",
        "published": "2018-07-06T10:00:00+06:00",
        "publisher": "Kazinform",
        "url": "https://inform.kz/1",
        "language": "en-GB",
        "place": {"passed": "over"},
    }
    assert _only(**record) == Report(
        id="k-1",
        text=TEXT,
        title="T",
        published="2018-07-06",
        publisher="Kazinform",
        url="https://inform.kz/1",
        language="en",
    )
    assert _only(**record).source == "d/f.jsonl:1"


@pytest.mark.parametrize(
    "given, expected", [(7, "7"), (7.5, "7.5"), ("a b", "a b"), (None, "f:1"), ("", "f:1")]
)
def test_ids(given, expected):
    assert _only(id=given, text=TEXT).id == expected


def test_the_text_is_kept_exactly():
    text = "  He spoke.\r\n\tAnd they\x07 left. "
    assert _only(text=text).text == text


def test_a_raw_control_character_does_not_lose_the_report():
    (report,) = _read(b'{"text": "The Speaker met\tthe \x01 delegation."}')
    assert report.text == "The Speaker met\tthe \x01 delegation."


def test_defaults_fill_only_what_is_missing():
    defaults = Metadata(published="2020-01-01", publisher="D", language="fr")
    data = b'{"text": "Abc", "publisher": "P", "published": ""}'
    (report,) = _read(data, defaults=defaults)
    assert (report.published, report.publisher, report.language) == ("2020-01-01", "P", "fr")


@pytest.mark.parametrize(
    "line, code, id, said",
    [
        (b'{"text": "abc"', "C112", "f:2", "does not parse as JSON at column"),
        (b"[" * 100_000, "C112", "f:2", "nested too deep"),
        (b'{"n": ' + b"9" * 5000 + b', "text": "abc"}', "C112", "f:2", "too long a number"),
        (b'{"text": "caf\xe9"}', "C106", "f:2", "not UTF-8 at byte 13"),
        (b'["abc"]', "C113", "f:2", "is a list, not an object"),
        (b'"abc"', "C113", "f:2", "is a string, not an object"),
        (b"null", "C113", "f:2", "is null, not an object"),
        (b'{"id": "x"}', "C114", "x", "the field 'text' is missing; every line needs an object"),
        (b'{"id": "x", "text": null}', "C114", "x", "'text' is missing"),
        (b'{"id": 3, "text": 5}', "C115", "3", "the field 'text' is a number"),
        (b'{"id": "x", "text": ["a"]}', "C115", "x", "the field 'text' is a list"),
        (b'{"id": true, "text": "abc"}', "C115", "f:2", "the field 'id' is true or false"),
        (b'{"id": "x", "text": "abc", "title": {}}', "C115", "x", "'title' is an object"),
        (b'{"id": "x", "text": "abc", "published": "July"}', "C116", "x", "not an ISO date"),
        (b'{"id": "x", "text": "abc", "language": "klingon"}', "C116", "x", "'klingon'"),
        (b'{"id": "x", "text": " "}', "C101", "x", "empty"),
        (b'{"id": "x", "text": "12 - 3"}', "C102", "x", "no letters"),
        (b'{"id": "x", "text": "a\\u0000b"}', "C105", "x", "NUL"),
        (b'{"id": "x", "text": "ab\\ud800"}', "C107", "x", "U+D800) at offset 2"),
        (b'{"id": "x\\udc00", "text": "ab"}', "C107", "x?", "the field 'id'"),
    ],
)
def test_a_line_that_is_off_does_not_lose_its_neighbours(line, code, id, said):
    first, bad, last = _read(b"\n".join([GOOD, line, GOOD]))
    assert isinstance(first, Report)
    assert isinstance(bad, Reject)
    assert (bad.code, bad.id, bad.source) == (code, id, "d/f.jsonl:2")
    assert said in bad.reason
    assert (last.id, last.source) == ("f:3", "d/f.jsonl:3")


def test_blank_lines_are_skipped_but_counted():
    assert [report.id for report in _read(b"\n  \r\n" + GOOD + b"\r\n\n" + GOOD)] == ["f:3", "f:5"]


def test_ids_that_occur_twice_are_both_kept():
    line = json.dumps({"id": "x", "text": TEXT}).encode() + b"\n"
    assert [report.id for report in _read(line * 2)] == ["x", "x"]


def test_a_byte_order_mark_is_no_part_of_the_first_line():
    for data, head in ((b"\xef\xbb\xbf" + GOOD, b""), (b"", b"\xef\xbb\xbf" + GOOD)):
        assert isinstance(_read(data, head=head)[0], Report)


@pytest.mark.parametrize("cut", [0, 5, len(GOOD), len(GOOD) + 1, len(GOOD) + 9])
def test_what_was_taken_from_the_stream_is_not_lost(cut):
    data = GOOD + b"\n" + GOOD
    assert [report.id for report in _read(data[cut:], head=data[:cut])] == ["f:1", "f:2"]


@pytest.mark.parametrize(
    "data, code, said",
    [
        (b"", "C101", "the file is empty"),
        (b"\n \n", "C101", "the file is empty"),
        (b"\xff\xfe" + '{"text": "a"}'.encode("utf-16-le"), "C106", "iconv -f UTF-16"),
        (b"PK\x03\x04\n\n", "C105", "a ZIP archive"),
        (b"\1\0\2\n", "C105", "a binary file"),
        (json.dumps([{"text": TEXT}], indent=1).encode(), "C112", "one JSON document"),
        (json.dumps({"text": TEXT}, indent=1).encode(), "C112", "one JSON document"),
    ],
)
def test_a_file_that_is_something_else_is_refused_once(data, code, said):
    (result,) = _read(data)
    assert isinstance(result, Reject)
    assert (result.code, result.id, result.source) == (code, "f", "d/f.jsonl")
    assert said in result.reason


def test_a_lone_bracket_before_good_lines_is_one_bad_line():
    results = _read(b"{\n" + GOOD + b"\n" + GOOD)
    assert [type(result) for result in results] == [Reject, Report, Report]


def test_a_line_longer_than_the_limit(monkeypatch):
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 100)
    long = json.dumps({"text": "word " * 100}).encode()
    results = _read(b"\n".join([GOOD, long, GOOD]))
    assert [getattr(result, "code", "read") for result in results] == ["read", "C104", "read"]
    assert [result.source for result in results] == [f"d/f.jsonl:{n}" for n in (1, 2, 3)]


def test_lines_are_read_as_they_come():
    class Feed(BytesIO):
        asked = 0

        def readline(self, _size=-1):
            self.asked += 1
            return GOOD + b"\n"

    feed = Feed()
    reports = read_json_lines(feed, name="f", stem="f", defaults=Metadata())
    assert next(reports).id == "f:1"
    assert next(reports).id == "f:2"
    assert feed.asked == 2
