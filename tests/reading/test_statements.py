"""Statements: direct quotations with their speaker, and reported speech by its verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

SPEAKER = "Prime Minister Carla Mendes of Portugal"

NORTH = "Our borders are open to all of our friends from the north"

DIRECT = [
    # the speaker behind
    (f"“Our borders are open,” {SPEAKER} said.", "Our borders are open"),
    (f"“Our borders are open,” said {SPEAKER}.", "Our borders are open"),
    (f'"Our borders are open," {SPEAKER} said.', "Our borders are open"),
    (f"«{NORTH}», {SPEAKER} said.", NORTH),
    # before
    (f"{SPEAKER} said: “Our borders are open.”", "Our borders are open."),
    (f"{SPEAKER} said: “{NORTH}. We know them.” The mayor nodded.", f"{NORTH}. We know them."),
    (f"{SPEAKER} said:\n\n“{NORTH}.”", f"{NORTH}."),
    # between: one speech
    (
        f"“Our borders are open,” {SPEAKER} said. “We will keep them open.”",
        f"Our borders are open,” {SPEAKER} said. “We will keep them open.",
    ),
    # named a paragraph before
    (f"{SPEAKER} spoke in Lisbon.\n\n“Our borders are open,” she said.", "Our borders are open"),
    # a speech over paragraphs: the attributed words
    (f"“{NORTH}.\n\n“We will keep them open,” {SPEAKER} said.", "We will keep them open"),
    # the closing mark is missing
    (f"{SPEAKER} spoke in Lisbon.\n\n“{NORTH}, Mendes said.", NORTH),
]


@pytest.mark.parametrize("text, said", DIRECT)
def test_direct(reading_of: Callable[..., Reading], text: str, said: str) -> None:
    (item,) = [item for item in reading_of(text).statements if item.direct]
    assert (item.speaker, item.text) == ("Carla Mendes", said)


def test_each_quotation_has_its_own_speaker(reading_of: Callable[..., Reading]) -> None:
    text = f"“{NORTH},” {SPEAKER} said.\n\n“We will keep them open,” President Jan Novak said."
    found = [item.speaker for item in reading_of(text).statements if item.direct]
    assert found == ["Carla Mendes", "Jan Novak"]


REPORTED = [
    (f"{SPEAKER} said that the talks had been useful.", "the talks had been useful"),
    (f"{SPEAKER} said the talks had been useful.", "the talks had been useful"),
    (f"{SPEAKER} stressed the importance of dialogue.", "the importance of dialogue"),
    (f"{SPEAKER} underlined that dialogue was needed.", "dialogue was needed"),
    (f"{SPEAKER} welcomed the ceasefire.", "welcomed the ceasefire"),
    (f"{SPEAKER} condemned the attack on the market.", "condemned the attack on the market"),
    (f"{SPEAKER} thanked Greece for its help.", "thanked Greece for its help"),
    (f"{SPEAKER} called for an end to the violence.", "an end to the violence"),
    (f"{SPEAKER} spoke about the drought.", "the drought"),
    (f"{SPEAKER} made clear that Portugal would not wait.", "Portugal would not wait"),
    (f"{SPEAKER} extended her condolences to Greece.", "extended her condolences to Greece"),
    (f"The talks had been useful, {SPEAKER} said.", "The talks had been useful"),
    (f"According to {SPEAKER}, the talks had been useful.", "the talks had been useful"),
    (
        f"{SPEAKER} met the mayor, and she noted that the talks were useful.",
        "the talks were useful",
    ),
]


@pytest.mark.parametrize("text, said", REPORTED)
def test_reported(reading_of: Callable[..., Reading], text: str, said: str) -> None:
    (item,) = reading_of(text).statements
    assert (item.speaker, item.direct, item.text) == ("Carla Mendes", False, said)


NOTHING_SAID = [
    f"{SPEAKER} discussed the ceasefire with the mayor.",
    f"{SPEAKER} and the mayor exchanged views on trade.",
    f"{SPEAKER} reviewed the state of trade.",
    f"{SPEAKER} did not say that the talks had been useful.",
    f"{SPEAKER} will say on Friday that the talks were useful.",
    f"{SPEAKER} might condemn the attack.",
    f"If {SPEAKER} condemned the attack, nobody heard it.",
    f"{SPEAKER} read the book “Our Borders and Our Seas” on the plane.",
    f"{SPEAKER} welcomed President Jan Novak at the airport.",
    f"{SPEAKER} raised funds for the museum.",
    "The new law says nothing about borders.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_said(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).statements == ()


def test_the_agency_that_reports_is_no_speaker(reading_of: Callable[..., Reading]) -> None:
    text = "The bridge in Lisbon will open in May, Delta News reports."
    assert reading_of(text, publisher="Delta News").statements == ()


def test_two_speakers_of_one_verb_have_an_item_each(reading_of: Callable[..., Reading]) -> None:
    text = (
        "Prime Minister Carla Mendes and President Jan Novak stressed the importance of dialogue."
    )
    speakers = [item.speaker for item in reading_of(text).statements]
    assert speakers == ["Carla Mendes", "Jan Novak"]


def test_direct_speech_is_not_reported_too(reading_of: Callable[..., Reading]) -> None:
    text = f"“Our borders are open,” {SPEAKER} said."
    assert [item.direct for item in reading_of(text).statements] == [True]
