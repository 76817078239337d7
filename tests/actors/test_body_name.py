"""The telling words of a body's name, and whose it is."""

from __future__ import annotations

import pytest

from comity.actors.body_name import body_name
from comity.model.actor import ActorKind


@pytest.mark.parametrize(
    "one, other, kind, country",
    [
        ("French Ministry of Justice", "Ministry of Justice of France", "government", "FRA"),
        ("French Ministry of Justice", "Ministry of Justice", "government", "FRA"),
        ("Justice Ministry", "Ministry of Justice", "government", "FRA"),
        ("Foreign Ministry", "Ministry of Foreign Affairs", "government", "KAZ"),
        ("MFA", "Foreign Ministry", "government", "KAZ"),
        ("Interior Ministry", "Ministry of Internal Affairs", "government", "KAZ"),
        ("Ministry of Defense", "Ministry of Defence", "government", "KAZ"),
        ("State Department", "Department of State", "government", "USA"),
        ("Elm & Oak Board", "Elm and Oak Board", "other", None),
        ("Birch Labour Union", "Birch Labor Union", "civil society", None),
        ("Birch Party", "Birch", "party", "NOR"),
    ],
)
def test_one_body(one: str, other: str, kind: ActorKind, country: str | None) -> None:
    assert body_name(one, kind, country).words == body_name(other, kind, country).words


@pytest.mark.parametrize(
    "one, other, kind",
    [
        ("Ministry of Foreign Affairs", "Ministry of Internal Affairs", "government"),
        ("Ministry of Trade", "Ministry of Industry and Trade", "government"),
        ("University of Birch", "Birch University", "education"),
        ("American Birch Council", "Birch Council", "intergovernmental"),
        ("Russian Railways", "Railways", "company"),
    ],
)
def test_two_bodies(one: str, other: str, kind: ActorKind) -> None:
    assert body_name(one, kind, None).words != body_name(other, kind, None).words


@pytest.mark.parametrize(
    "name, kind, country, owner",
    [
        ("Government of Kosovo", "government", None, "XKX"),
        ("Kazakh Foreign Ministry", "government", None, "KAZ"),
        ("Ministry of Defence", "government", None, None),
        ("Kazakhstan–France Friendship Group", "friendship group", None, None),
        ("American Birch Club", "civil society", None, None),
        ("Bundestag", "parliament", None, "DEU"),
    ],
)
def test_whose_it_is(name: str, kind: ActorKind, country: str | None, owner: str | None) -> None:
    assert body_name(name, kind, country).country == owner


@pytest.mark.parametrize(
    "name, kind, generic",
    [
        ("Government", "government", True),
        ("Ministry of Elm Affairs", "government", True),
        ("Supreme Court", "government", True),
        ("National Assembly", "parliament", True),
        ("Democratic Party", "party", True),
        ("Working Group", "other", True),
        ("Birch Commission", "government", False),
        ("Birch Institute", "education", False),
    ],
)
def test_generic(name: str, kind: ActorKind, generic: bool) -> None:
    assert body_name(name, kind, None).generic is generic


@pytest.mark.parametrize(
    "name, letters, initials",
    [
        ("OSCE", "osce", ""),
        ("U.N.", "un", ""),
        ("LaREM", "larem", ""),
        ("Elm Board", "", "eb"),
        ("Union of Elm and Oak Growers", "", "ueog"),
        ("Birch", "", ""),
    ],
)
def test_abbreviations(name: str, letters: str, initials: str) -> None:
    found = body_name(name, "other", None)
    assert (found.letters, found.initials) == (letters, initials)
