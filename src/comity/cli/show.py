"""`comity show`: questions to the record."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, record_address
from comity.cli.sheets import Shown, answer

if TYPE_CHECKING:
    from comity.record import View

app = typer.Typer(
    name="show", help="Ask the record.", no_args_is_help=True, rich_markup_mode="rich"
)


class Format(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


class Strength(StrEnum):
    """How strongly a commitment binds."""

    agreement = "agreement"
    pledge = "pledge"
    intention = "intention"
    request = "request"
    hope = "hope"


class Outcome(StrEnum):
    """What became of a commitment."""

    open = "open"
    kept = "kept"
    broken = "broken"
    overtaken = "overtaken"


class Kind(StrEnum):
    """Kinds of encounters."""

    meeting = "meeting"
    call = "call"
    visit = "visit"
    event = "event"


class Status(StrEnum):
    """Whether an encounter took place."""

    planned = "planned"
    held = "held"
    cancelled = "cancelled"
    postponed = "postponed"


class Channel(StrEnum):
    """Between whom contact runs."""

    party = "party"
    parliament = "parliament"
    government = "government"
    mixed = "mixed"


class Level(StrEnum):
    """The rank of those who meet."""

    leaders = "leaders"
    ministers = "ministers"
    officials = "officials"


class TieLevel(StrEnum):
    """The level of a standing tie."""

    strategic_partnership = "strategic partnership"
    friendship_group = "friendship group"
    alliance = "alliance"
    partnership = "partnership"
    agreement = "agreement"
    diplomatic_relations = "diplomatic relations"


Form = Annotated[Format, typer.Option("--format", "-f", help="How the answer is printed.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="The most rows of a list.")]
Since = Annotated[
    str | None, typer.Option(help="From this day, month or year on.", show_default=False)
]
Until = Annotated[
    str | None, typer.Option(help="Up to this day, month or year.", show_default=False)
]
Today = Annotated[
    str | None, typer.Option(help="The day to count from, instead of today.", show_default=False)
]
Part = Annotated[
    str | None,
    typer.Option(help="Only this list of the answer; CSV is one list.", show_default=False),
]
CountryOption = Annotated[
    list[str] | None,
    typer.Option("--country", "-c", help="Name or code; all that are given.", show_default=False),
]
Topic = Annotated[str | None, typer.Option(help="About this topic.", show_default=False)]
Kinds = Annotated[Kind | None, typer.Option(help="Of this kind.", show_default=False)]


@app.command()
def actor(
    name: Annotated[str, typer.Argument(help="A name, or the actor's number.")],
    country: Annotated[
        str | None, typer.Option("--country", "-c", help="Of this country.", show_default=False)
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="Say who this was on that day.", show_default=False)
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 10,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """A person, body or country: names, posts and their periods, encounters, words, promises."""

    def ask(view: View) -> Shown:
        from comity.analysis.actor import actor_page, find_actor
        from comity.analysis.countries import country_code
        from comity.analysis.days import day, period
        from comity.cli.show_actors import show_actor

        days = period(since, until)
        meant = find_actor(view, name, country_code(country) if country else None)
        page = actor_page(view, meant.actor.id, on=day(on) if on else None, period=days, most=limit)
        return show_actor(page, meant.others)

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def pair(
    one: Annotated[str, typer.Argument(help="A country: its name or code.")],
    other: Annotated[str, typer.Argument(help="Another one.")],
    since: Since = None,
    until: Until = None,
    today: Today = None,
    limit: Limit = 10,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Two countries: ties, contacts, whose turn it is to visit, commitments, who speaks, dates."""

    def ask(view: View) -> Shown:
        from comity.analysis.countries import country_code
        from comity.analysis.days import full_day, period
        from comity.analysis.pair import pair_page
        from comity.cli.show_pair import show_pair

        page = pair_page(
            view,
            country_code(one),
            country_code(other),
            today=full_day(today),
            period=period(since, until),
            most=limit,
        )
        return show_pair(page)

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def encounter(
    number: Annotated[int, typer.Argument(help="The encounter's number.")],
    limit: Limit = 50,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """One encounter: who was there as what, and every side's account beside the others."""

    def ask(view: View) -> Shown:
        from comity.analysis.encounter import encounter_page
        from comity.cli.show_contacts import show_encounter

        return show_encounter(encounter_page(view, number, most=limit))

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def timeline(
    country: CountryOption = None,
    who: Annotated[
        str | None,
        typer.Option("--actor", help="With this actor: a name or number.", show_default=False),
    ] = None,
    topic: Topic = None,
    kind: Kinds = None,
    status: Annotated[Status | None, typer.Option(show_default=False)] = None,
    channel: Annotated[Channel | None, typer.Option(show_default=False)] = None,
    level: Annotated[Level | None, typer.Option(show_default=False)] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Encounters, the latest first."""

    def ask(view: View) -> Shown:
        from comity.analysis.actor import find_actor
        from comity.analysis.days import period
        from comity.analysis.timeline import Which, timeline
        from comity.cli.show_contacts import show_timeline
        from comity.cli.show_words import about, codes, topic_of
        from comity.record.actors import members_of

        actors = members_of(view, find_actor(view, who).actor.id) if who else ()
        which = Which(
            countries=codes(country),
            actors=tuple(actors),
            topic=topic_of(topic),
            kind=kind.value if kind else None,
            statuses=(status.value,) if status else (),
            channel=channel.value if channel else None,
            level=level.value if level else None,
            period=period(since, until),
        )
        return show_timeline(timeline(view, which, most=limit), about(which.countries, who))

    with clean_ending():
        answer(record_address(record), form.value, ask)


@app.command()
def commitments(
    still_open: Annotated[bool, typer.Option("--open", help="Only those still open.")] = False,
    outcome: Annotated[
        Outcome | None, typer.Option(help="Only those that became of so.", show_default=False)
    ] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--pair", help="Between two countries.", show_default=False),
    ] = None,
    by: Annotated[str | None, typer.Option(help="By this country.", show_default=False)] = None,
    to: Annotated[str | None, typer.Option(help="To this country.", show_default=False)] = None,
    strength: Annotated[
        Strength | None, typer.Option(help="That bind so strongly.", show_default=False)
    ] = None,
    quiet_after: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="Only those gone quiet: open, not due still, made more than so many days ago, and "
            "nothing answers them.",
            show_default=False,
        ),
    ] = None,
    since: Since = None,
    until: Until = None,
    today: Today = None,
    limit: Limit = 50,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Commitments, the latest first: how strong, by whom, to whom, by when, what became of them."""

    def ask(view: View) -> Shown:
        from comity.analysis.commitments import Asked, gone_quiet, ledger
        from comity.analysis.countries import country_code
        from comity.analysis.days import full_day, period
        from comity.cli.show_commitments import show_ledger
        from comity.cli.show_words import about, codes, one_outcome

        asked = Asked(
            outcome=one_outcome(outcome.value if outcome else None, still_open=still_open),
            kind=strength.value if strength else None,
            between=codes(between),
            by_country=country_code(by) if by else None,
            to_country=country_code(to) if to else None,
            period=period(since, until),
        )
        if quiet_after is None:
            return show_ledger(ledger(view, asked, most=limit), about(asked.between))
        day = full_day(today)
        quiet = gone_quiet(view, asked, today=day, after_days=quiet_after, most=limit)
        return show_ledger(quiet, about(asked.between) + f" gone quiet for {quiet_after} days")

    with clean_ending():
        answer(record_address(record), form.value, ask)


@app.command()
def commitment(
    number: Annotated[int, typer.Argument(help="The commitment's number.")],
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """One commitment: its report, what may answer it, and what people decided."""

    def ask(view: View) -> Shown:
        from comity.analysis.commitments import commitment_page
        from comity.cli.show_commitments import show_commitment

        return show_commitment(commitment_page(view, number))

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def upcoming(
    country: CountryOption = None,
    days: Annotated[int, typer.Option(min=1, max=36_600, help="How far to look ahead.")] = 365,
    today: Today = None,
    limit: Limit = 30,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """What lies ahead: planned encounters, events and targets, anniversaries of ties."""

    def ask(view: View) -> Shown:
        from comity.analysis.days import full_day
        from comity.analysis.upcoming import upcoming
        from comity.cli.show_contacts import show_upcoming
        from comity.cli.show_words import about, codes

        named = codes(country)
        page = upcoming(view, today=full_day(today), days=days, countries=named, most=limit)
        return show_upcoming(page, about(named))

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(help='Words that must all be there, "words in a row", or a start: parl*'),
    ],
    country: CountryOption = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 20,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Reports that hold words, the best first, and actors of a name like that."""

    def ask(view: View) -> Shown:
        from comity.analysis.days import period
        from comity.analysis.search import search
        from comity.cli.show_actors import show_found
        from comity.cli.show_words import codes

        # The shell has taken the quotation marks off an argument of several words.
        typed = " ".join(
            f'"{word}"' if " " in word and len(words) > 1 and '"' not in word else word
            for word in words
        )
        found = search(
            view, typed, countries=codes(country), period=period(since, until), most=limit
        )
        return show_found(found, typed)

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def ties(
    country: Annotated[
        list[str] | None,
        typer.Argument(help="Countries that must all be parties.", show_default=False),
    ] = None,
    level: Annotated[TieLevel | None, typer.Option(show_default=False)] = None,
    limit: Limit = 50,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """The register of standing ties: their level, and since when."""

    def ask(view: View) -> Shown:
        from comity.analysis.ties import register
        from comity.cli.show_pair import show_register
        from comity.cli.show_words import about, codes

        named = codes(country)
        found = register(view, countries=named, kind=level.value if level else None, most=limit)
        return show_register(found, about(named))

    with clean_ending():
        answer(record_address(record), form.value, ask)


@app.command()
def network(
    country: CountryOption = None,
    topic: Topic = None,
    kind: Kinds = None,
    since: Since = None,
    until: Until = None,
    with_countries: Annotated[
        bool, typer.Option("--with-countries", help="Countries that take part as such, too.")
    ] = False,
    limit: Limit = 50,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Who meets whom most."""

    def ask(view: View) -> Shown:
        from comity.analysis.days import period
        from comity.analysis.network import network
        from comity.analysis.timeline import Which
        from comity.cli.show_actors import show_network
        from comity.cli.show_words import about, codes, topic_of

        which = Which(
            countries=codes(country),
            topic=topic_of(topic),
            kind=kind.value if kind else None,
            statuses=("held",),
            period=period(since, until),
        )
        page = network(view, which, countries=with_countries, most=limit)
        return show_network(page, about(which.countries))

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)


@app.command()
def series(
    country: Annotated[
        list[str] | None, typer.Argument(help="One country, or two.", show_default=False)
    ] = None,
    since: Since = None,
    until: Until = None,
    part: Part = None,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """Month by month: contacts by channel, cooperation and conflict, topics by year."""

    def ask(view: View) -> Shown:
        from comity.analysis.days import period
        from comity.analysis.series import series_page
        from comity.cli.show_pair import show_series
        from comity.cli.show_words import two_codes

        return show_series(series_page(view, two_codes(country), period=period(since, until)))

    with clean_ending():
        answer(record_address(record), form.value, ask, part=part)
