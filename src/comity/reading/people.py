"""Everybody named in a report, each once, with the titles that stand beside the name.

The forms of a name ("President Joseph R. Biden, Jr.", "Mr. Biden") are joined under the fullest.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from comity.data import offices
from comity.model.reading import Span
from comity.reading.bodies import Bodies
from comity.reading.mentions import Mentions
from comity.reading.name_forms import parts, same_person
from comity.reading.name_words import NameWords
from comity.reading.person_names import PersonName, person_names
from comity.reading.places import Places
from comity.reading.syntax import Syntax
from comity.reading.titles import Title, Titles


@dataclass(slots=True)
class PersonEntry:
    """One person: every mention of the name, and the titles given.

    `parts` are the name's telling parts, for its other forms to be found.
    """

    name: str
    country: str | None = None
    mentions: list[Span] = field(default_factory=list)
    titles: list[tuple[Title, Span]] = field(default_factory=list)
    female: bool | None = None
    parts: list[str] = field(default_factory=list)
    body_countries: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at tokens `[first, last)`; titles before the name begin at `start`."""

    first: int
    last: int
    start: int
    entry: PersonEntry


class People:
    """All people of a report, and who stands at each token."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._titles = Titles(syntax, places, bodies)
        self._words = NameWords(syntax, places, bodies)
        self.entries: list[PersonEntry] = []
        self._mentions = Mentions[PersonMention]()
        found = person_names(syntax, places, self._words, self._titles)
        for name in sorted(found, key=lambda name: (name.first - name.last, name.first)):
            self._join(name)
        self._find_again()
        self._settle()

    def at(self, token: int) -> PersonMention | None:
        """The person mention that covers a token (titles left out)."""
        return self._mentions.at.get(token)

    def mentions(self) -> list[PersonMention]:
        """All mentions in order."""
        return self._mentions.all()

    def within(self, first: int, last: int) -> list[PersonMention]:
        """The mentions that begin in `[first, last)`, in order."""
        return self._mentions.within(first, last)

    # joining

    def _join(self, name: PersonName) -> None:
        """Adds a name to its person: the one of the same family name, else any that it fits."""
        own = parts(self._syntax.words[name.first : name.last])
        if not own:
            return
        keys = {title.key for title in name.titles}
        best: PersonEntry | None = None
        for entry in self.entries:
            shared = any(title.key in keys for title, _ in entry.titles)
            if same_person(own, entry.parts, title_shared=shared):
                best = entry
                if entry.parts[-1] == own[-1]:
                    break
        if best is None:
            best = PersonEntry(self._syntax.plain(name.first, name.last), parts=own)
            self.entries.append(best)
        self._mark(name.first, name.last, best, name.titles)

    def _mark(self, first: int, last: int, entry: PersonEntry, titles: list[Title]) -> None:
        """Notes a mention of a person, and the titles that stand before it."""
        start = min([first, *(title.first for title in titles if title.last <= first)])
        entry.titles.extend((title, (start, last)) for title in titles)
        entry.mentions.append((first, last))
        self._mentions.add(PersonMention(first, last, start, entry))

    def _find_again(self) -> None:
        """Later mentions, which the model may take for anything: the same form, the family name."""
        words = self._syntax.words
        families: dict[str, PersonEntry] = {}
        forms: dict[str, list[tuple[list[str], PersonEntry]]] = defaultdict(list)
        for entry in self.entries:
            if len(entry.parts) > 1 and len(entry.parts[-1]) > 2:
                families.setdefault(entry.parts[-1], entry)
            for first, last in entry.mentions:
                if last - first > 1:
                    forms[words[first]].append((words[first:last], entry))
        for same_start in forms.values():
            same_start.sort(key=lambda form: -len(form[0]))
        for at, word in enumerate(words):
            if at in self._mentions.at or not word[0].isupper():
                continue
            for form, entry in forms.get(word, ()):
                last = at + len(form)
                if words[at:last] == form:
                    if self._mentions.at.keys().isdisjoint(range(at, last)):
                        self._mark_again(at, last, entry)
                    break
            else:
                self._find_family_name(at, families)

    def _find_family_name(self, at: int, families: dict[str, PersonEntry]) -> None:
        """A name that stands alone at a token, perhaps with hyphens, if it is somebody's."""
        syntax = self._syntax
        words, glued = syntax.words, syntax.parsed.glued
        last = at + 1
        while last + 1 < len(words) and words[last] in {"-", "–"}:
            if not (glued[last] and glued[last + 1]):
                break
            last += 2
        own = parts(words[at:last])
        if len(own) != 1:
            return
        entry = families.get(own[0])
        if entry is None and self._words.acts(at):
            owners = [e for e in self.entries if own[0] in e.parts and len(own[0]) > 2]
            entry = owners[0] if len(owners) == 1 else None
        body = self._bodies.at(at)
        if entry is None or (body and body.entry.known) or self._places.country(at):
            return
        if last < len(words) and words[last][0].isupper() and last not in self._mentions.at:
            return
        named = at and words[at - 1][0].isupper() and syntax.tags[at - 1] == "NNP"
        if named and syntax.lower[at - 1] not in offices.heads() | offices.word_set("courtesy"):
            return
        self._mark_again(at, last, entry)

    def _mark_again(self, first: int, last: int, entry: PersonEntry) -> None:
        self._mark(first, last, entry, self._titles.before(first, set(self._mentions.at)))

    # settling

    def _settle(self) -> None:
        """Order, countries, titles after the name; other rooms forget what was a name."""
        self._places.drop(self._mentions.at)
        for mention in self.mentions():
            body = self._bodies.at(mention.first)
            if body and not body.anaphoric:
                self._bodies.drop(mention.first, mention.last)
        self.entries.sort(key=lambda entry: min(entry.mentions))
        for entry in self.entries:
            entry.mentions.sort()
        for mention in self.mentions():
            self._owned(mention)
            self._trailing(mention)
            self._line_body(mention)
            self._counterpart(mention)
        self._unshare()

    def _owned(self, mention: PersonMention) -> None:
        """The country or body behind a name: "President A of Poland", "MP B, Civic Party,"."""
        syntax, at = self._syntax, mention.last
        end = min(syntax.sentence(mention.first)[1], syntax.paragraph(mention.first).last)
        if at + 1 >= end or syntax.lower[at] not in {"of", "from", ","}:
            return
        first = at + 1 + (syntax.lower[at + 1] == "the")
        body = self._bodies.at(first)
        if body and body.anaphoric:
            body = None
        if syntax.words[at] == ",":
            if body and body.first == first and body.last <= end:
                closing = {",", ".", ";", "and", ")"}
                if body.last == end or syntax.words[body.last] in closing:
                    self._of_body(mention, body.name, body.country, body.last)
            return
        place = self._places.country(first)
        if place and place.sort == "name" and len(place.codes) == 1:
            self._of_country(mention, place.code, place.last)
        elif body:
            self._of_body(mention, body.name, body.country, body.last)
        elif place and first + 2 < end and syntax.lower[first + 1] in {"'s", "’s"}:
            owned = self._bodies.at(first + 2)
            if owned:
                self._of_body(mention, owned.name, owned.country or place.code, owned.last)

    def _trailing(self, mention: PersonMention) -> None:
        """Titles in apposition behind a name: "X, the First Deputy Chairman of Y"."""
        syntax = self._syntax
        end = min(syntax.sentence(mention.first)[1], syntax.paragraph(mention.first).last)
        for title in self._titles.after(mention.last, end, set(self._mentions.at)):
            if title.last - title.first > 1 or title.key not in {"deputy", "general", "chief"}:
                mention.entry.titles.append((title, (mention.start, title.last)))

    def _line_body(self, mention: PersonMention) -> None:
        """A line "Name, Chairman and CEO, Bechtel Group": the offices are held in what ends it."""
        paragraph = self._syntax.paragraph(mention.first)
        if paragraph.role != "line":
            return
        bodies = [
            b
            for b in self._bodies.within(mention.last + 1, paragraph.last)
            if self._syntax.words[b.first - 1] == ","
        ]
        if not bodies:
            return
        body = bodies[-1]
        mention.entry.titles = [
            (replace(title, body=body.name), (span[0], body.last))
            if paragraph.first <= span[0] < paragraph.last and not title.body
            else (title, span)
            for title, span in mention.entry.titles
        ]

    def _counterpart(self, mention: PersonMention) -> None:
        """ "his Venezuelan counterpart, Yvan Gil": Gil is Venezuela's."""
        syntax = self._syntax
        at = mention.start - 1
        if at > 0 and syntax.words[at] == ",":
            at -= 1
        if at > 1 and syntax.lower[at] in {"counterpart", "colleague"}:
            place = self._places.country(at - 1)
            if place and len(place.codes) == 1:
                mention.entry.country = place.code

    def _of_country(self, mention: PersonMention, code: str, last: int) -> None:
        """ "President A and Prime Minister B of Poland": both are Poland's."""
        entry = mention.entry
        entry.titles = [
            (_with_country(title, code), (span[0], max(span[1], last)))
            if span[0] == mention.start
            else (title, span)
            for title, span in entry.titles
        ]
        entry.country = entry.country or code
        before = mention.start - 1
        if before < 1 or self._syntax.lower[before] != "and":
            return
        other = self._mentions.at.get(before - 1)
        if other is None or other.start == other.first:
            return
        if not any(title.country for title, span in other.entry.titles if span[1] <= before):
            other.entry.country = other.entry.country or code
            other.entry.titles = [(_with_country(t, code), s) for t, s in other.entry.titles]

    def _of_body(self, mention: PersonMention, body: str, country: str | None, last: int) -> None:
        """ "Co-Chairs A and B of Y": Y is in the titles of both."""
        entry = mention.entry
        entry.titles = [
            (
                replace(title, body=title.body or body, country=title.country or country),
                (span[0], max(span[1], last)),
            )
            if span == (mention.start, mention.last)
            else (title, span)
            for title, span in entry.titles
        ]
        shared = {title.first for title, _ in entry.titles if title.plural and title.body == body}
        for other in self.entries:
            other.titles = [
                (replace(title, body=body, country=title.country or country), span)
                if title.plural and title.first in shared and not title.body
                else (title, span)
                for title, span in other.titles
            ]

    def _unshare(self) -> None:
        """ "The Vice President and Prime Minister X": the first title is somebody else's.

        A title that shares its place with another is dropped where another person bears it alone.
        """
        alone: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            spans = [span for _, span in entry.titles]
            for title, span in entry.titles:
                if spans.count(span) == 1:
                    alone[title.key].add(entry.name)
        for entry in self.entries:
            spans = [span for _, span in entry.titles]
            entry.titles = [
                (title, span)
                for title, span in entry.titles
                if spans.count(span) == 1 or entry.name in alone.get(title.key, {entry.name})
            ]
            self._start_anew(entry)

    def _start_anew(self, entry: PersonEntry) -> None:
        """Mentions begin at the titles that were kept."""
        kept = [title.first for title, _ in entry.titles]
        for first, _ in entry.mentions:
            mention = self._mentions.at[first]
            starts = [at for at in kept if mention.start <= at < mention.first]
            start = min([*starts, mention.first])
            if start != mention.start:
                self._mentions.add(replace(mention, start=start))


def _with_country(title: Title, code: str) -> Title:
    return title if title.country else replace(title, country=code)
