"""Any string gives a valid reading or a clean refusal, and the same one each time."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import comity
from comity.errors import InputError
from comity.model.json_schema import reading_schema
from comity.model.reading import Reading

# What reports are made of, one piece a line; escapes as in a Python string.
FRAGMENTS = Path(__file__).with_name("fragments.txt").read_text(encoding="utf-8")
PIECES = st.sampled_from(
    [
        piece.encode("ascii", "backslashreplace").decode("unicode_escape")
        for piece in FRAGMENTS.rstrip("\n").split("\n")
    ]
)
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SENTENCES = st.sampled_from(
    [
        "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday. ",
        "“We agreed to open an embassy,” President Weber said. “It will open in May.” ",
        "The delegation, headed by Timur Aliyev, includes members of the Zhana Dala Party. ",
        "He told the French side about the elections and invited them to Astana. ",
        "France and Kazakhstan signed an agreement on energy, marking 30 years of relations. ",
        "By 2030, trade between the two countries could double, President Weber said. ",
        "Anna Weber, who had travelled to Astana, was accused by Timur Aliyev of delay. ",
        "According to the Ministry, on Monday, in Oslo, both sides will sign a treaty. ",
        "“It is”, he added, “our wish to visit”, before leaving for Paris to meet the EU. ",
        "Welcoming the guests was the Speaker, together with the members of the Group. ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(PIECES, PIECES, PIECES, ANY), max_size=60).map(" ".join),
    st.lists(st.one_of(SENTENCES, PIECES, ANY), max_size=25).map("".join),
)
DAYS = st.one_of(st.none(), st.dates(date(1000, 1, 1)).map(str))


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(reading_schema())


def items(reading: Reading) -> list[Any]:
    return [
        item
        for field in fields(Reading)
        if isinstance(value := getattr(reading, field.name), tuple)
        for item in value
    ]


def faults(text: str, reading: Reading) -> list[Any]:
    """What is wrong with a reading of the text."""
    form = json.loads(json.dumps(comity.to_json(reading)))
    wrong: list[Any] = [error.message for error in validator().iter_errors(form)]
    if not wrong and comity.from_json(form) != reading:
        wrong.append("the JSON form does not stand for the reading")
    wrong += [
        (item, span)
        for item in items(reading)
        for span in item.evidence
        if not 0 <= span[0] < span[1] <= len(text) or not text[span[0] : span[1]].strip()
    ]
    wrong += [item for item in (*reading.statements, *reading.commitments) if not item.text.strip()]
    wrong += [
        item
        for item in (*reading.statements, *reading.commitments)
        if not any(item.text in text[start:end] for start, end in item.evidence)
    ]
    wrong += [item for item in items(reading) if not item.evidence]
    return wrong


@pytest.mark.slow
@given(text=TEXTS, published=DAYS)
@example(text="\x1b", published=None)
@example(text="“" * 50 + "a", published=None)
@example(text="a" * 5000, published="0001-01-01")
@example(text="President " * 60, published="9999-12-31")
@example(text="Anna Weber said: «", published=None)
def test_any_text_is_read_or_refused(text: str, published: str | None) -> None:
    try:
        report = comity.report_from_text(text, language="en", published=published)
    except InputError:
        assert not text.strip() or "\0" in text or not any(map(str.isalpha, text))
        return
    reading = comity.read(report)
    assert faults(text, reading) == []
    assert comity.read(report) == reading


# Texts that once made the reader fail or point at nothing, each cut down to what it took.
ONCE_BROKEN = [
    "By 2030, overall investments in these sectors could reduce emissions.",
    "We expect that by 2030 it will reach 70 percent.",
    "Gordon to traveled to Ramallah on December 6.",
    "Dr. Kathleen Hicks provided opening remarks along with Minnesota Governor Tim Walz, who "
    "welcomed two new Governors that President Biden announced on February 9, 2023 will join the "
    "Council.",
    "After accounts of its brutality emerged and this unit was accused of war crimes by the "
    "Government of Ukraine, the Kremlin responded.",
    "What we do know is that wars end, and this has also been clearly stated by President "
    "Zelenskyy that this will end.",
    "The year 2024 marks the 3000th anniversary of diplomatic relations between France and Chile.",
    "A\n000¹",
    "0000ers»",
    "The 12¹ May meeting: France and Chile met on the 3²rd of May 202².",
]


@pytest.mark.parametrize("text", ONCE_BROKEN)
def test_texts_that_once_broke_the_reader(text: str) -> None:
    report = comity.report_from_text(text, language="en", published="2024-03-12")
    assert faults(text, comity.read(report)) == []


@pytest.mark.slow
@given(texts=st.lists(TEXTS, max_size=5))
def test_a_report_is_read_the_same_among_others(texts: list[str]) -> None:
    """Whatever stands beside it: batches do not leak into one another."""
    reports = []
    for number, text in enumerate(texts):
        try:
            reports.append(comity.report_from_text(text, id=str(number), language="en"))
        except InputError:
            continue
    found = list(comity.outcomes(reports))
    assert [item.id if isinstance(item, comity.Reject) else item[1].id for item in found] == [
        report.id for report in reports
    ]
    for item in found:
        assert not isinstance(item, comity.Reject), item
        assert item[1] == comity.read(item[0])


@pytest.mark.slow
def test_samples_are_read_without_fault(samples) -> None:
    found = list(comity.outcomes(comity.read_inputs([str(samples)])))
    assert len(found) >= 8
    for item in found:
        assert not isinstance(item, comity.Reject), item
        report, reading = item
        assert faults(report.text, reading) == []
