"""From reports to parsed reports: the only place where spaCy reads text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from comity.language import quotations
from comity.language.layout import Layout, Piece, lay_out, opening_role
from comity.language.pipelines import load, pipeline_name
from comity.language.prepare import Prepared
from comity.model.parsed import Name, Paragraph, Parsed, Quotation
from comity.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Paragraphs that spaCy holds at once; larger batches cost memory and, on CPU, time.
BATCH = 64


def parse(report: Report, *, pipeline: str | None = None) -> Parsed:
    """Parse one report. Raises LanguageError where its language is not read."""
    return next(parse_many([report], pipeline=pipeline))


def parse_many(reports: Iterable[Report], *, pipeline: str | None = None) -> Iterator[Parsed]:
    """Parse reports of one language, in order. Raises LanguageError as `parse` does."""
    layouts, again = tee(lay_out(report) for report in reports)
    first = next(layouts, None)
    if first is None:
        return
    name = pipeline_name(first.report.language or "en", pipeline)
    nlp = load(name)
    texts = (piece.prepared.text for layout in again for piece in layout.pieces)
    docs = nlp.pipe(texts, batch_size=BATCH)
    yield _parsed(first, docs, name)
    for layout in layouts:
        yield _parsed(layout, docs, name)


def parse_doc(doc: Doc, pipeline: str) -> Parsed:
    """A spaCy Doc from anyone's pipeline as a parsed report; the Doc's text is the report's text.

    The Doc is taken as it was parsed; paragraphs are told apart by blank lines.
    """
    report = Report(id="doc", text=doc.text, language=doc.lang_)
    pieces: list[Piece] = []
    docs = []
    start = 0
    for match in [*re.finditer(r"\n\s*\n", doc.text), None]:
        end = match.start() if match else len(doc.text)
        span = doc.char_span(start, end, alignment_mode="contract") if end > start else None
        start = match.end() if match else end
        if span is None or not span.text.strip():
            continue
        role = opening_role(span.text, first=not pieces, alone=match is None)
        offsets = list(range(span.start_char, span.end_char))
        pieces.append(Piece(Prepared(span.text, offsets), role, None, True))
        docs.append(span.as_doc())
    return _parsed(Layout(report, pieces), iter(docs), pipeline)


def _parsed(layout: Layout, docs: Iterator[Doc], pipeline: str) -> Parsed:
    """A report from its pieces and the Docs that spaCy made of them, taken from `docs`."""
    parsed = Parsed(
        report=layout.report,
        pipeline=pipeline,
        words=[],
        lemmas=[],
        tags=[],
        poses=[],
        deps=[],
        heads=[],
        lefts=[],
        rights=[],
        starts=[],
        ends=[],
        glued=[],
        sentences=[],
        paragraphs=[],
        quotations=[],
        names=[],
        dateline=layout.dateline,
    )
    first = 0
    for piece in layout.pieces:
        _add(parsed, next(docs), piece.prepared.offsets)
        if piece.last:
            parsed.paragraphs.append(Paragraph(first, len(parsed.words), piece.role, piece.speaker))
            first = len(parsed.words)
    return parsed


def _add(parsed: Parsed, doc: Doc, offsets: list[int]) -> None:
    """Append one spaCy Doc, its token indices and offsets moved to the report's."""
    base = len(parsed.words)
    glued = False
    for token in doc:
        parsed.words.append(token.text)
        parsed.lemmas.append(token.lemma_.lower())
        parsed.tags.append(token.tag_)
        parsed.poses.append(token.pos_)
        parsed.deps.append(token.dep_)
        parsed.heads.append(base + token.head.i)
        parsed.lefts.append(base + token.left_edge.i)
        parsed.rights.append(base + token.right_edge.i)
        parsed.starts.append(offsets[token.idx])
        parsed.ends.append(offsets[token.idx + len(token) - 1] + 1)
        parsed.glued.append(glued)
        glued = not token.whitespace_
    for sentence in doc.sents:
        parsed.sentences.append((base + sentence.start, base + sentence.end))
    for name in doc.ents:
        parsed.names.append(Name(base + name.start, base + name.end, name.label_))
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    for start, end, closed in quotations.spans(doc.text):
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        if first < last:
            parsed.quotations.append(
                Quotation(base + first, base + last, offsets[start], offsets[end - 1] + 1, closed)
            )
