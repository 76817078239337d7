"""Comity reads reports of political contact and says what they say, with the evidence.

The names below are loaded when they are first used, so `import comity` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from comity.model.reader import VERSION

if TYPE_CHECKING:
    from comity.errors import ComityError, InputError, LanguageError, UsageError
    from comity.flow import outcomes, read, read_many
    from comity.model.json_form import from_json, to_json
    from comity.model.reading import Reading
    from comity.model.report import Reject, Report
    from comity.reports import read_inputs, report_from_html, report_from_text

__version__ = VERSION

__all__ = [
    "ComityError",
    "InputError",
    "LanguageError",
    "Reading",
    "Reject",
    "Report",
    "UsageError",
    "__version__",
    "from_json",
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
    "InputError": "errors",
    "LanguageError": "errors",
    "Reading": "model.reading",
    "Reject": "model.report",
    "Report": "model.report",
    "UsageError": "errors",
    "from_json": "model.json_form",
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
