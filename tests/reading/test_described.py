"""Described: people by their titles alone ("the Vice President")."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

TWO = (
    "OSLO. Prime Minister Ingrid Solberg of Norway met President Tomas Varga of Hungary. "
    "Speaker Nils Dahl and Deputy Prime Minister Karin Moe joined them. "
)

MEANT = [
    ("The President thanked the hosts.", "President", "Tomas Varga"),
    ("The Prime Minister thanked the guests.", "Minister", "Ingrid Solberg"),
    ("The Deputy Prime Minister thanked the guests.", "Minister", "Karin Moe"),
    ("The Speaker thanked the guests.", "Speaker", "Nils Dahl"),
    ("The Hungarian President thanked the hosts.", "President", "Tomas Varga"),
    ("The President of Hungary thanked the hosts.", "President", "Tomas Varga"),
    ("Hungary’s President thanked the hosts.", "President", "Tomas Varga"),
    ("The Norwegian Prime Minister thanked the guests.", "Minister", "Ingrid Solberg"),
]


@pytest.mark.parametrize("sentence, word, name", MEANT)
def test_title_alone(
    cast_of: Callable[..., Cast], at: Callable[..., int], sentence: str, word: str, name: str
) -> None:
    cast = cast_of(TWO + sentence)
    assert cast.resolve(at(cast, word, cast.syntax.words.count(word))).names == (name,)


BESIDE = [
    ("The Minister of Trade, Karin Moe, spoke first.", "Minister", "Karin Moe"),
    ("Trade Minister Karin Moe spoke first.", "Minister", "Karin Moe"),
    ("Karin Moe, the Minister of Trade, spoke first.", "Moe", "Karin Moe"),
    ("The Minister met her Hungarian counterpart, Tomas Varga.", "counterpart", "Tomas Varga"),
]


@pytest.mark.parametrize("text, word, name", BESIDE)
def test_title_beside_a_name(
    cast_of: Callable[..., Cast], at: Callable[..., int], text: str, word: str, name: str
) -> None:
    cast = cast_of(text)
    assert cast.resolve(at(cast, word)).names == (name,)


def test_nobody_of_another_country_is_meant(
    cast_of: Callable[..., Cast], at: Callable[..., int]
) -> None:
    cast = cast_of(TWO + "The President of Chile sent a letter.")
    assert "Tomas Varga" not in cast.resolve(at(cast, "President", 2)).names


def test_the_only_untitled_person_bears_the_title(
    cast_of: Callable[..., Cast], at: Callable[..., int]
) -> None:
    cast = cast_of(
        "Tomas Varga met Foreign Minister Ingrid Solberg of Norway. "
        "The President of Hungary thanked her."
    )
    assert cast.resolve(at(cast, "President")).names == ("Tomas Varga",)
    person = cast.person_named("Tomas Varga")
    assert person is not None
    assert person.country == "HUN"
