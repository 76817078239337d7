"""Topics: what was talked about, by terms in the story's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

TOPICS = [
    ("The ministers discussed tariffs and exports.", {"trade"}),
    ("The ministers discussed counter-terrorism.", {"terrorism"}),
    ("The ministers discussed climate change.", {"climate and environment"}),
    ("The ministers discussed human rights.", {"human rights"}),
    # names of offices and bodies are no talk
    ("Energy Minister Ingrid Solberg arrived.", set()),
    ("The Ministry of Defence thanked the guests.", set()),
    # what was not talked about
    ("The ministers did not discuss human rights.", set()),
    ("Snow fell in the town.", set()),
]


@pytest.mark.parametrize("text, topics", TOPICS)
def test_topics(reading_of: Callable[..., Reading], text: str, topics: set[str]) -> None:
    assert {item.topic for item in reading_of(text).topics} == topics


def test_the_evidence_holds_the_words(reading_of: Callable[..., Reading]) -> None:
    text = "Snow fell. The ministers discussed human rights."
    (topic,) = reading_of(text).topics
    assert [text[start:end] for start, end in topic.evidence] == ["human rights"]
