"""Which bodies of record a mention is: joined, proposed, or neither."""

from __future__ import annotations

import pytest

from comity.actors import MemoryDirectory, resolve
from comity.model.actor import ActorKind, Mention, Resolved

What = tuple[str, ActorKind, str | None]


def answer(one: What, *known: What) -> Resolved:
    directory = MemoryDirectory()
    for name, kind, country in known:
        directory.add(Mention(name=name, kind=kind, country=country))
    name, kind, country = one
    return resolve([Mention(name=name, kind=kind, country=country)], directory)[0]


@pytest.mark.parametrize(
    "one, known, reason",
    [
        (("Elm Board", "other", None), ("Elm Board", "other", None),
         "same name, no country on either side"),
        (("Elm Board", "other", "NOR"), ("Elm Board", "other", None),
         "same name, country missing on one side"),
        (("Norwegian Ministry of Trade", "government", None),
         ("Trade Ministry", "government", "NOR"), "same name in other words (Trade Ministry)"),
        (("LREM", "party", "FRA"), ("La République En Marche!", "party", "FRA"),
         "abbreviation of the same party (Party Facts 5857)"),
        (("Amanat", "party", "KAZ"), ("Nur Otan", "party", "KAZ"),
         "later name of the same party (Nur Otan, Amanat)"),
        (("Otan", "party", "KAZ"), ("Amanat", "party", "KAZ"),
         "earlier name of the same party (Amanat, Otan)"),
        (("PiS", "party", "POL"), ("Law and Justice", "party", "POL"),
         "abbreviation of the same party (Party Facts 1565)"),
        (("NATO", "intergovernmental", None),
         ("North Atlantic Treaty Organization", "intergovernmental", None),
         "abbreviation of the same body (NATO, North Atlantic Treaty Organization)"),
        (("Majilis", "parliament", "KAZ"), ("Mazhilis of the Parliament", "parliament", "KAZ"),
         "another name of the same body (Majilis, Mazhilis)"),
        (("Elm Board", "other", "NOR"), ("Elm Board", "company", "NOR"), "same name"),
        (("Friendship Group with France", "friendship group", "KAZ"),
         ("Kazakhstan–France Friendship Group", "friendship group", "KAZ"),
         "same name in other words (Kazakhstan–France Friendship Group)"),
        (("Embassy of Norway in Sweden", "government", "NOR"),
         ("Norwegian Embassy in Sweden", "government", "NOR"),
         "same name in other words (Norwegian Embassy in Sweden)"),
    ],
)  # fmt: skip
def test_joined(one: What, known: What, reason: str) -> None:
    found = answer(one, known)
    assert found.actor == 1
    assert found.reason == reason


@pytest.mark.parametrize(
    "one, known, reason",
    [
        (("EOGU", "other", "NOR"), ("Elm and Oak Growers Union", "other", "NOR"),
         "initials of the name (Elm and Oak Growers Union)"),
        (("Elm Board of Growers", "other", "NOR"), ("Elm Boards of Growers", "other", "NOR"),
         "similar name (Elm Boards of Growers)"),
        (("Birch Institute", "education", "NOR"), ("Birch Institute", "civil society", "NOR"),
         "same name, but civil society"),
        (("University of Birch", "education", "NOR"), ("Birch University", "education", "NOR"),
         "similar name (Birch University)"),
        (("Birch Growers", "company", "SWE"), ("Birch Growers", "company", "NOR"),
         "same name, other country"),
        (("Norwegian Embassy", "government", "NOR"), ("Norwegian Embassy", "government", "NOR"),
         "same name"),
    ],
)  # fmt: skip
def test_proposed(one: What, known: What, reason: str) -> None:
    found = answer(one, known)
    assert found.actor is None
    assert [(doubt.actor, doubt.reason) for doubt in found.doubts] == [(1, reason)]


@pytest.mark.parametrize(
    "one, known",
    [
        (("Ministry of Trade", "government", None), ("Ministry of Trade", "government", None)),
        (("Ministry of Trade", "government", "KAZ"), ("Ministry of Trade", "government", "UZB")),
        (("Ministry of Trade", "government", "KAZ"), ("Ministry of Health", "government", "KAZ")),
        (("National Assembly", "parliament", "FRA"), ("National Assembly", "parliament", "KOR")),
        (("Senate", "parliament", "KAZ"), ("Mazhilis", "parliament", "KAZ")),
        (("Labour Party", "party", "GBR"), ("Labour Party", "party", "IRL")),
        (("A Just Russia", "party", "RUS"), ("United Russia", "party", "RUS")),
        (("European Council", "intergovernmental", "EUR"),
         ("Council of the European Union", "intergovernmental", "EUR")),
        (("Birch", "media", "NOR"), ("Birch", "armed group", "NOR")),
        (("Friendship Group with France", "friendship group", "KAZ"),
         ("Friendship Group with Italy", "friendship group", "KAZ")),
        (("Central Bank", "government", None), ("Central Bank", "government", "TUR")),
    ],
)  # fmt: skip
def test_apart(one: What, known: What) -> None:
    found = answer(one, known)
    assert (found.actor, found.doubts) == (None, ())


def test_a_name_in_several_countries_is_proposed_without_a_country() -> None:
    known: list[What] = [("Birch Growers", "company", "NOR"), ("Birch Growers", "company", "SWE")]
    found = answer(("Birch Growers", "company", None), *known)
    assert found.actor is None
    assert {doubt.actor for doubt in found.doubts} == {1, 2}
