"""The JSON form of a reading: plain values in, plain values out.

A reading's fields stand in their order, each item as an object, spans as `[start, end]`. One thing
differs: `topics` are plain strings, and their evidence stands beside them in `topic_evidence`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from comity.errors import InputError
from comity.model.reading import Form, Reading

Json = dict[str, Any]
Item = TypeVar("Item")


def to_json(reading: Reading) -> Json:
    """A reading as JSON values. Nothing is shared with the reading."""
    form: Json = {}
    for name in _names(Reading):
        value = getattr(reading, name)
        if name == "topics":
            form[name] = [item.topic for item in reading.topics]
            form["topic_evidence"] = {t.topic: _plain(t.evidence) for t in reading.topics}
        elif name == "report":
            form[name] = _record(value)
        elif type(value) is tuple:
            form[name] = [_record(item) for item in value]
        else:
            form[name] = value
    return form


def from_json(form: object) -> Reading:
    """The reading that JSON values stand for.

    Raises InputError: C121 a field is missing, C122 a field is not known, C123 a value is not what
    the field takes. `where` names the field ("people[2].country").
    """
    if isinstance(form, Mapping) and "topics" in form:
        form = {**form, "topics": _joined_topics(form)}
        form.pop("topic_evidence", None)
    reading = _value(Reading, form, "")
    assert isinstance(reading, Reading)
    return reading


def item_to_json(item: object) -> Json:
    """One item of a reading as JSON values."""
    return _record(item)


def item_from_json(kind: type[Item], form: object, *, where: str) -> Item:
    """The item of a field that JSON values stand for; `where` is the field's name in errors.

    Raises InputError: C121, C122, C123, as `from_json` does.
    """
    item = _value(kind, form, where)
    assert isinstance(item, kind)
    return item


@cache
def hints(thing: type) -> dict[str, Any]:
    """The fields of a dataclass with their types, in order; what `Annotated` says is kept."""
    return get_type_hints(thing, include_extras=True)


@cache
def _names(thing: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(thing))


def _record(item: Any) -> Json:
    return {name: _plain(getattr(item, name)) for name in _names(item.__class__)}


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if type(value) is tuple else value


def _joined_topics(form: Mapping[str, Any]) -> list[Json]:
    topics, evidence = form["topics"], form.get("topic_evidence")
    if evidence is None:
        raise InputError("C121", "the field is missing", where="topic_evidence")
    if not isinstance(topics, list) or not all(isinstance(topic, str) for topic in topics):
        raise InputError("C123", "the value must be a list of strings", where="topics")
    if not isinstance(evidence, Mapping) or set(evidence) != set(topics):
        message = "the value must be an object with an entry for each of `topics`"
        raise InputError("C123", message, where="topic_evidence")
    return [{"topic": topic, "evidence": evidence[topic]} for topic in topics]


def _value(hint: Any, value: Any, where: str) -> Any:
    """A JSON value as the type asks for it, checked."""
    origin, args = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return _item(hint, value, where)  # type: ignore[arg-type]  # a class, not an instance
    if origin is Annotated:
        return _formed(args[0], args[1], value, where)
    if origin is Literal:
        if value not in args:
            raise InputError("C123", f"the value must be one of {_listed(args)}", where=where)
        return value
    if NoneType in args:
        (kind,) = (arg for arg in args if arg is not NoneType)
        return None if value is None else _value(kind, value, where)
    if origin is tuple:
        return _list(args, value, where)
    if type(value) is not hint:
        kinds = {str: "a string", bool: "true or false", int: "a whole number"}
        raise InputError("C123", f"the value must be {kinds[hint]}", where=where)
    return value


def _item(thing: type, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise InputError("C123", "the value must be an object", where=where or "reading")
    inside = f"{where}." if where else ""
    known = hints(thing)
    for name in known:
        if name not in value:
            raise InputError("C121", "the field is missing", where=inside + name)
    for name in value:
        if name not in known:
            message = f"no such field; known here: {', '.join(known)}"
            raise InputError("C122", message, where=f"{inside}{name}")
    return thing(**{name: _value(hint, value[name], inside + name) for name, hint in known.items()})


def _formed(hint: Any, form: Form, value: Any, where: str) -> Any:
    checked = _value(hint, value, where)
    if not re.search(form.pattern, checked):
        raise InputError("C123", f"the value must be {form.words}", where=where)
    return checked


def _list(args: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise InputError("C123", "the value must be a list", where=where)
    if args[-1] is ...:
        return tuple(_value(args[0], part, f"{where}[{at}]") for at, part in enumerate(value))
    if len(value) != len(args):
        raise InputError("C123", f"the list must have {len(args)} values", where=where)
    parts = zip(args, value, strict=True)
    return tuple(_value(arg, part, f"{where}[{at}]") for at, (arg, part) in enumerate(parts))


def _listed(values: tuple[Any, ...]) -> str:
    return ", ".join(map(str, values))
