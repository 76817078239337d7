"""Options that several commands have."""

from __future__ import annotations

from typing import Annotated

import typer

RecordOption = Annotated[
    str | None,
    typer.Option(
        "--record",
        help="The record: a file, sqlite:///path/record.db or postgresql+psycopg://user@host/name. "
        "Without it: COMITY_RECORD, else comity.db in this folder.",
        show_default=False,
    ),
]
WhoOption = Annotated[
    str | None,
    typer.Option(
        "--who",
        help="Who does this, for the history. Without it: COMITY_USER, else the login name.",
        show_default=False,
    ),
]
WhyOption = Annotated[str, typer.Option("--why", help="Why, for the history.", show_default=False)]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors.")
]


def record_address(given: str | None) -> str:
    """The address of the record to work with."""
    from comity.settings import settings

    return given or settings().record


def user_name(given: str | None) -> str:
    """Who works with the record."""
    from comity.settings import settings

    return given or settings().user
