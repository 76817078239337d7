"""Which country each person comes from."""

from __future__ import annotations

from comity.data import roles
from comity.reading.named import Named, title_keys
from comity.reading.people import PersonEntry

_LEADER = {"president", "leader", "minister", "king"}
_OWNERS = {"'s", "’s", "’"}


def settle_untitled(named: Named) -> None:
    """ "The President of Russia noted": the only person without a title comes from there.

    Sets that person's country; done before the report's home is sought.
    """
    syntax, people = named.syntax, named.people.entries
    bare = [person for person in people if not person.titles and not person.country]
    known = {title.country for person in people for title, _ in person.titles}
    if len(bare) != 1:
        return
    for place in named.places.found:
        if place.code in known or place.sort == "city":
            continue
        after = syntax.lower[place.last : place.last + 1]
        before = syntax.lower[max(0, place.first - 3) : place.first]
        if (place.sort == "adjective" and _LEADER & set(after)) or (
            "of" in before[-2:] and _LEADER & set(before)
        ):
            bare[0].country = place.code
            return


def settle(named: Named, home: str | None) -> None:
    """Set everybody's country, in the order in which they are named."""
    for person in named.people.entries:
        person.country = _country(named, home, person)


def _country(named: Named, home: str | None, person: PersonEntry) -> str | None:
    told = person.country or _titled_country(named, person)
    if told:
        return told
    if _armed(named, person) or _accused(named, person):
        return None
    keys = title_keys(person)
    if "pope" in keys:
        return roles.national_offices()["pope"]
    if person.body_countries:
        return person.body_countries[0]
    if home and keys & roles.word_set("sole_offices") and not _house_style(named, person):
        return _met_abroad(named, home, person) or _other_side(named, home, person)
    return home


def _titled_country(named: Named, person: PersonEntry) -> str | None:
    """The country that a title names, or whose body it is held in."""
    for title, _ in person.titles:
        if title.country:
            return title.country
    for title, _ in person.titles:
        body = named.bodies.by_name(title.body) if title.body else None
        if body and body.country:
            return body.country
    return None


def _armed(named: Named, person: PersonEntry) -> bool:
    """Whether the person holds an office in an armed group."""
    bodies = [named.bodies.by_name(title.body) for title, _ in person.titles if title.body]
    return any(body and body.kind == "armed group" for body in bodies)


def _accused(named: Named, person: PersonEntry) -> bool:
    """ "President Zorin's illegal war": somebody told of as an adversary, not the teller's own."""
    syntax = named.syntax
    return any(
        syntax.lower[last] in _OWNERS
        and bool(roles.word_set("hostile") & set(syntax.lemmas[last + 1 : last + 5]))
        for _, last in person.mentions
        if last < len(syntax.lower)
    )


def _house_style(named: Named, person: PersonEntry) -> bool:
    """ "President Hale": the first leader, known by the family name alone, is the teller's own."""
    sole = roles.word_set("sole_offices")
    first = next((p for p in named.people.entries if title_keys(p) & sole), None)
    return len(person.parts) == 1 and first is person


def _met_abroad(named: Named, home: str, person: PersonEntry) -> str | None:
    """A head of state who is met or spoken of, in a sentence that names one other country."""
    syntax = named.syntax
    for first, last in person.mentions:
        if syntax.paragraph(first).role == "title":
            continue
        start, end = syntax.sentence(first)
        if any(syntax.deps[token].startswith("nsubj") for token in range(first, last)):
            return None
        codes = named.places.codes_within(start, end, cities=True)
        near = named.people.within(start, end)
        foreign = any(title.country for mention in near for title, _ in mention.entry.titles)
        if home in codes or foreign or len(codes) != 1:
            return None
        after_another = any(mention.first < first for mention in near)
        return codes[0] if after_another or start < first - 4 else None
    return None


def _other_side(named: Named, home: str, person: PersonEntry) -> str | None:
    """A second President cannot be the home country's: he is the other side's, if there is one."""
    keys = title_keys(person) & roles.word_set("sole_offices")
    if _among_many(named, person):
        return None
    for other in named.people.entries:
        if other is person:
            return home
        if (not other.country or other.country == home) and keys & title_keys(other):
            return _main_other(named, home)
    return home


def _main_other(named: Named, home: str) -> str | None:
    """The country named most beside the home country, if it is named twice as often as others."""
    counts = named.places.counts()
    counts.pop(home, None)
    sides = counts.most_common(2)
    if not sides or (len(sides) > 1 and sides[0][1] < 2 * sides[1][1]):
        return None
    return sides[0][0]


def _among_many(named: Named, person: PersonEntry) -> bool:
    """One of several leaders in a list ("President A, President B, and Prime Minister C")."""
    sentence_of, sole = named.syntax.sentence_of, roles.word_set("sole_offices")
    sentence = sentence_of[min(person.mentions)[0]]
    peers = [
        other
        for other in named.people.entries
        if sentence_of[min(other.mentions)[0]] == sentence
        and title_keys(other) & sole
        and not other.body_countries
        and not any(title.country for title, _ in other.titles)
    ]
    return len(peers) > 2 and peers[0] is not person
