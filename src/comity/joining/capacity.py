"""For what people take part, how high they rank, and between whom contact therefore runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from comity.data import capacities, offices
from comity.model.contact import Channel, Level, Participant, Sector

_BODIES: Mapping[str, Sector] = {
    "government": "government",
    "parliament": "parliament",
    "friendship group": "parliament",
    "party": "party",
    "company": "other",
    "civil society": "other",
    "education": "other",
    "media": "other",
    "armed group": "other",
    "intergovernmental": "other",
    "other": "other",
}
_ORDER: Mapping[Level, int] = {"officials": 0, "ministers": 1, "leaders": 2}
_NAMES: Mapping[Sector, Channel] = {
    "government": "government",
    "parliament": "parliament",
    "party": "party",
}
#: Heads of state and government are presidents of nothing else.
_ELSEWHERE = frozenset({"parliament", "friendship group", "party", "company", "civil society",
                        "education", "media", "other"})  # fmt: skip


def sector(title: str, body_kind: str | None) -> Sector | None:
    """What somebody acts for, by the title and the kind of body that it belongs to.

    `title` may be "" and `body_kind` None, for a plain member or an office without a body.
    """
    office = _plain(title)
    words = office.split()
    phrases = f" {office} "
    if any(f" {phrase} " in phrases for phrase in capacities.word_set("party_phrases")):
        return "party"
    if any(f" {phrase} " in phrases for phrase in capacities.word_set("parliament_phrases")):
        return "parliament"
    if _has(words, "parliament") or words in (["deputy"], ["first", "deputy"]):
        return "parliament"
    if body_kind in ("party", "parliament", "friendship group") and not _ministerial(words):
        return _BODIES[body_kind]
    if _ministerial(words):
        return "government"
    if body_kind is not None and body_kind in _BODIES:
        return _BODIES[body_kind]
    if (
        _is_state(office)
        or re.match(r"(?:first )?vice[- ]president$", office)
        or office == "secretary"
    ):
        return "government"
    if _has(words, "private"):
        return "other"
    return None


def rank(title: str, body_kind: str | None = None) -> Level:
    """How high an office ranks. A title may name its body behind a comma ("Chairman, Senate")."""
    office, _, body = title.partition(",")
    office = _plain(office)
    if _is_state(office) and body_kind not in _ELSEWHERE and not body.strip():
        return "leaders"
    words = office.split()
    if any(f" {phrase} " in f" {office} " for phrase in _phrases("ministers")):
        return "ministers"
    lowered = any(word in capacities.word_set("lesser") for word in words)
    if words and not lowered:
        if words == ["secretary"] and body_kind not in _ELSEWHERE:
            return "ministers"
        if _head(words) in capacities.word_set("ministers") and _ministerial(words, "speaker"):
            return "ministers"
        if body_kind == "parliament" and _head(words) in capacities.word_set("presiding"):
            parts = capacities.word_set("parts_of_chambers")
            if not parts & set(_plain(f"{office} {body}").split()):
                return "ministers"
    return "officials"


def channel(participants: Sequence[Participant]) -> Channel | None:
    """Between whom contact runs, by the first people of each side; None if nothing tells."""
    sectors = {
        one.sector
        for side in {one.side for one in participants}
        for one in _first([p for p in participants if p.side == side and p.sector in _NAMES])
    }
    if not sectors:
        return None
    if len(sectors) > 1:
        return "mixed"
    (only,) = sectors
    return _NAMES[only] if only else None


def level(participants: Sequence[Participant]) -> Level | None:
    """The rank that all sides reach, by the highest of each; None where no office is told."""
    highest: dict[str | None, Level] = {}
    for one in participants:
        if one.kind == "person" and one.capacity:
            own = level_of(one)
            if one.side not in highest or _ORDER[own] > _ORDER[highest[one.side]]:
                highest[one.side] = own
    return min(highest.values(), key=_ORDER.__getitem__, default=None)


def level_of(participant: Participant) -> Level:
    """The rank of one participant, by the capacity of that day."""
    kind = {"parliament": "parliament", "party": "party", "other": "other"}
    return rank(participant.capacity, kind.get(participant.sector or ""))


def _first(people: Iterable[Participant]) -> list[Participant]:
    """Who ranks highest of a side, the first named of equals; nobody of a side without sector."""
    ranked = [(_ORDER[level_of(one)] if one.kind == "person" else -1, one) for one in people]
    return [max(ranked, key=lambda pair: pair[0])[1]] if ranked else []


def _plain(title: str) -> str:
    return " ".join(re.findall(r"[\w’'-]+", title.casefold()))


def _is_state(office: str) -> bool:
    """Whether an office is that of a head of state or government."""
    if office in offices.word_set("state"):
        return True
    bare = re.sub(r"^(?:federal|state|acting|interim|transitional|caretaker|new|then|his majesty|"
                  r"her majesty|his highness|the) ", "", office)  # fmt: skip
    head, _, of = bare.partition(" of ")
    state = offices.word_set("state")
    if of and re.search(r"\b(?:senate|assembly|parliament|chamber|council|committee|court|bank|"
                        r"academy|university|association|union|company|board)\b", of):  # fmt: skip
        return False
    return bare in state or head in state


def _has(words: Sequence[str], key: str) -> bool:
    return bool(capacities.word_set(key) & set(words))


def _ministerial(words: Sequence[str], *also: str) -> bool:
    """Whether a title is that of a government by itself: "Minister", not "press secretary"."""
    if not words:
        return False
    if "secretary" in words:
        before = words[: words.index("secretary")]
        if set(before) & capacities.word_set("private_secretaries") or words[-1:] == ["general"]:
            return False
        if words == ["secretary"]:
            return False
    return bool((capacities.word_set("government") | set(also)) & set(words))


def _head(words: Sequence[str]) -> str:
    """The noun that names the office: the last one before "of", "for", "to" or "on"."""
    for at, word in enumerate(words):
        if word in ("of", "for", "to", "on", "and") and at:
            return words[at - 1]
    return words[-1]


def _phrases(key: str) -> list[str]:
    return [phrase for phrase in capacities.word_set(key) if " " in phrase]
