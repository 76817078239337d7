"""The door that every report passes, whichever way it came in."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.errors import InputError
from comity.model.report import Reject, Report
from comity.reports.dates import parse_iso_date
from comity.reports.detect import detect_language
from comity.reports.language_code import normalise_language
from comity.reports.metadata import Metadata

MAX_CHARACTERS = 1_000_000

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")


def check_text(text: str, *, where: str = "") -> None:
    """Refuse a text that cannot be read as a report.

    Control characters are let through, because offsets point into the text as given; only NUL
    counts as a sign of binary data.

    Raises:
        InputError: C101 empty, C102 no letters, C103 too long, C105 NUL characters,
            C107 lone surrogates.
    """
    if not text.strip():
        raise InputError("C101", "the report is empty; give it a text", where=where)
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            "C103",
            f"the text has {len(text):,} characters, more than the limit of {MAX_CHARACTERS:,}; "
            "split it into one file or JSON line per report",
            where=where,
        )
    if "\0" in text:
        raise InputError(
            "C105",
            f"the text holds a NUL character at offset {text.index(chr(0))}, as binary data does; "
            "remove it, or export the text anew",
            where=where,
        )
    _check_surrogates("text", text, where)
    if not _LETTER.search(text):
        raise InputError(
            "C102", "the text has no letters, so there is nothing to read", where=where
        )


def admit_report(report: Report, *, where: str = "") -> Report:
    """Check a report and settle its language; what is returned always has `language`.

    A language that the report already names is normalised ("en-US" to "en"), else it is told
    from the text. `published` may carry a time, which is cut off.

    Args:
        where: names the place in messages; by default the report's source or id.

    Raises:
        InputError: what `check_text` raises, and C107 or C116 for the other fields.
    """
    where = where or report.source or report.id
    check_text(report.text, where=where)
    for name in ("id", "title", "published", "publisher", "url", "language", "dateline_place"):
        value = getattr(report, name)
        if value is not None:
            _check_surrogates(name, value, where)
    return replace(
        report,
        published=_checked_date(report.published, where),
        language=_checked_language(report.language, where) or detect_language(report.text),
    )


def make_report(id: str, text: str, metadata: Metadata, *, source: str, where: str) -> Report:
    """Build a report from a text and what is known of it, and admit it.

    Raises:
        InputError: what `admit_report` raises.
    """
    report = Report(
        id=id,
        text=text,
        title=metadata.title,
        published=metadata.published,
        publisher=metadata.publisher,
        url=metadata.url,
        language=metadata.language,
        dateline_place=metadata.dateline_place,
        source=source,
    )
    return admit_report(report, where=where)


def reject(error: InputError, *, id: str, source: str) -> Reject:
    """Turn a refusal into a value; `source` says where, so the reason does not repeat it."""
    # An id may be what was refused (C107): it must still be printable.
    printable = id.encode("utf-8", "replace").decode("utf-8")
    return Reject(id=printable, source=source, code=error.code, reason=error.message)


def _check_surrogates(name: str, value: str, where: str) -> None:
    found = _SURROGATE.search(value)
    if found:
        raise InputError(
            "C107",
            f"the field '{name}' holds half a character (the lone surrogate "
            f"U+{ord(found[0]):04X}) at offset {found.start()}; export it anew as UTF-8",
            where=where,
        )


def _checked_date(value: str | None, where: str) -> str | None:
    if value is None:
        return None
    date = parse_iso_date(value)
    if date is None:
        raise InputError(
            "C116",
            f"the field 'published' is {value[:40]!r}, which is not an ISO date; "
            "write it as 2018-07-06",
            where=where,
        )
    return date


def _checked_language(value: str | None, where: str) -> str | None:
    if value is None:
        return None
    language = normalise_language(value)
    if language is None:
        raise InputError(
            "C116",
            f"the field 'language' is {value[:40]!r}, which is not a known ISO 639-1 code; "
            "write one such as 'en', or leave it out",
            where=where,
        )
    return language
