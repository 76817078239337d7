"""Memberships: who belongs to which body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model.reading import Reading

PARTY = "Norwegian Labour Party"

MEMBERS = [
    (f"Ingrid Solberg, a member of the {PARTY}, spoke.", {("Ingrid Solberg", PARTY)}),
    (f"Ingrid Solberg is a member of the {PARTY}.", {("Ingrid Solberg", PARTY)}),
    (f"Ingrid Solberg ({PARTY}) spoke.", {("Ingrid Solberg", PARTY)}),
    (f"Minister Ingrid Solberg spoke. She is a member of the {PARTY}.",
     {("Ingrid Solberg", PARTY)}),
    (f"Ingrid Solberg, who is a member of the {PARTY}, spoke.", {("Ingrid Solberg", PARTY)}),
    (f"Ingrid Solberg ({PARTY}) and Tomas Varga (Green Party) spoke.",
     {("Ingrid Solberg", PARTY), ("Tomas Varga", "Green Party")}),
    (f"Members of the delegation:\n\nIngrid Solberg, {PARTY}\n\nTomas Varga, Green Party",
     {("Ingrid Solberg", PARTY), ("Tomas Varga", "Green Party")}),
    ("Ingrid Solberg, a member of the European Parliament, spoke.",
     {("Ingrid Solberg", "European Parliament")}),
]  # fmt: skip


@pytest.mark.parametrize("text, members", MEMBERS)
def test_members(
    reading_of: Callable[..., Reading], text: str, members: set[tuple[str, str]]
) -> None:
    assert {(item.member, item.body) for item in reading_of(text).memberships} == members


NONE = [
    f"Ingrid Solberg is not a member of the {PARTY}.",
    f"Ingrid Solberg, Chair of the {PARTY}, spoke.",  # an office says more
    f"Ingrid Solberg met the {PARTY} in Oslo.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_members(reading_of: Callable[..., Reading], text: str) -> None:
    assert reading_of(text).memberships == ()
