"""`comity judge`: what a person says of items, and taking judgements back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from comity.cli.decisions import decide, tell
from comity.cli.ending import clean_ending
from comity.cli.options import RecordOption, WhoOption, WhyOption, record_address
from comity.cli.show import Form, Format

if TYPE_CHECKING:
    from comity.model.judgement import Judgement
    from comity.record import Work

app = typer.Typer(
    name="judge",
    help="Confirm, reject, correct and add what reports are read to say. Judgements are kept for "
    "good: a later reading never undoes them.",
    no_args_is_help=True,
)
Ids = Annotated[
    list[int], typer.Argument(help="Items, by the ids that `comity judge list --report N` shows.")
]
Id = Annotated[int, typer.Argument(help="The item, by its id.")]
Quotes = Annotated[
    list[str] | None,
    typer.Option(
        "--quote", "-q", help="Words of the report that say it, as they stand there; once or more."
    ),
]


@app.command()
def confirm(
    ids: Ids, why: WhyOption = "", who: WhoOption = None, record: RecordOption = None
) -> None:
    """Say that items are right as they stand."""
    with clean_ending():
        from comity.keeping.judging import confirm as make

        made = decide(record, who, lambda work: [make(work, one, why=why) for one in ids])
        for one, judgement in zip(ids, made, strict=True):
            tell(judgement, f"item {one} confirmed")


@app.command()
def reject(
    ids: Ids, why: WhyOption = "", who: WhoOption = None, record: RecordOption = None
) -> None:
    """Say that items are wrong. They stay with their report, and count for nothing."""
    with clean_ending():
        from comity.keeping.judging import reject as make

        made = decide(record, who, lambda work: [make(work, one, why=why) for one in ids])
        for one, judgement in zip(ids, made, strict=True):
            tell(judgement, f"item {one} rejected")


@app.command()
def correct(
    id: Id,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            "-s",
            help="name=value: what should stand there. Several names have ; between them; "
            "name= alone leaves it empty.",
        ),
    ] = None,
    quotes: Quotes = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Set what an item says, and the words that say it. Where a person or body gets another name,
    all that the report says of them follows."""
    with clean_ending():
        from comity.cli.judge_run import changes_of
        from comity.keeping.judging import correct as make

        def act(work: Work) -> Judgement:
            return make(
                work, id, changes_of(work, id, settings or []), quotes=quotes or [], why=why
            )

        tell(decide(record, who, act), f"item {id} corrected")


@app.command()
def add(
    field: Annotated[
        str, typer.Argument(help="What it is: people, offices, encounters, commitments …")
    ],
    form: Annotated[
        str,
        typer.Argument(help='As JSON: {"name": "Anna Weber", "country": "DEU"}', metavar="JSON"),
    ],
    report: Annotated[
        int | None, typer.Option("--report", help="The report that says it, by its id.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            help="Where no report says it: the sentences on which it rests, in your own words or "
            "another's.",
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="With --source: of which day they are.")
    ] = None,
    quotes: Quotes = None,
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Add what a report says and no reader found, or a fact by hand with the sentence that says it.

    Without --quote it rests on the whole of --source.
    """
    with clean_ending():
        from comity.cli.judge_run import add as make
        from comity.cli.judge_run import parsed

        value = parsed(form)

        def act(work: Work) -> tuple[Judgement, int | None]:
            return make(
                work,
                field,
                value,
                report=report,
                source=source,
                published=published,
                quotes=quotes or [],
                why=why,
            )

        judgement, item = decide(record, who, act)
        tell(judgement, f"item {item} added to report {judgement.report}")


@app.command()
def undo(
    id: Annotated[int, typer.Argument(help="The judgement, by its number.")],
    why: WhyOption = "",
    who: WhoOption = None,
    record: RecordOption = None,
) -> None:
    """Take a judgement back, of any kind: on items, actors, encounters, commitments, proposals."""
    with clean_ending():
        from comity.keeping.undoing import undo as make

        tell(decide(record, who, lambda work: make(work, id, why=why)), f"judgement {id} undone")


@app.command("list")
def list_(
    report: Annotated[
        int | None, typer.Option("--report", help="What this report says, and what was judged.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Only judgements by somebody.")] = None,
    most: Annotated[int, typer.Option("--most", min=1, help="At most so many judgements.")] = 50,
    form: Form = Format.table,
    record: RecordOption = None,
) -> None:
    """List judgements, the newest first; with --report the items of a report too, with their
    ids."""
    with clean_ending():
        from comity.cli.judge_sheets import show_judgements
        from comity.cli.sheets import answer

        answer(
            record_address(record),
            form.value,
            lambda view: show_judgements(view, report=report, by=by, most=most),
        )
