"""How two names of people are related."""

from __future__ import annotations

import pytest

from comity.actors.person_name import person_name
from comity.actors.person_relation import Relation, relate


def relation(one: str, other: str, *, family_first: bool = False) -> Relation:
    found = relate(person_name(one), person_name(other), family_first=family_first)
    assert found is relate(person_name(other), person_name(one), family_first=family_first)
    return found


@pytest.mark.parametrize(
    "one, other, found",
    [
        ("Anna Berg", "Anna Berg", Relation.SAME),
        ("Alberto Fernandez", "Alberto Fernández", Relation.SAME),
        ("Sergei Lavrov", "Sergey Lavrov", Relation.SPELLING),
        ("Chung Eui-yong", "Chung Euiyong", Relation.SPELLING),
        ("Hussein AlSheikh", "Hussein Al Sheikh", Relation.SPELLING),
        ("习近平", "Xi Jinping", Relation.SPELLING),
        ("Tokayev Kassym-Jomart", "Kassym-Jomart Tokayev", Relation.ORDER),
        ("Anna B. Berg", "Anna Berg", Relation.MIDDLE),
        ("Anna B. Berg", "Anna Beate Berg", Relation.MIDDLE),
        ("Chung Eui yong", "Chung Euiyong", Relation.SPELLING),
        ("Sergey Viktorovich Lavrov", "Sergei Lavrov", Relation.MIDDLE),
        ("Joe Birk", "Joseph R. Birk", Relation.SHORT),
        ("S. Jaishankar", "Subrahmanyam Jaishankar", Relation.INITIAL),
        ("Scholz", "Olaf Scholz", Relation.FAMILY),
        ("Scholz", "Scholz", Relation.BARE),
        ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", Relation.PART),
        ("López Obrador", "Andrés Manuel López Obrador", Relation.PART),
        ("Mohammed bin Salman", "Mohammad bin Salman bin Abdulaziz Al Saud", Relation.PART),
        ("Abdullah II", "Abdullah II bin Al-Hussein", Relation.PART),
        ("Abdullah", "Abdullah II", Relation.PART),
        ("Harold Birk", "Harold Birk Sr.", Relation.PART),
        ("Denys Shmyhal", "Denis Shmygal", Relation.LIKE),
    ],
)
def test_one_person_s_names(one: str, other: str, found: Relation) -> None:
    assert relation(one, other) is found


@pytest.mark.parametrize(
    "one, other",
    [
        ("Joe Biden", "Jill Biden"),
        ("Fidel Castro", "Raúl Castro"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Viktor Ivanov", "Viktoria Ivanova"),
        ("Ilham Aliyev", "Ilhama Aliyeva"),
        ("Hamad bin Khalifa Al Thani", "Khalifa bin Hamad Al Thani"),
        ("Salman bin Abdulaziz Al Saud", "Mohammed bin Salman bin Abdulaziz Al Saud"),
        ("Mohammed bin Zayed Al Nahyan", "Abdullah bin Zayed Al Nahyan"),
        ("Berg", "Birk"),
        ("", "Anna Berg"),
        ("A", "Anna Berg"),
    ],
)
def test_two_people_s_names(one: str, other: str) -> None:
    assert relation(one, other) <= Relation.NONE


@pytest.mark.parametrize(
    "one, other",
    [
        ("John A. Birk", "John B. Birk"),
        ("John E. Birk", "John O. Birk"),
        ("Sergei Viktorovich Ivanov", "Sergei Borisovich Ivanov"),
        ("George W. Bush", "George H. W. Bush"),
        ("Mohammed V", "Mohammed VI"),
        ("Harold Birk Jr.", "Harold Birk Sr."),
    ],
)
def test_contradictions(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONFLICT


def test_where_the_family_comes_first() -> None:
    assert relation("Xi", "Xi Jinping", family_first=True) is Relation.FAMILY
    assert relation("Xi", "Xi Jinping") is Relation.NONE
    assert relation("Kim Jong", "Kim Yo Jong", family_first=True) <= Relation.PART
    assert relation("Kim Un", "Kim Jong Un", family_first=True) <= Relation.PART
