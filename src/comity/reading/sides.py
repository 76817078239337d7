"""The sides of a story: whom "the leaders", "the two" and "both" stand for."""

from __future__ import annotations

from comity.model.reading import Span
from comity.reading.meant import Meant, nations, people
from comity.reading.named import Named
from comity.reading.people import PersonEntry
from comity.reading.places import Place

_BETWEEN = {"between", "by", "of", "from", "with"}


def main(named: Named) -> Meant:
    """The people whom "the leaders" means: those of the first encounter-like sentence.

    Failing that, the two or more countries that the title or the opening names as sides.
    """
    syntax = named.syntax
    sentences = list(syntax.body_sentences())
    for number, (first, last) in enumerate(sentences):
        found = _distinct(named, first, last)
        countries = {entry.country for entry in found}
        if len(found) >= 3 or (len(found) == 2 and (len(countries) == 2 or number == 0)):
            return people(found)
    title = named.title()
    for first, last in [*([title] if title else []), *sentences[:2]]:
        codes = _paired(named, (first, last))
        if len(codes) >= 2:
            return nations(named.places, codes)
    return Meant()


def two(named: Named, sides: Meant) -> Meant:
    """The two principals among the sides: the first person, and the first of another country."""
    found = [entry for name in sides.names if (entry := named.person(name))]
    if len(found) <= 2:
        return sides
    other = next((entry for entry in found[1:] if entry.country != found[0].country), found[1])
    return people([found[0], other])


def _distinct(named: Named, first: int, last: int) -> list[PersonEntry]:
    """The people named in a span, each once."""
    return list({id(m.entry): m.entry for m in named.people.within(first, last)}.values())


def _paired(named: Named, span: Span) -> list[str]:
    """Countries that stand as sides: subjects, "A-B", "between A and B", owners."""
    codes: list[str] = []
    for place in named.places.within(*span, "name", "adjective", "seat"):
        if _is_side(named, place, span[0]) or (codes and _follows_another(named, place)):
            codes.extend(code for code in place.codes if code not in codes)
    return codes


def _is_side(named: Named, place: Place, first: int) -> bool:
    syntax, token = named.syntax, place.last - 1
    return (
        len(place.codes) > 1
        or any(
            syntax.deps[t] in {"nsubj", "nsubjpass", "poss"} for t in (token, syntax.heads[token])
        )
        or bool(_BETWEEN & set(syntax.lower[max(first, place.first - 4) : place.first]))
    )


def _follows_another(named: Named, place: Place) -> bool:
    """Whether a place is joined to one before it: "A, B and the C"."""
    link = named.syntax.lower[place.first - 1]
    if link not in {",", "and", "the"}:
        return False
    return place.first - 2 - (link == "the") in named.places.at
