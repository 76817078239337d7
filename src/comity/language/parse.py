"""From reports to parsed reports: the only place where spaCy reads text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee
from typing import TYPE_CHECKING

from comity.language import dateline, quotations
from comity.language.pipelines import load, pipeline_name
from comity.language.prepare import Prepared, paragraphs
from comity.model.parsed import Dateline, Name, Paragraph, Parsed, Quotation
from comity.model.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: Paragraphs that spaCy holds at once; larger batches cost memory and, on CPU, time.
BATCH = 64
#: A paragraph longer than this is parsed in pieces, so that memory stays bounded.
LONGEST = 20_000

_FINAL = re.compile(r"[.!?:;…][\"”»’')\]]*$")
_INNER_TURN = re.compile(
    r"(?<=[.!?…)] )(?=(?:(?:Mr|Ms|Mrs|Dr|President|Prime|Minister|Foreign|Vice|Secretary|Chairman|of|the"
    r"|Russia|Republic|Federal|[A-Z][\w’'-]+) ){1,11}[A-Z][\w’'-]+: )"
)
_TURN = re.compile(
    r"^(?P<label>(?:[A-Z][\w.’'-]*|of|the|and|for|de|[-–—])(?: (?:[A-Z][\w.’'-]*|of|the|and|for|de|[-–—])){0,11}):"
    r"\s+(?=\S)"
)
_BYLINE = re.compile(
    r"^(?:by|from|for immediate release|office of the|press release|press service|"
    r"the (?:below|following) is)\b|^[A-Z][\w.’' -]{3,50}, [A-Z][\w’' ,-]{4,80}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Piece:
    """One stretch of a paragraph that spaCy parses as a text of its own."""

    prepared: Prepared
    role: str
    speaker: str | None
    last: bool


@dataclass(slots=True)
class _Plan:
    report: Report
    pieces: list[_Piece]
    dateline: Dateline | None = None


@dataclass(slots=True)
class _Lists:
    """The parsed report's lists while they grow."""

    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    poses: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    glued: list[bool] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


def parse(report: Report, *, pipeline: str | None = None) -> Parsed:
    """Parse one report. Raises LanguageError where its language is not read."""
    return next(parse_many([report], pipeline=pipeline))


def parse_many(reports: Iterable[Report], *, pipeline: str | None = None) -> Iterator[Parsed]:
    """Parse reports of one language, in order. Raises LanguageError as `parse` does."""
    plans, again = tee(_plan(report) for report in reports)
    first = next(plans, None)
    if first is None:
        return
    name = pipeline_name(first.report.language or "en", pipeline)
    nlp = load(name)

    def texts() -> Iterator[str]:
        for plan in again:
            for piece in plan.pieces:
                yield piece.prepared.text

    docs = nlp.pipe(texts(), batch_size=BATCH)
    yield _collect(first, docs, name)
    for plan in plans:
        yield _collect(plan, docs, name)


def parse_doc(doc: Doc, pipeline: str) -> Parsed:
    """A spaCy Doc from anyone's pipeline as a parsed report; the Doc's text is the report's text.

    The Doc is taken as it was parsed; paragraphs are told apart by blank lines.
    """
    report = Report(id="doc", text=doc.text, language=doc.lang_)
    pieces, docs, start = [], [], 0
    for match in [*re.finditer(r"\n\s*\n", doc.text), None]:
        end = match.start() if match else len(doc.text)
        span = doc.char_span(start, end, alignment_mode="contract") if end > start else None
        start = match.end() if match else end
        if span is None or not span.text.strip():
            continue
        offsets = list(range(span.start_char, span.end_char))
        role = "body" if pieces or _FINAL.search(span.text) or match is None else "title"
        pieces.append(_Piece(Prepared(span.text, offsets), role, None, True))
        docs.append(span.as_doc())
    return _collect(_Plan(report, pieces), iter(docs), pipeline)


def _plan(report: Report) -> _Plan:
    found = [piece for prepared in paragraphs(report.text) for piece in _turns(prepared)]
    plan = _Plan(report, [])
    body_seen = False
    speaker = None
    for number, prepared in enumerate(found):
        role = "body"
        text = prepared.text
        if not body_seen:
            role = _opening_role(text, number, found, report)
        elif len(text) < 120 and not _FINAL.search(text) and not text[0].islower():
            role = "heading" if not re.search(r"[,–—]\s", text) else "line"
        turn = _TURN.match(text)
        if turn and role == "body" and _is_label(turn["label"]):
            role, speaker = "turn", turn["label"]
            label = Prepared(speaker, prepared.offsets[: len(speaker)])
            plan.pieces.append(_Piece(label, "label", speaker, True))
            prepared = Prepared(text[turn.end() :], prepared.offsets[turn.end() :])
        if role == "body":
            if not body_seen:
                prepared = _cut_dateline(plan, prepared)
            body_seen = True
        elif role in {"byline", "title"} and plan.dateline is None:
            _cut_dateline(
                plan,
                Prepared(prepared.text + " - ", [*prepared.offsets, *[prepared.offsets[-1]] * 3]),
            )
        for piece in _split(prepared):
            plan.pieces.append(_Piece(piece, role, speaker if role == "turn" else None, False))
        if plan.pieces:
            plan.pieces[-1].last = True
    return plan


def _turns(prepared: Prepared) -> Iterator[Prepared]:
    """A transcript that runs on in one paragraph, cut where the next speaker's label stands."""
    text, offsets = prepared.text, prepared.offsets
    cuts = [m.start() for m in _INNER_TURN.finditer(text)] if ": " in text else []
    if len(cuts) + bool(_TURN.match(text)) < 2 and not any(
        len(text[cut:].partition(":")[0].split()) > 3 for cut in cuts
    ):
        yield prepared
        return
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if text[start:end].strip():
            yield Prepared(
                text[start:end].rstrip(), offsets[start : start + len(text[start:end].rstrip())]
            )


def _opening_role(text: str, number: int, found: list[Prepared], report: Report) -> str:
    """What a paragraph before the story is: its title, a byline, or already the story."""
    folded = " ".join((report.title or "").split()).casefold()
    if number == 0 and folded and text.casefold() == folded:
        return "title"
    if len(text) > 300 or _FINAL.search(text) and not _BYLINE.match(text):
        return "body"
    if dateline.find(text + " - ") and number + 1 < len(found) and len(text) < 40:
        return "byline"
    if number == 0 and len(found) > 1:
        return "title"
    if _BYLINE.match(text) and number + 1 < len(found):
        return "byline"
    return "body" if len(text) > 120 or number + 1 == len(found) else "byline"


def _is_label(label: str) -> bool:
    words = label.split()
    return 1 <= len(words) <= 12 and (label.isupper() or len(words) >= 2) and not label[0].islower()


def _cut_dateline(plan: _Plan, prepared: Prepared) -> Prepared:
    found = dateline.find(prepared.text)
    if found is None:
        return prepared
    date = found.date
    if date and date.startswith("--"):
        year = (plan.report.published or "")[:4]
        date = f"{year}{date[1:]}" if year else None
    span = (prepared.offsets[0], prepared.offsets[found.end - 1] + 1)
    plan.dateline = Dateline(found.place, found.agency, date, span)
    return Prepared(prepared.text[found.end :], prepared.offsets[found.end :])


def _split(prepared: Prepared) -> Iterator[Prepared]:
    text, offsets = prepared.text, prepared.offsets
    while len(text) > LONGEST:
        cut = text.rfind(". ", 0, LONGEST) + 1 or text.rfind(" ", 0, LONGEST) or LONGEST
        yield Prepared(text[:cut], offsets[:cut])
        text, offsets = text[cut:], offsets[cut:]
    if text:
        yield Prepared(text, offsets)


def _collect(plan: _Plan, docs: Iterator[Doc], pipeline: str) -> Parsed:
    lists = _Lists()
    first = 0
    start_of_paragraph = True
    for piece in plan.pieces:
        doc = next(docs)
        if start_of_paragraph:
            first = len(lists.words)
        _add(lists, doc, piece.prepared)
        start_of_paragraph = piece.last
        if piece.last:
            lists.paragraphs.append(Paragraph(first, len(lists.words), piece.role, piece.speaker))
    return Parsed(
        plan.report,
        pipeline,
        lists.words,
        lists.lemmas,
        lists.tags,
        lists.poses,
        lists.deps,
        lists.heads,
        lists.lefts,
        lists.rights,
        lists.starts,
        lists.ends,
        lists.glued,
        lists.sentences,
        lists.paragraphs,
        lists.quotations,
        lists.names,
        plan.dateline,
    )


def _add(lists: _Lists, doc: Doc, prepared: Prepared) -> None:
    """Append one spaCy Doc, its token indices and offsets moved to the report's."""
    base, offsets = len(lists.words), prepared.offsets
    glued = False
    for token in doc:
        start = token.idx
        text = token.text
        lists.words.append(text)
        lists.lemmas.append(token.lemma_.lower())
        lists.tags.append(token.tag_)
        lists.poses.append(token.pos_)
        lists.deps.append(token.dep_)
        lists.heads.append(base + token.head.i)
        lists.lefts.append(base + token.left_edge.i)
        lists.rights.append(base + token.right_edge.i)
        lists.starts.append(offsets[start])
        lists.ends.append(offsets[start + len(text) - 1] + 1)
        lists.glued.append(glued)
        glued = not token.whitespace_
    for sentence in doc.sents:
        lists.sentences.append((base + sentence.start, base + sentence.end))
    for name in doc.ents:
        lists.names.append(Name(base + name.start, base + name.end, name.label_))
    for start, end, closed in quotations.spans(doc.text):
        inside = [base + t.i for t in doc if t.idx >= start and t.idx + len(t.text) <= end]
        if inside:
            lists.quotations.append(
                Quotation(inside[0], inside[-1] + 1, offsets[start], offsets[end - 1] + 1, closed)
            )
