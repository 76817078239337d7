"""The names that `import comity` promises, pinned: a change here is a change for every user."""

from __future__ import annotations

import importlib

import pytest

import comity

PROMISED = {
    "ComityError": "comity.errors",
    "FetchError": "comity.errors",
    "InputError": "comity.errors",
    "LanguageError": "comity.errors",
    "Reading": "comity.model.reading",
    "Record": "comity.record.store",
    "RecordError": "comity.errors",
    "Reject": "comity.model.report",
    "Report": "comity.model.report",
    "UsageError": "comity.errors",
    "add": "comity.flow.adding",
    "open_record": "comity.record.store",
    "from_json": "comity.model.json_form",
    "outcomes": "comity.flow",
    "read": "comity.flow",
    "read_inputs": "comity.reports.inputs",
    "read_many": "comity.flow",
    "report_from_html": "comity.reports.one",
    "report_from_text": "comity.reports.one",
    "to_json": "comity.model.json_form",
}


def test_public_names_are_pinned() -> None:
    assert set(comity.__all__) == {*PROMISED, "__version__"}
    assert comity.__all__ == sorted(comity.__all__)
    assert set(comity.__all__) <= set(dir(comity))


@pytest.mark.parametrize("name", PROMISED)
def test_a_public_name_is_the_thing_itself(name: str) -> None:
    assert getattr(comity, name) is getattr(importlib.import_module(PROMISED[name]), name)
    assert getattr(comity, name).__doc__


def test_other_names_are_unknown() -> None:
    with pytest.raises(AttributeError, match="no attribute 'sing'"):
        _ = comity.sing  # type: ignore[attr-defined]  # that is the point
