"""Who acts in a report: the people, bodies and countries, and who is meant by other words."""

from __future__ import annotations

from comity.data import countries, offices, roles
from comity.reading import groups, home, nationality, pronouns, sides, voice
from comity.reading.described import Described, titled
from comity.reading.meant import Meant, body, country_codes, join, nations, person, wording
from comity.reading.named import Named
from comity.reading.people import PersonEntry, PersonMention
from comity.reading.places import Place
from comity.reading.syntax import Syntax

_BESIDE_NAMES = {"counterpart", "counterparts", "colleague", "chair", "premier"}


class Cast:
    """People, bodies and countries of one report, and the meaning of words for them.

    `home` is the code of the country that the report is told from; `issuer` is who "we" is
    outside quotations; `main` are the sides of the story; `titled` and `described` tell whom the
    tokens of titles mean, beside a name and alone.
    """

    def __init__(self, syntax: Syntax) -> None:
        self.named = Named.find(syntax)
        self.syntax = syntax
        self.places = self.named.places
        self.bodies = self.named.bodies
        self.people = self.named.people
        nationality.settle_untitled(self.named)
        self.home = home.find(self.named)
        nationality.settle(self.named, self.home)
        pronouns.settle_gender(self.named)
        self.titled = titled(self.named)
        self.described = Described(self.named, self.home).at
        self.issuer = voice.issuer(self.named, self.home)
        self.main = sides.main(self.named)
        self._found: dict[int, Meant] = {}
        #: who speaks in each direct quotation, by its number; set when statements are read
        self.quoted_speakers: dict[int, Meant] = {}
        #: whom "the delegation" stands for at a token: names and codes, set when they are read
        self.delegated: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def refresh(self) -> None:
        """Forget what words were found to mean, after a country was settled."""
        self._found.clear()
        self.main = sides.main(self.named)

    # by name

    def person_named(self, name: str) -> PersonEntry | None:
        """The entry of a person by the fullest name."""
        return self.named.person(name)

    def countries(self, codes: list[str]) -> Meant:
        """Countries by code, as the report names them."""
        return nations(self.places, codes)

    def codes_of(self, name: str) -> tuple[str, ...]:
        """The country codes behind a person's, a body's or a country's name."""
        entry = self.named.person(name)
        if entry:
            return country_codes(entry.country)
        known = self.bodies.by_name(name)
        if known and known.country:
            return (known.country,)
        if known and name in self.issuer.names:
            return self.issuer.codes
        if known:
            return tuple(self.places.codes_within(*known.mentions[0]))
        for place in self.places.found:
            if place.sort in {"name", "adjective"} and self.places.name_of(place.code) == name:
                return place.codes[:1]
        return ()

    # by other words

    def resolve(self, token: int | None, *, alone: bool = False) -> Meant:
        """Whom the noun phrase with head `token` means, coordinated phrases included.

        `alone` leaves coordinated phrases out. An empty Meant (false) where it means no actor, or
        where there is no such phrase (None).
        """
        if token is None:
            return Meant()
        if alone:
            return self._one(token)
        parts = [self._one(t) for t in self._coordinated(token)]
        if not parts[0]:
            return Meant()
        return join([part for part in parts if part])

    def people_meant(self, token: int | None, *, alone: bool = False) -> list[str]:
        """The people whom a phrase means, by their fullest names."""
        return [name for name in self.resolve(token, alone=alone).names if self.named.person(name)]

    def two(self) -> Meant:
        """The two principals of the encounter: the first person, and the first of another side."""
        return sides.two(self.named, self.main)

    def turn_speaker(self, number: int) -> Meant:
        """Who speaks in paragraph `number` of a transcript."""
        return voice.turn_speaker(self.named, number)

    def last_subject(self, token: int) -> Meant:
        """The person who was the last subject before a token: who sent "the message"."""
        return pronouns.last_subject(self, token)

    def _coordinated(self, token: int) -> list[int]:
        """The heads of coordinated phrases, the first one's included."""
        mention = self.people.at(token)
        heads = range(mention.first, mention.last) if mention else range(token, token + 1)
        found = [token]
        for head in heads:
            for child in self.syntax.children(head, "conj"):
                if self.syntax.tags[child].startswith(("N", "PRP")) and child not in heads:
                    found.extend(self._coordinated(child))
        if mention:
            for other in self._listed(mention, self.syntax.sentence(token)[1]):
                if other.first not in found:
                    found.append(other.last - 1)
        return list(dict.fromkeys(found))

    def _listed(self, mention: PersonMention, end: int) -> list[PersonMention]:
        """Names after a name: a list of titled names is often parsed as one flat run."""
        lower, at = self.syntax.lower, mention.last
        found: list[PersonMention] = []
        while at < end and lower[at] in {",", "and"}:
            following = at + 1
            while following < end and lower[following] in {"and", ",", "the"}:
                following += 1
            other = next(
                (
                    m
                    for m in self.people.mentions()
                    if m.start <= following < m.last and m.start >= at
                ),
                None,
            )
            if other is None:
                break
            goes_on = other.last < end and lower[other.last] in {",", "and"}
            if lower[at] == "," and following == at + 1 and not goes_on:
                break
            found.append(other)
            at = other.last
        return found

    def _one(self, token: int) -> Meant:
        if token not in self._found:
            self._found[token] = Meant()  # guards against cycles
            self._found[token] = self._named_at(token) or self._find(token)
        return self._found[token]

    def _named_at(self, token: int) -> Meant:
        """The person whose name or title stands at a token, or a delegation that was read."""
        mention = self.people.at(token)
        if mention:
            return person(mention.entry)
        if token in self.described:
            return person(self.described[token])
        if token in self.titled and self.syntax.lower[token] in offices.heads():
            return person(self.titled[token])
        if token in self.delegated:
            names, codes = self.delegated[token]
            first, _ = self.syntax.phrase(token)
            return Meant(names, wording(self.syntax, first, token + 1), codes, True, "group")
        return self._beside(token) if self.syntax.lower[token] in _BESIDE_NAMES else Meant()

    def _beside(self, token: int) -> Meant:
        """ "his Norland counterpart Jan Hill", "the Chair of the delegation, X": the name."""
        apposed = self.syntax.children(token, "appos")
        for at in (*apposed, token + 1, self.syntax.heads[token]):
            mention = self.people.at(at)
            if mention:
                return person(mention.entry)
        return Meant()

    def _find(self, token: int) -> Meant:
        low = self.syntax.lower[token]
        if low in pronouns.WE_OR_I:
            return self._speaking(token)
        if low in pronouns.HE_OR_SHE:
            return pronouns.he_or_she(self, token)
        if low == "both" and self.syntax.deps[token] in {"nsubj", "nsubjpass"} and self.main:
            return self.two()
        if low in pronouns.THEY:
            return pronouns.they(self, token)
        if low in pronouns.IT:
            return pronouns.it(self, token)
        if low in {"who", "which", "that"}:
            return Meant()
        mention = self.bodies.at(token)
        if mention and self.syntax.lemmas[token] not in roles.word_set("members"):
            codes = country_codes(mention.country)
            return body(mention, codes or self.places.codes_within(mention.first, mention.last))
        place = self.places.at.get(token)
        if place and place.sort in {"name", "seat"}:
            return self.countries(list(place.codes))
        if place and place.sort == "city":
            return self._capital(token, place)
        return groups.group(self, token)

    def _capital(self, token: int, place: Place) -> Meant:
        """ "Moscow believes": a capital that acts stands for its country."""
        code = countries.capital_metonyms().get(self.syntax.plain(place.first, place.last))
        acts = self.syntax.deps[token] in {"nsubj", "conj"}
        return self.countries([code]) if code and code != "EUR" and acts else Meant()

    def _speaking(self, token: int) -> Meant:
        """Who "we" and "I" are: the quoted speaker, the turn's, the issuer."""
        syntax = self.syntax
        quoted = syntax.quoted[token]
        if quoted >= 0:
            return self.quoted_speakers.get(quoted, Meant())
        if syntax.paragraph(token).role == "turn":
            return self.turn_speaker(syntax.paragraph_of[token])
        country = self.countries([self.home]) if self.home else Meant()
        if self.issuer.sort == "person" and syntax.lower[token] not in {"i", "my", "me"}:
            return country or self.issuer
        return self.issuer or country
