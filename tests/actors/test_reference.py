"""Which body of our facts a name means."""

from __future__ import annotations

import pytest

from comity.actors.body_name import body_name
from comity.model.actor import ActorKind


def key(name: str, kind: ActorKind, country: str | None = None) -> str | None:
    reference = body_name(name, kind, country).reference
    return reference.key if reference else None


@pytest.mark.parametrize(
    "names, kind, country",
    [
        (("LREM", "La République En Marche!", "Renaissance", "En Marche"), "party", "FRA"),
        (("Otan", "Nur Otan Party", "Amanat"), "party", "KAZ"),
        (("PiS", "Law and Justice", "Prawo i Sprawiedliwość"), "party", "POL"),
        (("LDP", "Liberal Democratic Party"), "party", "JPN"),
        (("Mazhilis", "Majilis", "Mazhilis of the Parliament of Kazakhstan"), "parliament", "KAZ"),
        (("National Assembly", "Assemblée nationale", "French National Assembly"),
         "parliament", "FRA"),
        (("Jogorku Kenesh", "Parliament", "Parliament of Kyrgyzstan"), "parliament", "KGZ"),
        (("UN", "United Nations", "U.N."), "intergovernmental", None),
        (("HHS", "Department of Health & Human Services"), "government", "USA"),
    ],
)  # fmt: skip
def test_names_of_one_body(names: tuple[str, ...], kind: ActorKind, country: str | None) -> None:
    keys = {key(name, kind, country) for name in names}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    "one, other",
    [
        (("Senate", "parliament", "KAZ"), ("Mazhilis", "parliament", "KAZ")),
        (("Parliament", "parliament", "KAZ"), ("Mazhilis", "parliament", "KAZ")),
        (("Bundesrat", "parliament", "DEU"), ("Bundesrat", "parliament", "AUT")),
        (("National Front", "party", "FRA"), ("National Front", "party", "BEL")),
        (("Law and Justice", "party", "POL"), ("Law and Justice", "party", "SVK")),
        (("European Council", "intergovernmental", "EUR"),
         ("Council of Europe", "intergovernmental", None)),
    ],
)  # fmt: skip
def test_names_of_two_bodies(
    one: tuple[str, ActorKind, str | None], other: tuple[str, ActorKind, str | None]
) -> None:
    assert key(*one) != key(*other)


@pytest.mark.parametrize(
    "name, kind, country",
    [
        ("National Assembly", "parliament", None),
        ("Labour Party", "party", None),
        ("Ministry of Foreign Affairs", "government", "KAZ"),
        ("Birch Institute", "education", None),
        ("Committee on Trade of the Mazhilis", "parliament", "KAZ"),
    ],
)
def test_names_that_tell_no_body(name: str, kind: ActorKind, country: str | None) -> None:
    assert key(name, kind, country) is None


def test_a_name_of_one_parliament_tells_its_country() -> None:
    assert key("Verkhovna Rada", "parliament") == "parliament:UKR:whole"
