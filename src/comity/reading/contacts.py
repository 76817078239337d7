"""Contacts: a single mention of people who met, called or visited, with its parties and date.

What is planned, denied or hoped for is no contact.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.data import countries
from comity.data.lexicons import words
from comity.data.vocabulary import EncounterKind
from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.dates import Dated, Dates
from comity.reading.delegations import Delegations
from comity.reading.meant import Meant
from comity.reading.modals import UNREAL
from comity.reading.syntax import Syntax

_BEFORE = {"ahead", "before", "prior", "until", "toward", "towards", "pending"}
_LIST_ENDS = {"on", "about", "where", "who", "which", "that", "ahead", "before", "following",
              "after", "to", ";", "by", "during"}  # fmt: skip


@dataclass(slots=True)
class Contact:
    """One mention of a contact; `anchor` is the token of its verb or noun."""

    kind: EncounterKind
    parties: list[str]
    place: str | None
    date: str | None
    span: Span
    anchor: int
    #: told of by telephone or video
    remote: bool = False
    #: told of by the title alone
    titled: bool = False
    #: countries of the parties, also of those that nobody names
    codes: list[str] = field(default_factory=list)
    #: "also took part in": another contact than the one told of before
    also: bool = False


class Contacts:
    """Makes contacts out of a report's words: who takes part, where, when, and whether at all."""

    def __init__(self, cast: Cast, dates: Dates, delegations: Delegations) -> None:
        self.cast = cast
        self.syntax: Syntax = cast.syntax
        self.delegations = delegations
        #: contacts of countries in which nobody is named: (codes, evidence), for events
        self.unnamed: list[tuple[list[str], Span]] = []
        self._dates = dates

    # whether it took place

    def real(self, verb: int) -> bool:
        """Whether the verb tells of something that took place or is under way."""
        syntax = self.syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & UNREAL:
            return False
        if syntax.paragraph(verb).role == "turn":
            return False
        if "to" in syntax.auxiliaries(verb):
            head = syntax.heads[verb]
            moved = syntax.lemmas[head] in words("contacts", "moving")
            return (
                moved and head != verb and syntax.tags[head] in {"VBD", "VBN"} and self.real(head)
            )
        if syntax.tags[verb] == "VBG" and syntax.child(verb, "aux") is None:
            links = {syntax.lower[c] for c in syntax.children(verb, "mark", "prep", "advmod")}
            before = syntax.lower[verb - 1] if verb else ""
            return bool(links & {"while", "when"}) or before in {
                "while", "when", "after", "during", "on",
            }  # fmt: skip
        if syntax.tags[verb] == "VB":
            return False
        if syntax.tags[verb] in {"VBP", "VBZ"} and syntax.child(verb, "aux") is None:
            return syntax.deps[verb] == "ROOT" and syntax.paragraph(verb).role == "title"
        return not self._conditional(verb)

    def _conditional(self, verb: int) -> bool:
        syntax = self.syntax
        current = verb
        for _ in range(3):
            head = syntax.heads[current]
            if head == current:
                break
            mark = syntax.child(current, "mark")
            if mark is not None and syntax.lower[mark] in {"if", "before", "until", "unless"}:
                return True
            current = head
        return False

    def planned(self, noun: int) -> bool:
        """Whether a noun names a contact that is still to come: "the upcoming summit"."""
        syntax = self.syntax
        first, _ = syntax.subtree(noun)
        if set(syntax.lower[first : noun + 1]) & words("contacts", "planned"):
            return True
        before = syntax.lower[max(0, first - 3) : first]
        if set(before) & _BEFORE or "forward" in before:
            return True
        return syntax.lemmas[syntax.heads[noun]] in words("contacts", "planning_verbs")

    # who takes part

    def meant(self, token: int) -> Meant:
        """Whom the noun phrase of a token means."""
        return self.cast.resolve(token)

    def people(self, token: int) -> list[str]:
        """The people whom a phrase means."""
        return self.cast.people_meant(token)

    def named(self, token: int) -> bool:
        """Whether a phrase names people or bodies, not only a country."""
        meant = self.meant(token)
        return meant.sort != "country" and bool(meant.names)

    def parties(self, token: int) -> list[str]:
        """The people and bodies among whom a phrase means; a delegation's head and side."""
        meant = self.meant(token)
        found: list[str] = []
        for at in {token, *self.syntax.children(token, "conj")}:
            group = self.delegations.at(at)
            if group is not None:
                found += [*group.parties, *group.bodies]
        if meant.sort in {"group", "country"} and meant.codes and len(set(meant.codes)) == 1:
            for group in self.delegations.groups:
                if set(group.codes) & set(meant.codes) and meant.group:
                    found += [*group.parties, *group.bodies]
        for name in meant.names:
            if self.cast.person_named(name) or self.cast.bodies.by_name(name):
                found.append(name)
        return list(dict.fromkeys(found))

    def people_within(self, first: int, last: int) -> list[str]:
        """The people named between two tokens, in order."""
        return [m.entry.name for m in self.cast.people.within(first, last)]

    def listed_from(self, token: int) -> list[str]:
        """The people named in the list that a phrase opens, up to the next verb or clause."""
        syntax = self.syntax
        first = syntax.parsed.lefts[token]
        _, end = syntax.sentence(token)
        names: list[str] = []
        at = first
        while at < end:
            person = self.cast.people.at(at)
            if person and person.first == at and person.start >= first:
                names.append(person.entry.name)
                at = person.last
                continue
            if at > token and person is None and at not in self.cast.titled and self._ends_list(at):
                break
            at += 1
        return names

    def _ends_list(self, at: int) -> bool:
        low = self.syntax.lower[at]
        if self.syntax.is_verb(at) and low not in {"including", "accompanied"}:
            return True
        return low in _LIST_ENDS

    # the contact

    def between(
        self, verb: int, kind: EncounterKind, others: list[int], *, subject: int | None = None
    ) -> list[Contact]:
        """A contact between a verb's subject and others; several where each had their own."""
        syntax = self.syntax
        subject = subject if subject is not None else syntax.subject(verb)
        left: list[str] = []
        codes: list[str] = []
        if subject is not None:
            if syntax.lower[subject] == "we" and subject < verb:
                left += self.people_within(subject + 1, verb)
            left += self.parties(subject)
            codes += self.meant(subject).codes
        right: list[str] = []
        for token in [*others, *self._beside(verb)]:
            right += [name for name in self.parties(token) if name not in right]
            right += [name for name in self.listed_from(token) if name not in right]
            codes += self.meant(token).codes
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        if not left and not right:
            if len(set(codes)) > 1:
                self.unnamed.append((list(dict.fromkeys(codes)), syntax.offsets(first, last)))
            return []
        if syntax.child(verb, "nsubj", "nsubjpass") is None and subject is not None:
            if syntax.sentence_of[subject] == syntax.sentence_of[verb] and subject < verb:
                first = min(first, syntax.parsed.lefts[subject])
        if len(right) > 1 and left and self._one_by_one(verb, kind, first, last):
            return [self.make(kind, [*left, one], verb, first, last) for one in right]
        contact = self.make(kind, [*left, *right], verb, first, last)
        contact.codes = list(dict.fromkeys(codes))
        joins = syntax.lemmas[verb] in words("verbs", "attend")
        contact.also = syntax.lower[verb - 1] == "also" and joins
        return [contact]

    def _beside(self, verb: int) -> list[int]:
        """ "hosted by A and B", "joined by C" later in the same sentence."""
        syntax = self.syntax
        return [
            at + 2
            for at in range(verb + 1, syntax.sentence(verb)[1] - 2)
            if syntax.lower[at] in {"hosted", "joined", "accompanied"}
            and syntax.lower[at + 1] == "by"
        ]

    def _one_by_one(self, verb: int, kind: EncounterKind, first: int, last: int) -> bool:
        """ "had telephone conversations with A, B and C", "met separately with A and B"."""
        syntax = self.syntax
        noun = syntax.child(verb, "dobj")
        if kind == "call" and noun is not None and syntax.tags[noun] == "NNS":
            return True
        return bool({"separately", "separate"} & set(syntax.lower[first:last]))

    def make(
        self, kind: EncounterKind, parties: list[str], anchor: int, first: int, last: int
    ) -> Contact:
        """A contact told of in `[first, last)`, with the date and place that stand there."""
        remote = bool(set(self.syntax.lower[first:last]) & words("contacts", "remote"))
        if remote and kind == "meeting":
            kind = "call"
        if last <= first:
            first, last = self.syntax.sentence(anchor)
        place = None
        if kind != "call":
            place = self._place(first, last) or self._place(*self.syntax.sentence(anchor))
        return Contact(
            kind=kind,
            parties=list(dict.fromkeys(parties)),
            place=place,
            date=self._date(anchor, first, last),
            span=self.syntax.offsets(*self.syntax.trim(first, last)),
            anchor=anchor,
            remote=remote,
        )

    def remote(self, anchor: int) -> bool:
        """Whether the sentence says that the contact was by telephone or video."""
        first, last = self.syntax.sentence(anchor)
        return bool(set(self.syntax.lower[first:last]) & words("contacts", "remote"))

    def _date(self, anchor: int, first: int, last: int) -> str | None:
        dated = self._dates.near(first, last, anchor) or self._sentence_date(anchor)
        return None if dated is None or self._later(dated.value) else dated.value

    def _sentence_date(self, anchor: int) -> Dated | None:
        dates = self._dates.within(*self.syntax.sentence(anchor))
        return dates[0] if len(dates) == 1 else None

    def _later(self, value: str) -> bool:
        """A date after the day of publication is no date of something that took place."""
        published = self._dates.published
        return published is not None and value[:10] > published.isoformat()[: len(value)]

    def dated_within(self, first: int, last: int) -> bool:
        """Whether a date stands between two tokens."""
        return bool(self._dates.within(first, last))

    def _place(self, first: int, last: int) -> str | None:
        """The city or venue after "in" or "at": the venue first."""
        syntax = self.syntax
        city = None
        for at in range(first, last - 1):
            if syntax.lower[at] not in {"in", "at"}:
                continue
            start = at + 1 + (syntax.lower[at + 1] in {"the", "his", "her"} and at + 2 < last)
            place = self.cast.places.at.get(start)
            stop = place.last if place else start + 1
            surface = syntax.plain(start, stop)
            if surface in countries.venues():
                return surface
            if place and place.sort == "city" and city is None:
                city = surface
            for name in syntax.parsed.names:
                if place or not name.first <= start < name.last:
                    continue
                if name.label == "FAC":
                    return syntax.plain(start, name.last)
                if name.label == "GPE" and name.first == start and city is None:
                    city = syntax.plain(start, name.last)
        return city
