"""Quotations: where somebody's words begin and end, in all forms of marks."""

from __future__ import annotations

import pytest

from comity.language import quotations

QUOTED = [
    ("He said: “We agree.”", ["We agree."]),
    ('He said: "We agree."', ["We agree."]),
    ("He said: «We agree.»", ["We agree."]),
    ("He said: ‹We agree.›", ["We agree."]),
    ("He said: „We agree.”", ["We agree."]),
    ("He said: „We agree.“", ["We agree."]),
    ("He said: 「We agree.」", ["We agree."]),
    ("He said: ``We agree.''", ["We agree."]),
    ("“We agree,” he said, “and shall sign.”", ["We agree,", "and shall sign."]),
    ('"We agree," he said, "and shall sign."', ["We agree,", "and shall sign."]),
    ("“It’s the people’s choice,” he said.", ["It’s the people’s choice,"]),
    ("“He told me ‘no’,” she said.", ["He told me ‘no’,"]),
    ('the so-called "road map"', ["road map"]),
    ('("We agree.")', ["We agree."]),
    ('He calls it"a success".', []),
    ("“”", []),
    ("No words of anybody’s.", []),
    ('a 12" gun and a 14" gun', []),
    ("", []),
]


@pytest.mark.parametrize("text, quoted", QUOTED)
def test_quoted(text: str, quoted: list[str]) -> None:
    spans = quotations.spans(text)
    assert [text[start:end] for start, end, _ in spans] == quoted
    assert all(closed for _, _, closed in spans)


OPEN = [
    ("“We agree. We shall sign.", "We agree. We shall sign."),
    ('"We agree. We shall sign.', "We agree. We shall sign."),
    ("He said: «We agree.", "We agree."),
]


@pytest.mark.parametrize("text, quoted", OPEN)
def test_a_missing_mark_is_put_at_the_end(text: str, quoted: str) -> None:
    ((start, end, closed),) = quotations.spans(text)
    assert (text[start:end], closed) == (quoted, False)


def test_a_mark_that_was_never_closed_ends_where_the_next_opens() -> None:
    text = "“We agree, he said. “We shall sign."
    assert [text[start:] for start, _, _ in quotations.spans(text)] == ["We shall sign."]
