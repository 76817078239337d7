"""Commands by which somebody decides something: open the record, do it, say what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from comity.cli.options import record_address, user_name
from comity.cli.plain import plain

if TYPE_CHECKING:
    from comity.model.judgement import Judgement
    from comity.record import Work

Done = TypeVar("Done")


def decide(record: str | None, who: str | None, act: Callable[[Work], Done]) -> Done:
    """Do something to the record, as a whole or not at all."""
    from comity.record import open_record

    with open_record(record_address(record)) as opened, opened.working(user_name(who)) as work:
        return act(work)


def tell(judgement: Judgement, what: str) -> None:
    """Say what a judgement did, and its number, by which it can be taken back."""
    typer.echo(plain(f"{what} (judgement {judgement.id})"))
