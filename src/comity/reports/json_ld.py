"""The schema.org description of an article that a page carries as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import unescape

from comity.reports.dates import parse_page_date
from comity.reports.language_code import normalise_language
from comity.reports.metadata import Metadata

# More depth than any real page has, and far less than Python's stack.
_DEPTH = 20
_Node = Mapping[str, object]


def read_json_ld(scripts: list[str]) -> Metadata:
    """Read the first article described; a script that is broken is passed over.

    A script may hold one object, a list, or a "@graph"; `publisher` may be a name, an object,
    a list, or the "@id" of another object.
    """
    nodes = [node for script in scripts for node in _nodes(_parse(script), _DEPTH)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    article = next((node for node in nodes if _is_article(node)), None)
    if article is None:
        return Metadata()
    publisher = article.get("publisher") or article.get("sourceOrganization")
    place = article.get("locationCreated") or article.get("contentLocation")
    return Metadata(
        title=_text(article.get("headline")) or _text(article.get("name")),
        published=parse_page_date(_text(article.get("datePublished")) or ""),
        publisher=_name(publisher, by_id),
        url=_text(article.get("url")),
        language=normalise_language(_name(article.get("inLanguage"), by_id) or ""),
        dateline_place=_dateline_place(article.get("dateline")) or _place(place, by_id),
    )


def _parse(script: str) -> object:
    script = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    script = script.removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(script.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[_Node]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth - 1)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _nodes(item, depth - 1)


def _is_article(node: _Node) -> bool:
    kinds = node.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        name = str(kind).rsplit("/", 1)[-1]
        if name.endswith("Article") or name in ("BlogPosting", "Report", "PressRelease"):
            return True
    return False


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, str):
        return None
    return " ".join(unescape(value).split()) or None


def _name(value: object, by_id: Mapping[str, _Node]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        node = value if "name" in value else by_id.get(str(value.get("@id")), value)
        return _text(node.get("name")) or _text(node.get("alternateName"))
    return _text(value)


def _place(value: object, by_id: Mapping[str, _Node]) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict) and isinstance(value.get("address"), dict):
        town = _text(value["address"].get("addressLocality"))
        if town:
            return town
    return _name(value, by_id)


def _dateline_place(value: object) -> str | None:
    """The place in "MOSCOW, June 5 (Agency) –": what stands before the first mark."""
    dateline = _text(value)
    if dateline is None:
        return None
    for mark in (",", "(", " –", " —", " - ", "."):
        dateline = dateline.split(mark, 1)[0]
    return dateline.strip() or None
