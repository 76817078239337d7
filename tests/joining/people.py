"""Participants and accounts with little typing."""

from __future__ import annotations

from typing import Any

from comity.model.contact import Account, KnownEncounter, Participant


def person(actor: int, side: str | None, capacity: str = "", **more: Any) -> Participant:
    return Participant(
        actor=actor, name=f"P{actor}", kind="person", side=side, capacity=capacity, **more
    )


def body(actor: int, side: str | None, kind: str = "party") -> Participant:
    return Participant(actor=actor, name=f"B{actor}", kind=kind, side=side)


def account(report: int, *participants: Participant, **more: Any) -> Account:
    told: dict[str, Any] = {
        "kind": "meeting",
        "status": "held",
        "date": None,
        "published": "2022-03-10",
        "place": None,
        "publisher_country": "KAZ",
        "words": "they met",
    }
    return Account(report=report, participants=participants, **(told | more))


def known(id: int, *accounts: Account, **more: Any) -> KnownEncounter:
    first = accounts[0] if accounts else None
    told: dict[str, Any] = {
        "kind": first.kind if first else "meeting",
        "status": first.status if first else "planned",
        "start": None,
        "end": None,
        "place": None,
        "entered": False,
        "participants": (),
    }
    return KnownEncounter(id=id, accounts=accounts, **(told | more))
