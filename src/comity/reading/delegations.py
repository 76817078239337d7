"""Delegations: whom they represent and whom they consist of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from comity.model.reading import Delegation, Span
from comity.reading.cast import Cast
from comity.reading.delegation_heads import LEADING, DelegationHeads

_CONSISTING = {
    "consist",
    "include",
    "comprise",
    "compose",
    "feature",
    "contain",
    "make",
    "bring",
}
_NOUNS = {"delegation"}


@dataclass(slots=True)
class Group:
    """A delegation while it is put together from its mentions.

    `bodies` are those among `of` that are bodies, `drawn_people` the people among `drawn_from`,
    `codes` the countries; the evidence of most weight is shown.
    """

    of: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    head: str | None = None
    drawn_from: list[str] = field(default_factory=list)
    drawn_people: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    evidence: list[tuple[int, Span]] = field(default_factory=list)

    @property
    def parties(self) -> list[str]:
        """The named people of the delegation, its head first, as parties of an encounter."""
        return list(dict.fromkeys([*([self.head] if self.head else []), *self.drawn_people]))


class Delegations:
    """All delegations of a report, and which one is meant at a token."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._heads = DelegationHeads(cast)
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
        """Reads one mention of a delegation into its group."""
        syntax = self._syntax
        if syntax.tags[token] == "NNS" and syntax.lemmas[token] in _NOUNS:
            self._plural(token)
            return
        of, codes, bodies = self._side(token)
        led = self._heads.find(token)
        head, head_span = led or (None, None)
        members, member_span = self._members(token)
        if not (of or head or members):
            if self.groups:
                self._at[token] = self.groups[-1]
            return
        group = self._known(of, codes, head, token)
        if group is None:
            group = Group()
            self.groups.append(group)
        if bodies and not group.bodies:
            group.of = []  # a body says more than its country
        if bodies or not group.bodies:
            _extend(group.of, of)
        _extend(group.bodies, bodies)
        _extend(group.codes, codes)
        group.head = group.head or head
        drawn = [name for name in members if name not in {*group.drawn_from, group.head}]
        _extend(group.drawn_from, drawn)
        _extend(
            group.drawn_people,
            [name for name in drawn if self._cast.person_named(name)],
        )
        self._at[token] = group
        span = member_span or head_span or syntax.subtree(token)
        group.evidence.append((2 * bool(members) + bool(head), syntax.offsets(*span)))

    def _of_country(
        self, code: str, span: Span, *, head: str | None = None, weight: int = 0
    ) -> None:
        """A delegation of which the tokens `span` tell the country, and perhaps the head."""
        name = self._cast.places.name_of(code)
        evidence = [(weight, self._syntax.offsets(*span))]
        self.groups.append(Group([name], [code], head, evidence=evidence))

    def _plural(self, token: int) -> None:
        """ "delegations representing A and B": one delegation each."""
        first, last = self._syntax.subtree(token)
        codes = self._cast.places.codes_within(first, last)
        if len(codes) > 1 and self._syntax.lower[first] != "both":
            for code in codes:
                self._of_country(code, (first, last))

    def _side(self, token: int) -> tuple[list[str], list[str], list[str]]:
        """Whom the delegation represents: (names, country codes, those that are bodies)."""
        syntax, cast = self._syntax, self._cast
        codes: list[str] = []
        own = cast.bodies.at(token)
        bodies = [own.name] if own else []
        for at in range(syntax.parsed.lefts[token], token):
            place, body = cast.places.country(at), cast.bodies.at(at)
            if body and not body.anaphoric and body.name not in bodies:
                bodies.append(body.name)
                codes.extend(c for c in [body.country] if c)
            elif place and place.first == at and not body:
                _extend(codes, place.codes)
        for prep in syntax.prepositions(token, "of", "from", "representing"):
            self._add_side(prep, codes, bodies)
        if len(bodies) > 1 and self._kind(bodies[0]) == "friendship group":
            bodies = bodies[:1]  # the parliament that it belongs to is not represented by it
        names = bodies or [cast.places.name_of(code) for code in codes[:1]]
        return names, codes if bodies else codes[:1], bodies

    def _add_side(self, prep: int, codes: list[str], bodies: list[str]) -> None:
        """Adds the countries and bodies behind "of", up to a person or to who leads it."""
        syntax, cast = self._syntax, self._cast
        for at in range(syntax.parsed.lefts[prep], syntax.parsed.rights[prep] + 1):
            told = at >= prep and syntax.lemmas[at] in LEADING | _CONSISTING
            if told or cast.people.at(at):
                return
            body, place = cast.bodies.at(at), cast.places.country(at)
            if body and body.first == at and body.name not in bodies:
                bodies.append(body.name)
                _extend(codes, [body.country] if body.country else [])
            elif place and place.first == at and not body:
                _extend(codes, place.codes)

    def _kind(self, name: str) -> str | None:
        body = self._cast.bodies.by_name(name)
        return body.kind if body else None

    def _members(self, token: int) -> tuple[list[str], Span | None]:
        """Whom the delegation consists of: people, parties and bodies after the verb."""
        syntax = self._syntax
        verb = syntax.heads[token] if syntax.deps[token].startswith("nsubj") else None
        if verb is None or syntax.lemmas[verb] not in _CONSISTING:
            verb = next(
                (c for c in syntax.children(token, "acl") if syntax.lemmas[c] in _CONSISTING),
                None,
            )
        if verb is None:
            return [], None
        _, end = syntax.sentence(token)
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
            if len(set(group.codes)) != 1:
                continue
            for name in group.parties:
                person = self._cast.person_named(name)
                if person and not any(title.country for title, _ in person.titles):
                    person.country = group.codes[0]
        for token, group in self._at.items():
            if group.of:
                behind = [code for name in group.of for code in self._cast.codes_of(name)]
                codes = dict.fromkeys([*group.codes, *behind])
                self._cast.delegated[token] = (tuple(group.of), tuple(codes))
        self._cast.refresh()

    def _heads_of_delegation(self) -> None:
        """ "The heads of delegation …: we — A of X, B of Y — met": each leads a country's."""
        syntax = self._syntax
        text = " ".join(syntax.lower)
        if "head of delegation" not in text and "heads of delegation" not in text:
            return
        for first, last in syntax.body_sentences():
            if syntax.lower[first] != "we":
                continue
            verb = next(
                (t for t in range(first, last) if syntax.tags[t] in {"VBD", "VBP"}),
                last,
            )
            people = self._cast.people.within(first + 1, verb)
            heads = [mention for mention in people if mention.entry.country]
            for mention in heads if len(heads) > 1 else []:
                code = str(mention.entry.country)
                if not any(code in group.codes for group in self.groups):
                    span = (mention.start, mention.last)
                    self._of_country(code, span, head=mention.entry.name, weight=1)
            return

    def _both(self, token: int) -> None:
        """ "Both delegations discussed …": a side that is not described has one all the same."""
        first, last = self._syntax.phrase(token)
        if self._syntax.lower[first] not in {"both", "the", "two"}:
            return
        codes = list(dict.fromkeys(self._cast.main.codes))
        if len(codes) != 2 or self._cast.places.codes_within(first, last):
            return
        for code in codes:
            known = any(
                code in group.codes or any(code in self._cast.codes_of(name) for name in group.of)
                for group in self.groups
            )
            if not known:
                self._of_country(code, (first, last))

    def _takes_part(self, token: int) -> bool:
        """Whether a phrase is a subject, an object or behind "with", not an owner."""
        syntax = self._syntax
        if syntax.deps[token] == "pobj":
            return syntax.lower[syntax.heads[token]] in {"with", "between", "by"}
        return syntax.deps[token] in {"nsubj", "nsubjpass", "dobj", "ROOT"}

    def _teams(self) -> None:
        """ "The Crown Prince and his team": a delegation of his country, led by him."""
        syntax = self._syntax
        for token, low in enumerate(syntax.lower):
            if low not in {"team", "delegation"}:
                continue
            if syntax.lower[token - 1] not in {"his", "her", "their"}:
                continue
            if "and" not in syntax.lower[max(0, token - 3) : token]:
                continue
            head = syntax.heads[token]
            joined = syntax.deps[token] == "conj"
            if joined and not self._takes_part(head):
                continue
            people = self._cast.people_meant(head) if joined else []
            name = people[0] if people else self._heads.beside(token)
            person = self._cast.person_named(name) if name else None
            if person is None or not person.country:
                continue
            if not any(group.head == person.name for group in self.groups):
                span = syntax.trim(syntax.parsed.lefts[head], token + 1)
                self._of_country(person.country, span, head=person.name, weight=1)


def _extend(names: list[str], more: Iterable[str]) -> None:
    """Adds what is not there yet, in order."""
    names.extend(dict.fromkeys(name for name in more if name not in names))
