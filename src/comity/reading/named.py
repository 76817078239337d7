"""All that a report names: places, bodies and people, before other words are understood."""

from __future__ import annotations

from dataclasses import dataclass

from comity.reading.bodies import Bodies
from comity.reading.people import People, PersonEntry
from comity.reading.places import Places
from comity.reading.syntax import Syntax


@dataclass(frozen=True, slots=True)
class Named:
    """The names of one report, each list with its place in the text."""

    syntax: Syntax
    places: Places
    bodies: Bodies
    people: People

    @classmethod
    def find(cls, syntax: Syntax) -> Named:
        """The names of a report: places first, since bodies and people are named after them."""
        places = Places(syntax)
        bodies = Bodies(syntax, places)
        return cls(syntax, places, bodies, People(syntax, places, bodies))

    def person(self, name: str) -> PersonEntry | None:
        """The entry of a person by the fullest name."""
        return next((p for p in self.people.entries if p.name == name), None)

    def title(self) -> tuple[int, int] | None:
        """The tokens of the report's headline, if it has one."""
        first = self.syntax.parsed.paragraphs[:1]
        return (first[0].first, first[0].last) if first and first[0].role == "title" else None


def title_keys(person: PersonEntry) -> set[str]:
    """A person's offices, as they are compared ("prime minister")."""
    return {title.key for title, _ in person.titles}
