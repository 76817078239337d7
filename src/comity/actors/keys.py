"""What an actor of record is looked up by: few and selective keys for each of its names."""

from __future__ import annotations

from comity.actors.body_name import STATE_KINDS, body_name
from comity.actors.person_name import person_name
from comity.actors.transliteration import consonants
from comity.data import names
from comity.model.actor import ActorKind, Mention

_LETTERS = range(3, 9)
_LONG = 5


def name_keys(name: str, kind: ActorKind, country: str | None) -> tuple[str, ...]:
    """The keys of one name; two names that may be one actor's share one of them."""
    if kind == "country":
        return (f"country:{country}",) if country else ()
    found = _person_keys(name, country) if kind == "person" else _body_keys(name, kind, country)
    return tuple(dict.fromkeys(found))


def mention_keys(mention: Mention) -> tuple[str, ...]:
    """The keys that a mention is looked up by: its name's, and those of a body at home."""
    keys = name_keys(mention.name, mention.kind, mention.country)
    return tuple(dict.fromkeys((*keys, *home_keys(mention))))


def home_keys(mention: Mention) -> tuple[str, ...]:
    """The keys of a body of state that is named without its country, as the publisher's own."""
    if mention.country is not None or mention.home is None or mention.kind not in STATE_KINDS:
        return ()
    return name_keys(mention.name, mention.kind, mention.home)


def _person_keys(name: str, country: str | None) -> list[str]:
    parts = person_name(name)
    words = [word for word in parts.words if len(word) > 1]
    if not words:
        return []
    whole = len(words) == 1 or parts.numbered or country in names.family_first()
    first = 0 if whole else 1
    keys = [f"f:{consonants(word)}" for word in words[first:]]
    if len(words) > 1:
        ends = sorted((consonants(words[0]), consonants(words[-1])))
        keys.append("n:" + " ".join(ends))
    keys += [f"n:{form}" for form in sorted(parts.forms)]
    return keys


def _body_keys(name: str, kind: ActorKind, country: str | None) -> list[str]:
    body = body_name(name, kind, country)
    where = f"|{body.country or ''}" if body.generic else ""
    keys = [body.reference.key] if body.reference else []
    if body.words:
        keys.append("b:" + " ".join(body.words) + where)
    short = body.letters or body.initials
    if len(short) in _LETTERS:
        keys.append(f"a:{short}{where}")
        if body.letters and not where:
            keys.append(f"a:{short}|{body.country or ''}")
    long = [word for word in body.telling if len(word) >= _LONG]
    if long:
        keys.append(f"w:{max(long, key=len)}|{body.country or ''}")
    return keys
