"""Terms that show which topics a report's parties talked about.

Terms are tuples of lower-case lemmas. Hyphens between letters part words and are left out:
"counter-terrorism" is `("counter", "terrorism")`, while "covid-19" stays one word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from comity.data.files import load_json
from comity.data.vocabulary import Topic

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicTerm:
    """What a term shows: a weight for each topic, 1.0 alone decisive, 0.5 with another term.

    The term does not count inside any of the phrases of `unless`.
    """

    weights: tuple[tuple[Topic, float], ...]
    unless: tuple[Phrase, ...] = ()


@cache
def terms() -> Mapping[Phrase, TopicTerm]:
    """All terms, keyed by their lemmas; the longest match counts first."""
    return MappingProxyType(
        {
            tuple(term.split()): TopicTerm(
                tuple(weights.items()), tuple(tuple(phrase.split()) for phrase in chain(*unless))
            )
            for term, (weights, *unless) in _file()["terms"].items()
        }
    )


@cache
def never() -> frozenset[Phrase]:
    """Phrases inside which no term counts: "minister of energy", "security council"."""
    return frozenset(tuple(phrase.split()) for phrase in _file()["never"])


@cache
def longest() -> int:
    """The number of words of the longest term or phrase."""
    return max(map(len, [*terms(), *never()]))


def _file() -> Any:
    return load_json("topics.json")
