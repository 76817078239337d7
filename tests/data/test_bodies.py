"""Known bodies, head nouns and agencies."""

from __future__ import annotations

import pytest

from comity.data import bodies


@pytest.mark.parametrize(
    "surface, kind, country",
    [
        ("UN", "intergovernmental", None),
        ("UN Security Council", "intergovernmental", None),
        ("NATO", "intergovernmental", None),
        ("European Commission", "intergovernmental", "EUR"),
        ("European Parliament", "parliament", "EUR"),
        ("OSCE PA", "parliament", None),
        ("Majilis", "parliament", "KAZ"),
        ("Mazhilis", "parliament", "KAZ"),
        ("State Duma", "parliament", "RUS"),
        ("Knesset", "parliament", "ISR"),
        ("French National Assembly", "parliament", "FRA"),
        ("National Assembly", "parliament", None),
        ("National People's Congress", "parliament", "CHN"),
        ("National People’s Congress", "parliament", "CHN"),
        ("State Department", "government", "USA"),
        ("Hezbollah", "armed group", "LBN"),
        ("Taliban", "armed group", "AFG"),
        ("Gazprom", "company", "RUS"),
        ("Nazarbayev University", "education", "KAZ"),
    ],
)
def test_known(surface: str, kind: str, country: str | None) -> None:
    fact = bodies.known()[surface]
    assert (fact.kind, fact.country) == (kind, country)


def test_aliases_share_a_canonical_name() -> None:
    known = bodies.known()
    assert known["SCO"].name == known["Shanghai Cooperation Organisation"].name


def test_ambiguous_surfaces_are_marked() -> None:
    assert bodies.known()["IS"].ambiguous
    assert not bodies.known()["ISIS"].ambiguous


@pytest.mark.parametrize(
    "head, kind, reliable",
    [
        ("ministry", "government", True),
        ("council", "government", False),
        ("house of representatives", "parliament", True),
        ("parliamentary friendship group", "friendship group", True),
        ("party", "party", True),
        ("union", "intergovernmental", False),
        ("university", "education", True),
    ],
)
def test_heads(head: str, kind: str, reliable: bool) -> None:
    assert bodies.heads()[head] == bodies.HeadFact(kind, reliable)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "signed, name, country",
    [("KAZINFORM", "Kazinform", "KAZ"), ("ITAR-TASS", "TASS", "RUS"), ("REUTERS", "Reuters", "GBR"),
     ("AZERTAC", "Azertac", "AZE"), ("UZA", "UzA", "UZB"), ("ASSOCIATED PRESS", "AP", "USA")],
)  # fmt: skip
def test_agencies(signed: str, name: str, country: str) -> None:
    assert bodies.agencies()[signed] == bodies.AgencyFact(name, country)
