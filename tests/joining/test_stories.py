from __future__ import annotations

from dataclasses import replace

import pytest

from comity.joining.fingerprints import fingerprint
from comity.joining.stories import StoryText, same_story

BODY = (
    "Speaker Aigul Karimova received a delegation of the Senate of Norland led by Senator Otto "
    "Brandt in Almira on Tuesday. The parties talked about wheat exports, the railway to the "
    "western border and scholarships for nurses. Brandt praised the reform of the pension funds "
    "and invited the speaker to Norland. Karimova recalled that both chambers had signed a "
    "memorandum in 2014 and that eleven meetings of the friendship group had taken place since. "
    "The guests will also visit the botanical garden and a dairy plant near the lake before they "
    "fly home on Friday evening, the press service of the chamber reported."
)
FORM = (
    "The President has approved an emergency declaration for the province of {name} and ordered "
    "aid to supplement the response efforts due to conditions resulting from {storm} beginning on "
    "{day} and continuing. The action allows the agency to coordinate all disaster relief, which "
    "has the purpose of alleviating hardship and suffering, and to provide assistance for required "
    "measures to save lives, to protect property and to avert the threat of a catastrophe in the "
    "districts of the province. Emergency measures will be provided at 75 percent of the costs."
)


def story(report: int, text: str, **more: str | None) -> StoryText:
    told: dict[str, str | None] = {
        "published": "2022-05-10",
        "title": None,
        "url": None,
        "publisher": "Courier",
    }
    return StoryText(report=report, text=text, fingerprint=fingerprint(text), **(told | more))


def filled(name: str, storm: str, day: str) -> str:
    return FORM.format(name=name, storm=storm, day=day)


def test_the_same_text_is_the_same_story() -> None:
    match = same_story(story(2, BODY, publisher="Herald"), story(1, BODY.replace(" ", "  ")))
    assert match is not None
    assert (match.report, match.score, match.reason) == (1, 1.0, "the same text")


@pytest.mark.parametrize(
    "version, reason",
    [
        (f"ALMIRA. Herald. {BODY} Follow us. All rights reserved.", "few changes"),
        (BODY[: len(BODY) * 6 // 10], "shorter"),
        (f"{BODY} {' '.join(f'More about the lake, part {n}.' for n in range(30))}", "longer"),
        (BODY.replace("talked about", "discussed").replace("guests", "visitors"), "few changes"),
        (BODY.replace("Aigul", "Aygul"), "few changes"),
    ],
)
def test_what_other_outlets_make_of_a_story_is_found(version: str, reason: str) -> None:
    match = same_story(story(2, version, publisher="Herald"), story(1, BODY))
    assert match is not None
    assert reason in match.reason


@pytest.mark.parametrize(
    "version",
    [
        BODY.replace("Otto Brandt", "Ivar Lund").replace("Brandt", "Lund"),
        BODY.replace("2014", "2019"),
        BODY.replace("Norland", "Sudland"),
        BODY.replace("Tuesday", "Wednesday"),
    ],
)
def test_other_names_and_numbers_make_another_story(version: str) -> None:
    assert same_story(story(2, version, publisher="Herald"), story(1, BODY)) is None
    assert same_story(story(2, version), story(1, BODY)) is None


def test_a_form_filled_in_twice_is_two_stories() -> None:
    one = story(1, filled("Ostmark", "Hurricane Dora", "May 3"), title="Emergency in Ostmark")
    other = story(2, filled("Westmark", "Hurricane Dora", "May 3"), title="Emergency in Westmark")
    again = story(3, filled("Ostmark", "Hurricane Dora", "May 8"), title="Emergency in Ostmark")
    assert same_story(other, one) is None
    assert same_story(again, one) is None


def test_one_office_may_change_a_word_and_not_many() -> None:
    one = BODY.replace("praised", "commended")
    many = one.replace("dairy", "cheese").replace("botanical", "zoological")
    many = many.replace("wheat", "barley").replace("nurses", "teachers")
    assert same_story(story(2, one), story(1, BODY)) is not None
    assert same_story(story(2, many), story(1, BODY)) is None
    assert same_story(story(2, many, publisher="Herald"), story(1, BODY)) is not None


def test_a_corrected_name_under_one_address_is_the_same_story() -> None:
    fixed = BODY.replace("Otto Brandt", "Otto Lund")
    new, old = story(2, fixed, url="https://a.example/1"), story(1, BODY, url="https://a.example/1")
    assert same_story(new, old) is not None
    assert same_story(replace(new, url="https://a.example/2"), old) is None


def test_another_text_under_one_address_is_another_story() -> None:
    greeting = "We wish the people of Norland a happy national day. " * 6
    new, old = (
        story(2, greeting, url="https://a.example/1"),
        story(1, BODY, url="https://a.example/1"),
    )
    assert same_story(new, old) is None


@pytest.mark.parametrize(
    "published, same", [("2022-05-12", True), ("2022-05-20", False), (None, True)]
)
def test_an_edited_text_is_the_same_story_for_some_days(published: str | None, same: bool) -> None:
    edited = BODY.replace("guests", "visitors")
    new = story(2, edited, publisher="Herald", published=published)
    assert (same_story(new, story(1, BODY)) is not None) is same


@pytest.mark.parametrize("published, same", [("2022-05-30", True), ("2023-05-10", False)])
def test_even_the_same_text_is_not_the_same_story_a_year_later(published: str, same: bool) -> None:
    assert (same_story(story(2, BODY, published=published), story(1, BODY)) is not None) is same


def test_short_texts_are_only_compared_whole() -> None:
    short = "The minister arrived in Almira today."
    assert same_story(story(2, short), story(1, short)) is not None
    assert same_story(story(2, short + " Good."), story(1, short)) is None


def test_a_quoted_passage_is_not_the_story() -> None:
    press = " ".join(
        f"Question {n} was about topic {n * 13} and got answer {n}." for n in range(60)
    )
    assert same_story(story(2, press + " " + BODY[:150]), story(1, BODY)) is None
