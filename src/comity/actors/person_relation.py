"""How two forms of a person's name are related, by the names alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from rapidfuzz import fuzz

from comity.actors.person_name import PersonName
from comity.actors.transliteration import stand_for_one

#: Endings of family names of women, where a man of the family lacks the "a".
_FEMININE = ("ova", "eva", "ina", "aia", "ska", "skaia")
#: From this likeness of two whole names on, and of each two words in them (0..100).
_LIKE = 88
_LIKE_WORDS = 74


class Relation(IntEnum):
    """From the weakest to the strongest; CONFLICT says that they are two people's."""

    CONFLICT = -1
    NONE = 0
    LIKE = 1
    BARE = 2
    PART = 3
    FAMILY = 4
    INITIAL = 5
    SHORT = 6
    MIDDLE = 7
    ORDER = 8
    SPELLING = 9
    SAME = 10


def relate(one: PersonName, other: PersonName, *, family_first: bool) -> Relation:
    """The relation of two names; `family_first` where their country writes the family first."""
    if not one.words or not other.words:
        return Relation.NONE
    found = _by_words(one, other, family_first)
    if one.rank and other.rank and one.rank != other.rank:
        return Relation.CONFLICT if found > Relation.LIKE else Relation.NONE
    if one.numbered != other.numbered or "sr" in (one.rank, other.rank):
        return found if one.rank == other.rank else min(found, Relation.PART)
    return found


def _by_words(one: PersonName, other: PersonName, family_first: bool) -> Relation:
    both = one.single and other.single
    if one.words == other.words:
        return Relation.BARE if both else Relation.SAME
    if one.forms & other.forms and not both:
        return Relation.SPELLING
    if one.single or other.single:
        return _with_single(one, other, family_first)
    if _turned(one, other):
        return Relation.ORDER
    first = _first_names(one, other)
    if one.keys[-1] == other.keys[-1] and first is not Relation.NONE:
        return _with_middles(one, other, first, family_first)
    if _is_part(one, other):
        return Relation.PART
    return Relation.LIKE if _alike(one, other) else Relation.NONE


def _with_single(one: PersonName, other: PersonName, family_first: bool) -> Relation:
    """Where one of the names is a single word."""
    short, long = (one, other) if one.single else (other, one)
    word = short.keys[0]
    if long.single:
        return Relation.BARE if word == long.keys[0] else Relation.NONE
    if len(short.words[0]) < 2 or len(long.words) < 2:
        return Relation.NONE
    family = {long.keys[-1]} if not family_first or long.marked else {long.keys[0], long.keys[-1]}
    if word in family:
        return Relation.FAMILY
    if len(long.words) > 2 and word == long.keys[-2] and not long.chained:
        return Relation.PART
    return Relation.NONE


def _turned(one: PersonName, other: PersonName) -> bool:
    """Whether one is the other with the family name at the other end.

    Not where a father's name is in it: Hamad bin Khalifa is the son of Khalifa bin Hamad.
    """
    if one.chained or other.chained or len(one.keys) != len(other.keys):
        return False
    keys = one.keys
    return other.keys in (keys[1:] + keys[:1], keys[-1:] + keys[:-1])


def _first_names(one: PersonName, other: PersonName) -> Relation:
    """SAME, SHORT or INITIAL as the first names agree, or NONE."""
    mine, theirs = one.keys[0], other.keys[0]
    if mine == theirs:
        return Relation.SAME
    if 1 in (len(one.words[0]), len(other.words[0])):
        return Relation.INITIAL if one.words[0][0] == other.words[0][0] else Relation.NONE
    return Relation.SHORT if stand_for_one(mine, theirs) else Relation.NONE


def _with_middles(
    one: PersonName, other: PersonName, first: Relation, family_first: bool
) -> Relation:
    """Where first and family names agree: as the names between them allow."""
    short, long = sorted((one.words[1:-1], other.words[1:-1]), key=len)
    if not short and not long:
        return first if first is not Relation.SAME else Relation.SPELLING
    if family_first and first is not Relation.SAME:
        return Relation.NONE
    if family_first or one.chained or other.chained:
        return Relation.PART if _runs_in(short, long) else Relation.NONE
    if not _runs_in(short, long):
        return Relation.CONFLICT
    if short and len(short) != len(long) and all(len(word) == 1 for word in short):
        return Relation.PART if short[0] == long[0][0] else Relation.CONFLICT
    return first if first is not Relation.SAME else Relation.MIDDLE


def _runs_in(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all words of `short` stand in `long`, in order, an initial for any such word."""
    at = 0
    for word in short:
        while at < len(long) and not _fits(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _fits(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return one == other or fuzz.ratio(one, other) > 80


def _is_part(one: PersonName, other: PersonName) -> bool:
    """Whether two words or more of one begin or end the other ("Pedro Sánchez Pérez-Castejón")."""
    short, long = sorted((one, other), key=lambda name: len(name.keys))
    size = len(short.keys)
    if size == len(long.keys) or not short.full:
        return False
    if long.keys[:size] == short.keys:
        return True
    start = len(long.keys) - size
    return long.keys[start:] == short.keys and start not in long.chained


def _alike(one: PersonName, other: PersonName) -> bool:
    """Whether the names may be two spellings of one that the rules do not know."""
    if len(one.keys) != len(other.keys) or one.keys[-1][0] != other.keys[-1][0]:
        return False
    if _feminine(one) != _feminine(other):
        return False
    if fuzz.ratio(one.joined, other.joined) < _LIKE:
        return False
    return all(
        mine == theirs
        or (min(len(mine), len(theirs)) > 3 and fuzz.ratio(mine, theirs) > _LIKE_WORDS)
        for mine, theirs in zip(one.keys, other.keys, strict=True)
    )


def _feminine(name: PersonName) -> bool:
    return name.keys[-1].endswith(_FEMININE)
