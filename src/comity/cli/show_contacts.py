"""Encounters, alone and in lists, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.analysis.encounter import EncounterPage
from comity.analysis.timeline import Timeline
from comity.analysis.upcoming import Upcoming
from comity.cli.card_sections import spoken_date
from comity.cli.sheets import Cell, Day, Sheet, Shown, columns
from comity.cli.show_commitments import commitment_sheet
from comity.record.sources import Source
from comity.record.statements import Said
from comity.record.timeline import Contact

_CONTACT = (
    "id day kind level [channel] place with [status] [host] [sides] [visiting] [topics] [reports]"
)
#: Participants that a line of a list names.
NAMED = 4


def contact_sheet(
    name: str, contacts: Sequence[Contact], *, total: int | None = None, note: str = ""
) -> Sheet:
    """Encounters as a sheet."""
    layout = _CONTACT
    if {contact.status for contact in contacts} - {"held"}:
        layout = layout.replace("[status]", "status")
    if {contact.reports for contact in contacts} - {1}:
        layout = layout.replace("[reports]", "reports")
    return Sheet(
        name=name,
        columns=columns(layout),
        rows=[_contact_row(contact) for contact in contacts],
        total=total,
        note=note,
    )


def statement_sheet(said: Sequence[Said], total: int) -> Sheet:
    """Statements as a sheet."""
    return Sheet(
        name="statements",
        columns=columns("day speaker statement [direct] [actor] report"),
        rows=[
            (
                Day(one.day),
                one.speaker,
                f"“{one.text}”" if one.direct else one.text,
                one.direct,
                one.actor,
                one.report,
            )
            for one in said
        ],
        total=total,
    )


def source_sheet(sources: Sequence[Source], total: int) -> Sheet:
    """Reports as a sheet."""
    return Sheet(
        name="reports",
        columns=columns("report published publisher title [name] [language] [url]"),
        rows=[
            (
                one.report,
                Day(one.published),
                one.publisher,
                one.title,
                one.name,
                one.language,
                one.url,
            )
            for one in sources
        ],
        total=total,
    )


def show_timeline(found: Timeline, about: str) -> Shown:
    """A list of encounters."""
    return Shown(
        page=found,
        title=f"Encounters{about}",
        sheets=[contact_sheet("encounters", found.encounters, total=found.total)],
        empty="No encounter is like that; ask for less, or add more reports with: comity add",
    )


def show_upcoming(page: Upcoming, about: str) -> Shown:
    """What lies ahead."""
    return Shown(
        page=page,
        title=f"Ahead of {spoken_date(page.today)}, until {spoken_date(page.until)}{about}",
        sheets=upcoming_sheets(page),
        empty="Nothing is planned or dated in that time; look further with --days",
    )


def upcoming_sheets(page: Upcoming) -> list[Sheet]:
    """What lies ahead, as sheets."""
    return [
        contact_sheet("planned", page.encounters, total=page.encounters_total),
        Sheet(
            name="dates",
            columns=columns("date kind what countries [reports]"),
            rows=[
                (
                    Day(point.date),
                    point.kind,
                    point.text,
                    ", ".join(point.countries),
                    ", ".join(map(str, point.reports)),
                )
                for point in page.points
            ],
            total=page.points_total,
        ),
        Sheet(
            name="anniversaries",
            columns=columns("year years round kind between since [countries] [tie]"),
            rows=[
                (
                    str(each.year),
                    each.years,
                    each.is_round,
                    each.kind,
                    " – ".join(party.name for party in each.parties),
                    each.since,
                    ", ".join(each.countries),
                    each.tie,
                )
                for each in page.anniversaries
            ],
            total=page.anniversaries_total,
        ),
        contact_sheet(
            "unconfirmed",
            page.unconfirmed,
            note="Planned for a day that has passed; no report tells that it took place.",
        ),
    ]


def show_encounter(page: EncounterPage) -> Shown:
    """One encounter, with every side's account."""
    return Shown(
        page=page,
        title=_title(page.encounter),
        facts=[*_facts(page)],
        sheets=[
            Sheet(
                name="participants",
                columns=columns("actor name side as [sector] named_in"),
                rows=[
                    (
                        one.participant.actor,
                        one.participant.name,
                        one.participant.side,
                        one.participant.capacity,
                        one.participant.sector,
                        _named_in(one.reports, entered=one.entered),
                    )
                    for one in page.participants
                ],
            ),
            Sheet(
                name="accounts",
                columns=columns("report publisher published status [date] place words [url] why"),
                rows=[
                    (
                        told.source.report if told.source else None,
                        told.source.publisher if told.source else "entered by hand",
                        Day(told.source.published if told.source else None),
                        told.status,
                        Day(told.date),
                        told.place,
                        told.words,
                        told.source.url if told.source else None,
                        told.reason,
                    )
                    for told in page.accounts
                ],
            ),
            Sheet(
                name="told by one side only",
                columns=columns("teller participants places topics"),
                rows=[
                    (
                        only.teller,
                        ", ".join(only.participants),
                        ", ".join(only.places),
                        ", ".join(only.topics),
                    )
                    for only in page.only
                    if only.participants or only.places or only.topics
                ],
            ),
            statement_sheet(page.statements, page.statements_total),
            commitment_sheet("commitments", page.commitments, total=page.commitments_total),
        ],
        empty="Nobody tells of this encounter",
    )


def _facts(page: EncounterPage) -> Iterable[str]:
    contact = page.encounter
    if contact.host:
        came = f", visited by {', '.join(contact.visiting)}" if contact.visiting else ""
        yield f"Host: {contact.host}{came}"
    if contact.topics:
        yield f"Topics: {', '.join(contact.topics)}"
    if page.agenda:
        yield f"Agenda: {', '.join(page.agenda)}"
    if page.note:
        yield f"Private note: {page.note}"
    for one in page.history:
        yield f"{one.at[:10]}, {one.who}: {one.kind}{f' ({one.why})' if one.why else ''}"


def _title(contact: Contact) -> str:
    said = [
        f"{contact.kind.capitalize()} {contact.id}",
        spoken_date(contact.day),
        contact.place,
        contact.status,
        f"level: {contact.level}" if contact.level else None,
        f"channel: {contact.channel}" if contact.channel else None,
    ]
    return " · ".join(part for part in said if part)


def _named_in(reports: Sequence[int], *, entered: bool) -> str:
    return ", ".join([*map(str, reports), *(["entry"] if entered else [])])


def _contact_row(contact: Contact) -> list[Cell]:
    names = [one.name for one in contact.participants]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return [
        contact.id,
        Day(contact.day),
        contact.kind,
        contact.level,
        contact.channel,
        contact.place,
        ", ".join(names[:NAMED]) + more,
        contact.status,
        contact.host,
        ", ".join(contact.sides),
        ", ".join(contact.visiting),
        ", ".join(contact.topics),
        contact.reports,
    ]
