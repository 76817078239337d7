"""The gazetteer of parties."""

from __future__ import annotations

import pytest

from comity.data import parties
from comity.data.folding import fold


@pytest.mark.parametrize(
    "name, country",
    [
        ("Nur Otan", "KAZ"),
        ("Nur Otan Party", "KAZ"),
        ("the Nur Otan Party", "KAZ"),
        ("La République En Marche!", "FRA"),
        ("La Republique En Marche", "FRA"),
        ("La France Insoumise", "FRA"),
        ("Democratic Movement", "FRA"),
        ("United Russia", "RUS"),
        ("Communist Party of China", "CHN"),
        ("Workers’ Party of Korea", "PRK"),
        ("Workers ' Party of Korea", "PRK"),
        ("Communist Party of Vietnam", "VNM"),
        ("New Azerbaijan Party", "AZE"),
        ("Georgian Dream", "GEO"),
        ("Lao People's Revolutionary Party", "LAO"),
        ("AK Party", "TUR"),
        ("AKP", "TUR"),
        ("Fidesz", "HUN"),
        ("Law and Justice", "POL"),
        ("African National Congress", "ZAF"),
        ("FRELIMO", "MOZ"),
        ("Likud", "ISR"),
        ("Fatah", "PSE"),
        ("Единая Россия", "RUS"),
    ],
)
def test_lookup(name: str, country: str) -> None:
    facts = [fact for fact in parties.lookup(name) if fact.country == country]
    assert facts
    assert facts[0].needs == ""


@pytest.mark.parametrize(
    "name, needs",
    [("Republicans", "article"), ("Democrats", "article"), ("Greens", "article"),
     ("Labour", "context"), ("Renaissance", "context"), ("Unity", "context")],
)  # fmt: skip
def test_ordinary_words_need_more(name: str, needs: str) -> None:
    facts = parties.lookup(name)
    assert facts
    assert {fact.needs for fact in facts} == {needs}


@pytest.mark.parametrize("name", ["akp", "law and justice", "Party", "", "Nobody Has This Name"])
def test_no_party(name: str) -> None:
    assert parties.lookup(name) == ()


def test_a_shared_name_lists_all_countries() -> None:
    assert {"GBR", "IRL", "NZL"} <= {fact.country for fact in parties.lookup("Labour Party")}


def test_first_words_and_longest_serve_a_scanner() -> None:
    assert {"nur", "la", "AKP"} <= parties.first_words()
    assert 10 <= parties.longest() <= 25


def test_fold() -> None:
    assert fold("La République En Marche!") == "la republique en marche"
    assert fold("People 's Party") == fold("People’s Party") == "people s party"
