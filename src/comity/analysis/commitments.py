"""The ledger of commitments: what was promised, what may answer it, what went quiet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from comity.model.judgement import Judgement
from comity.model.reading import Commitment, Encounter
from comity.record import View
from comity.record.commitments import (
    Asked,
    Party,
    Undertaking,
    count_undertakings,
    get_undertaking,
    undertakings,
)
from comity.record.items import KeptItem, get_item, get_items
from comity.record.judgements import history
from comity.record.proposals import ProposalState, proposals
from comity.record.sources import Source, sources

__all__ = [
    "Answered",
    "Asked",
    "CommitmentPage",
    "Ledger",
    "Party",
    "Undertaking",
    "commitment_page",
    "gone_quiet",
    "ledger",
]

#: Days after which a commitment that nothing answers has gone quiet.
QUIET_AFTER = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The latest commitments of those asked for, and how many there are in all."""

    commitments: tuple[Undertaking, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a later report tells that may answer a commitment, with score (0..1) and reason; it is
    proposed ("open") until a person accepts or declines it."""

    proposal: int
    item: int
    state: ProposalState
    score: float
    reason: str
    text: str
    source: Source | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """A commitment with its source, what may answer it, and what people decided, the latest
    first."""

    commitment: Undertaking
    source: Source | None
    answers: tuple[Answered, ...]
    history: tuple[Judgement, ...]


def ledger(view: View, asked: Asked, *, most: int | None = 50) -> Ledger:
    """The commitments that were asked for, the latest first."""
    found = undertakings(view, asked, most=most)
    total = count_undertakings(view, asked) if len(found) == most else len(found)
    return Ledger(commitments=tuple(found), total=total)


def gone_quiet(
    view: View,
    asked: Asked | None = None,
    *,
    today: str,
    after_days: int = QUIET_AFTER,
    most: int | None = 50,
) -> Ledger:
    """Commitments that went quiet: open, made more than so many days before `today` (an ISO day),
    not due still, and with no later report that was proposed or accepted as an answer."""
    before = (date.fromisoformat(today) - timedelta(days=after_days)).isoformat()
    quiet = replace(asked or Asked(), outcome="open", quiet_since=before, today=today)
    return ledger(view, quiet, most=most)


def commitment_page(view: View, commitment_id: int) -> CommitmentPage:
    """One commitment with its history. Raises RecordError (C408)."""
    found = get_undertaking(view, commitment_id)
    item = get_item(view, commitment_id)
    proposed = proposals(view, kind="answer", state=None, left=commitment_id, most=None)
    deeds = get_items(view, [proposal.right for proposal in proposed])
    told = sources(view, [found.report, *(deed.report for deed in deeds.values())])
    answers = [
        Answered(
            proposal=proposal.id,
            item=proposal.right,
            state=proposal.state,
            score=proposal.score,
            reason=proposal.reason,
            text=_text(deeds[proposal.right]),
            source=told.get(deeds[proposal.right].report),
        )
        for proposal in proposed
        if proposal.right in deeds
    ]
    return CommitmentPage(
        commitment=found,
        source=told.get(found.report),
        answers=tuple(answers),
        history=tuple(history(view, report=found.report, field=item.item.field, key=item.item.key)),
    )


def _text(kept: KeptItem) -> str:
    value = kept.item.value
    if isinstance(value, Commitment):
        return value.text
    if isinstance(value, Encounter):
        return f"{value.kind} of {', '.join(value.parties)}"
    return str(getattr(value, "text", ""))
