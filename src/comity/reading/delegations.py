"""Delegations: whom they represent, who leads them, whom they consist of."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.model.reading import Delegation, Span
from comity.reading.cast import Cast
from comity.reading.syntax import Syntax

_LEADING = {"lead", "head", "chair"}
_CONSISTING = {"consist", "include", "comprise", "compose", "feature", "contain", "make", "bring"}
_NOUNS = {"delegation"}


@dataclass(slots=True)
class Group:
    """A delegation while it is put together from its mentions."""

    of: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    head: str | None = None
    drawn_from: list[str] = field(default_factory=list)
    evidence: list[tuple[int, Span]] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)

    @property
    def parties(self) -> list[str]:
        """The named people and bodies of the delegation, as parties of an encounter."""
        found = [self.head] if self.head else []
        return found + [name for name in self.drawn_people if name not in found]

    #: people among `drawn_from`
    drawn_people: list[str] = field(default_factory=list)
    #: bodies among `of`
    bodies: list[str] = field(default_factory=list)


class Delegations:
    """All delegations of a report, and which one is meant at a token."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        self.groups: list[Group] = []
        self._at: dict[int, Group] = {}
        for token, lemma in enumerate(self._syntax.lemmas):
            if self._syntax.paragraph(token).role == "title":
                continue
            if lemma in _NOUNS or self._led_members(token) or self._meeting_group(token):
                self._mention(token)
        self._teams()
        self._heads_of_delegation()
        for token, lemma in enumerate(self._syntax.lemmas):
            if lemma in _NOUNS and self._syntax.tags[token] in {"NNS", "NNPS"}:
                self._both(token)
        self._settle_countries()

    def at(self, token: int) -> Group | None:
        """The delegation whose noun stands at a token."""
        return self._at.get(token)

    def items(self) -> list[Delegation]:
        """The delegations whose side is known, as items of a reading."""
        return [
            Delegation(
                of=tuple(group.of),
                head=group.head,
                drawn_from=tuple(group.drawn_from),
                evidence=tuple(span for _, span in sorted(group.evidence, reverse=True)[:1]),
            )
            for group in self.groups
            if group.of and (group.head or group.drawn_from or group.codes or group.bodies)
        ]

    def _led_members(self, token: int) -> bool:
        """ "members of the X Group, led by its Chairman": they come as a delegation."""
        syntax = self._syntax
        if syntax.lemmas[token] not in {"member", "deputy", "parliamentarian"}:
            return False
        above = syntax.heads[syntax.heads[token]]
        if syntax.lemmas[above] in _NOUNS:
            return False
        last = min(syntax.sentence(token)[1], token + 24)
        text = " ".join(syntax.lower[token:last])
        return syntax.tags[token] == "NNS" and (" led by " in text or " headed by " in text)

    def _meeting_group(self, token: int) -> bool:
        """ "The group … is made up of": a friendship group that travels."""
        body = self._cast.bodies.at(token)
        if body is None or not body.anaphoric or body.entry.kind != "friendship group":
            return False
        verb = self._syntax.heads[token]
        return self._syntax.lemmas[verb] in _CONSISTING

    def _mention(self, token: int) -> None:
        syntax = self._syntax
        if syntax.tags[token] == "NNS" and syntax.lemmas[token] in _NOUNS and self._plural(token):
            return
        of, codes, bodies = self._side(token)
        head, head_span = self._head(token)
        members, member_span = self._members(token)
        if not (of or head or members):
            group = self.groups[-1] if self.groups else None
            if group is not None:
                self._at[token] = group
            return
        group = self._known(of, codes, head, token)
        if group is None:
            group = Group()
            self.groups.append(group)
        if bodies and not group.bodies:
            group.of = []  # a body says more than its country
        if not (group.bodies and not bodies):
            group.of.extend(name for name in of if name not in group.of)
        group.bodies.extend(name for name in bodies if name not in group.bodies)
        group.codes.extend(code for code in codes if code not in group.codes)
        group.head = group.head or head
        for name in members:
            if name not in group.drawn_from and name != group.head:
                group.drawn_from.append(name)
                if self._cast.person_named(name):
                    group.drawn_people.append(name)
        self._at[token] = group
        group.tokens.append(token)
        span = member_span or head_span or syntax.subtree(token)
        weight = 2 * bool(members) + bool(head)
        group.evidence.append((weight, syntax.offsets(*span)))

    def _plural(self, token: int) -> bool:
        """ "delegations representing A and B": one delegation each."""
        syntax = self._syntax
        first, last = syntax.subtree(token)
        codes = self._cast.places.codes_within(first, last)
        if len(codes) < 2 or syntax.lower[first] in {"both"}:
            return True
        for code in codes:
            group = Group([self._cast.places.name_of(code)], [code])
            group.evidence.append((0, syntax.offsets(first, last)))
            group.tokens.append(token)
            self.groups.append(group)
        return True

    def _side(self, token: int) -> tuple[list[str], list[str], list[str]]:
        """Whom the delegation represents: (names, country codes, those that are bodies)."""
        syntax, cast = self._syntax, self._cast
        names: list[str] = []
        codes: list[str] = []
        bodies: list[str] = []
        first = syntax.parsed.lefts[token]
        own = cast.bodies.at(token)
        if own:
            bodies.append(own.name)
        for at in range(first, token):
            place, body = cast.places.country(at), cast.bodies.at(at)
            if body and not body.anaphoric and body.name not in bodies:
                bodies.append(body.name)
                codes.extend(c for c in [body.country] if c)
            elif place and place.first == at and not body:
                codes.extend(code for code in place.codes if code not in codes)
        for prep in syntax.prepositions(token, "of", "from", "representing"):
            reach = syntax.parsed.rights[prep] + 1
            stop = next(
                (t for t in range(prep, reach) if syntax.lemmas[t] in _LEADING | _CONSISTING), reach
            )
            for at in range(syntax.parsed.lefts[prep], stop):
                body, place = cast.bodies.at(at), cast.places.country(at)
                if cast.people.at(at):
                    break
                if body and body.first == at and body.name not in bodies:
                    bodies.append(body.name)
                    codes.extend(c for c in [body.country] if c and c not in codes)
                elif place and place.first == at and not body:
                    codes.extend(code for code in place.codes if code not in codes)
        if len(bodies) > 1 and self._kind(bodies[0]) == "friendship group":
            bodies = bodies[:1]  # the parliament that it belongs to is not represented by it
        names = bodies or [cast.places.name_of(code) for code in codes[:1]]
        return names, codes[:1] if not bodies else codes, bodies

    def _kind(self, name: str) -> str | None:
        body = self._cast.bodies.by_name(name)
        return body.kind if body else None

    def _head(self, token: int) -> tuple[str | None, Span | None]:
        """Who leads the delegation: "led by X", "X led the delegation", "X and his delegation"."""
        syntax = self._syntax
        first, end = syntax.sentence(token)
        for verb in range(first, end):
            if syntax.lemmas[verb] not in _LEADING or not syntax.tags[verb].startswith("VB"):
                continue
            if syntax.tags[verb] == "VBN" and "by" in syntax.lower[verb : verb + 3]:
                near = verb - token
                subject = syntax.child(verb, "nsubjpass")
                if subject == token or syntax.heads[verb] == token or 0 < near <= 20:
                    name = self._person_after(verb, end)
                    if name:
                        return name, self._span(token, verb, end)
            elif syntax.child(verb, "dobj") == token or (
                token > verb and token - verb <= 4 and syntax.child(verb, "dobj") is None
            ):
                subject = syntax.subject(verb)
                people = self._people(self._cast.resolve(subject)) if subject is not None else []
                if people:
                    return people[0], syntax.trim(
                        syntax.clause_start(verb), syntax.clause_end(verb)
                    )
        before = syntax.lower[max(first, token - 4) : token]
        if "head" in before or "leader" in before or "headed" in before:
            for mention in self._cast.people.mentions():
                if 0 <= mention.first - token <= 6 and mention.first < end:
                    return mention.entry.name, (max(first, token - 4), mention.last)
        owner = syntax.child(token, "poss")
        verb = syntax.heads[syntax.heads[token]]
        if syntax.lemmas[verb] == "accompany" and syntax.deps[syntax.heads[token]] == "agent":
            led = syntax.child(verb, "nsubjpass")
            people = self._people(self._cast.resolve(led)) if led is not None else []
            if people:
                return people[0], syntax.trim(syntax.clause_start(verb), syntax.clause_end(verb))
        if owner is not None and syntax.lower[owner] in {"his", "her"}:
            people = self._people(self._cast.resolve(owner))
            if people:
                return people[0], (first, token + 1)
        return None, None

    def _span(self, token: int, verb: int, end: int) -> Span:
        first = min(self._syntax.parsed.lefts[token], verb)
        last = next(
            (m.last for m in self._cast.people.mentions() if verb < m.first < end), verb + 1
        )
        return self._syntax.trim(first, max(last, token + 1))

    def _person_after(self, verb: int, end: int) -> str | None:
        for mention in self._cast.people.mentions():
            if verb < mention.first < min(end, verb + 30):
                return mention.entry.name
        for at in range(verb, min(end, verb + 8)):
            people = self._people(self._cast.resolve(at, alone=True))
            if people:
                return people[0]
        return None

    def _people(self, meant: object) -> list[str]:
        names = getattr(meant, "names", ())
        return [name for name in names if self._cast.person_named(name)]

    def _members(self, token: int) -> tuple[list[str], Span | None]:
        """Whom the delegation consists of: people, parties and bodies after the verb."""
        syntax = self._syntax
        verb = syntax.heads[token] if syntax.deps[token].startswith("nsubj") else None
        if verb is None or syntax.lemmas[verb] not in _CONSISTING:
            verb = next(
                (c for c in syntax.children(token, "acl") if syntax.lemmas[c] in _CONSISTING), None
            )
        if verb is None:
            return [], None
        first, end = syntax.sentence(token)
        names: list[str] = []
        for at in range(verb + 1, end):
            person, body = self._cast.people.at(at), self._cast.bodies.at(at)
            if person and person.first == at and person.entry.name not in names:
                names.append(person.entry.name)
            elif body and body.first == at and body.name not in names:
                if not self._within_title(at) and self._syntax.words[at - 1] != "(":
                    names.append(body.name)
        return names, syntax.trim(syntax.parsed.lefts[token], end) if names else None

    def _within_title(self, token: int) -> bool:
        """Whether a body is named only as part of a person's title."""
        return any(
            start <= token < last
            for person in self._cast.people.entries
            for _, (start, last) in person.titles
        )

    def _known(self, of: list[str], codes: list[str], head: str | None, token: int) -> Group | None:
        """The delegation that a mention is about: same side, same head, or the only one."""
        for group in self.groups:
            if head and group.head == head:
                return group
            if of and set(of) & set(group.of):
                return group
            if codes and set(codes) & set(group.codes):
                return group
        if not of and len(self.groups) == 1:
            return self.groups[0]
        if not of and self.groups and self._syntax.lower[token - 1] == "the":
            return self.groups[-1]
        return None

    def _settle_countries(self) -> None:
        """A delegation's people come from its country, unless their titles say otherwise."""
        for group in self.groups:
            codes = set(group.codes)
            if len(codes) != 1:
                continue
            for name in [group.head, *group.drawn_people]:
                person = self._cast.person_named(name) if name else None
                if person and not any(t.country for t, _ in person.titles):
                    person.country = next(iter(codes))
        for token, group in self._at.items():
            if group.of:
                codes = dict.fromkeys(
                    [*group.codes, *(c for name in group.of for c in self._cast.codes_of(name))]
                )
                self._cast.delegated[token] = (tuple(group.of), tuple(codes))
        self._cast.refresh()

    def _before(self, token: int) -> list[str]:
        """The people right before ", and their delegation"."""
        start, _ = self._syntax.sentence(token)
        found = [
            m.entry.name
            for m in self._cast.people.mentions()
            if start <= m.first and m.last <= token
        ]
        near = [m for m in self._cast.people.mentions() if m.last in {token - 2, token - 3}]
        if not near:
            return []
        country = near[-1].entry.country
        return [
            name
            for name in found
            if (person := self._cast.person_named(name)) and person.country == country
        ][:1]

    def _heads_of_delegation(self) -> None:
        """ "The heads of delegation …: we — A of X, B of Y — met": each leads a country's."""
        syntax = self._syntax
        text = " ".join(syntax.lower)
        if "head of delegation" not in text and "heads of delegation" not in text:
            return
        for first, last in syntax.body_sentences():
            if syntax.lower[first] != "we":
                continue
            people = self._cast.people.within(first + 1, last)
            verb = next((t for t in range(first, last) if syntax.tags[t] in {"VBD", "VBP"}), last)
            heads = [m for m in people if m.first < verb and m.entry.country]
            for mention in heads if len(heads) > 1 else []:
                code = str(mention.entry.country)
                if any(code in group.codes for group in self.groups):
                    continue
                group = Group([self._cast.places.name_of(code)], [code], mention.entry.name)
                group.evidence.append((1, syntax.offsets(mention.start, mention.last)))
                self.groups.append(group)
            return

    def _both(self, token: int) -> None:
        """ "Both delegations discussed …": a side that is not described has one all the same."""
        syntax = self._syntax
        first, last = syntax.phrase(token)
        if syntax.lower[first] not in {"both", "the", "two"} or self._cast.places.codes_within(
            first, last
        ):
            return
        codes = list(dict.fromkeys(self._cast.main.codes))
        if len(codes) != 2:
            return
        for code in codes:
            known = any(
                code in group.codes or any(code in self._cast.codes_of(name) for name in group.of)
                for group in self.groups
            )
            if not known:
                group = Group([self._cast.places.name_of(code)], [code])
                group.evidence.append((0, syntax.offsets(first, last)))
                self.groups.append(group)

    def _takes_part(self, token: int) -> bool:
        """Whether a phrase is a subject, an object or behind "with", not an owner ("the role of")."""
        syntax = self._syntax
        if syntax.deps[token] == "pobj":
            return syntax.lower[syntax.heads[token]] in {"with", "between", "by"}
        return syntax.deps[token] in {"nsubj", "nsubjpass", "dobj", "ROOT"}

    def _teams(self) -> None:
        """ "The Crown Prince and his team": a delegation of his country, led by him."""
        syntax = self._syntax
        for token, low in enumerate(syntax.lower):
            if low not in {"team", "delegation"} or syntax.lower[token - 1] not in {
                "his",
                "her",
                "their",
            }:
                continue
            if "and" not in syntax.lower[max(0, token - 3) : token]:
                continue
            head = syntax.heads[token]
            if syntax.deps[token] == "conj" and not self._takes_part(head):
                continue
            people = self._people(self._cast.resolve(head)) if syntax.deps[token] == "conj" else []
            if not people:
                people = self._before(token)
            person = self._cast.person_named(people[0]) if people else None
            if person is None or not person.country:
                continue
            if any(group.head == person.name for group in self.groups):
                continue
            group = Group(
                [self._cast.places.name_of(person.country)], [person.country], person.name
            )
            span = syntax.trim(syntax.parsed.lefts[head], token + 1)
            group.evidence.append((1, syntax.offsets(*span)))
            self.groups.append(group)
