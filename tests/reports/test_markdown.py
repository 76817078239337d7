from __future__ import annotations

import pytest

from comity.reports.markdown import split_front_matter
from comity.reports.metadata import Metadata

BODY = "# A visit\n\nThe **Speaker** met [MPs](http://x).\n"


def test_front_matter_becomes_metadata_and_the_text_is_left_as_it_is():
    front = (
        '---\ntitle: "Speaker: a visit"\ndate: 2018-07-06 10:00:00 +0600\npublisher: Kazinform\n'
        "lang: en-GB\nurl: https://x.kz/1\nplace: Astana\ntags:\n  - a\n- b\n# note\n\n---\n\n"
    )
    assert split_front_matter(front + BODY) == (
        Metadata(
            title="Speaker: a visit",
            published="2018-07-06",
            publisher="Kazinform",
            url="https://x.kz/1",
            language="en",
            dateline_place="Astana",
        ),
        BODY,
    )


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n\nThe Speaker met MPs.\n\n---\n\nThey talked.\n",
        "---\ntitle: no end\n\nThe Speaker met MPs.\n",
        "---\nThe Minister said: we agree.\n---\n",
        "----\ntitle: x\n----\n",
        "---\n---\nText\n",
        "\n---\ntitle: not at the start\n---\n",
    ],
)
def test_what_is_not_front_matter_stays(text):
    assert split_front_matter(text) == (Metadata(), text)


def test_a_date_or_language_that_cannot_be_read_is_not_given():
    metadata, _ = split_front_matter("---\ndate: soon\nlanguage: klingon\ntitle:\n---\nText\n")
    assert metadata == Metadata()


def test_a_key_without_a_value_does_not_hide_another():
    metadata, _ = split_front_matter("---\npublished:\ndate: 2018-07-06\n---\nText\n")
    assert metadata.published == "2018-07-06"
