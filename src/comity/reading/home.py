"""The country that a report is told from, whose people need no nationality."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from comity.data import bodies as body_facts
from comity.data import countries, roles
from comity.reading.named import Named
from comity.reading.places import Place
from comity.reading.syntax import Syntax

_SIGN = 20
_SEAT = 4
_SIDE = 3
_INTRODUCED = -100
_TOPICAL = {"in", "against", "on", "into", "from"}
_READOUT_OF = (
    "president", "vice president", "national security advisor", "principal deputy",
    "homeland security advisor", "jake sullivan",
)  # fmt: skip


def find(named: Named) -> str | None:
    """The home country's code, or None where nothing tells it.

    Told by the publisher, the dateline, seats of power and offices that only one country has;
    else by how often it is named. A country whose people are introduced with their nationality
    at the beginning is the other side's.
    """
    syntax, places = named.syntax, named.places
    scores: Counter[str] = Counter()
    for place in places.found:
        for code in place.codes:
            scores[code] += _weight(syntax, place)
    signs = list(_signs(named))
    for code in signs:
        scores[code] += _SIGN
    seats = {code for place in places.found if place.sort == "seat" for code in place.codes}
    if _somebody_without_country(named):
        for code in _introduced(named) - seats - set(signs):
            scores[code] += _INTRODUCED
    allowed = {*signs, *seats, *places.codes_within(0, _opening(syntax, 3))}
    scores = Counter({code: score for code, score in scores.items() if code in allowed})
    best = [code for code, score in scores.most_common(1) if score > 0]
    return best[0] if best else None


def _weight(syntax: Syntax, place: Place) -> int:
    """How much a mention speaks for the teller's own country: a topic's country counts little."""
    if place.sort == "city":
        return 0
    if place.sort == "seat":
        return _SEAT
    start = place.first
    if syntax.lower[max(0, start - 1) : start] == ["the"]:
        start -= 1
    after = syntax.lemmas[place.last : place.last + 5]
    if roles.word_set("hostile") & set(after) or _TOPICAL & set(
        syntax.lower[max(0, start - 1) : start]
    ):
        return 0
    if syntax.deps[place.last - 1] in {"nsubj", "poss"} or len(place.codes) > 1:
        return _SIDE
    return 1


def _somebody_without_country(named: Named) -> bool:
    """Whether a person is named without any nationality."""
    return any(
        not person.country and not any(title.country for title, _ in person.titles)
        for person in named.people.entries
    )


def _opening(syntax: Syntax, count: int) -> int:
    """The end of the first `count` sentences of the story."""
    starts = [first for first, _ in syntax.body_sentences()][:count]
    return syntax.sentence(starts[-1])[1] if starts else 0


def _introduced(named: Named) -> set[str]:
    """Countries of the people whom the title or the first sentences introduce as foreign."""
    end = _opening(named.syntax, 2)
    found: set[str] = set()
    for person in named.people.entries:
        if min(person.mentions)[0] >= end:
            continue
        found.update(
            title.country
            for title, span in person.titles
            if title.country and span[0] < end and "ambassador" not in title.key
        )
        if person.country:
            found.add(person.country)
    return found


def _signs(named: Named) -> Iterator[str]:
    """Countries that publisher, dateline and offices without a nationality point to."""
    syntax = named.syntax
    yield from _origins(syntax)
    national = roles.national_offices()
    for person in named.people.entries:
        for title, _ in person.titles:
            if title.key in national and not title.country:
                yield national[title.key]
    if _is_readout(syntax):
        yield "USA"
    yield from _declaring(named)
    if any(word[0].isupper() and word.lower() == "administration" for word in syntax.words):
        yield "USA"


def _origins(syntax: Syntax) -> Iterator[str]:
    """Where the dateline stands, and whose the publisher and the agency are."""
    line = syntax.parsed.dateline
    if line and line.place and line.place in countries.cities():
        yield countries.cities()[line.place]
    agencies = body_facts.agencies()
    for name in (syntax.parsed.report.publisher, line.agency if line else None):
        fact = agencies.get((name or "").upper())
        if fact and fact.country:
            yield fact.country


def _is_readout(syntax: Syntax) -> bool:
    """The White House's form of title: "Readout of President X's Call with …"."""
    lower = syntax.lower
    if not syntax.parsed.paragraphs or lower[:2] != ["readout", "of"]:
        return False
    return " ".join(lower[2:9]).removeprefix("the ").startswith(_READOUT_OF)


def _declaring(named: Named) -> Iterator[str]:
    """ "Norland condemns": the first country that speaks in the present tense speaks for itself."""
    syntax = named.syntax
    for place in named.places.found:
        verb = syntax.heads[place.last - 1]
        if (
            place.sort == "name"
            and syntax.deps[place.last - 1] == "nsubj"
            and syntax.tags[verb] in {"VBZ", "VBP"}
            and syntax.lemmas[verb] in roles.word_set("declaring")
        ):
            yield place.code
            return
