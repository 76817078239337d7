"""Whatever a user names as a source of reports: files, directories, standard input, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from comity.errors import ComityError, FetchError, InputError
from comity.fetching import Fetcher, Page
from comity.model.report import Reject, Report
from comity.reports import read_inputs
from comity.reports.admission import make_report
from comity.reports.decode import decode_text
from comity.reports.html import decode_page, read_page
from comity.reports.jsonl import read_json_lines
from comity.reports.markdown import split_front_matter
from comity.reports.metadata import Metadata, metadata_from_options
from comity.reports.paths import STDIN, check_paths
from comity.reports.pdf import read_pdf
from comity.reports.signature import Kind, kind_of_name, sniff_kind

_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/pdf": Kind.PDF,
    "text/markdown": Kind.MARKDOWN,
    "application/jsonl": Kind.JSON_LINES,
    "application/x-ndjson": Kind.JSON_LINES,
    "application/jsonlines": Kind.JSON_LINES,
}
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.I)


def is_address(name: str) -> bool:
    """Whether a source is a web address rather than a path."""
    return re.match(r"https?://", name, re.I) is not None


def read_sources(
    names: Sequence[str],
    fetcher: Fetcher,
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    publisher: str | None = None,
    language: str | None = None,
) -> Iterator[Report | Reject]:
    """Read reports from files, directories, standard input ("-") and web addresses, in order.

    A page that cannot be fetched or read gives a `Reject`, and the others go on.

    Args:
        published, publisher, language: for the reports that do not give them.

    Raises:
        UsageError: as `read_inputs` does, before anything is read.
    """
    given = {"published": published, "publisher": publisher, "language": language}
    defaults = metadata_from_options(**given)
    check_paths([name for name in names if not is_address(name)], has_stdin=stdin is not None)

    def read() -> Iterator[Report | Reject]:
        for name in names:
            if is_address(name):
                yield from _read_address(name, fetcher, defaults)
            else:
                yield from read_inputs([name], stdin=stdin if name == STDIN else None, **given)

    return read()


def reports_of_page(page: Page, defaults: Metadata) -> Iterator[Report | Reject]:
    """The reports of something fetched: one, or of JSON Lines one a line.

    Args:
        defaults: what a report that lacks a field is filled with.
    """
    where = page.requested
    try:
        kind = _kind(page)
        if kind is Kind.JSON_LINES:
            lines = BytesIO(page.body)
            yield from read_json_lines(lines, name=where, stem=where, defaults=defaults)
        else:
            yield _report_of(page, kind, defaults)
    except InputError as error:
        yield refusal(error, where)


def refusal(error: ComityError, where: str) -> Reject:
    """What is wrong with an address, as a value."""
    return Reject(id=where, source=where, code=error.code, reason=error.message)


def _read_address(name: str, fetcher: Fetcher, defaults: Metadata) -> Iterator[Report | Reject]:
    try:
        page = fetcher.fetch(name)
    except FetchError as error:
        yield refusal(error, name)
        return
    if isinstance(page, Page):  # always: nothing was said of an earlier answer
        yield from reports_of_page(page, defaults)


def _report_of(page: Page, kind: Kind, defaults: Metadata) -> Report:
    where = page.requested
    metadata = Metadata()
    if kind is Kind.PDF:
        metadata, text = read_pdf(page.body, where=where)
        # The day on which a file was made is a guess; what led to the file knows better.
        metadata = replace(metadata, published=defaults.published or metadata.published)
    elif kind is Kind.HTML:
        metadata, text = read_page(_decode_page(page), where=where)
    else:
        text = decode_text(page.body, where=where, declared=page.charset)
        if kind is Kind.MARKDOWN:
            metadata, text = split_front_matter(text)
    known = Metadata(url=page.url).filled_by(metadata).filled_by(defaults)
    return make_report(where, text, known, source=where, where=where)


def _decode_page(page: Page) -> str:
    """A page's text; what the server says of the encoding goes before what the page says."""
    where = page.requested
    if page.charset is None:
        return decode_page(page.body, where=where)
    # As browsers do: it is what such pages are written in.
    latin = page.charset in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")
    return decode_text(page.body, where=where, declared="cp1252" if latin else page.charset)


def _kind(page: Page) -> Kind:
    """Tell what was fetched: by its type, else by its name, else by how it begins.

    Raises InputError (C108) for a feed.
    """
    head = page.body[:4096]
    if head.lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    found = _TYPES.get(page.content_type)
    if found is not Kind.HTML and _FEED.search(head):
        raise InputError(
            "C108",
            "this is a feed, not a page; take it in with: comity feed add URL, comity feed fetch",
            where=page.requested,
        )
    if found is None and page.content_type != "text/plain":
        found = kind_of_name(page.url.partition("?")[0])
    return found or sniff_kind(head)
