"""Delegations: whom they represent, who leads them, whom they consist of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast
from comity.reading.delegations import Delegations

DELEGATIONS = [
    # text, of, head, drawn from
    ("A Norwegian delegation arrived in Nairobi.", ["Norway"], None, []),
    ("A delegation from Norway arrived in Nairobi.", ["Norway"], None, []),
    ("A delegation of the Fisheries Party arrived in Nairobi.", ["Fisheries Party"], None, []),
    ("A Norwegian delegation led by Foreign Minister Eva Lund arrived.", ["Norway"], "Eva Lund", []),
    ("A delegation of Norway, headed by Foreign Minister Eva Lund, arrived.", ["Norway"], "Eva Lund", []),
    ("Foreign Minister Eva Lund led the Norwegian delegation.", ["Norway"], "Eva Lund", []),
    ("Foreign Minister Eva Lund led a delegation from Norway.", ["Norway"], "Eva Lund", []),
    ("The Norwegian delegation was led by Foreign Minister Eva Lund.", ["Norway"], "Eva Lund", []),
    ("The head of the Norwegian delegation, Eva Lund, spoke first.", ["Norway"], "Eva Lund", []),
    ("Foreign Minister Eva Lund of Norway and her team arrived.", ["Norway"], "Eva Lund", []),
    ("The Norwegian delegation included Ingrid Solberg and Ola Dahl.",
     ["Norway"], None, ["Ingrid Solberg", "Ola Dahl"]),
    ("The Norwegian delegation, led by Eva Lund, consists of Ingrid Solberg and Ola Dahl.",
     ["Norway"], "Eva Lund", ["Ingrid Solberg", "Ola Dahl"]),
    ("A Norwegian delegation arrived. The delegation was led by Foreign Minister Eva Lund.",
     ["Norway"], "Eva Lund", []),
]  # fmt: skip


@pytest.mark.parametrize("text, of, head, drawn_from", DELEGATIONS)
def test_delegation(
    cast_of: Callable[..., Cast], text: str, of: list[str], head: str | None, drawn_from: list[str]
) -> None:
    (found,) = Delegations(cast_of(text)).items()
    assert (list(found.of), found.head, list(found.drawn_from)) == (of, head, drawn_from)
    (evidence,) = found.evidence
    assert text[slice(*evidence)]


def test_a_head_comes_from_the_country_of_the_delegation(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("A delegation from Kenya led by Grace Otieno arrived in Oslo.")
    Delegations(cast)
    assert cast.codes_of("Grace Otieno") == ("KEN",)


def test_delegations_of_two_countries_are_two(cast_of: Callable[..., Cast]) -> None:
    text = "Delegations of Norway and Kenya met."
    assert [list(found.of) for found in Delegations(cast_of(text)).items()] == [
        ["Norway"],
        ["Kenya"],
    ]


def test_both_delegations_are_the_sides(cast_of: Callable[..., Cast]) -> None:
    text = (
        "Foreign Minister Eva Lund of Norway met Foreign Minister Grace Otieno of Kenya. "
        "Both delegations discussed trade."
    )
    found = Delegations(cast_of(text)).items()
    assert sorted(name for delegation in found for name in delegation.of) == ["Kenya", "Norway"]


def test_the_delegation_stands_for_its_side(
    cast_of: Callable[..., Cast], at: Callable[..., int]
) -> None:
    cast = cast_of("A Norwegian delegation arrived. The delegation thanked the hosts.")
    Delegations(cast)
    assert cast.resolve(at(cast, "delegation", 2)).names == ("Norway",)


NONE = [
    "The delegation of powers was discussed.",
    "Minister Eva Lund met Minister Grace Otieno.",
    "The delegation arrived.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_delegation(cast_of: Callable[..., Cast], text: str) -> None:
    assert Delegations(cast_of(text)).items() == []
