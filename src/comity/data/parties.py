"""Political parties of the world, by the names and abbreviations that reports write.

A scanner folds its tokens (`comity.data.folding.fold`), tries the longest run of at most
`longest()` words that starts with one of `first_words()`, and asks `lookup`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from comity.data.files import load_text
from comity.data.folding import fold

Need = Literal["", "article", "context"]
_NEEDS: dict[str, Need] = {"": "", "~": "article", "?": "context"}


@dataclass(frozen=True, slots=True)
class PartyFact:
    """A party that a name may mean.

    `party_facts_id` is None for a party that Party Facts lacks. `needs` says what has to stand by
    the name before it is taken for a party: nothing, an article ("the Republicans"), or a party's
    context ("the Unity faction").
    """

    name: str
    country: str
    party_facts_id: int | None
    needs: Need


def lookup(name: str) -> tuple[PartyFact, ...]:
    """The parties that `name` may mean, of all countries, in the order of country codes.

    A name of lower-case words only is none. Abbreviations ("AKP") are matched case by case,
    other names without regard to accents, case, punctuation and a leading "the". "X Party" also
    finds "X", which then needs nothing more.
    """
    exact = _index().get("=" + name.strip())
    if exact:
        return tuple(_fact(*row) for row in exact)
    if name.islower():
        return ()
    key = fold(name).removeprefix("the ")
    found = _index().get(key)
    if found is None and key.endswith(" party"):
        found = [(row, "") for row, _ in _index().get(key.removesuffix(" party"), ())]
    return tuple(_fact(*row) for row in found or ())


@cache
def first_words() -> frozenset[str]:
    """First words of all names: folded, and abbreviations as they are written."""
    return frozenset(form.removeprefix("=").partition(" ")[0] for form in _index())


@cache
def longest() -> int:
    """The number of words of the longest name, folded; "Party" may follow it."""
    return 1 + max(form.count(" ") + 1 for form in _index())


@cache
def _index() -> Mapping[str, list[tuple[str, str]]]:
    """Form of a name -> the lines of its parties, each with the form's flag."""
    index: dict[str, list[tuple[str, str]]] = {}
    for line in load_text("parties.tsv").splitlines():
        for form in line.rpartition("\t")[2].split("|"):
            if form[-1] in _NEEDS:
                index.setdefault(form[:-1], []).append((line, form[-1]))
            else:
                index.setdefault(form, []).append((line, ""))
    return index


def _fact(line: str, flag: str) -> PartyFact:
    country, party_id, name, _ = line.split("\t")
    return PartyFact(name, country, int(party_id) if party_id else None, _NEEDS[flag])
