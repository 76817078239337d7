"""Facts that names are resolved with: parliaments, renamed parties, identifiers, words of names."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from comity.data import body_words, countries, identifiers, names, parties, posts
from comity.data.files import load_json, load_text
from comity.data.folding import fold
from comity.data.parliaments import parliaments
from comity.data.successors import successors


def test_every_country_has_an_identifier() -> None:
    assert countries.codes() <= identifiers.wikidata().keys()
    assert identifiers.wikidata()["KAZ"] == "Q232"
    assert identifiers.wikidata()["EUR"] == "Q458"


def test_identifiers_look_right() -> None:
    rows = [line.split("\t") for line in load_text("wikidata.tsv").splitlines()]
    assert all(re.fullmatch(r"[A-Z]{3}|\d+", key) for key, _ in rows)
    assert all(re.fullmatch(r"Q[1-9]\d*", value) for _, value in rows)
    of_countries = [value for key, value in rows if not key.isdigit()]
    assert max(Counter(of_countries).values()) == 1


def test_parliaments_are_sorted_and_coded() -> None:
    table = load_json("parliaments.json")["parliaments"]
    assert list(table) == sorted(table)
    assert set(table) <= countries.codes()
    assert {chamber for found in table.values() for chamber in found} == {"whole", "lower", "upper"}


def test_no_name_means_two_chambers_of_one_parliament() -> None:
    for country, chambers in load_json("parliaments.json")["parliaments"].items():
        names_of = Counter(
            name for found in chambers.values() for name in {fold(name) for name in found}
        )
        assert [name for name, times in names_of.items() if times > 1] == [], country


@pytest.mark.parametrize(
    "name, country, chamber",
    [
        ("mazhilis", "KAZ", "lower"),
        ("state duma", "RUS", "lower"),
        ("verkhovna rada", "UKR", "whole"),
        ("rajya sabha", "IND", "upper"),
        ("bundestag", "DEU", "lower"),
    ],
)
def test_chambers(name: str, country: str, chamber: str) -> None:
    assert parliaments()[name][country][0] == chamber


def test_renamed_parties_are_in_order_and_named_once() -> None:
    seen: Counter[tuple[str, str]] = Counter()
    for party in load_json("successors.json")["parties"]:
        assert party["country"] in countries.codes()
        years = [period["since"] for period in party["names"]]
        assert years == sorted(years)
        assert len(years) > 1
        for period in party["names"]:
            seen.update((party["country"], fold(form)) for form in period["forms"])
    assert [key for key, times in seen.items() if times > 1] == []


def test_renamed_parties_are_no_other_parties_of_party_facts() -> None:
    """A name of a chain may have an id of its own, but no party outside a chain has that name."""
    for (country, form), fact in successors().items():
        for party in parties.lookup(form.title()):
            if party.country == country and not party.needs:
                chain = successors().get((country, fold(party.name)))
                assert chain is None or chain.first == fact.first, (country, form)


@pytest.mark.parametrize(
    "country, one, other",
    [("KAZ", "otan", "amanat"), ("FRA", "en marche", "renaissance"), ("GBR", "brexit party",
     "reform uk")],
)  # fmt: skip
def test_successive_names(country: str, one: str, other: str) -> None:
    facts = successors()
    assert facts[country, one].first == facts[country, other].first
    assert facts[country, one].since < facts[country, other].since


def test_other_parties_are_no_successors() -> None:
    facts = successors()
    assert facts["RUS", "united russia"].first != facts["RUS", "a just russia"].first
    assert ("ITA", "renaissance") not in facts


def test_names_are_spelled_one_way_only() -> None:
    spelled = Counter(word for group in names.spellings() for word in group)
    assert [word for word, times in spelled.items() if times > 1] == []


@pytest.mark.parametrize("groups", [names.spellings(), names.short_names()])
def test_groups_of_names_are_folded(groups: tuple[frozenset[str], ...]) -> None:
    assert all(len(group) > 1 for group in groups)
    assert all(word == fold(word) and " " not in word for group in groups for word in group)


def test_words_of_bodies_and_titles_are_folded() -> None:
    lists = [body_words.word_set(key) for key in ("stop", "ministries", "generic")]
    lists += [posts.word_set(key) for key in ("dropped", "sole", "ranks", "vague", "many")]
    assert all(word == fold(word) for found in lists for word in found)
    same = body_words.same_words()
    assert all(same[first] == first for first in same.values())
    phrases = body_words.same_phrases()
    stop = body_words.word_set("stop")
    assert all(not stop & set(phrase.split()) for phrase in phrases)
    generic = body_words.word_set("generic")
    assert all(same.get(word, word) == word for word in generic - {"center", "centre"})


def test_countries_where_the_family_comes_first() -> None:
    assert names.family_first() <= countries.codes()
    assert "CHN" in names.family_first()
    assert "KAZ" not in names.family_first()
