"""Organisations that a report names: parties, parliaments, ministries, groups, companies.

Different names of one body are joined, and words that mean a body named elsewhere ("the Party")
are tied to it. Which bodies act or are represented is decided later, when the other fields are
read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from comity.data import bodies as facts
from comity.data import countries
from comity.data.folding import unaccented
from comity.data.vocabulary import BodyKind
from comity.reading.body_grammar import COMPLEMENT, INNER
from comity.reading.body_names import BodyName, body_names
from comity.reading.mentions import Mentions
from comity.reading.places import Places
from comity.reading.syntax import Syntax

_DETERMINERS = {"the", "this", "that", "our", "his", "her", "their", "its", "your"}


@dataclass(slots=True)
class BodyEntry:
    """One body and every place where the report names it."""

    name: str
    kind: BodyKind
    country: str | None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    known: bool = False


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named, or meant ("the Party"), at tokens `[first, last)`."""

    first: int
    last: int
    entry: BodyEntry
    anaphoric: bool = False

    @property
    def name(self) -> str:
        """The body's fullest name in the report."""
        return self.entry.name

    @property
    def country(self) -> str | None:
        """The body's country."""
        return self.entry.country

    @property
    def kind_sure(self) -> bool:
        """Whether the name, not the language model alone, says that this is a body."""
        return self.entry.kind != "other" or self.entry.known


class Bodies:
    """All bodies of a report, and what stands at each token."""

    def __init__(self, syntax: Syntax, places: Places) -> None:
        self._syntax = syntax
        self._places = places
        self.entries: list[BodyEntry] = []
        self._mentions = Mentions[BodyMention]()
        for name in body_names(syntax, places):
            self._add(name)
        self._find_meant()

    def at(self, token: int) -> BodyMention | None:
        """The body mention that covers a token."""
        return self._mentions.at.get(token)

    def by_name(self, name: str) -> BodyEntry | None:
        """The entry of a body by its fullest name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def mentions(self) -> list[BodyMention]:
        """All mentions in order."""
        return self._mentions.all()

    def within(self, first: int, last: int) -> list[BodyMention]:
        """The mentions that begin in `[first, last)`, in order."""
        return self._mentions.within(first, last)

    def drop(self, first: int, last: int) -> None:
        """Forget a mention that turns out to be a person's name."""
        for token in range(first, last):
            mention = self._mentions.take(token)
            if mention and (mention.first, mention.last) in mention.entry.mentions:
                mention.entry.mentions.remove((mention.first, mention.last))
        self.entries = [entry for entry in self.entries if entry.mentions]

    # joining

    def _add(self, name: BodyName) -> None:
        first, last = name.first, name.last
        surface = self._surface(name)
        country = name.country
        if country is None and not (name.known and name.kind == "intergovernmental"):
            country = self._country(first, last)
        entry = self._same(surface, name, country)
        if entry is None:
            entry = BodyEntry(surface, name.kind, country)
            self.entries.append(entry)
        else:
            named = bool(self._places.within(first, last, "name"))
            if _fuller(surface, entry.name, names_country=named):
                entry.name = surface
            entry.country = entry.country or country
            if entry.kind == "other":
                entry.kind = name.kind
        entry.known = entry.known or name.strength >= 3
        entry.mentions.append((first, last))
        entry.names.add(surface)
        if name.known:
            entry.names.add(name.known)
        self._add_short(last, entry)
        self._mentions.add(BodyMention(first, last, entry))

    def _surface(self, name: BodyName) -> str:
        """What the report calls a body; its usual name where the text gives it broken."""
        surface = self._syntax.plain(name.first, name.last)
        if name.known and name.known != surface:
            if self._syntax.words[name.last - 1].islower() or name.known in surface:
                return name.known
        return surface

    def _add_short(self, opening: int, entry: BodyEntry) -> None:
        """The short form in brackets behind a name: "… Defense Council (NSDC)"."""
        words, short = self._syntax.words, opening + 1
        if opening + 2 >= len(words) or words[opening] != "(" or words[opening + 2] != ")":
            return
        if words[short].isupper() and len(words[short]) > 1:
            entry.names.add(words[short])
            self._mentions.add(BodyMention(short, short + 1, entry, anaphoric=True))

    def _country(self, first: int, last: int) -> str | None:
        """The country in a body's name, or of its owner: "Australia's Department …"."""
        codes = self._places.codes_within(first, last)
        if codes:
            return codes[0] if len(codes) == 1 else None
        before = first - 1
        if before > 0 and self._syntax.lower[before] in {"'s", "’s", "’"}:
            before -= 1
        place = self._places.country(before)
        return place.code if place and len(place.codes) == 1 else None

    def _same(self, surface: str, name: BodyName, country: str | None) -> BodyEntry | None:
        """The entry that a name belongs to, if there is one already."""
        key = _key(surface)
        for entry in self.entries:
            if surface in entry.names or (name.known and name.known in entry.names):
                return entry
            if country and entry.country and country != entry.country:
                continue
            if surface.isupper() and len(surface) > 2 and surface == _initials(entry.name):
                return entry
            if key and any(key == _key(other) for other in entry.names):
                return entry
        return None

    # bodies meant

    def _find_meant(self) -> None:
        """Ties short forms, and "the Party" or "the trilateral committee", to what they mean."""
        heads, syntax = facts.heads(), self._syntax
        named = {m.first: m.entry for m in self.mentions() if not m.anaphoric}
        short = {name: entry for entry in self.entries for name in entry.names if name.isupper()}
        often = sorted(self.entries, key=lambda entry: -len(entry.mentions))
        last_named: dict[str, BodyEntry] = {}
        for token, low in enumerate(syntax.lower):
            if token in named:
                entry = named[token]
                last_named.update(dict.fromkeys(entry.name.lower().split(), entry))
            if token in self._mentions.at:
                continue
            abbreviated = short.get(syntax.words[token])
            if abbreviated:
                self._mentions.add(BodyMention(token, token + 1, abbreviated))
                abbreviated.mentions.append((token, token + 1))
            elif low in heads and self._means_one_named(token):
                meant = last_named.get(low) or _likeliest(often, low)
                if meant:
                    self._mentions.add(BodyMention(token, token + 1, meant, anaphoric=True))

    def _means_one_named(self, token: int) -> bool:
        """Whether a head noun stands alone behind "the" or "our", so that it means a body named."""
        syntax = self._syntax
        if token == 0 or syntax.lower[token] in {"administration", "government"}:
            return False
        first = token - 1
        while first > 0 and syntax.tags[first] in {"JJ", "NN"} and token - first < 3:
            first -= 1
        after = syntax.lower[token + 1] if token + 1 < len(syntax.lower) else ""
        return (
            syntax.lower[first] in _DETERMINERS
            and after not in COMPLEMENT
            and not self._places.codes_within(first, token)
        )


def _likeliest(often: list[BodyEntry], noun: str) -> BodyEntry | None:
    """The body named most often whose name holds a noun; for "party", any party."""
    for entry in often:
        if noun in entry.name.lower().split():
            return entry
    if noun == "party":
        return next((entry for entry in often if entry.kind == "party"), None)
    return None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


@cache
def _country_words() -> frozenset[str]:
    surfaces = [unaccented(s) for s in (*countries.names(), *countries.adjectives())]
    return frozenset([*surfaces, *(word for surface in surfaces for word in surface.split())])


@lru_cache(maxsize=4096)
def _key(name: str) -> frozenset[str]:
    """A name's telling words: without country words, links, and "Party"."""
    words = [word for word in re.findall(r"[^\W_]+", unaccented(name)) if word not in INNER]
    telling = frozenset(words) - _country_words()
    if len(telling) > 1:
        telling -= {"party"}
    return telling or frozenset(words)


def _fuller(surface: str, name: str, *, names_country: bool) -> bool:
    """Whether `surface` is a fuller name than `name`: a country's name beats its adjective."""
    if len(surface.split()) != len(name.split()):
        # "Party" after a name that is complete without it adds nothing when both forms stand
        return len(surface.split()) > len(name.split()) and not surface.endswith("! Party")
    return (names_country and name.split()[0] not in surface) or len(surface) > len(name)
