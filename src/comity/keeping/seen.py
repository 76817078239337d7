"""A reading seen through judgements: what people confirmed, corrected, added and rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from comity.keeping.likeness import carried, likeness, overlap, same
from comity.model.json_form import item_from_json
from comity.model.judgement import FIELDS, Item, ItemStatus, Json, Judgement, Value, item_key
from comity.model.reading import Body, Person, Reading

#: How alike an item must be to the one that was judged (0..1): in the same place of the text, and
#: elsewhere. What was rejected may now be read rightly, and what was added may stand beside it.
_ALIKE: Mapping[ItemStatus, tuple[float, float]] = {
    "read": (0.5, 0.8),
    "confirmed": (0.5, 0.8),
    "corrected": (0.5, 0.8),
    "rejected": (0.6, 0.8),
    "added": (0.75, 1.0),
}
#: Judgements of other kinds keep an item where it is, and say nothing of it.
_STATUS: Mapping[str, ItemStatus] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
}
#: The fields of items that hold names of people and bodies.
NAMES = ("person", "body", "member", "parties", "of", "head", "drawn_from", "speaker",
         "by", "to", "between")  # fmt: skip
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Seen:
    """The items of a report as judgements leave them; `renamed` are names of people and bodies as
    they are read, with those that people gave them."""

    items: list[Item]
    renamed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Judged:
    """What judgements on one item come to; `before` is the item as it was read, `stays` whether
    it is there even where no reading has it."""

    place: _Place
    status: ItemStatus
    before: Value | None
    value: Value
    stays: bool


def read_items(reading: Reading) -> list[Item]:
    """The items of a reading, nobody having judged them."""
    items, taken = [], set()
    for field in FIELDS:
        for value in getattr(reading, field):
            key, again = item_key(field, value), 1
            while (field, key) in taken:
                again += 1
                key = f"{item_key(field, value)}.{again}"
            taken.add((field, key))
            items.append(Item(field=field, key=key, value=value))
    return items


def see(
    reading: Reading,
    judgements: Sequence[Judgement],
    *,
    report: int,
    text: str,
    texts: Mapping[int, str],
) -> Seen:
    """The items of a reading as judgements leave them, rejected ones marked as such.

    Every item that was judged is there, under the key that it had then, whether or not the reading
    has it still.

    Args:
        judgements: those in force on the report and its earlier revisions, in their order.
        report: the report's id; judgements on others are carried over to its text.
        texts: the texts of the earlier revisions, by report.
    """
    read = read_items(reading)
    judged = _judged(judgements, report=report, text=text, texts=texts)
    if not judged:
        return Seen(read, {})
    found = _found(judged, read)
    decided = {at: _decided(judged[place], read[at]) for place, at in found.items()}
    items = [decided.get(at, item) for at, item in enumerate(read)]
    items += [_decided(j, None) for place, j in judged.items() if place not in found and j.stays]
    pairs = [(one, read[found[place]] if place in found else None) for place, one in judged.items()]
    kept = _once(items, judged)
    renamed = _names_given(pairs, kept)
    return Seen(_renamed(kept, renamed), renamed)


def _judged(
    judgements: Sequence[Judgement], *, report: int, text: str, texts: Mapping[int, str]
) -> dict[_Place, _Judged]:
    found: dict[_Place, _Judged] = {}
    for judgement in judgements:
        if judgement.field is None or judgement.key is None or judgement.field not in FIELDS:
            continue
        place = judgement.field, judgement.key
        before, after = _item(judgement, judgement.before), _item(judgement, judgement.after)
        if judgement.report is not None and judgement.report != report:
            old = texts.get(judgement.report, "")
            before = carried(before, old, text) if before else None
            after = carried(after, old, text) if after else None
        known = found.get(place)
        value = after or (known.value if known else None) or before
        if value is None:
            continue
        status = _STATUS.get(judgement.kind)
        if status is None or (status == "confirmed" and known and known.status != "rejected"):
            # It says that the item is there, which is no more than a correction does.
            status = known.status if known and known.status not in ("read", "rejected") else None
            status = status or ("confirmed" if judgement.kind == "confirm" else "read")
        original = known.before if known else (before if judgement.kind != "add" else None)
        # That two things are apart says of neither that it is right.
        stays = judgement.kind != "apart" or (known is not None and known.stays)
        found[place] = _Judged(place, status, original, value, stays)
    return found


def _item(judgement: Judgement, form: Json | None) -> Value | None:
    # What became of a commitment is no item.
    if (
        form is None
        or judgement.field is None
        or judgement.kind == "outcome"
        and "kind" not in form
    ):
        return None
    return item_from_json(FIELDS[judgement.field], form, where=judgement.field)


def _found(judged: Mapping[_Place, _Judged], read: Sequence[Item]) -> dict[_Place, int]:
    """Which items of the reading the judgements mean, the likeliest first."""
    at_place = {(item.field, item.key): at for at, item in enumerate(read)}
    found = {place: at_place[place] for place in judged if place in at_place}
    taken = set(found.values())
    ranked: list[tuple[float, int, int, _Place]] = []
    for order, (place, one) in enumerate(judged.items()):
        if place in found:
            continue
        for at, item in enumerate(read):
            if item.field == place[0] and at not in taken:
                alike = _fits(one, item)
                if alike is not None:
                    ranked.append((-alike, order, at, place))
    for _, _, at, place in sorted(ranked):
        if place not in found and at not in taken:
            found[place] = at
            taken.add(at)
    return found


def _fits(one: _Judged, item: Item) -> float | None:
    """How alike an item is to one that was judged; None where it is another."""
    best = None
    here, elsewhere = _ALIKE[one.status]
    for wanted in (one.before, one.value):
        if wanted is None:
            continue
        alike = likeness(item.value, wanted)
        if alike >= (here if overlap(item.evidence, wanted.evidence) else elsewhere):
            best = max(best or 0.0, alike)
    return best


def _decided(judged: _Judged, found: Item | None) -> Item:
    """An item as it was judged. Where nobody changed it, what was read of it now counts."""
    field, key = judged.place
    value = judged.value
    if found is not None and judged.status == "read":
        # Somebody relies on the item, whatever else is read of it; people stay who they are.
        value = found.value
        if isinstance(value, Person | Body):
            value = replace(value, name=getattr(judged.value, "name", value.name))
    elif found is not None and judged.status in ("confirmed", "rejected"):
        if same(found.value, judged.value):
            value = found.value
    return Item(field=field, key=key, value=value, status=judged.status)


def _once(items: Sequence[Item], judged: Mapping[_Place, _Judged]) -> list[Item]:
    """Items without those that only repeat what a person corrected or added."""
    said = {
        (item.field, item_key(item.field, item.value))
        for item in items
        if item.status in ("corrected", "added")
    }
    return [
        item
        for item in items
        if (item.field, item.key) in judged
        or (item.field, item_key(item.field, item.value)) not in said
    ]


def _names_given(
    pairs: Iterable[tuple[_Judged, Item | None]], items: Sequence[Item]
) -> dict[str, str]:
    """Names of people and bodies as they are read, with those that people gave them.

    A name that somebody else still has is left out.
    """
    given: dict[str, str] = {}
    standing = {
        item.value.name
        for item in items
        if isinstance(item.value, Person | Body) and item.status != "rejected"
    }
    for one, found in pairs:
        if one.status == "rejected" or not isinstance(one.value, Person | Body):
            continue
        for read in (one.before, found.value if found else None):
            if isinstance(read, Person | Body) and read.name != one.value.name:
                given[read.name] = one.value.name
    return {old: new for old, new in given.items() if old not in standing}


def _renamed(items: list[Item], names: Mapping[str, str]) -> list[Item]:
    """Items that refer to people and bodies by the names that people gave them."""
    if not names:
        return items
    return [
        item
        if isinstance(item.value, Person | Body) or item.status == "rejected"
        else replace(item, value=_with_names(item.value, names))
        for item in items
    ]


def _with_names(value: Value, names: Mapping[str, str]) -> Value:
    changed: dict[str, object] = {}
    for each in fields(value):
        if each.name not in NAMES:
            continue
        content = getattr(value, each.name)
        if isinstance(content, tuple):
            # Who was named twice under two names is named once.
            changed[each.name] = tuple(dict.fromkeys(names.get(part, part) for part in content))
        elif content is not None:
            changed[each.name] = names.get(content, content)
    return replace(value, **changed)  # type: ignore[arg-type]  # the item's own fields
