from __future__ import annotations

from typing import Any

import pytest

from comity.joining.answers import LEAST, MOST, Deed, Promise, answers


def promise(text: str, **more: Any) -> Promise:
    told: dict[str, Any] = {
        "id": 1,
        "kind": "pledge",
        "by": ("KAZ",),
        "to": ("FRA",),
        "actors": (1, 2),
        "topics": ("trade",),
        "day": "2022-03-10",
    }
    return Promise(text=text, **(told | more))


def deed(item: int, text: str, **more: Any) -> Deed:
    told: dict[str, Any] = {
        "report": item,
        "what": "signing",
        "countries": ("FRA", "KAZ"),
        "actors": (1, 2),
        "topics": ("trade",),
        "day": "2022-09-01",
    }
    return Deed(item=item, text=text, **(told | more))


UNIVERSITY = "open a branch of the nursing academy in Almaty"
SIGNED = "signed a contract on the branch of the nursing academy"


def met(item: int, **more: Any) -> Deed:
    told: dict[str, Any] = {"what": "encounter", "kind": "meeting", "day": "2022-04-01"}
    return deed(item, "the two met", **(told | more))


def test_a_signing_about_the_same_matter_is_proposed_with_the_words_that_show_it() -> None:
    (answer,) = answers(promise(UNIVERSITY), [deed(5, SIGNED)])
    assert (answer.item, answer.what) == (5, "signing")
    assert answer.score >= LEAST
    assert "academy" in answer.reason or "academ" in answer.reason


@pytest.mark.parametrize(
    "more",
    [
        {"text": "signed a contract on grain exports"},
        {"text": "signed an agreement to strengthen bilateral cooperation"},
        {"text": SIGNED, "countries": ("DEU", "KAZ")},
        {"text": SIGNED, "countries": ("FRA",)},
        {"text": "continue work on the branch of the nursing academy", "what": "agreement"},
        {"text": UNIVERSITY, "what": "agreement"},
        {"text": SIGNED, "day": "2022-03-10"},
        {"text": SIGNED, "day": "2021-03-10"},
        {"text": SIGNED, "day": "2029-03-10"},
        {"text": SIGNED, "day": None},
        {"text": SIGNED, "what": "encounter", "kind": "meeting"},
    ],
)
def test_other_matters_parties_and_times_are_no_answer(more: dict[str, Any]) -> None:
    assert answers(promise(UNIVERSITY), [deed(5, **more)]) == ()


@pytest.mark.parametrize(
    "text, found",
    [
        ("a branch of the nursing academy was opened", True),
        ("to think of a nursing academy", False),
        ("to set up a branch of the nursing academy with dormitories", True),
    ],
)
def test_an_agreement_needs_more_common_words_than_what_was_done(text: str, found: bool) -> None:
    assert bool(answers(promise(UNIVERSITY), [deed(5, text, what="agreement")])) is found


def test_all_of_three_parties_must_sign() -> None:
    three = promise(UNIVERSITY, to=("FRA", "DEU"))
    assert answers(three, [deed(5, SIGNED)]) == ()
    assert answers(three, [deed(5, SIGNED, countries=("DEU", "FRA", "KAZ"))])


def test_what_everybody_says_is_no_answer() -> None:
    vague = "continue to strengthen cooperation and deepen the strategic partnership"
    assert answers(promise(vague), [deed(5, vague), deed(6, vague, what="agreement")]) == ()


@pytest.mark.parametrize(
    "text, held, found",
    [
        ("pay a visit to Paris", {"kind": "visit", "what": "visit"}, True),
        ("pay a visit to Paris", {"kind": "meeting"}, True),
        ("pay a visit to Paris", {"kind": "call"}, False),
        ("meet again in autumn", {"kind": "meeting"}, True),
        ("meet again in autumn", {"kind": None}, True),
        ("meet again in autumn", {"kind": "call"}, False),
        ("meet by videoconference", {"kind": "call"}, True),
        ("speak again in a month", {"kind": "call"}, True),
        ("meet its obligations under the treaty", {"kind": "meeting"}, False),
        ("open a school", {"kind": "meeting"}, False),
        ("lift travel restrictions", {"kind": "visit", "what": "visit"}, False),
        ("help those who travelled far", {"kind": "visit", "what": "visit"}, False),
        ("Speaker Karimova will also travel to Paris", {"kind": "meeting"}, True),
        ("prepare the upcoming visit", {"kind": "visit", "what": "visit"}, True),
        ("meet again in autumn", {"kind": "meeting", "day": "2023-09-01"}, False),
        ("meet again in autumn", {"kind": "meeting", "actors": (1, 9)}, False),
    ],
)
def test_announced_contact_is_answered_by_contact(
    text: str, held: dict[str, Any], found: bool
) -> None:
    assert bool(answers(promise(text), [met(5, **held)])) is found


def test_a_hope_to_meet_is_no_announcement() -> None:
    assert answers(promise("meet again", kind="hope"), [met(5)]) == ()


@pytest.mark.parametrize(
    "day, found", [("2022-05-20", True), ("2022-06-20", True), ("2022-09-01", False)]
)
def test_a_due_date_bounds_the_contact(day: str, found: bool) -> None:
    due = promise("host the delegation in Astana", due="2022-05")
    assert bool(answers(due, [met(5, day=day)])) is found


def test_only_the_first_meetings_can_be_meant() -> None:
    later = [met(n, day=f"2022-04-{n:02}") for n in (9, 3, 6)]
    assert [one.item for one in answers(promise("meet again in spring"), later)] == [3, 6]


def test_few_are_proposed_the_best_first() -> None:
    many = [deed(n, SIGNED) for n in range(10)]
    found = answers(promise(UNIVERSITY), [deed(99, SIGNED + " in Almaty"), *many])
    assert len(found) == MOST
    assert found[0].item == 99
