"""Whom a noun phrase means: names, or the phrase itself where it names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.reading.bodies import BodyMention
from comity.reading.people import PersonEntry
from comity.reading.places import Places
from comity.reading.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a noun phrase means; false where it means no actor.

    `names` are people's, bodies' or countries' names; `group` is the phrase as the text has it,
    where it names nobody ("two leaders"); `codes` are the countries behind them. `sort` is
    "person", "body", "country", "members", "office", "group" or empty.
    """

    names: tuple[str, ...] = ()
    group: str | None = None
    codes: tuple[str, ...] = ()
    plural: bool = False
    sort: str = ""

    def __bool__(self) -> bool:
        return bool(self.names or self.group)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names as speakers: the group's own words where it has no name."""
        return (self.group,) if self.group else self.names

    def called(self, group: str | None, sort: str = "group", *, plural: bool = True) -> Meant:
        """The same actors under a phrase that stands for them ("two leaders")."""
        return replace(self, group=group, plural=plural, sort=sort)


def person(entry: PersonEntry) -> Meant:
    """One person."""
    return Meant((entry.name,), codes=country_codes(entry.country), sort="person")


def people(entries: Iterable[PersonEntry]) -> Meant:
    """People together; at least one."""
    return join([person(entry) for entry in entries])


def body(mention: BodyMention, codes: Sequence[str], *, plural: bool = False) -> Meant:
    """A body and the countries behind it."""
    return Meant((mention.name,), codes=tuple(codes), plural=plural, sort="body")


def nations(places: Places, codes: Sequence[str]) -> Meant:
    """Countries by code, as the report names them."""
    names = tuple(places.name_of(code) for code in codes)
    return Meant(names, codes=tuple(codes), plural=len(codes) > 1, sort="country")


def country_codes(code: str | None) -> tuple[str, ...]:
    """A country that may be unknown, as codes."""
    return (code,) if code else ()


def join(parts: list[Meant]) -> Meant:
    """Coordinated phrases as one: "A, B and the two ministers"."""
    if len(parts) == 1:
        return parts[0]
    names = dict.fromkeys(name for part in parts for name in part.names)
    groups = [part.group for part in parts if part.group and not part.names]
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    return Meant((*names, *groups), codes=tuple(codes), plural=True, sort=parts[0].sort)


def wording(syntax: Syntax, first: int, last: int) -> str:
    """A phrase as the text has it, without its article."""
    while first < last - 1 and syntax.lower[first] in {"the", "a", "an", "these", "those"}:
        first += 1
    return syntax.said(first, last)
