"""Places: countries and cities that a text names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

FOUND = [
    ("Norway spoke.", [("Norway", "name", "NOR")]),
    ("The Norwegian side spoke.", [("Norwegian", "adjective", "NOR")]),
    ("The Kazakhs spoke.", [("Kazakhs", "people", "KAZ")]),
    ("The talks were held in Oslo.", [("Oslo", "city", "NOR")]),
    ("The Kremlin spoke.", [("Kremlin", "seat", "RUS")]),
    ("The Czech Republic spoke.", [("Czech Republic", "name", "CZE")]),
    ("The Kyrgyz Republic spoke.", [("Kyrgyz Republic", "name", "KGZ")]),
    ("Papua New Guinea spoke.", [("Papua New Guinea", "name", "PNG")]),
    ("The U.S.-led talks went on.", [("U.S.-led", "adjective", "USA")]),
    # other places that hold a country's name
    ("They met by the Jordan.", []),
    ("They met in Latin America.", []),
    ("They met in New Mexico.", [("New Mexico", "city", "USA")]),
    # words that are no names
    ("They sat on china and ate turkey.", []),
]


@pytest.mark.parametrize("text, places", FOUND)
def test_places(
    cast_of: Callable[..., Cast], text: str, places: list[tuple[str, str, str]]
) -> None:
    cast = cast_of(text)
    assert [
        (cast.syntax.plain(place.first, place.last), place.sort, place.code)
        for place in cast.places.found
    ] == places


def test_a_compound_has_two_countries(cast_of: Callable[..., Cast]) -> None:
    (place,) = cast_of("The U.S.-Japan talks went on.").places.found
    assert place.codes == ("USA", "JPN")


NAMES = [
    ("Norway spoke. The Kingdom of Norway spoke.", "NOR", "Kingdom of Norway"),
    ("The Norwegian side spoke.", "NOR", "Norway"),
    ("Scotland spoke.", "GBR", "United Kingdom"),
]


@pytest.mark.parametrize("text, code, name", NAMES)
def test_what_a_country_is_called(
    cast_of: Callable[..., Cast], text: str, code: str, name: str
) -> None:
    assert cast_of(text).places.name_of(code) == name
