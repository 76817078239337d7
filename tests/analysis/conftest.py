"""The invented record, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from comity.record import Record, open_record

from .world import TALES, tell

_told: dict[str, str] = {}


@pytest.fixture
def world(empty: str, copy_record: Callable[[str], str]) -> Iterator[Record]:
    """A record that holds the invented reports; told once for each database, then copied."""
    if empty not in _told:
        template = copy_record(empty)
        with open_record(template) as record:
            tell(record, *TALES)
        _told[empty] = template
    with open_record(copy_record(_told[empty])) as record:
        yield record
