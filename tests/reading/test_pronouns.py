"""Pronouns: whom "he", "she", "they", "both" and "it" mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

MET = "King Olav Brekke of Norway met Queen Marta Silva of Spain in Oslo. "
TALKS = "Foreign Minister Ingrid Solberg of Norway met Foreign Minister Tomas Varga of Hungary. "

MEANT = [
    # he and she
    (MET + "He thanked the guests.", "He", ("Olav Brekke",)),
    (MET + "She thanked the hosts.", "She", ("Marta Silva",)),
    (MET + "King Olav Brekke thanked her.", "her", ("Marta Silva",)),
    (MET + "Queen Marta Silva praised his speech.", "his", ("Olav Brekke",)),
    ("Mr. Varga met Mrs. Moe. She spoke of trade.", "She", ("Moe",)),
    ("Karin Moe arrived on Monday. She spoke of trade. She left in the evening.", "She",
     ("Karin Moe",)),
    ("Foreign Minister Tomas Varga said that he would come.", "he", ("Tomas Varga",)),
    ("Tomas Varga arrived on Monday. The weather was fine. He left in the evening.", "He",
     ("Tomas Varga",)),
    # they and both
    (TALKS + "They discussed trade.", "They", ("Ingrid Solberg", "Tomas Varga")),
    (TALKS + "Both praised the talks.", "Both", ("Ingrid Solberg", "Tomas Varga")),
    (TALKS + "Snow fell in Oslo. They discussed trade.", "They", ("Ingrid Solberg", "Tomas Varga")),
    ("Norway and Hungary signed the treaty. They will open consulates.", "They",
     ("Norway", "Hungary")),
    (TALKS + "Their talks lasted two hours.", "Their", ("Ingrid Solberg", "Tomas Varga")),
    # it
    ("The World Bank opened an office. It thanked the hosts.", "It", ("World Bank",)),
    ("Norway thanked Hungary. It will open a consulate.", "It", ("Norway",)),
    ("Norway has opened its market.", "its", ("Norway",)),
]  # fmt: skip


@pytest.mark.parametrize("text, word, names", MEANT)
def test_meaning(
    cast_of: Callable[..., Cast],
    at: Callable[..., int],
    text: str,
    word: str,
    names: tuple[str, ...],
) -> None:
    cast = cast_of(text)
    assert cast.resolve(at(cast, word)).names == names


def test_nobody_was_named(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of("He said that the road was open.")
    assert not cast.resolve(at(cast, "He"))


def test_a_pronoun_settles_the_gender(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of("Tomas Varga thanked Karin Moe. He spoke of trade.")
    assert cast.resolve(at(cast, "He")).names == ("Tomas Varga",)
    person = cast.person_named("Tomas Varga")
    assert person is not None
    assert person.female is False
