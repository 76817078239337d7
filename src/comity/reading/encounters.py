"""Encounters: who met, called or visited whom, where and when; one item a contact.

Each mention (a verb such as "met", a noun such as "call", the title) is read by itself; mentions of
one contact are joined by kind, parties and date. What is planned, denied or hoped for is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.data import countries
from comity.data.files import load_json
from comity.model.reading import Encounter, EncounterKind, Span
from comity.reading.cast import Cast, Meant
from comity.reading.dates import Dates
from comity.reading.delegations import Delegations
from comity.reading.syntax import Syntax

_MEETING_NOUNS = {
    "meeting": "meeting", "talk": "meeting", "consultation": "meeting", "negotiation": "meeting",
    "dialogue": "meeting", "conversation": "call", "call": "call", "videoconference": "call",
    "teleconference": "call", "summit": "event", "conference": "event", "ceremony": "event",
    "forum": "event", "visit": "visit", "trip": "visit", "discussion": "meeting",
    "roundtable": "meeting", "breakfast": "meeting", "lunch": "meeting", "dinner": "meeting",
    "session": "meeting", "encounter": "meeting", "audience": "meeting", "reception": "meeting",
}  # fmt: skip
_REMOTE = {
    "virtually", "virtual", "videoconference", "video", "telephone", "phone", "online", "remotely",
    "teleconference", "vtc", "videolink",
}  # fmt: skip
_UNREAL = {"will", "would", "should", "may", "might", "can", "could", "must", "shall"}
_PLANNED = {
    "upcoming", "next", "future", "planned", "proposed", "possible", "forthcoming", "scheduled",
    "regular", "potential", "eventual", "any", "further", "postponed", "cancelled", "canceled",
}  # fmt: skip
_BEFORE = {"ahead", "before", "prior", "until", "toward", "towards", "pending"}
_MOVING = {"travel", "gather", "come", "visit", "arrive", "assemble", "go", "fly"}
_JOINING = {"attend", "participate", "join", "take", "gather", "address", "co-chair", "chair"}


@dataclass(slots=True)
class _Mention:
    kind: EncounterKind
    parties: list[str]
    place: str | None
    date: str | None
    span: Span
    anchor: int
    remote: bool = False
    titled: bool = False
    codes: list[str] = field(default_factory=list)
    #: "also took part in": another contact than the one told of before
    also: bool = False


class Encounters:
    """All encounters of a report."""

    def __init__(self, cast: Cast, dates: Dates, delegations: Delegations) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        self._dates = dates
        self._delegations = delegations
        verbs = load_json("verbs.json")
        self._meet = set(verbs["meet"])
        self._receive = set(verbs["receive"])
        self.found: list[_Mention] = []
        #: contacts of countries in which nobody is named: (codes, evidence), for events
        self.unnamed: list[tuple[list[str], Span]] = []
        mentions = [*self._titles()]
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                if self._syntax.quoted[token] >= 0:
                    continue
                mentions.extend(self._verb(token))
                mentions.extend(self._noun(token))
        for mention in mentions:
            self._merge(mention)
        self.found = [m for m in self.found if m.parties]
        self._complete()

    def items(self) -> list[Encounter]:
        """The encounters as items of a reading, the main one first."""
        return [
            Encounter(
                kind=m.kind,
                parties=tuple(m.parties),
                place=m.place,
                date=m.date,
                evidence=(m.span,),
            )
            for m in self.found
        ]

    # mentions

    def _titles(self) -> list[_Mention]:
        """The title as a mention: "Readout of X's Call with Y"."""
        found = []
        syntax = self._syntax
        for paragraph in syntax.parsed.paragraphs[:1]:
            if paragraph.role != "title":
                continue
            for token in range(paragraph.first, paragraph.last):
                kind = _MEETING_NOUNS.get(syntax.lemmas[token].lower())
                if kind is None or not syntax.words[token][0].isupper() or kind == "event":
                    continue
                if syntax.lower[paragraph.first] in {"joint", "statement", "remarks"}:
                    break
                people = [
                    m.entry.name
                    for m in self._cast.people.mentions()
                    if paragraph.first <= m.first < paragraph.last
                ]
                if len(people) == 1:
                    two = self._cast.two().names
                    people += [n for n in two if n not in people and self._cast.person_named(n)]
                words = set(syntax.lower[paragraph.first : paragraph.last])
                if people and not words & (_PLANNED | {"travel", "following"}):
                    mention = self._make(kind, people, token, paragraph.first, paragraph.last)
                    mention.titled = True
                    mention.date = None
                    found.append(mention)
                break
        return found

    def _verb(self, verb: int) -> list[_Mention]:
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        if not syntax.tags[verb].startswith("VB"):
            return []
        if lemma in self._meet:
            return self._met(verb)
        if lemma in {"speak", "talk"}:
            others = syntax.prepositions(verb, "with", "to", "by")
            subject = syntax.subject(verb)
            if not others and lemma == "speak" and subject is not None and self._real(verb):
                if len(self._people(self._meant(subject))) > 1:
                    return self._between(verb, "call", [])
            if others and self._real(verb):
                return self._between(verb, "call" if lemma == "speak" else "meeting", others)
        if lemma in {"call", "phone", "telephone"} and self._real(verb):
            dobj = syntax.child(verb, "dobj")
            if dobj is not None and not syntax.prepositions(verb, "on", "upon", "for"):
                if self._people(self._meant(dobj)) and syntax.child(verb, "oprd", "xcomp") is None:
                    return self._between(verb, "call", [dobj])
        if lemma in {"sign", "initial"} and self._real(verb):
            return self._signed(verb)
        if lemma in self._receive and self._real(verb):
            return self._received(verb)
        if lemma in {
            "have",
            "hold",
            "convene",
            "host",
            "conduct",
            "chair",
            "co-chair",
            "lead",
            "organise",
            "organize",
        }:
            return self._held(verb) if self._real(verb) else []
        if lemma == "bring" and "together" in syntax.lower[verb : verb + 3] and self._real(verb):
            return self._brought(verb)
        if lemma in _JOINING and self._real(verb):
            return self._joined(verb)
        if lemma in {"visit", "travel", "arrive", "pay"} and self._real(verb):
            return self._visited(verb)
        return []

    def _met(self, verb: int) -> list[_Mention]:
        syntax = self._syntax
        if not self._real(verb):
            return []
        others = [*syntax.children(verb, "dobj"), *syntax.prepositions(verb, "with")]
        if any(self._abstract(t) for t in syntax.children(verb, "dobj")):
            return []
        others = [t for t in others if not self._abstract(t)]
        return self._between(verb, "meeting", others)

    def _abstract(self, token: int) -> bool:
        return self._syntax.lemmas[token] in {
            "goal", "target", "objective", "promise", "quota", "deadline", "need", "requirement", "challenge", "commitment", "demand", "moment",
            "standard", "criterion", "obligation", "threat", "expectation",
        }  # fmt: skip

    def _received(self, verb: int) -> list[_Mention]:
        """ "X received Y", "X welcomed Y to the White House": a meeting with the host's guest."""
        syntax = self._syntax
        guest = syntax.child(verb, "dobj")
        passive = syntax.child(verb, "nsubjpass")
        if guest is None and passive is not None:
            host = syntax.preposition(verb, "by")
            if host is not None and self._named(self._meant(passive)):
                return self._between(verb, "meeting", [host], subject=passive)
            return []
        if guest is None:
            return []
        meant = self._meant(guest)
        people = self._listed_from(guest)
        if not self._named(meant) and self._delegations.at(guest) is None and not people:
            return []
        if self._cast.places.country(guest):
            return []
        if lemma_kind := self._cast.bodies.at(guest):
            if lemma_kind.entry.kind == "other" and not people:
                return []
        if syntax.deps[verb] in {"pcomp", "dobj"} or syntax.tags[verb] == "VBG":
            return []
        words = set(syntax.lemmas[verb : syntax.clause_end(verb)])
        visit = (
            syntax.lemmas[verb] in {"welcome", "host"}
            and syntax.prepositions(verb, "to")
            and not (
                words
                & {"meeting", "talk", "discuss", "lunch", "dinner", "bilateral", "conversation"}
            )
        )
        return self._between(verb, "visit" if visit else "meeting", [guest])

    def _signed(self, verb: int) -> list[_Mention]:
        """A signing ceremony: the people who signed took part in it."""
        syntax = self._syntax
        number = syntax.sentence_of[verb]
        near = syntax.parsed.sentences[max(0, number - 1) : number + 1]
        if not any("ceremony" in syntax.lower[first:last] for first, last in near):
            return []
        people: list[int] = syntax.prepositions(verb, "by")
        subject = syntax.child(verb, "nsubj")
        if subject is not None:
            people = [subject]
        names = [name for t in people for name in self._people(self._meant(t))]
        if len(names) < 2:
            return []
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        return [self._make("event", names, verb, first, last)]

    def _held(self, verb: int) -> list[_Mention]:
        """ "had a telephone conversation with", "held talks with", "convened a meeting of"."""
        syntax = self._syntax
        noun = syntax.child(verb, "dobj")
        if noun is None:
            noun = syntax.child(verb, "nsubjpass")
        if noun is None:
            return []
        kind = _MEETING_NOUNS.get(syntax.lemmas[noun], _MEETING_NOUNS.get(syntax.lower[noun]))
        if kind is None:
            if syntax.lemmas[verb] != "convene":
                return []
            meant = self._meant(noun)
            return self._between(verb, "meeting", [noun]) if meant else []
        if kind == "visit":
            return []
        if self._planned(noun):
            return []
        if kind == "event" and syntax.deps[noun] == "nsubjpass":
            host = syntax.preposition(verb, "by")
            return self._between(noun, kind, [host], subject=host) if host is not None else []
        if syntax.deps[noun] == "nsubjpass" and not syntax.prepositions(noun, "with", "between"):
            host = syntax.preposition(verb, "by")
            if host is None:
                return []
        others = [
            *syntax.prepositions(noun, "with", "between", "of", "for"),
            *syntax.prepositions(verb, "with", "between"),
        ]
        first = min([syntax.parsed.lefts[noun], noun])
        others += [
            b.first
            for b in self._cast.bodies.mentions()
            if first <= b.first < noun and b.entry.kind != "government"
        ]
        if kind == "event":
            others = [t for t in others if self._named(self._meant(t))]
        if syntax.lemmas[noun] == "conversation" and not self._on_phone(noun):
            kind = "call" if self._remote(verb) else "meeting"
        return self._between(verb, kind, others)

    def _on_phone(self, noun: int) -> bool:
        syntax = self._syntax
        words = set(syntax.lower[syntax.parsed.lefts[noun] : noun])
        return bool(words & {"telephone", "phone"})

    def _brought(self, verb: int) -> list[_Mention]:
        """ "The summit brought together A, B and C": they took part in it."""
        syntax = self._syntax
        dobj, subject = syntax.child(verb, "dobj"), syntax.subject(verb)
        if dobj is None or subject is None or syntax.lemmas[subject] not in _MEETING_NOUNS:
            return []
        names = self._listed_from(dobj)
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        return [self._make("event", names, subject, first, last)] if names else []

    def _joined(self, verb: int) -> list[_Mention]:
        """ "attended the summit", "took part in a meeting of": an event with its participants."""
        syntax = self._syntax
        nouns = [*syntax.children(verb, "dobj"), *syntax.prepositions(verb, "in", "at", "for")]
        if syntax.lemmas[verb] == "take":
            part = syntax.child(verb, "dobj")
            if part is None or syntax.lemmas[part] != "part":
                return []
            nouns = [*syntax.prepositions(part, "in"), *syntax.prepositions(verb, "in")]
        for noun in nouns:
            kind = _MEETING_NOUNS.get(
                syntax.lemmas[noun].lower(), _MEETING_NOUNS.get(syntax.lower[noun])
            )
            planned = self._planned(noun) and syntax.lemmas[verb] != "join"
            if syntax.lower[syntax.parsed.lefts[noun]] == "the" and kind == "meeting":
                return []  # the meeting told of already: its participants are added by lists
            if kind in {"event", "meeting", "call"} and not planned:
                others = [t for t in syntax.prepositions(noun, "with", "of", "between")]
                others = [t for t in others if self._named(self._meant(t))]
                if syntax.lemmas[verb] == "join":
                    others += [t for t in syntax.children(verb, "dobj") if t != noun]
                if syntax.lemmas[verb] == "gather" and kind == "meeting":
                    kind = "event"
                return self._between(verb, kind, others)
        return []

    def _visited(self, verb: int) -> list[_Mention]:
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        if lemma == "pay":
            noun = syntax.child(verb, "dobj")
            if noun is not None and syntax.lemmas[noun] == "call":
                host = syntax.prepositions(noun, "to", "on") + syntax.prepositions(verb, "to", "on")
                return self._between(verb, "meeting", host) if host else []
            if noun is None or syntax.lemmas[noun] != "visit":
                return []
            goals = [*syntax.prepositions(noun, "to"), *syntax.prepositions(verb, "to")]
        elif lemma == "visit":
            goals = [*syntax.children(verb, "dobj"), *syntax.prepositions(verb, "in")]
        else:
            goals = syntax.prepositions(verb, "to", "in")
        goals = [t for t in goals if t in self._cast.places.at or self._meant(t)]
        if not goals or syntax.deps[verb] in {"relcl", "acl"}:
            return []
        subject = syntax.subject(verb)
        if subject is None or not self._named(self._meant(subject)):
            return []
        people = [t for t in goals if self._people(self._meant(t))]
        return self._between(verb, "visit", people)

    def _noun(self, noun: int) -> list[_Mention]:
        """ "the visit of the French delegation", "his meeting with X", "the call between A and B"."""
        syntax = self._syntax
        if not syntax.tags[noun].startswith("NN"):
            return []
        lemma = syntax.lemmas[noun].lower()
        kind = _MEETING_NOUNS.get(lemma)
        if kind is None or self._planned(noun):
            return []
        if kind == "event":
            return self._during(noun)
        if lemma in {
            "talk",
            "dialogue",
            "session",
            "exchange",
            "discussion",
            "call",
            "negotiation",
            "trip",
            "consultation",
        } and not syntax.prepositions(noun, "between"):
            if not (lemma in {"call", "trip"} and syntax.child(noun, "poss") is not None):
                return []
        parties: list[str] = []
        owner = syntax.child(noun, "poss")
        if owner is not None:
            parties += self._parties(self._meant(owner), owner)
        links = ["between", "with"] if kind != "visit" else ["by", "of"]
        for token in syntax.prepositions(noun, *links):
            parties += self._parties(self._meant(token), token)
        if kind == "visit":
            for token in syntax.prepositions(noun, "with"):
                parties += self._parties(self._meant(token), token)
        parties = list(dict.fromkeys(parties))
        if kind == "visit":
            parties += [p for p in self._visitor(noun) if p not in parties]
        elif parties and owner is None or syntax.lower[syntax.heads[noun]] == "during":
            parties = [p for p in self._one_side(noun) if p not in parties] + parties
        if not parties or (kind != "visit" and len(parties) < 2):
            return []
        first, last = syntax.subtree(noun)
        if self._held_in_future(noun):
            return []
        return [self._make(kind, parties, noun, first, last)]

    def _visitor(self, noun: int) -> list[str]:
        """ "X, who is in Georgia on a two-day visit": who is on the visit."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        if syntax.lower[prep] != "on":
            return []
        verb = syntax.heads[prep]
        while (
            not syntax.is_verb(verb) and syntax.heads[verb] != verb and syntax.tags[verb] != "VBZ"
        ):
            verb = syntax.heads[verb]
        if not syntax.is_verb(verb) or not self._under_way(verb):
            return []
        subject = syntax.subject(verb)
        return self._parties(self._meant(subject), subject) if subject is not None else []

    def _under_way(self, verb: int) -> bool:
        syntax = self._syntax
        return not syntax.negated(verb) and not syntax.auxiliaries(verb) & _UNREAL

    def _one_side(self, noun: int) -> list[str]:
        """ "said at a meeting with Y", "during a call …, X extended": the subject's side."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        if syntax.lower[prep] not in {"at", "during", "in"}:
            return []
        verb = syntax.heads[prep]
        if not syntax.is_verb(verb) or not self._real(verb):
            return []
        subject = syntax.subject(verb)
        found = self._parties(self._meant(subject), subject) if subject is not None else []
        if syntax.lower[prep] == "during" and syntax.lower[syntax.parsed.lefts[noun]] in {
            "a",
            "an",
        }:
            first, last = syntax.sentence(noun)
            people = [m.entry.name for m in self._cast.people.mentions() if first <= m.first < last]
            found += [name for name in people[:2] if name not in found]
        return found

    def _during(self, noun: int) -> list[_Mention]:
        """ "During the Summit on January 9, A, B and C directed …": they took part in it."""
        syntax = self._syntax
        prep = syntax.heads[noun]
        verb = syntax.heads[prep]
        first, last = syntax.sentence(noun)
        if syntax.lemmas[verb] in {"convene", "host", "meet", "gather", "hold"}:
            return []
        between = syntax.prepositions(noun, "between", "of")
        parties: list[str] = []
        for token in between:
            parties += self._people(self._meant(token))
        if syntax.lower[prep] in {"during", "at"} and syntax.is_verb(verb) and self._real(verb):
            subject = syntax.subject(verb)
            if subject is not None and self._dates.within(first, last):
                parties += self._people(self._meant(subject))
                parties += [
                    m.entry.name for m in self._cast.people.mentions() if noun < m.first < verb
                ]
        if len(set(parties)) < 2:
            return []
        return [self._make("event", parties, noun, first, last)]

    def _held_in_future(self, noun: int) -> bool:
        syntax = self._syntax
        head = syntax.heads[noun]
        governs = syntax.deps[noun] in {"dobj", "nsubj", "nsubjpass", "attr"}
        expected = {"expect", "plan", "schedule", "set", "due"} & {syntax.lemmas[head]}
        return (
            governs
            and bool(syntax.auxiliaries(head) & (_UNREAL | {"to"}) or expected)
            and (
                syntax.lemmas[head]
                not in {"boost", "contribute", "help", "strengthen", "serve", "open", "give"}
            )
        )

    # pieces

    def _real(self, verb: int) -> bool:
        """Whether the verb tells of something that took place or is under way."""
        syntax = self._syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & _UNREAL:
            return False
        if syntax.paragraph(verb).role == "turn":
            return False
        if "to" in syntax.auxiliaries(verb):
            head = syntax.heads[verb]
            moved = syntax.lemmas[head] in _MOVING and syntax.tags[head] in {"VBD", "VBN"}
            return moved and self._real(head)
        if syntax.tags[verb] == "VBG" and syntax.child(verb, "aux") is None:
            words = {syntax.lower[c] for c in syntax.children(verb, "mark", "prep", "advmod")}
            before = syntax.lower[verb - 1] if verb else ""
            return bool(words & {"while", "when"}) or before in {
                "while",
                "when",
                "after",
                "during",
                "on",
            }
        if syntax.tags[verb] == "VB":
            return False
        if syntax.tags[verb] in {"VBP", "VBZ"} and syntax.child(verb, "aux") is None:
            return syntax.deps[verb] == "ROOT" and syntax.paragraph(verb).role == "title"
        current = verb
        for _ in range(3):
            head = syntax.heads[current]
            if head == current:
                break
            if syntax.child(current, "mark") is not None and syntax.lower[
                syntax.child(current, "mark") or 0
            ] in {"if", "before", "until", "unless"}:
                return False
            current = head
        return True

    def _planned(self, noun: int) -> bool:
        syntax = self._syntax
        first, last = syntax.subtree(noun)
        words = set(syntax.lower[first : noun + 1])
        if words & _PLANNED or (words & {"a", "an"} and syntax.tags[noun] == "VB"):
            return True
        before = syntax.lower[max(0, first - 3) : first]
        if set(before) & _BEFORE:
            return True
        head = syntax.heads[noun]
        return syntax.lemmas[head] in {
            "schedule", "plan", "propose", "arrange", "postpone", "cancel", "invite", "prepare",
            "anticipate", "request", "expect",
        } or ("forward" in before)  # fmt: skip

    def _meant(self, token: int) -> Meant:
        return self._cast.resolve(token)

    def _people(self, meant: Meant) -> list[str]:
        return [name for name in meant.names if self._cast.person_named(name)]

    def _named(self, meant: Meant) -> list[str]:
        return [] if meant.sort == "country" else list(meant.names)

    def _parties(self, meant: Meant, token: int) -> list[str]:
        """The people and bodies among whom a phrase means; a delegation's head and side."""
        found: list[str] = []
        for at in {token, *self._syntax.children(token, "conj")}:
            group = self._delegations.at(at)
            if group is not None:
                found += [*group.parties, *group.bodies]
        if meant.sort in {"group", "country"} and meant.codes and len(set(meant.codes)) == 1:
            for group in self._delegations.groups:
                if set(group.codes) & set(meant.codes) and meant.group:
                    found += [*group.parties, *group.bodies]
        for name in meant.names:
            person = self._cast.person_named(name)
            if person or self._cast.bodies.by_name(name):
                found.append(name)
        return list(dict.fromkeys(found))

    def _between(
        self, verb: int, kind: str, others: list[int], *, subject: int | None = None
    ) -> list[_Mention]:
        syntax = self._syntax
        subject = subject if subject is not None else syntax.subject(verb)
        left: list[str] = []
        codes: list[str] = []
        if subject is not None and syntax.lower[subject] == "we" and subject < verb:
            left += [m.entry.name for m in self._cast.people.mentions() if subject < m.first < verb]
        if subject is not None:
            meant = self._meant(subject)
            left += self._parties(meant, subject)
            codes += meant.codes
        right: list[str] = []
        others = others + self._beside(verb)
        for token in others:
            meant = self._meant(token)
            right += [name for name in self._parties(meant, token) if name not in right]
            right += [name for name in self._listed_from(token) if name not in right]
            codes += meant.codes
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        if not left and not right:
            if len(set(codes)) > 1:
                self.unnamed.append((list(dict.fromkeys(codes)), syntax.offsets(first, last)))
            return []
        if syntax.child(verb, "nsubj", "nsubjpass") is None and subject is not None:
            if syntax.sentence_of[subject] == syntax.sentence_of[verb] and subject < verb:
                first = min(first, syntax.parsed.lefts[subject])
        if kind == "call" and len(right) > 1 and left and self._several(verb):
            return [self._make(kind, [*left, one], verb, first, last) for one in right]
        separately = (
            "separately" in syntax.lower[first:last] or "separate" in syntax.lower[first:last]
        )
        if separately and len(right) > 1 and left:
            return [self._make(kind, [*left, one], verb, first, last) for one in right]
        parties = list(dict.fromkeys([*left, *right]))
        mention = self._make(kind, parties, verb, first, last)
        mention.codes = list(dict.fromkeys(codes))
        mention.also = syntax.lower[verb - 1] == "also" and syntax.lemmas[verb] in _JOINING
        return [mention]

    def _beside(self, verb: int) -> list[int]:
        """ "hosted by A and B", "joined by C", "together with D" in the same sentence."""
        syntax = self._syntax
        found = []
        for at in range(verb + 1, syntax.sentence(verb)[1] - 2):
            if (
                syntax.lower[at] in {"hosted", "joined", "accompanied"}
                and syntax.lower[at + 1] == "by"
            ):
                found.append(at + 2)
        return found

    def _several(self, verb: int) -> bool:
        """ "had telephone conversations with A, B and C": one call each."""
        noun = self._syntax.child(verb, "dobj")
        return noun is not None and self._syntax.tags[noun] == "NNS"

    def _listed_from(self, token: int) -> list[str]:
        """The people named in the list that a phrase opens, up to the next verb or clause."""
        syntax = self._syntax
        first = syntax.parsed.lefts[token]
        _, end = syntax.sentence(token)
        names: list[str] = []
        at = first
        while at < end:
            person = self._cast.people.at(at)
            if person and person.first == at and person.start >= first:
                names.append(person.entry.name)
                at = person.last
                continue
            low = syntax.lower[at]
            if (
                at > token
                and person is None
                and at not in self._cast.titled
                and (
                    (syntax.is_verb(at) and low not in {"including", "accompanied"})
                    or low
                    in {
                        "on",
                        "about",
                        "where",
                        "who",
                        "which",
                        "that",
                        "ahead",
                        "before",
                        "following",
                        "after",
                        "to",
                        ";",
                        "by",
                        "during",
                    }
                )
            ):
                break
            at += 1
        return names

    def _make(self, kind: str, parties: list[str], anchor: int, first: int, last: int) -> _Mention:
        words = set(self._syntax.lower[first:last])
        remote = bool(words & _REMOTE)
        if remote and kind in {"meeting"}:
            kind = "call"
        dated = self._dates.near(first, last, anchor)
        if dated is None:
            dated = self._sentence_date(anchor)
        if dated is not None and self._later(dated.value, anchor):
            dated = None
        place = self._place(first, last) or self._place(*self._syntax.sentence(anchor))
        if kind == "call":
            place = None
        span = self._syntax.offsets(*self._syntax.trim(first, last))
        literal: EncounterKind = kind  # type: ignore[assignment]  # a value of _MEETING_NOUNS
        return _Mention(
            literal, list(dict.fromkeys(parties)), place, dated.value if dated else None, span,
            anchor, remote,
        )  # fmt: skip

    def _sentence_date(self, anchor: int):  # type: ignore[no-untyped-def]
        first, last = self._syntax.sentence(anchor)
        dates = self._dates.within(first, last)
        return dates[0] if len(dates) == 1 else None

    def _later(self, value: str, anchor: int) -> bool:
        """A date after the day of publication is no date of something that took place."""
        published = self._dates.published
        return published is not None and value[:10] > published.isoformat()[: len(value)]

    def _remote(self, anchor: int) -> bool:
        """Whether the sentence says that the contact was by telephone or video."""
        syntax = self._syntax
        first, last = syntax.sentence(anchor)
        words = set(syntax.lower[first:last])
        return bool(words & _REMOTE)

    def _place(self, first: int, last: int) -> str | None:
        """The city or venue after "in" or "at": the venue first."""
        syntax = self._syntax
        city = None
        for at in range(first, last - 1):
            if syntax.lower[at] not in {"in", "at"}:
                continue
            start = at + 1 + (syntax.lower[at + 1] in {"the", "his", "her"} and at + 2 < last)
            place = self._cast.places.at.get(start)
            stop = place.last if place else start + 1
            surface = syntax.plain(start, stop)
            if surface in countries.venues():
                return surface
            if place and place.sort == "city" and city is None:
                city = surface
            for name in syntax.parsed.names:
                if name.first <= start < name.last and name.label in {"FAC"} and not place:
                    return syntax.plain(start, name.last)
                if name.label == "GPE" and name.first == start and not place and city is None:
                    city = syntax.plain(start, name.last)
        return city

    # joining

    def _merge(self, mention: _Mention) -> None:
        for known in self.found:
            if self._same(known, mention):
                if known.titled and not mention.titled:
                    known.span, known.titled = mention.span, False
                    if mention.remote:
                        known.kind = mention.kind
                known.parties.extend(p for p in mention.parties if p not in known.parties)
                known.place = known.place or mention.place
                if known.date is None or (mention.date and len(mention.date) > len(known.date)):
                    known.date = mention.date
                known.codes.extend(c for c in mention.codes if c not in known.codes)
                return
        self.found.append(mention)

    def _same(self, known: _Mention, mention: _Mention) -> bool:
        kinds = {known.kind, mention.kind}
        if len(kinds) > 1 and not (
            kinds == {"meeting", "call"} and (known.titled or mention.titled)
        ):
            return False
        if (
            kinds == {"event"}
            and self._syntax.lemmas[known.anchor] == self._syntax.lemmas[mention.anchor]
        ):
            return not (known.date and mention.date) or known.date == mention.date
        if (
            known.date
            and mention.date
            and not (known.date.startswith(mention.date) or mention.date.startswith(known.date))
        ):
            return False
        shared = set(known.parties) & set(mention.parties)
        if not shared or (mention.also and len(mention.parties) < 2):
            return False
        smaller = min(len(known.parties), len(mention.parties))
        if len(shared) < smaller and len(shared) * 2 <= smaller:
            return False
        if len(shared) < smaller and known.kind == "call" and not known.titled:
            return False
        return not (
            known.place
            and mention.place
            and known.place != mention.place
            and known.date
            and mention.date
            and known.date != mention.date
        )

    def _complete(self) -> None:
        """Named members of delegations and listed participants are parties of the main contact."""
        main = next((m for m in self.found if m.kind != "visit"), None)
        if main is None:
            main = self._from_list()
        if main is None:
            return
        self._hosted(main)
        for group in self._delegations.groups:
            if group.parties and (
                set(group.parties) & set(main.parties) or set(group.codes) & set(self._codes(main))
            ):
                for name in [*group.parties, *group.bodies]:
                    if name not in main.parties:
                        main.parties.append(name)
        self._listed(main)
        self._members(main)
        line = self._syntax.parsed.dateline
        if line and line.place:
            for mention in self.found:
                if mention.place is None and mention.kind in {"meeting", "visit", "event"}:
                    if mention.date is None or mention.date == main.date:
                        mention.place = line.place

    def _hosted(self, main: _Mention) -> None:
        """A conference that delegations attend: their heads and sides are its parties."""
        if main.kind != "event":
            return
        for group in self._delegations.groups:
            for name in [*group.parties, *group.bodies]:
                if name not in main.parties:
                    main.parties.append(name)

    def _members(self, main: _Mention) -> None:
        """A body that met met with its named members, where the report lists them line by line."""
        syntax = self._syntax
        bodies = {name for name in main.parties if self._cast.bodies.by_name(name)}
        if not bodies:
            return
        for mention in self._cast.people.mentions():
            listed = syntax.paragraph(mention.first).role == "line"
            held = any(title.body in bodies for title, _ in mention.entry.titles)
            if (listed or held) and mention.entry.name not in main.parties:
                main.parties.append(mention.entry.name)

    def _codes(self, mention: _Mention) -> list[str]:
        return [code for name in mention.parties for code in self._cast.codes_of(name)]

    def _from_list(self) -> _Mention | None:
        """A meeting that only the list of its participants tells of."""
        syntax = self._syntax
        for first, last in self._participant_lists():
            people = [m.entry.name for m in self._cast.people.mentions() if first <= m.first < last]
            noun = next((t for t in range(first, last) if syntax.lemmas[t] in _MEETING_NOUNS), None)
            if len(people) > 1 and noun is not None:
                mention = self._make(_MEETING_NOUNS[syntax.lemmas[noun]], people, noun, first, last)
                self.found.append(mention)
                return mention
        return None

    def _listed(self, main: _Mention) -> None:
        """ "Taking part in the meeting were A, B and C", "joined by", "also present"."""
        for first, last in self._participant_lists():
            for mention in self._cast.people.mentions():
                if first <= mention.first < last and mention.entry.name not in main.parties:
                    main.parties.append(mention.entry.name)

    def _participant_lists(self) -> Iterator[Span]:
        """Sentences that list who took part."""
        syntax = self._syntax
        for first, last in syntax.body_sentences():
            words = syntax.lower[first:last]
            text = " ".join(words)
            if not any(
                phrase in text
                for phrase in (
                    "taking part in",
                    "also attended",
                    "attended by",
                    "was attended",
                    "were present",
                    "was present",
                    "also present",
                    "joined by",
                    "accompanied by",
                    "participants included",
                    "participants were",
                    "also participated",
                    "also taking part",
                    "took part in the meeting",
                    "participated in the meeting",
                    "attendees included",
                    "also took part",
                    "also attended",
                    "also present",
                )  # fmt: skip
            ):
                continue
            yield first, last
