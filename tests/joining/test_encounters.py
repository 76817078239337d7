from __future__ import annotations

from typing import Any

import pytest
from tests.joining.people import account, body, known, person

from comity.joining.encounters import join
from comity.model.contact import Account

KAZ_PRESIDENT = person(1, "KAZ", "President")
FRA_PRESIDENT = person(2, "FRA", "President")
KAZ_SPEAKER = person(3, "KAZ", "Speaker")
FRA_AIDE = person(4, "FRA", "Adviser")
DEU_CHANCELLOR = person(5, "DEU", "Chancellor")
CALL: dict[str, Any] = {"kind": "call", "words": "they spoke by phone"}


def leaders(report: int, **more: Any) -> Account:
    return account(report, KAZ_PRESIDENT, FRA_PRESIDENT, **more)


def joined(new: Account, *accounts: Account, **more: Any) -> int | None:
    return join(new, [known(7, *accounts, **more)]).encounter


def test_the_same_people_on_the_same_day_join_and_it_says_why() -> None:
    old = leaders(1, date="2022-03-09")
    answer = join(leaders(2, date="2022-03-09"), [known(7, old)])
    assert (answer.encounter, answer.score, answer.doubts) == (7, 1.0, ())
    assert answer.reason == "the same people on both sides, on the same day"


@pytest.mark.parametrize(
    "date, country, same",
    [
        ("2022-03-09", "KAZ", True),
        ("2022-03-10", "FRA", True),  # it was past midnight in one of the capitals
        ("2022-03-10", "KAZ", False),  # one office knows on which day it was
        ("2022-03-11", "FRA", False),
        ("2021-03-09", "FRA", False),
        ("2022-03", "FRA", False),
    ],
)
def test_days_may_differ_by_one_across_countries(date: str, country: str, same: bool) -> None:
    old = leaders(1, date="2022-03-09", published="2022-03-09", **CALL)
    new = leaders(2, date=date, published="2022-03-11", publisher_country=country, **CALL)
    assert (joined(new, old) == 7) is same


def test_two_calls_on_neighbouring_days_stay_apart_even_if_another_office_could_mean_both() -> None:
    first = known(7, leaders(1, date="2022-03-09", published="2022-03-09", **CALL))
    second = known(8, leaders(2, date="2022-03-10", published="2022-03-10", **CALL))
    own = leaders(3, date="2022-03-10", published="2022-03-10", **CALL)
    foreign = leaders(4, date="2022-03-10", publisher_country="FRA", **CALL)
    assert join(own, [first]).encounter is None
    assert join(foreign, [first, second]).encounter == 8


def test_what_may_be_one_of_two_is_asked() -> None:
    first = known(7, leaders(1, date="2022-03-09", **CALL))
    second = known(8, leaders(2, date="2022-03-11", **CALL))
    new = leaders(3, date="2022-03-10", published="2022-03-12", publisher_country="FRA", **CALL)
    answer = join(new, [first, second])
    assert answer.encounter is None
    assert [id for id, _, _ in answer.doubts] == [7, 8]


@pytest.mark.parametrize(
    "published, country, same",
    [
        ("2022-03-09", "KAZ", True),
        ("2022-03-09", "FRA", True),
        ("2022-03-10", "FRA", True),
        ("2022-03-10", "KAZ", False),
        ("2022-03-13", "FRA", False),
    ],
)
def test_the_day_of_publication_stands_in(published: str, country: str, same: bool) -> None:
    old = leaders(1, date="2022-03-09", published="2022-03-09")
    new = leaders(2, published=published, publisher_country=country)
    assert (joined(new, old) == 7) is same


def test_a_look_back_joins_by_its_date_only() -> None:
    old = leaders(1, date="2022-03-09", **CALL)
    dated = leaders(
        2, kind="call", date="2022-03-09", published="2022-03-20", words="their last call"
    )
    bare = leaders(3, kind="call", published="2022-03-09", words="their call last week")
    assert joined(dated, old) == 7
    assert joined(bare, old) is None


def test_accounts_of_one_report_never_join() -> None:
    assert joined(leaders(1, date="2022-03-09"), leaders(1, date="2022-03-09")) is None


@pytest.mark.parametrize(
    "one, other, words, same",
    [
        ("meeting", "meeting", "they met", True),
        ("meeting", "call", "they met", False),
        ("meeting", "call", "they had a long conversation", True),
        ("visit", "meeting", "they met", True),
        ("event", "meeting", "they met", True),
        ("visit", "call", "they spoke", False),
    ],
)
def test_a_call_is_no_meeting(one: str, other: str, words: str, same: bool) -> None:
    old = leaders(1, kind=one, date="2022-03-09", words=words)
    new = leaders(2, kind=other, date="2022-03-09", words=words)
    assert (joined(new, old) == 7) is same


def test_talks_are_the_visit_only_where_both_tell_the_day() -> None:
    old = leaders(1, kind="visit", date="2022-03-09", published="2022-03-09")
    assert joined(leaders(2, published="2022-03-09"), old) is None


@pytest.mark.parametrize(
    "others, same",
    [
        ((KAZ_PRESIDENT, FRA_PRESIDENT, FRA_AIDE), True),  # an adviser whom only one names
        ((KAZ_SPEAKER, FRA_PRESIDENT), False),
        ((KAZ_PRESIDENT, DEU_CHANCELLOR), False),
        ((KAZ_PRESIDENT, FRA_AIDE), False),
        (
            (KAZ_PRESIDENT, FRA_PRESIDENT, DEU_CHANCELLOR),
            False,
        ),  # three met, and two in the margins
        ((KAZ_PRESIDENT,), False),
        ((KAZ_PRESIDENT, body(9, "FRA", "parliament")), True),
        ((body(8, "KAZ"), body(9, "FRA")), False),
    ],
)
def test_who_leads_a_side_must_be_the_same(others: tuple[Any, ...], same: bool) -> None:
    old = leaders(1, date="2022-03-09")
    assert (joined(account(2, *others, date="2022-03-09"), old) == 7) is same


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("Astana", "Astana", True),
        ("Astana", None, True),
        ("Astana", "Paris", False),
        ("Astana", "Almaty", False),
        ("White House", "Washington", True),
    ],
)
def test_places_may_not_exclude_each_other(one: str, other: str | None, same: bool) -> None:
    old = leaders(1, date="2022-03-09", place=one)
    assert (joined(leaders(2, date="2022-03-09", place=other), old) == 7) is same


@pytest.mark.parametrize(
    "planned, date, same",
    [
        ("2022-03-09", "2022-03-09", True),
        ("2022-03-09", "2022-03-11", True),
        ("2022-03-09", "2022-03-20", False),
        ("2022-03", "2022-03-20", True),
        ("2022-03", "2022-05-20", False),
    ],
)
def test_what_was_announced_is_what_was_held(planned: str, date: str, same: bool) -> None:
    plan = leaders(1, status="planned", date=planned, published="2022-03-01")
    held = leaders(2, date=date, published=date)
    assert (joined(held, plan) == 7) is same
    assert (joined(plan, held) == 7) is same


def test_a_journey_that_was_announced_without_a_day_is_joined_by_its_place() -> None:
    plan = account(
        1, KAZ_PRESIDENT, kind="visit", status="planned", place="Paris", published="2022-03-01"
    )
    held = account(
        2, KAZ_PRESIDENT, kind="visit", date="2022-03-20", published="2022-03-20", place="Paris"
    )
    elsewhere = account(
        3, KAZ_PRESIDENT, kind="visit", date="2022-03-20", published="2022-03-20", place="Berlin"
    )
    assert joined(held, plan) == 7
    assert joined(elsewhere, plan) is None


def test_a_cancellation_joins_the_plan() -> None:
    plan = leaders(1, status="planned", date="2022-03-20", published="2022-03-01")
    off = leaders(2, status="cancelled", published="2022-03-18")
    late = leaders(3, status="cancelled", published="2022-06-18")
    assert joined(off, plan) == 7
    assert joined(late, plan) is None


def entry(**more: Any) -> Any:
    told = {
        "kind": "visit",
        "entered": True,
        "start": "2022-03-09",
        "end": "2022-03-11",
        "participants": (body(8, "KAZ", "parliament"), body(9, "FRA", "parliament")),
    }
    return known(7, **(told | more))


@pytest.mark.parametrize(
    "date, same",
    [("2022-03-10", True), ("2022-03-13", True), ("2022-04-10", False), ("2022-02-01", False)],
)
def test_reports_join_what_an_office_entered(date: str, same: bool) -> None:
    held = account(1, KAZ_SPEAKER, person(6, "FRA", "Senator"), date=date, published=date)
    assert (join(held, [entry()]).encounter == 7) is same


def test_an_entry_with_names_is_joined_though_it_was_put_off() -> None:
    named = entry(participants=(KAZ_SPEAKER, person(6, "FRA", "Senator")))
    held = account(1, KAZ_SPEAKER, person(6, "FRA"), date="2022-04-10", published="2022-04-10")
    other = account(2, KAZ_SPEAKER, person(10, "FRA"), date="2022-03-10", published="2022-03-10")
    assert join(held, [named]).encounter == 7
    assert join(other, [named]).encounter is None


def test_domestic_meetings_join_by_most_of_their_people() -> None:
    cabinet = [person(n, "KAZ") for n in (20, 21, 22, 23)]
    old = account(1, *cabinet, date="2022-03-09")
    assert joined(account(2, *cabinet[:3], date="2022-03-09"), old) == 7
    assert joined(account(2, cabinet[0], person(30, "KAZ"), date="2022-03-09"), old) is None
    assert joined(account(2, cabinet[0], date="2022-03-09"), old) is None


def test_nothing_known_gives_a_new_encounter() -> None:
    answer = join(leaders(1), [])
    assert (answer.encounter, answer.doubts) == (None, ())
