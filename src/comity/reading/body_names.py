"""Where a report may name a body, with what says so.

Candidates come from known bodies and parties, from the grammar of names around a head noun
("Parliamentary Friendship Group", "Ministry of Foreign Affairs"), from lists that announce what
they hold ("political parties: …"), from lines and brackets, from the office that somebody holds
there, from capitals before an office, and from the language model.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from comity.data import bodies as facts
from comity.data import offices, parties
from comity.data.folding import fold
from comity.data.gazetteer import Gazetteer
from comity.data.vocabulary import BodyKind
from comity.reading.body_grammar import INNER, BodyGrammar
from comity.reading.places import Places
from comity.reading.syntax import Syntax

_LIST_HEADS = {"parties", "party", "factions", "movements", "organizations", "organisations"}
_HOLDERS = {"executive", "ceo", "founder", "co-founder", "manager", "owner"}
_PARTY_MEMBERS = {"deputy", "deputies", "mp", "mps", "parliamentarians", "senators", "party"}


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name at tokens `[first, last)` that may be a body's.

    `known` is the usual name of a body in the data. Of names that overlap, the one of more
    `strength` counts: 1 what the model sees, 2 the grammar, 3 a party, 4 a known body, 5 a list.
    """

    first: int
    last: int
    kind: BodyKind
    country: str | None = None
    known: str | None = None
    strength: int = 1


def body_names(syntax: Syntax, places: Places) -> list[BodyName]:
    """The bodies' names of a report, in order; none overlaps another."""
    found = _whole(_Search(syntax, places).all(), syntax, places)
    found.sort(key=lambda name: (-name.strength, -(name.last - name.first), name.first))
    taken: set[int] = set()
    chosen = []
    for name in found:
        tokens = range(name.first, name.last)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(name)
    return sorted(chosen, key=lambda name: name.first)


def _whole(found: list[BodyName], syntax: Syntax, places: Places) -> list[BodyName]:
    """Names without those of the data that are only a part of what stands there.

    "National Assembly" of "National Assembly of Kenya", "Heritage Foundation" of "Coastal Heritage
    Foundation".
    """
    built = [name for name in found if name.strength == 2]
    longest = {name.first: name for name in sorted(built, key=lambda name: name.last)}
    earliest = {name.last: name for name in sorted(built, key=lambda name: -name.first)}

    def is_part(name: BodyName) -> bool:
        if name.strength not in {3, 4}:
            return False
        longer, before = longest.get(name.first), name.first - 1
        if longer and longer.last > name.last and syntax.lower[name.last] == "of":
            owners = places.within(name.last, longer.last, "name")
            if name.country is None and any(place.last == longer.last for place in owners):
                return True
        earlier = earliest.get(name.last)
        return (
            earlier is not None
            and earlier.first <= before
            and name.kind != "intergovernmental"
            and syntax.paragraph(before).role != "title"
            and before not in places.at
            and syntax.lower[before] not in offices.word_set("modifiers")
            and syntax.words[before][0].isupper()
        )

    return [name for name in found if not is_part(name)]


@cache
def _gazetteer() -> Gazetteer[facts.BodyFact]:
    return Gazetteer(facts.known().items())


class _Search:
    """Everything that may be a body's name in one report."""

    def __init__(self, syntax: Syntax, places: Places) -> None:
        self._syntax = syntax
        self._places = places
        self._grammar = BodyGrammar(syntax, places)

    def all(self) -> list[BodyName]:
        """Candidates of every sort; they may overlap."""
        return [
            *self._known(),
            *self._built(),
            *self._listed(),
            *self._lines(),
            *self._acronyms(),
            *self._bracketed(),
            *self._officed(),
            *self._seen(),
        ]

    def _placed(self, first: int, last: int) -> bool:
        """Whether a span is nothing but places."""
        return all(token in self._places.at for token in range(first, last))

    # known bodies and parties

    def _known(self) -> Iterator[BodyName]:
        gazetteer, words = _gazetteer(), self._syntax.words
        starts = parties.first_words()
        total, at = len(words), 0
        while at < total:
            name = None
            if words[at][0].isupper():
                found = gazetteer.match(words, at, total)
                if found and not (found[1].ambiguous and found[0] == 1):
                    last, fact = at + found[0], found[1]
                    if not self._only_a_title(at, last):
                        name = BodyName(at, last, fact.kind, fact.country, fact.name, 4)
                elif words[at] in starts or fold(words[at]).partition(" ")[0] in starts:
                    name = self._party(at)
            if name:
                yield name
            at = name.last if name else at + 1

    def _only_a_title(self, first: int, last: int) -> bool:
        """ "Homeland Security Advisor": a name without a body's noun is the office's field."""
        syntax = self._syntax
        if last >= len(syntax.lower) or syntax.lower[last] not in offices.heads():
            return False
        named = any(word in facts.heads() for word in syntax.lower[first:last])
        return not named and not syntax.words[last - 1].isupper()

    def _party(self, at: int) -> BodyName | None:
        """A party of the data that starts at a token, if the report's countries allow it."""
        syntax = self._syntax
        for last in range(self._capital_run(at), at, -1):
            surface = syntax.plain(at, last)
            if len(surface) < 3:
                return None
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
            return BodyName(at, last, "party", country, None, 3)
        return None

    def _party_talk(self, at: int) -> bool:
        """Whether the sentence speaks of parties: a lone word such as "Greens" needs that."""
        first, last = self._syntax.sentence(at)
        talk = {"party", "parties", "coalition", "faction"}
        return not talk.isdisjoint(self._syntax.lower[first:last])

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
            elif syntax.lower[last] not in INNER and word not in {"-", "–", "'s", "’s", "'", "’"}:
                break
            last += 1
        return end

    # names that are built around a head noun

    def _built(self) -> Iterator[BodyName]:
        for first, last, kind in self._grammar.names():
            strength = 3 if kind == "party" else 2
            found = _gazetteer().match(self._syntax.words, first, last)
            if found and found[0] < last - first:
                # a name that begins with a known body's ("Quad Senior Cyber Group") outranks it
                if found[1].kind == "intergovernmental":
                    kind, strength = "intergovernmental", 5
                elif found[1].kind == "government":
                    strength = 5
            yield BodyName(first, last, kind, strength=strength)

    # names by where they stand

    def _listed(self) -> Iterator[BodyName]:
        """Names in a list that says what they are: "several parties: A, B, and C"."""
        syntax = self._syntax
        for token, low in enumerate(syntax.lower):
            if low not in _LIST_HEADS:
                continue
            first, end = syntax.sentence(token)
            for at in range(token + 1, min(end, token + 9)):
                such_as = syntax.lower[at] == "as" and syntax.lower[at - 1] == "such"
                if (
                    such_as
                    or syntax.words[at] in {":", "–", "—"}
                    or syntax.lower[at] in {"including", "like"}
                ):
                    country = next(iter(self._places.codes_within(first, end)), None)
                    for item in _items(syntax, at + 1, end):
                        yield BodyName(*item, "party", country, strength=5)
                    break

    def _lines(self) -> Iterator[BodyName]:
        """Lists of participants, a line each: "Name, Office, Body"."""
        syntax = self._syntax
        heads, not_here = facts.heads(), offices.heads() | {"and"}
        for paragraph in syntax.parsed.paragraphs:
            if paragraph.role != "line":
                continue
            first, last = paragraph.first, paragraph.last
            commas = [t for t in range(first, last) if syntax.words[t] == ","]
            if not commas or commas[0] - first > 6:
                continue
            start = commas[-1] + 1
            lower = syntax.lower[start:last]
            if not lower or len(lower) > 9 or not not_here.isdisjoint(lower):
                continue
            if not all(
                w[0].isupper() or w.lower() in INNER or not w[0].isalpha()
                for w in syntax.words[start:last]
            ):
                continue
            stop = next((t for t in range(start, last) if syntax.words[t] == "("), last)
            if not self._placed(start, stop):
                fact = next((heads[w] for w in reversed(lower) if w in heads), None)
                yield BodyName(start, stop, fact.kind if fact else "company", strength=2)

    def _bracketed(self) -> Iterator[BodyName]:
        """A party in brackets behind a name: "Zsófia Kiss (Civic Alliance)"."""
        syntax, words = self._syntax, self._syntax.words
        if _PARTY_MEMBERS.isdisjoint(syntax.lower):
            return
        people = {n.last for n in syntax.parsed.names if n.label == "PERSON"}
        for token, word in enumerate(words):
            if word != "(" or token == 0 or not words[token - 1][0].isupper():
                continue
            within = range(token + 1, min(token + 8, len(words)))
            close = next((t for t in within if words[t] == ")"), token + 1)
            inside = words[token + 1 : close]
            if not inside or not all(
                w[0].isupper() or w.lower() in INNER or w in {"-", "'s", "’s"} for w in inside
            ):
                continue
            if token in people or syntax.tags[token - 1] == "NNP":
                if self._ends_name(token - 1) and not self._places.at.get(token + 1):
                    yield BodyName(token + 1, close, "party", strength=3)

    def _ends_name(self, token: int) -> bool:
        """Whether a token ends what looks like a person's name."""
        low = self._syntax.lower[token]
        return (
            low not in facts.heads()
            and low not in offices.word_set("not_people")
            and token not in self._places.at
        )

    def _officed(self) -> Iterator[BodyName]:
        """What an office is held in: "chief executive of Marmara Enerji"."""
        words, lower = self._syntax.words, self._syntax.lower
        dull = offices.word_set("fields") | offices.heads() | offices.word_set("modifiers")
        for token, low in enumerate(lower[:-2]):
            if low not in _HOLDERS or lower[token + 1] != "of":
                continue
            first = token + 2 + (lower[token + 2] == "the")
            last = first
            while (
                last < len(words) and words[last][0].isupper() and not self._grammar.is_person(last)
            ):
                last += 1
            placed = any(token in self._places.at for token in range(first, last))
            if last > first and not placed and dull.isdisjoint(lower[first:last]):
                yield BodyName(first, last, "company", strength=2)

    def _acronyms(self) -> Iterator[BodyName]:
        """Capitals before an office: "NSC Senior Director"."""
        words, lower = self._syntax.words, self._syntax.lower
        titles = offices.word_set("modifiers") | offices.heads()
        for token, word in enumerate(words[:-1]):
            if not (word.isupper() and word.isalpha() and 2 < len(word) < 7):
                continue
            if token in self._places.at or not words[token + 1][0].isupper():
                continue
            if lower[token + 1] in titles:
                fact = facts.known().get(word)
                yield BodyName(token, token + 1, fact.kind if fact else "government", strength=2)

    # the language model

    def _seen(self) -> Iterator[BodyName]:
        """Organisations that the language model sees, without a known head noun."""
        heads, syntax = facts.heads(), self._syntax
        for name in syntax.parsed.names:
            if name.label != "ORG" or syntax.paragraph(name.first).role == "title":
                continue
            first, last = name.first, name.last
            while first < last and syntax.lower[first] in {"the", "a", "an"}:
                first += 1
            if last > first and syntax.words[last - 1] in {"'s", "’s"}:
                last -= 1
            if first >= last or not syntax.words[first][0].isupper():
                continue
            if self._placed(first, last) or self._names_office(first, last):
                continue
            last = self._grammar.without_person(first, last)
            lower = syntax.lower[first:last]
            fact = next((heads[word] for word in reversed(lower) if word in heads), None)
            kind = self._grammar.kind(first, last, fact.kind if fact else "other")
            if fact and lower[0] in heads and not set(lower[1:]) & (heads.keys() | INNER):
                continue  # "the Party Yerlan Tokmagambetov": a body meant, and a person
            if kind is not None and not (last - first == 1 and fact):
                yield BodyName(first, last, kind)

    def _names_office(self, first: int, last: int) -> bool:
        """Whether what the model takes for an organisation is an office, or what it is for."""
        heads, titles = facts.heads().keys(), offices.heads()
        lower = self._syntax.lower[first:last]
        before = self._syntax.lower[max(0, first - 3) : first]
        headless = heads.isdisjoint(lower)
        if {"of", "for"} & set(before[-2:]) and set(before) & titles and headless:
            return True
        if lower[-1] in titles or (headless and not titles.isdisjoint(lower)):
            return True
        if lower[-1].endswith("s") and lower[-1][:-1] in heads and len(lower) < 3:
            return True
        return len(lower) == 1 and lower[0] in offices.word_set("modifiers") | {"state"}


def _items(syntax: Syntax, first: int, end: int) -> Iterator[tuple[int, int]]:
    """The capitalised items of a list "A, B, and the C" up to the sentence's end."""
    words, lower = syntax.words, syntax.lower
    at = first
    while at < end:
        while at < end and lower[at] in {",", "and", "the", "as", "well", ";", "also"}:
            at += 1
        start = at
        while at < end:
            link = (
                lower[at] in INNER - {"and"} and start < at < end - 1 and words[at + 1][0].isupper()
            )
            if not (link or words[at][0].isupper() or words[at] in {"!", "-", "–", "’", "'"}):
                break
            at += 1
        if at == start:
            return
        yield start, at
        if at < end and words[at] not in {",", ";"} and lower[at] != "and":
            return
