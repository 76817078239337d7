"""Which bodies of record a mention of a body is, or may be."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from comity.actors.body_name import STATE_KINDS, BodyName, body_name
from comity.actors.finding import Finding
from comity.actors.reference import Reference
from comity.data import body_words
from comity.data.successors import PartyName
from comity.model.actor import ActorKind, KnownActor, Mention

#: Kinds that readers give to one body.
_NEAR_KINDS = (
    frozenset({"company", "government"}),
    frozenset({"civil society", "education"}),
    frozenset({"education", "government"}),
    frozenset({"company", "media"}),
    frozenset({"parliament", "friendship group"}),
    frozenset({"government", "intergovernmental"}),
)
_NAMES = 12
_LIKE = 88


def find_body(mention: Mention, candidates: Sequence[KnownActor]) -> list[Finding]:
    """All actors that the mention is or may be."""
    mine = body_name(mention.name, mention.kind, mention.country)
    found = [
        finding
        for actor in candidates
        if actor.kind not in ("person", "country")
        and (finding := _against(mention, mine, actor)) is not None
    ]
    certain = [one for one in found if one.certain]
    if mine.country is None and len({one.actor.country for one in certain}) > 1:
        # One name in several countries: which is meant, the name alone cannot tell.
        return [one for one in found if not one.certain] + [_doubted(one) for one in certain]
    return found


def _against(mention: Mention, mine: BodyName, actor: KnownActor) -> Finding | None:
    names = [(name, body_name(name, actor.kind, actor.country)) for name in actor.names[:_NAMES]]
    spaces = {b.reference.space: b.reference for _, b in names if b.reference is not None}
    if mine.reference is not None:
        for name, theirs in names:
            if theirs.reference is not None and theirs.reference.key == mine.reference.key:
                return _same_reference(mention, mine, mine.reference, actor, name, theirs)
        if mine.reference.space in spaces:
            return None
    findings = [_by_words(mention, mine, actor, name, theirs) for name, theirs in names]
    return max(filter(None, findings), key=lambda one: (one.certain, one.score), default=None)


def _same_reference(
    mention: Mention,
    mine: BodyName,
    reference: Reference,
    actor: KnownActor,
    name: str,
    theirs: BodyName,
) -> Finding:
    known = theirs.reference
    assert known is not None
    if mine.folded == theirs.folded:
        reason = "same name"
    elif known.period and reference.period and known.period.name != reference.period.name:
        reason = _renamed(reference.period, known.period)
    else:
        kind = "abbreviation" if mine.letters or theirs.letters else "another name"
        what = "party" if reference.space == "party" else "body"
        reason = f"{kind} of the same {what} ({_source(mention.name, name, reference)})"
    return Finding(actor=actor, certain=True, score=1.0, reason=reason, rank=100, alike=True)


def _renamed(mine: PartyName, known: PartyName) -> str:
    order = "later" if mine.since >= known.since else "earlier"
    return f"{order} name of the same party ({known.name}, {mine.name})"


def _source(name: str, known: str, reference: Reference) -> str:
    if reference.party_facts_id:
        return f"Party Facts {reference.party_facts_id}"
    return ", ".join(sorted({name, known, reference.name}, key=lambda n: (len(n), n))[:2])


def _by_words(
    mention: Mention, mine: BodyName, actor: KnownActor, name: str, theirs: BodyName
) -> Finding | None:
    abroad = None not in (mine.country, theirs.country) and mine.country != theirs.country
    kinds = _kinds_agree(mention.kind, actor.kind)
    if kinds is False:
        return None
    if mine.words == theirs.words and mine.words:
        return _same_words(
            mine, theirs, actor, name, mention_kind=mention.kind, abroad=abroad, kinds=kinds
        )
    if abroad:
        return None
    here = mine.country is not None and mine.country == theirs.country
    if _abbreviates(mine, theirs) and (here or not (mine.generic or theirs.generic)):
        reason = f"initials of the name ({name})"
        return Finding(actor=actor, certain=False, score=0.6, reason=reason, rank=20)
    if mine.country == theirs.country and kinds and _is_like(mine, theirs):
        reason = f"similar name ({name})"
        return Finding(actor=actor, certain=False, score=0.5, reason=reason, rank=10)
    return None


def _same_words(
    mine: BodyName,
    theirs: BodyName,
    actor: KnownActor,
    name: str,
    *,
    mention_kind: ActorKind,
    abroad: bool,
    kinds: bool | None,
) -> Finding | None:
    same = mine.folded == theirs.folded
    reason = "same name" if same else f"same name in other words ({name})"
    if abroad:
        if mine.generic or theirs.generic:
            return None
        return Finding(
            actor=actor, certain=False, score=0.4, reason=f"{reason}, other country", rank=5
        )
    here = mine.country is not None and mine.country == theirs.country
    if not here:
        missing = mine.country is None and theirs.country is None
        where = "no country on either side" if missing else "country missing on one side"
        reason += f", {where}"
    mixed = mine.national != theirs.national and not {mention_kind, actor.kind} <= STATE_KINDS
    somewhere = body_words.word_set("posted").issuperset(mine.words)
    sure = here and not somewhere  # "U.S. Embassy" is another in each capital
    certain = kinds is True and (sure or not (mine.generic or theirs.generic or mixed))
    if not certain and not here and mine.country is None and theirs.country is None:
        return None
    if not certain and kinds is None:
        reason += f", but {actor.kind}"
    score = (1.0 if here else 0.95) if certain else 0.6 if here else 0.4
    return Finding(
        actor=actor,
        certain=certain,
        score=score,
        reason=reason,
        rank=(90 if same else 80) + here * 2,
        alike=certain and here,
    )


def _doubted(finding: Finding) -> Finding:
    return Finding(
        actor=finding.actor,
        certain=False,
        score=0.4,
        reason=f"{finding.reason}, so named in several countries",
        rank=finding.rank,
    )


def _kinds_agree(one: ActorKind, other: ActorKind) -> bool | None:
    """True: one body may be called both; None: readers mix them up; False: they are two."""
    if one == other or "other" in (one, other):
        return True
    return None if frozenset({one, other}) in _NEAR_KINDS else False


def _abbreviates(mine: BodyName, theirs: BodyName) -> bool:
    short, long = (mine, theirs) if mine.letters else (theirs, mine)
    return len(short.letters) > 2 and not long.letters and short.letters == long.initials


def _is_like(mine: BodyName, theirs: BodyName) -> bool:
    """Whether the names are nearly one, and what they differ in is no telling word."""
    if mine.letters or theirs.letters or not set(mine.telling) & set(theirs.telling):
        return False
    if {word for word in {*mine.words} ^ {*theirs.words} if word[0] == "@"}:
        return False  # friendship with another country
    return fuzz.token_sort_ratio(" ".join(mine.words), " ".join(theirs.words)) >= _LIKE
