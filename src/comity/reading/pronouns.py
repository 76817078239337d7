"""Pronouns of the third person: "he", "she", "they", "it", by what was said before them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from comity.data import roles
from comity.reading.meant import Meant, person
from comity.reading.named import Named
from comity.reading.people import PersonEntry

if TYPE_CHECKING:
    from comity.reading.cast import Cast

HE_OR_SHE = {"he", "she", "him", "her", "himself", "herself", "his", "hers"}
THEY = {"they", "them", "their", "both", "themselves"}
IT = {"it", "its"}
WE_OR_I = {"we", "our", "us", "ourselves", "i", "my", "me"}
_SHE = {"she", "her", "hers", "herself"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def settle_gender(named: Named) -> None:
    """Set whom "she" cannot mean, by titles and courtesies: "King", "Mrs."."""
    lower = named.syntax.lower
    for entry in named.people.entries:
        words = {word for title, _ in entry.titles for word in title.key.split()}
        for first, _ in entry.mentions:
            words.update(lower[max(0, first - 2) : first])
        if words & roles.word_set("female"):
            entry.female = True
        elif words & roles.word_set("male"):
            entry.female = False


def he_or_she(cast: Cast, token: int) -> Meant:
    """ "he", "she": the last subject that fits; else the last person named."""
    syntax = cast.syntax
    female = syntax.lower[token] in _SHE
    other_than = _own_subject(cast, token)
    passed: PersonEntry | None = None
    for at in _back(cast, token, 6):
        if syntax.lower[at] in {"he", "she"} and syntax.deps[at] == "nsubj":
            found = cast.resolve(at, alone=True)
            if found and (syntax.lower[at] == "she") == female:
                return found
        entry = _person_at(cast, at)
        if entry is None or entry is other_than:
            continue
        if entry.female is not None and entry.female != female:
            continue
        if syntax.deps[_head(cast, at)] in _SUBJECTS:
            return _of_gender(entry, female)
        passed = passed or entry
    return _of_gender(passed, female) if passed else Meant()


def _own_subject(cast: Cast, token: int) -> PersonEntry | None:
    """The subject of the clause of which "him" or "her" is an object: somebody else is meant."""
    syntax = cast.syntax
    if syntax.lower[token] not in {"him", "her"} or syntax.deps[token] not in {"dobj", "dative"}:
        return None
    subject = syntax.child(syntax.heads[token], *_SUBJECTS)
    return _person_at(cast, subject) if subject is not None else None


def they(cast: Cast, token: int) -> Meant:
    """ "they": the last plural subject; failing that, the people of the encounter."""
    syntax = cast.syntax
    for at in _back(cast, token, 5):
        low = syntax.lower[at]
        if syntax.deps[at] not in _SUBJECTS or low in HE_OR_SHE | WE_OR_I | {"their"}:
            continue
        found = cast.resolve(at, alone=low in THEY)
        if low in THEY:
            if found:
                return found
            continue
        if found and (found.plural or len(found.names) > 1):
            return found
        same_sentence = syntax.sentence_of[at] == syntax.sentence_of[token]
        if not found and same_sentence and syntax.tags[at] == "NNS":
            return Meant()
    return cast.two() if syntax.lower[token] == "both" else cast.main


def it(cast: Cast, token: int) -> Meant:
    """ "it", "its": the body or country named before it; a sentence earlier, a subject first."""
    syntax = cast.syntax
    named = [at for at in _back(cast, token, 2) if _is_thing(cast, at)]
    here = [at for at in named if syntax.sentence_of[at] == syntax.sentence_of[token]]
    before = named[len(here) :]
    subjects = [at for at in before if syntax.deps[at] in _SUBJECTS | {"poss"}]
    found = (cast.resolve(at, alone=True) for at in (*here, *(subjects[:1] or before)))
    return next((meant for meant in found if meant), Meant())


def _is_thing(cast: Cast, token: int) -> bool:
    """Whether a body's or a country's name stands at a token."""
    place = cast.places.country(token)
    return bool(cast.bodies.at(token) or (place and place.sort in {"name", "seat"}))


def last_subject(cast: Cast, token: int) -> Meant:
    """The person who was the last subject before a token: who sent "the message"."""
    for at in range(token - 1, max(-1, token - 120), -1):
        entry = _person_at(cast, at)
        if entry and cast.syntax.deps[_head(cast, at)] == "nsubj":
            return person(entry)
    return Meant()


def _back(cast: Cast, token: int, sentences: int) -> Iterator[int]:
    """Tokens before a token, the nearest first, within so many sentences."""
    syntax = cast.syntax
    first = max(0, syntax.sentence_of[token] - sentences + 1)
    yield from range(token - 1, syntax.parsed.sentences[first][0] - 1, -1)


def _of_gender(entry: PersonEntry, female: bool) -> Meant:
    """A person whom "he" or "she" was found to mean, which settles the gender."""
    if entry.female is None:
        entry.female = female
    return person(entry)


def _person_at(cast: Cast, token: int) -> PersonEntry | None:
    mention = cast.people.at(token)
    return mention.entry if mention else cast.described.get(token) or cast.titled.get(token)


def _head(cast: Cast, token: int) -> int:
    """The head of the name or title that a token belongs to."""
    heads = cast.syntax.heads
    mention = cast.people.at(token)
    if mention is None:
        while heads[token] in cast.described and heads[token] != token:
            token = heads[token]
        return token
    for at in range(mention.last - 1, mention.first - 1, -1):
        if not mention.first <= heads[at] < mention.last:
            return at
    return mention.last - 1
