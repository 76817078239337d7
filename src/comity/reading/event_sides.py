"""The two sides of an event: whom a clause praises or helps, and whose act it blames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from comity.data.lexicons import words
from comity.data.vocabulary import EventType
from comity.model.reading import Event, Span
from comity.reading.cast import Cast

#: of a longer list of countries, events are made of these many first ones
_MOST_SIDES = 10
#: words behind which a clause speaks of something else than whom it praises
_ASIDE = {"by", "against", "amid", "despite", "which", "who", "whose", "where", "including",
          "during", "regarding"}  # fmt: skip
_POSSESSIVE = {"'s", "’s", "’"}


def directed(
    kind: EventType, sources: Iterable[str], targets: Iterable[str], span: Span
) -> Iterator[Event]:
    """An event of each source toward each target; none of a country toward itself."""
    listed = list(targets)
    for source in sources:
        for target in listed:
            if source != target:
                yield Event(source=source, target=target, type=kind, evidence=(span,))


def mutual(kind: EventType, codes: Iterable[str], span: Span) -> Iterator[Event]:
    """One event for each pair of countries, in the order of their codes."""
    for one, other in combinations(sorted(set(codes))[:_MOST_SIDES], 2):
        yield Event(source=one, target=other, type=kind, evidence=(span,))


class EventSides:
    """Finds the countries toward which the words of a clause are directed."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax

    def codes(self, token: int | None) -> tuple[str, ...]:
        """The countries of whom a phrase means."""
        return self._cast.resolve(token).codes if token is not None else ()

    def within(self, first: int, last: int) -> list[str]:
        """The countries that tokens `[first, last)` name."""
        return self._cast.places.codes_within(first, last)

    def below(self, token: int) -> list[str]:
        """The countries that the words below a token name."""
        parsed = self._syntax.parsed
        return self.within(parsed.lefts[token], parsed.rights[token] + 1)

    def foreign(self, codes: Iterable[str], first: int, last: int) -> list[str]:
        """Countries other than the speaker's `codes` that a span names, also through people."""
        found: list[str] = []
        syntax = self._syntax
        own = set(codes)
        for token in range(first, last):
            if syntax.lower[token] in _ASIDE and token > first:
                break
            place = self._cast.places.country(token)
            here: tuple[str, ...] = place.codes if place and place.first == token else ()
            if here and place and place.sort == "adjective" and not self._friendly(place.last):
                here = ()
            mention = self._cast.people.at(token)
            if mention and mention.first == token and mention.entry.country:
                here = (mention.entry.country,)
            elif not here and syntax.lower[token] in {"him", "his", "her"}:
                here = self.codes(token)
            found.extend(c for c in here if c not in own and c not in found)
        return found

    def _friendly(self, token: int) -> bool:
        """Whether an adjective's noun can be praised for its country: people, leaders, efforts."""
        praised = {"action", "effort", "support", "decision", "policy"}
        blamed = words("events", "acts") - praised | {"national"}
        return not blamed & set(self._syntax.lemmas[token : token + 3])

    def culprit(self, first: int, last: int) -> list[str]:
        """Whose act is blamed: its owner ("Russia's invasion"), or whom it comes "from" or "by".

        One code, or none.
        """
        lower = self._syntax.lower
        for token in range(first, last):
            if lower[token] in {"which", "who", "whose", "where"} and token > first + 1:
                return []
            place = self._cast.places.country(token)
            if place is None or place.first != token:
                continue
            if self._owns_act(token, place.last, last, place.sort) or self._comes_from(token):
                return [place.code]
        return []

    def _owns_act(self, token: int, after: int, last: int, sort: str) -> bool:
        syntax = self._syntax
        owned = after < last and syntax.lower[after] in _POSSESSIVE
        if not owned and sort != "adjective":
            return False
        if syntax.lower[token - 1] in {"of", "against", "on", "with", "for", "in"}:
            return False
        return bool(words("events", "acts") & set(syntax.lemmas[after + owned : after + owned + 5]))

    def _comes_from(self, token: int) -> bool:
        """ "by X", "from the X", or X is itself the object of the blame."""
        syntax = self._syntax
        before = syntax.lower[token - 1]
        two = syntax.lower[token - 2] if token > 1 else ""
        if before in {"by", "from"} or (two in {"by", "from"} and before == "the"):
            return True
        head = syntax.lemmas[syntax.heads[token]]
        return syntax.deps[token] == "dobj" and head in words("events", "blame")
