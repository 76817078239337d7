"""Events between countries in PLOVER's types: who did what to whom.

Consultations come from encounters, agreements and requests from commitments, support and
accusations from statements; material acts from verbs and nouns of the lexicon. Each distinct triple
stands once a report. Types and their bounds follow the PLOVER codebook.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.data.vocabulary import EventType
from comity.model.reading import Event, Span
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments, Found
from comity.reading.encounters import Encounters
from comity.reading.event_acts import EventActs
from comity.reading.event_sides import EventSides, directed, mutual
from comity.reading.statements import Statements

#: what follows these words is not what somebody is thanked or praised for
_APART = {"against", "amid", "despite", "regarding"}


class Events:
    """All events of a report."""

    def __init__(
        self, cast: Cast, encounters: Encounters, commitments: Commitments, statements: Statements
    ) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._sides = EventSides(cast)
        self._pair = list(dict.fromkeys(cast.main.codes))
        self._found: dict[tuple[str | None, str | None, EventType], Event] = {}
        for event in self._all(encounters, commitments, statements):
            self._found.setdefault((event.source, event.target, event.type), event)

    def items(self) -> list[Event]:
        """The events, each triple once, with the words that tell of it first."""
        return list(self._found.values())

    def _all(
        self, encounters: Encounters, commitments: Commitments, statements: Statements
    ) -> Iterator[Event]:
        yield from self._consultations(encounters)
        for found in commitments.found:
            yield from self._commitment(found)
        yield from self._statements(statements)
        acts = EventActs(self._cast)
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                yield from acts.at(token, first, last)

    def _consultations(self, encounters: Encounters) -> Iterator[Event]:
        for contact in encounters.found:
            codes = [code for name in contact.parties for code in self._cast.codes_of(name)]
            yield from mutual("CONSULT", [*codes, *contact.codes], contact.span)
        for codes, span in encounters.unnamed:
            yield from mutual("CONSULT", codes, span)

    # from commitments

    def _commitment(self, found: Found) -> Iterator[Event]:
        by, to = found.by_codes, found.to_codes
        span, kind = found.item.evidence[0], found.item.kind
        lemma = self._syntax.lemmas[found.token]
        if kind == "request":
            if lemma != "invite":
                yield from directed("REQUEST", by, to, span)
        elif kind == "hope":
            if self._trusts(found):
                yield from directed("SUPPORT", by, to[:1], span)
        elif not by:
            return
        elif lemma in {"signing", "sign", "conclude", "initial", "ink"}:
            sides = by if len(by) > 1 else (*by, *to)
            if len(set(sides)) > 2:
                yield from mutual("AGREE", sides, span)
            else:
                yield from directed("SUPPORT", sides, sides, span)
        elif lemma == "launch" and len(by) > 1:
            yield from mutual("COOPERATE", by, span)
        elif not self._holds(found, "unfriendly"):
            if kind != "pledge" or lemma not in words("events", "planned_contact"):
                yield from self._agreement(found)

    def _agreement(self, found: Found) -> Iterator[Event]:
        """What countries agree on among themselves, for others, or one toward another."""
        by, to, span = found.by_codes, found.to_codes, found.item.evidence[0]
        shared = self._holds(found, "shared")
        if len(by) > 1:
            others = [code for code in to if code not in by]
            if others and self._holds(found, "helping"):
                yield from directed("AGREE", by, others[:2], span)
            elif len(by) == 2 or found.item.kind == "agreement" or shared:
                yield from mutual("AGREE", by, span)
            return
        if not to and len(self._pair) == 2 and by[0] in self._pair and shared:
            to = tuple(code for code in self._pair if code != by[0])
        yield from directed("AGREE", by[:1], to[:2], span)

    def _trusts(self, found: Found) -> bool:
        """Confidence in the other side, said to its face ("your President will contribute …")."""
        syntax = self._syntax
        said = set(syntax.lower[found.span[0] : found.span[1]])
        sure = {"sure", "confident", "convinced", "certain"} & said
        return bool(sure) and syntax.quoted[found.token] >= 0 and "your" in said

    def _holds(self, found: Found, key: str) -> bool:
        """Whether the words of a commitment hold one of a list of the lexicon."""
        first, last = found.span
        return bool(words("events", key) & set(self._syntax.lemmas[first:last]))

    # from statements

    def _statements(self, statements: Statements) -> Iterator[Event]:
        for verb, speaker, (_, last), evidence in statements.told:
            lemma = self._syntax.lemmas[verb]
            codes = list(dict.fromkeys(speaker.codes))
            if lemma in words("events", "blame") or self._complains(verb):
                culprit = self._sides.culprit(verb + 1, last)
                yield from directed("ACCUSE", codes, culprit, evidence)
            elif lemma in words("events", "praise") | {"send", "wish"} or self._backs(verb, last):
                yield from self._praise(codes, verb, last, evidence)

    def _complains(self, verb: int) -> bool:
        """ "raised concerns about", "voiced alarm at"."""
        lemmas = self._syntax.lemmas
        near = set(lemmas[verb : verb + 5])
        return lemmas[verb] in words("events", "complaint_verbs") and bool(
            near & words("events", "complaint_nouns")
        )

    def _backs(self, verb: int, last: int) -> bool:
        """ "underscored support for Y", "reaffirmed commitment to Y's security"."""
        syntax = self._syntax
        for token in range(verb + 1, min(last, verb + 12)):
            lemma = syntax.lemmas[token]
            if lemma in words("events", "backing") and syntax.tags[token].startswith("NN"):
                return True
            if lemma == "commitment":
                if words("events", "sovereignty") & set(syntax.lemmas[token:last]):
                    return True
        return False

    def _praise(self, codes: list[str], verb: int, last: int, evidence: Span) -> Iterator[Event]:
        syntax = self._syntax
        welcomes = syntax.lemmas[verb] == "welcome"
        if welcomes and len(codes) > 1:
            return
        targets = () if welcomes else self._sides.codes(syntax.child(verb, "dobj"))
        if not targets:
            apart = (t for t in range(verb + 1, last) if syntax.lower[t] in _APART)
            targets = tuple(self._sides.foreign(codes, verb + 1, next(apart, last))[:1])
        others = [code for code in targets if code not in codes]
        yield from directed("SUPPORT", codes, others, evidence)
