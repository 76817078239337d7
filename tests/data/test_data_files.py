"""What must hold for every data file, and whether the files are fresh."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from comity.data import bodies, countries, parties, topics
from comity.data.files import load_json, load_text
from comity.data.vocabulary import BodyKind, Topic

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT.parent / "shared" / "reference"
LISTS = ("names", "adjectives", "peoples", "capitals", "seats", "venues", "cities")


def repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


def no_repeated_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert not repeated(key for key, _ in pairs)
    return dict(pairs)


@pytest.mark.parametrize("name", ["countries.json", "bodies.json", "topics.json"])
def test_no_key_is_given_twice(name: str) -> None:
    json.loads(load_text(name), object_pairs_hook=no_repeated_keys)


def test_countries_are_sorted_and_coded() -> None:
    table = load_json("countries.json")
    assert list(table["countries"]) == sorted(table["countries"])
    assert all(re.fullmatch("[A-Z]{3}", code) for code in table["countries"])
    assert len(table["countries"]) == 251
    for country in table["countries"].values():
        for field in LISTS:
            assert country.get(field, []) == sorted(set(country.get(field, [])))
    for field in ("ambiguous", "blocked"):
        assert table[field] == sorted(set(table[field]))


@pytest.mark.parametrize("field", LISTS)
def test_no_surface_belongs_to_two_countries(field: str) -> None:
    table = load_json("countries.json")["countries"].values()
    assert not repeated(surface for country in table for surface in country.get(field, []))


def test_words_and_places_of_two_fields_agree() -> None:
    words = {**countries.names(), **countries.adjectives(), **countries.peoples()}
    places = {**countries.cities(), **countries.venues()}
    clash = {s for s in words.keys() & places.keys() if words[s] != places[s]}
    assert not clash


def test_bodies_have_valid_kinds_and_countries() -> None:
    kinds = set(get_args(BodyKind))
    assert {fact.kind for fact in bodies.known().values()} <= kinds
    assert {head.kind for head in bodies.heads().values()} == kinds
    found = {fact.country for fact in bodies.known().values()}
    found |= {fact.country for fact in bodies.agencies().values()}
    assert found - {None} <= countries.codes()
    table = load_json("bodies.json")
    assert all(list(part) == sorted(part) for part in table.values())
    assert all(surface == surface.upper() for surface in table["agencies"])
    assert all(head == head.lower() for head in table["heads"])


def test_topics_are_those_of_the_schema() -> None:
    weighed = [pair for term in topics.terms().values() for pair in term.weights]
    assert {topic for topic, _ in weighed} == set(get_args(Topic))
    assert {weight for _, weight in weighed} == {0.5, 1.0}
    table = load_json("topics.json")
    assert list(table["terms"]) == sorted(table["terms"])
    assert table["never"] == sorted(set(table["never"]))
    assert all(form == form.lower() for form in [*table["terms"], *table["never"]])


def test_a_cancelling_phrase_holds_its_term() -> None:
    for words, term in topics.terms().items():
        for phrase in term.unless:
            assert any(phrase[i : i + len(words)] == words for i in range(len(phrase))) or (
                "defense" in phrase or "defence" in phrase
            ), (words, phrase)


def test_parties_are_sorted_and_coded() -> None:
    rows = load_text("parties.tsv").splitlines()
    assert rows == sorted(set(rows))
    assert {row.split("\t")[0] for row in rows} <= countries.codes()
    for row in rows:
        _, party_id, name, forms = row.split("\t")
        assert name
        assert party_id == "" or party_id.isdigit()
        assert not repeated(form.rstrip("~?") for form in forms.split("|"))
    assert not repeated(party_id for row in rows if (party_id := row.split("\t")[1]))
    assert parties.lookup("Fatah")[0].party_facts_id is not None


def test_files_are_small() -> None:
    for name, limit in (("parties.tsv", 500_000), ("bodies.json", 300_000)):
        assert len(load_text(name).encode()) <= limit


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the reference facts are not at hand")
def test_files_are_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = ROOT / "scripts" / "data"
    monkeypatch.syspath_prepend(str(scripts))
    for name in [name for name in sys.modules if name.startswith(("build_", "blocks"))]:
        monkeypatch.delitem(sys.modules, name)
    import build_all  # type: ignore[import-not-found,unused-ignore]

    for path, text in build_all.build_all(REFERENCE).items():
        assert path.read_text(encoding="utf-8") == text, f"rebuild {path.name}"
