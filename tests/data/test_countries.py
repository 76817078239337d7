"""Countries, cities and seats of power."""

from __future__ import annotations

import pytest

from comity.data import countries


@pytest.mark.parametrize(
    "surface, code",
    [
        ("Russia", "RUS"),
        ("Russian Federation", "RUS"),
        ("Islamic Republic of Iran", "IRN"),
        ("Republic of Korea", "KOR"),
        ("ROK", "KOR"),
        ("DPRK", "PRK"),
        ("People's Republic of China", "CHN"),
        ("People’s Republic of China", "CHN"),
        ("Republic of China", "TWN"),
        ("PRC", "CHN"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("United States of America", "USA"),
        ("U.K.", "GBR"),
        ("Great Britain", "GBR"),
        ("Northern Ireland", "GBR"),
        ("UAE", "ARE"),
        ("KSA", "SAU"),
        ("Kingdom of Bahrain", "BHR"),
        ("Republic of Kazakhstan", "KAZ"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Burma", "MMR"),
        ("Czechia", "CZE"),
        ("Czech Republic", "CZE"),
        ("Cabo Verde", "CPV"),
        ("Swaziland", "SWZ"),
        ("Vatican", "VAT"),
        ("Gaza", "PSE"),
        ("Palestinian Authority", "PSE"),
        ("Kosovo", "XKX"),
        ("European Union", "EUR"),
        ("Papua New Guinea", "PNG"),
        ("Equatorial Guinea", "GNQ"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("DRC", "COD"),
        ("Republic of the Congo", "COG"),
    ],
)
def test_names(surface: str, code: str) -> None:
    assert countries.names()[surface] == code


@pytest.mark.parametrize(
    "word", ["us", "polish", "turkey", "chad", "The Gambia", "the Netherlands"]
)
def test_names_are_case_sensitive_and_without_article(word: str) -> None:
    assert word not in countries.names()
    assert word not in countries.adjectives()


@pytest.mark.parametrize(
    "surface, code",
    [("French", "FRA"), ("Kazakh", "KAZ"), ("Kazakhstani", "KAZ"), ("Emirati", "ARE"),
     ("Israeli", "ISR"), ("Dutch", "NLD"), ("North Korean", "PRK"), ("Nigerien", "NER")],
)  # fmt: skip
def test_adjectives(surface: str, code: str) -> None:
    assert countries.adjectives()[surface] == code


@pytest.mark.parametrize(
    "surface, code",
    [("Frenchmen", "FRA"), ("Kazakhs", "KAZ"), ("Palestinians", "PSE"), ("Britons", "GBR")],
)
def test_peoples(surface: str, code: str) -> None:
    assert countries.peoples()[surface] == code


@pytest.mark.parametrize(
    "surface, code",
    [("Astana", "KAZ"), ("Nur-Sultan", "KAZ"), ("Kiev", "UKR"), ("Geneva", "CHE"),
     ("Sharm el-Sheikh", "EGY"), ("The Hague", "NLD"), ("Brussels", "BEL"), ("New York", "USA"),
     ("Saint Petersburg", "RUS"), ("Samarkand", "UZB"), ("Bali", "IDN"), ("Zurich", "CHE")],
)  # fmt: skip
def test_cities(surface: str, code: str) -> None:
    assert countries.cities()[surface] == code


def test_seats_of_power_are_metonyms_and_venues() -> None:
    for surface, code in (("Kremlin", "RUS"), ("White House", "USA"), ("Akorda", "KAZ")):
        assert countries.metonyms()[surface] == code
        assert countries.venues()[surface] == code
    assert countries.venues()["Camp David"] == "USA"
    assert "Camp David" not in countries.metonyms()


def test_brussels_is_the_union_when_it_acts() -> None:
    assert countries.capital_metonyms()["Brussels"] == "EUR"
    assert countries.capital_metonyms()["Moscow"] == "RUS"


def test_canonical_names() -> None:
    assert countries.canonical("KOR") == "South Korea"
    assert countries.canonical("EUR") == "European Union"
    with pytest.raises(KeyError):
        countries.canonical("QQQ")


def test_ambiguous_and_blocked() -> None:
    assert {"Georgia", "Jordan", "Chad", "Turkey", "Korean", "Congo"} <= countries.ambiguous()
    assert "Kazakhstan" not in countries.ambiguous()
    assert "South China Sea" in countries.blocked()
