"""PDF files made by hand, so that no library writes what another of it reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PdfMaker = Callable[..., bytes]


def _escape(line: str) -> bytes:
    for mark in ("\\", "(", ")"):
        line = line.replace(mark, "\\" + mark)
    return line.encode("cp1252")


def _content(lines: list[str]) -> bytes:
    shown = b" T* ".join(b"(" + _escape(line) + b") Tj" for line in lines)
    return b"BT /F1 11 Tf 14 TL 60 760 Td " + shown + b" ET"


@pytest.fixture
def make_pdf() -> PdfMaker:
    def make(*pages: list[str], info: str = "") -> bytes:
        count = len(pages)
        kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for at, lines in enumerate(pages):
            stream = _content(lines) if lines else b""
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(f"<< {info} >>".encode())
        data = b"%PDF-1.4\n"
        places = []
        for number, body in enumerate(objects, start=1):
            places.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        size = len(objects) + 1
        trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, len(objects))
        return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (
            size,
            table,
            trailer,
            len(data),
        )

    return make
