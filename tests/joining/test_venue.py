from __future__ import annotations

import pytest

from comity.joining.venue import country_of


@pytest.mark.parametrize(
    "place, country",
    [
        ("Astana", "KAZ"),
        ("Nur-Sultan", "KAZ"),
        ("the White House", "USA"),
        ("Washington, D.C.", "USA"),
        ("Kremlin", "RUS"),
        ("Geneva, Switzerland", "CHE"),
        ("France", "FRA"),
        ("the Great Hall of a house nobody knows", None),
        ("", None),
        (None, None),
    ],
)
def test_a_place_tells_its_country(place: str | None, country: str | None) -> None:
    assert country_of(place) == country
