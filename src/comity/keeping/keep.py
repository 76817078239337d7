"""A report and its reading come into the record."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace as with_values
from typing import Literal

from comity.joining.fingerprints import Fingerprint, fingerprint, likeness
from comity.joining.publishers import publisher_country
from comity.joining.stories import StoryMatch, StoryText, same_story
from comity.keeping.answering import propose_answers
from comity.keeping.projection import project
from comity.model.reading import Reading
from comity.model.report import Report
from comity.record import View, Work
from comity.record.readings import add_reading
from comity.record.reports import (
    KeptReport,
    add_report,
    get_report,
    known_hashes,
    mark_repeat,
    replace,
    sharing_bands,
    standing_at,
)

#: The share of word triples that a text issued anew on another day has in common with the old.
ALIKE = 0.4

#: new: a report of its own. known: the record had it. revision: it was issued anew under its
#: address. repeat: it tells the story of another report again.
Arrival = Literal["new", "known", "revision", "repeat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a report that came in; `of` is the report that it revises or repeats."""

    report: int
    arrival: Arrival
    of: int | None = None
    why: str = ""


def keep(work: Work, report: Report, reading: Reading) -> Kept:
    """Put a report with its reading into the record, once.

    A text that the record has changes nothing. One that was issued anew under its address is the
    next revision; one that tells the story of another counts with it.
    """
    known = known_hashes(work, [report.content_hash])
    if known:
        return Kept(report=known[report.content_hash], arrival="known")
    report = _with_facts(report, reading)
    mark = fingerprint(report.text)
    older = _issued_before(work, report, mark)
    alike = sharing_bands(work, mark.bands)
    report_id = add_report(
        work,
        report,
        publisher_country=publisher_country(report.publisher),
        signature=mark.signature,
        shingles=mark.shingles,
        bands=mark.bands,
    )
    add_reading(work, report_id, reading)
    told = None
    if older is not None:
        replace(work, older, report_id)
    elif alike:
        told = _told_before(get_report(work, report_id), mark, alike)
    if told is not None:
        mark_repeat(work, report_id, of=told.report, why=told.reason)
    project(work, report_id, fresh=True, reading=reading)
    propose_answers(work, report_id)
    if older is not None:
        return Kept(report=report_id, arrival="revision", of=older)
    if told is not None:
        return Kept(report=report_id, arrival="repeat", of=told.report, why=told.reason)
    return Kept(report=report_id, arrival="new")


def _with_facts(report: Report, reading: Reading) -> Report:
    """The report with what only its text says of who published it, when and from where."""
    told = reading.report
    return with_values(
        report,
        publisher=report.publisher or told.publisher,
        published=report.published or told.published,
        language=report.language or told.language,
        dateline_place=report.dateline_place or told.dateline_place,
    )


def _issued_before(view: View, report: Report, mark: Fingerprint) -> int | None:
    """The report that this one is issued anew of: under its address, of its day or much alike.

    Some publishers use an address again for something else, such as the same feast a year later.
    """
    for other_id in standing_at(view, report.url) if report.url else ():
        other = get_report(view, other_id)
        days = {day for day in (report.published, other.report.published) if day}
        if len(days) < 2:
            return other_id
        if likeness(mark, Fingerprint(other.signature, (), other.shingles)) >= ALIKE:
            return other_id
    return None


def _told_before(
    report: KeptReport, mark: Fingerprint, alike: list[KeptReport]
) -> StoryMatch | None:
    """The first report of the story that a report tells again."""
    own = _story_text(report, mark)
    matches = []
    for other in alike:
        if other.replaced_by is not None:
            continue
        match = same_story(
            own, _story_text(other, Fingerprint(other.signature, (), other.shingles))
        )
        if match is not None:
            first = other.repeats or other.id
            found = StoryMatch(report=first, score=match.score, reason=match.reason)
            matches.append((match.score, -first, found))
    return max(matches, key=lambda one: one[:2])[2] if matches else None


def _story_text(kept: KeptReport, mark: Fingerprint) -> StoryText:
    return StoryText(
        report=kept.id,
        published=kept.report.published,
        title=kept.report.title,
        url=kept.report.url,
        publisher=kept.report.publisher,
        fingerprint=mark,
        text=kept.report.text,
    )
