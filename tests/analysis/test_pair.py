"""Two countries: each part of the page, and that others' contact is no part of it."""

from __future__ import annotations

import pytest

from comity.analysis.pair import PairPage, current_office, pair_page
from comity.analysis.timeline import Which, timeline
from comity.analysis.visits import visits
from comity.errors import UsageError
from comity.record import Record
from comity.record.actor_pages import Held
from comity.record.period import Period

from .world import TALES, Tale, tell


def page_of(record: Record, one: str = "KAZ", other: str = "FRA", **options: object) -> PairPage:
    with record.viewing() as view:
        return pair_page(view, one, other, today="2026-01-15", **options)  # type: ignore[arg-type]


def test_encounters_and_last_contact(world: Record) -> None:
    page = page_of(world, most=2)
    assert (page.one.name, page.other.name) == ("Kazakhstan", "France")
    assert [one.day for one in page.encounters.encounters] == ["2025-09-20", "2025-03-04"]
    assert page.encounters.total == 3
    assert [(last.channel, last.encounter.day) for last in page.last_contacts] == [
        ("parliament", "2025-09-20"),
        ("government", "2025-03-04"),
    ]


def test_both_orders_tell_the_same(world: Record) -> None:
    one, other = page_of(world), page_of(world, "FRA", "KAZ")
    assert one.encounters == other.encounters
    assert one.commitments.one_to_other == other.commitments.other_to_one
    assert one.voices_of_one == other.voices_of_other


def test_whose_turn_it_is(world: Record) -> None:
    """Paris received the speaker last; among leaders Astana was host last."""
    by_level = {balance.level: balance for balance in page_of(world).visits}
    assert (by_level["any"].one_to_other, by_level["any"].other_to_one) == (1, 1)
    assert by_level["any"].turn == "FRA"
    assert (by_level["leaders"].last_other_to_one, by_level["leaders"].turn) == (
        "2025-03-04",
        "KAZ",
    )
    assert by_level["ministers"].turn is None


def test_no_visit_no_turn(record: Record) -> None:
    tell(record, TALES[0])  # a call
    with record.viewing() as view:
        assert {balance.turn for balance in visits(view, "KAZ", "FRA")} == {None}
        assert {balance.one_to_other for balance in visits(view, "FRA", "KAZ")} == {0}


def test_series_and_topics(world: Record) -> None:
    page = page_of(world)
    assert [(m.month, m.total) for m in page.contacts.months if m.total] == [
        ("2025-01", 1),
        ("2025-03", 1),
        ("2025-09", 1),
    ]
    assert len(page.contacts.months) == 9
    assert {(t.year, t.topic) for t in page.topics} >= {("2025", "energy"), ("2025", "youth")}
    march = next(m for m in page.events.months if m.month == "2025-03")
    assert (march.verbal_cooperation, march.verbal_conflict, march.events) == (3, 1, 4)
    assert march.score == pytest.approx(2.5 * 3 - 3)
    assert march.mean_score == pytest.approx(1.12, abs=0.01)


def test_open_commitments_go_their_way(world: Record) -> None:
    promised = page_of(world).commitments
    assert [one.text for one in promised.one_to_other] == ["deliver uranium to Lyon"]
    assert [one.text for one in promised.other_to_one] == ["return the visit"]
    assert [one.text for one in promised.together] == ["open a school of engineers"]
    assert promised.total == 3


def test_who_speaks_and_what_comes(world: Record) -> None:
    page = page_of(world)
    first = page.voices_of_one[0]
    assert (first.name, first.office, first.encounters, first.statements) == (
        "Timur Aliyev",
        "Speaker, Mazhilis",
        2,
        1,
    )
    assert {voice.name for voice in page.voices_of_other} == {
        "Anne Marchal",
        "Jean Duval",
        "Paul Lenoir",
    }
    assert [point.text for point in page.upcoming.points] == [
        "a forum of rectors in Almaty",
        "double the trade",
    ]
    assert {tie.kind: tie.since for tie in page.ties} == {
        "strategic partnership": "2008",
        "diplomatic relations": "1992",
    }


def test_a_period_narrows_the_page(world: Record) -> None:
    page = page_of(world, period=Period(since="2025-02", until="2025-06"))
    assert [one.day for one in page.encounters.encounters] == ["2025-03-04"]
    assert [m.month for m in page.contacts.months] == ["2025-03"]
    assert page.commitments.total == 2


def test_others_are_no_part_of_it(world: Record) -> None:
    page = page_of(world, "KAZ", "DEU")
    assert page.encounters.total == page.commitments.total == page.ties_total == 0
    assert page.contacts.months == page.events.months == page.topics == ()
    assert page.voices_of_one == page.upcoming.points == page.upcoming.anniversaries == ()


def test_a_country_is_no_pair_with_itself(world: Record) -> None:
    with pytest.raises(UsageError) as caught:
        page_of(world, "KAZ", "KAZ")
    assert caught.value.code == "C334"


def test_a_date_of_many_countries_is_nobodys_own(record: Record) -> None:
    crowd = Tale(
        day="2025-11-01",
        publisher="Akorda",
        words="Kazakhstan, France, Chad, Peru and Fiji will meet on 1 March 2026.",
        dates=(("planned event", "will meet", "2026-03-01"),),
        events=(("KAZ", "FRA", "AGREE"), ("TCD", "PER", "AGREE"), ("FJI", "FRA", "AGREE")),
    )
    tell(record, crowd)
    assert page_of(record).upcoming.points == ()


@pytest.mark.parametrize(
    "posts, office",
    [
        ([], ""),
        ([("", "Senate", "2025-01-01", 9)], ""),
        ([("Minister", None, "2025-01-01", 1)], "Minister"),
        ([("Minister", "France", "2020-01-01", 90), ("President", "France", "2025-01-01", 3)],
         "President, France"),
        ([("Chair", "Summit", "2025-03-01", 1), ("President", "France", "2025-01-01", 30)],
         "President, France"),
    ],
)  # fmt: skip
def test_the_current_office(posts: list[tuple[str, str | None, str, int]], office: str) -> None:
    held = [
        Held(title=title, body=body, body_actor=None, first=last, last=last, reports=reports)
        for title, body, last, reports in posts
    ]
    assert current_office(held) == office


@pytest.mark.parametrize(
    "which, days",
    [
        (Which(), ["2025-09-20", "2025-03-04", "2025-01-10"]),
        (Which(countries=("FRA",)), ["2025-09-20", "2025-03-04", "2025-01-10"]),
        (Which(countries=("FRA", "KAZ", "DEU")), []),
        (Which(kind="call"), ["2025-01-10"]),
        (Which(channel="parliament"), ["2025-09-20", "2025-01-10"]),
        (Which(level="leaders"), ["2025-03-04"]),
        (Which(topic="nuclear"), ["2025-03-04"]),
        (Which(topic="trade"), []),
        (Which(statuses=("planned",)), []),
        (Which(countries=("KAZ",), statuses=("held",), period=Period(since="2025-09-20")),
         ["2025-09-20"]),
        (Which(period=Period(until="2025-09-19")), ["2025-03-04", "2025-01-10"]),
    ],
)  # fmt: skip
def test_the_timeline_is_narrowed(world: Record, which: Which, days: list[str]) -> None:
    with world.viewing() as view:
        found = timeline(view, which)
    assert [one.day for one in found.encounters] == days
    assert found.total == len(days)
