"""The word lists of the rules: each is read, and none holds what another denies."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from comity.data import lexicons
from comity.data.files import load_json
from comity.data.vocabulary import CommitmentKind, EncounterKind

SOURCE = Path(__file__).parents[2] / "src" / "comity"
LEXICONS = ["verbs", "contacts", "speech", "commitments", "events", "ties", "milestones"]
LISTS = [(lexicon, key) for lexicon in LEXICONS for key in load_json(f"{lexicon}.json")]


@pytest.fixture(scope="module")
def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))


@pytest.mark.parametrize("lexicon, key", LISTS)
def test_a_rule_reads_the_list(code: str, lexicon: str, key: str) -> None:
    assert re.search(rf'"{key}"', code), f"no rule reads {key} of {lexicon}.json"


@pytest.mark.parametrize("lexicon, key", LISTS)
def test_words_are_sorted_and_in_lower_case(lexicon: str, key: str) -> None:
    table = load_json(f"{lexicon}.json")[key]
    for words in table.values() if isinstance(table, dict) else [table]:
        assert words == sorted(set(words))
        assert all(word == word.lower() for word in words)


def test_kinds_are_those_of_the_schema() -> None:
    assert set(load_json("contacts.json")["nouns"]) == set(get_args(EncounterKind))
    for part in ("nouns", "adjectives"):
        assert set(load_json("commitments.json")[part]) <= set(get_args(CommitmentKind))


def test_a_word_has_one_kind() -> None:
    listed = [n for nouns in load_json("contacts.json")["nouns"].values() for n in nouns]
    assert len(lexicons.contact_nouns()) == len(listed)
    for part in ("nouns", "adjectives"):
        listed = [w for words in load_json("commitments.json")[part].values() for w in words]
        assert len(lexicons.committing(part)) == len(listed)


def test_a_verb_commits_with_one_strength() -> None:
    strengths = ["agreement", "signing", "pledge", "intention", "request", "hope"]
    verbs = [verb for strength in strengths for verb in lexicons.words("verbs", strength)]
    assert len(verbs) == len(set(verbs))


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError, match="pledges"):
        lexicons.words("verbs", "pledges")
