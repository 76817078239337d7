"""One report from what a caller holds in memory."""

from __future__ import annotations

from comity.model.report import Report
from comity.reports.admission import make_report
from comity.reports.html import decode_page, read_page
from comity.reports.metadata import Metadata, metadata_from_options


def report_from_text(
    text: str,
    *,
    id: str = "text",
    title: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    language: str | None = None,
    dateline_place: str | None = None,
) -> Report:
    """Make a report of a text, which is kept exactly as given.

    Args:
        published: an ISO date.
        language: a language code; without one it is told from the text.

    Raises:
        InputError: C101 empty, C102 no letters, C103 too long, C105 NUL characters, C107 lone
            surrogates.
        UsageError: C302 and C303 for a date or a language that is off.
    """
    given = Metadata(title=title, url=url, dateline_place=dateline_place)
    checked = metadata_from_options(published=published, publisher=publisher, language=language)
    return make_report(id, text, given.filled_by(checked), source="", where=id)


def report_from_html(page: str | bytes, *, id: str, url: str | None = None) -> Report:
    """Make a report of a web page's article, with what the page says of itself.

    Args:
        page: the page; bytes are decoded as the page declares.
        url: where the page was found; it goes before the address that the page gives.

    Raises:
        InputError: C101 to C108: the page is empty, binary, has no article, or its text cannot
            be a report.
    """
    where = url or id
    content = decode_page(page, where=where) if isinstance(page, bytes) else page
    metadata, text = read_page(content, where=where)
    return make_report(id, text, Metadata(url=url).filled_by(metadata), source="", where=where)
