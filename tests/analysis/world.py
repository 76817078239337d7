"""An invented record: two parliaments and two governments in contact, told from both sides."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.keeping.keep import keep
from comity.model.reading import (
    Body,
    Commitment,
    Encounter,
    Event,
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
from comity.record import Record

#: name -> country, title, body
PEOPLE = {
    "Timur Aliyev": ("KAZ", "Speaker", "Mazhilis"),
    "Karim Sadykov": ("KAZ", "President", "Kazakhstan"),
    "Anne Marchal": ("FRA", "Senator", "Senate"),
    "Jean Duval": ("FRA", "President", "France"),
    "Paul Lenoir": ("FRA", "Ambassador", None),
}
BODIES = {"Mazhilis": ("KAZ", "parliament"), "Senate": ("FRA", "parliament")}


@dataclass(frozen=True)
class Tale:
    """What one invented report tells. Its text names all that it tells of, so that every item
    has evidence."""

    day: str
    publisher: str
    words: str
    who: tuple[str, ...] = ()
    met: tuple[tuple[str, str | None, str | None], ...] = ()  # kind, place, date
    said: tuple[tuple[str, str], ...] = ()
    promised: tuple[tuple[str, tuple[str, ...], tuple[str, ...], str], ...] = ()
    ties: tuple[tuple[str, str | None], ...] = ()
    dates: tuple[tuple[str, str, str], ...] = ()  # kind, text, date
    topics: tuple[str, ...] = ()
    events: tuple[tuple[str, str, str], ...] = ()
    offices: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    url: str | None = None


def report_of(tale: Tale) -> Report:
    """The tale as a report."""
    return Report(
        id=f"{tale.day}-{tale.publisher}",
        text=tale.words,
        title=tale.words[:40],
        published=tale.day,
        publisher=tale.publisher,
        url=tale.url,
        language="en",
    )


def reading_of(tale: Tale) -> Reading:
    """What is read of the tale; every item rests on the whole text."""
    all_of_it = ((0, len(tale.words)),)
    offices = {name: PEOPLE[name][1:] for name in tale.who if name in PEOPLE} | tale.offices
    bodies = {body for _, body in offices.values() if body in BODIES}
    between = ("Kazakhstan", "France")
    return Reading(
        id=f"{tale.day}-{tale.publisher}",
        reader="comity 0.0.1",
        pipeline="by hand",
        report=ReportFacts(
            publisher=tale.publisher, dateline_place=None, published=tale.day, language="en"
        ),
        people=tuple(
            Person(name=name, country=PEOPLE[name][0], evidence=all_of_it)
            for name in tale.who
            if name in PEOPLE
        ),
        bodies=tuple(
            Body(name=name, kind=BODIES[name][1], country=BODIES[name][0], evidence=all_of_it)  # type: ignore[arg-type]
            for name in sorted(bodies)
        ),
        offices=tuple(
            Office(person=name, title=title, body=body, evidence=all_of_it)
            for name, (title, body) in offices.items()
        ),
        encounters=tuple(
            Encounter(kind=kind, parties=tale.who, place=place, date=date, evidence=all_of_it)  # type: ignore[arg-type]
            for kind, place, date in tale.met
        ),
        statements=tuple(
            Statement(speaker=who, direct=False, text=text, evidence=all_of_it)
            for who, text in tale.said
        ),
        commitments=tuple(
            Commitment(by=by, to=to, kind=kind, text=text, evidence=all_of_it)  # type: ignore[arg-type]
            for kind, by, to, text in tale.promised
        ),
        ties=tuple(
            Tie(between=between, kind=kind, since=since, evidence=all_of_it)  # type: ignore[arg-type]
            for kind, since in tale.ties
        ),
        milestones=tuple(
            Milestone(kind=kind, text=text, date=date, evidence=all_of_it)  # type: ignore[arg-type]
            for kind, text, date in tale.dates
        ),
        topics=tuple(TopicItem(topic=topic, evidence=all_of_it) for topic in tale.topics),  # type: ignore[arg-type]
        events=tuple(
            Event(source=source, target=target, type=kind, evidence=all_of_it)  # type: ignore[arg-type]
            for source, target, kind in tale.events
        ),
    )


def tell(record: Record, *tales: Tale) -> list[int]:
    """Put tales into the record; the ids of their reports."""
    ids = []
    for tale in tales:
        with record.working("ada") as work:
            ids.append(keep(work, report_of(tale), reading_of(tale)).report)
    return ids


#: A visit to Astana that both sides report, the speaker's call with a senator, a visit to Paris,
#: and what was announced and promised.
TALES = (
    Tale(
        day="2025-01-10",
        publisher="Senate of France",
        words="Anne Marchal and Timur Aliyev spoke by phone of small business loans.",
        who=("Anne Marchal", "Timur Aliyev"),
        met=(("call", None, "2025-01-10"),),
        said=(("Timur Aliyev", "the loans had helped farmers"),),
        topics=("small business",),
        events=(("FRA", "KAZ", "CONSULT"),),
    ),
    Tale(
        day="2025-03-04",
        publisher="Akorda",
        words="President Karim Sadykov received President Jean Duval in Astana; they spoke of uranium.",
        who=("Karim Sadykov", "Jean Duval"),
        met=(("meeting", "Astana", "2025-03-04"),),
        said=(("Karim Sadykov", "uranium would be delivered as agreed"),),
        promised=(
            ("pledge", ("Kazakhstan",), ("France",), "deliver uranium to Lyon"),
            ("agreement", ("Kazakhstan", "France"), (), "open a school of engineers"),
        ),
        ties=(("strategic partnership", "2008"), ("diplomatic relations", "1992")),
        topics=("energy", "nuclear"),
        events=(("FRA", "KAZ", "CONSULT"), ("KAZ", "FRA", "AGREE"), ("KAZ", "FRA", "ACCUSE")),
    ),
    Tale(
        day="2025-03-05",
        publisher="elysee.fr",
        words="Jean Duval was in Astana with Ambassador Paul Lenoir and met Karim Sadykov, also on rail.",
        who=("Jean Duval", "Paul Lenoir", "Karim Sadykov"),
        met=(("meeting", "Astana", "2025-03-04"),),
        topics=("energy", "infrastructure and transport"),
        events=(("FRA", "KAZ", "CONSULT"),),
    ),
    Tale(
        day="2025-09-20",
        publisher="Mazhilis",
        words="Speaker Timur Aliyev visited Paris and met Senator Anne Marchal about youth exchanges.",
        who=("Timur Aliyev", "Anne Marchal"),
        met=(("visit", "Paris", "2025-09-20"),),
        said=(("Anne Marchal", "exchanges of students had doubled"),),
        promised=(("intention", ("Anne Marchal",), ("Mazhilis",), "return the visit"),),
        dates=(
            ("planned event", "a forum of rectors in Almaty", "2026-05-12"),
            ("target", "double the trade", "2026"),
            ("planned event", "a fair in Lyon that is over", "2025-10-01"),
        ),
        topics=("youth",),
        events=(("KAZ", "FRA", "CONSULT"),),
    ),
)  # fmt: skip
