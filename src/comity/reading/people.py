"""Everybody named in a report, each once, with the titles that stand beside the name.

A name is found by the title before it, by the language model, or by both; its forms ("President
Joseph R. Biden, Jr.", "Mr. Biden") are joined under the fullest.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from comity.data import bodies as body_facts
from comity.data import offices
from comity.data.files import load_json
from comity.reading.bodies import Bodies
from comity.reading.places import Places
from comity.reading.syntax import Syntax
from comity.reading.titles import Title, Titles

_PARTICLES = {
    "bin", "ibn", "bint", "al", "el", "as", "ash", "an", "ar", "de", "da", "do", "dos", "das", "del",
    "della", "di", "du", "van", "von", "der", "den", "ter", "ten", "la", "le", "los", "y", "e", "zu",
    "af", "av", "abu", "abd", "ould", "ag", "dit", "bar", "ben", "binti", "mac", "st", "st.", "san", "ul", "ur",
    "uddin", "o", "oglu", "kyzy", "uulu", "qizi",
}  # fmt: skip
_FIELD_ENDINGS = ("tion", "tions", "ment", "ments", "ity", "ities", "ics", "ology", "ance", "ship")
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "vi"}
_NAME = re.compile(r"^[^\W\d_][^\W\d_’'ʼ.·-]*(?:[’'ʼ-][^\W\d_]+)*\.?$|^[A-Z]\.(?:[A-Z]\.)*$")
#: the Arabic article before a family name: "el-Sisi" and "Sisi" are one
_ARTICLE = re.compile(r"^(?:al|el|as|ar|an|ad|at|az)-(?=\w)")
_NICKNAMES = [
    {"joe", "joseph"}, {"bill", "william"}, {"tony", "antony", "anthony"}, {"mike", "michael"},
    {"jim", "james"}, {"bob", "robert"}, {"tom", "thomas"}, {"dan", "daniel"}, {"dave", "david"},
    {"jake", "jacob"}, {"steve", "steven", "stephen"}, {"ben", "benjamin"}, {"liz", "elizabeth"},
    {"kate", "katherine", "catherine"}, {"chris", "christopher"}, {"ed", "edward"}, {"don", "donald"},
    {"tim", "timothy"}, {"sam", "samuel", "samantha"}, {"alex", "alexander"}, {"nick", "nicholas"},
    {"jon", "jonathan"}, {"pete", "peter"}, {"ron", "ronald"}, {"gina", "regina"}, {"chuck", "charles"},
]  # fmt: skip
#: a name in possessive or subject place is a person's even where it stands alone
_HUMAN_VERBS = {
    "say", "tell", "meet", "speak", "note", "add", "visit", "arrive", "thank", "stress", "announce",
    "emphasize", "emphasise", "underline", "welcome", "express", "explain", "recall", "congratulate",
}  # fmt: skip


@dataclass(slots=True)
class PersonEntry:
    """One person: every mention of the name, and the titles given."""

    name: str
    country: str | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    titles: list[tuple[Title, tuple[int, int]]] = field(default_factory=list)
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


@dataclass(slots=True)
class _Found:
    first: int
    last: int
    titled: bool
    seen: bool
    titles: list[Title] = field(default_factory=list)


class People:
    """All people of a report, and who stands at each token."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._titles = Titles(syntax, places, bodies)
        self.entries: list[PersonEntry] = []
        self._at: dict[int, PersonMention] = {}
        found = self._distinct(sorted(self._candidates(), key=lambda f: (f.first, -f.last)))
        taken = {token for f in found for token in range(f.first, f.last)}
        for item in found:
            item.titles = self._titles.before(item.first, taken)
            item.titled = item.titled or bool(item.titles)
        self._spread_plurals(found)
        found = self._trusted(found)
        for item in sorted(found, key=lambda f: (-(f.last - f.first), f.first)):
            self._join(item)
        self._settle()

    def at(self, token: int) -> PersonMention | None:
        """The person mention that covers a token (titles left out)."""
        return self._at.get(token)

    def mentions(self) -> list[PersonMention]:
        """All mentions in order."""
        return sorted({m.first: m for m in self._at.values()}.values(), key=lambda m: m.first)

    # finding

    def _candidates(self) -> Iterator[_Found]:
        syntax = self._syntax
        for name in syntax.parsed.names:
            if name.label != "PERSON":
                continue
            yield from self._cleaned(name.first, name.last)
        direct = offices.word_set("direct")
        plural = {offices.plural(word) for word in direct}
        for token, low in enumerate(syntax.lower):
            if low in direct or (low in plural and syntax.words[token][0].isupper()):
                start = token + 1
                if start < len(syntax.lower) and syntax.words[start] == "." and len(low) < 5:
                    start += 1
                start = self._skip_courtesy(start)
                end = self._run(start)
                if end > start and syntax.words[token][0].isupper() and self._fits(start, end):
                    yield _Found(start, end, True, False)
                    continue
            if low in offices.heads() and syntax.words[token][0].isupper():
                yield from self._behind_title(token)
        yield from self._by_context()

    def _by_context(self) -> Iterator[_Found]:
        """Names that the model does not see, by what stands around them.

        "headed by X", "spokesperson X", "X, the Foreign Minister of Y", "X stressed".
        """
        syntax = self._syntax
        at, total = 0, len(syntax.words)
        while at < total:
            if not syntax.words[at][0].isupper() or not self._name_word(at):
                at += 1
                continue
            first, last = at, self._run(at)
            at = max(last, at + 1)
            if not 2 <= last - first <= 7 or syntax.paragraph(first).role == "title":
                continue
            if any(
                self._field(t) or syntax.lower[t] in body_facts.heads() for t in range(first, last)
            ):
                continue
            if self._introduced(first, last) and self._fits(first, last):
                yield _Found(first, last, False, True)

    def _introduced(self, first: int, last: int) -> bool:
        syntax = self._syntax
        before = syntax.lower[max(0, first - 2) : first]
        start = syntax.sentence(first)[0]
        if before[-1:] == ["by"] and before[0] in {"led", "headed", "chaired", "represented"}:
            return True
        if before and first > start and before[-1] in {"counterpart", "colleague"}:
            return True
        if before and first > start and before[-1] in offices.heads() and before[-1].islower():
            return not syntax.words[first - 1][0].isupper()
        head = syntax.heads[last - 1]
        if syntax.deps[last - 1] == "nsubj" and syntax.lemmas[head] in _HUMAN_VERBS:
            return True
        _, end = syntax.sentence(first)
        if last + 2 < end and syntax.words[last] == ",":
            return any(
                syntax.lower[t] in offices.heads()
                and syntax.lower[t + 1] in {"of", "at", "for", ","}
                for t in range(last + 1, min(last + 7, end - 1))
            ) and self._titles_follow(last, end)
        return False

    def _titles_follow(self, last: int, end: int) -> bool:
        titles = self._titles.after(last, end, set())
        return any(title.last - title.first > 1 for title in titles)

    def _skip_courtesy(self, at: int) -> int:
        courtesy, ranks = offices.word_set("courtesy"), offices.word_set("ranks")
        while (
            at + 1 < len(self._syntax.lower)
            and (self._syntax.lower[at] in courtesy or self._syntax.lower[at] in ranks)
            and self._syntax.lower[at] not in _PARTICLES | {"the"}
        ):
            at += 1
        return at

    def _behind_title(self, head: int) -> Iterator[_Found]:
        """A name behind a long title: "Ambassador to Mexico Ken Salazar".

        The name is what is left of the capitalised run behind the last word that belongs to a
        title: a field, a place, the head noun of a body.
        """
        syntax = self._syntax
        _, stop = syntax.sentence(head)
        links = {"of", "for", "to", "the", "and", "at", "on", "in", "&", ","}
        at = head + 1
        while at < min(stop, head + 30):
            if not syntax.words[at][0].isupper():
                if syntax.lower[at] not in links:
                    return
                at += 1
                continue
            end = at
            while end < stop and (
                syntax.words[end][0].isupper() or syntax.words[end] in {"-", "–"}
            ):
                end += 1
            first = end
            while first > at and self._name_word(first - 1) and not self._field(first - 1):
                first -= 1
                if first - 2 > at and syntax.words[first - 1] in {"-", "–"}:
                    first -= 1
            if at < first and 2 <= end - first <= 5 and self._fits(first, end):
                yield _Found(first, end, False, False)
                return
            if any(syntax.lower[t] in offices.heads() for t in range(at, end)):
                return
            at = end

    def _field(self, token: int) -> bool:
        """Whether a word belongs to a title's field ("Security", "Enforcement"), not to a name."""
        low = self._syntax.lower[token]
        return low in offices.word_set("fields") or low.endswith(_FIELD_ENDINGS)

    def _cleaned(self, first: int, last: int) -> Iterator[_Found]:
        """A model's span without titles, courtesy and possessive marks, grown to the whole name."""
        syntax = self._syntax
        courtesy, direct = offices.word_set("courtesy"), offices.word_set("direct")
        titled = False
        while first < last and (
            syntax.lower[first] in courtesy
            or syntax.lower[first] in direct
            or syntax.lower[first] in offices.heads()
            or syntax.lower[first] in {"vice", "prime", "first", "deputy", "readout", "and"}
            or self._places.country(first) is not None
            and first + 1 < last
            and syntax.lower[first + 1] in offices.heads()
        ):
            titled = titled or syntax.lower[first] in direct
            first += 1
        for cut in range(first, last):
            if syntax.words[cut] in {"'s", "’s", ",", "’", "(", ":", "/", "–", "—"} and (
                syntax.words[cut] not in {"’", "–"}
                or not syntax.parsed.glued[min(cut + 1, last - 1)]
            ):
                if syntax.words[cut] == "," and syntax.lower[min(cut + 1, last - 1)] in _SUFFIXES:
                    continue
                last = cut
                break
        inner = [t for t in range(first, last - 1) if syntax.lower[t] in offices.heads()]
        if inner:
            first = inner[-1] + 1
        place = self._places.at.get(first)
        if place and place.sort == "name" and last - place.last >= 2:
            first = place.last
        if first >= last:
            return
        while first > 0 and self._extends_left(first):
            first -= 1
        last = max(last, self._run(first))
        last = self._suffix(last)
        if self._fits(first, last):
            yield _Found(first, last, titled, True)

    def _extends_left(self, first: int) -> bool:
        syntax = self._syntax
        before = first - 1
        word, low = syntax.words[before], syntax.lower[before]
        if syntax.sentence_of[before] != syntax.sentence_of[first]:
            return False
        if word in {"-", "’", "'"} and syntax.parsed.glued[first] and syntax.parsed.glued[before]:
            return syntax.lower[first] not in offices.heads()
        if word == "-" and syntax.parsed.glued[first]:
            return True
        if low in _PARTICLES and before > 0 and syntax.words[before - 1][0].isupper():
            return self._extends_left(before)
        if not word[0].isupper() or not _NAME.match(word):
            return syntax.words[first] == "-"
        if low in offices.heads() or low in offices.word_set("courtesy"):
            return False
        if low in offices.word_set("ranks") or low in offices.word_set("direct"):
            return False
        if low in offices.word_set("not_people") or low in body_facts.heads():
            return False
        place, body = self._places.at.get(before), self._bodies.at(before)
        if low in offices.word_set("modifiers") or (place and place.sort != "city"):
            return False
        if (body and (body.kind_sure or body.anaphoric)) or syntax.tags[before] not in {
            "NNP",
            "NNPS",
        }:
            return False
        start, _ = syntax.sentence(first)
        return before > start or syntax.tags[before] == "NNP"

    def _run(self, start: int) -> int:
        """Where a run of name words that begins at `start` ends."""
        syntax = self._syntax
        total = len(syntax.words)
        at = start
        while at < total and syntax.sentence_of[at] == syntax.sentence_of[start]:
            word, low = syntax.words[at], syntax.lower[at]
            if low in _PARTICLES and (at > start or word[0].isupper()) and self._name_word(at + 1):
                at += 1
            elif word in {"-", "–", "’", "'"} and at > start and syntax.parsed.glued[at]:
                if (
                    at + 1 < total
                    and syntax.parsed.glued[at + 1]
                    and syntax.words[at + 1][0].isalpha()
                ):
                    at += 2
                else:
                    break
            elif self._name_word(at):
                at += 1
            else:
                break
        return self._suffix(at) if at > start else start

    def _name_word(self, at: int) -> bool:
        syntax = self._syntax
        if at >= len(syntax.words):
            return False
        word, low = syntax.words[at], syntax.lower[at]
        if not word[0].isupper() or not _NAME.match(word):
            return False
        if low in offices.word_set("not_people") or low in offices.heads():
            return False
        if low in offices.word_set("courtesy") and low not in _PARTICLES:
            return False
        if word.isupper() and len(word) > 3 and not syntax.words[at - 1].isupper():
            return False
        if syntax.paragraph(at).role == "title" and low in _headline_verbs():
            return False
        if syntax.tags[at] in {
            "VBG",
            "DT",
            "IN",
            "CC",
            "PRP",
            "WDT",
            "WP",
            "MD",
            "RB",
            "VBD",
            "VBZ",
            "TO",
        }:
            return False
        place = self._places.at.get(at)
        if place and place.sort != "city" and not self._mid_name(at):
            return False
        body = self._bodies.at(at)
        return not (body and body.entry.known)

    def _mid_name(self, at: int) -> bool:
        """A country's name inside a person's ("Michael Jordan") counts as the person's."""
        syntax = self._syntax
        return any(n.label == "PERSON" and n.first < at < n.last for n in syntax.parsed.names)

    def _suffix(self, last: int) -> int:
        syntax = self._syntax
        total = len(syntax.words)
        if last < total and syntax.lower[last] in _SUFFIXES:
            last += 1
        elif last + 1 < total and syntax.words[last] == "," and syntax.lower[last + 1] in {
            "jr", "jr.", "sr", "sr.",
        }:  # fmt: skip
            last += 2
        if last < total and syntax.words[last] == "." and syntax.lower[last - 1] in {"jr", "sr"}:
            if (
                syntax.parsed.glued[last]
                and last + 1 < total
                and syntax.sentence_of[last + 1] == syntax.sentence_of[last]
            ):
                last += 1
        return last

    def _fits(self, first: int, last: int) -> bool:
        """Whether a span can be a person's name at all."""
        syntax = self._syntax
        words = syntax.words[first:last]
        lower = syntax.lower[first:last]
        if not words or not words[0][0].isalpha() or len(words) > 9:
            return False
        if not words[0][0].isupper() and lower[0] not in _PARTICLES:
            return False
        if any(any(ch.isdigit() for ch in word) for word in words):
            return False
        blocked = offices.word_set("not_people")
        if any(word in blocked for word in lower if word not in {"al"}):
            return False
        dull = offices.word_set("modifiers") | offices.heads() | offices.word_set("fields")
        dull |= offices.word_set("ranks") | offices.word_set("courtesy")
        if all(word in dull for word in lower):
            return False
        covered = [self._places.at.get(token) for token in range(first, last)]
        if all(covered) or (len(words) == 1 and covered[0]):
            return False
        body = self._bodies.at(first)
        if body and body.kind_sure and body.entry.kind != "other" and not body.anaphoric:
            return False
        # sentence-like shreds
        if len(words) > 1 and lower[-1] in {"park", "lake", "bay"}:
            return False
        return not any(syntax.tags[token] in {"MD", "WDT", "PRP"} for token in range(first, last))

    @staticmethod
    def _distinct(found: list[_Found]) -> list[_Found]:
        """One candidate a place: the longer of two that overlap."""
        kept: list[_Found] = []
        for item in found:
            if kept and item.first < kept[-1].last:
                last = kept[-1]
                if item.last - item.first > last.last - last.first:
                    item.titled = item.titled or last.titled
                    item.seen = item.seen or last.seen
                    kept[-1] = item
                else:
                    last.titled = last.titled or item.titled
                    last.seen = last.seen or item.seen
            else:
                kept.append(item)
        return kept

    def _spread_plurals(self, found: list[_Found]) -> None:
        """ "Co-Chairs Frances Arnold and Maria Zuber": the title holds for the whole list."""
        syntax = self._syntax
        for number, item in enumerate(found):
            if not (item.titles and item.titles[-1].plural):
                continue
            at = item.last
            for other in found[number + 1 :]:
                between = [
                    syntax.lower[t] for t in range(at, other.first) if not self._places.at.get(t)
                ]
                if any(word not in {",", "and", "as", "well", "of", "the"} for word in between):
                    break
                if not between:
                    break
                if other.titles:
                    break
                other.titles = list(item.titles)
                other.titled = True
                at = other.last

    def _trusted(self, found: list[_Found]) -> list[_Found]:
        """Keeps names with evidence: a title, several words, or a fuller form elsewhere."""
        syntax = self._syntax
        full = [
            _parts(syntax.words[f.first : f.last])
            for f in found
            if f.last - f.first > 1 or f.titled
        ]
        known = {part for parts in full for part in (parts[:1] + parts[-1:])}
        kept = []
        for item in found:
            words = syntax.words[item.first : item.last]
            if item.titled:
                kept.append(item)
            elif len(words) > 1:
                head = item.last - 1
                capitals = sum(word[0].isupper() for word in words)
                if capitals >= 2 and syntax.tags[head] in {"NNP", "NNPS", "NN", "FW", "."}:
                    kept.append(item)
            elif _parts(words) and _parts(words)[-1] in known:
                kept.append(item)
            elif self._behaves(item):
                kept.append(item)
        return kept

    def _behaves(self, item: _Found) -> bool:
        """A lone name that the model calls a person and that speaks or meets."""
        syntax = self._syntax
        token = item.last - 1
        head = syntax.heads[token]
        return (
            item.seen
            and syntax.deps[token] == "nsubj"
            and syntax.lemmas[head] in _HUMAN_VERBS
            and len(syntax.words[token]) > 2
        )

    # joining

    def _join(self, item: _Found) -> None:
        syntax = self._syntax
        words = syntax.words[item.first : item.last]
        name = syntax.plain(item.first, item.last)
        parts = _parts(words)
        if not parts:
            return
        best: PersonEntry | None = None
        for entry in self.entries:
            if _same(parts, entry.parts, item.titles, entry.titles):
                best = entry
                if entry.parts[-1] == parts[-1]:
                    break
        if best is None:
            best = PersonEntry(name, parts=parts)
            self.entries.append(best)
        best.mentions.append((item.first, item.last))
        start = min([item.first, *(t.first for t in item.titles if t.last <= item.first)])
        for title in item.titles:
            span = (start, item.last)
            best.titles.append((title, span))
        mention = PersonMention(item.first, item.last, start, best)
        for token in range(item.first, item.last):
            self._at[token] = mention

    def _settle(self) -> None:
        """Order, countries, titles after the name; other rooms forget what was a name."""
        self._again()
        self._places.drop(self._at)
        for mention in self.mentions():
            body = self._bodies.at(mention.first)
            if body and not body.anaphoric:
                self._bodies.drop(mention.first, mention.last)
        self.entries.sort(key=lambda entry: min(entry.mentions))
        for entry in self.entries:
            entry.mentions.sort()
        for mention in self.mentions():
            self._trailing(mention)
            self._counterpart(mention)
        self._unshare()

    def _again(self) -> None:
        """Later mentions by the family name alone, which the model may take for anything."""
        syntax = self._syntax
        families: dict[str, PersonEntry] = {}
        for entry in self.entries:
            if len(entry.parts) > 1 and len(entry.parts[-1]) > 2:
                families.setdefault(entry.parts[-1], entry)
        forms: dict[str, list[tuple[list[str], PersonEntry]]] = {}
        for entry in self.entries:
            for first, last in entry.mentions:
                words = syntax.words[first:last]
                if len(words) > 1 and (words, entry) not in forms.setdefault(words[0], []):
                    forms[words[0]].append((words, entry))
        for at in range(len(syntax.words)):
            if at in self._at or not syntax.words[at][0].isupper():
                continue
            full = [
                f
                for f in forms.get(syntax.words[at], ())
                if f[0] == syntax.words[at : at + len(f[0])]
            ]
            if full:
                words, entry = max(full, key=lambda form: len(form[0]))
                if not any(t in self._at for t in range(at, at + len(words))):
                    self._mark(at, at + len(words), entry)
                continue
            last = at + 1
            while (
                last + 1 < len(syntax.words)
                and syntax.words[last] in {"-", "–"}
                and (syntax.parsed.glued[last] and syntax.parsed.glued[last + 1])
            ):
                last += 2
            parts = _parts(syntax.words[at:last])
            entry_found = families.get(parts[0]) if len(parts) == 1 else None
            if entry_found is None and len(parts) == 1 and self._human_subject(at):
                owners = [e for e in self.entries if parts[0] in e.parts and len(parts[0]) > 2]
                entry_found = owners[0] if len(owners) == 1 else None
            place, body = self._places.at.get(at), self._bodies.at(at)
            if (
                entry_found is None
                or (body and body.entry.known)
                or (place and place.sort != "city")
            ):
                continue
            if (
                last < len(syntax.words)
                and syntax.words[last][0].isupper()
                and last not in self._at
            ):
                continue
            if (
                at
                and syntax.words[at - 1][0].isupper()
                and syntax.tags[at - 1] == "NNP"
                and (syntax.lower[at - 1] not in offices.heads() | offices.word_set("courtesy"))
            ):
                continue
            self._mark(at, last, entry_found)

    def _human_subject(self, token: int) -> bool:
        """Whether a word is the subject of what people do."""
        syntax = self._syntax
        return syntax.deps[token] == "nsubj" and syntax.lemmas[syntax.heads[token]] in _HUMAN_VERBS

    def _mark(self, first: int, last: int, entry: PersonEntry) -> None:
        """A mention found after the others: with the titles that stand before it."""
        titles = self._titles.before(first, set(self._at))
        start = min([first, *(title.first for title in titles)])
        entry.titles.extend((title, (start, last)) for title in titles)
        entry.mentions.append((first, last))
        self._at.update(dict.fromkeys(range(first, last), PersonMention(first, last, start, entry)))

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

    def _unshare(self) -> None:
        """ "The Vice President and Prime Minister X": the first title is somebody else's.

        A title that shares its place with another is dropped where another person bears it alone.
        """
        alone: dict[str, set[str]] = {}
        for entry in self.entries:
            spans = [span for _, span in entry.titles]
            for title, span in entry.titles:
                if spans.count(span) == 1:
                    alone.setdefault(title.key, set()).add(entry.name)
        for entry in self.entries:
            spans = [span for _, span in entry.titles]
            entry.titles = [
                (title, span)
                for title, span in entry.titles
                if spans.count(span) == 1 or entry.name in alone.get(title.key, {entry.name})
            ]
            kept = [title.first for title, _ in entry.titles]
            for mention in {
                self._at[first].first: self._at[first] for first, _ in entry.mentions
            }.values():
                starts = [first for first in kept if mention.start <= first < mention.first]
                start = min([*starts, mention.first])
                if start != mention.start:
                    moved = replace(mention, start=start)
                    self._at.update(dict.fromkeys(range(moved.first, moved.last), moved))

    def _trailing(self, mention: PersonMention) -> None:
        """Titles and countries that follow a name."""
        syntax = self._syntax
        at, entry = mention.last, mention.entry
        _, end = syntax.sentence(mention.first)
        end = min(end, syntax.paragraph(mention.first).last)
        if at < end and syntax.lower[at] in {"of", "from"}:
            first = at + 1 + (at + 1 < end and syntax.lower[at + 1] == "the")
            place = self._places.country(first)
            body = self._bodies.at(first)
            if place and place.sort == "name" and len(place.codes) == 1:
                self._of(mention, place.code, place.last)
            elif body and not body.anaphoric:
                self._of_body(mention, body.name, body.country, body.last)
            elif first < end:
                owner = self._places.country(first)
                behind = first + 2
                if owner and behind < end and syntax.lower[first + 1] in {"'s", "’s"}:
                    body = self._bodies.at(behind)
                    if body:
                        self._of_body(mention, body.name, body.country or owner.code, body.last)
        elif at + 1 < end and syntax.words[at] == ",":
            first = at + 1 + (syntax.lower[at + 1] == "the")
            body = self._bodies.at(first)
            if body and body.first == first and not body.anaphoric and body.last < end + 1:
                after = syntax.words[body.last] if body.last < end else "."
                if after in {",", ".", ";", "and", ")"} or body.last == end:
                    self._of_body(mention, body.name, body.country, body.last)
        taken = set(self._at)
        for title in self._titles.after(at, end, taken):
            if title.last - title.first <= 1 and title.key in {"deputy", "general", "chief"}:
                continue
            entry.titles.append((title, (mention.start, title.last)))
        self._line_body(mention)

    def _of(self, mention: PersonMention, code: str, last: int) -> None:
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
        if before > 0 and self._syntax.lower[before] == "and":
            other = self._at.get(before - 1)
            if (
                other
                and other.start < other.first
                and not any(
                    title.country for title, span in other.entry.titles if span[1] <= before
                )
            ):
                other.entry.country = other.entry.country or code
                other.entry.titles = [(_with_country(t, code), s) for t, s in other.entry.titles]

    def _line_body(self, mention: PersonMention) -> None:
        """A line "Name, Chairman and CEO, Bechtel Group": the offices are held in what ends it."""
        paragraph = self._syntax.paragraph(mention.first)
        bodies = [
            b
            for b in self._bodies.mentions()
            if mention.last < b.first < paragraph.last and self._syntax.words[b.first - 1] == ","
        ]
        if not bodies or paragraph.role != "line":
            return
        body = bodies[-1]
        mention.entry.titles = [
            (replace(t, body=body.name), (span[0], body.last))
            if paragraph.first <= span[0] < paragraph.last and not t.body
            else (t, span)
            for t, span in mention.entry.titles
        ]

    def _of_body(self, mention: PersonMention, body: str, country: str | None, last: int) -> None:
        entry = mention.entry
        entry.titles = [
            (
                replace(t, body=t.body or body, country=t.country or country),
                (span[0], max(span[1], last)),
            )
            if span[0] == mention.start and span[1] == mention.last
            else (t, span)
            for t, span in entry.titles
        ]
        shared = {t.first for t, _ in entry.titles if t.plural and t.body == body}
        for other in self.entries:
            other.titles = [
                (replace(t, body=body, country=t.country or country), span)
                if t.plural and t.first in shared and not t.body
                else (t, span)
                for t, span in other.titles
            ]


def _with_country(title: Title, code: str) -> Title:
    return title if title.country else replace(title, country=code)


@cache
def _headline_verbs() -> frozenset[str]:
    """Verbs as headlines use them ("Biden Signs …"), which are no part of a name."""
    verbs = {verb for verbs in load_json("verbs.json").values() for verb in verbs}
    verbs |= {"order", "sign", "lead", "deliver", "award", "mark", "take", "travel", "nominate"}
    forms = set()
    for verb in verbs:
        stem = verb.removesuffix("e")
        forms |= {verb + "s", verb + "es", stem + "ing", stem + "ed", verb[:-1] + "ies"}
    return frozenset(forms)


def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word)
    return "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()


def _parts(words: list[str]) -> list[str]:
    """A name's telling parts: folded, hyphens joined, suffixes and marks left out."""
    joined = re.sub(r" ?[-–] ?", "-", " ".join(words))
    parts = [_ARTICLE.sub("", _fold(word).strip(".,’'")) for word in joined.split()]
    return [part for part in parts if part and part not in _SUFFIXES | {"jr", "sr"}]


def _same(
    parts: list[str],
    other: list[str],
    titles: list[Title],
    their: list[tuple[Title, tuple[int, int]]],
) -> bool:
    """Whether two forms of a name are one person's, within one report."""
    if parts == other:
        return True
    short, long = (parts, other) if len(parts) <= len(other) else (other, parts)
    if len(short) == 1:
        shared = {t.key for t in titles} & {t.key for t, _ in their}
        return short[0] in {long[-1], long[0]} or (bool(shared) and short[0] in long)
    size = len(short)
    if any(long[at : at + size] == short for at in range(len(long) - size + 1)):
        return True
    initials = [part for part in long if len(part) > 1]
    if [part for part in short if len(part) > 1] == initials and len(initials) > 1:
        return True
    if short[-1] == long[-1] and _first_names(short[0], long[0]):
        return True
    return len(short) > 1 and set(short) <= set(long) and short[0] == long[0]


def _first_names(one: str, other: str) -> bool:
    if (
        one == other
        or (len(one) == 1 and other.startswith(one))
        or (len(other) == 1 and one.startswith(other))
    ):
        return True
    return any(one in names and other in names for names in _NICKNAMES)
