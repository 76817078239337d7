"""PDF files: their text layer, title and date."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from comity.errors import InputError
from comity.reports.admission import MAX_CHARACTERS
from comity.reports.metadata import Metadata
from comity.reports.paragraphs import join_pages
from comity.reports.quiet import quiet_logger
from comity.reports.signature import Kind, name_signature, sniff_kind

if TYPE_CHECKING:
    from pypdf import PdfReader

# What programs write as a title where the author gave none.
_NO_TITLES = ("untitled", "microsoft word", "powerpoint", "document", "print")


def read_pdf(data: bytes, *, where: str = "") -> tuple[Metadata, str]:
    """Read a PDF file's text, with its lines joined to paragraphs, its title and its date.

    The date is the one on which the file was made, in the file's own time zone.

    Raises:
        InputError: C101 empty, C103 too long, C109 damaged, C110 locked, C111 no text layer.
    """
    if not data.strip():
        raise InputError("C101", "the file is empty; save it anew", where=where)
    if b"%PDF-" not in data[:1024]:
        raise InputError(
            "C109", f"it is not a PDF file but {_other_kind(data)}; save it anew", where=where
        )
    with quiet_logger("pypdf"):
        # pypdf is imported in these: only PDF files need it.
        reader = _open(data, where)
        text = join_pages(_read_pages(reader, where))
        if not text:
            raise InputError(
                "C111",
                "the PDF file has no text layer (a scan?); run OCR on it first, e.g. "
                "ocrmypdf IN.pdf OUT.pdf",
                where=where,
            )
        return _read_metadata(reader), text


def _open(data: bytes, where: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    locked = InputError(
        "C110", "the PDF file is locked; save a copy without its password", where=where
    )
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        # Many files are locked only against changes, and open with an empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        return reader
    except InputError:
        raise
    except DependencyError as error:
        raise locked from error
    # A damaged file makes pypdf raise nearly anything, its own errors being the least part.
    except Exception as error:
        raise _damaged(error, where) from error


def _read_pages(reader: PdfReader, where: str) -> list[str]:
    pages: list[str] = []
    size = 0
    try:
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > 2 * MAX_CHARACTERS:
                break  # refused as too long in any case: the rest need not be read
    except Exception as error:
        raise _damaged(error, where, page=len(pages) + 1) from error
    return pages


def _read_metadata(reader: PdfReader) -> Metadata:
    try:
        found = reader.metadata
        title = " ".join((found.title or "").split()) if found else ""
        made = found.creation_date if found else None
    # The text was read: an odd title or date must not lose it.
    except Exception:  # noqa: BLE001
        return Metadata()
    if title.lower().startswith(_NO_TITLES) or "\0" in title:
        title = ""
    return Metadata(title=title or None, published=made.date().isoformat() if made else None)


def _damaged(error: Exception, where: str, *, page: int = 0) -> InputError:
    reason = " ".join(str(error).split())[:100] or type(error).__name__
    place = f" on page {page}" if page else ""
    return InputError(
        "C109", f"the PDF file is damaged{place} ({reason}); save or download it anew", where=where
    )


def _other_kind(data: bytes) -> str:
    name = name_signature(data)
    if name:
        return name
    return "an HTML page" if sniff_kind(data[:4096]) is Kind.HTML else "something else"
