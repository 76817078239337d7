"""The body of our facts that a name means: a party, a parliament or chamber, a well-known body."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.data import bodies, body_words, parliaments, parties
from comity.data.folding import fold
from comity.data.successors import PartyName, successors
from comity.model.actor import ActorKind

#: "Mazhilis of the Parliament" is the Mazhilis.
_OF_PARLIAMENT = re.compile(r" of the (?:parliament|federal assembly|national assembly)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A body of our facts. `key` tells it from all others; `space` says which facts.

    `generic` stands for a kind of body that every country has ("MFA"): `name` is then its usual
    name. `period` is set where the party had other names before or after.
    """

    space: str
    key: str
    name: str
    country: str | None
    party_facts_id: int | None = None
    period: PartyName | None = None
    generic: bool = False


def reference_of(name: str, bare: str, kind: ActorKind, country: str | None) -> Reference | None:
    """The body of our facts that `name` means, if it means one only.

    `bare` is the folded name without the body's own country.
    """
    if kind == "party":
        found = _party(name, bare, country)
        if found is not None:
            return found
    if kind == "parliament":
        found = _parliament(bare, country)
        if found is not None:
            return found
    return _known(name, kind, country)


def _party(name: str, bare: str, country: str | None) -> Reference | None:
    facts = parties.lookup(name) or parties.lookup(name.removeprefix("the "))
    if country is None:
        sure = [fact for fact in facts if not fact.needs]
        if len(sure) != 1 or len(facts) != 1:
            return None
        country = sure[0].country
    mine = [fact for fact in facts if fact.country == country]
    # An alliance ("A/B") goes by the name of its larger party too.
    mine = [fact for fact in mine if "/" not in fact.name] or mine
    names = [fold(name).removeprefix("the "), bare, *(fold(fact.name) for fact in mine)]
    periods = [successors()[country, one] for one in names if (country, one) in successors()]
    ids = {fact.party_facts_id for fact in mine}
    if not periods and len(mine) != 1:
        return None
    party = mine[0].party_facts_id if len(mine) == 1 and len(ids) == 1 else None
    if periods:
        key = f"party:{country}:{periods[0].first}"
    else:
        key = f"pf:{party}" if party else f"party:{country}:{fold(mine[0].name)}"
    return Reference(
        space="party",
        key=key,
        name=periods[0].name if periods else mine[0].name,
        country=country,
        party_facts_id=party,
        period=periods[0] if periods else None,
    )


def _parliament(bare: str, country: str | None) -> Reference | None:
    for form in (bare, _OF_PARLIAMENT.sub("", bare)):
        found = parliaments.parliaments().get(form, {})
        if country is None and len(found) == 1 and not _all_generic(form):
            country = next(iter(found))
        if country is not None and country in found:
            chamber, name = found[country]
            key = f"parliament:{country}:{chamber}"
            return Reference(space="parliament", key=key, name=name, country=country)
    return None


def _known(name: str, kind: ActorKind, country: str | None) -> Reference | None:
    known = bodies.known()
    plain = name.replace("&", "and").removeprefix("the ").removeprefix("The ")
    fact = known.get(name) or known.get(plain)
    if fact is None or fact.ambiguous and fold(fact.name) != fold(name):
        return None
    if fact.country is None and fact.kind in ("government", "parliament"):
        generic = fact.kind == kind
        return (
            Reference(space="known", key="", name=fact.name, country=country, generic=True)
            if generic
            else None
        )
    if fact.ambiguous or (country and fact.country and country != fact.country):
        return None
    if "party" in (kind, fact.kind) and kind != fact.kind:
        return None
    key = f"known:{fold(fact.name)}"
    return Reference(space="known", key=key, name=fact.name, country=fact.country)


def _all_generic(form: str) -> bool:
    return set(form.split()) <= body_words.word_set("generic") | body_words.word_set("stop")
