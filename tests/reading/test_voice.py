"""Voice: whose words a report is told in, and who "the leaders" are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

ISSUER = [
    ("Statement by Foreign Minister Ingrid Solberg on Chile\n\nWe welcome the vote.",
     ("Ingrid Solberg",)),
    ("Joint Statement of Norway and Hungary\n\nWe welcome the vote in Chile.",
     ("Norway", "Hungary")),
    ("A Day of Talks\n\nWe, the Foreign Ministers of Norway, Hungary and Chile, met in Oslo.",
     ("Norway", "Hungary", "Chile")),
    ("A Day of Talks\n\nThe following statement was released by the Governments of Norway and "
     "Hungary.\n\nWe welcome the vote in Chile.", ("Norway", "Hungary")),
    ("OSLO. Norway welcomes the vote. We stand with the people of Chile.", ("Norway",)),
]  # fmt: skip


@pytest.mark.parametrize("text, names", ISSUER)
def test_issuer(cast_of: Callable[..., Cast], text: str, names: tuple[str, ...]) -> None:
    assert cast_of(text).issuer.names == names


def test_who_speaks_in_a_turn(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of(
        "Talks in Oslo\n\nMinister Solberg: I welcome you. We have opened the market.\n\n"
        "President Varga: I thank you."
    )
    assert cast.resolve(at(cast, "I")).names == ("Solberg",)
    assert cast.resolve(at(cast, "I", 2)).names == ("Varga",)


def test_a_byline_speaks(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of("By Karin Moe\n\nI welcome the vote in Chile.")
    assert cast.issuer.names == ("Karin Moe",)
    assert cast.resolve(at(cast, "I")).names == ("Karin Moe",)


def test_no_voice_without_we(cast_of: Callable[..., Cast]) -> None:
    assert not cast_of("Statement by Minister Ingrid Solberg\n\nNorway welcomes the vote.").issuer


def test_we_in_a_joint_statement(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of("Joint Statement of Norway and Hungary\n\nWe welcome the vote in Chile.")
    assert cast.resolve(at(cast, "We")).names == ("Norway", "Hungary")


SIDES = [
    ("Foreign Minister Ingrid Solberg of Norway met President Tomas Varga of Hungary in Oslo.",
     ("Ingrid Solberg", "Tomas Varga")),
    ("Snow fell. Foreign Minister Ingrid Solberg of Norway met President Tomas Varga of Hungary.",
     ("Ingrid Solberg", "Tomas Varga")),
    ("Talks between Norway and Hungary ended in Oslo.", ("Norway", "Hungary")),
    ("Snow fell in the town.", ()),
]  # fmt: skip


@pytest.mark.parametrize("text, names", SIDES)
def test_sides(cast_of: Callable[..., Cast], text: str, names: tuple[str, ...]) -> None:
    assert cast_of(text).main.names == names


def test_the_two_are_one_of_each_side(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of(
        "Norwegian Prime Minister Ingrid Solberg and Norwegian Trade Minister Karin Moe met "
        "Hungarian President Tomas Varga in Oslo."
    )
    assert cast.main.names == ("Ingrid Solberg", "Karin Moe", "Tomas Varga")
    assert cast.two().names == ("Ingrid Solberg", "Tomas Varga")
