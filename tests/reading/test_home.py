"""Home: the country that a report is told from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

HOME = [
    # the dateline
    ("NAIROBI – Foreign Minister Grace Otieno received Foreign Minister Pavel Novak of Czechia.",
     "KEN"),
    ("WARSAW, April 4. – Foreign Minister Adam Lis met Foreign Minister Ana Sousa of Portugal.",
     "POL"),
    # an office that one country alone has under this name
    ("Secretary of State Harold Quill spoke with Foreign Minister Eva Lund of Denmark.", "USA"),
    ("The Attorney General, Walter Pine, met Justice Minister Eva Lund of Denmark.", "USA"),
    # the form of a title
    (
        "Readout of President Quill’s Call with Prime Minister Lund of Denmark\n\n"
        "President Quill spoke today with Prime Minister Eva Lund of Denmark.", "USA",
    ),
    # a seat of power
    ("The Kremlin announced that the President received Prime Minister Eva Lund of Denmark.",
     "RUS"),
    # a country that speaks in its own voice
    ("Norway condemns the attack. Norway stands with the people of Kenya.", "NOR"),
    # the country whose people are introduced without it
    ("Foreign Minister Adam Lis met Foreign Minister Ana Sousa of Portugal. Poland values the "
     "friendship of Portugal.", "POL"),
]  # fmt: skip


@pytest.mark.parametrize("text, home", HOME)
def test_home(cast_of: Callable[..., Cast], text: str, home: str) -> None:
    assert cast_of(text).home == home


def test_the_publisher_tells_it(cast_of: Callable[..., Cast]) -> None:
    text = "Foreign Minister Adam Lis met Foreign Minister Ana Sousa of Portugal."
    assert cast_of(text, publisher="TASS").home == "RUS"


NOWHERE = [
    "The choir sang in the old town hall.",
    "The war against Ukraine goes on.",
]


@pytest.mark.parametrize("text", NOWHERE)
def test_nothing_tells_it(cast_of: Callable[..., Cast], text: str) -> None:
    assert cast_of(text).home is None
