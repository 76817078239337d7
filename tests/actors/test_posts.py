"""What the posts of a mention and of an actor have in common."""

from __future__ import annotations

import pytest

from comity.actors.posts import Shared, country_told, same_title, shared
from comity.model.actor import KnownActor, Mention, Post


def compare(mine: Post, theirs: Post, *, mentions: int = 1, day: str | None = None) -> Shared:
    mention = Mention(name="Berg", kind="person", country="NOR", posts=(mine,), day=day)
    actor = KnownActor(
        id=1, kind="person", country="NOR", names=("Berg",), posts=(theirs,), mentions=mentions
    )
    return shared(mention, actor, "NOR")


def post(title: str, body: str | None = None) -> Post:
    return Post(title=title, body=body)


@pytest.mark.parametrize(
    "mine, theirs, found",
    [
        (post("President", "Russia"), post("President", "Russian Federation"), Shared.OFFICE),
        (post("Chancellor"), post("Chancellor", "Germany"), Shared.OFFICE),
        (post("Foreign Minister"), post("Minister of Foreign Affairs"), Shared.OFFICE),
        (post("Defense Minister"), post("Minister of Defence"), Shared.OFFICE),
        (post("Secretary General", "NATO"),
         post("Secretary General", "North Atlantic Treaty Organization"), Shared.OFFICE),
        (post("Under President"), post("President"), Shared.OFFICE),
        (post("Secretary"), post("Secretary of State"), Shared.NEAR),
        (post("Deputy Secretary"), post("Deputy Secretary of State"), Shared.NEAR),
        (post("Director", "Elm Board"), post("Director of Research", "Elm Board"), Shared.BODY),
        (post("Senator"), post("Senator"), Shared.TITLE),
        (post("", "Elm Board"), post("Director", "Elm Board"), Shared.BODY),
        (post("Secretary of State"), post("Deputy Secretary of State"), Shared.NOTHING),
        (post("President"), post("Vice President"), Shared.NOTHING),
        (post("President", "Elm Board"), post("President", "Oak Board"), Shared.NOTHING),
        (post("Leader"), post("Leader"), Shared.NOTHING),
        (post("Leader"), post("Majority Leader"), Shared.NOTHING),
        (post("", "Norway"), post("King", "Norway"), Shared.NOTHING),
    ],
)  # fmt: skip
def test_shared(mine: Post, theirs: Post, found: Shared) -> None:
    assert compare(mine, theirs) is found
    assert compare(theirs, mine) is found


@pytest.mark.parametrize(
    "first, last, day, found",
    [
        ("2020-01-01", "2022-01-01", "2023-05-01", Shared.OFFICE),
        ("1990-01-01", "1992-01-01", "2023-05-01", Shared.NOTHING),
        ("2020-01-01", "2022-01-01", "1999-05-01", Shared.NOTHING),
        ("2020-01-01", "2022-01-01", None, Shared.OFFICE),
    ],
)
def test_an_office_of_long_ago_counts_for_nothing(
    first: str, last: str, day: str | None, found: Shared
) -> None:
    theirs = Post(title="President", body="Norway", first=first, last=last)
    assert compare(post("President", "Norway"), theirs, day=day) is found


@pytest.mark.parametrize(
    "reports, mentions, found",
    [(1, 1, Shared.OFFICE), (1, 50, Shared.NEAR), (3, 50, Shared.OFFICE), (3, 90, Shared.NEAR)],
)
def test_an_office_that_few_of_many_reports_give_counts_for_less(
    reports: int, mentions: int, found: Shared
) -> None:
    theirs = Post(title="President", body="Norway", reports=reports)
    assert compare(post("President", "Norway"), theirs, mentions=mentions) is found


def test_the_country_that_posts_tell() -> None:
    assert country_told([post("President", "Ukraine")]) == "UKR"
    assert country_told([post("President", "Ukraine"), post("President", "France")]) is None
    assert country_told([post("Director", "Elm Board"), post("Judge")]) is None


def test_same_title() -> None:
    assert same_title([], [])
    assert same_title([post("Leader")], [post("leader", "Elm Board")])
    assert not same_title([post("Leader")], [])
    assert not same_title([post("Leader")], [post("Judge")])
