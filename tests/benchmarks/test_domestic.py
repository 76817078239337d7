"""Which reports look domestic, and how claims of contact meet their judgements."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import domestic
from comity.model.reading import Body, Encounter, Event, Person, Reading, ReportFacts
from comity.model.report import Report

REPORT = Report(id="r1", text="Ann Ash met Bo Birk on Monday.")
WHOLE = ((0, 30),)
FACTS = ReportFacts(publisher=None, dateline_place=None, published=None, language="en")
PEOPLE = (
    Person(name="Ann Ash", country="USA", evidence=WHOLE),
    Person(name="Bo Birk", country="DNK", evidence=WHOLE),
)
CONSULT = Event(source="DNK", target="USA", type="CONSULT", evidence=WHOLE)


def reading(parties: tuple[str, ...], *events: Event) -> Reading:
    return Reading(
        id="r1",
        reader="t",
        pipeline="t",
        report=FACTS,
        people=PEOPLE,
        bodies=(Body(name="Elm Board", kind="other", country="USA", evidence=WHOLE),),
        encounters=(
            Encounter(kind="meeting", parties=parties, place=None, date=None, evidence=WHOLE),
        ),
        events=events,
    )


@pytest.mark.parametrize(
    "title, group",
    [
        ("The Governor Approves Georgia Disaster Declaration", "domestic"),
        ("Fact Sheet: New Steps for Clean Water", "domestic"),
        ("Readout of a Meeting with Nurses", "domestic"),
        ("Statement on the Elections in Zambia", "abroad"),
        ("Nominations of Ambassadors Sent to the Senate", "abroad"),
        ("Readout of a Call with Prime Minister Birk of Denmark", None),
        ("Joint Statement of the Danish and Finnish Ministers", None),
    ],
)
def test_groups_by_title(title: str, group: str | None) -> None:
    assert domestic.group_of(title) == group


def test_the_draw_is_the_same_each_time() -> None:
    rows = [{"id": f"r{n}", "title": f"Clean Water, part {n}"} for n in range(50)]
    first = domestic.draw(rows, 10)
    assert len(first) == 10
    assert first == domestic.draw(reversed(rows), 10)


@pytest.mark.parametrize(
    "parties, events, kinds",
    [
        (("Ann Ash", "Bo Birk"), (), ["meeting"]),
        (("Ann Ash", "Bo Birk"), (CONSULT,), ["meeting"]),
        (("Ann Ash", "Denmark"), (), ["meeting"]),
        (("Ann Ash", "Elm Board"), (), []),
        (("Ann Ash", "Elm Board"), (CONSULT,), ["CONSULT"]),
        (("Ann Ash",), (), []),
    ],
)
def test_claims_are_between_two_countries(
    parties: tuple[str, ...], events: tuple[Event, ...], kinds: list[str]
) -> None:
    found = domestic.claims(REPORT, reading(parties, *events))
    assert [claim.kind for claim in found] == kinds
    assert all(claim.evidence == REPORT.text for claim in found)


def test_claims_are_recorded_once_and_their_judgement_is_found(tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv"
    claim = domestic.Claim("r1", "meeting", ("Ann Ash", "Bo Birk"), "Ann Ash met Bo Birk.")
    group = domestic.Group("domestic", 100, ((claim, "?"),))
    assert domestic.record([group], path) == 1
    assert domestic.record([group], path) == 0
    path.write_text(path.read_text().replace("\t?", "\twrong"))
    other_order = domestic.Claim("r1", "meeting", ("Bo Birk", "Ann Ash"), "")
    assert domestic.judgements(path)[other_order.key] == "wrong"


def test_the_summary_counts(tmp_path: Path) -> None:
    claims = tuple((domestic.Claim("r", "call", (name, "B"), ""), given) for name, given in
                   [("a", "wrong"), ("b", "wrong"), ("c", "right"), ("d", "?")])  # fmt: skip
    said = domestic.summary(domestic.Group("domestic", 100, claims))
    assert "wrong encounters: 2 in 100 (1 unjudged, 1 right)" in said


def test_a_judgement_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv"
    path.write_text("report\tkind\tparties\tjudgement\nr1\tmeeting\tA + B\tperhaps\n")
    with pytest.raises(ValueError, match=r"judged\.tsv:2"):
        domestic.judgements(path)


def test_the_kept_files_are_in_form() -> None:
    lines = domestic.REPORTS.read_text(encoding="utf-8").splitlines()[1:]
    groups = [line.split("\t")[0] for line in lines]
    assert {name: groups.count(name) for name in set(groups)} == {"domestic": 100, "abroad": 100}
    assert len(set(lines)) == 200
    domestic.judgements(domestic.JUDGED)
