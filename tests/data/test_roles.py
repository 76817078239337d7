"""Common nouns for actors, and words that tell whose somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.data import countries, roles
from comity.data.files import load_json

SOURCE = Path(__file__).parents[2] / "src" / "comity" / "reading"
LISTS = [key for key in load_json("roles.json") if key != "national_offices"]


@pytest.mark.parametrize("key", LISTS)
def test_words_are_sorted_and_in_lower_case(key: str) -> None:
    listed = load_json("roles.json")[key]
    assert listed == sorted(set(listed))
    assert all(word == word.lower() for word in listed)


@pytest.mark.parametrize("key", LISTS)
def test_a_rule_reads_the_list(key: str) -> None:
    assert any(
        f'roles.word_set("{key}")' in path.read_text(encoding="utf-8")
        for path in SOURCE.glob("*.py")
    )


def test_national_offices_are_those_of_countries() -> None:
    assert set(roles.national_offices().values()) <= countries.codes()
    assert roles.national_offices()["pope"] == "VAT"


def test_no_title_shows_both() -> None:
    assert not roles.word_set("male") & roles.word_set("female")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError, match="villains"):
        roles.word_set("villains")
