"""Groups: actors by a common noun, coordinated actors, members of bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

TALKS = "Foreign Minister Ingrid Solberg of Norway met Foreign Minister Tomas Varga of Hungary. "
BOTH = ("Ingrid Solberg", "Tomas Varga")

NAMED = [
    # those of the encounter
    (TALKS + "The two ministers discussed trade.", "ministers", BOTH, "two ministers"),
    (TALKS + "The two leaders discussed trade.", "leaders", BOTH, "two leaders"),
    (TALKS + "The sides discussed trade.", "sides", BOTH, "sides"),
    (TALKS + "Both officials discussed trade.", "officials", BOTH, "Both officials"),
    (TALKS + "The two countries will cooperate.", "countries", ("Norway", "Hungary"),
     "two countries"),
    (TALKS + "The foreign ministers discussed trade.", "ministers", BOTH, "foreign ministers"),
    (TALKS + "The delegation arrived on Monday.", "delegation", BOTH, "delegation"),
    ("Norway and Hungary signed the treaty. The two governments will open consulates.",
     "governments", ("Norway", "Hungary"), "two governments"),
    ("The Labour Party of Norway and the Green Party of Hungary met. Both parties spoke of trade.",
     "parties", ("Labour Party of Norway", "Green Party of Hungary"), "Both parties"),
    # groups of a country, and countries by their powers
    ("Norwegian officials spoke of trade.", "officials", ("Norway",), "Norwegian officials"),
    ("Officials from Norway and Hungary spoke of trade.", "Officials", ("Norway", "Hungary"), None),
    ("The Norwegian government opened the market.", "government", ("Norway",), None),
    ("Norway thanked its government.", "government", ("Norway",), None),
    ("The governments of Norway and Hungary signed the treaty.", "governments", ("Norway",), None),
    # nobody is named
    ("Senior diplomats spoke of trade.", "diplomats", (), "Senior diplomats"),
    ("Several partners spoke of trade.", "partners", (), "Several partners"),
    ("The Minister spoke of trade.", "Minister", (), "Minister"),
    # names
    ("Norway spoke of trade.", "Norway", ("Norway",), None),
    ("The Kremlin spoke of trade.", "Kremlin", ("Russia",), None),
    ("Oslo believes that the talks were useful.", "Oslo", ("Norway",), None),
    ("The talks were held in Oslo.", "Oslo", (), None),
    ("The World Bank opened an office.", "Bank", ("World Bank",), None),
    ("Norway, Hungary and Chile spoke of trade.", "Norway", ("Norway", "Hungary", "Chile"), None),
    ("Ingrid Solberg and Tomas Varga spoke of trade.", "Solberg", BOTH, None),
    ("Foreign Minister Ingrid Solberg and President Tomas Varga spoke.", "Solberg", BOTH, None),
]  # fmt: skip


@pytest.mark.parametrize("text, word, names, group", NAMED)
def test_meaning(
    cast_of: Callable[..., Cast],
    at: Callable[..., int],
    text: str,
    word: str,
    names: tuple[str, ...],
    group: str | None,
) -> None:
    cast = cast_of(text)
    meant = cast.resolve(at(cast, word))
    assert meant.names == names
    if group is not None:
        assert meant.group == group


def test_members_of_a_body(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of(
        "Members of the Norwegian Parliament visited Budapest. The parliamentarians spoke of trade."
    )
    for word in ("Members", "parliamentarians"):
        meant = cast.resolve(at(cast, word))
        assert (meant.names, meant.sort) == (("Norwegian Parliament",), "members")
        assert meant.group == "Members of the Norwegian Parliament"


def test_the_two_presidents_are_those_who_are_presidents(
    cast_of: Callable[..., Cast], at: Callable[..., int]
) -> None:
    cast = cast_of(
        "President Olav Brekke of Norway and President Tomas Varga of Hungary met in the presence "
        "of Minister Karin Moe. The two presidents discussed trade."
    )
    assert cast.resolve(at(cast, "presidents")).names == ("Olav Brekke", "Tomas Varga")


def test_a_leader_by_the_country(cast_of: Callable[..., Cast], at: Callable[..., int]) -> None:
    cast = cast_of(TALKS + "The Hungarian leader thanked her.")
    assert cast.resolve(at(cast, "leader")).names == ("Tomas Varga",)


@pytest.mark.parametrize("word", ["road", "weather", "2019"])
def test_no_actor(cast_of: Callable[..., Cast], at: Callable[..., int], word: str) -> None:
    cast = cast_of("In 2019 the road was closed because the weather was bad.")
    assert not cast.resolve(at(cast, word))
