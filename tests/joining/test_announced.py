from __future__ import annotations

import re

import pytest

from comity.joining.announced import Plan, announced
from comity.model.reading import Milestone, Person, Reading, ReportFacts

NAMES = {"Karimova": "KAZ", "Brandt": "FRA", "Lund": "NOR"}


def plans(text: str, milestone: str | None = None, date: str | None = None) -> list[Plan]:
    people = tuple(
        Person(
            name=name,
            country=country,
            evidence=tuple((m.start(), m.end()) for m in re.finditer(name, text)),
        )
        for name, country in NAMES.items()
        if name in text
    )
    start = text.index(milestone) if milestone else 0
    told = (
        Milestone(
            kind="planned event",
            text=milestone,
            date=date,
            evidence=((start, start + len(milestone)),),
        ),
    ) if milestone else ()  # fmt: skip
    reading = Reading(
        id="r",
        reader="comity 0",
        pipeline="p",
        report=ReportFacts(
            publisher=None, dateline_place=None, published="2022-06-20", language="en"
        ),
        people=people,
        milestones=told,
    )
    return list(announced(reading, text))


@pytest.mark.parametrize(
    "text, kind, date, place",
    [
        ("On June 25, Karimova will hold talks with Brandt.", "meeting", "2022-06-25", None),
        ("Karimova will meet Brandt in Paris on June 25.", "meeting", "2022-06-25", "Paris"),
        ("Karimova will travel to Paris, France, on June 25.", "visit", "2022-06-25", "Paris"),
        ("Karimova is to visit France.", "visit", None, "France"),
        ("Karimova will meet virtually with Brandt tomorrow.", "call", "2022-06-21", None),
        ("Karimova will receive Brandt today.", "meeting", "2022-06-20", None),
    ],
)
def test_contact_to_come_is_found(
    text: str, kind: str, date: str | None, place: str | None
) -> None:
    (plan,) = plans(text)
    assert (plan.kind, plan.status, plan.date, plan.place) == (kind, "planned", date, place)


@pytest.mark.parametrize(
    "text",
    [
        "Karimova met Brandt in Paris.",
        "Karimova would meet Brandt if he came.",
        "Karimova might visit France.",
        "Karimova will sign the law.",
        "The committee will meet on June 25.",
        "On June 5, Karimova will hold talks with Brandt.",
    ],
)
def test_what_is_no_plan_is_left(text: str) -> None:
    found = plans(text)
    assert [one for one in found if one.date is None or one.date < "2022-07"] == []


def test_who_is_named_takes_part() -> None:
    (plan,) = plans("On June 25, Karimova will hold talks with Brandt. Lund was pleased.")
    assert plan.parties == ("Karimova", "Brandt")


def test_the_land_to_be_visited_is_a_party_where_no_city_is_told() -> None:
    assert plans("Karimova will visit France.")[0].parties == ("Karimova", "France")
    assert plans("Karimova will visit Paris.")[0].parties == ("Karimova",)


@pytest.mark.parametrize(
    "text, status",
    [
        ("The visit of Brandt to Astana planned for July was cancelled.", "cancelled"),
        ("The visit of Brandt to Astana planned for July was postponed.", "postponed"),
        ("The visit of Brandt to Astana planned for July will be long.", "planned"),
    ],
)
def test_plans_are_called_off(text: str, status: str) -> None:
    (plan,) = plans(text, "The visit of Brandt to Astana planned for July", "2022-07")
    assert (plan.kind, plan.status, plan.date) == ("visit", status, "2022-07")


@pytest.mark.parametrize(
    "text, status",
    [
        ("The meeting of Karimova with Brandt has been cancelled.", "cancelled"),
        ("Karimova has called off her visit to France.", "cancelled"),
        ("Karimova will not travel to France.", "cancelled"),
        ("Karimova was to meet Brandt, but the talks were called off.", "cancelled"),
        ("Karimova put off her trip to France.", "postponed"),
        ("Karimova will receive Brandt. The meeting was postponed.", "postponed"),
        ("Karimova will receive Brandt. The meeting was long.", "planned"),
        ("Karimova will visit France in May.", "planned"),
    ],
)
def test_what_became_of_a_plan_is_told_in_many_ways(text: str, status: str) -> None:
    (plan,) = plans(text)
    assert plan.status == status


@pytest.mark.parametrize(
    "text",
    [
        "Karimova cancelled the debt after a meeting with Brandt.",
        "Karimova may visit France if talks succeed.",
        "Karimova postponed the vote.",
    ],
)
def test_what_is_called_off_must_be_contact(text: str) -> None:
    assert plans(text) == []


def test_the_land_behind_the_journey_is_its_goal() -> None:
    (plan,) = plans("Karimova of Kazakhstan will visit France.")
    assert plan.place == "France"


def test_a_planned_event_that_is_over_is_none() -> None:
    text = "The visit of Brandt to Astana planned for May was long."
    assert plans(text, "The visit of Brandt to Astana planned for May", "2022-05") == []


def test_one_sentence_gives_one_plan() -> None:
    text = "On June 25, Karimova will meet Brandt."
    assert len(plans(text, "Karimova will meet Brandt", "2022-06-25")) == 1
