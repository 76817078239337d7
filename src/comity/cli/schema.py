"""`comity schema`: the JSON Schema of a reading."""

from __future__ import annotations

import json

import typer

from comity.cli.ending import clean_ending


def schema() -> None:
    """Print the JSON Schema of a reading, which every output of `read` validates against."""
    from comity.model.json_schema import reading_schema

    with clean_ending():
        typer.echo(json.dumps(reading_schema(), indent=2, ensure_ascii=False))
