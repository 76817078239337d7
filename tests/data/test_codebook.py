"""The codebook: complete, well formed, and as the page for readers has it."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from comity.data.codebook import (
    Counterexample,
    Example,
    Modality,
    codebook,
    root_of,
    without_marks,
)
from comity.data.plover import mode_scores, score, weights
from comity.data.vocabulary import EventType

ROOT = Path(__file__).parents[2]
BOOK = codebook()
ENTRIES = BOOK.types.values()
#: The modes of PLOVER 2.0. The same name under two types is two modes.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
}
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy "
    "pro_autocracy economic legal reparations human_rights rights_freedoms repression "
    "human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn cyber "
    "misinformation crime corruption illegal_drugs trafficking"
)


def sentences() -> list[Example | Counterexample]:
    """Every marked sentence of the codebook."""
    found: list[Example | Counterexample] = []
    for entry in ENTRIES:
        found += entry.examples + entry.counterexamples
        found += [example for mode in entry.modes.values() for example in mode.examples]
    return [*found, *(e for told in BOOK.modalities.values() for e in told.examples)]


def fault(text: str) -> str | None:
    """What is wrong with the marks of a sentence, or None."""
    marks = re.findall(r"<[^>]*>", text)
    if sorted(marks) != ["</s>", "</t>", "<s>", "<t>"]:
        return f"marks {marks}"
    parts = [re.search(rf"<{name}>([^<]*)</{name}>", text) for name in "st"]
    if None in parts:
        return "marks that do not close, or one inside the other"
    if any(not part[1] or part[1].strip() != part[1] for part in parts if part):
        return "white space at a mark"
    return None if text.endswith(".") else "no full stop"


def test_types_and_modes_are_those_of_plover() -> None:
    assert tuple(BOOK.types) == get_args(EventType)
    assert {e.type: " ".join(e.modes) for e in ENTRIES if e.modes} == MODES
    assert sum(len(entry.modes) for entry in ENTRIES) == 67


def test_contexts_and_modalities_are_complete() -> None:
    assert " ".join(BOOK.contexts) == CONTEXTS
    assert len(BOOK.contexts) == 37
    assert tuple(BOOK.modalities) == get_args(Modality)
    assert all(len(told.examples) >= 2 for told in BOOK.modalities.values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.type)
def test_a_type_is_told_in_full(entry) -> None:
    told = [entry.title, entry.definition, entry.direction, *entry.lines]
    told += [mode.definition for mode in entry.modes.values()]
    assert all(text.strip() == text and len(text) >= 10 for text in told)
    assert len(entry.lines) >= 3
    assert 4 <= len(entry.examples) <= 8
    assert 3 <= len(entry.counterexamples) <= 6
    assert all(mode.examples for mode in entry.modes.values())
    assert all(example.type == entry.type for example in entry.examples)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.type)
def test_counterexamples_are_of_another_type_or_none(entry) -> None:
    for counter in entry.counterexamples:
        assert counter.why
        assert counter.instead != entry.type
        if counter.instead is None:
            assert counter.mode is None
        else:
            assert counter.mode is None or counter.mode in BOOK.types[counter.instead].modes
    assert any(counter.instead for counter in entry.counterexamples)


def test_marks_are_well_formed_and_no_sentence_stands_twice() -> None:
    texts = [sentence.text for sentence in sentences()]
    assert {text: wrong for text in texts if (wrong := fault(text))} == {}
    own = [sentence.text for sentence in sentences() if isinstance(sentence, Example)]
    assert [text for text, times in Counter(own).items() if times > 1] == []


@pytest.mark.parametrize(
    "text",
    [
        "<s>A</s> met B.",
        "<s>A <t>B</t></s> met.",
        "<s>A</s> met <s>B</s>.",
        "<s>A </s>met <t>B</t>.",
        "<s>A</s> met <t>B</t>",
        "<s>A</s> met <b>C</b> and <t>B</t>.",
    ],
)
def test_wrong_marks_are_seen(text: str) -> None:
    assert fault(text)


def test_no_sentence_has_two_answers() -> None:
    """The same sentence, marked the same, is never two things."""
    answers: dict[str, set[str | None]] = {}
    for sentence in sentences():
        counted = isinstance(sentence, Counterexample) or sentence.modality not in (
            "hypothetical",
            "denied",
            "historical",
        )
        kind = sentence.instead if isinstance(sentence, Counterexample) else sentence.type
        answers.setdefault(sentence.text, set()).add(kind if counted else None)
    assert {text: found for text, found in answers.items() if len(found) > 1} == {}


def test_examples_use_known_contexts_and_modalities() -> None:
    examples = [sentence for sentence in sentences() if isinstance(sentence, Example)]
    assert {context for e in examples for context in e.contexts} <= set(BOOK.contexts)
    assert {e.modality for e in examples} == set(get_args(Modality))
    ahead = {e.type for e in examples if e.modality == "promised"}
    assert ahead == {"AGREE", "THREATEN"}, "what lies ahead is one of the two, and they always do"
    assert all(e.modality == "promised" for e in examples if e.type in ahead)


def test_ladders_name_types() -> None:
    assert len(BOOK.ladders) >= 6
    for steps in BOOK.ladders.values():
        assert {kind for _, kind in steps} <= set(get_args(EventType))
        assert len({words for words, _ in steps}) == len(steps) >= 3


def test_scores_have_the_sign_of_their_quad() -> None:
    for entry in ENTRIES:
        assert (entry.quad, entry.score) == (
            weights()[entry.type].quad,
            weights()[entry.type].score,
        )
        for value in (entry.score, *(mode.score for mode in entry.modes.values())):
            if "cooperation" in entry.quad:
                assert 0 < value <= 10
            elif entry.type == "REQUEST":
                assert -1 <= value <= 0.5, "a request is hardly hostile, whatever its quad"
            else:
                assert -10 <= value < 0


def test_scores_of_modes() -> None:
    assert score("CONSULT", "visit") == 4
    assert score("CONSULT", "third-party") == 1
    assert score("ACCUSE", "allege") == -3.5
    assert score("ASSAULT", "firearms") == score("ASSAULT") == -9, "the type's, where it has none"
    known = {(entry.type, mode) for entry in ENTRIES for mode in entry.modes}
    assert set(mode_scores()) <= known


def test_roots() -> None:
    assert {kind for kind in BOOK.types if root_of(kind) == "YIELD"} == {"CONCEDE", "RETREAT"}
    assert all(root_of(k) == k for k in BOOK.types if k not in ("CONCEDE", "RETREAT"))
    assert len({root_of(kind) for kind in BOOK.types}) == 15


def test_recipients_that_plover_asks_for() -> None:
    needed = {entry.type for entry in ENTRIES if entry.recipient == "needed"}
    assert needed == {"COOPERATE", "AID", "SANCTION"}


def test_marks_can_be_taken_off() -> None:
    assert without_marks("<s>A</s> met <t>B</t>.") == "A met B."
    assert without_marks("1 < 2 <sic>") == "1 < 2 <sic>"
    assert "<" not in "".join(sentence.plain for sentence in sentences())


def test_values_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        BOOK.types["AID"].title = "x"  # type: ignore[misc]
    with pytest.raises(TypeError):
        BOOK.types["AID"] = BOOK.types["AGREE"]  # type: ignore[index]


def test_the_page_is_fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    monkeypatch.delitem(sys.modules, "write_codebook", raising=False)
    import write_codebook  # type: ignore[import-not-found,unused-ignore]

    text = write_codebook.page(BOOK)
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == text, (
        "run: python scripts/write_codebook.py"
    )
    for entry in ENTRIES:
        assert f"### {entry.type}\n" in text
        assert all(f"| `{mode}` |" in text for mode in entry.modes)
    assert "<s>" not in text.replace("`<s>…</s>`", "")
