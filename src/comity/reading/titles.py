"""Titles of office beside a name: "First Deputy Chairman of the Party X", "X, head of Y"."""

from __future__ import annotations

from dataclasses import replace

from comity.data import names, offices
from comity.reading.bodies import Bodies, BodyMention
from comity.reading.places import Places
from comity.reading.syntax import Syntax
from comity.reading.title_grammar import FORMER, GLUE, POSSESSIVE, Title, TitleGrammar

__all__ = ["Title", "Titles"]

_INSIDE = {"at", "of", "for", "the", "and", "&", "on", "in", "de", "du", "des", "la", "with", "to",
           "or"}  # fmt: skip
#: how the first word of a title is not tagged
_NOT_FIRST = {"IN", "WRB", "RB", "VB", "VBG", "DT"}
_BEFORE_APPOSED = {"the", "a", "an", "its", "current", "who", "is"}
#: what may follow a title in apposition
_CLOSING = {",", ".", ")", ";", "–", "—", "-", ":", "and", "who", "said", "has", "will", "in"}


class Titles:
    """Finds titles in one report."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._grammar = TitleGrammar(syntax, places, bodies)
        self._heads = offices.heads()
        self._modifiers = offices.word_set("modifiers")
        self._never = names.word_set("not_in_titles")

    def before(self, name: int, taken: set[int]) -> list[Title]:
        """The titles that stand right before the name that starts at token `name`.

        `taken` are tokens of other people's names: a title does not reach over them.
        """
        start, _ = self._syntax.sentence(name)
        end = self._skip_courtesy(name, start)
        first = end
        while first > start and end - first < 32 and self._may_belong(first - 1, taken):
            first -= 1
        for candidate in range(first, end):
            if not self._may_open(candidate):
                continue
            titles = self._grammar.sequence(candidate, end)
            if titles is not None:
                return self._with_prefix(titles, candidate, start)
        return []

    def after(self, name_end: int, limit: int, taken: set[int]) -> list[Title]:
        """The titles in apposition after a name: "X, the First Deputy Chairman of Y, …".

        `taken` are tokens of people's names: a title of the next name is not this one's.
        """
        words, lower = self._syntax.words, self._syntax.lower
        at = name_end
        if at + 1 >= limit or words[at] not in {",", "(", "–", "—", "-"}:
            return []
        at += 1
        while at < limit and lower[at] in _BEFORE_APPOSED:
            at += 1
        if at < limit and lower[at] == "and":
            return []
        for end in range(min(limit, at + 24), at, -1):
            if not taken.isdisjoint(range(at, min(end + 1, limit))):
                continue
            if end < limit:
                if self._names_next(end, taken):
                    continue
                if lower[end] == "and" and self._runs_on(end + 1, limit):
                    continue
            if end == limit or lower[end] in _CLOSING or self._syntax.is_verb(end):
                titles = self._grammar.sequence(at, end)
                if titles is not None:
                    return self._with_prefix(titles, at, at)
        return []

    def standing(self, at: int, limit: int) -> Title | None:
        """The title that starts at a token and names nobody: "the Vice President"."""
        for end in range(min(limit, at + 7), at, -1):
            title = self._grammar.one(at, end)
            if title is not None:
                return title
        return None

    # after a name

    def _runs_on(self, at: int, limit: int) -> bool:
        """Whether a title goes on behind "and" ("… Homeland Defense and Hemispheric Affairs")."""
        if at >= limit or not self._syntax.words[at][0].isupper():
            return False
        low = self._syntax.lower[at]
        return low not in self._heads and low not in self._modifiers

    def _names_next(self, end: int, taken: set[int]) -> bool:
        """Whether a name follows at once, behind courtesy words or a comma-free break."""
        courtesy = offices.word_set("courtesy")
        at = end
        while at < len(self._syntax.words) and at < end + 3 and self._syntax.lower[at] in courtesy:
            at += 1
        return at in taken

    # before a name

    def _skip_courtesy(self, name: int, start: int) -> int:
        """Where the title ends: before courtesy words, ranks and a comma in front of them."""
        courtesy, ranks = offices.word_set("courtesy") - {"the"}, offices.word_set("ranks")
        words, lower = self._syntax.words, self._syntax.lower
        at = name
        while at > start and lower[at - 1] in courtesy:
            at -= 1
        if at > start + 1 and lower[at - 1] in ranks:
            back = at
            while back > start and lower[back - 1] in ranks:
                back -= 1
            before = words[back - 1] if back > start else ""
            civil = before.lower() in offices.word_set("generals") and lower[back] == "general"
            if before[:1].isupper() and before.lower() not in self._never and not civil:
                at = back if back - 1 > start else at
        if at > start and words[at - 1] == ",":
            at -= 1
        return at

    def _may_belong(self, token: int, taken: set[int]) -> bool:
        if token in taken:
            return False
        words, lower = self._syntax.words, self._syntax.lower[token]
        word = words[token]
        if lower in _INSIDE or word in GLUE or word in {",", "."}:
            return True
        if word in {"(", ")"} or (token > 0 and words[token - 1] == "("):
            return self._grammar.bracketed(token)
        if lower in self._heads or lower in self._modifiers or lower in FORMER:
            return True
        return word[0].isupper() and lower not in self._never

    def _may_open(self, token: int) -> bool:
        word, lower = self._syntax.words[token], self._syntax.lower[token]
        if lower in _INSIDE or word in GLUE or word in {",", "."}:
            return False
        if lower in self._heads or lower in self._modifiers:
            return True
        return word[0].isupper() and self._syntax.tags[token] not in _NOT_FIRST

    # whose title it is

    def _with_prefix(self, titles: list[Title], first: int, start: int) -> list[Title]:
        """Adds what stands before the titles: "Kazakhstan's President", "French", "its", "ex-"."""
        at = first - 1
        lower = self._syntax.lower
        if at >= start and lower[at] in POSSESSIVE:
            at -= 1
        place = self._places.country(at) if at >= start else None
        former = at >= start and lower[at] in FORMER
        owner = self._owner(first, start)
        lead = titles[0]
        if owner is not None and not lead.body:
            lead = replace(lead, body=owner)
        found = []
        for title in (lead, *titles[1:]):
            country = title.country
            if country is None and title is not lead and not title.body:
                country = lead.country
            country = country or (place.code if place else None)
            found.append(replace(title, country=country, former=title.former or former))
        return found

    def _owner(self, first: int, start: int) -> str | None:
        """The body before a title: "its Chairman", "the committee's chairperson"."""
        syntax, at = self._syntax, first - 1
        if at < 0:
            return None
        if syntax.lower[at] == "its":
            for token in range(at - 1, max(start - 60, -1), -1):
                body = self._bodies.at(token)
                if body:
                    return self._outer(body)
        if syntax.lower[at] in POSSESSIVE:
            body = self._bodies.at(at - 1)
            return body.name if body else None
        body = self._bodies.at(at)
        return body.name if body and body.anaphoric and syntax.words[first].islower() else None

    def _outer(self, body: BodyMention) -> str:
        """ "the Group of the Assembly …, its Chairman": the Group's."""
        before = body.first - 1
        if before > 0 and self._syntax.lower[before] == "the":
            before -= 1
        if before > 0 and self._syntax.lower[before] == "of":
            outer = self._bodies.at(before - 1)
            if outer:
                return outer.name
        return body.name
