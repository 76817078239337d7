"""The ledger of commitments: filters, what went quiet, and one commitment with its history."""

from __future__ import annotations

import pytest

from comity.analysis.commitments import Asked, commitment_page, gone_quiet, ledger
from comity.errors import RecordError
from comity.record import Record
from comity.record.items import get_item, items_of
from comity.record.judgements import add_judgement
from comity.record.period import Period
from comity.record.proposals import proposals, propose, settle

from .world import Tale, tell

URANIUM, SCHOOL, VISIT = (
    "deliver uranium to Lyon",
    "open a school of engineers",
    "return the visit",
)


def texts(record: Record, asked: Asked) -> list[str]:
    with record.viewing() as view:
        found = ledger(view, asked)
    assert found.total == len(found.commitments)
    return sorted(one.text for one in found.commitments)


@pytest.mark.parametrize(
    "asked, expected",
    [
        (Asked(), [URANIUM, SCHOOL, VISIT]),
        (Asked(outcome="open"), [URANIUM, SCHOOL, VISIT]),
        (Asked(outcome="kept"), []),
        (Asked(kind="pledge"), [URANIUM]),
        (Asked(between=("KAZ", "FRA")), [URANIUM, SCHOOL, VISIT]),
        (Asked(between=("FRA", "KAZ"), outcome="open", kind="intention"), [VISIT]),
        (Asked(between=("KAZ", "DEU")), []),
        (Asked(by_country="FRA"), [SCHOOL, VISIT]),
        (Asked(to_country="FRA"), [URANIUM]),
        (Asked(by_country="KAZ", to_country="FRA"), [URANIUM]),
        (Asked(by_country="FRA", to_country="FRA"), []),
        (Asked(period=Period(since="2025-06")), [VISIT]),
        (Asked(period=Period(until="2025-03")), [URANIUM, SCHOOL]),
    ],
)
def test_the_ledger_is_narrowed(world: Record, asked: Asked, expected: list[str]) -> None:
    assert texts(world, asked) == expected


def test_the_latest_come_first_and_are_counted(world: Record) -> None:
    with world.viewing() as view:
        found = ledger(view, Asked(), most=1)
    assert ([one.text for one in found.commitments], found.total) == ([VISIT], 3)


def test_what_went_quiet(world: Record) -> None:
    def quiet(today: str, days: int) -> list[str]:
        with world.viewing() as view:
            found = gone_quiet(view, today=today, after_days=days)
        return sorted(one.text for one in found.commitments)

    assert quiet("2026-03-04", 365) == []
    assert quiet("2026-03-05", 365) == [URANIUM, SCHOOL]
    assert quiet("2026-03-05", 30) == [URANIUM, SCHOOL, VISIT]


def test_what_is_answered_due_or_settled_is_not_quiet(world: Record) -> None:
    with world.working("ada") as work:
        everything = {one.text: one.id for one in ledger(work, Asked()).commitments}
        deed = next(kept.id for kept in items_of(work, 4) if kept.item.field == "encounters")
        propose(work, "answer", [(everything[URANIUM], deed, 0.7, "the same parties")], report=4)
        (proposal,) = proposals(work, kind="answer", left=everything[URANIUM])

        def quiet() -> set[str]:
            return {one.text for one in gone_quiet(work, today="2027-01-01").commitments}

        assert quiet() == {SCHOOL, VISIT}
        settle(work, proposal.id, "declined", judgement=None)
        assert quiet() == {URANIUM, SCHOOL, VISIT}
    tell(
        world,
        Tale(
            day="2025-04-01",
            publisher="Akorda",
            words="Karim Sadykov promised to plant a million trees by 2030.",
            who=("Karim Sadykov",),
            promised=(("pledge", ("Karim Sadykov",), (), "plant a million trees by 2030"),),
        ),
    )
    trees = "plant a million trees by 2030"
    with world.viewing() as view:
        assert trees in [one.text for one in ledger(view, Asked()).commitments]
        for today, due in (("2029-12-31", False), ("2030-06-01", False), ("2031-01-01", True)):
            found = gone_quiet(view, today=today)
            assert (trees in [one.text for one in found.commitments]) == due


def test_one_commitment_with_its_history(world: Record) -> None:
    with world.working("ada") as work:
        (pledge,) = ledger(work, Asked(kind="pledge")).commitments
        deed = next(kept.id for kept in items_of(work, 4) if kept.item.field == "encounters")
        propose(work, "answer", [(pledge.id, deed, 0.7, "the same parties")], report=4)
        item = get_item(work, pledge.id)
        add_judgement(
            work,
            "outcome",
            why="the ship came in",
            report=pledge.report,
            field="commitments",
            key=item.item.key,
            after={"outcome": "kept"},
        )
        page = commitment_page(work, pledge.id)
    assert (page.commitment.text, page.commitment.answers) == (URANIUM, 1)
    assert [party.name for party in page.commitment.by] == ["Kazakhstan"]
    assert page.source is not None
    assert page.source.publisher == "Akorda"
    (answer,) = page.answers
    assert (answer.state, answer.reason) == ("open", "the same parties")
    assert "Timur Aliyev" in answer.text
    assert answer.source is not None
    assert answer.source.report == 4
    assert [(one.who, one.why) for one in page.history] == [("ada", "the ship came in")]


def test_another_item_is_no_commitment(world: Record) -> None:
    with world.viewing() as view:
        person = next(kept.id for kept in items_of(view, 1) if kept.item.field == "people")
        with pytest.raises(RecordError) as caught:
            commitment_page(view, person)
    assert caught.value.code == "C408"
