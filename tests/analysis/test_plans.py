"""Questions about one thing read rows of that thing only, however much the record holds.

Without this a question slows down with the record before anybody notices: SQLite, which keeps no
counts of rows, takes any index for selective.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event

from comity.analysis.actor import actor_page, find_actor
from comity.analysis.commitments import Asked, ledger
from comity.analysis.encounter import encounter_page
from comity.analysis.pair import pair_page
from comity.analysis.timeline import Which, timeline
from comity.record import Record, View

#: Tables that grow with the record, and indexes of values that most of their rows share.
GROWING = ("report", "mention", "post", "item", "encounter", "account", "participant",
           "encounter_actor", "encounter_side", "statement", "commitment", "commitment_party",
           "tie_account", "milestone", "topic", "event", "report_country", "proposal")  # fmt: skip
SHARED = ("ix_report_repeats", "ix_report_replaced_by", "ix_encounter_status_day",
          "ix_commitment_outcome_day", "ix_proposal_state_kind", "ix_item_field_status")  # fmt: skip


def scans(record: Record, ask: Callable[[View], object]) -> list[str]:
    """Steps of the plans of all queries of a question that read rows of other things."""
    asked: list[tuple[str, Any]] = []
    with record.viewing() as view:
        if view.connection.dialect.name != "sqlite":
            pytest.skip("PostgreSQL counts its rows, and plans by that")

        def note(_c: object, _u: object, statement: str, values: Any, _x: object, _m: bool) -> None:
            asked.append((statement, values))

        event.listen(view.connection, "before_cursor_execute", note)
        ask(view)
        event.remove(view.connection, "before_cursor_execute", note)
        found = []
        for statement, values in asked:
            plan = view.connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, values)
            for *_, step in plan:
                words = step.split()
                if words[0] == "SCAN" and re.sub(r"_\d+$", "", words[1]) in GROWING:
                    found.append(f"{step}: {statement[:300]}")
                if any(index in words for index in SHARED):
                    found.append(f"{step}: {statement[:300]}")
    return found


def test_a_question_that_reads_everything_is_seen(world: Record) -> None:
    assert scans(world, lambda view: view.connection.exec_driver_sql("SELECT text FROM report"))
    assert scans(world, lambda view: timeline(view, Which(statuses=("held",))))


@pytest.mark.parametrize(
    "ask",
    [
        lambda view: pair_page(view, "KAZ", "FRA", today="2026-01-15"),
        lambda view: actor_page(view, find_actor(view, "2").actor.id, on="2025-01-01"),
        lambda view: encounter_page(view, 2),
        lambda view: timeline(view, Which(countries=("FRA", "KAZ"), statuses=("held",))),
        lambda view: ledger(view, Asked(between=("FRA", "KAZ"), outcome="open")),
        lambda view: ledger(view, Asked(by_country="FRA", outcome="open")),
    ],
    ids=["pair", "actor", "encounter", "timeline", "commitments", "commitments by"],
)
def test_nothing_else_is_read(world: Record, ask: Callable[[View], object]) -> None:
    found = scans(world, ask)
    assert not found, "\n".join(found)
