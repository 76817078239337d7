"""Who acts in a report: people, bodies and countries, and who is meant by other words.

`Cast.resolve` answers, for the head word of a noun phrase, whom it names: "he", "the President",
"the two leaders", "the members of the National Assembly", "the United States".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from comity.data import bodies as body_facts
from comity.data import countries, offices
from comity.data.files import load_json
from comity.model.reading import Span
from comity.reading.bodies import Bodies, BodyMention
from comity.reading.dates import number
from comity.reading.people import People, PersonEntry, PersonMention
from comity.reading.places import Place, Places
from comity.reading.syntax import Syntax
from comity.reading.titles import Title, Titles

_SINGULAR = {"he", "she", "him", "her", "himself", "herself", "his", "hers"}
_PLURAL = {"they", "them", "their", "both", "themselves"}
_FIRST = {"we", "our", "us", "ourselves", "i", "my", "me"}
_MALE = {"king", "prince", "emir", "amir", "sultan", "mr", "mr.", "sir", "chairman", "sheikh"}
_FEMALE = {"queen", "princess", "ms", "ms.", "mrs", "mrs.", "chairwoman", "madam", "dame"}
_HEDGES = {"the", "both", "all", "two", "three", "four", "these", "those", "its"}
_HOSTILE = {"war", "aggression", "invasion", "attack", "strike", "threat", "regime", "militant", "program",
            "influence", "missile", "claim", "troop", "annexation", "occupation"}  # fmt: skip
_DECLARING = {"condemn", "welcome", "congratulate", "stand", "support", "urge", "commend", "reaffirm",
              "call", "express", "join", "remain", "applaud", "denounce", "extend", "thank"}  # fmt: skip
#: offices that a country has but one of
_SOLE = {"president", "prime minister", "king", "queen", "chancellor", "crown prince", "emir"}
_LOW = {"vice", "deputy", "assistant", "under"}
_STATE_NOUNS = {"government", "administration", "country", "nation", "cabinet"}
_LEADER = {
    "leader",
    "president",
    "minister",
    "premier",
    "counterpart",
    "colleague",
    "monarch",
    "guest",
}
_KINDS = {"party": "party", "parliament": "parliament", "ministry": "government"}
#: offices that only one country has under this name
_NATIONAL = {"secretary of state": "USA", "homeland security advisor": "USA", "attorney general": "USA",
             "secretary of homeland security": "USA", "secretary of the treasury": "USA",
             "pope": "VAT"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a noun phrase means.

    `names` are people's, bodies' or countries' names; `group` is the phrase as the text has it,
    where it names nobody ("two leaders"); `codes` are the countries behind them.
    """

    names: tuple[str, ...] = ()
    group: str | None = None
    codes: tuple[str, ...] = ()
    plural: bool = False
    sort: str = ""

    def __bool__(self) -> bool:
        return bool(self.names or self.group)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Names as speakers: the group's own words where it has no name."""
        return (self.group,) if self.group else self.names


@dataclass(slots=True)
class _Turn:
    """What the story is about at a point: the last subjects, for pronouns."""

    single: PersonEntry | None = None
    female: PersonEntry | None = None
    male: PersonEntry | None = None
    plural: Meant = field(default_factory=Meant)


class Cast:
    """People, bodies and countries of one report, and the meaning of words for them."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.places = Places(syntax)
        self.bodies = Bodies(syntax, self.places)
        self.people = People(syntax, self.places, self.bodies)
        self._titles = Titles(syntax, self.places, self.bodies)
        groups = load_json("groups.json")
        self._human = frozenset(groups["human"])
        self._leaders = frozenset(groups["leaders"])
        self._members = frozenset(groups["members"])
        self._only_untitled()
        self.home = self._home()
        for person in self.people.entries:
            person.country = self._person_country(person)
        self._gender()
        self._described: dict[int, PersonEntry] = {}
        self.titled = self._title_tokens()
        self._describe()
        self.issuer: Meant = self._issuer()
        self.main: Meant = self._main()
        self._cache: dict[int, Meant] = {}
        #: who speaks in each direct quotation, by its number; set when statements are read
        self.quoted_speakers: dict[int, Meant] = {}
        #: whom "the delegation" stands for at a token: names and codes, set when they are read
        self.delegated: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    # countries

    def _only_untitled(self) -> None:
        """ "The President of Russia noted": the only person without a title comes from there."""
        syntax = self.syntax
        bare = [p for p in self.people.entries if not p.titles and not p.country]
        known = {t.country for p in self.people.entries for t, _ in p.titles} - {None}
        if len(bare) != 1:
            return
        for place in self.places.found:
            if place.code in known or place.sort == "city":
                continue
            after = syntax.lower[place.last : place.last + 1]
            before = syntax.lower[max(0, place.first - 3) : place.first]
            leader = {"president", "leader", "minister", "king"}
            if (place.sort == "adjective" and set(after) & leader) or (
                "of" in before[-2:] and set(before) & leader
            ):
                bare[0].country = place.code
                return

    def _home(self) -> str | None:
        """The country that the report is told from, whose people need no nationality.

        Told by the publisher, the dateline, seats of power and offices that only one country has;
        else by how often it is named. A country whose people are introduced with their nationality
        at the beginning is the other side's.
        """
        scores: Counter[str] = Counter()
        for place in self.places.found:
            weight = self._home_weight(place)
            for code in place.codes:
                scores[code] += weight
        signs = self._own_signs()
        for code in signs:
            scores[code] += 20
        bare = [
            p
            for p in self.people.entries
            if not p.country and not any(t.country for t, _ in p.titles)
        ]
        seats_named = {code for p in self.places.found if p.sort == "seat" for code in p.codes}
        if bare:
            for code in self._introduced() - seats_named - set(signs):
                scores[code] -= 100
        allowed = {*signs, *seats_named, *self._opening()}
        scores = Counter({code: score for code, score in scores.items() if code in allowed})
        best = [code for code, score in scores.most_common(1) if score > 0]
        return best[0] if best else None

    def _home_weight(self, place: Place) -> int:
        """How much a mention speaks for the teller's own country: a topic's country counts little."""
        lower, lemmas = self.syntax.lower, self.syntax.lemmas
        if place.sort == "city":
            return 0
        if place.sort == "seat":
            return 4
        before = lower[max(0, place.first - 2) : place.first]
        if before[-1:] == ["the"]:
            before = lower[max(0, place.first - 3) : place.first - 1]
        after = lemmas[place.last : place.last + 5]
        if (
            _HOSTILE & set(after)
            or before[-1:]
            and before[-1] in {"in", "against", "on", "into", "from"}
        ):
            return 0
        return (
            3
            if self.syntax.deps[place.last - 1] in {"nsubj", "poss"} or len(place.codes) > 1
            else 1
        )

    def _opening(self) -> list[str]:
        """Countries that the title or the first three sentences name."""
        starts = [first for first, _ in self.syntax.body_sentences()][:3]
        end = self.syntax.sentence(starts[-1])[1] if starts else 0
        return self.places.codes_within(0, end)

    def _own_signs(self) -> list[str]:
        """Countries that publisher, dateline and offices without a nationality point to."""
        syntax, signs = self.syntax, []
        line = syntax.parsed.dateline
        if line and line.place and line.place in countries.cities():
            signs.append(countries.cities()[line.place])
        agencies = body_facts.agencies()
        for name in (syntax.parsed.report.publisher, line.agency if line else None):
            fact = agencies.get((name or "").upper())
            if fact and fact.country:
                signs.append(fact.country)
        for person in self.people.entries:
            for title, _ in person.titles:
                if title.key in _NATIONAL and not title.country:
                    signs.append(_NATIONAL[title.key])
        if self._is_readout():
            signs.append("USA")
        for place in self.places.found:
            verb = syntax.heads[place.last - 1]
            if (
                place.sort == "name"
                and syntax.deps[place.last - 1] == "nsubj"
                and (syntax.tags[verb] in {"VBZ", "VBP"} and syntax.lemmas[verb] in _DECLARING)
            ):
                signs.append(place.code)
                break
        for token, low in enumerate(syntax.lower):
            if low == "administration" and syntax.words[token][0].isupper():
                signs.append("USA")
                break
        return signs

    def _is_readout(self) -> bool:
        """The White House's form of title: "Readout of President X's Call with …"."""
        lower = self.syntax.lower
        if not self.syntax.parsed.paragraphs or lower[:2] != ["readout", "of"]:
            return False
        words = " ".join(lower[2:9])
        own = ("president", "vice president", "national security advisor", "principal deputy",
               "homeland security advisor", "jake sullivan")  # fmt: skip
        return words.startswith(own) or words.startswith(tuple("the " + w for w in own))

    def _introduced(self) -> set[str]:
        """Countries of the people whom the title or the first sentences introduce as foreign."""
        starts = [first for first, _ in self.syntax.body_sentences()][:2]
        end = self.syntax.sentence(starts[-1])[1] if starts else 0
        found: set[str] = set()
        for person in self.people.entries:
            if min(person.mentions)[0] >= end:
                continue
            found.update(
                t.country
                for t, span in person.titles
                if t.country and span[0] < end and "ambassador" not in t.key
            )
            if person.country:
                found.add(person.country)
        return found

    def _person_country(self, person: PersonEntry) -> str | None:
        if person.country:
            return person.country
        for title, _ in person.titles:
            if title.country:
                return title.country
        for title, _ in person.titles:
            body = self.bodies.by_name(title.body) if title.body else None
            if body and body.country:
                return body.country
        if any(
            (body := self.bodies.by_name(t.body)) and body.kind == "armed group"
            for t, _ in person.titles
            if t.body
        ) or self._accused(person):
            return None
        for title, _ in person.titles:
            if title.key == "pope":
                return "VAT"
        if person.body_countries:
            return person.body_countries[0]
        if (
            self.home
            and any(t.key in _SOLE for t, _ in person.titles)
            and not self._house_style(person)
        ):
            return self._met_abroad(person) or self._other_side(person)
        return self.home

    def _house_style(self, person: PersonEntry) -> bool:
        """ "President Biden": the first leader, known by the family name alone, is the teller's own."""
        leaders = [p for p in self.people.entries if {t.key for t, _ in p.titles} & _SOLE]
        return len(person.parts) == 1 and bool(leaders) and leaders[0] is person

    def _accused(self, person: PersonEntry) -> bool:
        """ "President Putin's illegal war": somebody told of as an adversary, not the teller's own."""
        for first, last in person.mentions:
            owner = self.syntax.lower[last : last + 1]
            if (
                owner
                and owner[0] in {"'s", "’s", "’"}
                and _HOSTILE & set(self.syntax.lemmas[last + 1 : last + 5])
            ):
                return True
        return False

    def _met_abroad(self, person: PersonEntry) -> str | None:
        """A head of state who is met or spoken of, in a sentence that names one other country."""
        syntax = self.syntax
        for first, last in person.mentions:
            if syntax.paragraph(first).role == "title":
                continue
            start, end = syntax.sentence(first)
            if any(syntax.deps[t].startswith("nsubj") for t in range(first, last)):
                return None
            codes = self.places.codes_within(start, end, cities=True)
            others = any(start <= m.first < first for m in self.people.mentions())
            foreign = any(
                start <= m.first < end and any(t.country for t, _ in m.entry.titles)
                for m in self.people.mentions()
            )
            if self.home in codes or foreign:
                return None
            return codes[0] if len(codes) == 1 and (others or start < first - 4) else None
        return None

    def _other_side(self, person: PersonEntry) -> str | None:
        """A second President cannot be the home country's: he is the other side's, if there is one."""
        keys = {t.key for t, _ in person.titles} & _SOLE
        if self._among_many(person):
            return None
        for other in self.people.entries:
            if other is person:
                return self.home
            if not other.country or other.country == self.home:
                if keys & {t.key for t, _ in other.titles}:
                    counts = self.places.counts()
                    counts.pop(str(self.home), None)
                    sides = counts.most_common(2)
                    if len(sides) > 1 and sides[0][1] < 2 * sides[1][1]:
                        return None
                    return sides[0][0] if sides else None
        return self.home

    def _among_many(self, person: PersonEntry) -> bool:
        """One of several leaders in a list ("President A, President B, and Prime Minister C")."""
        first = self.syntax.sentence_of[min(person.mentions)[0]]
        peers = [
            other
            for other in self.people.entries
            if self.syntax.sentence_of[min(other.mentions)[0]] == first
            and {t.key for t, _ in other.titles} & _SOLE
            and not other.body_countries
            and not any(t.country for t, _ in other.titles)
        ]
        return len(peers) > 2 and peers[0] is not person

    def _title_tokens(self) -> dict[int, PersonEntry]:
        """Tokens of titles that stand beside a name: "the Minister of X, NAME" means NAME."""
        found: dict[int, PersonEntry] = {}
        ends = {m.last: m for m in self.people.mentions()}
        starts = {m.first: m for m in self.people.mentions()}
        for person in self.people.entries:
            for title, (first, last) in person.titles:
                beside = (last in ends and ends[last].entry is person) or any(
                    t in starts and starts[t].entry is person
                    for t in range(first, min(last, first + 3))
                )
                if beside:
                    for token in range(title.first, title.last):
                        found.setdefault(token, person)
        return found

    # people by other words

    def _gender(self) -> None:
        for person in self.people.entries:
            words = {w for title, _ in person.titles for w in title.key.split()}
            for first, _ in person.mentions:
                words.add(self.syntax.lower[first - 1] if first else "")
                words.add(self.syntax.lower[first - 2] if first > 1 else "")
            if words & _FEMALE:
                person.female = True
            elif words & _MALE:
                person.female = False

    def _describe(self) -> None:
        """ "the Vice President", "the First Deputy Chairman of the Party": who that is."""
        syntax = self.syntax
        heads = offices.heads()
        keys: dict[str, list[PersonEntry]] = {}
        for person in self.people.entries:
            for title, _ in person.titles:
                keys.setdefault(title.key, []).append(person)
        last_seen: dict[int, int] = {}
        person_starts = {m.first: m for m in self.people.mentions()}
        covered = {token for m in person_starts.values() for token in range(m.start, m.last)}
        for token in range(len(syntax.words)):
            mention = person_starts.get(token)
            if mention:
                last_seen[id(mention.entry)] = token
            if token in covered or token in self._described:
                continue
            if syntax.lower[token] not in heads and not (
                syntax.lower[token] in offices.word_set("modifiers")
                and syntax.words[token][0].isupper()
            ):
                continue
            before = syntax.lower[token - 1] if token else ""
            owner = self.places.country(token - 1) if token else None
            if before not in {"the", "his", "her", "our", "'s", "’s", "their"} and not owner:
                if not (before == "and" and (token - 2) in self._described):
                    continue
            _, end = syntax.sentence(token)
            title = self._titles.standing(token, end)
            if title is None or title.plural:
                continue
            if owner and not title.country and before not in {"'s", "’s"}:
                title = replace(title, country=owner.code)
            person = self._by_title(title, keys, last_seen, before)
            if person is None and title.country:
                person = self._untitled(title)
            if person is not None and title.country and not person.titles:
                person.titles.append((title, (token, title.last)))
                keys.setdefault(title.key, []).append(person)
            if person is not None:
                for at in range(token, title.last):
                    self._described[at] = person
                last_seen[id(person)] = token

    def _untitled(self, title: Title) -> PersonEntry | None:
        """ "The President of Russia" where nobody bears that title: his country's only person."""
        people = [p for p in self.people.entries if p.country == title.country and not p.titles]
        return people[0] if len(people) == 1 and not title.former else None

    def _by_title(
        self,
        title: Title,
        keys: dict[str, list[PersonEntry]],
        last_seen: dict[int, int],
        before: str,
    ) -> PersonEntry | None:
        candidates = list(keys.get(title.key, []))
        if not candidates and len(title.key.split()) == 1:
            candidates = [
                person
                for key, people in keys.items()
                if key.split()[-1] == title.key or key.split(" of ")[0].split()[-1] == title.key
                for person in people
                if not (title.key == "president" and "vice" in key)
            ]
        if not candidates:
            words = set(title.key.split())
            low = words & _LOW
            candidates = [
                person
                for key, people in keys.items()
                if words <= set(key.split())
                and (set(key.split()) & _LOW == low)
                and title.key.split()[-1] in key.split(" of ")[0].split()[-1:]
                for person in people
            ]
        if not candidates and "-" in title.text:
            halves = title.text.lower().split("-")
            candidates = [p for half in halves for p in keys.get(half.strip(), [])]
        if title.country:
            candidates = [p for p in candidates if p.country in {title.country, None}]
        if title.body:
            fitting = [
                p for p in candidates if any(t.body in {title.body, None} for t, _ in p.titles)
            ]
            candidates = fitting or candidates
        if not candidates and title.key in _SOLE and before == "the" and self.home:
            candidates = [
                p for p in self.people.entries if p.country == self.home and not p.titles
            ][:1]
        if not candidates:
            return None
        seen = [p for p in candidates if id(p) in last_seen]
        if not seen:
            return candidates[0]
        own = [p for p in seen if p.country == self.home]
        if len({id(p) for p in own}) == 1 and len({id(p) for p in seen}) > 1 and not title.country:
            return own[0]
        return max(seen, key=lambda p: last_seen[id(p)])

    # the report's own voice

    def _issuer(self) -> Meant:
        """Who "we" is outside quotations: the issuer that the title or a byline names."""
        syntax = self.syntax
        for paragraph in syntax.parsed.paragraphs:
            if paragraph.role == "byline":
                for mention in self.people.mentions():
                    if paragraph.first <= mention.first < paragraph.last:
                        return self._person(mention.entry)
        we = [
            t
            for t, low in enumerate(syntax.lower)
            if low in {"we", "i"} and syntax.quoted[t] < 0 and syntax.paragraph(t).role != "turn"
        ]
        if not we:
            return Meant()
        listed = self._apposed(we[0]) or self._released_by()
        if listed:
            return listed
        for paragraph in syntax.parsed.paragraphs[:2]:
            if paragraph.role not in {"title", "byline"}:
                continue
            first, last = self._issuing_part(paragraph.first, paragraph.last)
            people = [m for m in self.people.mentions() if first <= m.first < last]
            if people:
                return _join([self._person(m.entry) for m in people])
            for mention in self.bodies.mentions():
                if first <= mention.first < last and mention.entry.kind != "armed group":
                    return Meant((mention.name,), None, _codes(mention.country), True, "body")
            codes = self.places.codes_within(first, last)
            if codes:
                return self.countries(codes)
        return self.countries([self.home]) if self.home else Meant()

    def _issuing_part(self, first: int, last: int) -> Span:
        """The part of a title that names who speaks: before "on …", "regarding …", a dash."""
        lower = self.syntax.lower
        for token in range(first + 1, last):
            if lower[token] in {
                "on",
                "regarding",
                "following",
                "about",
                "marking",
                "–",
                "—",
                "in",
                "for",
            }:
                return first, token
        return first, last

    def _released_by(self) -> Meant | None:
        """ "The following statement was released by the Governments of A and B": they speak."""
        syntax = self.syntax
        for first, last in syntax.parsed.sentences[:8]:
            for token in range(first, min(last, first + 30)):
                if syntax.lower[token] in {"released", "issued", "made"} and (
                    "by" in syntax.lower[token : token + 4]
                    and {"statement", "text", "communique", "communiqué", "declaration"}
                    & set(syntax.lower[first:token])
                ):
                    codes = self.places.codes_within(token, last)
                    if len(codes) > 1:
                        return self.countries(codes)
        return None

    def _apposed(self, we: int) -> Meant | None:
        """ "We, the Foreign Ministers of A and B," or "We — X of A, Y of B — met"."""
        syntax = self.syntax
        _, end = syntax.sentence(we)
        following = syntax.lower[we + 1] if we + 1 < end else ""
        if syntax.lower[we] != "we" or following not in {",", "the", "–", "—"}:
            return None
        stop = next(
            (
                t
                for t in range(we + 1, end)
                if syntax.tags[t] in {"VBP", "VBD", "MD", "VBZ"}
                and syntax.deps[t] not in {"relcl", "acl"}
            ),
            end,
        )
        codes = self.places.codes_within(we, stop)
        if any(we < m.first < stop for m in self.people.mentions()):
            title = syntax.parsed.paragraphs[0]
            for mention in self.bodies.mentions():
                if title.role == "title" and title.first <= mention.first < title.last:
                    return Meant((mention.name,), None, tuple(codes), True, "body")
        if len(codes) < 2:
            return None
        of = next((t for t in range(we + 1, stop) if syntax.lower[t] == "of"), stop)
        first = we + 1 + (following == ",")
        group = self._as_written(first, of) if of - first < 9 else None
        names = self.countries(codes)
        return Meant(names.names, group, names.codes, True, "group")

    def _main(self) -> Meant:
        """The people whom "the leaders" means: those of the first encounter-like sentence."""
        syntax = self.syntax
        for first, last in syntax.body_sentences():
            people = []
            for mention in self.people.mentions():
                if first <= mention.first < last and mention.entry not in people:
                    people.append(mention.entry)
            sides = {p.country for p in people}
            if len(people) >= 2 and (len(sides) >= 2 or len(people) >= 3 or first == self._story()):
                return _join([self._person(p) for p in people])
        title = syntax.parsed.paragraphs[0] if syntax.parsed.paragraphs else None
        spans = [(title.first, title.last)] if title and title.role == "title" else []
        for first, last in [*spans, *list(syntax.body_sentences())[:2]]:
            codes = self._paired(first, last)
            if len(codes) >= 2:
                return self.countries(codes)
        return Meant()

    def _story(self) -> int:
        """The first token of the story."""
        return next((first for first, _ in self.syntax.body_sentences()), 0)

    def _paired(self, first: int, last: int) -> list[str]:
        """Countries that stand as sides: subjects, "A-B", "between A and B", owners."""
        syntax = self.syntax
        codes: list[str] = []
        for place in self.places.within(first, last, "name", "adjective", "seat"):
            token = place.last - 1
            chain = {token, syntax.heads[token]}
            sided = (
                len(place.codes) > 1
                or any(syntax.deps[t] in {"nsubj", "nsubjpass", "poss"} for t in chain)
                or {"between", "by", "of", "from", "with"}
                & set(syntax.lower[max(first, place.first - 4) : place.first])
            )
            joined = (
                codes
                and syntax.lower[place.first - 1] in {",", "and", "the"}
                and self.places.at.get(place.first - 2 - (syntax.lower[place.first - 1] == "the"))
            )
            if sided or joined:
                codes.extend(code for code in place.codes if code not in codes)
        return codes

    def two(self) -> Meant:
        """The two principals of the encounter: the first person, and the first of another side."""
        people = [p for name in self.main.names if (p := self.person_named(name))]
        if len(people) <= 2:
            return self.main
        other = next((p for p in people[1:] if p.country != people[0].country), people[1])
        return _join([self._person(people[0]), self._person(other)])

    def countries(self, codes: list[str]) -> Meant:
        """Countries by code, as the report names them."""
        return Meant(
            tuple(self.places.name_of(code) for code in codes),
            None,
            tuple(codes),
            len(codes) > 1,
            "country",
        )

    def _person(self, entry: PersonEntry) -> Meant:
        return Meant((entry.name,), None, _codes(entry.country), False, "person")

    def codes_of(self, name: str) -> tuple[str, ...]:
        """The country codes behind a person's, a body's or a country's name."""
        for person in self.people.entries:
            if person.name == name:
                return _codes(person.country)
        for body in self.bodies.entries:
            if body.name == name:
                if body.country:
                    return (body.country,)
                if name in self.issuer.names:
                    return self.issuer.codes
                first, last = body.mentions[0]
                return tuple(self.places.codes_within(first, last))
        for place in self.places.found:
            if place.sort in {"name", "adjective"} and self.places.name_of(place.code) == name:
                return place.codes[:1]
        return ()

    def person_named(self, name: str) -> PersonEntry | None:
        """The entry of a person by the fullest name."""
        return next((p for p in self.people.entries if p.name == name), None)

    def refresh(self) -> None:
        """Forget what words were found to mean, after a country was settled."""
        self._cache.clear()
        self.main = self._main()

    # resolving

    def resolve(self, token: int, *, alone: bool = False) -> Meant:
        """Whom the noun phrase with head `token` means, coordinated phrases included.

        `alone` leaves coordinated phrases out. An empty Meant (false) where it means no actor.
        """
        if alone:
            return self._one(token)
        parts = [self._one(t) for t in self._coordinated(token)]
        if parts and not parts[0]:
            return Meant()
        parts = [part for part in parts if part]
        return _join(parts) if parts else Meant()

    def _coordinated(self, token: int) -> list[int]:
        found = [token]
        mention = self.people.at(token)
        heads = {token}
        if mention:
            heads = set(range(mention.first, mention.last))
        for head in sorted(heads):
            for child in self.syntax.children(head, "conj"):
                if self.syntax.tags[child].startswith(("N", "PRP")) and child not in heads:
                    found.extend(self._coordinated(child))
        if mention is None:
            return found
        # a list of titled names is often parsed as one flat run
        at = mention.last
        syntax = self.syntax
        _, end = syntax.sentence(token)
        while at < end and syntax.lower[at] in {",", "and"}:
            nxt = at + 1
            while nxt < end and syntax.lower[nxt] in {"and", ",", "the"}:
                nxt += 1
            other = next(
                (m for m in self.people.mentions() if m.start <= nxt < m.last and m.start >= at),
                None,
            )
            if other is None:
                break
            if syntax.lower[at] == "and" or nxt > at + 1 or self._closes(other, end):
                if other.first not in found and other.last - 1 not in found:
                    found.append(other.last - 1)
            else:
                break
            at = other.last
        return list(dict.fromkeys(found))

    def _closes(self, mention: PersonMention, end: int) -> bool:
        """A name after a comma is a list's member where an "and" with a name follows."""
        return mention.last < end and self.syntax.lower[mention.last] in {",", "and"}

    def _one(self, token: int) -> Meant:
        if token not in self._cache:
            self._cache[token] = Meant()  # guards against cycles
            self._cache[token] = self._find(token)
        return self._cache[token]

    def _find(self, token: int) -> Meant:
        syntax = self.syntax
        low = syntax.lower[token]
        mention = self.people.at(token)
        if mention:
            return self._person(mention.entry)
        if token in self._described:
            return self._person(self._described[token])
        if token in self.titled and self.syntax.lower[token] in offices.heads():
            return self._person(self.titled[token])
        if token in self.delegated:
            names, codes = self.delegated[token]
            first, last = self.syntax.phrase(token)
            return Meant(names, self._as_written(first, token + 1), codes, True, "group")
        if low in {"counterpart", "counterparts", "colleague", "chair", "premier"}:
            beside = self._beside(token)
            if beside:
                return beside
        if low in _FIRST:
            return self._speaking(token)
        if low in _SINGULAR:
            return self._singular(token)
        if low == "both" and self.syntax.deps[token] in {"nsubj", "nsubjpass"} and self.main:
            return self.two()
        if low in _PLURAL:
            return self._plural(token)
        if low == "who" or low == "which" or low == "that":
            return Meant()
        if low in {"it", "its"}:
            return self._neuter(token)
        body = self.bodies.at(token)
        if body and syntax.lemmas[token] not in self._members:
            codes = _codes(body.country) or tuple(self.places.codes_within(body.first, body.last))
            return Meant((body.name,), None, codes, False, "body")
        place = self.places.country(token)
        if place and place.sort in {"name", "seat"}:
            codes = place.codes
            return self.countries(list(codes))
        place = self.places.at.get(token)
        if place and place.sort == "city":
            capital = countries.capital_metonyms().get(syntax.plain(place.first, place.last))
            if capital and syntax.deps[token] in {"nsubj", "conj"} and capital != "EUR":
                return self.countries([capital])
            return Meant()
        return self._group(token)

    def _beside(self, token: int) -> Meant:
        """ "his Venezuelan counterpart Yvan Gil", "the Chair of the delegation, X": the name beside."""
        for child in self.syntax.children(token, "appos"):
            mention = self.people.at(child)
            if mention:
                return self._person(mention.entry)
        mention = self.people.at(token + 1) or self.people.at(self.syntax.heads[token])
        return self._person(mention.entry) if mention else Meant()

    def _speaking(self, token: int) -> Meant:
        """Who "we" and "I" are: the quoted speaker (set by the caller), the turn's, the issuer."""
        syntax = self.syntax
        quoted = syntax.quoted[token]
        if quoted >= 0:
            return self.quoted_speakers.get(quoted, Meant())
        if syntax.paragraph(token).role == "turn":
            return self.turn_speaker(syntax.paragraph_of[token])
        home = self.countries([self.home]) if self.home else Meant()
        if self.issuer.sort == "person" and syntax.lower[token] not in {"i", "my", "me"}:
            return home or self.issuer
        return self.issuer or home

    def turn_speaker(self, number: int) -> Meant:
        """Who speaks in a transcript's turn: whom the label before it names."""
        paragraphs = self.syntax.parsed.paragraphs
        turn = paragraphs[number]
        while number > 0 and paragraphs[number].role == "turn":
            number -= 1
        label = paragraphs[number]
        for mention in self.people.mentions():
            if label.role == "label" and label.first <= mention.first < label.last:
                return self._person(mention.entry)
        folded = (turn.speaker or "").casefold()
        for person in self.people.entries:
            last = person.parts[-1] if person.parts else ""
            if person.name.casefold() in folded or (last and last in folded.split()):
                return self._person(person)
        return Meant()

    def _singular(self, token: int) -> Meant:
        """ "he", "she": the last subject that fits; else the last person named."""
        syntax = self.syntax
        female = syntax.lower[token] in {"she", "her", "hers", "herself"}
        sentence = syntax.sentence_of[token]
        others: list[PersonEntry] = []
        for number in range(sentence, max(-1, sentence - 6), -1):
            first, last = syntax.parsed.sentences[number]
            for at in range(min(last, token) - 1, first - 1, -1):
                if syntax.lower[at] in {"he", "she"} and syntax.deps[at] == "nsubj":
                    found = self._one(at)
                    if found and (syntax.lower[at] == "she") == female:
                        return found
                person = self._person_at(at)
                if person is None or (person.female is not None and person.female != female):
                    continue
                if syntax.deps[self._head_of(at)] in {"nsubj", "nsubjpass"}:
                    return self._gendered(person, female)
                others.append(person)
        return self._gendered(others[0], female) if others else Meant()

    def last_subject(self, token: int) -> Meant:
        """The person who was the last subject before a token: who sent "the message"."""
        syntax = self.syntax
        for at in range(token - 1, max(-1, token - 120), -1):
            person = self._person_at(at)
            if person and syntax.deps[self._head_of(at)] == "nsubj":
                return self._person(person)
        return Meant()

    def _gendered(self, person: PersonEntry, female: bool) -> Meant:
        if person.female is None:
            person.female = female
        return self._person(person)

    def _head_of(self, token: int) -> int:
        """The head of the person's mention that a token belongs to."""
        mention = self.people.at(token)
        if mention is None:
            head = token
            while self.syntax.heads[head] in self._described and self.syntax.heads[head] != head:
                head = self.syntax.heads[head]
            return head
        for at in range(mention.last - 1, mention.first - 1, -1):
            if not mention.first <= self.syntax.heads[at] < mention.last:
                return at
        return mention.last - 1

    def _person_at(self, token: int) -> PersonEntry | None:
        mention = self.people.at(token)
        if mention:
            return mention.entry
        return self._described.get(token) or self.titled.get(token)

    def _plural(self, token: int) -> Meant:
        """ "they": the last plural subject; failing that, the people of the encounter."""
        syntax = self.syntax
        sentence = syntax.sentence_of[token]
        for number in range(sentence, max(-1, sentence - 5), -1):
            first, last = syntax.parsed.sentences[number]
            for at in range(min(last, token) - 1, first - 1, -1):
                if syntax.deps[at] not in {"nsubj", "nsubjpass"} or at == token:
                    continue
                if syntax.lower[at] in _PLURAL | _SINGULAR | _FIRST:
                    if syntax.lower[at] in _PLURAL and syntax.lower[at] != "their":
                        found = self._one(at)
                        if found:
                            return found
                    continue
                if number == sentence and not self._commands(at, token):
                    continue
                found = self.resolve(at)
                if found and (found.plural or len(found.names) > 1):
                    return found
                if not found and number == sentence and syntax.tags[at] == "NNS":
                    return Meant()
        return self.two() if syntax.lower[token] == "both" else self.main

    def _commands(self, subject: int, pronoun: int) -> bool:
        """Whether a subject in the same sentence stands before the pronoun's clause."""
        return subject < pronoun

    def _neuter(self, token: int) -> Meant:
        """ "it", "its": the country or body named last before it, a subject or owner first."""
        syntax = self.syntax
        sentence = syntax.sentence_of[token]
        near: Meant = Meant()
        for number in range(sentence, max(-1, sentence - 2), -1):
            first, last = syntax.parsed.sentences[number]
            for at in range(min(last, token) - 1, first - 1, -1):
                body, place = self.bodies.at(at), self.places.country(at)
                if not body and not (place and place.sort in {"name", "seat"}):
                    continue
                if syntax.deps[at] in {"nsubj", "nsubjpass", "poss"} and number < sentence:
                    return self._one(at)
                near = near or self._one(at)
            if near:
                return near
        return near

    def _group(self, token: int) -> Meant:
        """A group by a common noun: "the two leaders", "U.S. officials", "members of X"."""
        syntax = self.syntax
        lemma = syntax.lemmas[token]
        if (
            lemma in offices.heads()
            and syntax.words[token][0].isupper()
            and (syntax.tags[token] == "NNP" and syntax.lower[syntax.parsed.lefts[token]] == "the")
        ):
            first, last = syntax.phrase(token)
            return Meant((), self._as_written(first, token + 1), (), False, "office")
        if lemma not in self._human:
            return Meant()
        plural = syntax.tags[token] in {"NNS", "NNPS"} or lemma in {"delegation", "mps"}
        first, last = syntax.phrase(token)
        group = self._as_written(first, last)
        if lemma in {"partner", "ally"} and not self.places.codes_within(first, token + 1):
            return Meant((), group, (), True, "group")
        if lemma in self._members:
            body = self._body_of(token)
            if body:
                group = self._members_called(body, token) or group
                return Meant((body.name,), group, _codes(body.country), True, "members")
        codes = self.places.codes_within(first, token + 1)
        if plural and len(codes) < 2:
            if syntax.prepositions(token, "of", "from", "representing"):
                _, stop = syntax.sentence(token)
                verb = next(
                    (
                        t
                        for t in range(token + 1, stop)
                        if syntax.tags[t] in {"VBD", "VBP", "VBZ", "MD"}
                    ),
                    syntax.subtree(token)[1],
                )
                codes = self.places.codes_within(token, verb) or codes
        determiner = syntax.lower[first]
        owner = syntax.child(token, "poss")
        if owner is not None and not plural and lemma in _STATE_NOUNS:
            behind = self._one(owner).codes
            if behind:
                return self.countries([behind[0]])
        if lemma in {"government", "administration", "authority", "ministry", "military", "army"}:
            if codes:
                return Meant(
                    (self.places.name_of(codes[0]),), None, tuple(codes), plural, "country"
                )
            if plural:
                meant = self._all_countries()
                return Meant(meant.names, group, meant.codes, True, "country") if meant else Meant()
            return Meant((), None, (), False)
        if codes and not plural and lemma in _LEADER:
            person = self._leader_of(codes[0])
            if person:
                return self._person(person)
        if codes:
            names = self.countries(codes)
            return Meant(names.names, group, names.codes, plural, "group")
        kind = _KINDS.get(lemma)
        if plural and kind and determiner in _HEDGES:
            bodies = [e for e in self.bodies.entries if e.kind == kind and e.mentions]
            count = number(syntax.lower[token - 1 : token])
            if len(bodies) == (2 if determiner == "both" else count or 0) or (
                kind == "party" and len(bodies) == 2
            ):
                codes = [e.country for e in bodies if e.country]
                return Meant(tuple(e.name for e in bodies), group, tuple(codes), True, "group")
        if plural and lemma in {"country", "nation", "state", "government"}:
            if not set(syntax.lower[first:token]) & {
                "two",
                "three",
                "four",
                "five",
                "both",
                "our",
                "the",
            }:
                return Meant()
            meant = self._all_countries()
            return Meant(meant.names, group, meant.codes, True, "country") if meant else Meant()
        holders = (
            self._holders(lemma) if plural and determiner in _HEDGES | {"two", "our"} else None
        )
        if holders:
            return Meant(holders.names, group, holders.codes, True, "group")
        if plural and determiner in _HEDGES | {"two", "our"}:
            main = (
                self.two() if {"two", "both"} & set(syntax.lower[first : token + 1]) else self.main
            )
            if lemma in self._members and not main:
                return Meant((), group, (), True, "group")
            return Meant(main.names, group, main.codes, True, "group")
        if plural and first == token:
            return Meant((), group, (), True, "group")
        if plural:
            return Meant((), group, (), True, "group")
        return Meant()

    def _leader_of(self, code: str) -> PersonEntry | None:
        """ "the Russian leader": the person of the encounter who comes from there."""
        for name in self.main.names:
            person = self.person_named(name)
            if person and person.country == code:
                return person
        return None

    def _holders(self, lemma: str) -> Meant | None:
        """ "The two Presidents": the people who hold that office, where there are two or three."""
        if lemma not in offices.heads() or lemma in {"leader", "official", "head"}:
            return None
        people = [
            p
            for p in self.people.entries
            if any(
                t.key.split(" of ")[0].split()[-1:] == [lemma] and "vice" not in t.key
                for t, _ in p.titles
            )
        ]
        return _join([self._person(p) for p in people]) if 2 <= len(people) <= 3 else None

    def _all_countries(self) -> Meant:
        """The countries that "the three countries" means: those of the main people or the title."""
        if self.main.codes and len(set(self.main.codes)) > 1:
            return self.countries(list(dict.fromkeys(self.main.codes)))
        if len(self.issuer.codes) > 1:
            return self.countries(list(self.issuer.codes))
        title = self.syntax.parsed.paragraphs[0] if self.syntax.parsed.paragraphs else None
        if title and title.role == "title":
            codes = self.places.codes_within(title.first, title.last)
            if len(codes) > 1:
                return self.countries(codes)
        return Meant()

    def _body_of(self, token: int) -> BodyMention | None:
        """The body that members belong to: "members of the X", "National Assembly members"."""
        for prep in self.syntax.prepositions(token, "of", "from"):
            body = self.bodies.at(prep)
            if body:
                return body
        for at in range(self.syntax.parsed.lefts[token], token):
            body = self.bodies.at(at)
            if body:
                return body
        if self.syntax.lemmas[token] in {"parliamentarian", "mp", "deputy", "lawmaker", "member"}:
            return self._last_members(token)
        return None

    def _members_called(self, body: BodyMention, token: int) -> str | None:
        """What the report called the same members when it named their body last."""
        syntax = self.syntax
        called = None
        for at, lemma in enumerate(syntax.lemmas):
            if lemma not in self._members or syntax.tags[at] not in {"NNS", "NNPS"}:
                continue
            named = [self.bodies.at(p) for p in syntax.prepositions(at, "of")]
            if any(m and not m.anaphoric and m.entry is body.entry for m in named):
                if called is None or at <= token:
                    called = self._as_written(*syntax.phrase(at))
        return called

    def _last_members(self, token: int) -> BodyMention | None:
        """ "The parliamentarians": the parliament whose members were named last."""
        for mention in reversed(self.bodies.mentions()):
            if mention.first < token and mention.entry.kind == "parliament":
                codes = self.places.codes_within(self.syntax.parsed.lefts[token], token)
                if not codes or mention.country in codes:
                    return mention
        return None

    def _as_written(self, first: int, last: int) -> str:
        syntax = self.syntax
        while first < last - 1 and syntax.lower[first] in {"the", "a", "an", "these", "those"}:
            first += 1
        return syntax.said(first, last)


def _codes(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _join(parts: list[Meant]) -> Meant:
    if len(parts) == 1:
        return parts[0]
    names = dict.fromkeys(name for part in parts for name in (part.names or ()))
    codes = dict.fromkeys(code for part in parts for code in part.codes)
    groups = [part.group for part in parts if part.group and not part.names]
    return Meant(
        tuple(names) + tuple(g for g in groups if g),
        None,
        tuple(codes),
        True,
        parts[0].sort,
    )
