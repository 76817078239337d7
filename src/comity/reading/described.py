"""People by their titles alone: "the Vice President", "the First Deputy Chairman of the Party"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.data import offices, roles
from comity.reading.named import Named
from comity.reading.people import PersonEntry
from comity.reading.titles import Title, Titles

_OPENING = {"the", "his", "her", "our", "'s", "’s", "their"}
_OWNERS = {"'s", "’s"}
#: a deputy is not meant by the office alone
_LOWER = {"vice", "deputy", "assistant", "under"}


def titled(named: Named) -> dict[int, PersonEntry]:
    """Tokens of titles that stand beside a name: "the Minister of X, NAME" means NAME."""
    found: dict[int, PersonEntry] = {}
    mentions = named.people.mentions()
    ends = {mention.last: mention.entry for mention in mentions}
    starts = {mention.first: mention.entry for mention in mentions}
    for person in named.people.entries:
        for title, (first, last) in person.titles:
            before = any(starts.get(at) is person for at in range(first, min(last, first + 3)))
            if before or ends.get(last) is person:
                for token in range(title.first, title.last):
                    found.setdefault(token, person)
    return found


class Described:
    """Who is meant where a title stands alone; read once, from the beginning to the end.

    A title that tells a person's office for the first time ("the President of Russia", said of the
    only Russian) is added to that person's titles.
    """

    def __init__(self, named: Named, home: str | None) -> None:
        self._named = named
        self._home = home
        self._titles = Titles(named.syntax, named.places, named.bodies)
        self._holders: dict[str, list[PersonEntry]] = {}
        for person in named.people.entries:
            for title, _ in person.titles:
                self._holders.setdefault(title.key, []).append(person)
        self._last_seen: dict[int, int] = {}
        #: token → the person meant
        self.at: dict[int, PersonEntry] = {}
        self._scan()

    def _scan(self) -> None:
        names = {mention.first: mention for mention in self._named.people.mentions()}
        covered = {token for m in names.values() for token in range(m.start, m.last)}
        for token in range(len(self._named.syntax.words)):
            if token in names:
                self._last_seen[id(names[token].entry)] = token
            if token in covered or token in self.at or not self._may_open(token):
                continue
            title = self._title(token)
            person = self._meant(title, token) if title else None
            if title and person:
                self._enter(title, person, token)

    def _may_open(self, token: int) -> bool:
        """Whether a title may begin at a token: a noun of office, or a capital modifier of one."""
        syntax, low = self._named.syntax, self._named.syntax.lower
        if low[token] not in offices.heads() and not (
            low[token] in offices.word_set("modifiers") and syntax.words[token][0].isupper()
        ):
            return False
        before = low[token - 1] if token else ""
        return (
            before in _OPENING
            or self._owner(token) is not None
            or (before == "and" and token - 2 in self.at)
        )

    def _owner(self, token: int) -> str | None:
        """The country named right before a title: "the Norland Minister"."""
        place = self._named.places.country(token - 1) if token else None
        return place.code if place else None

    def _title(self, token: int) -> Title | None:
        syntax = self._named.syntax
        title = self._titles.standing(token, syntax.sentence(token)[1])
        if title is None or title.plural:
            return None
        owner = self._owner(token)
        if owner and not title.country and syntax.lower[token - 1] not in _OWNERS:
            return replace(title, country=owner)
        return title

    def _meant(self, title: Title, token: int) -> PersonEntry | None:
        candidates = self._fitting(title, self._bearers(title))
        if candidates:
            return self._nearest(title, candidates)
        before = self._named.syntax.lower[token - 1] if token else ""
        people = self._named.people.entries
        if title.key in roles.word_set("sole_offices") and before == "the" and self._home:
            for person in people:
                if person.country == self._home and not person.titles:
                    return person
        if title.country and not title.former:
            own = [p for p in people if p.country == title.country and not p.titles]
            return own[0] if len(own) == 1 else None
        return None

    def _bearers(self, title: Title) -> list[PersonEntry]:
        """Who bears a title, or a longer one of which it is a short form."""
        for found in (
            self._holders.get(title.key, []),
            self._by_noun(title),
            self._by_words(title),
            self._by_halves(title),
        ):
            people = list(found)
            if people:
                return people
        return []

    def _by_noun(self, title: Title) -> Iterator[PersonEntry]:
        """ "the Minister", who was named as "Minister of Trade"."""
        if len(title.key.split()) != 1:
            return
        for key, people in self._holders.items():
            if title.key == "president" and "vice" in key:
                continue
            if title.key in {key.split()[-1], key.split(" of ")[0].split()[-1]}:
                yield from people

    def _by_words(self, title: Title) -> Iterator[PersonEntry]:
        """ "the Trade Minister", who was named as "Minister of Trade and Energy"."""
        words = set(title.key.split())
        noun = title.key.split()[-1:]
        for key, people in self._holders.items():
            other = set(key.split())
            same_rank = other & _LOWER == words & _LOWER
            if words <= other and same_rank and key.split(" of ")[0].split()[-1:] == noun:
                yield from people

    def _by_halves(self, title: Title) -> Iterator[PersonEntry]:
        """ "the President-Chairman", who was named as "President"."""
        if "-" in title.text:
            for half in title.text.lower().split("-"):
                yield from self._holders.get(half.strip(), [])

    def _fitting(self, title: Title, people: list[PersonEntry]) -> list[PersonEntry]:
        """Those whose country and body are the title's, where it names them."""
        if title.country:
            people = [p for p in people if p.country in {title.country, None}]
        if title.body:
            inside = [p for p in people if any(t.body in {title.body, None} for t, _ in p.titles)]
            people = inside or people
        return people

    def _nearest(self, title: Title, people: list[PersonEntry]) -> PersonEntry:
        """The home country's, where several were named before; else the last one named."""
        seen = {id(p): p for p in people if id(p) in self._last_seen}
        if not seen:
            return people[0]
        own = [p for p in seen.values() if p.country == self._home]
        if len(own) == 1 and len(seen) > 1 and not title.country:
            return own[0]
        return max(seen.values(), key=lambda p: self._last_seen[id(p)])

    def _enter(self, title: Title, person: PersonEntry, token: int) -> None:
        if title.country and not person.titles:
            person.titles.append((title, (token, title.last)))
            self._holders.setdefault(title.key, []).append(person)
        for at in range(token, title.last):
            self.at[at] = person
        self._last_seen[id(person)] = token
