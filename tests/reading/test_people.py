"""People: who is named, under which fullest name, with which titles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.reading.cast import Cast

NAMES = [
    # names of many origins
    ("Foreign Minister Ludovic van der Meulen met his guests.", ["Ludovic van der Meulen"]),
    ("President Ricardo de la Fuente met his guests.", ["Ricardo de la Fuente"]),
    ("President João dos Santos Ribeiro met his guests.", ["João dos Santos Ribeiro"]),
    ("Chancellor Otto von Hallberg met his guests.", ["Otto von Hallberg"]),
    ("King Faisal bin Hamad Al Nuaim met his guests.", ["Faisal bin Hamad Al Nuaim"]),
    ("President Karim el-Hadidi met his guests.", ["Karim el-Hadidi"]),
    ("Foreign Minister Salim bin Rashid met his guests.", ["Salim bin Rashid"]),
    ("Prime Minister Abd al-Rahman Qassar met his guests.", ["Abd al-Rahman Qassar"]),
    ("President Cheikh Ould Brahim met his guests.", ["Cheikh Ould Brahim"]),
    ("Speaker Viktor Sergeyevich Morozov met his guests.", ["Viktor Sergeyevich Morozov"]),
    ("Foreign Minister Aliya Bekova met her guests.", ["Aliya Bekova"]),
    ("President Nurlan Dosmagambetuly met his guests.", ["Nurlan Dosmagambetuly"]),
    ("Foreign Minister Zhao Wenbin met his guests.", ["Zhao Wenbin"]),
    ("Prime Minister Nguyen Van Khoa met his guests.", ["Nguyen Van Khoa"]),
    ("Foreign Minister Baek Sung-jin met his guests.", ["Baek Sung-jin"]),
    ("President Lee Min-ho met his guests.", ["Lee Min-ho"]),
    ("Foreign Minister Tanabe Haruki met his guests.", ["Tanabe Haruki"]),
    ("Prime Minister Somchai Rattanakul met his guests.", ["Somchai Rattanakul"]),
    ("President Adebayo Okonjo met his guests.", ["Adebayo Okonjo"]),
    ("Foreign Minister Thandiwe Mabuza met her guests.", ["Thandiwe Mabuza"]),
    ("Prime Minister Óscar Núñez Ibáñez met his guests.", ["Óscar Núñez Ibáñez"]),
    ("Minister Anne-Sophie Dubreuil met her guests.", ["Anne-Sophie Dubreuil"]),
    ("Minister Marie Leclerc-Fournier met her guests.", ["Marie Leclerc-Fournier"]),
    ("Minister Seán O’Dwyer met his guests.", ["Seán O’Dwyer"]),
    ("Minister Siobhan O'Dwyer met her guests.", ["Siobhan O'Dwyer"]),
    ("Ambassador Fiona MacTavish met her guests.", ["Fiona MacTavish"]),
    ("Minister Björn Sveinsson met his guests.", ["Björn Sveinsson"]),
    ("Minister Gyula Szentmihályi met his guests.", ["Gyula Szentmihályi"]),
    ("Minister Şebnem Çelikoğlu met her guests.", ["Şebnem Çelikoğlu"]),
    # initials and suffixes
    ("Secretary Harold J. Quill met his guests.", ["Harold J. Quill"]),
    ("Senator H. R. Quill met his guests.", ["H. R. Quill"]),
    ("Secretary Harold Quill Jr. met his guests.", ["Harold Quill Jr."]),
    ("Secretary Harold Quill III met his guests.", ["Harold Quill III"]),
    # one name alone
    ("King Haakon met his guests.", ["Haakon"]),
    ("Pope Benedictus met his guests.", ["Benedictus"]),
    # courtesy is no part of a name
    ("Mr. Harold Quill met his guests.", ["Harold Quill"]),
    ("Dr. Grace Otieno met her guests.", ["Grace Otieno"]),
    ("H.E. Grace Otieno met her guests.", ["Grace Otieno"]),
    ("His Excellency Harold Quill met his guests.", ["Harold Quill"]),
    ("His Majesty King Haakon met his guests.", ["Haakon"]),
    ("Her Royal Highness Princess Astrid met her guests.", ["Astrid"]),
    ("Sir Alfred Penrose met his guests.", ["Alfred Penrose"]),
    ("General Harold Quill met his guests.", ["Harold Quill"]),
    # several
    ("Prime Ministers Eva Lund and Pavel Novak met.", ["Eva Lund", "Pavel Novak"]),
    (
        "Eva Lund, Pavel Novak and Ingrid Solberg met.",
        ["Eva Lund", "Pavel Novak", "Ingrid Solberg"],
    ),
    ("President Pavel Novak’s adviser Eva Lund met her guests.", ["Pavel Novak", "Eva Lund"]),
    ("Foreign Minister Eva Lund received Ambassador Pavel Novak.", ["Eva Lund", "Pavel Novak"]),
    # by what stands around
    ("The delegation was headed by Ingrid Solberg.", ["Ingrid Solberg"]),
    ("“We agree,” Ingrid Solberg said.", ["Ingrid Solberg"]),
    ("Her counterpart Ingrid Solberg agreed.", ["Ingrid Solberg"]),
]


@pytest.mark.parametrize("text, names", NAMES)
def test_names(cast_of: Callable[..., Cast], text: str, names: list[str]) -> None:
    assert [entry.name for entry in cast_of(text).people.entries] == names


NOBODY = [
    "Norway and Kenya signed an agreement.",
    "The Ministry of Foreign Affairs announced the visit.",
    "Guests toured the Oslo Opera House.",
    "The Prime Minister met his guests on Monday.",
    "The Geneva Convention was discussed.",
    "The Norwegian Parliament met in March.",
    "Flight 12 landed in Nairobi.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(cast_of: Callable[..., Cast], text: str) -> None:
    assert cast_of(text).people.entries == []


JOINED = [
    # (text, the fullest name, how often it is named)
    ("President Harold J. Quill spoke. Mr. Quill left.", "Harold J. Quill", 2),
    ("Mr. Quill spoke. President Harold J. Quill left.", "Harold J. Quill", 2),
    ("President Joseph Quill spoke. Joe Quill left.", "Joseph Quill", 2),
    ("Minister Thomas Hart spoke. Minister Tom Hart left.", "Thomas Hart", 2),
    ("President Karim el-Hadidi spoke. Hadidi left.", "Karim el-Hadidi", 2),
    ("Minister Núñez spoke. Minister Óscar Nunez left.", "Óscar Nunez", 2),
    ("Minister Eva Lund spoke. “We agree,” Lund added.", "Eva Lund", 2),
    ("Minister Eva Lund spoke. Eva Lund left. Minister Lund said no more.", "Eva Lund", 3),
    ("Foreign Minister Zhao Wenbin spoke. Zhao left.", "Zhao Wenbin", 2),
    ("Foreign Minister Baek Sung-jin spoke. Minister Baek left.", "Baek Sung-jin", 2),
    ("Minister Marie Leclerc-Fournier spoke. Leclerc-Fournier left.", "Marie Leclerc-Fournier", 2),
    ("Secretary Harold Quill Jr. spoke. Secretary Quill left.", "Harold Quill Jr.", 2),
    ("Minister Ludovic van der Meulen spoke. Van der Meulen left.", "Ludovic van der Meulen", 2),
    (
        "Speaker Viktor Sergeyevich Morozov spoke. Viktor Morozov left.",
        "Viktor Sergeyevich Morozov",
        2,
    ),
]


@pytest.mark.parametrize("text, name, times", JOINED)
def test_forms_of_a_name_are_joined(
    cast_of: Callable[..., Cast], text: str, name: str, times: int
) -> None:
    (entry,) = cast_of(text).people.entries
    assert (entry.name, len(entry.mentions)) == (name, times)


PARTED = [
    "Minister Eva Lund met Minister Per Lund.",
    "Prime Minister Pavel Novak met Foreign Minister Ivana Novakova.",
    "Minister Eva Lund met Minister Eva Solberg.",
    "Zhao Wenbin met Zhao Lirong.",
]


@pytest.mark.parametrize("text", PARTED)
def test_two_people_stay_two(cast_of: Callable[..., Cast], text: str) -> None:
    assert len(cast_of(text).people.entries) == 2


def test_a_mention_begins_at_its_titles(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("On Monday Foreign Minister Eva Lund met her guests.")
    (mention,) = cast.people.mentions()
    assert cast.syntax.said(mention.start, mention.last) == "Foreign Minister Eva Lund"
    assert cast.people.at(mention.first) == mention
    assert cast.people.at(mention.start) is None


def test_a_name_is_neither_a_place_nor_a_body(cast_of: Callable[..., Cast]) -> None:
    cast = cast_of("Minister Michael Jordan met Senator Georgia Hart in Oslo.")
    assert [entry.name for entry in cast.people.entries] == ["Michael Jordan", "Georgia Hart"]
    assert [cast.syntax.words[place.first] for place in cast.places.found] == ["Oslo"]
    assert cast.bodies.entries == []
