"""The codebook: what each type and mode of event is, with examples and the lines between them.

Definitions and examples are Comity's own; types, modes and contexts are those of PLOVER 2.0.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from comity.data.files import load_json
from comity.data.plover import Quad, score, weights
from comity.data.vocabulary import EventType

Modality = Literal["done", "under way", "promised", "hypothetical", "denied", "historical"]
Root = Literal[EventType, "YIELD"]

_MARK = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence, invented, with its source between `<s>` and `</s>` and its target between `<t>`
    and `</t>`, and what it is."""

    text: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    modality: Modality = "done"

    @property
    def plain(self) -> str:
        """The sentence without the marks."""
        return without_marks(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterexample:
    """A marked sentence that looks like the type and is not; `instead` is None for no event."""

    text: str
    instead: EventType | None
    mode: str | None
    why: str

    @property
    def plain(self) -> str:
        """The sentence without the marks."""
        return without_marks(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeEntry:
    """A mode of one type: the same name may mean something else under another type."""

    name: str
    definition: str
    score: float
    cameo: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeEntry:
    """A type of event.

    `root` is the type itself, but YIELD for CONCEDE and RETREAT. `mutual` says that both parties
    may do it to each other, told once; `recipient` whether PLOVER asks for a target. `lines` tell
    it from its neighbours. `cameo` is the code that it is written as where no mode says more.
    """

    type: EventType
    root: Root
    title: str
    definition: str
    quad: Quad
    score: float
    direction: str
    mutual: bool
    recipient: Literal["needed", "optional"]
    cameo: str
    lines: tuple[str, ...]
    modes: Mapping[str, ModeEntry]
    examples: tuple[Example, ...]
    counterexamples: tuple[Counterexample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityEntry:
    """How a deed is told, and how it is coded then; the examples' type is the one a coder names."""

    name: Modality
    definition: str
    coded: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The whole codebook; `parties` are the rules of who is source and target, `ladders` the words
    for one matter, step by step, each with its type."""

    types: Mapping[EventType, TypeEntry]
    modalities: Mapping[Modality, ModalityEntry]
    contexts: Mapping[str, str]
    parties: tuple[str, ...]
    ladders: Mapping[str, tuple[tuple[str, EventType], ...]]


@cache
def codebook() -> Codebook:
    """The codebook, read once."""
    file = load_json("codebook.json")
    return Codebook(
        types=MappingProxyType({name: _type(name, entry) for name, entry in file["types"].items()}),
        modalities=MappingProxyType(
            {
                name: ModalityEntry(
                    name=name,
                    definition=entry["definition"],
                    coded=entry["coded"],
                    examples=tuple(
                        _example(e, e["type"], modality=name) for e in entry["examples"]
                    ),
                )
                for name, entry in file["modalities"].items()
            }
        ),
        contexts=MappingProxyType(file["contexts"]),
        parties=tuple(file["parties"]),
        ladders=MappingProxyType(
            {
                matter: tuple((words, kind) for words, kind in steps)
                for matter, steps in file["ladders"].items()
            }
        ),
    )


def root_of(kind: EventType) -> Root:
    """The root class that older data have: YIELD for CONCEDE and RETREAT, else the type."""
    return codebook().types[kind].root


def without_marks(text: str) -> str:
    """A marked sentence as it would be printed."""
    return _MARK.sub("", text)


def _type(name: EventType, entry: dict[str, Any]) -> TypeEntry:
    return TypeEntry(
        type=name,
        root=entry["root"],
        title=entry["title"],
        definition=entry["definition"],
        quad=weights()[name].quad,
        score=score(name),
        direction=entry["direction"],
        mutual=entry["mutual"],
        recipient=entry["recipient"],
        cameo=entry["cameo"],
        lines=tuple(entry["lines"]),
        modes=MappingProxyType(
            {
                mode: ModeEntry(
                    name=mode,
                    definition=told["definition"],
                    score=score(name, mode),
                    cameo=told["cameo"],
                    examples=tuple(_example(e, name, mode=mode) for e in told["examples"]),
                )
                for mode, told in entry["modes"].items()
            }
        ),
        examples=tuple(_example(e, name) for e in entry["examples"]),
        counterexamples=tuple(
            Counterexample(
                text=e["text"],
                instead=None if e["instead"] == "none" else e["instead"],
                mode=e.get("mode"),
                why=e["why"],
            )
            for e in entry["counters"]
        ),
    )


def _example(
    entry: dict[str, Any],
    kind: EventType,
    *,
    mode: str | None = None,
    modality: Modality = "done",
) -> Example:
    return Example(
        text=entry["text"],
        type=kind,
        mode=mode,
        contexts=tuple(entry.get("contexts", ())),
        modality=entry.get("modality", modality),
    )
