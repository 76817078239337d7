"""How cooperative or hostile PLOVER holds each type of event to be: its quad and its score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from comity.data.files import load_json
from comity.data.vocabulary import EventType

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QUADS: tuple[Quad, ...] = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)


@dataclass(frozen=True, slots=True)
class Weight:
    """The quad of a type of event, and its score from -10 (hostile) to 10, after Goldstein."""

    quad: Quad
    score: float


@cache
def weights() -> Mapping[EventType, Weight]:
    """The weight of each type of event, whatever its mode."""
    file = load_json("plover.json")
    return MappingProxyType(
        {
            cast(EventType, name): Weight(file["quads"][str(quad)], float(score))
            for name, (quad, score) in file["types"].items()
        }
    )


@cache
def mode_scores() -> Mapping[tuple[EventType, str], float]:
    """The scores of the modes that the manual scores apart from their type."""
    table = load_json("plover.json")["modes"]
    return MappingProxyType(
        {
            (cast(EventType, name), mode): float(score)
            for name, modes in table.items()
            for mode, score in modes.items()
        }
    )


def score(kind: EventType, mode: str | None = None) -> float:
    """The score of a type in a mode: its own where it has one, else the type's."""
    return mode_scores().get((kind, mode), weights()[kind].score) if mode else weights()[kind].score
