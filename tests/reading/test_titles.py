"""Titles of office beside a name: their text, and the body or country that they are held in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

NAME = "Eva Lund"
TITLES = [
    # text, [(title, body, country)]
    ("Foreign Minister Eva Lund spoke.", [("Foreign Minister", None, None)]),
    ("Norwegian Foreign Minister Eva Lund spoke.", [("Foreign Minister", None, "NOR")]),
    ("Norway’s Foreign Minister Eva Lund spoke.", [("Foreign Minister", None, "NOR")]),
    ("Former Norwegian Foreign Minister Eva Lund spoke.", [("Foreign Minister", None, "NOR")]),
    ("Deputy Prime Minister Eva Lund spoke.", [("Deputy Prime Minister", None, None)]),
    ("First Deputy Foreign Minister Eva Lund spoke.", [("First Deputy Foreign Minister", None, None)]),
    ("Minister of Defence Eva Lund spoke.", [("Minister of Defence", None, None)]),
    ("Minister of Foreign Affairs and Trade Eva Lund spoke.",
     [("Minister of Foreign Affairs and Trade", None, None)]),
    ("Minister for Foreign Affairs Eva Lund spoke.", [("Minister for Foreign Affairs", None, None)]),
    ("Prime Minister of Norway Eva Lund spoke.", [("Prime Minister", None, "NOR")]),
    ("Minister of Foreign Affairs of Norway Eva Lund spoke.",
     [("Minister of Foreign Affairs", None, "NOR")]),
    ("President of the Republic of Kenya Eva Lund spoke.", [("President", None, "KEN")]),
    ("Vice-President Eva Lund spoke.", [("Vice-President", None, None)]),
    ("Assistant Secretary of State Eva Lund spoke.", [("Assistant Secretary of State", None, None)]),
    ("Ambassador to Kenya Eva Lund spoke.", [("Ambassador to Kenya", None, None)]),
    ("Norwegian Ambassador to Kenya Eva Lund spoke.", [("Ambassador to Kenya", None, "NOR")]),
    ("Special Envoy for Climate Eva Lund spoke.", [("Special Envoy for Climate", None, None)]),
    ("UN Secretary-General Eva Lund spoke.", [("Secretary-General", "UN", None)]),
    ("European Council President Eva Lund spoke.", [("President", "European Council", None)]),
    # two offices
    ("Deputy Prime Minister and Foreign Minister Eva Lund spoke.",
     [("Deputy Prime Minister", None, None), ("Foreign Minister", None, None)]),
    ("Crown Prince and Prime Minister of Bahrain Eva Lund spoke.",
     [("Crown Prince", None, "BHR"), ("Prime Minister", None, "BHR")]),
    # courtesy and ranks are no offices
    ("Foreign Minister Dr. Eva Lund spoke.", [("Foreign Minister", None, None)]),
    ("Defence Minister General Eva Lund spoke.", [("Defence Minister", None, None)]),
    ("Mrs. Eva Lund spoke.", []),
    # behind the name
    ("Eva Lund, the Foreign Minister of Norway, spoke.", [("Foreign Minister", None, "NOR")]),
    ("Eva Lund, Prime Minister of Norway, spoke.", [("Prime Minister", None, "NOR")]),
    ("Eva Lund (Foreign Minister of Norway) spoke.", [("Foreign Minister", None, "NOR")]),
    ("Eva Lund, Chairperson of the Foreign Affairs Committee, spoke.",
     [("Chairperson", "Foreign Affairs Committee", None)]),
    ("Eva Lund, the Deputy Chair of the Green Party, spoke.", [("Deputy Chair", "Green Party", None)]),
    ("Eva Lund, head of the delegation, spoke.", [("head of the delegation", None, None)]),
    # the country behind the name
    ("Foreign Minister Eva Lund of Norway spoke.", [("Foreign Minister", None, "NOR")]),
]  # fmt: skip


@pytest.mark.parametrize("text, titles", TITLES)
def test_titles(
    cast_of: Callable[..., Cast], text: str, titles: list[tuple[str, str | None, str | None]]
) -> None:
    (entry,) = cast_of(text).people.entries
    assert entry.name == NAME
    assert [(title.text, title.body, title.country) for title, _ in entry.titles] == titles


FORMER = [
    ("Former Foreign Minister Eva Lund spoke.", True),
    ("The former Norwegian Foreign Minister Eva Lund spoke.", True),
    ("Eva Lund, former Foreign Minister of Norway, spoke.", True),
    ("The late President Eva Lund was remembered.", True),
    ("Foreign Minister Eva Lund spoke.", False),
]


@pytest.mark.parametrize("text, former", FORMER)
def test_former(cast_of: Callable[..., Cast], text: str, former: bool) -> None:
    (entry,) = cast_of(text).people.entries
    assert [title.former for title, _ in entry.titles] == [former]


SHARED = [
    ("Co-Chairs Eva Lund and Pavel Novak spoke.", "Co-Chair"),
    ("Foreign Ministers Eva Lund and Pavel Novak spoke.", "Foreign Minister"),
    ("Senators Eva Lund, Ingrid Solberg and Pavel Novak spoke.", "Senator"),
    ("Ambassadors Eva Lund and Pavel Novak spoke.", "Ambassador"),
    ("Prime Ministers Eva Lund of Denmark and Pavel Novak of Czechia spoke.", "Prime Minister"),
]


@pytest.mark.parametrize("text, title", SHARED)
def test_a_title_in_the_plural_is_everybodys(
    cast_of: Callable[..., Cast], text: str, title: str
) -> None:
    entries = cast_of(text).people.entries
    assert len(entries) > 1
    assert all([own.text for own, _ in entry.titles] == [title] for entry in entries)


EACH = [
    ("President Eva Lund and Prime Minister Pavel Novak of Norway spoke.",
     {"Eva Lund": [("President", "NOR")], "Pavel Novak": [("Prime Minister", "NOR")]}),
    ("Foreign Minister Eva Lund of Norway met Foreign Minister Pavel Novak of Czechia.",
     {"Eva Lund": [("Foreign Minister", "NOR")], "Pavel Novak": [("Foreign Minister", "CZE")]}),
    ("Eva Lund, the Norwegian Foreign Minister, met Pavel Novak, the Czech Ambassador.",
     {"Eva Lund": [("Foreign Minister", "NOR")], "Pavel Novak": [("Ambassador", "CZE")]}),
    ("President Eva Lund met Ingrid Solberg.",
     {"Eva Lund": [("President", None)], "Ingrid Solberg": []}),
]  # fmt: skip


@pytest.mark.parametrize("text, titles", EACH)
def test_each_has_their_own(cast_of: Callable[..., Cast], text: str, titles: dict) -> None:
    entries = cast_of(text).people.entries
    assert {e.name: [(t.text, t.country) for t, _ in e.titles] for e in entries} == titles
