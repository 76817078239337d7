"""What names are looked up by."""

from __future__ import annotations

import pytest

from comity.actors.keys import name_keys
from comity.model.actor import ActorKind

Name = tuple[str, ActorKind, str | None]


@pytest.mark.parametrize(
    "one, other",
    [
        (("Xi Jinping", "person", "CHN"), ("Xi", "person", None)),
        (("Xi Jinping", "person", "CHN"), ("Jinping Xi", "person", None)),
        (("Vladimir Putin", "person", "RUS"), ("PUTIN Vladimir", "person", "RUS")),
        (("Vladimir Putin", "person", "RUS"), ("Putin Vladimir", "person", None)),
        (("Denys Shmyhal", "person", "UKR"), ("Denis Shmygal", "person", "UKR")),
        (("Abdelfattah Elsisi", "person", "EGY"), ("Abdel Fattah El-Sisi", "person", "EGY")),
        (("Abdullah II", "person", "JOR"), ("Abdullah II bin Al-Hussein", "person", "JOR")),
        (("LREM", "party", "FRA"), ("Renaissance", "party", "FRA")),
        (("Birch Institute", "education", None), ("Birch Institute", "education", "NOR")),
        (("EOGU", "other", None), ("Elm and Oak Growers Union", "other", None)),
        (("Kazakhstan", "country", "KAZ"), ("Republic of Kazakhstan", "country", "KAZ")),
    ],
)
def test_names_that_may_be_one_share_a_key(one: Name, other: Name) -> None:
    assert set(name_keys(*one)) & set(name_keys(*other))


@pytest.mark.parametrize(
    "one, other",
    [
        (("Anna Berg", "person", "NOR"), ("Anna Birk", "person", "NOR")),
        (("Ministry of Trade", "government", "KAZ"), ("Ministry of Health", "government", "KAZ")),
        (("Ministry of Trade", "government", "KAZ"), ("Ministry of Trade", "government", "UZB")),
        (("Elm University", "education", None), ("Oak University", "education", None)),
        (("Labour Party", "party", "GBR"), ("Labour Party", "party", "IRL")),
    ],
)
def test_a_common_word_is_no_key(one: Name, other: Name) -> None:
    assert not set(name_keys(*one)) & set(name_keys(*other))


def test_keys_are_few_and_short() -> None:
    names: list[Name] = [
        ("Mohammed bin Salman bin Abdulaziz Al Saud", "person", "SAU"),
        ("Mazhilis of the Parliament of the Republic of Kazakhstan", "parliament", "KAZ"),
        ("A", "person", None),
        ("", "person", None),
        ("…", "other", None),
    ]
    for name in names:
        keys = name_keys(*name)
        assert len(keys) == len(set(keys)) <= 8
        assert all(len(key) < 120 for key in keys)
