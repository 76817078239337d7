"""What each paragraph of a report is, before it is parsed.

A title, a byline, a dateline's line, a line of a list, a heading, a speaker's turn in a transcript,
or the story itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comity.language import dateline
from comity.language.prepare import Prepared, paragraphs
from comity.model.parsed import Dateline
from comity.model.report import Report

#: A paragraph longer than this is parsed in pieces, so that memory stays bounded.
LONGEST = 20_000

_FINAL = re.compile(r"[.!?:;…][\"”»’')\]]*$")
_LABEL_WORD = r"(?:[A-Z][\w.’'-]*|of|the|and|for|de|[-–—])"
#: "President Weber: …", at the start of a paragraph
_TURN = re.compile(rf"^(?P<label>{_LABEL_WORD}(?: {_LABEL_WORD}){{0,11}}):\s+(?=\S)")
#: the same behind a sentence, which "Mr." does not end
_INNER_TURN = re.compile(
    r"(?<=[.!?…)] )(?<!Mr\. )(?<!Ms\. )(?<!Mrs\. )(?<!Dr\. )"
    r"(?=(?:(?:[A-Z][\w’'-]+|Mr\.|Ms\.|Mrs\.|Dr\.|of|the) ){1,11}[A-Z][\w’'-]+: )"
)
_BYLINE = re.compile(
    r"^(?:by|from|for immediate release|office of the|press release|press service|"
    r"the (?:below|following) is)\b|^[A-Z][\w.’' -]{3,50}, [A-Z][\w’' ,-]{4,80}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a paragraph that is parsed as a text of its own.

    `role` is one of `Paragraph`'s; `last` says that the paragraph ends here.
    """

    prepared: Prepared
    role: str
    speaker: str | None
    last: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A report as what there is to parse, in order."""

    report: Report
    pieces: list[Piece]
    dateline: Dateline | None = None


def lay_out(report: Report) -> Layout:
    """Tell what each of a report's paragraphs is, and cut off its dateline."""
    found = [turn for prepared in paragraphs(report.text) for turn in _turns(prepared)]
    pieces: list[Piece] = []
    filed: Dateline | None = None
    begun = False
    speaker = None
    for number, prepared in enumerate(found):
        role = _role(prepared.text) if begun else _opening_role(number, found, report)
        turn = _TURN.match(prepared.text) if role == "body" else None
        if turn and _is_label(turn["label"]):
            role, speaker = "turn", turn["label"]
            pieces.append(Piece(prepared.part(0, len(speaker)), "label", speaker, True))
            prepared = prepared.part(turn.end())
        elif role == "body":
            if not begun:
                own, start = _dateline(prepared, report)
                filed = own or filed
                prepared = prepared.part(start)
            begun = True
        elif role in {"byline", "title"} and filed is None:
            filed, _ = _dateline(_dashed(prepared), report)
        parts = [*_split(prepared)]
        for part in parts:
            own_speaker = speaker if role == "turn" else None
            pieces.append(Piece(part, role, own_speaker, part is parts[-1]))
    return Layout(report, pieces, filed)


def opening_role(text: str, *, first: bool, alone: bool) -> str:
    """Whether a paragraph of a text whose layout is not known is its title or the story."""
    return "title" if first and not alone and not _FINAL.search(text) else "body"


def _role(text: str) -> str:
    """What a paragraph is that stands in the story."""
    if len(text) >= 120 or _FINAL.search(text) or text[0].islower():
        return "body"
    return "line" if re.search(r"[,–—]\s", text) else "heading"


def _opening_role(number: int, found: list[Prepared], report: Report) -> str:
    """What a paragraph before the story is: its title, a byline, or already the story."""
    text, alone = found[number].text, number + 1 == len(found)
    title = " ".join((report.title or "").split()).casefold()
    if number == 0 and title and text.casefold() == title:
        return "title"
    if len(text) > 300 or (_FINAL.search(text) and not _BYLINE.match(text)):
        return "body"
    if len(text) < 40 and not alone and dateline.find(text + " - "):
        return "byline"
    if number == 0 and not alone:
        return "title"
    if _BYLINE.match(text) and not alone:
        return "byline"
    return "body" if len(text) > 120 or alone else "byline"


def _turns(prepared: Prepared) -> Iterator[Prepared]:
    """A transcript that runs on in one paragraph, cut where the next speaker's label stands."""
    text = prepared.text
    cuts = [match.start() for match in _INNER_TURN.finditer(text)]
    many = len(cuts) + bool(_TURN.match(text)) > 1
    if not many and not any(len(text[cut:].partition(":")[0].split()) > 3 for cut in cuts):
        yield prepared
        return
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        turn = text[start:end].rstrip()
        if turn:
            yield prepared.part(start, start + len(turn))


def _is_label(label: str) -> bool:
    return (label.isupper() or " " in label) and not label[0].islower()


def _dashed(prepared: Prepared) -> Prepared:
    """A line with the dash behind it that a dateline would have before the story."""
    return Prepared(prepared.text + " - ", [*prepared.offsets, *[prepared.offsets[-1]] * 3])


def _dateline(prepared: Prepared, report: Report) -> tuple[Dateline | None, int]:
    """The dateline that opens a paragraph, and where the story begins behind it."""
    found = dateline.find(prepared.text)
    if found is None:
        return None, 0
    date = found.date
    if date and date.startswith("--"):
        year = (report.published or "")[:4]
        date = f"{year}{date[1:]}" if year else None
    span = (prepared.offsets[0], prepared.offsets[found.end - 1] + 1)
    return Dateline(found.place, found.agency, date, span), found.end


def _split(prepared: Prepared) -> Iterator[Prepared]:
    """A paragraph in pieces of bounded length, none if it is empty."""
    text, start = prepared.text, 0
    while len(text) - start > LONGEST:
        end = start + LONGEST
        cut = text.rfind(". ", start, end) + 1 or text.rfind(" ", start, end)
        cut = cut if cut > start else end
        yield prepared.part(start, cut)
        start = cut
    if start < len(text):
        yield prepared.part(start)
