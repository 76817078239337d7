"""Commitments: their strength by verb and noun, who makes them, to whom; what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

WHO = "President Olivia Brandt of Austria"

KINDS = [
    # verbs
    ("Austria and Chile agreed to open a joint laboratory.", "agreement"),
    ("Austria and Chile signed a memorandum of understanding on mining.", "agreement"),
    ("A treaty on water was signed by Austria and Chile.", "agreement"),
    ("Austria and Chile decided to open a joint laboratory.", "agreement"),
    (f"{WHO} pledged to support Chile after the flood.", "pledge"),
    (f"{WHO} promised to send engineers.", "pledge"),
    (f"{WHO} committed to sending engineers.", "pledge"),
    ("Austria will send engineers to Chile.", "pledge"),
    (f"{WHO} said that Austria would send engineers.", "pledge"),
    (f"{WHO} intends to visit the region.", "intention"),
    (f"{WHO} plans to open an embassy.", "intention"),
    (f"{WHO} decided to open an embassy.", "intention"),
    (f"{WHO} looks forward to opening an embassy.", "intention"),
    (f"{WHO} urged Chile to release the fishermen.", "request"),
    (f"{WHO} asked Chile to release the fishermen.", "request"),
    (f"{WHO} called on Chile to release the fishermen.", "request"),
    (f"{WHO} invited President Pablo Reyes of Chile to visit Vienna.", "request"),
    ("Austria and Chile hope that the talks will go on.", "hope"),
    (f"{WHO} expects the talks to go on.", "hope"),
    # nouns and adjectives
    (f"{WHO} reaffirmed her commitment to protect the glaciers.", "pledge"),
    (f"{WHO} expressed her readiness to host the talks.", "intention"),
    (f"{WHO} expressed interest in buying copper.", "intention"),
    (f"{WHO} expressed hope that the talks would go on.", "hope"),
    (f"{WHO} expressed confidence that the talks would go on.", "hope"),
    (f"{WHO} is ready to host the talks.", "intention"),
    (f"{WHO} is interested in buying copper.", "intention"),
    (f"{WHO} is committed to protecting the glaciers.", "pledge"),
    (f"{WHO} is confident that the talks will go on.", "hope"),
]


@pytest.mark.parametrize("text, kind", KINDS)
def test_kind(reading_of: Callable[..., Reading], text: str, kind: str) -> None:
    (item,) = reading_of(text).commitments
    assert item.kind == kind


BY = [
    (f"{WHO} pledged to support Chile.", ("Olivia Brandt",)),
    (f"{WHO} spoke in Graz. She pledged to support Chile.", ("Olivia Brandt",)),
    (f"{WHO} said that Austria would send engineers.", ("Austria",)),
    ("Austria’s government agreed to open a laboratory.", ("Austria",)),
    ("Austria and Chile agreed to open a joint laboratory.", ("Austria", "Chile")),
    (f"{WHO} and President Pablo Reyes of Chile agreed to meet.", ("Olivia Brandt", "Pablo Reyes")),
    ("Chile reaffirmed its commitment to protect the glaciers.", ("Chile",)),
]


@pytest.mark.parametrize("text, by", BY)
def test_by_whom(reading_of: Callable[..., Reading], text: str, by: tuple[str, ...]) -> None:
    (item,) = reading_of(text).commitments
    assert item.by == by


NONE = [
    f"{WHO} did not agree to open a laboratory.",
    f"{WHO} refused to pledge help.",
    f"{WHO} wanted to visit the region last year.",
    f"{WHO} would send engineers if Chile asked.",
    "If Chile asks, the rain will stop.",
    f"{WHO} discussed a laboratory.",
    f"{WHO} praised the treaty that Austria and Chile signed in 1999.",
    "The summit will be long.",
    "Austria will have more rain.",
    f"{WHO} recalled that Austria and Chile signed a treaty in 1999.",
    f"{WHO} agreed on the importance of dialogue.",
    f"After their decision to leave, the guests thanked {WHO}.",
    f"{WHO} was asked to leave the room.",
    "Austria will celebrate its national day.",
]


@pytest.mark.parametrize("text", NONE)
def test_none(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).commitments == ()


TO = [
    ("Austria will support Chile.", ("Chile",)),
    ("Austria will send engineers to Chile.", ("Chile",)),
    (f"{WHO} pledged to work with Chile on mining.", ("Chile",)),
    (f"{WHO} pledged to defend Chile against Peru.", ("Chile",)),
    (f"{WHO} promised to sanction Peru.", ()),
    (f"{WHO} pledged to counter threats from Peru.", ()),
    (f"{WHO} urged Chile to release the fishermen.", ("Chile",)),
    (f"{WHO} asked President Pablo Reyes of Chile to release the fishermen.", ("Pablo Reyes",)),
]  # fmt: skip


@pytest.mark.parametrize("text, to", TO)
def test_to_whom(reading_of: Callable[..., Reading], text: str, to: tuple[str, ...]) -> None:
    (item,) = reading_of(text).commitments
    assert item.to == to


def test_text_is_what_is_to_be_done(reading_of: Callable[..., Reading]) -> None:
    text = f"{WHO} pledged to support Chile after the flood."
    (item,) = reading_of(text).commitments
    assert item.text == "support Chile after the flood"
    assert text[slice(*item.evidence[0])] == text.rstrip(".")


def test_two_verbs_are_two_commitments(reading_of: Callable[..., Reading]) -> None:
    text = f"{WHO} pledged to send engineers and urged Peru to do the same."
    assert [item.kind for item in reading_of(text).commitments] == ["pledge", "request"]


def test_words_of_a_quotation_bind_its_speaker(reading_of: Callable[..., Reading]) -> None:
    text = f"“We will send engineers to the valley after the flood,” {WHO} said."
    (item,) = reading_of(text).commitments
    assert item.kind == "pledge"
    assert set(item.by) <= {"Olivia Brandt", "Austria"}
