"""JSON Lines: one report a line."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO

from comity.errors import InputError
from comity.model.report import Reject, Report
from comity.reports.admission import make_report, reject
from comity.reports.metadata import Metadata
from comity.reports.signature import name_signature

# A million characters, each escaped as "\uXXXX\uXXXX", and room for the other fields.
MAX_LINE_BYTES = 16_000_000
# As much of a file that opens with a lone bracket is read ahead, to see what it is.
_MAX_DOCUMENT_LINES = 100_000

_TYPES = {
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
    str: "a string",
}
_EXPECTED = "every line needs an object with at least a 'text'"


def read_json_lines(
    stream: BinaryIO, *, name: str, stem: str, defaults: Metadata, head: bytes = b""
) -> Iterator[Report | Reject]:
    """Read reports line by line as they come; a line that is off does not stop the others.

    `text` is kept exactly as given. Blank lines are skipped, a missing `id` is "<stem>:<line>",
    a number as `id` becomes a string, and fields that are not known are passed over.

    Args:
        stream: the lines, in UTF-8; they are not held in memory.
        name: the file's name, for messages and as the reports' `source`.
        stem: the file's name without its suffix.
        defaults: what a line that lacks a field is filled with.
        head: bytes that were already taken from the stream.
    """
    lines = _number_lines(stream, head)
    first = next((pair for pair in lines if pair[1].strip()), None)
    refusal = _refuse_file(first[1] if first else b"", name)
    if refusal is None and first and first[1].strip() in (b"{", b"["):
        ahead = [pair for pair, _ in zip(lines, range(_MAX_DOCUMENT_LINES), strict=False)]
        refusal = _refuse_document([first, *ahead], name)
        lines = chain(ahead, lines)
    if refusal is not None or first is None:
        if refusal is not None:
            yield reject(refusal, id=stem, source=name)
        return
    for number, raw in chain([first], lines):
        if raw.strip():
            yield _read_line(raw, number, name=name, stem=stem, defaults=defaults)


def _number_lines(stream: BinaryIO, head: bytes) -> Iterator[tuple[int, bytes]]:
    """Number the lines from 1; one that is too long is cut behind the limit."""
    *whole, begun = head.removeprefix(codecs.BOM_UTF8).split(b"\n")
    number = 0
    for number, line in enumerate(whole, start=1):
        yield number, line
    while True:
        line = begun + stream.readline(MAX_LINE_BYTES + 1)
        begun = b""
        if not line:
            return
        number += 1
        piece = line
        while len(piece) > MAX_LINE_BYTES and not piece.endswith(b"\n"):
            piece = stream.readline(MAX_LINE_BYTES + 1)
        yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line


def _refuse_file(first: bytes, name: str) -> InputError | None:
    """Refuse a file as a whole where its first line shows that it holds no JSON Lines."""
    if not first:
        return InputError("C101", f"the file is empty; {_EXPECTED}", where=name)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "it is UTF-16; convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE"
        return InputError("C106", message, where=name)
    kind = name_signature(first) or ("a binary file" if b"\0" in first else None)
    if kind:
        return InputError("C105", f"it is {kind}, not JSON Lines; {_EXPECTED}", where=name)
    return None


def _refuse_document(lines: list[tuple[int, bytes]], name: str) -> InputError | None:
    try:
        json.loads(b"\n".join(line for _, line in lines))
    except (ValueError, RecursionError):
        return None  # one odd first line: the lines speak for themselves
    return InputError(
        "C112",
        "the file is one JSON document over several lines, not JSON Lines; put each object on a "
        "line of its own: jq -c '.[]' FILE for a list, jq -c . FILE for an object",
        where=name,
    )


def _read_line(
    raw: bytes, number: int, *, name: str, stem: str, defaults: Metadata
) -> Report | Reject:
    where = f"{name}, line {number}"
    source = f"{name}:{number}"
    id = f"{stem}:{number}"
    try:
        record = _parse(raw, where)
        id = _id(record, where) or id
        text = _string(record, "text", where)
        if text is None:
            raise InputError("C114", f"the field 'text' is missing; {_EXPECTED}", where=where)
        metadata = Metadata(
            title=_string(record, "title", where) or None,
            published=_string(record, "published", where) or None,
            publisher=_string(record, "publisher", where) or None,
            url=_string(record, "url", where) or None,
            language=_string(record, "language", where) or None,
        )
        return make_report(id, text, metadata.filled_by(defaults), source=source, where=where)
    except InputError as error:
        return reject(error, id=id, source=source)


def _parse(raw: bytes, where: str) -> Mapping[str, object]:
    if len(raw) > MAX_LINE_BYTES:
        message = f"the line is longer than {MAX_LINE_BYTES:,} bytes; split its text"
        raise InputError("C104", message, where=where)
    try:
        line = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"the line is not UTF-8 at byte {error.start}; convert the file to UTF-8"
        raise InputError("C106", message, where=where) from error
    try:
        # Not strict: a control character within a text is no reason to lose the report.
        record = json.loads(line, strict=False)
    except json.JSONDecodeError as error:
        message = f"the line does not parse as JSON at column {error.colno} ({error.msg})"
        raise InputError("C112", f"{message}; {_EXPECTED}", where=where) from error
    except (ValueError, RecursionError) as error:
        message = "the line does not parse as JSON (nested too deep, or too long a number)"
        raise InputError("C112", f"{message}; {_EXPECTED}", where=where) from error
    if not isinstance(record, dict):
        kind = _TYPES.get(type(record), "null")
        raise InputError("C113", f"the line is {kind}, not an object; {_EXPECTED}", where=where)
    return record


def _id(record: Mapping[str, object], where: str) -> str | None:
    value = record.get("id")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id", where) or None


def _string(record: Mapping[str, object], field: str, where: str) -> str | None:
    """A field's string; `None` if it is not there or null."""
    value = record.get(field)
    if value is None or isinstance(value, str):
        return value
    kind = _TYPES.get(type(value), "null")
    message = f"the field '{field}' is {kind}; it must be a string"
    raise InputError("C115", message, where=where)
