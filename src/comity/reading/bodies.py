"""Organisations that a report names: parties, parliaments, ministries, groups, companies.

Candidates come from known bodies and parties, from the grammar of names around a head noun
("Parliamentary Friendship Group", "Ministry of Foreign Affairs"), from the language model, and
from lists that announce what they hold ("political parties: …"). Different names of one body are
joined. Which of them act or are represented is decided later, when the other fields are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from comity.data import bodies as facts
from comity.data import offices, parties
from comity.data.calendar import MONTHS
from comity.data.folding import fold
from comity.data.gazetteer import Gazetteer
from comity.model.reading import BodyKind
from comity.reading.places import Places
from comity.reading.syntax import Syntax

_OF = {"of", "for", "on", "in", "to", "at"}
_INNER = {"of", "for", "on", "the", "and", "&", "de", "du", "des", "la", "against", "to", "in"}
_STOP = {"of", "the", "and", "for", "on", "in", "de", "du", "la", "&", "to", "at"}
_DETERMINERS = {"the", "this", "that", "our", "his", "her", "their", "its", "your"}
_LIST_HEADS = {"parties", "party", "factions", "movements", "organizations", "organisations"}
_NOT_LEFT = {
    "the", "a", "an", "this", "today", "during", "on", "in", "at", "with", "by", "and", "as", "while",
    "when", "after", "before", "both", "according", "earlier", "later", "also", "from", "for", "to",
    "first", "second", "third", "mr", "mr.", "ms", "ms.", "dr", "dr.", "readout", "we", "i", "our",
    "next", "former", "joint", "today's",
}  # fmt: skip


@dataclass(slots=True)
class BodyEntry:
    """One body and every place where the report names it."""

    name: str
    kind: BodyKind
    country: str | None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    known: bool = False
    #: set when something in the report makes it an actor or a party
    acts: bool = False


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


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    kind: BodyKind
    country: str | None = None
    known: str | None = None
    strength: int = 1


class Bodies:
    """All bodies of a report, and what stands at each token."""

    def __init__(self, syntax: Syntax, places: Places) -> None:
        self._syntax = syntax
        self._places = places
        self.entries: list[BodyEntry] = []
        self._at: dict[int, BodyMention] = {}
        candidates = sorted(
            [
                *self._known(),
                *self._patterns(),
                *self._listed(),
                *self._lines(),
                *self._acronyms(),
                *self._bracketed(),
                *self._officed(),
                *self._seen(),
            ],
            key=lambda c: (-c.strength, -(c.last - c.first), c.first),
        )
        taken: set[int] = set()
        chosen = []
        for candidate in candidates:
            tokens = range(candidate.first, candidate.last)
            if not any(token in taken for token in tokens):
                taken.update(tokens)
                chosen.append(candidate)
        for candidate in sorted(chosen, key=lambda c: c.first):
            self._add(candidate)
        self._anaphora()

    def at(self, token: int) -> BodyMention | None:
        """The body mention that covers a token."""
        return self._at.get(token)

    def by_name(self, name: str) -> BodyEntry | None:
        """The entry of a body by its fullest name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def mentions(self) -> list[BodyMention]:
        """All mentions in order."""
        return sorted({m.first: m for m in self._at.values()}.values(), key=lambda m: m.first)

    def drop(self, first: int, last: int) -> None:
        """Forget a mention that turns out to be a person's name."""
        for token in range(first, last):
            mention = self._at.pop(token, None)
            if mention and (mention.first, mention.last) in mention.entry.mentions:
                mention.entry.mentions.remove((mention.first, mention.last))
        self.entries = [entry for entry in self.entries if entry.mentions]

    # candidates

    def _known(self) -> Iterator[_Candidate]:
        gazetteer, words = _gazetteer(), self._syntax.words
        party_starts = parties.first_words()
        total, at = len(words), 0
        while at < total:
            if not words[at][0].isupper():
                at += 1
                continue
            found = gazetteer.match(words, at, total)
            if found and not (found[1].ambiguous and found[0] == 1):
                length, fact = found
                if self._only_a_title(at, at + length):
                    at += 1
                    continue
                yield _Candidate(at, at + length, fact.kind, fact.country, fact.name, 4)
                at += length
                continue
            if words[at] in party_starts or fold(words[at]).partition(" ")[0] in party_starts:
                hit = self._party(at)
                if hit:
                    yield hit
                    at = hit.last
                    continue
            at += 1

    def _only_a_title(self, first: int, last: int) -> bool:
        """ "Homeland Security Advisor": a name without a body's noun before an office is its field."""
        syntax = self._syntax
        if last >= len(syntax.lower) or syntax.lower[last] not in offices.heads():
            return False
        words = set(syntax.lower[first:last])
        return not (words & set(facts.heads())) and not syntax.words[last - 1].isupper()

    def _party(self, at: int) -> _Candidate | None:
        """A party of the gazetteer that starts at a token, if the report's countries allow it."""
        syntax = self._syntax
        end = self._capital_run(at)
        for last in range(end, at, -1):
            surface = syntax.plain(at, last)
            if len(surface) < 3:
                break
            found = parties.lookup(surface)
            if not found:
                continue
            after = syntax.lower[last] if last < len(syntax.words) else ""
            named = "party" in syntax.lower[last - 1] or after in {"party", "faction", "bloc"}
            near = {fact.country for fact in found} & set(self._places.counts())
            needs = {fact.needs for fact in found}
            article = at > 0 and syntax.lower[at - 1] == "the"
            if not named and not ("" in needs and near and last - at > 1):
                if not ("article" in needs and article and near and self._party_talk(at)):
                    return None
            countries = near or {fact.country for fact in found}
            country = next(iter(countries)) if len(countries) == 1 else None
            if after == "party" and syntax.words[last][0].isupper():
                last += 1
            return _Candidate(at, last, "party", country, None, 3)
        return None

    def _party_talk(self, at: int) -> bool:
        """Whether the sentence speaks of parties: a lone word such as "Greens" needs that."""
        first, last = self._syntax.sentence(at)
        return bool(
            {"party", "parties", "coalition", "faction"} & set(self._syntax.lower[first:last])
        )

    def _capital_run(self, at: int) -> int:
        """Where a run of capitalised words (with links between them) that starts here ends."""
        syntax = self._syntax
        _, stop = syntax.sentence(at)
        stop = min(stop, at + parties.longest())
        last = end = at + 1
        while last < stop:
            word = syntax.words[last]
            if word[0].isupper() or word == "!":
                end = last + 1
            elif syntax.lower[last] not in _INNER and word not in {"-", "–", "'s", "’s", "'", "’"}:
                break
            last += 1
        return end

    def _patterns(self) -> Iterator[_Candidate]:
        heads = facts.heads()
        for token, word in enumerate(self._syntax.words):
            if not word[0].isupper():
                continue
            fact = heads.get(word.lower())
            plural = word.lower().endswith("s") and word.lower()[:-1] in heads
            if fact is None or plural or word in {"Treasury", "State"}:
                continue
            first, last = self._left(token), self._right(token, fact.kind)
            if all(at in self._places.at for at in range(first, last)):
                continue
            inner = last - first
            if inner < 2:
                continue
            if (
                word == "Cabinet"
                and last < len(self._syntax.lower)
                and (self._syntax.lower[last] in offices.heads())
            ):
                continue
            if fact.reliable or inner >= 3 or first < token:
                kind = self._kind(first, last, fact.kind)
                if kind:
                    yield self._around_known(first, last, kind)

    def _around_known(self, first: int, last: int, kind: BodyKind) -> _Candidate:
        """A name that begins with a known body's ("Quad Senior Cyber Group") outranks it."""
        found = _gazetteer().match(self._syntax.words, first, last)
        if (
            found
            and found[0] < last - first
            and found[1].kind in {"intergovernmental", "government"}
        ):
            if found[1].kind == "intergovernmental":
                kind = "intergovernmental"
            return _Candidate(first, last, kind, None, None, 5)
        return _Candidate(first, last, kind, None, None, 3 if kind == "party" else 2)

    def _left(self, head: int) -> int:
        """Where a name begins: over capitalised words, hyphens and "and" between them."""
        words, lower = self._syntax.words, self._syntax.lower
        start, _ = self._syntax.sentence(head)
        titles = offices.word_set("direct")
        first = head
        while first > start:
            before = first - 1
            word = words[before]
            if word in {"'s", "’s"} and before - 1 >= start:
                if lower[before - 1] in _OWNERS:
                    first = before - 1 - (lower[before - 2] == "prime")
                    if lower[before - 1] in _FOLK:
                        continue
                break
            if word in {"'", "’"} and before - 1 >= start and self._syntax.tags[before] == "POS":
                if not words[before - 1][0].isupper() or self._places.at.get(before - 1):
                    break
                first = before - 1
                continue
            if (
                word in {"-", "–", "&", "’", "'"}
                and before > start
                and self._syntax.parsed.glued[first]
            ):
                first = before
            elif (
                lower[before] == "and"
                and first - before == 1
                and before - 1 >= start
                and (self._joins(before))
            ):
                first = before
            elif (
                word[0].isupper()
                and lower[before] not in _NOT_LEFT
                and not (lower[before] in titles and lower[before] not in {"general", "chief"})
            ):
                first = before
            else:
                break
        while first < head and lower[first] in {"and", "&", "-", "–", "’", "'"}:
            first += 1
        return first

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

    def _right(self, head: int, kind: str) -> int:
        """Where a name ends: after "of the Cap Cap and Cap" behind its head noun."""
        words, lower = self._syntax.words, self._syntax.lower
        _, end = self._syntax.sentence(head)
        last = head + 1
        while last < end and lower[last] in _OF:
            at = last + 1
            if at < end and lower[at] in {"the"}:
                at += 1
            if at >= end or not words[at][0].isupper() or lower[at] in MONTHS:
                break
            if self._begins_body(at, end):
                break
            place = self._places.country(at)
            if place and place.sort == "name":
                if lower[last] in {"to", "in", "on", "at"}:
                    break
                last = place.last
                break
            if lower[last] in {"to", "in", "at"}:
                break
            stop = at
            while stop < end:
                low, word = lower[stop], words[stop]
                joined = low in {"and", "&", "the"} and stop + 1 < end
                joined = joined or (low == "," and self._listing(stop, end))
                if lower[stop] in MONTHS and stop > at:
                    break
                if (
                    stop > at
                    and self._field(stop - 1)
                    and word[0].isupper()
                    and not self._field(stop)
                ):
                    break
                if word[0].isupper() and not (stop > at and self._is_title(stop)):
                    stop += 1
                elif word in {"-", "–"} and self._syntax.parsed.glued[stop]:
                    stop += 1
                elif joined and self._goes_on(stop + 1, end):
                    stop += 1
                else:
                    break
            while stop > at and lower[stop - 1] in {"and", ",", "&", "the", "-"}:
                stop -= 1
            stop = self._before_person(at, stop)
            if stop <= at:
                break
            last = stop
        return last

    def _field(self, token: int) -> bool:
        """Whether a word names a field of office ("Affairs", "Enforcement"), not a person."""
        low = self._syntax.lower[token]
        return low in offices.word_set("fields") or low.endswith(
            ("tion", "ment", "ity", "ics", "ies")
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
        heads = facts.heads()
        token = at
        while token < end and (
            self._syntax.words[token][0].isupper()
            or self._syntax.words[token] in {"'", "’", "'s", "’s"}
        ):
            fact = heads.get(self._syntax.lower[token])
            if fact and fact.kind in {"party", "parliament"} and token > at:
                return True
            if self._syntax.lower[token] == "committee" and token > at:
                return True
            token += 1
        return False

    def _is_title(self, token: int) -> bool:
        return self._syntax.lower[token] in offices.word_set("direct")

    def _goes_on(self, token: int, end: int) -> bool:
        """After a comma or "and": a plain capitalised word of the same name, no person or title."""
        words, lower = self._syntax.words, self._syntax.lower
        while token < end and lower[token] in {"and", "the"}:
            token += 1
        if token >= end or not words[token][0].isupper():
            return False
        if self._places.at.get(token) or lower[token] in offices.heads():
            return False
        if lower[token] in offices.word_set("modifiers") and lower[token] not in _FIELDS:
            return False
        if lower[token] in facts.heads() or self._person_at(token):
            return False
        return True

    def _person_at(self, token: int) -> bool:
        return any(
            name.label == "PERSON" and name.first <= token < name.last
            for name in self._syntax.parsed.names
        )

    def _before_person(self, first: int, last: int) -> int:
        """Cuts a person's name off the end of a name ("… Foreign Affairs Todd Robinson")."""
        for name in self._syntax.parsed.names:
            if name.label == "PERSON" and first < name.first < last <= name.last:
                return name.first
        return last

    def _kind(self, first: int, last: int, kind: BodyKind) -> BodyKind | None:
        lower = self._syntax.lower[first:last]
        text = " ".join(lower)
        codes = self._places.codes_within(first, last)
        if "parliamentary" in lower and "group" in lower and len(codes) > 1:
            return "friendship group"
        if "working" in lower and "group" in lower and kind == "company":
            return "government"
        if "friendship" in lower and {"group", "groups", "league", "association"} & set(lower):
            return "friendship group"
        if "inter-parliamentary" in text or "interparliamentary" in text:
            return "friendship group" if "group" in lower else "intergovernmental"
        if kind == "government" and {"parliamentary", "senate", "assembly"} & set(lower[:-1]):
            return "parliament"
        if set(lower) & {
            "act",
            "agreement",
            "treaty",
            "summit",
            "meeting",
            "forum",
            "dialogue",
            "day",
            "award",
            "initiative",
            "program",
            "strategy",
            "conference",
        }:
            return None
        return kind

    def _listed(self) -> Iterator[_Candidate]:
        """Names in a list that says what they are: "several parties of the country: A, B, and C"."""
        syntax = self._syntax
        for token, low in enumerate(syntax.lower):
            if low not in _LIST_HEADS:
                continue
            _, end = syntax.sentence(token)
            mark = next(
                (
                    at
                    for at in range(token + 1, min(end, token + 9))
                    if syntax.words[at] in {":", "–", "—"}
                    or syntax.lower[at] in {"including", "like"}
                    or (syntax.lower[at] == "as" and syntax.lower[at - 1] == "such")
                ),
                None,
            )
            if mark is None:
                continue
            country = next(iter(self._places.codes_within(*syntax.sentence(token))), None)
            for first, last in _items(syntax, mark + 1, end):
                yield _Candidate(first, last, "party", country, None, 5)

    def _lines(self) -> Iterator[_Candidate]:
        """Lists of participants, a line each: "Name, Office, Body"."""
        syntax = self._syntax
        heads, titles = facts.heads(), offices.heads()
        for paragraph in syntax.parsed.paragraphs:
            if paragraph.role != "line":
                continue
            first, last = paragraph.first, paragraph.last
            commas = [t for t in range(first, last) if syntax.words[t] == ","]
            if not commas or commas[0] - first > 6:
                continue
            start = commas[-1] + 1
            lower = syntax.lower[start:last]
            if not lower or len(lower) > 9 or set(lower) & titles or {"and"} & set(lower):
                continue
            if not all(
                w[0].isupper() or w.lower() in _INNER or not w[0].isalpha()
                for w in syntax.words[start:last]
            ):
                continue
            stop = next((t for t in range(start, last) if syntax.words[t] == "("), last)
            if stop == start or all(t in self._places.at for t in range(start, stop)):
                continue
            fact = next((heads[w] for w in reversed(lower) if w in heads), None)
            yield _Candidate(start, stop, fact.kind if fact else "company", None, None, 2)

    def _bracketed(self) -> Iterator[_Candidate]:
        """A party in brackets behind a name: "Zsófia Kiss (Civic Alliance)"."""
        syntax = self._syntax
        political = {"deputy", "deputies", "mp", "mps", "parliamentarians", "senators", "party"}
        if not political & set(syntax.lower):
            return
        people = {n.last for n in syntax.parsed.names if n.label == "PERSON"}
        for token, word in enumerate(syntax.words):
            if word != "(" or token == 0 or not syntax.words[token - 1][0].isupper():
                continue
            close = next(
                (
                    t
                    for t in range(token + 1, min(token + 8, len(syntax.words)))
                    if syntax.words[t] == ")"
                ),
                None,
            )
            if close is None or close == token + 1:
                continue
            inside = syntax.words[token + 1 : close]
            if not all(
                w[0].isupper() or w.lower() in _INNER or w in {"-", "'s", "’s"} for w in inside
            ):
                continue
            if token in people or syntax.tags[token - 1] == "NNP":
                if self._at_name(token - 1) and not self._places.at.get(token + 1):
                    yield _Candidate(token + 1, close, "party", None, None, 3)

    def _at_name(self, token: int) -> bool:
        """Whether a token ends what looks like a person's name."""
        syntax = self._syntax
        low = syntax.lower[token]
        return (
            low not in facts.heads()
            and low not in offices.word_set("not_people")
            and (self._places.at.get(token) is None)
        )

    def _officed(self) -> Iterator[_Candidate]:
        """What an office is held in: "chief executive of Marmara Enerji"."""
        syntax = self._syntax
        for token, low in enumerate(syntax.lower):
            if (
                low not in _HOLDERS
                or token + 2 >= len(syntax.words)
                or syntax.lower[token + 1] != "of"
            ):
                continue
            first = token + 2 + (syntax.lower[token + 2] == "the")
            last = first
            while last < len(syntax.words) and (
                syntax.words[last][0].isupper() and not self._person_at(last)
            ):
                last += 1
            if last == first or any(self._places.at.get(t) for t in range(first, last)):
                continue
            dull = offices.word_set("fields") | offices.heads() | offices.word_set("modifiers")
            if not set(syntax.lower[first:last]) & dull:
                yield _Candidate(first, last, "company", None, None, 2)

    def _acronyms(self) -> Iterator[_Candidate]:
        """Capitals before an office: "NSC Senior Director"."""
        syntax = self._syntax
        modifiers, titles = offices.word_set("modifiers"), offices.heads()
        for token in range(len(syntax.words) - 1):
            word = syntax.words[token]
            if not (word.isupper() and word.isalpha() and 2 < len(word) < 7):
                continue
            following = syntax.lower[token + 1]
            if token in self._places.at or not syntax.words[token + 1][0].isupper():
                continue
            if following in modifiers or following in titles:
                fact = facts.known().get(word)
                kind = fact.kind if fact else "government"
                yield _Candidate(token, token + 1, kind, None, None, 2)

    def _seen(self) -> Iterator[_Candidate]:
        """Organisations that the language model sees, without a known head noun."""
        heads = facts.heads()
        for name in self._syntax.parsed.names:
            if name.label != "ORG" or self._syntax.paragraph(name.first).role == "title":
                continue
            first, last = name.first, name.last
            while first < last and self._syntax.lower[first] in {"the", "a", "an"}:
                first += 1
            if last - first and self._syntax.words[last - 1] in {"'s", "’s"}:
                last -= 1
            if first >= last or not self._syntax.words[first][0].isupper():
                continue
            lower = self._syntax.lower[first:last]
            if all(token in self._places.at for token in range(first, last)):
                continue
            before = self._syntax.lower[max(0, first - 3) : first]
            if {"of", "for"} & set(before[-2:]) and set(before) & offices.heads():
                if not any(word in heads for word in lower):
                    continue
            if lower[-1] in offices.heads() or (
                set(lower) & offices.heads() and not set(lower) & set(heads)
            ):
                continue
            if lower[-1].endswith("s") and lower[-1][:-1] in heads and len(lower) < 3:
                continue
            if len(lower) == 1 and lower[0] in offices.word_set("modifiers") | {"state"}:
                continue
            last = self._without_person(first, last)
            lower = self._syntax.lower[first:last]
            fact = next((heads[word] for word in reversed(lower) if word in heads), None)
            kind = self._kind(first, last, fact.kind if fact else "other")
            if fact and lower[0] in heads and not set(lower[1:]) & (set(heads) | _INNER):
                continue  # "the Party Yerlan Tokmagambetov": a body meant, and a person
            if kind is None or (last - first == 1 and fact):
                continue
            yield _Candidate(first, last, kind, None, None, 1)

    def _without_person(self, first: int, last: int) -> int:
        """Cuts a person off a body's span: "Parliament Igor Grosu" ends at its head noun."""
        heads = facts.heads()
        named = [t for t in range(first, last) if self._syntax.lower[t] in heads]
        if not named:
            return last
        rest = range(named[-1] + 1, last)
        plain = all(self._syntax.words[t][0].isupper() and not self._field(t) for t in rest)
        return named[-1] + 1 if len(rest) >= 2 and plain else last

    # joining

    def _add(self, candidate: _Candidate) -> None:
        first, last = candidate.first, candidate.last
        intergovernmental = candidate.known is not None and candidate.kind == "intergovernmental"
        country = candidate.country or (None if intergovernmental else self._country(first, last))
        surface = self._syntax.plain(first, last)
        if candidate.known and (
            self._syntax.words[last - 1].islower()
            or (candidate.known in surface and candidate.known != surface)
        ):
            surface = candidate.known
        entry = self._same(surface, candidate, country)
        if entry is None:
            entry = BodyEntry(surface, candidate.kind, country, known=candidate.strength >= 3)
            self.entries.append(entry)
        else:
            if _fuller(surface, entry.name, self._places, self._syntax, (first, last)):
                entry.name = surface
            entry.country = entry.country or country
            if entry.kind == "other":
                entry.kind = candidate.kind
            entry.known = entry.known or candidate.strength >= 3
        entry.mentions.append((first, last))
        entry.names.add(surface)
        if candidate.known:
            entry.names.add(candidate.known)
        after = last + 1
        words = self._syntax.words
        if after + 1 < len(words) and words[last] == "(" and words[after + 1] == ")":
            short = words[after]
            if short.isupper() and len(short) > 1:
                entry.names.add(short)
                self._at[after] = BodyMention(after, after + 1, entry, anaphoric=True)
        mention = BodyMention(first, last, entry)
        for token in range(first, last):
            self._at[token] = mention

    def _country(self, first: int, last: int) -> str | None:
        """The country in a body's name, or of its owner: "Australia's Department …"."""
        codes = self._places.codes_within(first, last)
        if len(codes) == 1:
            return codes[0]
        if codes:
            return None
        before = first - 1
        if before > 0 and self._syntax.lower[before] in {"'s", "’s", "’"}:
            before -= 1
        place = self._places.country(before) if before >= 0 else None
        return place.code if place and len(place.codes) == 1 else None

    def _same(self, surface: str, candidate: _Candidate, country: str | None) -> BodyEntry | None:
        key = _key(surface)
        for entry in self.entries:
            if surface in entry.names or (candidate.known and candidate.known in entry.names):
                return entry
            if country and entry.country and country != entry.country:
                continue
            if surface.isupper() and len(surface) > 2 and surface == _initials(entry.name):
                return entry
            for name in entry.names:
                other = _key(name)
                if key and key == other:
                    return entry
        return None

    def _anaphora(self) -> None:
        """ "the Party", "the trilateral committee": the last body named with that head noun."""
        heads = facts.heads()
        syntax = self._syntax
        last_named: dict[str, BodyEntry] = {}
        named = {m.first: m for m in self.mentions() if not m.anaphoric}
        short = {name: entry for entry in self.entries for name in entry.names if name.isupper()}
        counted = sorted(self.entries, key=lambda e: -len(e.mentions))
        for token, low in enumerate(syntax.lower):
            if token in named:
                entry = named[token].entry
                for word in named[token].entry.name.lower().split():
                    if word in heads:
                        last_named[word] = entry
            if token in self._at:
                continue
            if syntax.words[token] in short:
                self._at[token] = BodyMention(token, token + 1, short[syntax.words[token]])
                short[syntax.words[token]].mentions.append((token, token + 1))
                continue
            if low not in heads or token == 0 or low in {"administration", "government"}:
                continue
            first = token - 1
            while first > 0 and syntax.tags[first] in {"JJ", "NN"} and token - first < 3:
                first -= 1
            if syntax.lower[first] not in _DETERMINERS:
                continue
            meant = last_named.get(low) or next(
                (e for e in counted if low in e.name.lower().split()), None
            )
            if meant is None and low == "party":
                meant = next((e for e in counted if e.kind == "party"), None)
            after = syntax.lower[token + 1] if token + 1 < len(syntax.lower) else ""
            if meant is not None and after not in _OF:
                if len(self._places.codes_within(first, token)) == 0:
                    self._at[token] = BodyMention(token, token + 1, meant, anaphoric=True)


_HOLDERS = {"executive", "ceo", "founder", "co-founder", "manager", "owner"}
_FOLK = {"people", "women", "men", "children", "youth"}
_OWNERS = _FOLK | {"president", "minister", "king"}
_FIELDS = {
    "foreign", "trade", "defence", "defense", "finance", "interior", "justice", "health", "energy",
    "education", "agriculture", "environment", "economy", "home", "external", "internal",
    "security", "development", "transport", "culture", "labour", "labor", "science", "industry",
    "national", "political", "regional",
}  # fmt: skip


@cache
def _gazetteer() -> Gazetteer[facts.BodyFact]:
    return Gazetteer(facts.known().items())


def _items(syntax: Syntax, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The capitalised items of a list "A, B, and the C" up to the sentence's end."""
    at = first
    while at < end:
        while at < end and syntax.lower[at] in {",", "and", "the", "as", "well", ";", "also"}:
            at += 1
        start = at
        while at < end and (
            syntax.words[at][0].isupper()
            or syntax.words[at] in {"!", "-", "–", "’", "'"}
            or (
                syntax.lower[at] in _INNER
                and at > start
                and at + 1 < end
                and syntax.words[at + 1][0].isupper()
                and syntax.lower[at] != "and"
            )
        ):
            at += 1
        if at > start:
            if at == end and syntax.words[at - 1] == "!" and syntax.parsed.glued[at - 1]:
                pass
            yield start, at
            if at < end and syntax.words[at] not in {",", ";"} and syntax.lower[at] != "and":
                return
        else:
            return


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()


@cache
def _country_words() -> frozenset[str]:
    from comity.data import countries

    words: set[str] = set()
    for table in (countries.names(), countries.adjectives()):
        for surface in table:
            words.add(_fold(surface))
            words.update(_fold(surface).split())
    return frozenset(words)


@cache
def _key(name: str) -> frozenset[str]:
    """A name's telling words: without country words, links, and "Party"."""
    words = [word for word in re.findall(r"[^\W_]+", _fold(name)) if word not in _STOP]
    telling = frozenset(word for word in words if word not in _country_words())
    if len(telling) > 1:
        telling = telling - {"party"}
    return telling or frozenset(words)


def _fuller(surface: str, name: str, places: Places, syntax: Syntax, span: tuple[int, int]) -> bool:
    """Whether `surface` is a fuller name than `name`: a country's name beats its adjective."""
    if len(surface.split()) != len(name.split()):
        longer = len(surface.split()) > len(name.split())
        if not longer:
            return False
        # "Party" after a name that is complete without it adds nothing when both forms stand
        return not (surface.endswith("! Party"))
    named = bool(places.within(*span, "name"))
    return (
        named and not any(word in surface for word in name.split()[:1]) or len(surface) > len(name)
    )
