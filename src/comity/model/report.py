"""A report: one published text about political contact."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text. Immutable; `text` is what all offsets in a reading point into.

    `id` is the caller's name for it (a file name, the `id` of a JSON line); `published` an ISO
    date ("2018-07-06"); `language` ISO 639-1; `dateline_place` a city that metadata names.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    dateline_place: str | None = None
    source: str = field(default="", compare=False)

    @property
    def content_hash(self) -> str:
        """SHA-256 of the text in NFC with white space folded: the report's identity."""
        folded = " ".join(unicodedata.normalize("NFC", self.text).split())
        return hashlib.sha256(folded.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """An input that could not be read: where it stood, which error, and what to do."""

    id: str
    source: str
    code: str
    reason: str
