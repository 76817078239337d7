"""Whether two forms of a name ("President Joseph R. Biden, Jr.", "Joe Biden") are one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.data import names
from comity.data.folding import unaccented

#: the Arabic article before a family name: "el-Sisi" and "Sisi" are one
_ARTICLE = re.compile(r"^(?:al|el|as|ar|an|ad|at|az)-(?=\w)")


def parts(words: Sequence[str]) -> list[str]:
    """A name's telling parts: folded, hyphens joined, suffixes and marks left out."""
    joined = re.sub(r" ?[-–] ?", "-", " ".join(words))
    found = [_ARTICLE.sub("", unaccented(word).strip(".,’'")) for word in joined.split()]
    return [part for part in found if part and part not in names.word_set("suffixes")]


def same_person(one: list[str], other: list[str], *, title_shared: bool) -> bool:
    """Whether two forms, as their parts, are one person's within one report.

    `title_shared` says that both are given the same title, so that a middle name alone will do.
    """
    if one == other:
        return True
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    size = len(short)
    if size == 1:
        return short[0] in {long[-1], long[0]} or (title_shared and short[0] in long)
    if any(long[at : at + size] == short for at in range(len(long) - size + 1)):
        return True
    spelt = [part for part in long if len(part) > 1]
    if len(spelt) > 1 and [part for part in short if len(part) > 1] == spelt:
        return True
    if short[-1] == long[-1] and _first_names_agree(short[0], long[0]):
        return True
    return set(short) <= set(long) and short[0] == long[0]


def _first_names_agree(one: str, other: str) -> bool:
    """ "J" and "Joseph", "Joe" and "Joseph"."""
    if one == other or (len(one) == 1 and other.startswith(one)):
        return True
    if len(other) == 1 and one.startswith(other):
        return True
    return any(one in known and other in known for known in names.nicknames())
