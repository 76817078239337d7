"""Contacts told of by a verb: "met", "spoke with", "received", "held talks", "attended"."""

from __future__ import annotations

from comity.data.lexicons import contact_nouns, words
from comity.data.vocabulary import EncounterKind
from comity.reading.contacts import Contact, Contacts

_GOVERNED = {"pcomp", "dobj"}


class ContactVerbs:
    """Reads the contacts that a verb tells of."""

    def __init__(self, contacts: Contacts) -> None:
        self._contacts = contacts
        self._cast = contacts.cast
        self._syntax = contacts.syntax

    def at(self, verb: int) -> list[Contact]:
        """The contacts told of by the verb at a token: none, one, or one for each other side."""
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        if not syntax.tags[verb].startswith("VB") or not self._contacts.real(verb):
            return []
        if lemma in words("verbs", "meet"):
            return self._met(verb)
        if lemma in {"speak", "talk"}:
            return self._spoke(verb)
        if lemma in words("verbs", "phone"):
            return self._phoned(verb)
        if lemma in {"sign", "initial"}:
            return self._signed(verb)
        if lemma in words("verbs", "receive"):
            return self._received(verb)
        if lemma in words("verbs", "hold"):
            return self._held(verb)
        if lemma == "bring" and "together" in syntax.lower[verb : verb + 3]:
            return self._brought(verb)
        if lemma in words("verbs", "attend"):
            return self._attended(verb)
        if lemma in words("verbs", "visit"):
            return self._visited(verb)
        return []

    def _met(self, verb: int) -> list[Contact]:
        syntax = self._syntax
        things = words("contacts", "met_things")
        objects = syntax.children(verb, "dobj")
        if any(syntax.lemmas[t] in things for t in objects):
            return []
        others = [t for t in syntax.prepositions(verb, "with") if syntax.lemmas[t] not in things]
        return self._contacts.between(verb, "meeting", [*objects, *others])

    def _spoke(self, verb: int) -> list[Contact]:
        """ "spoke with X", "X and Y spoke": a call; "talked with X": a meeting."""
        syntax = self._syntax
        speaks = syntax.lemmas[verb] == "speak"
        others = syntax.prepositions(verb, "with", "to", "by")
        if not others:
            subject = syntax.subject(verb)
            if not speaks or subject is None or len(self._contacts.people(subject)) < 2:
                return []
        return self._contacts.between(verb, "call" if speaks else "meeting", others)

    def _phoned(self, verb: int) -> list[Contact]:
        """ "called X", but not "called on X", "called for talks", "called X a friend"."""
        syntax = self._syntax
        other = syntax.child(verb, "dobj", "oprd")
        asked = syntax.prepositions(verb, "on", "upon", "for")
        if other is None or any(not self._contacts.dated_within(t, t + 1) for t in asked):
            return []
        if not self._contacts.people(other) or syntax.child(verb, "xcomp") is not None:
            return []
        if syntax.lemmas[verb] == "call" and len(syntax.children(verb, "dobj", "oprd")) > 1:
            return []
        return self._contacts.between(verb, "call", [other])

    def _received(self, verb: int) -> list[Contact]:
        """ "X received Y", "X welcomed Y to the White House": a meeting with the host's guest."""
        syntax = self._syntax
        guest = syntax.child(verb, "dobj")
        if guest is None:
            passive = syntax.child(verb, "nsubjpass")
            host = syntax.preposition(verb, "by")
            if passive is None or host is None or not self._contacts.named(passive):
                return []
            return self._contacts.between(verb, "meeting", [host], subject=passive)
        if not self._is_guest(guest):
            return []
        if syntax.deps[verb] in _GOVERNED or syntax.tags[verb] == "VBG":
            return []
        return self._contacts.between(verb, "visit" if self._is_visit(verb) else "meeting", [guest])

    def _is_guest(self, guest: int) -> bool:
        """Whether what is received is somebody: people, a body that can come, a delegation."""
        people = self._contacts.listed_from(guest)
        delegation = self._contacts.delegations.at(guest)
        if not self._contacts.named(guest) and delegation is None and not people:
            return False
        if self._cast.places.country(guest):
            return False
        body = self._cast.bodies.at(guest)
        return body is None or body.entry.kind != "other" or bool(people)

    def _is_visit(self, verb: int) -> bool:
        """ "welcomed X to the White House", with no word of talks."""
        syntax = self._syntax
        if syntax.lemmas[verb] not in {"welcome", "host"} or not syntax.prepositions(verb, "to"):
            return False
        clause = set(syntax.lemmas[verb : syntax.clause_end(verb)])
        return not clause & words("contacts", "talking")

    def _signed(self, verb: int) -> list[Contact]:
        """A signing ceremony: the people who signed took part in it."""
        syntax = self._syntax
        number = syntax.sentence_of[verb]
        near = syntax.parsed.sentences[max(0, number - 1) : number + 1]
        if not any("ceremony" in syntax.lower[first:last] for first, last in near):
            return []
        subject = syntax.child(verb, "nsubj")
        signers = syntax.prepositions(verb, "by") if subject is None else [subject]
        names = [name for token in signers for name in self._contacts.people(token)]
        return [self._event(names, verb, verb)] if len(names) > 1 else []

    def _held(self, verb: int) -> list[Contact]:
        """ "had a telephone conversation with", "held talks with", "convened a meeting of"."""
        syntax = self._syntax
        noun = syntax.child(verb, "dobj")
        if noun is None:
            noun = syntax.child(verb, "nsubjpass")
        if noun is None:
            return []
        kind = self._kind(noun)
        if kind is None:
            convened = syntax.lemmas[verb] == "convene" and self._contacts.meant(noun)
            return self._contacts.between(verb, "meeting", [noun]) if convened else []
        if kind == "visit" or self._contacts.planned(noun):
            return []
        if syntax.deps[noun] == "nsubjpass":
            host = syntax.preposition(verb, "by")
            if kind == "event":
                if host is None:
                    return []
                return self._contacts.between(noun, kind, [host], subject=host)
            if host is None and not syntax.prepositions(noun, "with", "between"):
                return []
        others = self._other_sides(verb, noun)
        if kind == "event":
            others = [t for t in others if self._contacts.named(t)]
        if syntax.lemmas[noun] == "conversation" and not self._on_phone(noun):
            kind = "call" if self._contacts.remote(verb) else "meeting"
        return self._contacts.between(verb, kind, others)

    def _kind(self, noun: int) -> EncounterKind | None:
        kinds = contact_nouns()
        return kinds.get(self._syntax.lemmas[noun].lower()) or kinds.get(self._syntax.lower[noun])

    def _other_sides(self, verb: int, noun: int) -> list[int]:
        """ "a meeting with X", "talks between X and Y", "an Arab League summit"."""
        syntax = self._syntax
        first = min(syntax.parsed.lefts[noun], noun)
        return [
            *syntax.prepositions(noun, "with", "between", "of", "for"),
            *syntax.prepositions(verb, "with", "between"),
            *(
                body.first
                for body in self._cast.bodies.within(first, noun)
                if body.entry.kind != "government"
            ),
        ]

    def _on_phone(self, noun: int) -> bool:
        before = self._syntax.lower[self._syntax.parsed.lefts[noun] : noun]
        return bool({"telephone", "phone"} & set(before))

    def _brought(self, verb: int) -> list[Contact]:
        """ "The summit brought together A, B and C": they took part in it."""
        syntax = self._syntax
        guests, subject = syntax.child(verb, "dobj"), syntax.subject(verb)
        if guests is None or subject is None or syntax.lemmas[subject] not in contact_nouns():
            return []
        names = self._contacts.listed_from(guests)
        return [self._event(names, verb, subject)] if names else []

    def _event(self, names: list[str], verb: int, anchor: int) -> Contact:
        syntax = self._syntax
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        return self._contacts.make("event", names, anchor, first, last)

    def _attended(self, verb: int) -> list[Contact]:
        """ "attended the summit", "took part in a meeting of": an event with its participants."""
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        nouns = [*syntax.children(verb, "dobj"), *syntax.prepositions(verb, "in", "at", "for")]
        if lemma == "take":
            part = syntax.child(verb, "dobj")
            if part is None or syntax.lemmas[part] != "part":
                return []
            nouns = [*syntax.prepositions(part, "in"), *syntax.prepositions(verb, "in")]
        for noun in nouns:
            kind = self._kind(noun)
            if syntax.lower[syntax.parsed.lefts[noun]] == "the" and kind == "meeting":
                return []  # the meeting told of already: its participants are added by lists
            if kind in {None, "visit"} or (lemma != "join" and self._contacts.planned(noun)):
                continue
            others = [
                t
                for t in syntax.prepositions(noun, "with", "of", "between")
                if self._contacts.named(t)
            ]
            if lemma == "join":
                others += [t for t in syntax.children(verb, "dobj") if t != noun]
            if lemma == "gather" and kind == "meeting":
                kind = "event"
            return self._contacts.between(verb, kind, others)
        return []

    def _visited(self, verb: int) -> list[Contact]:
        """ "visited Y", "traveled to Y", "paid a visit to Y"; "paid a call on X" is a meeting."""
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        if lemma == "pay":
            noun = syntax.child(verb, "dobj")
            if noun is not None and syntax.lemmas[noun] == "call":
                host = syntax.prepositions(noun, "to", "on") + syntax.prepositions(verb, "to", "on")
                return self._contacts.between(verb, "meeting", host) if host else []
            if noun is None or syntax.lemmas[noun] != "visit":
                return []
            goals = [*syntax.prepositions(noun, "to"), *syntax.prepositions(verb, "to")]
        elif lemma == "visit":
            goals = [*syntax.children(verb, "dobj"), *syntax.prepositions(verb, "in")]
        else:
            goals = syntax.prepositions(verb, "to", "in")
        goals = [t for t in goals if t in self._cast.places.at or self._contacts.meant(t)]
        if not goals or syntax.deps[verb] in {"relcl", "acl"}:
            return []
        subject = syntax.subject(verb)
        if subject is None or not self._contacts.named(subject):
            return []
        hosts = [t for t in goals if self._contacts.people(t)]
        return self._contacts.between(verb, "visit", hosts)
