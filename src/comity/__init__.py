"""Comity reads reports of political contact, and keeps what they say in one record.

The names below are loaded when they are first used, so `import comity` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from comity.model.reader import VERSION

if TYPE_CHECKING:
    from comity.errors import (
        ComityError,
        FetchError,
        InputError,
        LanguageError,
        RecordError,
        UsageError,
    )
    from comity.flow import add, outcomes, read, read_many
    from comity.model.json_form import from_json, to_json
    from comity.model.reading import Reading
    from comity.model.report import Reject, Report
    from comity.record import Record, open_record
    from comity.reports import read_inputs, report_from_html, report_from_text

__version__ = VERSION

__all__ = [
    "ComityError",
    "FetchError",
    "InputError",
    "LanguageError",
    "Reading",
    "Record",
    "RecordError",
    "Reject",
    "Report",
    "UsageError",
    "__version__",
    "add",
    "from_json",
    "open_record",
    "outcomes",
    "read",
    "read_inputs",
    "read_many",
    "report_from_html",
    "report_from_text",
    "to_json",
]

_HOMES = {
    "ComityError": "errors",
    "FetchError": "errors",
    "InputError": "errors",
    "LanguageError": "errors",
    "Reading": "model.reading",
    "Record": "record",
    "RecordError": "errors",
    "Reject": "model.report",
    "Report": "model.report",
    "UsageError": "errors",
    "add": "flow",
    "from_json": "model.json_form",
    "open_record": "record",
    "outcomes": "flow",
    "read": "flow",
    "read_inputs": "reports",
    "read_many": "flow",
    "report_from_html": "reports",
    "report_from_text": "reports",
    "to_json": "model.json_form",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'comity' has no attribute '{name}'")
    value: object = getattr(import_module(f"comity.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
