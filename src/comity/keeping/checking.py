"""Whether an item that a person writes can stand: its form, its names, the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date

from comity.actors.country_words import country_of
from comity.errors import RecordError, UsageError
from comity.keeping.likeness import places_of
from comity.keeping.seen import NAMES
from comity.model.json_form import item_from_json, item_to_json
from comity.model.judgement import FIELDS, Json, Value
from comity.model.reading import Evidence
from comity.record.items import KeptItem

#: Whom these name must be a person or body of the report; the others may be countries too.
_NO_COUNTRY = ("person", "member", "head")


def cannot(why: str) -> RecordError:
    """That a judgement cannot be made, and why."""
    return RecordError("C411", why, where="judgement")


def check_day(day: str | None, where: str) -> None:
    """Raises UsageError (C326) for a day that is no ISO date, as precise as known."""
    if day is None:
        return
    try:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day):
            raise ValueError
        date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError:
        raise UsageError(
            "C326", f"{day!r} is no date; write it as 2026-03-01, 2026-03 or 2026", where=where
        ) from None


def check_period(first: str | None, last: str | None) -> None:
    """Raises UsageError (C326) for days that are none, or stand in the wrong order."""
    check_day(first, "date")
    check_day(last, "end")
    if first and last and last < first[: len(last)]:
        raise UsageError("C326", f"{last} is before {first}", where="end")


def field_type(field: str) -> type[Value]:
    """The type of a field's items. Raises UsageError (C321) for a field that is none."""
    if field not in FIELDS:
        raise UsageError(
            "C321", f"there is no such field; there are {', '.join(FIELDS)}", where=field
        )
    return FIELDS[field]


def changed_value(item: KeptItem, changes: Mapping[str, object], evidence: Evidence) -> Value:
    """An item with some of its fields changed, and with other evidence where some is given.

    Raises InputError: C122 or C123 for a field or a value that is off.
    """
    form: Json = {**item_to_json(item.item.value), **changes}
    if evidence:
        form["evidence"] = [list(span) for span in evidence]
    return item_from_json(field_type(item.item.field), form, where=item.item.field)


def new_value(field: str, form: Mapping[str, object], evidence: Evidence) -> Value:
    """An item as a person writes it, on the evidence given; what may be empty can be left out.

    Raises:
        UsageError: C321 there is no such field.
        InputError: C121 to C123 for what is missing or off.
    """
    kind = field_type(field)
    empty: Json = {}
    for each in fields(kind):
        if "None" in str(each.type):
            empty[each.name] = None
        elif str(each.type).startswith("tuple"):
            empty[each.name] = []
    full = {**empty, "evidence": [], **form}
    if evidence:
        full["evidence"] = [list(span) for span in evidence]
    return item_from_json(kind, full, where=field)


def quoted(text: str, quotes: Sequence[str]) -> Evidence:
    """Where quotes stand in a text, the first place of each.

    Raises UsageError (C322) for one that is not there.
    """
    found = []
    for quote in quotes:
        places = places_of(quote, text)
        if not places:
            shown = quote if len(quote) <= 60 else quote[:60] + "…"
            raise UsageError(
                "C322",
                f"the report does not hold the words “{shown}”; quote them as they stand there",
                where="quote",
            )
        found.append(places[0])
    return tuple(sorted(found))


def check_value(
    value: Value, *, text: str, names: Sequence[str], before: Value | None = None
) -> Value:
    """An item, its evidence in order, if it can stand in a report.

    Args:
        names: the people and bodies of the report.
        before: the item as it was; the names in it are let pass.

    Raises UsageError: C323 its evidence is missing, empty or outside the text, C324 it names
        somebody that the report does not have.
    """
    _check_evidence(value.evidence, text)
    known = set(names) | (_names_in(before) if before is not None else set())
    for each in fields(value):
        if each.name not in NAMES:
            continue
        for name in _listed(getattr(value, each.name)):
            if name in known or (each.name not in _NO_COUNTRY and country_of(name)):
                continue
            raise UsageError(
                "C324",
                f"the report has no {name!r} among its people and bodies; write the name as it "
                "stands there, or add the person or body first",
                where=each.name,
            )
    return replace(value, evidence=tuple(sorted(set(value.evidence))))


def _check_evidence(evidence: Evidence, text: str) -> None:
    if not evidence:
        raise UsageError(
            "C323", "an item needs the words that say it; quote them", where="evidence"
        )
    for start, end in evidence:
        if not 0 <= start < end <= len(text):
            raise UsageError(
                "C323",
                f"the place {start} to {end} is empty or outside the text, which has {len(text)} "
                "characters",
                where="evidence",
            )


def _names_in(value: Value) -> set[str]:
    return {
        name
        for each in fields(value)
        if each.name in NAMES
        for name in _listed(getattr(value, each.name))
    }


def _listed(content: object) -> tuple[str, ...]:
    if isinstance(content, tuple):
        return content
    return (content,) if isinstance(content, str) else ()
