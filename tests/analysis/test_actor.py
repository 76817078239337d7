"""Who somebody is, and was on a day; and what a name means."""

from __future__ import annotations

import pytest

from comity.analysis.actor import actor_page, find_actor, posts_on
from comity.errors import RecordError
from comity.record import Record
from comity.record.actors import set_canonical

from .world import TALES, Tale, tell


def named(record: Record, text: str, country: str | None = None) -> str:
    with record.viewing() as view:
        return find_actor(view, text, country).actor.name


@pytest.mark.parametrize(
    "text, name",
    [
        ("Timur Aliyev", "Timur Aliyev"),
        ("timur ALIYEV", "Timur Aliyev"),
        ("Aliyev", "Timur Aliyev"),
        ("Tim", "Timur Aliyev"),
        ("Mazhilis", "Mazhilis"),
        ("France", "France"),
    ],
)
def test_a_name_means_somebody(world: Record, text: str, name: str) -> None:
    assert named(world, text) == name


def test_a_number_means_somebody(world: Record) -> None:
    with world.viewing() as view:
        actor = find_actor(view, "Timur Aliyev").actor
        assert find_actor(view, str(actor.id)).actor == actor
        assert find_actor(view, f"#{actor.id}").actor == actor


@pytest.mark.parametrize(
    "text", ["Timur Alyev", "Weber", "imur", "—", "99999999", "%", "_imur Aliyev"]
)
def test_a_name_means_nobody(world: Record, text: str) -> None:
    with world.viewing() as view, pytest.raises(RecordError) as caught:
        find_actor(view, text)
    assert caught.value.code == "C408"
    assert ("Timur Aliyev?" in str(caught.value)) == (text in ("Timur Alyev", "_imur Aliyev"))


def test_a_name_of_another_country_means_nobody(world: Record) -> None:
    assert named(world, "Aliyev", "KAZ") == "Timur Aliyev"
    with world.viewing() as view, pytest.raises(RecordError, match="of FRA"):
        find_actor(view, "Aliyev", "FRA")


def test_a_name_of_two_is_listed(world: Record) -> None:
    """Both presidents are as often named as each other: neither is taken for the other."""
    with world.viewing() as view, pytest.raises(RecordError) as caught:
        find_actor(view, "A")
    assert caught.value.code == "C409"
    said = str(caught.value)
    assert "Anne Marchal" in said
    assert "Timur Aliyev" in said
    assert "--country" in said
    assert "Duval" not in said


def test_who_was_this_on_that_day(record: Record) -> None:
    def as_(day: str, title: str) -> Tale:
        return Tale(
            day=day,
            publisher="Akorda",
            words=f"On {day} Karim Sadykov, {title}, spoke.",
            who=("Karim Sadykov",),
            offices={"Karim Sadykov": (title, "Kazakhstan")},
        )

    tell(
        record,
        as_("2020-05-01", "Prime Minister"),
        as_("2021-05-01", "Prime Minister"),
        as_("2022-02-01", "President"),
        as_("2023-02-01", "President"),
    )
    with record.viewing() as view:
        who = find_actor(view, "Karim Sadykov").actor.id

        def told(day: str) -> list[tuple[str, str]]:
            return [(post.title, post.how) for post in posts_on(view, who, day)]

        assert told("2020-12-24") == [("Prime Minister", "shown")]
        assert told("2021-05-01") == [("Prime Minister", "shown")]
        assert told("2021-05-02") == [("Prime Minister", "last seen")]
        assert told("2022-06") == [("President", "shown")]
        assert told("2024-01-01") == [("President", "last seen")]
        assert told("2019-01-01") == [("Prime Minister", "next seen")]
        assert actor_page(view, who).posts_on == ()


def test_the_page_of_an_actor(world: Record) -> None:
    with world.viewing() as view:
        who = find_actor(view, "Timur Aliyev").actor.id
        page = actor_page(view, who, on="2025-05-01", most=1)
    assert (page.kind, page.country) == ("person", "KAZ")
    assert [(name.name, name.reports) for name in page.names] == [("Timur Aliyev", 2)]
    assert page.names[0].reason
    assert [(post.title, post.body, post.how) for post in page.posts_on] == [
        ("Speaker", "Mazhilis", "shown")
    ]
    assert [one.day for one in page.encounters.encounters] == ["2025-09-20"]
    assert page.encounters.total == 2
    assert [said.text for said in page.statements] == ["the loans had helped farmers"]
    assert [(one.name, one.encounters) for one in page.met] == [("Anne Marchal", 2)]
    assert page.sources_total == 2
    assert len(page.sources) == 1
    assert page.commitments_by.total == 0


def test_merged_actors_are_one_page(world: Record) -> None:
    with world.working("ada") as work:
        one = find_actor(work, "Paul Lenoir").actor.id
        other = find_actor(work, "Jean Duval").actor.id
        set_canonical(work, one, other)
        page = actor_page(work, one)
    assert page.id == other
    assert page.merged == (one,)
    assert {name.name for name in page.names} == {"Jean Duval", "Paul Lenoir"}
    assert "Jean Duval" not in [each.name for each in page.met]


def test_a_story_told_again_says_nothing_twice(record: Record) -> None:
    words = " ".join(f"Timur Aliyev spoke of matter number {n} at length." for n in range(40))
    first = Tale(
        day="2025-01-10",
        publisher="Akorda",
        words=words,
        who=("Timur Aliyev",),
        said=(("Timur Aliyev", "matter number 1 at length"),),
    )
    again = Tale(
        day="2025-01-10",
        publisher="Kazinform",
        words=words + " Agency.",
        who=("Timur Aliyev",),
        said=(("Timur Aliyev", "matter number 1 at length"),),
    )
    tell(record, first, again, TALES[0])
    with record.viewing() as view:
        page = actor_page(view, find_actor(view, "Timur Aliyev").actor.id)
    assert page.statements_total == 2
    assert page.sources_total == 2
