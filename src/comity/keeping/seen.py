"""A reading seen through judgements: what people confirmed, corrected, added and rejected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from comity.data.folding import fold
from comity.model.json_form import item_from_json
from comity.model.judgement import FIELDS, Item, ItemStatus, Json, Judgement, Value, item_key
from comity.model.reading import Evidence, Reading

#: How alike two items of a field must be for a judgement on one to hold for the other, where their
#: evidence overlaps, and where the text was issued anew (0..1).
_ALIKE_HERE = 0.5
_ALIKE_ELSEWHERE = 0.8
_STATUS: dict[str, ItemStatus] = {
    "confirm": "confirmed",
    "reject": "rejected",
    "correct": "corrected",
    "add": "added",
}
#: The fields of items that hold names of people and bodies.
_NAMES = ("name", "person", "body", "member", "parties", "of", "head", "drawn_from", "speaker")
_SIDES = ("by", "to", "between")


@dataclass(slots=True)
class _Judged:
    """What judgements on one item come to; `before` is the item as it was read."""

    field: str
    key: str
    status: ItemStatus
    before: Value | None
    value: Value
    elsewhere: bool


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
) -> list[Item]:
    """The items of a reading as judgements leave them, rejected ones marked as such.

    Args:
        judgements: those in force on the report and its earlier revisions, in their order.
        report: the report's id; judgements on others are carried over to its text.
        texts: the texts of the earlier revisions, by report.
    """
    judged = _judged(judgements, report=report, text=text, texts=texts)
    items = {(item.field, item.key): item for item in read_items(reading)}
    open_ones = []
    for one in judged.values():
        place = one.field, one.key
        if one.status == "added" or place in items:
            found = items.get(place)
            items[place] = _decided(one, found)
        else:
            open_ones.append(one)
    judged_places = set(judged)
    for one in open_ones:
        like = _most_like(one, [i for p, i in items.items() if p not in judged_places])
        if like is not None:
            del items[like.field, like.key]
        items[one.field, one.key] = _decided(one, like)
    return _renamed(list(items.values()), judged.values())


def _judged(
    judgements: Sequence[Judgement], *, report: int, text: str, texts: Mapping[int, str]
) -> dict[tuple[str, str], _Judged]:
    found: dict[tuple[str, str], _Judged] = {}
    for judgement in judgements:
        if judgement.field is None or judgement.key is None or judgement.kind not in _STATUS:
            continue
        place = judgement.field, judgement.key
        before, after = _item(judgement, judgement.before), _item(judgement, judgement.after)
        known = found.get(place)
        value = after or (known.value if known else None) or before
        if value is None:
            continue
        elsewhere = judgement.report != report
        if elsewhere and judgement.report is not None:
            value = _carried(value, texts.get(judgement.report, ""), text)
        status = _STATUS[judgement.kind]
        if known and known.status in ("corrected", "added") and judgement.kind == "confirm":
            status = known.status
        original = known.before if known else (before if judgement.kind != "add" else None)
        found[place] = _Judged(
            field=judgement.field,
            key=judgement.key,
            status=status,
            before=original,
            value=value,
            elsewhere=elsewhere,
        )
    return found


def _item(judgement: Judgement, form: Json | None) -> Value | None:
    if form is None or judgement.field is None:
        return None
    return item_from_json(FIELDS[judgement.field], form, where=judgement.field)


def _decided(judged: _Judged, found: Item | None) -> Item:
    """An item as it was judged. What was read of it now counts where nobody changed it."""
    keep_read = found is not None and judged.status in ("confirmed", "rejected")
    value = judged.value
    if keep_read and found is not None and _same(found.value, judged.before):
        value = found.value
    return Item(field=judged.field, key=judged.key, value=value, status=judged.status)


def _same(one: Value, other: Value | None) -> bool:
    return other is not None and replace(one, evidence=()) == replace(other, evidence=())


def _most_like(judged: _Judged, items: Sequence[Item]) -> Item | None:
    """The item that a judgement means, where the report is now read somewhat differently."""
    wanted = judged.before
    if wanted is None:
        return None
    ranked: list[tuple[float, int, Item]] = []
    for item in items:
        if item.field != judged.field:
            continue
        likeness = _likeness(item.value, wanted)
        here = not judged.elsewhere and _overlap(item.evidence, wanted.evidence)
        if likeness >= (_ALIKE_HERE if here else _ALIKE_ELSEWHERE):
            ranked.append((likeness, -len(ranked), item))
    return max(ranked, key=lambda one: one[:2])[2] if ranked else None


def _likeness(one: Value, other: Value) -> float:
    """The share of words that two items have in common (0..1)."""
    first, second = _words(one), _words(other)
    return len(first & second) / len(first | second) if first | second else 0.0


def _words(value: Value) -> set[str]:
    found: set[str] = set()
    for each in fields(value):
        content = getattr(value, each.name)
        if each.name == "evidence" or content is None:
            continue
        for part in content if isinstance(content, tuple) else (content,):
            found |= {f"{each.name}:{word}" for word in fold(str(part)).split()}
    return found


def _overlap(one: Evidence, other: Evidence) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _carried(value: Value, old: str, new: str) -> Value:
    """An item with its evidence as it stands in a text that was issued anew."""
    places = []
    for start, end in value.evidence:
        at = new.find(old[start:end]) if old[start:end] else -1
        if at >= 0:
            places.append((at, at + end - start))
    return replace(value, evidence=tuple(places))


def _renamed(items: list[Item], judged: Iterable[_Judged]) -> list[Item]:
    """Items that refer to people and bodies by the names that people corrected."""
    names: dict[str, str] = {}
    for one in judged:
        old, new = getattr(one.before, "name", None), getattr(one.value, "name", None)
        if one.field in ("people", "bodies") and one.status == "corrected" and old and new:
            names[old] = new
    if not names:
        return items
    return [
        item
        if item.status in ("corrected", "added")
        else replace(item, value=_with_names(item.value, names))
        for item in items
    ]


def _with_names(value: Value, names: Mapping[str, str]) -> Value:
    changed: dict[str, object] = {}
    for each in fields(value):
        if each.name not in _NAMES and each.name not in _SIDES:
            continue
        content = getattr(value, each.name)
        if isinstance(content, tuple):
            changed[each.name] = tuple(names.get(part, part) for part in content)
        elif content is not None:
            changed[each.name] = names.get(content, content)
    return replace(value, **changed)  # type: ignore[arg-type]  # the item's own fields
