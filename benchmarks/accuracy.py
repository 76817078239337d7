"""Accuracy of each field: precision, recall and F1 by the measure of the annotated cases."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from benchmarks.annotated import Annotated, Json, readings
from benchmarks.places import SCORER, need

#: What is asked for on the annotated cases: F1 of each field; precision of every field.
GOALS = {
    "people": 0.97, "bodies": 0.85, "offices": 0.90, "memberships": 0.70, "encounters": 0.85,
    "delegations": 0.85, "statements": 0.85, "commitments": 0.75, "ties": 0.80,
    "milestones": 0.75, "topics": 0.80, "events": 0.65,
}  # fmt: skip
PRECISION = 0.80
#: Of the items that match, also counted: how many have this right.
SHARES = {"people": "country", "bodies": "kind", "commitments": "kind"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field over all reports; `n` annotated items, `share` as in SHARES."""

    precision: float
    recall: float
    f1: float
    n: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Every field over a set of reports; `notes` says what was refused or does not fit."""

    reports: int
    fields: Mapping[str, Field]
    details: Sequence[str] = ()
    notes: Sequence[str] = ()

    @property
    def mean(self) -> float:
        """The mean F1 over the fields that have annotated items."""
        counted = [field.f1 for field in self.fields.values() if field.n]
        return sum(counted) / max(1, len(counted))


@cache
def scorer() -> ModuleType:
    """The measure that is kept beside the checkout. Raises AbsentError."""
    spec = importlib.util.spec_from_file_location("comity_score", need(SCORER))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(items: list[Annotated], *, show: Sequence[str] = ()) -> Scores:
    """Read the reports and compare. `show` names fields whose faults are listed in `details`.

    Raises AbsentError where the measure is not there.
    """
    measure = scorer()
    read, refused = readings(items)
    golds = {item.name: (item.report.text, item.gold) for item in items}
    lines: list[str] = []
    table = measure.score(golds, read, show, lines.append)
    notes = [f"refused: {one}" for one in refused]
    notes += [f"{item.name}: the text lacks {quote!r}" for item in items for quote in item.strays()]
    fields = {
        name: Field(round(p, 4), round(r, 4), round(f1, 4), n, _share(name, golds, read))
        for name, (p, r, f1, n) in table.items()
    }
    return Scores(len(items), fields, [x for x in lines if x.startswith("  ")], notes)


def _share(
    name: str, golds: Mapping[str, tuple[str, Json]], read: Mapping[str, Json]
) -> float | None:
    if name not in SHARES:
        return None
    key, pairs = SHARES[name], []
    for case, (text, gold) in golds.items():
        found: list[Any] = read.get(case, {}).get(name) or []
        pairs += scorer().align(name, gold.get(name) or [], found, text)[0]
    return round(sum(g.get(key) == h.get(key) for g, h in pairs) / len(pairs), 4) if pairs else None


def table(title: str, now: Scores, before: Scores | None, *, goals: bool = False) -> list[str]:
    """The scores as lines, with the change against those that were frozen."""
    head = f"{'field':<13}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}{'change':>9}"
    lines = [f"{title}: {now.reports} reports", head + ("   goal" if goals else "")]
    for name, field in now.fields.items():
        old = before.fields.get(name) if before else None
        line = f"{name:<13}{field.precision:>7.3f}{field.recall:>7.3f}{field.f1:>7.3f}{field.n:>6}"
        line += _change(field.f1, old.f1 if old else None)
        if goals:
            line += f"   {GOALS[name]:.2f} {short(name, field)}"
        if field.share is not None:
            line = f"{line:<70} {SHARES[name]} right in {field.share:.2f} of the matched"
        lines.append(line.rstrip())
    mean = _change(now.mean, before.mean if before else None)
    return [*lines, f"{'mean F1':<27}{now.mean:>7.3f}{'':>6}{mean}".rstrip(), *now.notes]


def short(name: str, field: Field) -> str:
    """How a field falls short of its goal, or nothing."""
    faults = []
    if field.f1 < GOALS[name]:
        faults.append("F1 below")
    if field.precision < PRECISION:
        faults.append(f"P below {PRECISION:.2f}")
    return ", ".join(faults)


def _change(now: float, before: float | None) -> str:
    if before is None:
        return f"{'new':>9}"
    return f"{now - before:>+9.3f}" if abs(now - before) >= 0.0005 else f"{'=':>9}"
