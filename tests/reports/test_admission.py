from __future__ import annotations

import pytest

from comity.errors import InputError
from comity.model.report import Report
from comity.reports import admit_report, check_text
from comity.reports.admission import MAX_CHARACTERS, reject


@pytest.mark.parametrize(
    "text, code",
    [
        ("", "C101"),
        (" \n\t\u00a0\u2003", "C101"),
        ("12 – 3.", "C102"),
        ("___ ***", "C102"),
        ("a" * (MAX_CHARACTERS + 1), "C103"),
        ("abc\0", "C105"),
        ("abc\udfff", "C107"),
    ],
)
def test_texts_that_are_refused(text, code):
    with pytest.raises(InputError) as caught:
        check_text(text, where="a.txt")
    assert (caught.value.code, caught.value.where) == (code, "a.txt")


@pytest.mark.parametrize(
    "text",
    ["a", "a" * MAX_CHARACTERS, "He \x01\x1b\x7f spoke.\r", "会见", "\u201cunclosed", "\ufeffa"],
)
def test_texts_that_pass(text):
    check_text(text)


def test_the_message_says_size_limit_and_next_step():
    with pytest.raises(InputError) as caught:
        check_text("a" * 1_234_567, where="a.txt")
    assert str(caught.value) == (
        "a.txt: the text has 1,234,567 characters, more than the limit of 1,000,000; "
        "split it into one file or JSON line per report [C103]"
    )


def test_a_report_leaves_with_its_language_and_day():
    report = Report(id="x", text="They met on Friday.", published="2018-07-06T10:00:00Z")
    admitted = admit_report(report)
    assert (admitted.language, admitted.published) == ("en", "2018-07-06")
    assert admit_report(Report(id="x", text="Abc", language="FRE")).language == "fr"


@pytest.mark.parametrize(
    "fields, code",
    [
        ({"published": "July 2018"}, "C116"),
        ({"language": "klingon"}, "C116"),
        ({"publisher": "\ud800"}, "C107"),
        ({"id": "\ud800"}, "C107"),
    ],
)
def test_fields_that_are_refused(fields, code):
    with pytest.raises(InputError) as caught:
        admit_report(Report(**{"id": "x", "text": "They met.", **fields}), where="here")
    assert (caught.value.code, caught.value.where) == (code, "here")


def test_a_rejects_id_can_be_written():
    rejected = reject(InputError("C101", "empty", where="w"), id="a\ud800", source="s")
    assert rejected.id == "a?"
    assert (rejected.source, rejected.code, rejected.reason) == ("s", "C101", "empty")
