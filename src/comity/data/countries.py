"""Countries, their peoples, their capitals and cities, as English reports name them.

Every mapping goes from a surface form to an ISO 3166-1 alpha-3 code (`EUR` is the European Union,
`XKX` Kosovo). Matching is case-sensitive: "US" is a country and "us" is not, "Polish" is an
adjective of Poland and "polish" is not. Surfaces stand without a leading "the", with straight and
with curly apostrophes, with and without accents. A reader takes the longest match over all
mappings and `blocked`, so that "Guinea" is not found in "Papua New Guinea" nor "Jordan" in
"Jordan Valley".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from comity.data.files import load_json
from comity.data.variants import apostrophes


@cache
def names() -> Mapping[str, str]:
    """Names of countries, short and long: "Russia", "Russian Federation", "U.S."."""
    return _by_surface("names")


@cache
def adjectives() -> Mapping[str, str]:
    """Adjectives of countries: "French", "Kazakh", "Kazakhstani"."""
    return _by_surface("adjectives")


@cache
def peoples() -> Mapping[str, str]:
    """Nouns for a people that are not the adjective too: "Frenchmen", "Kazakhs", "Briton"."""
    return _by_surface("peoples")


@cache
def capitals() -> Mapping[str, str]:
    """Capitals, former capitals and former names included: "Astana", "Nur-Sultan"."""
    return _by_surface("capitals")


@cache
def cities() -> Mapping[str, str]:
    """Cities and regions, capitals included. "Brussels" is in Belgium here."""
    return _by_surface("capitals", "cities")


@cache
def venues() -> Mapping[str, str]:
    """Residences, halls and houses where people meet: "Camp David", "Kremlin", "Blair House"."""
    return _by_surface("seats", "venues")


@cache
def metonyms() -> Mapping[str, str]:
    """Seats of power that stand for their government: "Kremlin", "White House", "Akorda"."""
    return _by_surface("seats")


@cache
def capital_metonyms() -> Mapping[str, str]:
    """The capitals, for where one stands for a government; "Brussels" is then the EU."""
    return MappingProxyType({**capitals(), "Brussels": "EUR"})


@cache
def ambiguous() -> frozenset[str]:
    """Surfaces of any of the mappings that often mean something else, or another country."""
    return frozenset(form for surface in _file()["ambiguous"] for form in apostrophes(surface))


@cache
def blocked() -> frozenset[str]:
    """Phrases inside which no word names a country or a city: "South China Sea"."""
    return frozenset(form for phrase in _file()["blocked"] for form in apostrophes(phrase))


def canonical(alpha3: str) -> str:
    """The name that reports use for the country with this code.

    Raises `KeyError` for a code that is not in the data.
    """
    name: str = _file()["countries"][alpha3]["name"]
    return name


@cache
def codes() -> frozenset[str]:
    """All codes that the data know."""
    return frozenset(_file()["countries"])


def _file() -> Any:
    return load_json("countries.json")


def _by_surface(*fields: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, country in _file()["countries"].items():
        for field in fields:
            for surface in country.get(field, ()):
                for form in apostrophes(surface):
                    found[form] = code
    return MappingProxyType(found)
