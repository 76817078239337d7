"""Forms of a name: which may be one person's within a report."""

from __future__ import annotations

import pytest

from comity.reading.name_forms import parts, same_person

PARTS = [
    ("Harold J. Quill , Jr.", ["harold", "j", "quill"]),
    ("Óscar Núñez", ["oscar", "nunez"]),
    ("Karim el - Hadidi", ["karim", "hadidi"]),
    ("Baek Sung - jin", ["baek", "sung-jin"]),
    ("Seán O’Dwyer", ["sean", "o’dwyer"]),
    ("Harold Quill III", ["harold", "quill"]),
    ("", []),
]


@pytest.mark.parametrize("name, found", PARTS)
def test_parts(name: str, found: list[str]) -> None:
    assert parts(name.split()) == found


SAME = [
    ("Harold Quill", "Quill"),
    ("Zhao Wenbin", "Zhao"),
    ("Harold J. Quill", "Harold Quill"),
    ("H. Quill", "Harold Quill"),
    ("Joe Quill", "Joseph Quill"),
    ("Viktor Sergeyevich Morozov", "Viktor Morozov"),
    ("Ricardo Silva de la Fuente", "Ricardo de la Fuente"),
]
OTHERS = [
    ("Harold Quill", "Harriet Quill"),
    ("Harold Quill", "Harold Penrose"),
    ("Zhao Wenbin", "Zhao Lirong"),
    ("H. Quill", "Joseph Quill"),
    ("Viktor Sergeyevich Morozov", "Sergeyevich"),
]


@pytest.mark.parametrize("one, other", SAME)
def test_one_person(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert same_person(parts(first.split()), parts(second.split()), title_shared=False)


@pytest.mark.parametrize("one, other", OTHERS)
def test_two_people(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert not same_person(parts(first.split()), parts(second.split()), title_shared=False)


def test_a_middle_name_will_do_where_the_title_is_shared() -> None:
    assert same_person(["luiz", "inacio", "pereira"], ["inacio"], title_shared=True)
