"""The JSON Schema of a reading, made from the dataclasses and the vocabulary."""

from __future__ import annotations

import inspect
from dataclasses import is_dataclass
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from comity.data.vocabulary import Topic
from comity.model.json_form import Json, hints
from comity.model.reading import Evidence, Reading, Span

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE = {str: "string", bool: "boolean", int: "integer"}


def reading_schema() -> Json:
    """The schema of a reading's JSON form, every object closed to further properties."""
    definitions: Json = {}
    schema = _object(Reading, definitions)
    schema["properties"]["topics"] = {
        "type": "array",
        "items": _schema(Topic, definitions),
        "uniqueItems": True,
    }
    evidence = {
        "type": "object",
        "propertyNames": _schema(Topic, definitions),
        "additionalProperties": _schema(Evidence, definitions),
    }
    definitions.pop("TopicItem")
    # Behind `topics`, as the JSON form has it.
    properties: Json = {}
    for name, part in schema["properties"].items():
        properties[name] = part
        if name == "topics":
            properties["topic_evidence"] = evidence
    return {
        "$schema": DIALECT,
        "title": "Reading",
        **schema,
        "required": list(properties),
        "properties": properties,
        "$defs": definitions,
    }


def _schema(hint: Any, definitions: Json) -> Json:
    """The schema of a type; a dataclass or a span is defined once and referred to."""
    origin, args = get_origin(hint), get_args(hint)
    if hint == Span:
        return _defined("Span", _SPAN, definitions)
    if is_dataclass(hint):
        name = hint.__name__  # type: ignore[union-attr]  # a class, not an instance
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(hint, definitions)  # type: ignore[arg-type]  # as above
        return {"$ref": f"#/$defs/{name}"}
    if origin is Annotated:
        form = args[1]
        return {
            **_schema(args[0], definitions),
            "pattern": form.pattern,
            "description": form.words,
        }
    if origin is Literal:
        return {"enum": list(args)}
    if NoneType in args:
        (kind,) = (arg for arg in args if arg is not NoneType)
        return {"anyOf": [_schema(kind, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(args[0], definitions)}
    return {"type": _SIMPLE[hint]}


_SPAN: Json = {
    "description": "Half-open [start, end) offsets into the report's text, in code points.",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}


def _defined(name: str, schema: Json, definitions: Json) -> Json:
    definitions.setdefault(name, schema)
    return {"$ref": f"#/$defs/{name}"}


def _object(thing: type, definitions: Json) -> Json:
    properties = {name: _schema(hint, definitions) for name, hint in hints(thing).items()}
    return {
        "description": inspect.getdoc(thing) or "",
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }
