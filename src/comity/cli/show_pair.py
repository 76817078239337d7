"""Two countries, standing ties and series of months, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.analysis.countries import country
from comity.analysis.pair import PairPage, Voice
from comity.analysis.series import ContactSeries, EventSeries, SeriesPage, TopicYear
from comity.analysis.ties import Register, Standing
from comity.analysis.visits import Balance
from comity.cli.card_sections import spoken_date
from comity.cli.sheets import Day, Sheet, Shown, columns
from comity.cli.show_commitments import commitment_sheet
from comity.cli.show_contacts import contact_sheet, upcoming_sheets

#: Months and topics that are shown beside all else.
MONTHS = 12


def show_pair(page: PairPage) -> Shown:
    """All about two countries."""
    one, other = page.one, page.other
    promised = page.commitments
    listed = (*promised.one_to_other, *promised.other_to_one, *promised.together)
    return Shown(
        page=page,
        title=f"{one.name} – {other.name}",
        facts=[*_turns(page.visits)],
        sheets=[
            contact_sheet("encounters", page.encounters.encounters, total=page.encounters.total),
            Sheet(
                name="last contact",
                columns=columns("channel day kind level place id"),
                rows=[
                    (
                        last.channel,
                        Day(last.encounter.day),
                        last.encounter.kind,
                        last.encounter.level,
                        last.encounter.place,
                        last.encounter.id,
                    )
                    for last in page.last_contacts
                ],
            ),
            _visits(page.visits),
            tie_sheet(page.ties, page.ties_total),
            commitment_sheet("commitments", listed, total=promised.total),
            _voices(f"for {one.name}", page.voices_of_one),
            _voices(f"for {other.name}", page.voices_of_other),
            *upcoming_sheets(page.upcoming),
            *_series(page.contacts, page.events, page.topics),
        ],
        empty="The record knows of nothing between the two; add reports on them with: comity add",
    )


def show_register(found: Register, about: str) -> Shown:
    """Standing ties."""
    return Shown(
        page=found,
        title=f"Standing ties{about}",
        sheets=[tie_sheet(found.ties, found.total)],
        empty="No report names a standing tie like that.",
    )


def show_series(page: SeriesPage) -> Shown:
    """Series of months."""
    about = " – ".join(country(code).name for code in page.countries)
    return Shown(
        page=page,
        title=f"Month by month{f': {about}' if about else ''}",
        sheets=_series(page.contacts, page.events, page.topics),
        empty="No encounter and no event there; ask for less, or add reports with: comity add",
    )


def tie_sheet(ties: Sequence[Standing], total: int) -> Sheet:
    """Standing ties as a sheet."""
    return Sheet(
        name="ties",
        columns=columns("id level between since [first_named] last_named reports [countries]"),
        rows=[
            (
                tie.id,
                tie.kind,
                " – ".join(party.name for party in tie.parties),
                tie.since,
                Day(tie.first),
                Day(tie.last),
                tie.reports,
                ", ".join(sorted({party.country for party in tie.parties if party.country})),
            )
            for tie in ties
        ],
        total=total,
    )


def _turns(balances: Iterable[Balance]) -> Iterable[str]:
    for balance in balances:
        if balance.turn is not None and balance.level in ("leaders", "any"):
            host = balance.other if balance.turn == balance.one else balance.one
            last = max(filter(None, (balance.last_one_to_other, balance.last_other_to_one)))
            level = "Leaders" if balance.level == "leaders" else "At any level"
            yield (
                f"{level}: {country(balance.turn).name} was host last ({spoken_date(last)}), so it "
                f"is its turn to visit {country(host).name}"
            )


def _visits(balances: Sequence[Balance]) -> Sheet:
    return Sheet(
        name="visits",
        columns=columns("level from to visits last"),
        rows=[
            row
            for balance in balances
            for row in (
                (
                    balance.level,
                    balance.one,
                    balance.other,
                    balance.one_to_other,
                    Day(balance.last_one_to_other),
                ),
                (
                    balance.level,
                    balance.other,
                    balance.one,
                    balance.other_to_one,
                    Day(balance.last_other_to_one),
                ),
            )
            if row[3]
        ],
    )


def _voices(name: str, voices: Sequence[Voice]) -> Sheet:
    return Sheet(
        name=name,
        columns=columns("actor name office encounters statements last"),
        rows=[
            (one.actor, one.name, one.office, one.encounters, one.statements, Day(one.last))
            for one in voices
        ],
    )


def _series(
    contacts: ContactSeries, events: EventSeries, topics: Sequence[TopicYear]
) -> list[Sheet]:
    return [
        Sheet(
            name="contacts",
            brief=-MONTHS,
            columns=columns("month party parliament government mixed unknown total"),
            rows=[
                (m.month, m.party, m.parliament, m.government, m.mixed, m.unknown, m.total)
                for m in contacts.months
            ],
            note=f"{contacts.undated} more are dated to no month." if contacts.undated else "",
        ),
        Sheet(
            name="events",
            brief=-MONTHS,
            columns=columns(
                "month verbal_cooperation material_cooperation verbal_conflict material_conflict "
                "events score mean_score"
            ),
            rows=[
                (
                    m.month,
                    m.verbal_cooperation,
                    m.material_cooperation,
                    m.verbal_conflict,
                    m.material_conflict,
                    m.events,
                    m.score,
                    m.mean_score,
                )
                for m in events.months
            ],
            note=f"Scores: {events.source}.",
        ),
        Sheet(
            name="event types",
            columns=columns("from to type quad score events"),
            rows=[(t.source, t.target, t.type, t.quad, t.score, t.events) for t in events.types],
        ),
        Sheet(
            name="topics",
            brief=-MONTHS,
            columns=columns("year topic encounters"),
            rows=[(t.year, t.topic, t.encounters) for t in topics],
        ),
    ]
