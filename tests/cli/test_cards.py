"""The card of a report: whole, readable at any width, harmless in a terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import comity
from comity.cli.card_sections import spoken_date
from comity.cli.cards import card
from comity.cli.plain import plain, shorten
from comity.model.reading import (
    Body,
    Commitment,
    Delegation,
    Encounter,
    Event,
    Membership,
    Milestone,
    Office,
    Person,
    Reading,
    ReportFacts,
    Statement,
    Tie,
    TopicItem,
)
from comity.model.report import Report

TEXT = (
    "OSLO. NTB - Prime Minister Anna Weber met a delegation of the Zhana Dala Party on Monday. "
    "“We trust each other,” Weber said. She told the guests about the port of Narvik. "
    "Both sides agreed to open a school. The strategic partnership began in 1992."
)


def at(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


WHOLE = Reading(
    id="story.txt",
    reader="comity 0",
    pipeline="p",
    report=ReportFacts(
        publisher="NTB", dateline_place="Oslo", published="2024-03-12", language="en"
    ),
    people=(
        Person(name="Anna Weber", country="NOR", evidence=at("Anna Weber")),
        Person(name="Timur Aliyev", country=None, evidence=at("guests")),
    ),
    bodies=(
        Body(name="Zhana Dala Party", kind="party", country="KAZ", evidence=at("Zhana Dala")),
        Body(name="Union", kind="other", country=None, evidence=at("sides")),
    ),
    offices=(
        Office(person="Anna Weber", title="Prime Minister", body="Norway", evidence=at("Prime")),
        Office(person="Anna Weber", title="Chair", body=None, evidence=at("Prime")),
    ),
    memberships=(
        Membership(member="Timur Aliyev", body="Zhana Dala Party", evidence=at("guests")),
        Membership(member="Zhana Dala Party", body="Union", evidence=at("guests")),
    ),
    encounters=(
        Encounter(
            kind="meeting",
            parties=("Anna Weber", "Zhana Dala Party"),
            place="Oslo",
            date="2024-03-11",
            evidence=at("Prime Minister Anna Weber met a delegation"),
        ),
    ),
    delegations=(
        Delegation(
            of=("Zhana Dala Party",),
            head="Timur Aliyev",
            drawn_from=("Union",),
            evidence=at("a delegation of the Zhana Dala Party"),
        ),
    ),
    statements=(
        Statement(
            speaker="Anna Weber",
            direct=True,
            text="We trust each other",
            evidence=at("We trust each other"),
        ),
        Statement(
            speaker="Anna Weber",
            direct=False,
            text="the port of Narvik",
            evidence=at("She told the guests about the port of Narvik"),
        ),
    ),
    commitments=(
        Commitment(
            by=("Norway", "Kazakhstan"),
            to=("Union",),
            kind="agreement",
            text="open a school",
            evidence=at("Both sides agreed to open a school"),
        ),
    ),
    ties=(
        Tie(
            between=("Norway", "Kazakhstan"),
            kind="strategic partnership",
            since="1992",
            evidence=at("The strategic partnership"),
        ),
    ),
    milestones=(
        Milestone(kind="target", text="open a school", date="2050", evidence=at("open a school")),
    ),
    topics=(
        TopicItem(topic="education", evidence=at("school")),
        TopicItem(topic="trade", evidence=()),
    ),
    events=(
        Event(source="KAZ", target="NOR", type="CONSULT", evidence=at("met a delegation")),
        Event(source="NOR", target="KAZ", type="SUPPORT", evidence=at("trust")),
        Event(source="KAZ", target="NOR", type="SUPPORT", evidence=at("trust")),
        Event(source="KAZ", target=None, type="AID", evidence=at("school")),
        *(
            Event(source=a, target=b, type="AGREE", evidence=at("agreed"))
            for a, b in [("KAZ", "NOR"), ("KAZ", "SWE"), ("NOR", "SWE")]
        ),
        Event(source="KAZ", target="NOR", type="REQUEST", evidence=at("guests")),
        Event(source="SWE", target="NOR", type="REQUEST", evidence=at("guests")),
    ),
)

CARD = """
── story.txt ───────────────────────────────────────────────────────────────────
  NTB · from Oslo · 12 March 2024

  Encounters   meeting · Oslo · 11 March 2024
               Anna Weber NOR, Zhana Dala Party KAZ
                 │ Prime Minister Anna Weber met a delegation

  Delegations  Zhana Dala Party  led by Timur Aliyev
                 with Union
                 │ a delegation of the Zhana Dala Party

  People       Anna Weber NOR
                 Prime Minister, Norway
                 Chair
               Timur Aliyev  member of Zhana Dala Party

  Bodies       Zhana Dala Party KAZ  party
                 member of Union
               Union  other

  Statements   Anna Weber
                 “We trust each other”
                 – She told the guests about the port of Narvik

  Commitments  agreement  Norway, Kazakhstan  → Union
                 Both sides agreed to open a school

  Ties         strategic partnership  Norway – Kazakhstan  since 1992
                 │ The strategic partnership

  Milestones   target · 2050
                 open a school

  Topics       education (school) · trade

  Events       KAZ ↔ NOR  CONSULT
                 │ met a delegation
               KAZ ↔ NOR  SUPPORT
                 │ trust
               KAZ → ?  AID
                 │ school
               KAZ ↔ NOR ↔ SWE  AGREE
                 │ agreed
               KAZ, SWE → NOR  REQUEST
                 │ guests

"""


def shown(reading: Reading, text: str = TEXT, *, width: int = 80, **report: str) -> str:
    lines = card(Report(id=reading.id, text=text, **report), reading, width=width)
    return "\n".join(line.plain for line in lines)


def empty(**facts: str | None) -> Reading:
    told = {"publisher": None, "dateline_place": None, "published": None, "language": "en"}
    return Reading(id="x.txt", reader="r", pipeline="p", report=ReportFacts(**{**told, **facts}))


def test_a_whole_card() -> None:
    assert "\n" + shown(WHOLE) + "\n" == CARD


def test_a_title_goes_before_the_name_of_the_file() -> None:
    head = shown(WHOLE, title="A  visit\nto Oslo").splitlines()[:2]
    assert head[0].startswith("── A visit to Oslo ───")
    assert head[1] == "  NTB · from Oslo · 12 March 2024 · story.txt"


def test_nothing_to_read_is_said() -> None:
    lines = shown(empty(), "Rain is expected.").splitlines()
    assert lines[1:] == ["", "  Nothing to read here: no contact, nobody named, nothing said."]


@pytest.mark.parametrize("width", [20, 40, 49, 50, 60, 80, 100, 110])
def test_no_line_is_wider_than_asked(samples, width) -> None:
    for line in card(Report(id="x", text=TEXT), WHOLE, width=width):
        assert cell_len(line.plain) <= width
        assert line.plain == line.plain.rstrip()


@pytest.mark.parametrize("width", [60, 100])
def test_samples_fit(run, samples, width) -> None:
    answer = run("read", samples, "--format", "table", columns=width)
    assert (answer.code, answer.err) == (0, "")
    assert max(map(cell_len, answer.out.splitlines())) <= width
    assert "\x1b" not in answer.out, "no colour where nobody can see it"


def test_long_lists_are_cut_and_counted() -> None:
    people = tuple(Person(name=f"P{n}", country=None, evidence=()) for n in range(50))
    reading = Reading(id="x", reader="r", pipeline="p", report=empty().report, people=people)
    found = shown(reading)
    assert "P19" in found
    assert "P20" not in found
    assert "and 30 more" in found


def test_markup_and_escapes_are_shown_as_text(run, tmp_path) -> None:
    text = "President Anna Weber [bold]met[/bold] Timur Aliyev\x1b[2J in :smile: Oslo\x07 today."
    path = tmp_path / "[red]x[bold].txt"
    path.write_text(text, encoding="utf-8")
    answer = run("read", path, "--format", "table", "--language", "en")
    assert answer.out.startswith("── [red]x[bold].txt ─")
    assert answer.out.replace("\n", "").isprintable()


@pytest.mark.slow
def test_colour_is_for_terminals_that_want_it(command, story) -> None:
    plain_card = command("read", story, "--format", "table").out
    forced = command("read", story, "--format", "table", FORCE_COLOR="1", TERM="xterm").out
    assert "\x1b[" in forced
    assert re.sub(r"\x1b\[[\d;]*m", "", forced) == plain_card
    without = command("read", story, "--format", "table", FORCE_COLOR="1", NO_COLOR="1").out
    assert not re.search(r"\x1b\[[\d;]*3\dm", without)


@pytest.mark.parametrize(
    "date, said",
    [
        ("2018-07-06", "6 July 2018"),
        ("2018-07", "July 2018"),
        ("2018", "2018"),
        ("2018-13-40", "40 2018"),
        (None, None),
    ],
)
def test_dates_are_spoken(date, said) -> None:
    assert spoken_date(date) == said


@given(st.text(), st.integers(10, 300))
def test_any_text_becomes_plain_and_short(text, limit) -> None:
    line = plain(text)
    assert plain(line) == line
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", line)
    short = shorten(text, limit)
    assert len(short) <= limit + 2
    assert short.endswith(" …") or short == line


@given(st.text(max_size=80), st.integers(20, 120))
def test_any_text_fits_on_a_card(text, width) -> None:
    reading = empty(publisher=text, dateline_place=text)
    item = Statement(speaker=text, direct=False, text=text, evidence=((0, len(text)),))
    person = Person(name=text, country=None, evidence=((0, len(text)),))
    reading = comity.Reading(
        **{name: getattr(reading, name) for name in ("id", "reader", "pipeline", "report")},
        statements=(item,),
        people=(person,),
    )
    for line in card(Report(id=text, text=text), reading, width=width):
        assert cell_len(line.plain) <= width
        assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", line.plain)
