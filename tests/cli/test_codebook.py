"""`comity codebook`: all types, one, a code of CAMEO."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from comity.data.codebook import codebook
from comity.data.vocabulary import EventType


def test_all_types(run) -> None:
    answer = run("codebook")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.split()[0] for line in lines[1:17]] == list(get_args(EventType))
    assert "material conflict" in answer.out
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("kind", get_args(EventType))
def test_one_type(run, kind: str) -> None:
    answer = run("codebook", kind, columns=200)
    assert answer.code == 0
    entry = codebook().types[kind]
    shown = " ".join(answer.out.split())
    assert answer.out.startswith(f"{kind}  {entry.title}\n")
    for text in (entry.definition, entry.quad, entry.lines[0], entry.examples[0].text):
        assert text in shown
    assert entry.counterexamples[-1].why in shown
    assert all(f"\n{mode} " in answer.out for mode in entry.modes)
    assert f"\n{entry.cameo} " in answer.out


def test_small_letters_will_do(run) -> None:
    assert run("codebook", "consult").out == run("codebook", " CONSULT").out


def test_a_root_has_both_its_types(run) -> None:
    answer = run("codebook", "yield")
    assert "CONCEDE  Give" in answer.out
    assert "RETREAT  Give" in answer.out
    forms = json.loads(run("codebook", "yield", "--format", "json").out)
    assert [form["type"] for form in forms] == ["CONCEDE", "RETREAT"]


@pytest.mark.parametrize(
    "code, words",
    [
        ("042", ["Make a visit", "CONSULT, visit", "+4", "+1.9"]),
        ("043", ["Host a visit", "turn source and target"]),
        ("012", ["none: comments and appeals"]),
        ("08", ["Yield", "CONCEDE", "RETREAT"]),
        ("1214", ["REJECT, assist", "intelligence"]),
    ],
)
def test_a_code_of_cameo(run, code: str, words: list[str]) -> None:
    answer = run("codebook", code)
    assert answer.code == 0
    assert answer.out.startswith(f"CAMEO {code}  ")
    assert [word for word in words if word not in answer.out] == []


def test_json(run) -> None:
    whole = json.loads(run("codebook", "--format", "json").out)
    assert list(whole["types"]) == list(get_args(EventType))
    assert len(whole["contexts"]) == 37
    assert set(whole) == {"types", "modalities", "contexts", "parties", "ladders"}
    one = json.loads(run("codebook", "AID", "-f", "json").out)
    assert one == whole["types"]["AID"]
    code = json.loads(run("codebook", "042", "-f", "json").out)
    assert (code["type"], code["mode"], code["goldstein"]) == ("CONSULT", "visit", 1.9)


@pytest.mark.parametrize(
    "name, hint",
    [("CONSUL", "perhaps CONSULT?"), ("xyz", "there are: AGREE, CONSULT"), ("42", "042"), ("", "")],
)
def test_what_is_in_no_codebook(run, name: str, hint: str) -> None:
    answer = run("codebook", name)
    assert (answer.code, answer.out) == (2, "")
    assert "[C339]" in answer.err
    assert hint in answer.err
