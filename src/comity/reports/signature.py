"""What kind of thing some bytes are, by how they begin."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """The kinds of input that become reports."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    JSON_LINES = "JSON Lines"


SUFFIXES = {
    ".txt": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".pdf": Kind.PDF,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
}

_UNMISTAKABLE = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document (.docx, .xlsx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls, .ppt)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)
# These are also how a plain text might begin, and count only where NUL bytes follow.
_READABLE = (
    (b"GIF8", "a GIF image"),
    (b"BM", "a BMP image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a WebP image, or a sound or film in RIFF"),
    (b"ID3", "an MP3 sound"),
    (b"OggS", "an Ogg sound or film"),
    (b"BZh", "a bzip2 archive"),
    (b"Rar!", "a RAR archive"),
    (b"PAR1", "a Parquet file"),
    (b"MZ", "a program"),
)
_HTML = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|meta|title|div|p|h1|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_JSON = re.compile(rb'\{\s*(?:"|\}|$)|\[\s*(?:\{|$)')


def name_signature(data: bytes) -> str | None:
    """Say what binary thing the bytes are ("a PNG image"), or `None` if they may be text."""
    for start, name in _UNMISTAKABLE:
        if data.startswith(start):
            return name
    if b"\0" not in data:
        return None
    if data[4:8] == b"ftyp":
        return "an MP4 film"
    for start, name in _READABLE:
        if data.startswith(start):
            return name
    return None


def kind_of_name(name: str) -> Kind | None:
    """Tell the kind from a file name's suffix, or `None` for one that is not known."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def sniff_kind(head: bytes) -> Kind:
    """Tell the kind from the first lines; what is nothing else is plain text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    head = head.removeprefix(b"\xef\xbb\xbf").strip()
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if _HTML.match(head) or head.startswith((b"<?xml", b"<!--")):
        return Kind.HTML
    if _JSON.match(head):
        return Kind.JSON_LINES
    return Kind.TEXT
