"""Preparation: paragraphs without markup, each character of which knows its place in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.language.prepare import paragraphs

PARAGRAPHS = [
    # paragraphs
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\n \t\n\n\nTwo.", ["One.", "Two."]),
    ("One\nand the same.", ["One and the same."]),
    ("One.\u2029Two.", ["One.", "Two."]),
    ("  One  \t and\u00a0two. ", ["One and two."]),
    ("One.\n\n# # #\n\n***\n\n-----\n\n12", ["One."]),
    ("", []),
    ("\n \n", []),
    # HTML
    ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
    ("<p class='a b'>One <b>and</b> <i>two</i>.</p>", ["One and two."]),
    ("One.<br><br/>Two.", ["One.", "Two."]),
    ("One<!-- a note --> and two.", ["One and two."]),
    ("One <figure><img src='x'/><figcaption>A flag</figcaption></figure>and two.", ["One and two."]),
    ("5 < 6 and 7 > 6, he said.", ["5 < 6 and 7 > 6, he said."]),
    # Markdown
    ("The [foreign ministry](https://mfa.example/a_(b)) said.", ["The foreign ministry said."]),
    ("![A flag](flag.png) One.", ["A flag One."]),
    ("One **and** _two_ *three*.", ["One and two three."]),
    ("snake_case and 2*3*4.", ["snake_case and 2*3*4."]),
    ("## Foreign policy\n\nOne.", ["Foreign policy", "One."]),
    ("> One.\n> Two.", ["One. Two."]),
    (r"One\* and \[two\].", ["One* and [two]."]),
    ("See https://mfa.example/a?b=c for one.", ["See for one."]),
    # lists
    ("They are:\n- Ann Hill, Norland\n- Per Lund, Denmark", ["They are:", "Ann Hill, Norland", "Per Lund, Denmark"]),
    ("They are:\n• Ann Hill\n• Per Lund", ["They are:", "Ann Hill", "Per Lund"]),
    ("They are:\n1. Ann Hill\n2) Per Lund", ["They are:", "Ann Hill", "Per Lund"]),
    ("- Ann Hill, Norland - Per Lund, Denmark", ["Ann Hill, Norland", "Per Lund, Denmark"]),
    # what pages leave behind
    ("One:“I agree.”", ["One: “I agree.”"]),
    ("Hill Hill AnnPrime Minister of Norland: I agree.", ["Hill Hill AnnPrime Minister of Norland: I agree."]),
    ("Ann Hill Hill AnnPrime Minister of Norland: I agree.", ["Ann Hill: I agree."]),
    ("Zero\u200bwidth and\ufeff marks.", ["Zero width and marks."]),
]  # fmt: skip


@pytest.mark.parametrize("text, found", PARAGRAPHS)
def test_paragraphs(text: str, found: list[str]) -> None:
    assert [prepared.text for prepared in paragraphs(text)] == found


PIECES = ["One", " ", "\n", "\n\n", "<p>", "</p>", "[a](b)", "**", "_", "“", '"', ":", "- ", "# ",
          "<figure>", "</figure>", "<!--", "-->", "é", "\u200b", "https://a.b", "A B B AC: "]  # fmt: skip


@pytest.mark.parametrize("text", [text for text, _ in PARAGRAPHS])
def test_offsets(text: str) -> None:
    check_offsets(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_offsets_of_any_text(text: str) -> None:
    check_offsets(text)


def check_offsets(text: str) -> None:
    """Each character stands where it says, or is a blank for white space or an inserted one."""
    last = -1
    for prepared in paragraphs(text):
        assert len(prepared.text) == len(prepared.offsets)
        for char, offset in zip(prepared.text, prepared.offsets, strict=True):
            assert char in (text[offset], " ")
            assert offset >= last
            last = offset


@pytest.mark.parametrize(
    "unit", ["<figure ", "<!-- ", " \n", "<b> ", "[a](", "“a ", ':"a', "A B B A", "# ", "- ", "> "]
)
def test_long_texts_take_no_longer_than_they_should(unit: str) -> None:
    # a reader that looks at the rest of the text at each place would take minutes here
    paragraphs(unit * 20_000)
