"""What people decided that bears on one report, as it stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from comity.model.judgement import Json, Judgement, JudgementKind
from comity.record import View
from comity.record.judgements import of_kinds, on_items

#: Judgements on actors and encounters, which may concern items of many reports.
WIDE: tuple[JudgementKind, ...] = ("part", "join", "split", "change", "apart")


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPin:
    """An account of the report that a person put into an encounter. It is known by its item's
    field and key, or where it has none, by its words."""

    encounter: int
    field: str | None
    key: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What judgements in force say of one report and its earlier revisions.

    `items` are judgements on its items in their order, those on actors and encounters among them
    that rest on an item; `names` the actors that people gave its names to.
    """

    items: Sequence[Judgement] = ()
    names: Mapping[str, int] = field(default_factory=dict)
    accounts: Sequence[AccountPin] = ()


def standing_on(view: View, series: Sequence[int]) -> Standing:
    """What judgements in force say of a report, given as all its revisions up to it."""
    items = list(on_items(view, series))
    names: dict[str, int] = {}
    accounts: dict[tuple[str | None, str | None, str], AccountPin] = {}
    for judgement in of_kinds(view, WIDE):
        items += _held(judgement, series)
        if judgement.kind == "part" and judgement.other is not None:
            for report in series:
                for name in _of(judgement.after, "names", {}).get(str(report), ()):
                    names[name] = judgement.other
        for one in _of(judgement.after, "accounts", []):
            if one["report"] in series:
                pin = AccountPin(
                    encounter=one["encounter"],
                    field=one["field"],
                    key=one["key"],
                    words=one["words"],
                )
                accounts[_place(pin)] = pin
    items.sort(key=lambda judgement: judgement.id)
    return Standing(items=items, names=names, accounts=tuple(accounts.values()))


def _held(judgement: Judgement, series: Iterable[int]) -> list[Judgement]:
    """A judgement as one on each item of the report that it rests on."""
    return [
        replace(
            judgement,
            report=one["report"],
            field=one["field"],
            key=one["key"],
            before=one["form"],
            after=None,
        )
        for one in _of(judgement.before, "items", [])
        if one["report"] in series
    ]


def _place(pin: AccountPin) -> tuple[str | None, str | None, str]:
    return (pin.field, pin.key, "" if pin.key else pin.words)


def _of(form: Json | None, name: str, empty: Any) -> Any:
    return (form or {}).get(name, empty)
