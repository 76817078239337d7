"""Adds invented reports to records, each in a child process that may be killed.

Run as a program, it reads lines from standard input: an address, how many reports, and how many
children are to add them, all of them the same ones. It answers with the number of the (last) child,
and when all have ended, with "0" where each has added all. Children are forked, so that they are at
work at once.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from tempfile import TemporaryDirectory

from comity.keeping.keep import Kept, keep
from comity.model.reading import (
    Body,
    Commitment,
    Encounter,
    Event,
    Evidence,
    Office,
    Person,
    Reading,
    ReportFacts,
    Statement,
    Tie,
    TopicItem,
)
from comity.model.report import Report
from comity.record import open_record
from comity.record.reports import known_hashes

PEOPLE = ("Anna Weber", "Erik Sommer", "Jean Marchal", "Lucie Blanc", "Karl Lindner", "Eva Roth")
HOSTS = ("Timur Aliyev", "Aliya Nurova", "Daniyar Osman", "Saule Bek")
PLACES = ("Astana", "Almaty", "Berlin", "Paris", "Vienna")
#: The texts must not be alike, or they would count as one story.
WORDS = (
    "harbour railway visa orchard glacier satellite library festival vaccine quarry cinema "
    "archive bridge tariff pasture turbine museum ferry seminar tractor orchestra reservoir"
).split()


def told(number: int) -> tuple[Report, Reading]:
    """An invented report with what is read of it. Every seventh is a page issued anew, and every
    eleventh tells the story of the report before it again."""
    again = number % 11 == 10
    own = number - 1 if again else number
    guest, host, place = PEOPLE[own % 6], HOSTS[own % 4], PLACES[own % 5]
    subjects = [WORDS[(own * 7 + at * (own % 5 + 1)) % len(WORDS)] for at in range(12)]
    subjects = [f"{word} {own * 31 + at * 17}" for at, word in enumerate(subjects)]
    sentences = (
        f"Minister {guest} of Germany met Speaker {host} of the Mazhilis of Kazakhstan in {place}.",
        f"They spoke of {', '.join(subjects[:6])}.",
        f"“We shall open the {subjects[6]},” {guest} said.",
        f"Germany and Kazakhstan agreed to build the {subjects[7]}.",
        f"They recalled the {', '.join(subjects[8:])}.",
    )
    text = " ".join(sentences) + (" So our agency heard." if again else "")

    def at(words: str) -> Evidence:
        start = text.find(words)
        return ((start, start + len(words)),)

    day = f"2024-{own % 12 + 1:02}-{own % 28 + 1:02}"
    report = Report(
        id=f"r{number}",
        text=text,
        title=f"Report {own}",
        published=day,
        publisher="Example",
        url=f"https://news.example/{number - 1 if number % 7 == 6 else number}",
        language="en",
    )
    reading = Reading(
        id=report.id,
        reader="comity 0",
        pipeline="none",
        report=ReportFacts(publisher="Example", dateline_place=None, published=day, language="en"),
        people=(
            Person(name=guest, country="DEU", evidence=at(guest)),
            Person(name=host, country="KAZ", evidence=at(host)),
        ),
        bodies=(Body(name="Mazhilis", kind="parliament", country="KAZ", evidence=at("Mazhilis")),),
        offices=(
            Office(person=guest, title="Minister", body="Germany", evidence=at(sentences[0])),
            Office(person=host, title="Speaker", body="Mazhilis", evidence=at(sentences[0])),
        ),
        encounters=(
            Encounter(
                kind="meeting",
                parties=(guest, host),
                place=place,
                date=day,
                evidence=at(sentences[0]),
            ),
        ),
        statements=(
            Statement(
                speaker=guest,
                direct=True,
                text=f"We shall open the {subjects[6]},",
                evidence=at(sentences[2]),
            ),
        ),
        commitments=(
            Commitment(
                by=("Germany", "Kazakhstan"),
                to=(),
                kind="agreement",
                text=f"to build the {subjects[7]}",
                evidence=at(sentences[3]),
            ),
        ),
        ties=(
            Tie(
                between=("Germany", "Kazakhstan"),
                kind="partnership",
                since=str(1990 + own % 3),
                evidence=at(sentences[3]),
            ),
        ),
        topics=(TopicItem(topic="trade", evidence=at(sentences[1])),),
        events=(Event(source="DEU", target="KAZ", type="CONSULT", evidence=at(sentences[0])),),
    )
    return report, reading


def add_all(where: str, numbers: range) -> Iterator[Kept]:
    """Add the reports that the record lacks, as `comity add` does."""
    with open_record(where, create=True) as record:
        both = [told(number) for number in numbers]
        with record.viewing() as view:
            known = known_hashes(view, [report.content_hash for report, _ in both])
        for report, reading in both:
            if report.content_hash not in known:
                with record.working("adder") as work:
                    kept = keep(work, report, reading)
                yield kept


def main() -> None:
    """Start a child for each line, and tell its number and how it ended."""
    # All is imported and made ready once, before any child: then its time goes into writing.
    with TemporaryDirectory() as folder:
        list(add_all(f"{folder}/first.db", range(2)))
    for line in sys.stdin:
        where, reports, together = line.split()
        children = [_start(where, range(int(reports))) for _ in range(int(together))]
        print(children[-1], flush=True)
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        print(next(filter(None, codes), 0), flush=True)


def _start(where: str, numbers: range) -> int:
    child = os.fork()
    if child:
        return child
    try:
        for _ in add_all(where, numbers):
            pass
    except BaseException:  # noqa: BLE001  # the child ends here, whatever happened
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()
