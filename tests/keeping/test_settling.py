"""Commitments and proposals: what a person says became of them, kept for good."""

from __future__ import annotations

from dataclasses import replace

import pytest

from comity.errors import RecordError
from comity.keeping.judging import confirm, reject
from comity.keeping.projection import project
from comity.keeping.rereading import read_anew
from comity.keeping.reviewing import sides_of
from comity.keeping.settling import accept, decline, set_outcome
from comity.keeping.undoing import undo
from comity.record import Record
from comity.record.actors import mentions_in
from comity.record.commitments import get_undertaking
from comity.record.encounters import accounts_in
from comity.record.proposals import get_proposal, proposals, propose

from .conftest import TEXT, item, kept, story, told


def outcome(record: Record, commitment: int) -> str:
    with record.viewing() as view:
        return get_undertaking(view, commitment).outcome


def test_an_outcome_is_set_and_taken_back(record: Record) -> None:
    report = kept(record)
    promise = item(record, report, "commitments", "memorandum")
    other = item(record, report, "commitments", "delegation")
    with record.working("ada") as work:
        made = set_outcome(work, promise.id, "kept", why="signed in May")
        with pytest.raises(RecordError, match="C411"):
            set_outcome(work, promise.id, "kept")
        with pytest.raises(RecordError, match="C408"):
            set_outcome(work, 9999, "kept")
        with pytest.raises(RecordError, match="C408"):
            set_outcome(work, item(record, report, "ties").id, "kept")
    assert (outcome(record, promise.id), outcome(record, other.id)) == ("kept", "open")
    with record.working("ada") as work:
        later = set_outcome(work, promise.id, "broken")
        undo(work, later.id)
    assert outcome(record, promise.id) == "kept"
    with record.working("ada") as work:
        undo(work, made.id)
    assert outcome(record, promise.id) == "open"


def test_an_outcome_stays_when_a_report_is_read_again(record: Record) -> None:
    report = kept(record)
    promise = item(record, report, "commitments", "memorandum")
    with record.working("ada") as work:
        set_outcome(work, promise.id, "overtaken")
        project(work, report)
        reading = told(reader="comity 0.0.2")
        shorter = replace(reading.commitments[0], text="sign a memorandum on energy")
        read_anew(work, report, replace(reading, commitments=(reading.commitments[1], shorter)))
        assert get_undertaking(work, promise.id).text == "sign a memorandum on energy"
        assert get_undertaking(work, promise.id).outcome == "overtaken"
        read_anew(work, report, replace(reading, commitments=(), reader="comity 0.0.3"))
    assert outcome(record, promise.id) == "overtaken"


def answered(record: Record) -> tuple[int, int, int]:
    """A commitment, what may answer it, and the proposal."""
    first = kept(record)
    second = kept(record, story(TEXT + " Later.", url=None, published="2026-09-01"), told())
    promise = item(record, first, "commitments", "memorandum").id
    answer = item(record, second, "commitments", "memorandum").id
    with record.working("ada") as work:
        propose(work, "answer", [(promise, answer, 0.8, "signed later")], report=second)
        (one,) = [
            p for p in proposals(work, kind="answer") if (p.left, p.right) == (promise, answer)
        ]
    return promise, answer, one.id


def test_an_accepted_answer_is_evidence_and_sets_nothing(record: Record) -> None:
    promise, answer, proposal = answered(record)
    with record.working("ada") as work:
        left, _ = sides_of(work, get_proposal(work, proposal))
        assert "memorandum" in left.title
        assert left.words[0].startswith("agreed to sign")
        made = accept(work, proposal, why="it is the same one")
        assert made.after["answer"]["item"] == answer
        assert get_proposal(work, proposal).state == "accepted"
        with pytest.raises(RecordError, match=f"judgement {made.id}"):
            accept(work, proposal)
    assert outcome(record, promise) == "open"
    with record.working("ada") as work:
        undo(work, made.id)
        assert get_proposal(work, proposal).state == "open"
        accept(work, proposal, outcome="kept")
    assert outcome(record, promise) == "kept"
    with record.viewing() as view:
        assert [p for p in proposals(view, kind="answer") if p.left == promise] == []


def test_a_declined_answer_never_comes_again(record: Record) -> None:
    promise, answer, proposal = answered(record)
    second = 2
    with record.working("ada") as work:
        made = decline(work, proposal, why="another memorandum")
        assert (made.report, made.field) == (1, "commitments")
        for report in (1, second):
            project(work, report)
            read_anew(work, report, told(reader="comity 0.0.2"))
        propose(work, "answer", [(promise, answer, 0.9, "again")], report=second)
        assert get_proposal(work, proposal).state == "declined"
        assert proposals(work, kind="answer", left=promise) == []
    assert outcome(record, promise) == "open"


def test_a_declined_pair_of_actors_never_comes_again(record: Record) -> None:
    report = kept(record)
    with record.working("ada") as work:
        names = mentions_in(work, report)
        pair = names["Timur Aliyev"].actor, names["Karim Sadykov"].actor
        propose(work, "actor", [(*pair, 0.6, "alike")], report=report)
        (one,) = proposals(work, kind="actor")
        left, right = sides_of(work, one)
        assert {left.title, right.title} == {"Timur Aliyev (KAZ)", "Karim Sadykov (KAZ)"}
        assert "Speaker, Mazhilis (2026-03-03)" in left.facts + right.facts
        with pytest.raises(RecordError, match="C411"):
            accept(work, one.id, outcome="kept")
        decline(work, one.id)
        project(work, report)
        propose(work, "actor", [(*pair, 0.9, "alike")], report=report)
        assert proposals(work, kind="actor") == []


def test_encounters_are_proposed_joined_or_not(record: Record) -> None:
    report = kept(record)
    with record.working("ada") as work:
        one, two = (account.encounter for account in accounts_in(work, report))
        propose(work, "encounter", [(one, two, 0.6, "alike")], report=None)
        (proposal,) = proposals(work, kind="encounter")
        left, right = sides_of(work, proposal)
        assert "meeting" in left.title
        assert any("met Senator" in words for words in left.words)
        assert right.words
        declined = decline(work, proposal.id)
        project(work, report)
        propose(work, "encounter", [(one, two, 0.9, "alike")], report=report)
        assert proposals(work, kind="encounter") == []
        undo(work, declined.id)
        accept(work, proposal.id)
        assert len({account.encounter for account in accounts_in(work, report)}) == 1


def test_open_proposals_outlive_another_judgement(record: Record) -> None:
    report = kept(record)
    with record.working("ada") as work:
        names = mentions_in(work, report)
        pair = names["Timur Aliyev"].actor, names["Karim Sadykov"].actor
        propose(work, "actor", [(*pair, 0.6, "alike")], report=report)
        confirm(work, item(record, report, "ties").id)
        assert len(proposals(work, kind="actor")) == 1
        for name in ("Aliyev", "Sadykov"):
            reject(work, item(record, report, "people", name).id)
        assert proposals(work, kind="actor") == []  # nobody is named so any more
