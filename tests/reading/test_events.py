"""Events between countries: their type, their direction, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

FOUND = [
    # from encounters, commitments and statements
    ("President Mona Adler of Austria met with President Luis Soto of Peru.", "AUT CONSULT PER"),
    ("President Luis Soto of Peru met with President Mona Adler of Austria.", "AUT CONSULT PER"),
    ("Austria and Peru agreed to open a joint laboratory.", "AUT AGREE PER"),
    ("Austria urged Peru to release the fishermen.", "AUT REQUEST PER"),
    ("Austria condemned Russia's invasion of Georgia.", "AUT ACCUSE RUS"),
    ("Austria thanked Peru for its help.", "AUT SUPPORT PER"),
    ("Austria congratulated Peru on its national day.", "AUT SUPPORT PER"),
    # material acts
    ("Russia attacked Georgia in 2022.", "RUS ASSAULT GEO"),
    ("Austria imposed sanctions on Belarus.", "AUT SANCTION BLR"),
    ("Austria provided humanitarian aid to Nepal.", "AUT AID NPL"),
    ("Austria stands with Nepal.", "AUT SUPPORT NPL"),
    ("Austria withdrew its troops from Mali.", "AUT RETREAT MLI"),
    ("Peru threatened Chile.", "PER THREATEN CHL"),
]

NONE = [
    "Austria will not attack Peru.",
    "Austria may impose sanctions on Belarus.",
    "Austria did not provide aid to Nepal.",
    "Rain fell on Austria and Peru.",
    "Austria thanked Austria's firemen.",
    "In 1812 the French invasion of Russia began. In 1813 it was over.",
    "The Second World War ravaged Poland.",
    "Austria would like to prevent any attack by Peru on Chile.",
]


def triples(reading: Reading) -> list[str]:
    return [f"{event.source} {event.type} {event.target}" for event in reading.events]


@pytest.mark.parametrize("text, triple", FOUND)
def test_event(reading_of: Callable[..., Reading], text: str, triple: str) -> None:
    assert triple in triples(reading_of(text))


@pytest.mark.parametrize("text", NONE)
def test_none(reading_of: Callable[..., Reading], text: str) -> None:
    assert triples(reading_of(text)) == []


def test_what_is_mutual_stands_once(reading_of: Callable[..., Reading]) -> None:
    text = (
        "President Luis Soto of Peru met with President Mona Adler of Austria. "
        "Adler later called Soto."
    )
    assert triples(reading_of(text)) == ["AUT CONSULT PER"]


def test_what_is_directed_has_no_mirror(reading_of: Callable[..., Reading]) -> None:
    text = "Austria provided humanitarian aid to Nepal."
    assert "NPL AID AUT" not in triples(reading_of(text))


def test_three_sides_are_three_pairs(reading_of: Callable[..., Reading]) -> None:
    text = "Austria, Chile and Peru agreed to open a joint laboratory."
    assert triples(reading_of(text)) == ["AUT AGREE CHL", "AUT AGREE PER", "CHL AGREE PER"]
