"""Named bodies, the nouns that make a name a body, and the agencies that sign stories.

Surfaces are case-sensitive and stand without a leading "the"; kinds are those of a reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from comity.data.files import load_json
from comity.data.variants import apostrophes
from comity.data.vocabulary import BodyKind


@dataclass(frozen=True, slots=True)
class BodyFact:
    """A known body. `country` is None where it has none or many countries have one so called.

    `ambiguous` surfaces ("Shell", "IS", "State Council") mean other things too.
    """

    name: str
    kind: BodyKind
    country: str | None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class HeadFact:
    """What kind of body a noun makes of a name; `reliable` means without more evidence."""

    kind: BodyKind
    reliable: bool


@dataclass(frozen=True, slots=True)
class AgencyFact:
    """A news agency or outlet: its usual name, and its country if it has one."""

    name: str
    country: str | None


@cache
def known() -> Mapping[str, BodyFact]:
    """Surface form of a well-known body, aliases included -> what it is."""
    return MappingProxyType(
        {
            form: BodyFact(*fact)
            for surface, fact in _file()["known"].items()
            for form in apostrophes(surface)
        }
    )


@cache
def heads() -> Mapping[str, HeadFact]:
    """Noun or phrase in lower case ("ministry", "house of representatives") -> its kind."""
    return MappingProxyType(
        {
            form: HeadFact(*fact)
            for head, fact in _file()["heads"].items()
            for form in apostrophes(head)
        }
    )


@cache
def agencies() -> Mapping[str, AgencyFact]:
    """How a story is signed, in capitals ("KAZINFORM") -> the agency."""
    return MappingProxyType(
        {
            form: AgencyFact(*fact)
            for surface, fact in _file()["agencies"].items()
            for form in apostrophes(surface)
        }
    )


def _file() -> Any:
    return load_json("bodies.json")
