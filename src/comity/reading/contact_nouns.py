"""Contacts told of by a noun ("his meeting with X", "during the summit") or by the title."""

from __future__ import annotations

from comity.data.lexicons import contact_nouns, words
from comity.data.vocabulary import EncounterKind
from comity.reading.contacts import Contact, Contacts
from comity.reading.modals import UNREAL

_ONE = {"a", "an", "his", "her", "their"}
_BEING_THERE = {"be", "arrive", "come", "go", "pay", "stay", "depart", "leave", "embark"}


class ContactNouns:
    """Reads the contacts that a noun tells of."""

    def __init__(self, contacts: Contacts) -> None:
        self._contacts = contacts
        self._cast = contacts.cast
        self._syntax = contacts.syntax

    def title(self) -> list[Contact]:
        """The title as a mention: "Readout of X's Call with Y"."""
        syntax = self._syntax
        for paragraph in syntax.parsed.paragraphs[:1]:
            if paragraph.role != "title":
                continue
            for token in range(paragraph.first, paragraph.last):
                kind = contact_nouns().get(syntax.lemmas[token].lower())
                if kind is None or kind == "event" or not syntax.words[token][0].isupper():
                    continue
                return self._titled(kind, token, paragraph.first, paragraph.last)
        return []

    def _titled(self, kind: EncounterKind, noun: int, first: int, last: int) -> list[Contact]:
        syntax = self._syntax
        if syntax.lower[first] in {"joint", "statement", "remarks"}:
            return []
        people = self._contacts.people_within(first, last)
        if len(people) == 1:
            two = self._cast.two().names
            people += [n for n in two if n not in people and self._cast.person_named(n)]
        unmet = words("contacts", "planned") | {"travel", "following"}
        if not people or set(syntax.lower[first:last]) & unmet:
            return []
        contact = self._contacts.make(kind, people, noun, first, last)
        contact.titled, contact.date = True, None
        return [contact]

    def at(self, noun: int) -> list[Contact]:
        """ "the visit of the delegation", "his meeting with X", "the call between A and B"."""
        syntax = self._syntax
        if not syntax.tags[noun].startswith("NN"):
            return []
        lemma = syntax.lemmas[noun].lower()
        kind = contact_nouns().get(lemma)
        if kind is None or self._contacts.planned(noun):
            return []
        if kind == "event":
            return self._during(noun)
        owner = syntax.child(noun, "poss")
        if lemma in words("contacts", "loose_nouns") and not syntax.prepositions(noun, "between"):
            told = owner is not None or (lemma == "call" and syntax.prepositions(noun, "with"))
            if lemma not in {"call", "trip"} or not told:
                return []
        parties = self._sides(noun, kind, owner)
        if not parties or (kind != "visit" and len(parties) < 2) or self._to_come(noun):
            return []
        first, last = syntax.subtree(noun)
        return [self._contacts.make(kind, parties, noun, first, last)]

    def _sides(self, noun: int, kind: EncounterKind, owner: int | None) -> list[str]:
        """Whose contact it is: the noun's owner, "between …", "with …", "of …", the subject."""
        syntax = self._syntax
        sides = [] if owner is None else [owner]
        if kind == "visit":
            sides += [*syntax.prepositions(noun, "by", "of"), *syntax.prepositions(noun, "with")]
        else:
            sides += syntax.prepositions(noun, "between", "with")
        parties = list(dict.fromkeys(name for at in sides for name in self._contacts.parties(at)))
        if kind == "visit":
            return parties + [p for p in self._visitor(noun) if p not in parties]
        if self._during_one(noun) or (parties and owner is None):
            return [p for p in self._one_side(noun) if p not in parties] + parties
        return parties

    def _during_one(self, noun: int) -> bool:
        """ "during a call", "during her call": not "during the meeting", told of already."""
        lower = self._syntax.lower
        opening = lower[self._syntax.parsed.lefts[noun]]
        return lower[self._syntax.heads[noun]] == "during" and opening in _ONE

    def _visitor(self, noun: int) -> list[str]:
        """ "X, who is in Georgia on a two-day visit": who is on the visit."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        if syntax.lower[prep] != "on":
            return []
        verb = syntax.heads[prep]
        while not syntax.is_verb(verb) and syntax.heads[verb] != verb:
            verb = syntax.heads[verb]
        if syntax.lemmas[verb] not in _BEING_THERE:
            return []
        if syntax.negated(verb) or syntax.auxiliaries(verb) & UNREAL:
            return []
        subject = syntax.subject(verb)
        return self._contacts.parties(subject) if subject is not None else []

    def _one_side(self, noun: int) -> list[str]:
        """ "said at a meeting with Y", "during a call …, X extended": the subject's side."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        if syntax.lower[prep] not in {"at", "during", "in"}:
            return []
        verb = syntax.heads[prep]
        if not syntax.is_verb(verb) or not self._contacts.real(verb):
            return []
        subject = syntax.subject(verb)
        found = self._contacts.parties(subject) if subject is not None else []
        if self._during_one(noun):
            people = self._contacts.people_within(*syntax.sentence(noun))
            found += [name for name in people[:2] if name not in found]
        return found

    def _during(self, noun: int) -> list[Contact]:
        """ "During the Summit on January 9, A, B and C directed …": they took part in it."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        verb = syntax.heads[prep]
        first, last = syntax.sentence(noun)
        if syntax.lemmas[verb] in {"convene", "host", "meet", "gather", "hold"}:
            return []
        parties: list[str] = []
        for token in syntax.prepositions(noun, "between", "of"):
            parties += self._contacts.people(token)
        held = syntax.lower[prep] in {"during", "at"} and syntax.is_verb(verb)
        if held and self._contacts.real(verb):
            subject = syntax.subject(verb)
            if subject is not None and self._contacts.dated_within(first, last):
                parties += self._contacts.people(subject)
                parties += self._contacts.people_within(noun + 1, verb)
        if len(set(parties)) < 2:
            return []
        return [self._contacts.make("event", parties, noun, first, last)]

    def _to_come(self, noun: int) -> bool:
        """ "the visit will take place", "the visit is expected": not yet."""
        syntax = self._syntax
        head = syntax.heads[noun]
        if syntax.deps[noun] not in {"dobj", "nsubj", "nsubjpass", "attr"}:
            return False
        if syntax.lemmas[head] in {"expect", "plan", "schedule", "set", "due"}:
            return True
        ahead = syntax.auxiliaries(head) & (UNREAL | {"to"})
        return bool(ahead) and syntax.lemmas[head] not in words("contacts", "serving_verbs")
