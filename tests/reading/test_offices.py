"""Offices: the titles that a report gives to people, with the body or country."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

OFFICES = [
    # before the name
    ("Foreign Minister Ingrid Solberg spoke.", {("Foreign Minister", None)}),
    ("Deputy Foreign Minister Ingrid Solberg spoke.", {("Deputy Foreign Minister", None)}),
    ("Prime Minister Ingrid Solberg of Norway spoke.", {("Prime Minister", "Norway")}),
    ("Norwegian Prime Minister Ingrid Solberg spoke.", {("Prime Minister", "Norway")}),
    ("The Minister of Trade, Ingrid Solberg, spoke.", {("Minister of Trade", None)}),
    ("The President of Norway, Ingrid Solberg, spoke.", {("President", "Norway")}),
    ("The Deputy Minister of Trade of Norway, Ingrid Solberg, spoke.",
     {("Deputy Minister of Trade", "Norway")}),
    ("Speaker of the Norwegian Parliament Ingrid Solberg spoke.",
     {("Speaker", "Norwegian Parliament")}),
    ("UN Secretary-General Ingrid Solberg spoke.", {("Secretary-General", "UN")}),
    # in apposition
    ("Ingrid Solberg, who is Minister of Trade, spoke.", {("Minister of Trade", None)}),
    ("Ingrid Solberg, Minister of Trade, spoke.", {("Minister of Trade", None)}),
    ("Ingrid Solberg, the President of Norway, spoke.", {("President", "Norway")}),
    ("Ingrid Solberg, Chair of the Norwegian Labour Party, spoke.",
     {("Chair", "Norwegian Labour Party")}),
    ("Ingrid Solberg, Director of the World Bank, spoke.", {("Director", "World Bank")}),
    # two of them
    ("Deputy Prime Minister and Minister of Trade Ingrid Solberg spoke.",
     {("Deputy Prime Minister", None), ("Minister of Trade", None)}),
    ("Ingrid Solberg, Deputy Prime Minister and Minister of Trade, spoke.",
     {("Deputy Prime Minister", None), ("Minister of Trade", None)}),
    ("Minister Ingrid Solberg, Chair of the Norwegian Labour Party, spoke.",
     {("Minister", None), ("Chair", "Norwegian Labour Party")}),
    # a shorter form of the same office is no second one
    ("Minister of Trade Ingrid Solberg spoke. Minister Solberg left.",
     {("Minister of Trade", None)}),
    # no office
    ("Mrs. Ingrid Solberg spoke.", set()),
    ("Former Foreign Minister Ingrid Solberg spoke.", set()),
    ("Ingrid Solberg, a member of the Norwegian Labour Party, spoke.", set()),
]  # fmt: skip


@pytest.mark.parametrize("text, offices", OFFICES)
def test_offices(
    reading_of: Callable[..., Reading], text: str, offices: set[tuple[str, str | None]]
) -> None:
    reading = reading_of(text)
    assert {(office.title, office.body) for office in reading.offices} == offices
    assert {office.person for office in reading.offices} <= {"Ingrid Solberg"}


def test_each_has_its_own(reading_of: Callable[..., Reading]) -> None:
    reading = reading_of(
        "Foreign Ministers Ingrid Solberg and Tomas Varga met Ambassador Karin Moe in Oslo."
    )
    assert {(office.person, office.title) for office in reading.offices} == {
        ("Ingrid Solberg", "Foreign Minister"),
        ("Tomas Varga", "Foreign Minister"),
        ("Karin Moe", "Ambassador"),
    }


def test_the_evidence_holds_the_title(reading_of: Callable[..., Reading]) -> None:
    text = "Snow fell. Foreign Minister Ingrid Solberg spoke."
    (office,) = reading_of(text).offices
    ((start, end),) = office.evidence
    assert "Foreign Minister" in text[start:end]
