"""Datelines: from where, by whom and when a report is filed, in the forms that agencies use."""

from __future__ import annotations

import pytest

from comity.language import dateline

STORY = "Ministers met today."
DATELINES = [
    # text before the story, place, agency, date
    ("ASTANA. KAZINFORM - ", "Astana", "Kazinform", None),
    ("ASTANA – ", "Astana", None, None),
    ("OSLO — ", "Oslo", None, None),
    ("Oslo - ", "Oslo", None, None),
    ("MOSCOW, June 5 (Xinhua) -- ", "Moscow", "Xinhua", "--06-05"),
    ("MOSCOW, 5 June /TASS/. ", "Moscow", "TASS", "--06-05"),
    ("BEIJING, May 12, 2023 (Xinhua) — ", "Beijing", "Xinhua", "2023-05-12"),
    ("BAKU, Azerbaijan, Feb. 2 — ", "Baku", None, "--02-02"),
    ("Vienna, 12 March 2024: ", "Vienna", None, "2024-03-12"),
    ("Vienna, 12 March 2024 – ", "Vienna", None, "2024-03-12"),
    ("Nairobi, 3rd April 2022 - ", "Nairobi", None, "2022-04-03"),
    ("ANKARA, 2024-03-12 - ", "Ankara", None, "2024-03-12"),
    ("Warsaw, 12.03.2024 - ", "Warsaw", None, "2024-03-12"),
    ("LONDON (Reuters) - ", "London", "Reuters", None),
    ("WASHINGTON (AP) — ", "Washington", "AP", None),
]


@pytest.mark.parametrize("opening, place, agency, date", DATELINES)
def test_dateline(opening: str, place: str, agency: str | None, date: str | None) -> None:
    found = dateline.find(opening + STORY)
    assert found is not None
    assert (found.place, found.agency, found.date) == (place, agency, date)
    assert (opening + STORY)[found.end :] == STORY


NONE = [
    "Ministers met today.",
    "",
    "Minister Anna Weber - once a judge - met her colleagues.",
    "The talks: what they were about - and what not.",
    "Trade - and only trade - was discussed.",
    "On 12 March 2024 - a Tuesday - ministers met.",
    "President Weber: we are glad to be here.",
    "Question: will you go?",
    "Kenya and Norway – partners for years – signed a treaty.",
]


@pytest.mark.parametrize("text", NONE)
def test_a_story_without_a_dateline(text: str) -> None:
    assert dateline.find(text) is None


@pytest.mark.parametrize("day", ["45 May", "0 May", "31 February 2024", "30.02.2024", "5.13.2024"])
def test_no_day_that_there_is_not(day: str) -> None:
    found = dateline.find(f"Vienna, {day} – {STORY}")
    assert found is None or found.date is None
