"""Reading whatever a caller names: files, directories, standard input."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO

from comity.errors import InputError
from comity.model.report import Reject, Report
from comity.reports.admission import make_report, reject
from comity.reports.decode import decode_text
from comity.reports.html import decode_page, read_page
from comity.reports.jsonl import read_json_lines
from comity.reports.markdown import split_front_matter
from comity.reports.metadata import Metadata, metadata_from_options
from comity.reports.paths import STDIN, InputFile, check_paths, find_files, unreadable
from comity.reports.pdf import read_pdf
from comity.reports.signature import Kind, kind_of_name, sniff_kind

# Far more than a text within the limit of characters can have; a page carries scripts and a PDF
# file pictures, but reading takes many times their size in memory.
MAX_BYTES = {
    Kind.TEXT: 50_000_000,
    Kind.MARKDOWN: 50_000_000,
    Kind.HTML: 20_000_000,
    Kind.PDF: 50_000_000,
}
_STDIN_NAME = "<stdin>"
_SNIFFED = 65_536
_PIECE = 1_000_000


def read_inputs(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Iterator[Report | Reject]:
    """Read reports from files, directories (with those below) and standard input ("-").

    A file's kind is told by its suffix; standard input, and a file named with a suffix that is
    not known, by its first line. Each input that cannot be read gives a `Reject`, and the
    others go on; JSON Lines are read as they come. A report's `id` is the file's name (its path
    within the directory that was named), the `id` of a JSON line, or "stdin".

    Args:
        stdin: the bytes of standard input, e.g. `sys.stdin.buffer`.
        published: an ISO date for the reports that give none.
        publisher: for the reports that give none.
        language: a language code for the reports that give none; it is not checked against
            the text.

    Raises:
        UsageError: C301 a missing path, C302 and C303 an option that is off, C304 standard
            input that is missing or named twice. It is raised by the call, not by the iterator.
    """
    defaults = metadata_from_options(published=published, publisher=publisher, language=language)
    check_paths(paths, has_stdin=stdin is not None)
    return _read_all(list(paths), stdin, defaults)


def _read_all(
    paths: list[str], stdin: BinaryIO | None, defaults: Metadata
) -> Iterator[Report | Reject]:
    for path in paths:
        if path == STDIN and stdin is not None:
            yield from _guarded(stdin, None, id="stdin", name=_STDIN_NAME, defaults=defaults)
            continue
        for found in find_files(path):
            if isinstance(found, Reject):
                yield found
            else:
                yield from _read_file(found, defaults)


def _read_file(file: InputFile, defaults: Metadata) -> Iterator[Report | Reject]:
    kind = kind_of_name(file.name)
    try:
        stream = file.path.open("rb")
    except OSError as error:
        yield reject(unreadable(error, file.name), id=file.id, source=file.name)
        return
    with stream:
        yield from _guarded(stream, kind, id=file.id, name=file.name, defaults=defaults)


def _guarded(
    stream: BinaryIO, kind: Kind | None, *, id: str, name: str, defaults: Metadata
) -> Iterator[Report | Reject]:
    try:
        head = b""
        if kind is None:
            head = _take_head(stream)
            kind = sniff_kind(head)
        if kind is Kind.JSON_LINES:
            stem = PurePath(id).stem
            yield from read_json_lines(stream, name=name, stem=stem, defaults=defaults, head=head)
            return
        data = head + _read_limited(stream, kind, MAX_BYTES[kind] - len(head), where=name)
        metadata, text = _read_one(kind, data, where=name)
        yield make_report(id, text, metadata.filled_by(defaults), source=name, where=name)
    except InputError as error:
        yield reject(error, id=id, source=name)
    except OSError as error:
        yield reject(unreadable(error, name), id=id, source=name)


def _take_head(stream: BinaryIO) -> bytes:
    """Take lines up to the first that is not blank, so that a feed need not end to be told."""
    head = b""
    while not head.removeprefix(BOM_UTF8).strip() and len(head) < _SNIFFED:
        line = stream.readline(_SNIFFED)
        head += line
        if not line:
            break
    return head


def _read_limited(stream: BinaryIO, kind: Kind, limit: int, *, where: str) -> bytes:
    size = _file_size(stream)
    data = bytearray()
    # A pipe may give less than it is asked for, so it is asked until nothing comes.
    while size <= limit and len(data) <= limit and (piece := stream.read(_PIECE)):
        data += piece
    if size > limit or len(data) > limit:
        given = f"{size:,} bytes" if size else "too many bytes"
        advice = "save the page without its pictures" if kind is Kind.HTML else "split it"
        raise InputError(
            "C104",
            f"the input has {given}, more than the limit of {MAX_BYTES[kind]:,} for {kind}; "
            f"{advice}, or give many reports as JSON Lines",
            where=where,
        )
    return bytes(data)


def _file_size(stream: BinaryIO) -> int:
    """The size of a regular file; 0 for what has none, such as a pipe or bytes in memory."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _read_one(kind: Kind, data: bytes, *, where: str) -> tuple[Metadata, str]:
    if kind is Kind.PDF:
        return read_pdf(data, where=where)
    if kind is Kind.HTML:
        return read_page(decode_page(data, where=where), where=where)
    text = decode_text(data, where=where)
    return split_front_matter(text) if kind is Kind.MARKDOWN else (Metadata(), text)
