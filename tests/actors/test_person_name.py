"""What a person's name is taken apart into."""

from __future__ import annotations

import pytest

from comity.actors.person_name import person_name


@pytest.mark.parametrize(
    "name, words",
    [
        ("Abdel Fattah el-Sisi", ("abdfattah", "sisi")),
        ("Abdelfattah al-Sisi", ("abdfattah", "sisi")),
        ("Abd al-Fattah El Sisi", ("abdfattah", "sisi")),
        ("Abdullah Salem", ("abdullah", "salem")),
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("von der Leyen", ("leyen",)),
        ("Ben Cardin", ("ben", "cardin")),
        ("Al Birk", ("al", "birk")),
        ("al Thani", ("thani",)),
        ("El-Sisi", ("sisi",)),
        ("Anna E. Berg", ("anna", "e", "berg")),
        ("Ban Ki-moon", ("ban", "ki", "moon")),
        ("Владимир Путин", ("vladimir", "putin")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("O’Brien", ("obrien",)),
        ("Joseph R. Biden", ("joseph", "r", "biden")),
        ("Dr. Anna Berg", ("anna", "berg")),
        ("H.E. Anna Berg", ("anna", "berg")),
        ("HE Anna Berg", ("anna", "berg")),
        ("He Lifeng", ("he", "lifeng")),
        ("Sheikh Hamad", ("hamad",)),
        ("BERG Anna Maria", ("anna", "maria", "berg")),
        ("Berg, Anna", ("anna", "berg")),
        ("ANNA BERG", ("anna", "berg")),
        ("", ()),
        ("–", ()),
    ],
)
def test_words(name: str, words: tuple[str, ...]) -> None:
    assert person_name(name).words == words


@pytest.mark.parametrize(
    "name, rank, words",
    [
        ("Joseph R. Biden, Jr.", "jr", ("joseph", "r", "biden")),
        ("JOSEPH R. BIDEN JR", "jr", ("joseph", "r", "biden")),
        ("Harold Birk Sr.", "sr", ("harold", "birk")),
        ("Abdullah II", "ii", ("abdullah",)),
        ("Abdullah II bin Al-Hussein", "ii", ("abdullah", "hussein")),
        ("Mohammed V", "v", ("mohammed",)),
        ("Jinping Xi", "", ("jinping", "xi")),
        ("Malcolm V. Birk", "", ("malcolm", "v", "birk")),
    ],
)
def test_ranks(name: str, rank: str, words: tuple[str, ...]) -> None:
    parts = person_name(name)
    assert (parts.rank, parts.words) == (rank, words)


@pytest.mark.parametrize(
    "name, marked",
    [("BERG Anna", True), ("Berg, Anna", True), ("Anna BERG", True), ("Anna Berg", False),
     ("ANNA BERG", False), ("Anna B. Berg", False)],
)  # fmt: skip
def test_a_marked_family_name(name: str, marked: bool) -> None:
    assert person_name(name).marked is marked


def test_a_father_s_name_is_chained() -> None:
    assert person_name("Mohammed bin Salman bin Abdulaziz Al Saud").chained == {1, 2}
    assert person_name("Mohammed Salman").chained == frozenset()


def test_what_tells_its_bearer() -> None:
    assert person_name("Anna Berg").full
    assert person_name("Abdullah II").full
    assert not person_name("Berg").full
    assert not person_name("A. Berg").full
    assert person_name("A. Berg").initialled
    assert person_name("Berg").single
    assert not person_name("Abdullah II").single
