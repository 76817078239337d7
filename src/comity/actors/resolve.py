"""Which actor of record each mention of a reading is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.actors.bodies import find_body
from comity.actors.body_name import body_name
from comity.actors.finding import Finding
from comity.actors.keys import home_keys, name_keys
from comity.actors.people import find_person, related
from comity.actors.person_relation import Relation
from comity.data import countries
from comity.data.identifiers import wikidata
from comity.model.actor import Directory, Doubt, KnownActor, Mention, Resolved, Scheme

#: No more proposals than these for one mention: the likeliest.
_DOUBTS = 3
#: Of two actors that fit alike, one that is named so many times as often as the other is meant.
_TIMES = 10


def resolve(mentions: Sequence[Mention], directory: Directory) -> tuple[Resolved, ...]:
    """Say for each mention which actor of record it is, or that it is new, and why.

    What is only likely is among the `doubts`. Two mentions of one reading are one actor only if
    each is certain by its name.
    """
    found = []
    for mention in mentions:
        keys = name_keys(mention.name, mention.kind, mention.country)
        findings = _find(mention, directory.candidates(keys)) if keys else []
        choice = _choose(findings)
        if choice is None and (own := _at_home(mention, directory)) is not None:
            choice, keys = own, home_keys(mention)
        found.append((mention, keys, findings, choice))
    chosen = [choice for _, _, _, choice in found]
    resolved = []
    for mention, keys, findings, choice in found:
        if choice is not None and choice.leaning and _gives_way(choice, chosen):
            choice = None
        resolved.append(_resolved(mention, keys, findings, choice))
    return tuple(resolved)


def _find(mention: Mention, candidates: Sequence[KnownActor]) -> list[Finding]:
    if mention.kind == "person":
        return find_person(mention, [one for one in candidates if one.kind == "person"])
    if mention.kind == "country":
        return [
            Finding(actor=actor, certain=True, score=1.0, reason="same country", rank=100)
            for actor in candidates[:1]
            if actor.kind == "country" and actor.country == mention.country
        ]
    return find_body(mention, candidates)


def _at_home(mention: Mention, directory: Directory) -> Finding | None:
    """The body of state that the publisher's own country is known to have under the name."""
    keys = home_keys(mention)
    if not keys:
        return None
    own = replace(mention, country=mention.home)
    known = [one for one in directory.candidates(keys) if one.country == mention.home]
    choice = _choose(_find(own, known))
    if choice is None:
        return None
    return replace(choice, reason=f"{choice.reason}, named without a country at home")


def _choose(findings: Sequence[Finding]) -> Finding | None:
    """The one actor that is certain, if one is."""
    certain = sorted((one for one in findings if one.certain), key=lambda one: -one.rank)
    if not certain:
        return None
    best = certain[0]
    rivals = [
        one
        for one in certain[1:]
        if one.rank == best.rank and one.actor.mentions * _TIMES > best.actor.mentions
    ]
    if not rivals:
        return best
    ids = {one.actor.id for one in (best, *rivals)}
    if any(ids & one.actor.apart for one in (best, *rivals)):
        return None
    alike = best.alike or all(_named_alike(best.actor, one.actor) for one in rivals)
    return best if alike else None


def _named_alike(one: KnownActor, other: KnownActor) -> bool:
    """Whether two people of record are of one country and name, only not joined yet."""
    if one.kind != "person" or one.country != other.country:
        return False
    return related(one.names[0], other.names[0], one.country) >= Relation.SHORT


def _gives_way(choice: Finding, chosen: Sequence[Finding | None]) -> bool:
    """Whether another mention of the reading has a better claim to the same actor."""
    claims = [one for one in chosen if one is not None and one.actor.id == choice.actor.id]
    return any(not one.leaning or one.rank > choice.rank for one in claims) or (
        len([one for one in claims if one.rank == choice.rank]) > 1
    )


def _resolved(
    mention: Mention, keys: tuple[str, ...], findings: Sequence[Finding], choice: Finding | None
) -> Resolved:
    others = [one for one in findings if choice is None or one.actor.id != choice.actor.id]
    if choice is not None:
        others = [one for one in others if one.certain or one.rank >= choice.rank]
        others = [
            one
            for one in others
            if one.actor.id not in choice.actor.apart
            and one.actor.mentions * _TIMES > choice.actor.mentions
        ]
    doubts = sorted((_as_doubt(one) for one in others), key=lambda one: (-one.score, one.actor))
    return Resolved(
        mention=mention,
        actor=choice.actor.id if choice else None,
        score=choice.score if choice else 0.0,
        reason=choice.reason if choice else "first report of it",
        keys=keys,
        identifiers=_identifiers(mention),
        doubts=tuple(doubts[:_DOUBTS]),
    )


def _as_doubt(finding: Finding) -> Doubt:
    if finding.certain:
        finding = replace(finding, score=min(finding.score, 0.85))
    return Doubt(actor=finding.actor.id, score=finding.score, reason=finding.reason)


def _identifiers(mention: Mention) -> tuple[tuple[Scheme, str], ...]:
    """What the reference facts know the mention as."""
    if mention.kind == "person":
        return ()
    if mention.kind == "country" or mention.country == "EUR" and _is_union(mention.name):
        found = wikidata().get(mention.country or "")
        return (("wikidata", found),) if found else ()
    reference = body_name(mention.name, mention.kind, mention.country).reference
    if reference is None or not reference.party_facts_id:
        return ()
    party = str(reference.party_facts_id)
    known = wikidata().get(party)
    return (("partyfacts", party), *((("wikidata", known),) if known else ()))


def _is_union(name: str) -> bool:
    return countries.names().get(name.removeprefix("the ")) == "EUR"
