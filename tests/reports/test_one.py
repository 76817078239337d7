from __future__ import annotations

import pytest

from comity.errors import InputError, UsageError
from comity.model.report import Report
from comity.reports import report_from_html, report_from_text

TEXT = "The Speaker met the delegation in Astana.\r\n"
PAGE = (
    '<html lang="en"><head><link rel="canonical" href="https://a.org/1"></head><body><article>'
    "<p>The Speaker met Pierre Cabaré in Astana.</p></article></body></html>"
)


def test_a_text():
    assert report_from_text(TEXT) == Report(id="text", text=TEXT, language="en")


def test_a_text_with_all_that_is_known():
    known = {"title": "T", "publisher": "P", "url": "u", "dateline_place": "Astana"}
    report = report_from_text(TEXT, id="x", published="2018-07-06", language="en-GB", **known)
    assert report == Report(id="x", text=TEXT, published="2018-07-06", language="en", **known)


@pytest.mark.parametrize(
    "options, code", [({"published": "6 July"}, "C302"), ({"language": "klingon"}, "C303")]
)
def test_options_that_are_off(options, code):
    with pytest.raises(UsageError) as caught:
        report_from_text(TEXT, **options)
    assert caught.value.code == code


def test_an_empty_text():
    with pytest.raises(InputError):
        report_from_text(" ")


@pytest.mark.parametrize("page", [PAGE, PAGE.encode(), PAGE.encode("cp1252")])
def test_a_page(page):
    report = report_from_html(page, id="p")
    assert report.text == "The Speaker met Pierre Cabaré in Astana."
    assert (report.id, report.url, report.language) == ("p", "https://a.org/1", "en")


def test_the_address_that_a_caller_knows_goes_first():
    assert report_from_html(PAGE, id="p", url="https://b.org").url == "https://b.org"


@pytest.mark.parametrize("page", ["", "<html></html>", b"\x89PNG\r\n\x1a\n", "<p>\ud800</p>"])
def test_a_page_that_cannot_be_read(page):
    with pytest.raises(InputError):
        report_from_html(page, id="p")
