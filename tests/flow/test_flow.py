"""One report, many reports, and what happens when one of them breaks the reader."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import comity
from comity import flow
from comity.errors import InputError, LanguageError
from comity.language import parse as parsing
from comity.language.pipelines import PIPELINES, load
from comity.model.report import Reject, Report
from comity.settings import settings

STORY = (
    "ASTANA. Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday.\n\n"
    '"We shall work together," Anna Weber said.'
)


def report(number: int, text: str = STORY, language: str = "en") -> Report:
    return Report(id=f"r{number}", text=text, language=language, source=f"feed:{number}")


def shown(found: Iterator[flow.reading.Outcome]) -> list[tuple[str, str]]:
    """Each outcome as its id and "read" or the code of its refusal."""
    return [
        (item.id, item.code) if isinstance(item, Reject) else (item[1].id, "read") for item in found
    ]


# ── one report ───────────────────────────────────────────────────────────────────────────────────
def test_a_text_is_read() -> None:
    reading = comity.read(STORY, published="2024-03-12", publisher="Agency", title="A visit")
    assert reading.reader == f"comity {comity.__version__}"
    assert reading.pipeline == PIPELINES["en"]
    assert (reading.report.published, reading.report.publisher) == ("2024-03-12", "Agency")
    assert {person.name for person in reading.people} == {"Anna Weber", "Timur Aliyev"}


def test_a_report_keeps_what_it_says_of_itself() -> None:
    given = Report(id="x", text=STORY, published="2020-01-01")
    reading = comity.read(given, published="2024-03-12", publisher="Agency")
    assert reading.id == "x"
    assert (reading.report.published, reading.report.publisher) == ("2020-01-01", "Agency")


@pytest.mark.parametrize(
    "text, options, error, code",
    [
        ("", {}, comity.InputError, "C101"),
        ("1 2 3", {}, comity.InputError, "C102"),
        ("a\0b", {}, comity.InputError, "C105"),
        (STORY, {"published": "tomorrow"}, comity.UsageError, "C302"),
        (STORY, {"language": "klingon"}, comity.UsageError, "C303"),
        (STORY, {"language": "de"}, comity.LanguageError, "C201"),
        (STORY, {"pipeline": "no_such_pipeline"}, comity.LanguageError, "C202"),
        (Report(id="x", text=""), {}, comity.InputError, "C101"),
        (Report(id="x", text=STORY), {"published": "tomorrow"}, comity.InputError, "C116"),
    ],
)
def test_what_cannot_be_read_is_refused(text, options, error, code) -> None:
    with pytest.raises(error) as caught:
        comity.read(text, **options)
    assert caught.value.code == code


def test_a_pipeline_may_be_set_in_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("COMITY_PIPELINE", "en=no_such_pipeline")
    settings.cache_clear()
    try:
        with pytest.raises(LanguageError, match="no_such_pipeline"):
            comity.read(STORY)
        assert comity.read(STORY, pipeline=PIPELINES["en"]).pipeline == PIPELINES["en"]
    finally:
        settings.cache_clear()


# ── many ─────────────────────────────────────────────────────────────────────────────────────────
def test_many_are_read_in_their_order_as_one_alone() -> None:
    texts = [STORY, "The Prime Minister of Norway called the President of Chile.", "No news."]
    found = list(comity.read_many([texts[0], Report(id="b", text=texts[1]), texts[2]]))
    assert [reading.id for reading in found] == ["text 1", "b", "text 3"]
    alone = [comity.read(Report(id=r.id, text=t)) for r, t in zip(found, texts, strict=True)]
    assert found == alone


def test_many_stop_at_a_bad_one_behind_the_good() -> None:
    found = comity.read_many([STORY, "", STORY])
    assert next(found).id == "text 1"
    with pytest.raises(InputError) as caught:
        next(found)
    assert (caught.value.code, caught.value.where) == ("C101", "text 2")
    found = comity.read_many([STORY, Report(id="g", text="Guten Tag", language="de")])
    assert next(found).id == "text 1"
    with pytest.raises(LanguageError):
        next(found)


def test_nothing_gives_nothing() -> None:
    assert list(flow.outcomes([])) == []
    assert list(comity.read_many([])) == []


def test_refusals_and_unread_languages_keep_their_places() -> None:
    refused = Reject(id="bad", source="x", code="C101", reason="empty")
    items = [refused, report(1), report(2, language="de"), refused, refused, report(3), refused]
    expected = ["C101", "read", "C201", "C101", "C101", "read", "C101"]
    assert [what for _, what in shown(flow.outcomes(items))] == expected
    (unread,) = flow.outcomes([report(2, language="de")])
    assert isinstance(unread, Reject)
    assert (unread.id, unread.source) == ("r2", "feed:2")
    assert "--language" in unread.reason


def test_reports_come_as_they_are_read() -> None:
    """Memory stays the same however many there are: little more is taken than is given back."""
    taken = 0

    def feed() -> Iterator[Report | Reject]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            refused = Reject(id="bad", source="x", code="C101", reason="empty")
            yield refused if number % 1000 > 300 else report(number, "Aliyev met Weber.")

    ahead = []
    for given, _outcome in enumerate(flow.outcomes(feed()), start=1):
        ahead.append(taken - given)
        if given > 1200:
            break
    assert max(ahead) <= flow.reading.MOST_WAITING + 1


def test_a_source_that_breaks_is_told_behind_what_came_before() -> None:
    def feed() -> Iterator[Report]:
        yield report(1)
        yield report(2)
        raise OSError("the disk is gone")

    found = flow.outcomes(feed())
    assert shown([next(found), next(found)]) == [("r1", "read"), ("r2", "read")]
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_a_pipeline_that_does_not_load_ends_the_run() -> None:
    with pytest.raises(LanguageError) as caught:
        list(flow.outcomes([report(1)], pipeline="no_such_pipeline"))
    assert caught.value.code == "C202"


# ── failures of our own ──────────────────────────────────────────────────────────────────────────
MANY = 150  # more than the parser takes ahead
BAD = {3, 70, 71, 149}


@Language.component("comity_test_bomb")
def _bomb(doc: Doc) -> Doc:
    if "BOOM" in doc.text:
        raise IndexError("a bomb [went off]\nin the text")
    return doc


@pytest.fixture
def bomb() -> Iterator[None]:
    nlp = load(PIPELINES["en"])
    nlp.add_pipe("comity_test_bomb", first=True)
    yield
    nlp.remove_pipe("comity_test_bomb")


def mined(count: int = MANY) -> list[Report]:
    return [
        report(n, "BOOM went the talks." if n in BAD else "Aliyev met Weber.") for n in range(count)
    ]


EXPECTED = [(f"r{n}", "C190" if n in BAD else "read") for n in range(MANY)]


@pytest.mark.usefixtures("bomb")
def test_a_report_that_breaks_the_pipeline_stops_no_other() -> None:
    found = list(flow.outcomes(mined()))
    assert shown(found) == EXPECTED
    refused = found[3]
    assert isinstance(refused, Reject)
    assert refused.source == "feed:3"
    assert "IndexError: a bomb [went off] in the text in test_flow.py, line" in refused.reason
    assert "please report it" in refused.reason


@pytest.mark.usefixtures("bomb")
def test_a_report_that_breaks_the_pipeline_alone() -> None:
    with pytest.raises(InputError) as caught:
        comity.read("BOOM went the talks.", language="en")
    assert caught.value.code == "C190"
    assert isinstance(caught.value.__cause__, IndexError)
    found = comity.read_many(mined(5))
    assert [next(found).id for _ in range(3)] == ["r0", "r1", "r2"]
    with pytest.raises(InputError, match="IndexError"):
        next(found)


@pytest.mark.parametrize("part", ["lay_out", "_parsed"])
def test_a_report_that_breaks_the_parser_stops_no_other(monkeypatch, part) -> None:
    original = getattr(parsing, part)

    def broken(first, *others):
        text = first.text if isinstance(first, Report) else first.report.text
        if "BOOM" in text:
            raise RecursionError("too deep")
        return original(first, *others)

    monkeypatch.setattr(parsing, part, broken)
    assert shown(flow.outcomes(mined())) == EXPECTED


def test_a_report_that_breaks_the_rules_stops_no_other(monkeypatch) -> None:
    original = flow.reading.read_parsed

    def broken(parsed, *, reader):
        if "BOOM" in parsed.text:
            raise KeyError("bomb")
        return original(parsed, reader=reader)

    monkeypatch.setattr(flow.reading, "read_parsed", broken)
    assert shown(flow.outcomes(mined())) == EXPECTED


def test_a_parser_that_gives_too_few_loses_no_report(monkeypatch) -> None:
    original = parsing.parse_many

    def short(reports, *, pipeline=None):
        for at, parsed in enumerate(original(reports, pipeline=pipeline)):
            if at == 2:
                return
            yield parsed

    monkeypatch.setattr(flow.reading, "parse_many", short)
    found = shown(flow.outcomes([report(n) for n in range(7)]))
    assert found == [(f"r{n}", "read") for n in range(7)]


def test_an_interruption_is_no_failure(monkeypatch) -> None:
    def interrupted(parsed, *, reader):
        raise KeyboardInterrupt

    monkeypatch.setattr(flow.reading, "read_parsed", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(flow.outcomes([report(1)]))
