"""CAMEO's event codes, and the way between them and PLOVER.

The table is licensed under CC BY-SA 4.0 apart from the rest of Comity; see the head of `cameo.tsv`.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from comity.data.codebook import codebook
from comity.data.files import load_text
from comity.data.vocabulary import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A code of CAMEO. `goldstein` is from -10 (hostile) to 10, None where there is none; `type` is
    None where PLOVER leaves the code out (comments and appeals)."""

    code: str
    label: str
    goldstein: float | None
    type: EventType | None
    mode: str | None
    contexts: tuple[str, ...]
    note: str


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All codes, in their order: "04" before "040" before "041"."""
    lines = [line for line in load_text("cameo.tsv").splitlines() if not line.startswith("#")]
    return MappingProxyType(
        {
            row["code"]: CameoCode(
                code=row["code"],
                label=row["label"],
                goldstein=float(row["goldstein"]) if row["goldstein"] else None,
                type=cast(EventType, row["type"]) if row["type"] else None,
                mode=row["mode"] or None,
                contexts=tuple(row["contexts"].split()),
                note=row["note"],
            )
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }
    )


def cameo_to_plover(code: str) -> tuple[EventType, str | None] | None:
    """The type and mode of a CAMEO code, or None where PLOVER leaves it out (01 and 02).

    The code is text with its leading zero. 043 (to host a visit) is told from the host's side: who
    converts it turns source and target. Raises KeyError for what is no code.
    """
    found = cameo_codes()[code]
    return (found.type, found.mode) if found.type else None


def plover_to_cameo(kind: EventType, mode: str | None = None) -> str:
    """The code that says a type and mode most plainly: the general one of the type, such as 040,
    or the one whose label has the mode.

    Of several codes (111, 112 and 113 are all ACCUSE) the codebook names one by hand, by its label
    and not by the table, which has only one way; so what CAMEO lacks (drones, cyber attacks) comes
    to the nearest code, and `convict` (116) and `resign` (0831) to codes that the table gives to
    another type. Visits give 042, told from the visitor's side. Raises KeyError for a mode that
    the type does not have.
    """
    entry = codebook().types[kind]
    return entry.modes[mode].cameo if mode else entry.cameo


@cache
def codes_of(kind: EventType) -> tuple[CameoCode, ...]:
    """The codes that are of a type, in their order."""
    return tuple(code for code in cameo_codes().values() if code.type == kind)
