from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from comity.errors import InputError
from comity.reports.pdf import read_pdf

STORY = [
    "Speaker meets French MPs",
    "",
    "ASTANA. The Speaker of the Mazhilis met a delegation of French members of par-",
    "liament on Friday. The sides spoke of the Asia-",
    "Pacific region and of trade.",
    "\u201cWe are ready to cooperate,\u201d he said.",
]


def test_lines_become_paragraphs(make_pdf):
    _, text = read_pdf(make_pdf(STORY))
    assert text.split("\n\n") == [
        "Speaker meets French MPs",
        "ASTANA. The Speaker of the Mazhilis met a delegation of French members of parliament on "
        "Friday. The sides spoke of the Asia-Pacific region and of trade.",
        "\u201cWe are ready to cooperate,\u201d he said.",
    ]


def test_title_and_date_come_from_the_file(make_pdf):
    info = "/Title (Readout of a call) /CreationDate (D:20180706101500+06'00')"
    metadata, _ = read_pdf(make_pdf(STORY, info=info))
    assert (metadata.title, metadata.published) == ("Readout of a call", "2018-07-06")


@pytest.mark.parametrize(
    "info",
    ["", "/Title (Microsoft Word - draft3.doc) /CreationDate (soon)", "/Title 7 /CreationDate [1]"],
)
def test_metadata_that_says_nothing_is_left_out(make_pdf, info):
    metadata, text = read_pdf(make_pdf(STORY, info=info))
    assert (metadata.title, metadata.published) == (None, None)
    assert text.startswith("Speaker")


def _locked(data: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_file_locked_only_against_changes_is_read(make_pdf):
    assert read_pdf(_locked(make_pdf(STORY), ""))[1].startswith("Speaker meets French MPs")


def test_refusals(make_pdf):
    whole = make_pdf(STORY)
    cases = {
        "C101": [b"", b" \n"],
        "C109": [
            b"<html><body><p>404 Not Found</p></body></html>",
            b"\x89PNG\r\n\x1a\n" + bytes(50),
            b"%PDF-1.7 and then nothing of the kind",
            whole[: len(whole) // 4],
        ],
        "C110": [_locked(whole, "secret")],
        "C111": [make_pdf([]), make_pdf([], [])],
    }
    for code, files in cases.items():
        for data in files:
            with pytest.raises(InputError) as caught:
                read_pdf(data, where="x.pdf")
            assert (caught.value.code, caught.value.where) == (code, "x.pdf")


def test_a_refusal_says_what_the_file_is_instead():
    with pytest.raises(InputError, match="not a PDF file but an HTML page"):
        read_pdf(b"<!DOCTYPE html><html></html>")


def test_a_damaged_file_is_not_chatted_about(make_pdf, caplog):
    data = make_pdf(STORY).replace(b"startxref\n", b"startxref\n9")
    read_pdf(data)
    assert caplog.records == []
