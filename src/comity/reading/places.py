"""Countries and cities that a report names, token by token."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from comity.data import countries
from comity.data.gazetteer import Gazetteer
from comity.reading.syntax import Syntax

#: words that make another place of a country's name beside them
_NOT_AFTER = {"north", "south", "latin", "central", "new", "gulf", "sea", "bay", "strait"}
#: parts of countries, which name their country but are not its name
_PARTS = {"Northern Ireland", "England", "Scotland", "Wales", "Gaza", "West Bank", "Gaza Strip",
          "Crimea", "Hong Kong", "Tibet", "Donbass", "Donbas"}  # fmt: skip
_STATE_FORMS = {"Republic", "Federation", "Kingdom"}
_NOT_BEFORE = {"ocean", "sea", "channel", "peninsula", "straits", "corps"}


@dataclass(frozen=True, slots=True)
class Place:
    """A country or city at tokens `[first, last)`.

    `sort` is "name" (Kazakhstan), "adjective" (Kazakh), "people" (Kazakhs), "city" or "seat" (a
    seat of power that stands for its country: the Kremlin). A compound ("U.S.-Israel") has more
    than one code.
    """

    first: int
    last: int
    codes: tuple[str, ...]
    sort: str

    @property
    def code(self) -> str:
        """The first (mostly only) country code."""
        return self.codes[0]


@cache
def _gazetteer() -> Gazetteer[tuple[str, str]]:
    cities = countries.cities()
    seats = {word: code for word, code in countries.metonyms().items() if word not in cities}
    tables = [
        ("blocked", dict.fromkeys(countries.blocked(), "")),
        ("name", countries.names()),
        ("adjective", countries.adjectives()),
        ("people", countries.peoples()),
        ("seat", seats),
        ("city", cities),
    ]
    return Gazetteer(
        ((surface, (sort, code)) for sort, table in tables for surface, code in table.items()),
        longest=9,
    )


class Places:
    """All country and city mentions of a report, and what the report calls each country.

    `found` has them in order; `at` tells which one covers a token.
    """

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self.found: list[Place] = list(_scan(syntax))
        self.at: dict[int, Place] = {}
        for place in self.found:
            for token in range(place.first, place.last):
                self.at[token] = place
        self._names = self._forms()

    def drop(self, tokens: Iterable[int]) -> None:
        """Forget mentions that turn out to be parts of people's names."""
        gone = {self.at[token] for token in tokens if token in self.at}
        if gone:
            self.found = [place for place in self.found if place not in gone]
            self.at = {token: place for token, place in self.at.items() if place not in gone}
            self._names = self._forms()

    def _forms(self) -> dict[str, str]:
        """The fullest form of each country's name in the text."""
        names: dict[str, str] = {}
        for place in self.found:
            if place.sort != "name" or len(place.codes) != 1:
                continue
            form, known = self._syntax.plain(place.first, place.last), names.get(place.codes[0])
            if form not in _PARTS and (known is None or len(form) > len(known)):
                names[place.codes[0]] = form
        return names

    def country(self, token: int) -> Place | None:
        """The country mention (no city) at a token."""
        place = self.at.get(token)
        return place if place and place.sort != "city" else None

    def within(self, first: int, last: int, *sorts: str) -> list[Place]:
        """Mentions inside a token span, in order; only of some sorts where given."""
        start = bisect_left(self.found, first, key=_first)
        stop = bisect_left(self.found, last, start, key=_first)
        return [
            place
            for place in self.found[start:stop]
            if place.last <= last and (not sorts or place.sort in sorts)
        ]

    def codes_within(self, first: int, last: int, *, cities: bool = False) -> list[str]:
        """Distinct country codes named inside a span, in order."""
        codes: list[str] = []
        for place in self.within(first, last):
            if place.sort != "city" or cities:
                codes.extend(code for code in place.codes if code not in codes)
        return codes

    def name_of(self, code: str) -> str:
        """What the report calls a country: its fullest form in the text, else its usual name."""
        return self._names.get(code) or countries.canonical(code)

    def counts(self) -> Counter[str]:
        """How often each country is named, cities left out."""
        return Counter(code for place in self.found if place.sort != "city" for code in place.codes)


def _first(place: Place) -> int:
    return place.first


def _scan(syntax: Syntax) -> Iterable[Place]:
    gazetteer = _gazetteer()
    words, total = syntax.words, len(syntax.words)
    at = 0
    while at < total:
        word = words[at]
        if not word[0].isupper():
            at += 1
            continue
        found = gazetteer.match(words, at, total)
        if found is None:
            compound = _compound(word)
            if compound:
                yield Place(at, at + 1, compound, "adjective")
            at += 1
            continue
        length, (sort, code) = found
        elsewhere = sort == "blocked" or _is_elsewhere(syntax, at, at + length)
        if sort == "adjective" and set(words[at + length : at + length + 1]) & _STATE_FORMS:
            length, sort = length + 1, "name"
        if not elsewhere:
            yield Place(at, at + length, (code,), sort)
        at += length


def _is_elsewhere(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the words around a country's name make another place of it: "Latin …", "… Sea"."""
    before = syntax.words[first - 1] if first else ""
    river = before.lower() == "the" and syntax.words[first:last] in (["Niger"], ["Jordan"])
    return (
        river
        or (before.lower() in _NOT_AFTER and before[0].isupper())
        or bool(_NOT_BEFORE & set(syntax.lower[last : last + 1]))
    )


def _compound(word: str) -> tuple[str, ...]:
    """Codes of a token such as "U.S.-Israel" or "U.S.-led"."""
    pieces = word.replace("–", "-").split("-")
    if len(pieces) < 2:
        return ()
    names, adjectives = countries.names(), countries.adjectives()
    codes = []
    for piece in pieces:
        code = names.get(piece) or adjectives.get(piece)
        if code is None and piece == "U.S":
            code = "USA"
        if code and code not in codes:
            codes.append(code)
    return tuple(codes)
