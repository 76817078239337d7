"""Whether two actors hold the same office or belong to the same body, by their posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

from comity.actors.body_name import body_name
from comity.actors.country_words import country_of
from comity.data import names, offices, posts, roles
from comity.data.folding import fold
from comity.model.actor import KnownActor, Mention, Post

#: How many years before or after its period an office still counts.
_YEARS = 12
_OFTEN = 8
_TIMES = 25


class Shared(IntEnum):
    """What posts have in common: from nothing to the same office of the same body.

    TITLE is one that many bear at a time ("Senator"), with the body left open.
    """

    NOTHING = 0
    BODY = 1
    TITLE = 2
    NEAR = 3
    OFFICE = 4


def shared(mention: Mention, actor: KnownActor, country: str | None) -> Shared:
    """What a mention's posts share with an actor's.

    An office of long before or after counts for nothing, and one that few of many reports give to
    somebody for less: it may be another's.
    """
    best = Shared.NOTHING
    for one in mention.posts:
        for other in actor.posts:
            if _far(other, mention.day):
                continue
            found = _compare(one, other, country)
            if found is Shared.OFFICE and _is_rare(other, actor):
                found = Shared.NEAR
            best = max(best, found)
            if best is Shared.OFFICE:
                return best
    return best


def same_title(mine: Sequence[Post], theirs: Sequence[Post]) -> bool:
    """Whether an office has the same title, whatever its body, or neither side has any."""
    if not mine or not theirs:
        return not mine and not theirs
    return not {_title(post.title) for post in mine}.isdisjoint(
        _title(post.title) for post in theirs
    )


def country_told(held: Iterable[Post]) -> str | None:
    """The one country that posts name as their body ("President of Ukraine")."""
    codes = {code for post in held if post.body and (code := country_of(post.body))}
    return codes.pop() if len(codes) == 1 else None


def _far(post: Post, day: str | None) -> bool:
    if not day or not post.last:
        return False
    first, last, year = int((post.first or post.last)[:4]), int(post.last[:4]), int(day[:4])
    return year > last + _YEARS or year < first - _YEARS


def _is_rare(post: Post, actor: KnownActor) -> bool:
    if actor.mentions >= _OFTEN and post.reports == 1:
        return True
    return post.reports * _TIMES < actor.mentions


def _compare(one: Post, other: Post, country: str | None) -> Shared:
    mine, theirs = _body(one.body, country), _body(other.body, country)
    title, their_title = _title(one.title), _title(other.title)
    same_body = mine is not None and mine == theirs
    if not title or not their_title:
        return Shared.BODY if same_body and not _is_country(mine) else Shared.NOTHING
    if title == their_title:
        if same_body or (_open(mine, theirs) and _is_sole(title)):
            return Shared.OFFICE
        open_ended = (mine is None or theirs is None) and not posts.word_set("vague").issuperset(
            title
        )
        return _by_title(title) if open_ended else Shared.NOTHING
    if (same_body or _open(mine, theirs)) and _within(title, their_title):
        return Shared.NEAR if same_body else _by_title(min(title, their_title, key=len))
    return Shared.BODY if same_body and not _is_country(mine) else Shared.NOTHING


def _by_title(title: tuple[str, ...]) -> Shared:
    many = posts.word_set("vague") | posts.word_set("many")
    return Shared.TITLE if many.issuperset(title) else Shared.NEAR


def _is_country(body: str | None) -> bool:
    return body is not None and body.startswith("@")


def _open(mine: str | None, theirs: str | None) -> bool:
    """Whether one post leaves its body open, and the other does or is of a country."""
    bodies = [body for body in (mine, theirs) if body is not None]
    return len(bodies) < 2 and all(map(_is_country, bodies))


def _within(title: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one title is the other's short form ("Secretary", "Secretary of State")."""
    short, long = sorted((set(title), set(other)), key=len)
    ranks, vague = posts.word_set("ranks"), posts.word_set("vague")
    return short <= long and not (long - short) & ranks and not short <= vague


@lru_cache(maxsize=20_000)
def _title(title: str) -> tuple[str, ...]:
    words = " ".join(posts.same().get(word, word) for word in fold(title).split()).split()
    if words[:1] == ["under"] and words[1:2] != ["secretary"]:
        words = words[1:]  # "under President X" tells a time, not an office
    never = names.word_set("not_in_titles") | posts.word_set("dropped")
    return tuple(sorted({word for word in words if word not in never}))


@lru_cache(maxsize=20_000)
def _is_sole(title: tuple[str, ...]) -> bool:
    sole = roles.word_set("sole_offices") | offices.word_set("state") | posts.word_set("sole")
    return title in {tuple(sorted(re.split(r"[\s-]+", one))) for one in sole} or (
        len(title) == 2 and title[0] in offices.word_set("departments") and "minister" in title
    )


@lru_cache(maxsize=20_000)
def _body(body: str | None, country: str | None) -> str | None:
    """A comparable form of a post's body: a country, or which body it is."""
    if not body:
        return None
    code = country_of(body)
    if code:
        return "@" + code
    name = body_name(body, "government", country)
    if name.reference is not None:
        return name.reference.key
    if name.words == ("government",) and name.country:
        return "@" + name.country
    return " ".join(name.words) + "|" + (name.country or "")
