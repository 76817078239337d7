"""Actors by a common noun: "the two leaders", "U.S. officials", "the government"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.data import offices, roles
from comity.reading.dates import number
from comity.reading.meant import Meant, join, nations, person, wording
from comity.reading.members import members
from comity.reading.named import title_keys
from comity.reading.people import PersonEntry

if TYPE_CHECKING:
    from comity.reading.cast import Cast

#: words before a plural that make it stand for those who were named
_DEFINITE = {"the", "both", "all", "two", "three", "four", "these", "those", "its"}
_COUNTED = {"two", "three", "four", "five", "both", "our", "the"}
_COLLECTIVE = {"delegation", "mps"}
_KINDS = {"party": "party", "parliament": "parliament", "ministry": "government"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}


@dataclass(frozen=True, slots=True)
class _Noun:
    """A common noun and its phrase: how many it means, and the countries named in it."""

    token: int
    lemma: str
    first: int
    plural: bool
    group: str
    codes: list[str]
    determiner: str


def group(cast: Cast, token: int) -> Meant:
    """Whom a common noun means: an empty Meant (false) where it is no actor."""
    lemma = cast.syntax.lemmas[token]
    if _is_office_alone(cast, token):
        first, _ = cast.syntax.phrase(token)
        return Meant(group=wording(cast.syntax, first, token + 1), sort="office")
    if lemma not in roles.word_set("people_and_powers"):
        return Meant()
    noun = _noun(cast, token)
    if lemma in {"partner", "ally"} and not noun.codes:
        return Meant().called(noun.group)
    if lemma in roles.word_set("members"):
        found = members(cast, token)
        if found:
            return found
    codes = noun.codes
    if noun.plural and len(codes) < 2:
        codes = _represented(cast, token) or codes
    owner = _owning_state(cast, noun)
    if owner:
        return owner
    if lemma in roles.word_set("powers"):
        return _power(cast, noun, codes)
    if codes:
        return _of_countries(cast, noun, codes)
    return _together(cast, noun) if noun.plural else Meant()


def _noun(cast: Cast, token: int) -> _Noun:
    syntax = cast.syntax
    lemma = syntax.lemmas[token]
    first, last = syntax.phrase(token)
    return _Noun(
        token=token,
        lemma=lemma,
        first=first,
        plural=syntax.tags[token] in {"NNS", "NNPS"} or lemma in _COLLECTIVE,
        group=wording(syntax, first, last),
        codes=cast.places.codes_within(first, token + 1),
        determiner=syntax.lower[first],
    )


def _is_office_alone(cast: Cast, token: int) -> bool:
    """ "the Minister", of whom no name is given."""
    syntax = cast.syntax
    return (
        syntax.lemmas[token] in offices.heads()
        and syntax.words[token][0].isupper()
        and syntax.tags[token] == "NNP"
        and syntax.lower[syntax.parsed.lefts[token]] == "the"
    )


def _represented(cast: Cast, token: int) -> list[str]:
    """Countries in "the ministers of A, B and C", up to the verb."""
    syntax = cast.syntax
    if not syntax.prepositions(token, "of", "from", "representing"):
        return []
    _, end = syntax.sentence(token)
    verbs = (at for at in range(token + 1, end) if syntax.tags[at] in _FINITE)
    return cast.places.codes_within(token, next(verbs, syntax.subtree(token)[1]))


def _owning_state(cast: Cast, noun: _Noun) -> Meant:
    """ "its government", "his country": the owner's country."""
    owner = cast.syntax.child(noun.token, "poss")
    if owner is None or noun.plural or noun.lemma not in roles.word_set("owned_states"):
        return Meant()
    behind = cast.resolve(owner, alone=True).codes
    return nations(cast.places, behind[:1]) if behind else Meant()


def _power(cast: Cast, noun: _Noun, codes: list[str]) -> Meant:
    """ "the Norland government", "the two governments": the countries themselves."""
    if codes:
        name = cast.places.name_of(codes[0])
        return Meant((name,), codes=tuple(codes), plural=noun.plural, sort="country")
    return _all_countries(cast, noun.group) if noun.plural else Meant()


def _of_countries(cast: Cast, noun: _Noun, codes: list[str]) -> Meant:
    """ "the Norland leader" is a person; "Norland officials" are a group of that country."""
    if not noun.plural and noun.lemma in roles.word_set("leaders"):
        leader = _leader_of(cast, codes[0])
        if leader:
            return person(leader)
    return nations(cast.places, codes).called(noun.group, plural=noun.plural)


def _together(cast: Cast, noun: _Noun) -> Meant:
    """A plural without a country: who among those named is meant, or the phrase alone."""
    parties = _bodies(cast, noun)
    if parties is not None:
        return parties
    words = set(cast.syntax.lower[noun.first : noun.token])
    if noun.lemma in roles.word_set("states"):
        return _all_countries(cast, noun.group) if words & _COUNTED else Meant()
    if noun.determiner not in _DEFINITE | {"our"}:
        return Meant().called(noun.group)
    named = _holders(cast, noun.lemma)
    if not named:
        words.add(cast.syntax.lower[noun.token])
        named = cast.two() if {"two", "both"} & words else cast.main
    return named.called(noun.group)


def _bodies(cast: Cast, noun: _Noun) -> Meant | None:
    """ "both parties", "the two parliaments": as many as are named; None where they differ."""
    kind = _KINDS.get(noun.lemma)
    if kind is None or noun.determiner not in _DEFINITE:
        return None
    found = [entry for entry in cast.bodies.entries if entry.kind == kind and entry.mentions]
    wanted = number(cast.syntax.lower[noun.token - 1 : noun.token]) or 0
    if noun.determiner == "both":
        wanted = 2
    if len(found) != wanted and not (kind == "party" and len(found) == 2):
        return None
    codes = tuple(entry.country for entry in found if entry.country)
    return Meant(tuple(entry.name for entry in found), noun.group, codes, True, "group")


def _leader_of(cast: Cast, code: str) -> PersonEntry | None:
    """ "the Russian leader": the person of the encounter who comes from there."""
    for name in cast.main.names:
        entry = cast.person_named(name)
        if entry and entry.country == code:
            return entry
    return None


def _holders(cast: Cast, lemma: str) -> Meant:
    """ "The two Presidents": the people who hold that office, where there are two or three."""
    if lemma not in offices.heads() or lemma in {"leader", "official", "head"}:
        return Meant()
    people = [
        entry
        for entry in cast.people.entries
        if any(
            key.split(" of ")[0].split()[-1:] == [lemma] and "vice" not in key
            for key in title_keys(entry)
        )
    ]
    return join([person(entry) for entry in people]) if 2 <= len(people) <= 3 else Meant()


def _all_countries(cast: Cast, group: str) -> Meant:
    """The countries that "the three countries" means: those of the main people or the title."""
    title = cast.named.title()
    for codes in (
        tuple(dict.fromkeys(cast.main.codes)),
        cast.issuer.codes,
        tuple(cast.places.codes_within(*title)) if title else (),
    ):
        if len(codes) > 1:
            return nations(cast.places, codes).called(group, "country")
    return Meant()
