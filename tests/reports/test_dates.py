from __future__ import annotations

import pytest

from comity.reports.dates import parse_iso_date, parse_page_date


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2018-07-06", "2018-07-06"),
        (" 2018-07-06 ", "2018-07-06"),
        ("2018-07-06T23:30:00-08:00", "2018-07-06"),
        ("2018-07-06T10:00:00.000+0600", "2018-07-06"),
        ("2018-07-06 10:00", "2018-07-06"),
        ("2018-02-30", None),
        ("2018-07", None),
        ("20180706", None),
        ("2018-W27-5", None),
        ("July 6, 2018", None),
        ("", None),
        ("٢٠١٨-٠٧-٠٦", None),
    ],
)
def test_iso_dates(value, expected):
    assert parse_iso_date(value) == expected


@pytest.mark.parametrize(
    "value, expected",
    [
        ("2018-07-06T10:00:00Z", "2018-07-06"),
        ("2018-07-06 10:00:00 +0600", "2018-07-06"),
        ("20180706", "2018-07-06"),
        ("2018/07/06 10:00", "2018-07-06"),
        ("6 July 2018", "2018-07-06"),
        ("July 6th, 2018, 10:00", "2018-07-06"),
        ("Fri, 06 Jul 2018 10:00:00 GMT", "2018-07-06"),
        ("Friday 6 July 2018", "2018-07-06"),
        ("31 June 2018", None),
        ("06/07/2018", None),
        ("2018-0706", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_as_pages_write_them(value, expected):
    assert parse_page_date(value) == expected
