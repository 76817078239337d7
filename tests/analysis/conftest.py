"""The invented record, on both databases."""

from __future__ import annotations

import pytest

from comity.record import Record

from .world import TALES, tell


@pytest.fixture
def world(record: Record) -> Record:
    """A record that holds the invented reports."""
    tell(record, *TALES)
    return record
