"""How a body's name is built around its head noun: "the State Committee for Foreign Trade".

From a head noun ("Ministry", "Parliamentary Group") a name is followed to the left over
capitalised words and to the right over "of the …", "for … and …"; what stops it are titles,
people, months, places and the names of other bodies.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data import bodies as facts
from comity.data import names, offices
from comity.data.calendar import MONTHS
from comity.data.vocabulary import BodyKind
from comity.reading.places import Places
from comity.reading.syntax import Syntax

#: small words inside a name
INNER = {"of", "for", "on", "the", "and", "&", "de", "du", "des", "la", "against", "to", "in"}
#: what opens a complement: "of Foreign Affairs"
COMPLEMENT = {"of", "for", "on", "in", "to", "at"}
_POSSESSIVE = {"'s", "’s"}
_APOSTROPHES = {"'", "’"}
_DASHES = {"-", "–"}
_FOLK = {"people", "women", "men", "children", "youth"}
#: whose name is in a body's: "Women's League", "Prime Minister's Office"
_OWNERS = _FOLK | {"president", "minister", "king"}


class BodyGrammar:
    """Bodies' names in one report, by their head nouns."""

    def __init__(self, syntax: Syntax, places: Places) -> None:
        self._syntax = syntax
        self._places = places
        self._people = {
            token
            for name in syntax.parsed.names
            if name.label == "PERSON"
            for token in range(name.first, name.last)
        }

    def names(self) -> Iterator[tuple[int, int, BodyKind]]:
        """Names around a head noun: their tokens `[first, last)` and the kind of the body."""
        heads = facts.heads()
        for token, word in enumerate(self._syntax.words):
            if not word[0].isupper():
                continue
            fact = heads.get(word.lower())
            plural = word.lower().endswith("s") and word.lower()[:-1] in heads
            if fact is None or plural or word in {"Treasury", "State"}:
                continue
            first, last = self._left(token), self._right(token)
            if last - first < 2 or all(at in self._places.at for at in range(first, last)):
                continue
            if word == "Cabinet" and self._is_office(last):
                continue
            if fact.reliable or last - first >= 3 or first < token:
                kind = self.kind(first, last, fact.kind)
                if kind:
                    yield first, last, kind

    def kind(self, first: int, last: int, kind: BodyKind) -> BodyKind | None:
        """The kind of a name whose head noun says `kind`; None where it names no body at all."""
        lower = self._syntax.lower[first:last]
        words, text = set(lower), " ".join(lower)
        if "group" in words:
            if "parliamentary" in words and len(self._places.codes_within(first, last)) > 1:
                return "friendship group"
            if "working" in words and kind == "company":
                return "government"
        if "friendship" in words and {"group", "groups", "league", "association"} & words:
            return "friendship group"
        if "inter-parliamentary" in text or "interparliamentary" in text:
            return "friendship group" if "group" in words else "intergovernmental"
        if kind == "government" and {"parliamentary", "senate", "assembly"} & set(lower[:-1]):
            return "parliament"
        return None if words & names.word_set("no_bodies") else kind

    def is_person(self, token: int) -> bool:
        """Whether the language model sees a person's name at a token."""
        return token in self._people

    def without_person(self, first: int, last: int) -> int:
        """Where a body's span ends when a person's name behind it is cut off.

        "Parliament Igor Grosu" ends at its head noun.
        """
        heads, syntax = facts.heads(), self._syntax
        named = [t for t in range(first, last) if syntax.lower[t] in heads]
        if not named:
            return last
        rest = range(named[-1] + 1, last)
        plain = all(
            syntax.words[t][0].isupper() and not offices.is_field(syntax.lower[t]) for t in rest
        )
        return named[-1] + 1 if len(rest) >= 2 and plain else last

    def _is_office(self, token: int) -> bool:
        lower = self._syntax.lower
        return token < len(lower) and lower[token] in offices.heads()

    # to the left

    def _left(self, head: int) -> int:
        """Where a name begins: over capitalised words, hyphens and "and" between them."""
        words, lower = self._syntax.words, self._syntax.lower
        start, _ = self._syntax.sentence(head)
        first = head
        while first > start:
            before = first - 1
            if words[before] in _POSSESSIVE and before > start:
                if lower[before - 1] in _OWNERS:
                    first = before - 1 - (lower[before - 2] == "prime")
                    if lower[before - 1] in _FOLK:
                        continue
                break
            if self._plural_owner(before, start):
                first = before - 1
            elif self._continues_left(before, first, start):
                first = before
            else:
                break
        while first < head and lower[first] in {"and", "&"} | _DASHES | _APOSTROPHES:
            first += 1
        return first

    def _plural_owner(self, mark: int, start: int) -> bool:
        """The apostrophe of "Workers' Party", not that of a country."""
        syntax = self._syntax
        return (
            syntax.words[mark] in _APOSTROPHES
            and mark > start
            and syntax.tags[mark] == "POS"
            and syntax.words[mark - 1][0].isupper()
            and mark - 1 not in self._places.at
        )

    def _continues_left(self, before: int, first: int, start: int) -> bool:
        """Whether the token before a name's first belongs to it."""
        syntax = self._syntax
        word, low = syntax.words[before], syntax.lower[before]
        if word in _DASHES | _APOSTROPHES | {"&"} and before > start and syntax.parsed.glued[first]:
            return not (word in _APOSTROPHES and syntax.tags[before] == "POS")
        if low == "and":
            return before > start and self._joins(before)
        if not word[0].isupper() or low in names.word_set("not_in_bodies"):
            return False
        return low in {"general", "chief"} or low not in offices.word_set("direct")

    def _joins(self, conjunction: int) -> bool:
        """Whether "and" stands inside one name ("Science and Technology Committee")."""
        before, after = conjunction - 1, conjunction + 1
        if not self._syntax.words[before][0].isupper():
            return False
        if self._places.country(before) or self._syntax.lower[before] in facts.heads():
            return False
        first = before
        while first > 0 and self._syntax.words[first - 1][0].isupper():
            first -= 1
        return self._places.country(after) is None and before - first < 2

    # to the right

    def _right(self, head: int) -> int:
        """Where a name ends: after "of the Cap Cap and Cap" behind its head noun."""
        words, lower = self._syntax.words, self._syntax.lower
        _, end = self._syntax.sentence(head)
        last = head + 1
        while last < end and lower[last] in COMPLEMENT:
            at = last + 1
            if at < end and lower[at] == "the":
                at += 1
            if at >= end or not words[at][0].isupper() or lower[at] in MONTHS:
                break
            if self._begins_body(at, end):
                break
            place = self._places.country(at)
            if place and place.sort == "name":
                return last if lower[last] in {"to", "in", "on", "at"} else place.last
            if lower[last] in {"to", "in", "at"}:
                break
            stop = self._complement_end(at, end)
            if stop <= at:
                break
            last = stop
        return last

    def _complement_end(self, at: int, end: int) -> int:
        """Where "Foreign Affairs and Trade" ends that begins at `at`."""
        words, lower = self._syntax.words, self._syntax.lower
        stop = at
        while stop < end:
            low, word = lower[stop], words[stop]
            joined = low in {"and", "&", "the"} and stop + 1 < end
            joined = joined or (low == "," and self._listing(stop, end))
            if stop > at and (low in MONTHS or self._leaves_field(stop)):
                break
            if word[0].isupper() and not (stop > at and low in offices.word_set("direct")):
                stop += 1
            elif word in _DASHES and self._syntax.parsed.glued[stop]:
                stop += 1
            elif joined and self._goes_on(stop + 1, end):
                stop += 1
            else:
                break
        while stop > at and lower[stop - 1] in {"and", ",", "&", "the", "-"}:
            stop -= 1
        return self._before_person(at, stop)

    def _leaves_field(self, token: int) -> bool:
        """Whether a capitalised word follows a field ("Affairs | Todd") without being one."""
        lower = self._syntax.lower
        return (
            offices.is_field(lower[token - 1])
            and self._syntax.words[token][0].isupper()
            and not offices.is_field(lower[token])
        )

    def _listing(self, comma: int, end: int) -> bool:
        """A comma inside a name: "Energy, Industry and Trade" ends in "and" and a last word."""
        words, lower = self._syntax.words, self._syntax.lower
        for at in range(comma + 1, min(end, comma + 6)):
            if lower[at] == "and":
                return at + 1 < end and (words[at + 1][0].isupper() or lower[at + 1] == "the")
            if not words[at][0].isupper() and words[at] != ",":
                return False
        return False

    def _begins_body(self, at: int, end: int) -> bool:
        """Whether "of the …" names another body, with a head noun of its own."""
        heads, words = facts.heads(), self._syntax.words
        token = at
        while token < end and (
            words[token][0].isupper() or words[token] in _POSSESSIVE | _APOSTROPHES
        ):
            low = self._syntax.lower[token]
            fact = heads.get(low)
            own = (fact and fact.kind in {"party", "parliament"}) or low == "committee"
            if own and token > at:
                return True
            token += 1
        return False

    def _goes_on(self, token: int, end: int) -> bool:
        """After a comma or "and": a plain capitalised word of the same name, no person or title."""
        words, lower = self._syntax.words, self._syntax.lower
        while token < end and lower[token] in {"and", "the"}:
            token += 1
        if token >= end or not words[token][0].isupper():
            return False
        low = lower[token]
        if token in self._places.at or token in self._people:
            return False
        if low in offices.heads() or low in facts.heads():
            return False
        return low not in offices.word_set("modifiers") or low in offices.word_set("departments")

    def _before_person(self, first: int, last: int) -> int:
        """Cuts a person's name off the end of a name ("… Foreign Affairs Todd Robinson")."""
        for name in self._syntax.parsed.names:
            if name.label == "PERSON" and first < name.first < last <= name.last:
                return name.first
        return last
