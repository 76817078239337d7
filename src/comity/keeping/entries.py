"""What people say of an encounter, beside what reports tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from comity.data.vocabulary import EncounterKind
from comity.joining.capacity import sector
from comity.model.contact import Account, Participant, Sector, Status
from comity.model.judgement import Json, Judgement
from comity.record import View, Work
from comity.record.actors import get_actors
from comity.record.encounters import accounts_of, add_account, drop_accounts
from comity.record.entries import set_entry
from comity.record.judgements import on_encounters

#: What a person may set of an encounter.
SETTABLE = ("kind", "status", "date", "end", "place", "host", "level", "topics", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What judgements in force say of one encounter.

    `entries` are those that entered it by hand; `values` hold what was set last of each of
    `SETTABLE`, `changed` the fields set after it was entered or told. `known` are the reports that
    told of it when its status was set.
    """

    entries: Sequence[Judgement] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    known: frozenset[int] = frozenset()

    @property
    def status(self) -> Status | None:
        """The status that a person set after it was entered or told."""
        return self.values["status"] if "status" in self.changed else None

    @property
    def is_final(self) -> bool:
        """Whether no later report can change its status."""
        return self.status in ("held", "cancelled")

    def value(self, name: str) -> Any:
        """What a person set after it was entered or told; None where nobody did."""
        return self.values[name] if name in self.changed else None

    def as_told(self, account: Account) -> Account:
        """An account with the status that a person set, unless it came later and may tell more."""
        if self.status is None or not (self.is_final or account.report in self.known):
            return account
        return replace(account, status=self.status)


NOTHING = Said()


def said_of(view: View, encounters: Iterable[int]) -> dict[int, Said]:
    """What people said of encounters and of those that were joined into them; only those of which
    anything was said."""
    ids = list(dict.fromkeys(encounters))
    groups = {encounter: {encounter} for encounter in ids}
    known: dict[int, Judgement] = {}
    asked: set[int] = set()
    while new := {e for group in groups.values() for e in group} - asked:
        asked |= new
        for judgement in on_encounters(view, new):
            known[judgement.id] = judgement
            if judgement.kind == "join" and judgement.other_encounter is not None:
                for group in groups.values():
                    if judgement.encounter in group:
                        group.add(judgement.other_encounter)
    found = {}
    for encounter, group in groups.items():
        own = [known[id] for id in sorted(known) if known[id].encounter in group]
        said = _said([j for j in own if j.kind in ("enter", "change")])
        if said is not NOTHING:
            found[encounter] = said
    return found


def _said(judgements: Sequence[Judgement]) -> Said:
    entries: list[Judgement] = []
    values: dict[str, Any] = {}
    changed: set[str] = set()
    known: frozenset[int] = frozenset()
    for judgement in judgements:
        after = judgement.after or {}
        given = {name: after[name] for name in SETTABLE if name in after}
        if judgement.kind == "change":
            values |= given
            changed |= set(given)
            if "status" in given:
                told = (judgement.after or {}).get("accounts", [])
                known = frozenset(account["report"] for account in told)
        else:
            entries.append(judgement)
            for name, value in given.items():
                values[name] = _together(name, values.get(name), value)
    if not entries and not changed:
        return NOTHING
    return Said(entries=entries, values=values, changed=frozenset(changed), known=known)


def _together(name: str, before: Any, value: Any) -> Any:
    """What two entries of one encounter come to."""
    if name == "topics":
        return list(dict.fromkeys([*(before or []), *(value or [])]))
    if name == "note":
        return "\n".join(filter(None, [before, value]))
    return before or value


def write_entries(work: Work, encounter_id: int) -> None:
    """Make the accounts anew that people entered of an encounter, with its agenda and note."""
    said = said_of(work, [encounter_id]).get(encounter_id, NOTHING)
    old = accounts_of(work, [encounter_id]).get(encounter_id, [])
    drop_accounts(work, [account.id for account in old if account.report is None])
    for judgement in said.entries:
        account = _account(work, judgement.after or {}, said)
        add_account(
            work,
            encounter_id,
            account,
            item=None,
            end=said.values.get("end"),
            reason=f"entered by {judgement.who}",
            pinned=True,
        )
    set_entry(
        work,
        encounter_id,
        entered=bool(said.entries),
        agenda=said.values.get("topics") or [],
        note=said.values.get("note") or "",
    )


def _account(view: View, form: Json, said: Said) -> Account:
    """An entry as an account, as it stands after all that was set later."""
    kind: EncounterKind = said.values["kind"]
    return Account(
        report=0,
        kind=kind,
        status=said.values["status"],
        date=said.values.get("date"),
        published=None,
        place=said.values.get("place"),
        publisher_country=None,
        participants=participants(view, form["participants"]),
        topics=tuple(said.values.get("topics") or ()),
    )


def participants(view: View, forms: Iterable[Json]) -> tuple[Participant, ...]:
    """Those whom a person entered, as the actors that they are since."""
    listed = list(forms)
    actors = get_actors(view, [form["actor"] for form in listed])
    return tuple(
        Participant(
            actor=actors[form["actor"]].canonical,
            name=form["name"],
            kind=actors[form["actor"]].kind,
            side=form["side"],
            capacity=form["capacity"],
            sector=_sector(form["capacity"], actors[form["actor"]].kind),
        )
        for form in listed
        if form["actor"] in actors
    )


def _sector(title: str, kind: str) -> Sector | None:
    if kind == "country":
        return None  # who stands for it is named beside it, or not known
    return sector(title, None if kind == "person" else kind)
