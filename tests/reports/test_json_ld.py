from __future__ import annotations

import json

import pytest

from comity.reports.json_ld import read_json_ld
from comity.reports.metadata import Metadata


def _read(**fields: object) -> Metadata:
    return read_json_ld([json.dumps({"@type": "NewsArticle", **fields})])


@pytest.mark.parametrize(
    "fields, field, expected",
    [
        ({"headline": "A  title"}, "title", "A title"),
        ({"name": "A title"}, "title", "A title"),
        ({"datePublished": "2018-07-06T10:00:00Z"}, "published", "2018-07-06"),
        ({"datePublished": ["2018-07-06"]}, "published", "2018-07-06"),
        ({"datePublished": 1530856800}, "published", None),
        ({"publisher": "Kazinform"}, "publisher", "Kazinform"),
        ({"publisher": {"name": "Kazinform"}}, "publisher", "Kazinform"),
        ({"publisher": [{"name": "Kazinform"}, {"name": "Other"}]}, "publisher", "Kazinform"),
        ({"publisher": {"@id": "#nowhere"}}, "publisher", None),
        ({"publisher": []}, "publisher", None),
        ({"sourceOrganization": {"name": "Kazinform"}}, "publisher", "Kazinform"),
        ({"inLanguage": "en-US"}, "language", "en"),
        ({"inLanguage": {"@type": "Language", "name": "fr"}}, "language", "fr"),
        ({"inLanguage": "klingon"}, "language", None),
        ({"dateline": "MOSCOW, June 5 (Agency)"}, "dateline_place", "MOSCOW"),
        ({"dateline": "Astana – "}, "dateline_place", "Astana"),
        ({"dateline": ""}, "dateline_place", None),
        ({"contentLocation": {"name": "Astana"}}, "dateline_place", "Astana"),
        ({"contentLocation": [{"address": {"addressLocality": "Astana"}}]}, "dateline_place",
         "Astana"),
        ({"contentLocation": {"address": "Main St", "name": "Astana"}}, "dateline_place", "Astana"),
        ({"locationCreated": "Paris", "contentLocation": "Astana"}, "dateline_place", "Paris"),
    ],
)  # fmt: skip
def test_fields(fields, field, expected):
    assert getattr(_read(**fields), field) == expected


@pytest.mark.parametrize(
    "script",
    [
        '[{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "T"}]',
        '{"@graph": [{"@type": "https://schema.org/ReportageNewsArticle", "headline": "T"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "T"}}',
        '<!-- {"@type": "NewsArticle", "headline": "T"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "T"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "T"};',
        '{"@type": "NewsArticle", "headline": "T", "articleBody": "a\nline\tbreak"}',
    ],
)
def test_forms(script):
    assert read_json_ld([script]).title == "T"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        '{"@type": "NewsArticle", "headline": }',
        "[" * 100_000,
        '{"a":' * 100 + '{"@type": "NewsArticle", "headline": "T"}' + "}" * 100,
        "null",
        "3",
        '{"@type": null}',
        '{"@type": {"a": 1}}',
        '{"@type": "Person", "name": "P"}',
    ],
)
def test_what_describes_no_article_is_passed_over(script):
    assert read_json_ld([script]) == Metadata()


def test_a_broken_script_does_not_hide_the_next():
    assert read_json_ld(["{", '{"@type": "NewsArticle", "headline": "T"}']).title == "T"
