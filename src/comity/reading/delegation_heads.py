"""Who leads a delegation: "led by X", "X led the delegation", "X and his delegation"."""

from __future__ import annotations

from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.people import PersonMention

LEADING = {"lead", "head", "chair"}


class DelegationHeads:
    """The people who lead the delegations of one report."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax

    def find(self, token: int) -> tuple[str, Span] | None:
        """The name of whoever leads the delegation at a token, and the tokens that say so."""
        return (
            self._by_verb(token)
            or self._by_noun(token)
            or self._accompanied(token)
            or self._by_owner(token)
        )

    def beside(self, token: int) -> str | None:
        """The person in front of ", and their delegation": the first of that country."""
        start, _ = self._syntax.sentence(token)
        before = self._cast.people.within(start, token)
        near = [m for m in before if m.last in {token - 2, token - 3}]
        for mention in before if near else []:
            if mention.last <= token and mention.entry.country == near[-1].entry.country:
                return mention.entry.name
        return None

    def _by_verb(self, token: int) -> tuple[str, Span] | None:
        """ "a delegation led by X", "X headed the delegation"."""
        syntax = self._syntax
        first, end = syntax.sentence(token)
        for verb in range(first, end):
            if syntax.lemmas[verb] not in LEADING or not syntax.tags[verb].startswith("VB"):
                continue
            subject = syntax.subject(verb)
            if syntax.tags[verb] == "VBN" and "by" in syntax.lower[verb : verb + 3]:
                led = syntax.child(verb, "nsubjpass") == token or syntax.heads[verb] == token
                name = self._behind(verb, end) if led or 0 < verb - token <= 20 else None
                if name:
                    return name, self._up_to_person(token, verb, end)
            elif subject is not None and self._leads(verb, token):
                people = self._cast.people_meant(subject)
                if people:
                    return people[0], self._clause(verb)
        return None

    def _leads(self, verb: int, token: int) -> bool:
        led = self._syntax.child(verb, "dobj")
        return led == token or (led is None and 0 < token - verb <= 4)

    def _by_noun(self, token: int) -> tuple[str, Span] | None:
        """ "the head of the delegation, X"."""
        first, end = self._syntax.sentence(token)
        near = max(first, token - 4)
        if {"head", "leader", "headed"}.isdisjoint(self._syntax.lower[near:token]):
            return None
        for mention in self._cast.people.within(token, min(token + 7, end)):
            return mention.entry.name, (near, mention.last)
        return None

    def _accompanied(self, token: int) -> tuple[str, Span] | None:
        """ "X was accompanied by a delegation"."""
        syntax = self._syntax
        by = syntax.heads[token]
        verb = syntax.heads[by]
        if syntax.lemmas[verb] != "accompany" or syntax.deps[by] != "agent":
            return None
        led = syntax.child(verb, "nsubjpass")
        people = self._cast.people_meant(led)
        return (people[0], self._clause(verb)) if people else None

    def _by_owner(self, token: int) -> tuple[str, Span] | None:
        """ "his delegation"."""
        owner = self._syntax.child(token, "poss")
        if owner is None or self._syntax.lower[owner] not in {"his", "her"}:
            return None
        people = self._cast.people_meant(owner)
        return (people[0], (self._syntax.sentence(token)[0], token + 1)) if people else None

    def _clause(self, verb: int) -> Span:
        return self._syntax.trim(self._syntax.clause_start(verb), self._syntax.clause_end(verb))

    def _up_to_person(self, token: int, verb: int, end: int) -> Span:
        """From the delegation's phrase to the first person behind a verb."""
        first = min(self._syntax.parsed.lefts[token], verb)
        behind = self._next_person(verb, end)
        return self._syntax.trim(first, max(behind.last if behind else verb + 1, token + 1))

    def _behind(self, verb: int, end: int) -> str | None:
        """The person named behind "led by", or meant there."""
        named = self._next_person(verb, min(end, verb + 30))
        if named:
            return named.entry.name
        for at in range(verb, min(end, verb + 8)):
            for name in self._cast.people_meant(at, alone=True):
                return name
        return None

    def _next_person(self, token: int, end: int) -> PersonMention | None:
        return next(iter(self._cast.people.within(token + 1, end)), None)
