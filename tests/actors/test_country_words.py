"""Countries in the names of bodies."""

from __future__ import annotations

import pytest

from comity.actors.country_words import country_of, marked


@pytest.mark.parametrize(
    "name, code",
    [
        ("Kazakhstan", "KAZ"),
        ("the Netherlands", "NLD"),
        ("The United States", "USA"),
        ("People’s Republic of China", "CHN"),
        ("French", None),
        ("two leaders", None),
        ("Paris", None),
    ],
)
def test_country_of(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    "words, capitals, found",
    [
        ("french national assembly", (), "@FRA national assembly"),
        ("parliament of the republic of kazakhstan", (), "parliament of the @KAZ"),
        ("us senate", ("us",), "@USA senate"),
        ("about us", (), "about us"),
        ("european commission", (), "european commission"),
        ("papua new guinea government", (), "@PNG government"),
    ],
)
def test_marked(words: str, capitals: tuple[str, ...], found: str) -> None:
    assert " ".join(marked(words.split(), frozenset(capitals))) == found
