"""`comity encounter`: encounters by hand, and what a person says of those that reports tell of."""

from __future__ import annotations

from typing import Annotated

import typer

from comity.cli.decisions import decide, tell
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, WhyOption
from comity.cli.plain import plain
from comity.cli.show import Kind, Level, Status

app = typer.Typer(
    name="encounter",
    help="Enter encounters by hand, change, join and split them. Reports that tell of one join it "
    "when they come in. Each can be taken back: comity judge undo.",
    no_args_is_help=True,
)
Id = Annotated[int, typer.Argument(help="An encounter, by its number.")]
Other = Annotated[int, typer.Argument(help="Another one.")]
Date = Annotated[
    str | None, typer.Option("--date", help="Its day, as precise as known: 2026-03-01, 2026-03.")
]
End = Annotated[str | None, typer.Option("--end", help="Its last day, if it has several.")]
Place = Annotated[str | None, typer.Option("--place", help="The city or house.")]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", help="A point of the agenda; once or more.")
]
Note = Annotated[str | None, typer.Option("--note", help="A private note.")]


@app.command()
def add(
    date: Annotated[str, typer.Option("--date", help="Its day: 2026-03-01, or 2026-03.")],
    sides: Annotated[
        list[str] | None,
        typer.Option("--side", help="A country that takes part (KAZ); once for each."),
    ] = None,
    participants: Annotated[
        list[str] | None,
        typer.Option(
            "--participant",
            "-p",
            help='Who takes part: "Name, capacity"; with the side in front where it is not told '
            'otherwise: "FRA: Name, capacity"; or by number: "#12, capacity".',
        ),
    ] = None,
    bodies: Annotated[
        list[str] | None,
        typer.Option(
            "--body", help='A body that takes part: "KAZ: Mazhilis, parliament"; once or more.'
        ),
    ] = None,
    kind: Annotated[Kind, typer.Option("--kind")] = Kind.meeting,
    status: Annotated[Status, typer.Option("--status")] = Status.planned,
    end: End = None,
    place: Place = None,
    topics: Topics = None,
    note: Note = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Enter an encounter by hand."""
    with clean_ending():
        from comity.cli.encounter_run import attendees
        from comity.keeping.entering import Entry, enter

        entry = Entry(
            kind=kind.value,
            date=date,
            end=end,
            status=status.value,
            sides=tuple(side.upper() for side in sides or []),
            participants=(*attendees(participants or []), *attendees(bodies or [], bodies=True)),
            place=place,
            topics=tuple(topics or []),
            note=note or "",
        )
        made = decide(record, who, lambda work: enter(work, entry, why=why))
        tell(made.judgement, f"encounter {made.encounter} entered")
        for name in made.new_actors:
            typer.echo(f"  {plain(name)} is new to the record")
        for name in made.sideless:
            typer.echo(f"  {plain(name)} stands for no side; say which with KAZ: before the name")


@app.command("set")
def set_(
    id: Id,
    status: Annotated[Status | None, typer.Option("--status")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind")] = None,
    level: Annotated[Level | None, typer.Option("--level")] = None,
    host: Annotated[str | None, typer.Option("--host", help="The host country (KAZ).")] = None,
    date: Date = None,
    end: End = None,
    place: Place = None,
    topics: Topics = None,
    note: Note = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Say what an encounter is or became: called off, put off, held on another day."""
    with clean_ending():
        from comity.cli.encounter_run import settings
        from comity.keeping.entering import change

        changes = settings(
            status=status.value if status else None,
            kind=kind.value if kind else None,
            level=level.value if level else None,
            host=host.upper() if host else None,
            date=date,
            end=end,
            place=place,
            topics=topics,
            note=note,
        )
        made = decide(record, who, lambda work: change(work, id, changes, why=why))
        tell(made, f"encounter {made.encounter} changed")


@app.command()
def join(
    one: Id, other: Other, why: WhyOption = "", who: WhoOption = None, record: RecordOption = None
) -> None:
    """Say that two encounters are one."""
    with clean_ending():
        from comity.keeping.entering import join_encounters

        made = decide(record, who, lambda work: join_encounters(work, one, other, why=why))
        tell(made, f"encounter {made.other_encounter} is part of encounter {made.encounter} now")


@app.command()
def split(
    id: Id,
    reports: Annotated[
        list[int], typer.Option("--report", help="A report that tells of another one; or more.")
    ],
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Say that reports tell of another encounter: a new one."""
    with clean_ending():
        from comity.keeping.entering import split as make

        made = decide(record, who, lambda work: make(work, id, reports, why=why))
        tell(made, f"split off as encounter {made.other_encounter}")


@app.command()
def apart(
    one: Id, other: Other, why: WhyOption = "", who: WhoOption = None, record: RecordOption = None
) -> None:
    """Say that two encounters are two, so that they are not proposed as one any more."""
    with clean_ending():
        from comity.keeping.entering import tell_encounters_apart

        made = decide(record, who, lambda work: tell_encounters_apart(work, one, other, why=why))
        tell(made, f"encounters {made.encounter} and {made.other_encounter} are two")
