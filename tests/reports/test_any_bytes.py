"""Whatever bytes come in, they become reports or refusals, and the same ones each time."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.errors import InputError
from comity.model.report import Reject, Report
from comity.reports import read_inputs, report_from_text

# Pieces that the readers look for, so that what is generated gets past their first question.
PIECES = st.sampled_from(
    [b"<html>", b"<p>", b"</p>", b"<!--", b'<script type="application/ld+json">', b"</script>",
     b'<meta charset="', b"utf-16", b'">', b"{", b"}", b'"text"', b":", b'"abc"', b'"\\ud800"',
     b"\n", b"\r", b"---\n", b"title: x\n", b"%PDF-1.4\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\0",
     b"He met her in Paris on Friday. ", b"\xe9t\xe9 ", b"<![CDATA[", b"&#xD800;", b"<table><td>"]
)  # fmt: skip
BYTES = st.one_of(st.binary(max_size=400), st.lists(PIECES, max_size=20).map(b"".join))
RECORDS = st.dictionaries(
    st.sampled_from(["id", "text", "title", "published", "url", "language", "x"]),
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(),
              st.just("2018-07-06"), st.lists(st.text(max_size=3), max_size=2)),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl", ".pdf", ".unknown"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=BYTES)
def test_files(folder, suffix, data):
    path = folder / f"a{suffix}"
    path.write_bytes(data)
    results = list(read_inputs([str(path)]))
    assert results, "an input may not vanish"
    assert results == list(read_inputs([str(path)]))
    for result in results:
        assert isinstance(result, Report | Reject)
        json.dumps(result.id).encode()
        if isinstance(result, Report):
            assert result.language
            result.text.encode("utf-8")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=st.lists(RECORDS, min_size=1, max_size=4))
def test_every_line_gives_one_result(folder, records):
    path = folder / "lines.jsonl"
    path.write_text("\n".join(map(json.dumps, records)))
    results = list(read_inputs([str(path)]))
    assert [item.source for item in results] == [f"{path}:{n + 1}" for n in range(len(records))]
    for record, result in zip(records, results, strict=True):
        if isinstance(result, Report):
            assert result.text == record["text"]


@settings(max_examples=100, deadline=None)
@given(text=st.text(st.characters(codec=None)))
def test_a_text_is_kept_or_refused(text):
    try:
        report = report_from_text(text, language="en")
    except InputError:
        assert not text.strip() or not text.isprintable() or not any(map(str.isalpha, text))
    else:
        assert report.text == text
