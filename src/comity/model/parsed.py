"""A parsed report: the report's words, syntax and names as flat lists.

This is all that the reading room sees of a language model, so its rules run and are tested without
one. Token indices count over the whole report; `starts` and `ends` are offsets into the report's
text (markup that was skipped lies between tokens).
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.report import Report


@dataclass(frozen=True, slots=True)
class Dateline:
    """The line that says from where and by whom a report is filed; `span` as text offsets."""

    place: str | None
    agency: str | None
    date: str | None
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Tokens `[first, last)` of one paragraph. `role` is "title", "byline", "turn" or "body".

    A "turn" is a speaker's turn in a transcript ("President Biden: …"); `speaker` is the label.
    """

    first: int
    last: int
    role: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: tokens `[first, last)` inside the marks, and the text offsets.

    `closed` is False where the closing mark is missing and the paragraph's end stands for it.
    """

    first: int
    last: int
    start: int
    end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity as the language model sees it: tokens `[first, last)` and its label."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A report with its tokens (parallel lists), sentences, paragraphs, quotations and names.

    `glued[i]` is True where token i follows token i-1 without white space.
    `heads[i] == i` for a root; `lefts`/`rights` are the edges of a token's subtree.
    """

    report: Report
    pipeline: str
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    poses: list[str]
    deps: list[str]
    heads: list[int]
    lefts: list[int]
    rights: list[int]
    starts: list[int]
    ends: list[int]
    glued: list[bool]
    sentences: list[tuple[int, int]]
    paragraphs: list[Paragraph]
    quotations: list[Quotation]
    names: list[Name]
    dateline: Dateline | None

    @property
    def text(self) -> str:
        """The report's text, which offsets point into."""
        return self.report.text

    def __len__(self) -> int:
        return len(self.words)
