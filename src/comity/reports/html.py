"""Web pages: the article's text, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.errors import InputError
from comity.reports.decode import decode_text
from comity.reports.detect import page_language
from comity.reports.metadata import Metadata
from comity.reports.page_metadata import read_page_metadata
from comity.reports.quiet import quiet_logger

_CHARSET = re.compile(rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?([\w.:-]+)""", re.I)
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>", re.I)
_SENTENCE_END = re.compile(r"""[.!?…。！？؟।]["'”’»)\]]*(?=\s|$)|[。！？]""")
_TABLE_RULE = re.compile(r"\|[\s|:-]*")
_WORDS_OF_A_SENTENCE = 4
_WORDS_OF_A_PARAGRAPH = 12


def decode_page(page: bytes, *, where: str = "") -> str:
    """Decode a page, with the encoding that it declares at its head.

    Raises:
        InputError: C105 or C106, as `decode_text` does.
    """
    declared = _CHARSET.search(page[:4096])
    encoding = declared[1].decode("ascii") if declared else None
    if encoding and encoding.lower() in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
        encoding = "cp1252"  # as browsers do: it is what such pages are written in
    return decode_text(page, where=where, declared=encoding)


def read_page(page: str, *, where: str = "") -> tuple[Metadata, str]:
    """Take the article out of a page: its paragraphs, with an empty line between them.

    Comments, navigation and what stands beside the article are left out; cells of a table
    become paragraphs. The metadata's language is given only if the text bears it out.

    Raises:
        InputError: C101 for an empty page, C108 for a page without an article.
    """
    if not page.strip():
        raise InputError("C101", "the page is empty; save it anew", where=where)
    # Imported here: it brings lxml and more, and only pages need it.
    import trafilatura

    with quiet_logger("trafilatura"):
        try:
            tree = trafilatura.load_html(_as_document(page))
            metadata = read_page_metadata(tree) if tree is not None else Metadata()
            document = trafilatura.bare_extraction(
                tree, include_comments=False, prune_xpath="//noscript"
            )
        # Any error of a parser that met a page like no other is a page that cannot be read.
        except Exception as error:
            raise _no_article(where) from error
    lines = _lines(getattr(document, "text", None) or "")
    if not any(map(_is_prose, lines)):
        raise _no_article(where)
    text = "\n\n".join(lines)
    return replace(metadata, language=page_language(text, metadata.language)), text


def _as_document(page: str) -> str:
    # lxml refuses a declared encoding in a str, and trafilatura a fragment without a document.
    page = _XML_DECLARATION.sub("", page, count=1)
    if not re.search(r"<(?:html|body)\b", page, re.I):
        page = f"<html><body>{page}</body></html>"
    return page


def _lines(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("|"):
            cells = [] if _TABLE_RULE.fullmatch(line) else line.strip("| ").split("|")
            lines.extend(cell.strip() for cell in cells if cell.strip())
        elif line.strip():
            lines.append(line.strip())
    return lines


def _is_prose(line: str) -> bool:
    """Tell a sentence from a menu entry, a label or a headline."""
    words = len(line.split())
    if words >= _WORDS_OF_A_PARAGRAPH:
        return True
    if not _SENTENCE_END.search(line):
        return False
    # Chinese and Japanese write without spaces: there the sentence's mark itself is enough.
    return words >= _WORDS_OF_A_SENTENCE or re.search("[。！？]", line) is not None


def _no_article(where: str) -> InputError:
    return InputError(
        "C108",
        "the page has no article: no paragraph of prose was found; save the page of the report "
        "itself (not a list of headlines, nor a page that needs JavaScript), or give its text",
        where=where,
    )
