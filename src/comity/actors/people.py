"""Which people of record a mention of a person is, or may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from comity.actors.finding import Finding
from comity.actors.person_name import PersonName, person_name
from comity.actors.person_relation import Relation, relate
from comity.actors.posts import Shared, country_told, same_title, shared
from comity.data import names, roles
from comity.data.folding import fold
from comity.model.actor import KnownActor, Mention

#: A name alone, without a country on one side, tells its bearer from this many letters on.
_LETTERS = 8
#: ... and if others of the name are named at most one time in so many.
_TIMES = 20
#: So many names of an actor are compared: the most frequent ones.
_NAMES = 12
#: Relations of two full names.
_FULL = frozenset({Relation.SAME, Relation.SPELLING, Relation.ORDER, Relation.MIDDLE})
_WORDS = {
    Relation.SAME: "same name",
    Relation.SPELLING: "same name in another spelling",
    Relation.ORDER: "same name in another order",
    Relation.MIDDLE: "same name, but for a middle name",
    Relation.SHORT: "short form of the same first name, same family name",
    Relation.INITIAL: "initials of the same name",
    Relation.FAMILY: "same family name",
    Relation.BARE: "same single name",
    Relation.PART: "part of the same name",
    Relation.LIKE: "similar name",
}
#: Score of a proposal by relation; posts in common add to it, a missing country takes away.
_DOUBTFUL = {
    Relation.SAME: 0.75,
    Relation.SPELLING: 0.7,
    Relation.ORDER: 0.7,
    Relation.MIDDLE: 0.65,
    Relation.SHORT: 0.6,
    Relation.INITIAL: 0.5,
    Relation.FAMILY: 0.4,
    Relation.BARE: 0.4,
    Relation.PART: 0.5,
    Relation.LIKE: 0.5,
}
_CERTAIN = {
    Relation.SAME: 1.0,
    Relation.SPELLING: 0.98,
    Relation.ORDER: 0.97,
    Relation.MIDDLE: 0.96,
    Relation.SHORT: 0.95,
    Relation.INITIAL: 0.93,
    Relation.FAMILY: 0.92,
    Relation.BARE: 0.9,
    Relation.PART: 0.92,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A mention beside one actor: how names, countries and posts agree.

    `common` says that others of the country bear the family name.
    """

    actor: KnownActor
    name: str
    mine: PersonName
    theirs: PersonName
    relation: Relation
    country: str | None
    known_country: str | None
    posts: Shared
    common: bool

    @property
    def here(self) -> bool:
        """Whether both countries are known and the same."""
        return self.country is not None and self.country == self.known_country

    @property
    def abroad(self) -> bool:
        """Whether both countries are known and differ."""
        return None not in (self.country, self.known_country) and not self.here

    @property
    def family_first(self) -> bool:
        """Whether the family name usually comes first in the country."""
        return bool(names.family_first() & {self.country, self.known_country})


def find_person(mention: Mention, candidates: Sequence[KnownActor]) -> list[Finding]:
    """All actors that the mention is or may be."""
    bearers = _bearers(mention, candidates)
    cases = [case for actor in candidates if (case := _case(mention, actor, bearers)) is not None]
    return [found for case in cases if (found := _judge(case, cases, mention)) is not None]


def _bearers(mention: Mention, candidates: Sequence[KnownActor]) -> int:
    """How many candidates bear the family name with a first name that is another."""
    mine = person_name(mention.name)
    if mine.single or not mine.keys:
        return 0
    others = [
        (person_name(actor.names[0]), actor.names[0])
        for actor in candidates
        if actor.country in (None, mention.country)
    ]
    return sum(
        len(name.keys) > 1
        and name.keys[-1] == mine.keys[-1]
        and related(mention.name, actor_name, mention.country) <= Relation.LIKE
        for name, actor_name in others
    )


def _case(mention: Mention, actor: KnownActor, bearers: int) -> _Case | None:
    country = mention.country or country_told(mention.posts)
    known_country = actor.country or country_told(actor.posts)
    family_first = bool(names.family_first() & {country, known_country})
    relation, name = _best_name(mention.name, actor.names[:_NAMES], family_first)
    if relation <= Relation.NONE:
        return None
    posts = shared(mention, actor, country or known_country)
    return _Case(
        actor=actor,
        name=name,
        mine=person_name(mention.name),
        theirs=person_name(name),
        relation=relation,
        country=country,
        known_country=known_country,
        posts=posts,
        common=bearers > 0,
    )


def related(one: str, other: str, country: str | None) -> Relation:
    """How two names of people of a country are related."""
    return _related(one, other, country in names.family_first())


@lru_cache(maxsize=50_000)
def _related(one: str, other: str, family_first: bool) -> Relation:
    return relate(person_name(one), person_name(other), family_first=family_first)


def _best_name(name: str, names: Sequence[str], family_first: bool) -> tuple[Relation, str]:
    """The strongest relation to one of an actor's names, and that name.

    A single name counts only where the actor has no other, and a contradiction to one of the
    names leaves no more than a likeness, unless another is the very same.
    """
    full = [one for one in names if not person_name(one).single]
    found = [(_related(name, one, family_first), one) for one in full or names]
    best = max(found, key=lambda item: item[0], default=(Relation.NONE, ""))
    if best[0] < Relation.SAME and any(one is Relation.CONFLICT for one, _ in found):
        return (Relation.NONE, "")
    return best


def _judge(case: _Case, cases: Sequence[_Case], mention: Mention) -> Finding | None:
    if case.abroad:
        return _abroad(case)
    certain = _is_certain(case, cases, mention)
    score = _CERTAIN[case.relation] if certain else _doubt(case)
    return Finding(
        actor=case.actor,
        certain=certain,
        score=score,
        reason=_reason(case, mention.name, certain),
        rank=case.relation * 10 + case.posts,
        alike=certain and case.here and case.relation >= Relation.ORDER,
        leaning=certain and case.relation not in _FULL,
    )


def _abroad(case: _Case) -> Finding | None:
    """The same name in another country: proposed where the office is the same too."""
    if case.relation not in _FULL or case.posts is not Shared.OFFICE:
        return None
    return Finding(
        actor=case.actor,
        certain=False,
        score=0.5,
        reason=f"{_WORDS[case.relation]} and office, other country",
        rank=case.relation * 10,
    )


def _is_certain(case: _Case, cases: Sequence[_Case], mention: Mention) -> bool:
    if case.relation is Relation.LIKE:
        return False
    if case.relation is Relation.BARE:
        alone = case.country == case.known_country
        return alone and same_title(mention.posts, case.actor.posts)
    if not case.here:
        return _is_certain_anywhere(case, cases, mention)
    if case.mine.rank != case.theirs.rank and case.posts is Shared.NOTHING:
        return False  # a father and his son
    if case.relation in (Relation.SAME, Relation.SPELLING):
        return case.mine.full or case.posts >= Shared.BODY
    if case.relation is Relation.ORDER:
        marked = case.mine.marked or case.theirs.marked
        return marked or case.family_first or case.posts is Shared.OFFICE
    if case.relation in (Relation.MIDDLE, Relation.SHORT):
        return case.posts > Shared.NOTHING or not case.common
    if case.relation is Relation.INITIAL:
        return case.posts > Shared.NOTHING
    if case.relation is Relation.FAMILY:
        if case.posts is Shared.TITLE:
            alone = not any(c is not case and c.relation is Relation.FAMILY for c in cases)
            return alone and not case.family_first
        return case.posts is Shared.OFFICE or (case.posts is Shared.NEAR and not case.family_first)
    return case.posts is Shared.OFFICE


def _is_certain_anywhere(case: _Case, cases: Sequence[_Case], mention: Mention) -> bool:
    """Where a country is missing: a telling name that one actor has, or the same office too."""
    if case.relation is Relation.FAMILY and case.posts is Shared.OFFICE:
        rivals = [c.actor.mentions for c in cases if c is not case and c.posts is Shared.OFFICE]
        return _leads_a_state(mention) and case.actor.mentions >= _TIMES * max(1, sum(rivals))
    full = case.relation in (Relation.SAME, Relation.SPELLING) and case.mine.full
    if full and sum(map(len, case.mine.words)) >= _LETTERS:
        if case.country is None and case.known_country is None:
            return True
        others = [c.actor.mentions for c in cases if c is not case and c.relation in _FULL]
        return case.actor.mentions >= _TIMES * sum(others)
    return case.relation in _FULL | {Relation.SHORT} and case.posts is Shared.OFFICE


def _leads_a_state(mention: Mention) -> bool:
    """Whether the mention holds an office that a country has but once."""
    sole = roles.word_set("sole_offices")
    return any(fold(post.title) in sole for post in mention.posts)


def _doubt(case: _Case) -> float:
    score = _DOUBTFUL[case.relation] + 0.05 * case.posts
    return round(score if case.here else score - 0.1, 2)


def _reason(case: _Case, name: str, certain: bool) -> str:
    words = _WORDS[case.relation]
    if case.relation is Relation.SPELLING:
        words += f" ({', '.join(sorted((name, case.name)))})"
    elif name != case.name and case.relation is not Relation.SAME:
        words += f" ({case.name})"
    if case.posts is Shared.OFFICE:
        words += ", same office"
    elif case.posts in (Shared.TITLE, Shared.NEAR):
        words += ", matching title"
    elif case.posts is Shared.BODY:
        words += ", same body"
    if case.country is None and case.known_country is None:
        return words + ", no country on either side"
    if not case.here:
        words += ", country missing on one side"
    elif not certain or case.relation < Relation.SHORT:
        words += ", same country"
    return words
