"""Layout: what each paragraph of a report is, and what is cut off before it is parsed."""

from __future__ import annotations

import pytest

from comity.language.layout import LONGEST, lay_out
from comity.model.report import Report

BODY = "Foreign Minister Ann Hill met her colleagues from Denmark in Oslo on Monday."


def laid_out(
    text: str, *, title: str | None = None, published: str | None = None
) -> list[tuple[str, str]]:
    report = Report(id="test", text=text, title=title, published=published, language="en")
    return [(piece.role, piece.prepared.text) for piece in lay_out(report).pieces]


LAYOUTS = [
    # the opening
    (BODY, [("body", BODY)]),
    (f"Ministers meet in Oslo\n\n{BODY}", [("title", "Ministers meet in Oslo"), ("body", BODY)]),
    (f"By Per Lund\n\n{BODY}", [("title", "By Per Lund"), ("body", BODY)]),
    (f"Ministers meet\n\nBy Per Lund\n\n{BODY}",
     [("title", "Ministers meet"), ("byline", "By Per Lund"), ("body", BODY)]),
    (f"Ministers meet\n\nOslo, 5 May 2023\n\n{BODY}",
     [("title", "Ministers meet"), ("byline", "Oslo, 5 May 2023"), ("body", BODY)]),
    ("Ministers meet", [("body", "Ministers meet")]),
    # the dateline is cut off
    (f"OSLO, May 5 – {BODY}", [("body", BODY)]),
    # a story goes on
    (f"{BODY}\n\nForeign policy\n\n{BODY}", [("body", BODY), ("heading", "Foreign policy"), ("body", BODY)]),
    (f"{BODY}\n\nAnn Hill, Norland\n\nPer Lund, Denmark",
     [("body", BODY), ("line", "Ann Hill, Norland"), ("line", "Per Lund, Denmark")]),
    # transcripts
    (f"{BODY}\n\nMINISTER HILL: I am glad.\n\nAnd I thank you.\n\nPer Lund: So am I.",
     [("body", BODY), ("label", "MINISTER HILL"), ("turn", "I am glad."), ("body", "And I thank you."),
      ("label", "Per Lund"), ("turn", "So am I.")]),
    (f"{BODY}\n\nPresident Hill: I am glad. Mr. Per Lund: So am I.",
     [("body", BODY), ("label", "President Hill"), ("turn", "I am glad."),
      ("label", "Mr. Per Lund"), ("turn", "So am I.")]),
    (f"{BODY}\n\nWarning: it may rain.", [("body", BODY), ("body", "Warning: it may rain.")]),
]  # fmt: skip


@pytest.mark.parametrize("text, pieces", LAYOUTS)
def test_layout(text: str, pieces: list[tuple[str, str]]) -> None:
    assert laid_out(text) == pieces


def test_a_known_title_is_found_however_it_is_typed() -> None:
    text = f"MINISTERS  MEET, at last.\n\n{BODY}"
    assert laid_out(text, title="Ministers meet, at last.")[0][0] == "title"


def test_turns_know_their_speaker() -> None:
    report = Report(id="test", text=f"{BODY}\n\nMINISTER HILL: I am glad.", language="en")
    assert [piece.speaker for piece in lay_out(report).pieces] == [
        None,
        "MINISTER HILL",
        "MINISTER HILL",
    ]


FILED = [
    ("OSLO, May 5 – ", "2023-04-01", "2023-05-05"),
    ("OSLO, May 5 – ", None, None),
    ("OSLO, May 5, 2021 – ", "2023-04-01", "2021-05-05"),
]


@pytest.mark.parametrize("opening, published, date", FILED)
def test_a_dateline_takes_its_year_from_the_report(
    opening: str, published: str | None, date: str | None
) -> None:
    report = Report(id="test", text=opening + BODY, published=published, language="en")
    filed = lay_out(report).dateline
    assert filed is not None
    assert (filed.place, filed.date) == ("Oslo", date)
    assert report.text[slice(*filed.span)].strip() == opening.strip()


@pytest.mark.parametrize("word", ["word ", "word. ", "x"])
def test_long_paragraphs_are_parsed_in_pieces(word: str) -> None:
    text = word * (3 * LONGEST // len(word))
    pieces = lay_out(Report(id="test", text=text, language="en")).pieces
    assert len(pieces) > 2
    assert all(len(piece.prepared.text) <= LONGEST for piece in pieces)
    assert "".join(piece.prepared.text for piece in pieces) == text.strip()
    assert [piece.last for piece in pieces] == [False] * (len(pieces) - 1) + [True]
