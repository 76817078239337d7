from __future__ import annotations

import pytest
from tests.joining.people import body, person

from comity.joining.capacity import channel, level, rank, sector
from comity.model.contact import Level, Participant, Sector

TITLES: list[tuple[str, str | None, Sector | None, Level]] = [
    ("President", None, "government", "leaders"),
    ("President", "government", "government", "leaders"),
    ("President", "company", "other", "officials"),
    ("President", "parliament", "parliament", "ministers"),
    ("Prime Minister", None, "government", "leaders"),
    ("Acting Prime Minister", None, "government", "leaders"),
    ("Federal Chancellor", None, "government", "leaders"),
    ("Crown Prince", None, "government", "leaders"),
    ("Deputy Prime Minister", None, "government", "ministers"),
    ("Vice President", None, "government", "ministers"),
    ("Foreign Minister", None, "government", "ministers"),
    ("Minister of Foreign Affairs", "government", "government", "ministers"),
    ("Deputy Foreign Minister", None, "government", "officials"),
    ("Secretary of State", "government", "government", "ministers"),
    ("Assistant Secretary of State", "government", "government", "officials"),
    ("Secretary", "government", "government", "ministers"),
    ("Secretary", "party", "party", "officials"),
    ("Press Secretary", "government", "government", "officials"),
    ("National Security Advisor", None, "government", "ministers"),
    ("Ambassador", None, "government", "officials"),
    ("Speaker", "parliament", "parliament", "ministers"),
    ("Speaker", None, "parliament", "ministers"),
    ("Vice-Speaker", "parliament", "parliament", "officials"),
    ("Deputy Speaker", "parliament", "parliament", "officials"),
    ("Chairman", "parliament", "parliament", "ministers"),
    ("Chairman, Committee on Foreign Affairs", "parliament", "parliament", "officials"),
    ("Chairman", "friendship group", "parliament", "officials"),
    ("First Deputy Chairman", "party", "party", "officials"),
    ("Party Leader", None, "party", "officials"),
    ("Senator", None, "parliament", "officials"),
    ("Deputy", None, "parliament", "officials"),
    ("Member of Parliament", None, "parliament", "officials"),
    ("", "party", "party", "officials"),
    ("Secretary-General", "intergovernmental", "other", "officials"),
    ("Director", None, None, "officials"),
    ("", None, None, "officials"),
]


@pytest.mark.parametrize("title, kind, acts_for, height", TITLES)
def test_titles_tell_sector_and_rank(
    title: str, kind: str | None, acts_for: Sector | None, height: Level
) -> None:
    assert sector(title, kind) == acts_for
    assert rank(title, kind) == height


PRESIDENT = person(1, "KAZ", "President", sector="government")
AIDE = person(2, "KAZ", "Adviser", sector="government")
SENATOR = person(3, "KAZ", "Senator", sector="parliament")
SPEAKER = person(4, "FRA", "Speaker", sector="parliament")
PREMIER = person(5, "FRA", "Prime Minister", sector="government")
MINISTER = person(6, "FRA", "Foreign Minister", sector="government")
NOBODY = person(7, "FRA")


@pytest.mark.parametrize(
    "present, through",
    [
        ((PRESIDENT, PREMIER), "government"),
        ((PRESIDENT, AIDE, SENATOR, PREMIER), "government"),
        ((SENATOR, SPEAKER), "parliament"),
        ((PRESIDENT, SPEAKER), "mixed"),
        ((body(8, "KAZ"), NOBODY), None),
        ((NOBODY,), None),
        ((), None),
    ],
)
def test_the_first_of_each_side_make_the_channel(
    present: tuple[Participant, ...], through: str | None
) -> None:
    assert channel(present) == through


def test_parties_that_meet_make_the_party_channel() -> None:
    one = Participant(actor=1, name="A", kind="party", side="KAZ", sector="party")
    other = person(2, "CHN", "Secretary", sector="party")
    assert channel((one, other)) == "party"


@pytest.mark.parametrize(
    "present, height",
    [
        ((PRESIDENT, PREMIER), "leaders"),
        ((PRESIDENT, AIDE, MINISTER), "ministers"),
        ((AIDE, MINISTER), "officials"),
        ((PRESIDENT, NOBODY), "leaders"),
        ((NOBODY,), None),
    ],
)
def test_the_level_is_what_all_sides_reach(
    present: tuple[Participant, ...], height: str | None
) -> None:
    assert level(present) == height
