"""The directory in memory keeps what is added to it."""

from __future__ import annotations

import pytest

from comity.actors import MemoryDirectory, name_keys
from comity.model.actor import Mention, Post, Resolved

BERG = Mention(
    name="Anna Berg",
    kind="person",
    country="NOR",
    posts=(Post(title="Minister", body=None),),
    day="2021-05-01",
)


def same(mention: Mention, actor: int) -> Resolved:
    return Resolved(mention=mention, actor=actor, score=1.0, reason="", keys=())


def test_mentions_of_one_actor_add_up() -> None:
    directory = MemoryDirectory()
    actor = directory.add(BERG)
    other = Mention(name="A. Berg", kind="person", posts=BERG.posts, day="2023-01-01")
    for mention in (other, other):
        assert directory.add(mention, same(mention, actor)) == actor
    known = directory.actor(actor)
    assert known.names == ("A. Berg", "Anna Berg")
    assert known.mentions == 3
    assert known.country == "NOR"
    assert known.posts == (
        Post(title="Minister", body=None, first="2021-05-01", last="2023-01-01", reports=3),
    )
    assert len(directory) == 1


def test_candidates_come_by_mentions() -> None:
    directory = MemoryDirectory()
    directory.add(BERG)
    often = directory.add(Mention(name="Olav Berg", kind="person", country="NOR"))
    mention = Mention(name="Berg", kind="person")
    directory.add(mention, same(mention, often))
    found = directory.candidates(name_keys("Berg", "person", None))
    assert [actor.names[0] for actor in found] == ["Olav Berg", "Anna Berg"]
    assert directory.candidates(["f:nobody"]) == []


def test_actors_that_were_parted() -> None:
    directory = MemoryDirectory()
    one, other = directory.add(BERG), directory.add(BERG)
    directory.part(one, other)
    assert directory.actor(one).apart == {other}
    assert directory.actor(other).apart == {one}


def test_no_such_actor() -> None:
    with pytest.raises(KeyError):
        MemoryDirectory().actor(1)
