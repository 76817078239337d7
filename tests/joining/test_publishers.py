from __future__ import annotations

import pytest

from comity.joining.publishers import publisher_country


@pytest.mark.parametrize(
    "publisher, country",
    [
        ("kremlin.ru", "RUS"),
        ("The White House", "USA"),
        ("U.S. Department of State", "USA"),
        ("KAZINFORM", "KAZ"),
        ("Ministry of Foreign Affairs of Japan", "JPN"),
        ("French Foreign Ministry", "FRA"),
        ("Embassy of France in Kazakhstan", None),
        ("The Daily Courier", None),
        ("", None),
        (None, None),
    ],
)
def test_a_publisher_has_a_country(publisher: str | None, country: str | None) -> None:
    assert publisher_country(publisher) == country
