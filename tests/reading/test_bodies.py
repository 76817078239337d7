"""Bodies: which are named, of what kind and country, and which names are one body's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

BODIES = [
    # text, name, kind, country
    ("The Ministry of Foreign Affairs of Norway announced a visit.",
     "Ministry of Foreign Affairs of Norway", "government", "NOR"),
    ("The Norwegian Ministry of Fisheries announced a visit.",
     "Norwegian Ministry of Fisheries", "government", "NOR"),
    # names of the data that are only a part of what stands there
    ("The National Assembly of Kenya adopted a law.",
     "National Assembly of Kenya", "parliament", "KEN"),
    ("The Coastal Heritage Foundation announced a visit.",
     "Coastal Heritage Foundation", "civil society", None),
    ("The Ministry of Energy, Industry and Trade announced a visit.",
     "Ministry of Energy, Industry and Trade", "government", None),
    ("The State Agency for Science and Technology announced a visit.",
     "State Agency for Science and Technology", "government", None),
    ("The Senate Committee on Foreign Relations announced a visit.",
     "Senate Committee on Foreign Relations", "parliament", None),
    ("The Parliament of Norway adopted the law.", "Parliament of Norway", "parliament", "NOR"),
    ("The House of Representatives adopted the law.", "House of Representatives", "parliament", None),
    ("The Norway-Kenya Parliamentary Friendship Group announced a visit.",
     "Norway-Kenya Parliamentary Friendship Group", "friendship group", None),
    ("The Fisheries Party announced a visit.", "Fisheries Party", "party", None),
    ("The Fishermen’s Party announced a visit.", "Fishermen’s Party", "party", None),
    ("The Party of Coast and Harbour announced a visit.", "Party of Coast and Harbour", "party", None),
    ("The United Nations announced a visit.", "United Nations", "intergovernmental", None),
    ("The European Commission announced a visit.", "European Commission", "intergovernmental", "EUR"),
    ("The African Union announced a visit.", "African Union", "intergovernmental", None),
    ("NATO announced a visit.", "NATO", "intergovernmental", None),
    ("The University of Tromso announced a visit.", "University of Tromso", "education", None),
    ("The Coastal Library Foundation announced a visit.",
     "Coastal Library Foundation", "civil society", None),
    ("The Women’s League of Norway announced a visit.",
     "Women’s League of Norway", "civil society", "NOR"),
]  # fmt: skip


@pytest.mark.parametrize("text, name, kind, country", BODIES)
def test_body(
    cast_of: Callable[..., Cast], text: str, name: str, kind: str, country: str | None
) -> None:
    found = [(entry.name, entry.kind, entry.country) for entry in cast_of(text).bodies.entries]
    assert found == [(name, kind, country)]


NO_BODIES = [
    "Norway and Kenya signed an agreement on fisheries.",
    "The ministers met on Monday.",
    "The Security Dialogue took place on Monday.",
    "The National Day of Norway was celebrated.",
    "Minister of Foreign Affairs Eva Lund left.",
    "The committee met.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_no_body(cast_of: Callable[..., Cast], text: str) -> None:
    assert cast_of(text).bodies.entries == []


LISTS = [
    ("Several parties took part: Blue Harbour, New Coast, and the Rural Bloc.",
     ["Blue Harbour", "New Coast", "Rural Bloc"]),
    ("Parties such as Blue Harbour and New Coast took part.", ["Blue Harbour", "New Coast"]),
    ("Opposition parties, including Blue Harbour, took part.", ["Blue Harbour"]),
    ("The deputies Hanne Solvik (Blue Harbour) and Pavel Novak (New Coast) spoke.",
     ["Blue Harbour", "New Coast"]),
]  # fmt: skip


@pytest.mark.parametrize("text, names", LISTS)
def test_parties_in_lists(cast_of: Callable[..., Cast], text: str, names: list[str]) -> None:
    found = cast_of(text).bodies.entries
    assert [(entry.name, entry.kind) for entry in found] == [(name, "party") for name in names]


JOINED = [
    # under the fullest name, how often it is named or meant
    ("The Fisheries Party won. The Fisheries Party celebrates.", "Fisheries Party", 2),
    ("The Norwegian Fisheries Party won. The Fisheries Party celebrates.", "Norwegian Fisheries Party", 2),
    ("The Fisheries Party won. The Fisheries Party of Norway celebrates.",
     "Fisheries Party of Norway", 2),
    ("The National Security Council met. The NSC decided.", "National Security Council", 2),
    ("The Coastal Library Foundation (CLF) won. CLF celebrates.", "Coastal Library Foundation", 2),
    ("The United Nations met. The UN decided.", "United Nations", 2),
    ("The European Union met. The EU decided.", "European Union", 2),
]  # fmt: skip


@pytest.mark.parametrize("text, name, times", JOINED)
def test_names_of_a_body_are_joined(
    cast_of: Callable[..., Cast], text: str, name: str, times: int
) -> None:
    (entry,) = cast_of(text).bodies.entries
    assert (entry.name, len(entry.mentions)) == (name, times)


PARTED = [
    "The Ministry of Foreign Affairs of Norway wrote to the Ministry of Foreign Affairs of Kenya.",
    "The Fisheries Party met the Forestry Party.",
    "The Parliament of Norway wrote to the Parliament of Kenya.",
]


@pytest.mark.parametrize("text", PARTED)
def test_two_bodies_stay_two(cast_of: Callable[..., Cast], text: str) -> None:
    assert len(cast_of(text).bodies.entries) == 2


MEANT = [
    ("The Fisheries Party won. Its members thank the party.", "party", "Fisheries Party"),
    (
        "The Fisheries Party met the Forestry Foundation. The foundation agreed.",
        "foundation",
        "Forestry Foundation",
    ),
    ("The Trade Committee met. The committee decided.", "committee", "Trade Committee"),
    ("The Trade Committee met. A committee decided.", "committee", None),
    ("The Trade Committee met. The committee of Kenya decided.", "committee", None),
]


@pytest.mark.parametrize("text, word, meant", MEANT)
def test_a_body_meant_by_its_noun(
    cast_of: Callable[..., Cast], at: Callable[..., int], text: str, word: str, meant: str | None
) -> None:
    cast = cast_of(text)
    mention = cast.bodies.at(at(cast, word))
    assert (mention.name if mention else None) == meant
