from __future__ import annotations

import pytest

from comity.reports.language_code import normalise_language


@pytest.mark.parametrize(
    "value, expected",
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("eng", "en"),
        ("fr_CA", "fr"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("zh-Hans-CN", "zh"),
        ("iw", "he"),
        ("kaz", "kk"),
        ("sr-Latn", "sr"),
        ("klingon", None),
        ("tlh", None),
        ("xx", None),
        ("und", None),
        ("English", None),
        ("en us", None),
        ("", None),
    ],
)
def test_codes(value, expected):
    assert normalise_language(value) == expected
