"""Which people of record a mention is: joined, proposed, or neither."""

from __future__ import annotations

import pytest

from comity.actors import MemoryDirectory, resolve
from comity.model.actor import Mention, Post, Resolved

Who = tuple[str, str | None, str]


def mention(who: Who) -> Mention:
    name, country, office = who
    title, _, body = office.partition(" @ ")
    posts = (Post(title=title, body=body or None),) if office else ()
    return Mention(name=name, kind="person", country=country, posts=posts)


def answer(one: Who, *known: Who) -> Resolved:
    directory = MemoryDirectory()
    for who in known:
        directory.add(mention(who))
    return resolve([mention(one)], directory)[0]


@pytest.mark.parametrize(
    "one, known, reason",
    [
        (("Anna Berg", "NOR", ""), ("Anna Berg", "NOR", ""), "same name"),
        (("Anna Bërg", "NOR", ""), ("Anna Berg", "NOR", ""), "same name"),
        (("Sergei Lavrov", "RUS", ""), ("Sergey Lavrov", "RUS", ""),
         "same name in another spelling (Sergei Lavrov, Sergey Lavrov)"),
        (("Fumio Kishida", "JPN", ""), ("Kishida Fumio", "JPN", ""),
         "same name in another order (Kishida Fumio)"),
        (("PUTIN Vladimir", "RUS", ""), ("Vladimir Putin", "RUS", ""), "same name"),
        (("Anna B. Berg", "NOR", ""), ("Anna Berg", "NOR", ""),
         "same name, but for a middle name (Anna Berg)"),
        (("Joe Birk", "USA", ""), ("Joseph R. Birk", "USA", "Judge"),
         "short form of the same first name, same family name (Joseph R. Birk)"),
        (("A. Berg", "NOR", "Minister of Trade"), ("Anna Berg", "NOR", "Minister of Trade"),
         "initials of the same name (Anna Berg), matching title, same country"),
        (("Berg", "NOR", "Prime Minister"), ("Anna Berg", "NOR", "Prime Minister @ Norway"),
         "same family name (Anna Berg), same office, same country"),
        (("Berg", "NOR", "Secretary"), ("Anna Berg", "NOR", "Secretary of Trade"),
         "same family name (Anna Berg), matching title, same country"),
        (("Berg", "NOR", ""), ("Berg", "NOR", ""), "same single name, same country"),
        (("Anna Bergdahl", None, ""), ("Anna Bergdahl", "NOR", ""),
         "same name, country missing on one side"),
        (("Berg", None, "President @ Norway"), ("Anna Berg", "NOR", "President @ Norway"),
         "same family name (Anna Berg), same office, same country"),
        (("Pedro Roble", "ESP", "President @ Spain"),
         ("Pedro Roble Encina", "ESP", "President @ Spain"),
         "part of the same name (Pedro Roble Encina), same office, same country"),
    ],
)  # fmt: skip
def test_joined(one: Who, known: Who, reason: str) -> None:
    found = answer(one, known)
    assert found.actor == 1
    assert found.reason == reason
    assert 0.85 < found.score <= 1
    assert found.doubts == ()


@pytest.mark.parametrize(
    "one, known",
    [
        (("Berg", "NOR", ""), ("Anna Berg", "NOR", "Prime Minister")),
        (("Berg", None, "President"), ("Anna Berg", "NOR", "President @ Norway")),
        (("A. Berg", "NOR", ""), ("Anna Berg", "NOR", "")),
        (("Ali Hassan", "EGY", ""), ("Hassan Ali", "EGY", "")),
        (("Denis Shmygal", "UKR", ""), ("Denys Shmyhal", "UKR", "")),
        (("Pedro Roble", "ESP", ""), ("Pedro Roble Encina", "ESP", "")),
        (("Harold Birk", "USA", ""), ("Harold Birk, Jr.", "USA", "")),
        (("Anna Berg", "SWE", "President @ Elm Board"), ("Anna Berg", "NOR", "President @ Elm Board")),
        (("Li Na", None, ""), ("Li Na", "CHN", "")),
        (("Kim", "KOR", "Secretary"), ("Kim Min", "KOR", "Secretary of Trade")),
    ],
)  # fmt: skip
def test_proposed(one: Who, known: Who) -> None:
    found = answer(one, known)
    assert found.actor is None
    assert [doubt.actor for doubt in found.doubts] == [1]
    assert 0 < found.doubts[0].score < 0.95
    assert found.doubts[0].reason


@pytest.mark.parametrize(
    "one, known",
    [
        (("Anna Berg", "SWE", ""), ("Anna Berg", "NOR", "")),
        (("Jill Birk", "USA", "First Lady"), ("Joe Birk", "USA", "President")),
        (("John A. Birk", "USA", ""), ("John B. Birk", "USA", "")),
        (("Mohammed VI", "MAR", "King"), ("Mohammed V", "MAR", "King")),
        (("Hamad bin Khalifa Al Thani", "QAT", ""), ("Khalifa bin Hamad Al Thani", "QAT", "")),
        (("Olav Berg", "NOR", "Minister"), ("Anna Berg", "NOR", "Minister")),
    ],
)
def test_apart(one: Who, known: Who) -> None:
    found = answer(one, known)
    assert (found.actor, found.doubts) == (None, ())
    assert found.reason == "first report of it"


def test_two_that_fit_alike_are_proposed() -> None:
    found = answer(
        ("Berg", "NOR", "Prime Minister"),
        ("Anna Berg", "NOR", "Prime Minister @ Norway"),
        ("Olav Berg", "NOR", "Prime Minister @ Norway"),
    )
    assert found.actor is None
    assert {doubt.actor for doubt in found.doubts} == {1, 2}


def test_the_better_name_wins() -> None:
    found = answer(
        ("Anna B. Berg", "NOR", ""), ("Anna Berg", "NOR", ""), ("Anna B. Berg", "NOR", "")
    )
    assert found.actor == 2


def test_a_name_in_several_countries_is_not_chosen_without_a_country() -> None:
    found = answer(
        ("Anna Bergdahl", None, ""), ("Anna Bergdahl", "NOR", ""), ("Anna Bergdahl", "SWE", "")
    )
    assert found.actor is None
    assert {doubt.actor for doubt in found.doubts} == {1, 2}


def test_a_title_that_many_bear_needs_a_rare_name() -> None:
    smiths = [("Anna Smith", "USA", "Senator"), ("Olav Smith", "USA", "Judge")]
    assert answer(("Smith", "USA", "Senator"), smiths[0]).actor == 1
    assert answer(("Smith", "USA", "Senator"), *smiths).actor is None


def test_a_common_family_name_needs_the_office_for_a_short_first_name() -> None:
    known = [("Michael Birk", "USA", "Judge"), ("Olav Birk", "USA", "")]
    assert answer(("Mike Birk", "USA", "Mayor"), known[0]).actor == 1
    assert answer(("Mike Birk", "USA", "Mayor"), *known).actor is None
    assert answer(("Mike Birk", "USA", "Judge"), *known).actor == 1


def test_who_was_parted_is_neither_joined_nor_proposed() -> None:
    directory = MemoryDirectory()
    ids = [directory.add(mention(("Anna Berg", "NOR", ""))) for _ in range(2)]
    assert resolve([mention(("Anna Berg", "NOR", ""))], directory)[0].actor == ids[0]
    directory.part(*ids)
    found = resolve([mention(("Anna Berg", "NOR", ""))], directory)[0]
    assert found.actor is None
    assert {doubt.actor for doubt in found.doubts} == set(ids)
