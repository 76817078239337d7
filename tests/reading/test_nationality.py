"""Nationality: which country each person comes from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

COUNTRY = [
    # said before or after the name
    ("Norwegian Foreign Minister Ingrid Solberg spoke first.", "Ingrid Solberg", "NOR"),
    ("Foreign Minister Ingrid Solberg of Norway spoke first.", "Ingrid Solberg", "NOR"),
    ("Norway’s Foreign Minister Ingrid Solberg spoke first.", "Ingrid Solberg", "NOR"),
    ("Ingrid Solberg, the Foreign Minister of Norway, spoke first.", "Ingrid Solberg", "NOR"),
    ("The Prime Minister of Norway, Ingrid Solberg, spoke first.", "Ingrid Solberg", "NOR"),
    ("U.S. Ambassador Harold Quill spoke first.", "Harold Quill", "USA"),
    # said somewhere else in the report
    ("Ingrid Solberg spoke first. Norwegian Foreign Minister Ingrid Solberg thanked the hosts.",
     "Ingrid Solberg", "NOR"),
    # not said: the country that the report is told from
    ("NAIROBI – Foreign Minister Grace Otieno received Foreign Minister Pavel Novak of Czechia.",
     "Grace Otieno", "KEN"),
    ("Secretary of State Harold Quill spoke with Foreign Minister Eva Lund of Denmark.",
     "Harold Quill", "USA"),
    # an office that has a country of its own
    ("Pope Benedictus met Prime Minister Eva Lund of Denmark.", "Benedictus", "VAT"),
]  # fmt: skip


@pytest.mark.parametrize("text, name, code", COUNTRY)
def test_country(cast_of: Callable[..., Cast], text: str, name: str, code: str) -> None:
    person = cast_of(text).person_named(name)
    assert person is not None
    assert person.country == code


def test_an_adversary_is_not_from_the_home_country(cast_of: Callable[..., Cast]) -> None:
    text = (
        "OSLO. Foreign Minister Ingrid Solberg of Norway spoke of President Zorin’s war. "
        "Norway condemns President Zorin’s aggression."
    )
    person = cast_of(text).person_named("Zorin")
    assert person is not None
    assert person.country != "NOR"


def test_an_armed_group_has_no_country(cast_of: Callable[..., Cast]) -> None:
    text = "CAIRO. Foreign Minister Amr Halim of Egypt met Hamas leader Salim Qassar."
    person = cast_of(text).person_named("Salim Qassar")
    assert person is not None
    assert person.country != "EGY"
