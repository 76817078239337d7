"""Later reports that may answer a commitment are proposed as evidence, whichever came in first."""

from __future__ import annotations

from collections.abc import Sequence

from comity.joining.answers import Answer, Deed, Promise, answers
from comity.record import Work
from comity.record.ledger import deeds_since, deeds_told_in, open_promises, promises_made_in
from comity.record.proposals import propose


def propose_answers(work: Work, report_id: int) -> None:
    """Propose what a report tells as answers to earlier commitments, and later deeds as answers to
    the commitments that it tells of."""
    deeds = deeds_told_in(work, report_id)
    pairs = []
    for promise in open_promises(work, deeds):
        pairs += _pairs(promise, answers(promise, deeds))
    # What one report promises is mostly between the same countries, and all of one day.
    later: dict[tuple[str | None, frozenset[str]], list[Deed]] = {}
    for promise in promises_made_in(work, report_id):
        between = promise.day, frozenset({*promise.by, *promise.to})
        if between not in later:
            later[between] = deeds_since(work, promise)
        pairs += _pairs(promise, answers(promise, later[between]))
    propose(work, "answer", pairs, report=report_id)


def _pairs(promise: Promise, found: Sequence[Answer]) -> list[tuple[int, int, float, str]]:
    return [(promise.id, answer.item, answer.score, answer.reason) for answer in found]
