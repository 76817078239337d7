"""Parsing: lists of tokens that agree with one another and point into the report's text."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import LanguageError
from comity.language.parse import parse, parse_many
from comity.language.pipelines import PIPELINES, load, pipeline_name
from comity.model.parsed import Parsed
from comity.model.report import Report

TEXTS = [
    "",
    "\n \n",
    "x",
    "Minister Hill met Mr. Lund.",
    "OSLO, May 5 – Minister Hill met Mr. Lund.\n\n“We agree,” she said.",
    "<p>Minister <b>Hill</b> can't stay.</p><p>She left.</p>",
    "The [minister](https://mfa.example) said:“I **agree**.”\n- Ann Hill\n- Per Lund",
    "MINISTER HILL: I\u2019m glad.\u00a0 Naïve, “cafe\u0301” and 🇳🇴 flags.\n\nPer Lund: So am I.",
    "“We agree.\n\n“We shall sign.”",
]


def parsed_of(text: str) -> Parsed:
    return parse(Report(id="test", text=text, language="en"))


@pytest.fixture(scope="module", params=[*TEXTS, *range(9)])
def parsed(request: pytest.FixtureRequest, samples: Path) -> Parsed:
    if isinstance(request.param, str):
        return parsed_of(request.param)
    return parsed_of(sorted(samples.glob("*.txt"))[request.param].read_text(encoding="utf-8"))


def test_every_token_points_at_its_word(parsed: Parsed) -> None:
    for word, start, end in zip(parsed.words, parsed.starts, parsed.ends, strict=True):
        there = parsed.text[start:end]
        assert there[0] == word[0]
        assert there[-1] == word[-1]
        assert there == word or len(there) > len(word)  # markup may stand inside a word
    assert parsed.starts == sorted(parsed.starts)


def test_the_lists_agree(parsed: Parsed) -> None:
    total = len(parsed)
    for tokens in (parsed.lemmas, parsed.tags, parsed.poses, parsed.deps, parsed.glued):
        assert len(tokens) == total
    for sentence in parsed.sentences:
        for token in range(*sentence):
            assert sentence[0] <= parsed.heads[token] < sentence[1]
            assert sentence[0] <= parsed.lefts[token] <= token <= parsed.rights[token] < sentence[1]


def test_sentences_and_paragraphs_cover_the_text_in_order(parsed: Parsed) -> None:
    for spans in (parsed.sentences, [(p.first, p.last) for p in parsed.paragraphs]):
        assert [token for span in spans for token in range(*span)] == list(range(len(parsed)))


def test_quotations_lie_between_their_marks(parsed: Parsed) -> None:
    for quotation in parsed.quotations:
        assert parsed.starts[quotation.first] >= quotation.start
        assert parsed.ends[quotation.last - 1] <= quotation.end
        if quotation.closed:
            assert parsed.text[quotation.end] in '”"»'


def test_a_quotation_that_runs_over_paragraphs() -> None:
    parsed = parsed_of("“We agree.\n\n“We shall sign.”")
    assert [(q.closed, parsed.text[q.start : q.end]) for q in parsed.quotations] == [
        (False, "We agree."),
        (True, "We shall sign."),
    ]


def test_words_that_were_written_together_are_glued() -> None:
    parsed = parsed_of("She can't sign.")
    words = ["She", "ca", "n't", "sign", "."]
    assert (parsed.words, parsed.glued) == (words, [False, False, True, False, True])


def test_many_are_read_as_one_by_one() -> None:
    reports = [
        Report(id=str(number), text=text, language="en") for number, text in enumerate(TEXTS)
    ]
    assert list(parse_many(reports)) == [parse(report) for report in reports]
    assert list(parse_many([])) == []


def test_another_language_is_refused() -> None:
    with pytest.raises(LanguageError) as caught:
        parse(Report(id="test", text="Guten Tag.", language="de"))
    assert caught.value.code == "C201"
    assert all(language in str(caught.value) for language in PIPELINES)


def test_a_pipeline_can_be_named() -> None:
    assert pipeline_name("en") == PIPELINES["en"]
    assert pipeline_name("en", "en_core_web_trf") == "en_core_web_trf"


def test_a_pipeline_that_is_not_installed_is_refused() -> None:
    with pytest.raises(LanguageError) as caught:
        load("xx_no_such_pipeline")
    assert caught.value.code == "C202"
