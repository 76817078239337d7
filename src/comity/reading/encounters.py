"""Encounters: who met, called or visited whom, where and when; one item a contact.

Mentions of one contact are joined by kind, parties and date. The main contact is completed with
the members of its delegations, with listed participants and with the place of the dateline.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import contact_nouns, words
from comity.model.reading import Encounter, Span
from comity.reading.cast import Cast
from comity.reading.contact_nouns import ContactNouns
from comity.reading.contact_verbs import ContactVerbs
from comity.reading.contacts import Contact, Contacts
from comity.reading.dates import Dates
from comity.reading.delegations import Delegations
from comity.reading.syntax import Syntax


class Encounters:
    """All encounters of a report."""

    def __init__(self, cast: Cast, dates: Dates, delegations: Delegations) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        self._delegations = delegations
        self._contacts = Contacts(cast, dates, delegations)
        self.found: list[Contact] = []
        for contact in list(self._mentions()):
            self._merge(contact)
        self.found = [contact for contact in self.found if contact.parties]
        self.found = [contact for contact in self.found if not self._told_again(contact)]
        self._complete()

    @property
    def unnamed(self) -> list[tuple[list[str], Span]]:
        """Contacts of countries in which nobody is named: (country codes, evidence)."""
        return self._contacts.unnamed

    def items(self) -> list[Encounter]:
        """The encounters as items of a reading, the main one first."""
        return [
            Encounter(
                kind=contact.kind,
                parties=tuple(contact.parties),
                place=contact.place,
                date=contact.date,
                evidence=(contact.span,),
            )
            for contact in self.found
        ]

    def _mentions(self) -> Iterator[Contact]:
        nouns, verbs = ContactNouns(self._contacts), ContactVerbs(self._contacts)
        yield from nouns.title()
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                if self._syntax.quoted[token] < 0:
                    yield from verbs.at(token)
                    yield from nouns.at(token)

    # joining

    def _merge(self, contact: Contact) -> None:
        for known in self.found:
            if not self._same(known, contact):
                continue
            if known.titled and not contact.titled:
                known.span, known.titled = contact.span, False
                if contact.remote:
                    known.kind = contact.kind
            known.parties.extend(p for p in contact.parties if p not in known.parties)
            known.place = known.place or contact.place
            if known.date is None or (contact.date and len(contact.date) > len(known.date)):
                known.date = contact.date
            known.codes.extend(c for c in contact.codes if c not in known.codes)
            return
        self.found.append(contact)

    def _same(self, known: Contact, contact: Contact) -> bool:
        """Whether two mentions tell of one contact."""
        if known.kind != contact.kind and not (
            {known.kind, contact.kind} == {"meeting", "call"} and (known.titled or contact.titled)
        ):
            return False
        one, other = known.date, contact.date
        lemmas = self._syntax.lemmas
        if known.kind == contact.kind == "event":
            if lemmas[known.anchor] == lemmas[contact.anchor]:
                return not (one and other) or one == other
        if one and other and not (one.startswith(other) or other.startswith(one)):
            return False
        shared = set(known.parties) & set(contact.parties)
        if not shared or (contact.also and len(contact.parties) < 2):
            return False
        smaller = min(len(known.parties), len(contact.parties))
        if len(shared) < smaller:
            if len(shared) * 2 <= smaller or (known.kind == "call" and not known.titled):
                return False
        elsewhere = known.place and contact.place and known.place != contact.place
        return not (elsewhere and one and other and one != other)

    def _told_again(self, contact: Contact) -> bool:
        """Whether a contact of the title is one that the story tells of with other parties."""
        return contact.titled and any(
            other is not contact
            and other.kind == contact.kind
            and not set(contact.parties).isdisjoint(other.parties)
            for other in self.found
        )

    # completing

    def _complete(self) -> None:
        """Named members of delegations and listed participants are parties of the main contact."""
        main = next((c for c in self.found if c.kind != "visit"), None) or self._from_list()
        if main is None:
            return
        self._delegated(main)
        for first, last in self._participant_lists():
            _add(main, self._contacts.people_within(first, last))
        self._members(main)
        line = self._syntax.parsed.dateline
        if line and line.place:
            for contact in self.found:
                if contact.place is None and contact.kind != "call":
                    if contact.date is None or contact.date == main.date:
                        contact.place = line.place

    def _delegated(self, main: Contact) -> None:
        """The heads, members and sides of delegations that take part."""
        groups = self._delegations.groups
        if main.kind == "event":
            for group in groups:
                _add(main, [*group.parties, *group.bodies])
        for group in groups:
            codes = {code for name in main.parties for code in self._cast.codes_of(name)}
            takes_part = set(group.parties) & set(main.parties) or set(group.codes) & codes
            if group.parties and takes_part:
                _add(main, [*group.parties, *group.bodies])

    def _members(self, main: Contact) -> None:
        """A body that met met with its named members, where the report lists them line by line."""
        bodies = {name for name in main.parties if self._cast.bodies.by_name(name)}
        if not bodies:
            return
        for mention in self._cast.people.mentions():
            listed = self._syntax.paragraph(mention.first).role == "line"
            if listed or any(title.body in bodies for title, _ in mention.entry.titles):
                _add(main, [mention.entry.name])

    def _from_list(self) -> Contact | None:
        """A meeting that only the list of its participants tells of."""
        lemmas, kinds = self._syntax.lemmas, contact_nouns()
        for first, last in self._participant_lists():
            people = self._contacts.people_within(first, last)
            noun = next((t for t in range(first, last) if lemmas[t] in kinds), None)
            if len(people) > 1 and noun is not None:
                contact = self._contacts.make(kinds[lemmas[noun]], people, noun, first, last)
                self.found.append(contact)
                return contact
        return None

    def _participant_lists(self) -> Iterator[Span]:
        """Sentences that list who took part: "attended by", "also present were"."""
        for first, last in self._syntax.body_sentences():
            text = " ".join(self._syntax.lower[first:last])
            if any(phrase in text for phrase in words("contacts", "participant_phrases")):
                yield first, last


def _add(contact: Contact, names: list[str]) -> None:
    contact.parties.extend(dict.fromkeys(n for n in names if n not in contact.parties))
