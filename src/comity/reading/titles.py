"""Titles of office beside a name: "First Deputy Chairman of the Party X", "X, head of Y".

A title is parsed forward from each candidate start; what follows its noun ("of …", "for …", "to
…") either names a body or a country, or belongs to the title itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.data import offices
from comity.reading.bodies import Bodies, BodyMention
from comity.reading.places import Places
from comity.reading.syntax import Syntax

_LINKS = {"of", "for", "to", "at", "on", "in", "from", "with"}
_INSIDE = {
    "at",
    "of",
    "for",
    "the",
    "and",
    "&",
    "on",
    "in",
    "de",
    "du",
    "des",
    "la",
    "with",
    "to",
    "or",
}
_GLUE = {"-", "–", "'", "’", "'s", "’s", "/"}
_NOT_MODIFIER = {
    "the", "today", "yesterday", "during", "on", "in", "at", "with", "by", "and", "as", "while",
    "when", "after", "before", "this", "that", "both", "according", "earlier", "later", "also",
    "meanwhile", "however", "from", "for", "to", "of", "between", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december", "readout", "former",
    "late", "our", "his", "her", "their", "my", "your", "its", "we", "i", "dear", "meeting", "call",
    "statement", "remarks", "joint", "including", "majesty", "highness", "excellency", "royal",
}  # fmt: skip
#: offices that end in "General" without being military
_GENERALS = {"secretary", "attorney", "director", "consul", "governor", "solicitor", "prosecutor",
             "auditor", "inspector", "commissioner", "surgeon", "comptroller", "advocate"}  # fmt: skip
_PLACE_NOUNS = {
    "republic",
    "territory",
    "region",
    "state",
    "province",
    "city",
    "kingdom",
    "duchy",
    "oblast",
}
_FORMER = {"former", "ex", "late", "ex-"}


@dataclass(frozen=True, slots=True)
class Title:
    """An office as the text gives it, at tokens `[first, last)`.

    `body` is a body's name, `country` the code that the title or its prefix names.
    """

    first: int
    last: int
    text: str
    body: str | None
    country: str | None
    plural: bool = False
    former: bool = False
    #: the country follows in so many words: "Deputy Prime Minister of the Russian Federation"
    of_country: bool = False

    @property
    def key(self) -> str:
        """The title in lower case, for "the Vice President" to be found again."""
        return self.text.lower().replace("-", " ").replace("adviser", "advisor")


class Titles:
    """Parses titles in one report."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._heads = offices.heads()
        self._modifiers = offices.word_set("modifiers")

    def before(self, name: int, taken: set[int]) -> list[Title]:
        """The titles that stand right before the name that starts at token `name`.

        `taken` are tokens of other people's names: a title does not reach over them.
        """
        start, _ = self._syntax.sentence(name)
        end = self._skip_courtesy(name, start)
        first = end
        while first > start and end - first < 32 and self._may_belong(first - 1, taken):
            first -= 1
        for candidate in range(first, end):
            if not self._may_open(candidate):
                continue
            titles = self._sequence(candidate, end)
            if titles is not None:
                return self._with_prefix(titles, candidate, start)
        return []

    def after(self, name_end: int, limit: int, taken: set[int]) -> list[Title]:
        """The titles in apposition after a name: "X, the First Deputy Chairman of Y, …".

        `taken` are tokens of people's names: a title of the next name is not this one's.
        """
        at = name_end
        if at + 1 >= limit or self._syntax.words[at] not in {",", "(", "–", "—", "-"}:
            return []
        at += 1
        while at < limit and self._syntax.lower[at] in {
            "the",
            "a",
            "an",
            "its",
            "current",
            "who",
            "is",
        }:
            at += 1
        if at < limit and self._syntax.lower[at] == "and":
            return []
        for end in range(min(limit, at + 24), at, -1):
            if taken.intersection(range(at, min(end + 1, limit))) or (
                end < limit and self._names_next(end, taken)
            ):
                continue
            closed = end == limit or self._syntax.words[end] in {
                ",",
                ".",
                ")",
                ";",
                "–",
                "—",
                "-",
                ":",
            }
            closed = closed or self._syntax.lower[end] in {
                "and",
                "who",
                "said",
                "has",
                "will",
                "in",
            }
            if end < limit and self._syntax.lower[end] == "and" and self._runs_on(end + 1, limit):
                continue
            if closed or self._syntax.is_verb(end):
                titles = self._sequence(at, end)
                if titles is not None:
                    return self._with_prefix(titles, at, at)
        return []

    def _runs_on(self, at: int, limit: int) -> bool:
        """Whether a title goes on behind "and" ("… Homeland Defense and Hemispheric Affairs")."""
        if at >= limit or not self._syntax.words[at][0].isupper():
            return False
        low = self._syntax.lower[at]
        return low not in self._heads and low not in self._modifiers

    def _names_next(self, end: int, taken: set[int]) -> bool:
        """Whether a name follows at once, behind courtesy words or a comma-free break."""
        courtesy = offices.word_set("courtesy")
        at = end
        while at < len(self._syntax.words) and at < end + 3 and self._syntax.lower[at] in courtesy:
            at += 1
        return at in taken

    def standing(self, at: int, limit: int) -> Title | None:
        """The title that starts at a token and names nobody: "the Vice President"."""
        for end in range(min(limit, at + 7), at, -1):
            title = self._one(at, end)
            if title is not None:
                return title
        return None

    def _skip_courtesy(self, name: int, start: int) -> int:
        """Where the title ends: before courtesy words, ranks and a comma in front of them."""
        courtesy, ranks = offices.word_set("courtesy"), offices.word_set("ranks")
        lower = self._syntax.lower
        at = name
        while at > start and (lower[at - 1] in courtesy and lower[at - 1] not in {"the"}):
            at -= 1
        if at > start + 1 and lower[at - 1] in ranks:
            back = at
            while back > start and lower[back - 1] in ranks:
                back -= 1
            before = self._syntax.words[back - 1] if back > start else ""
            civil = lower[back - 1] in _GENERALS and lower[back] == "general"
            if before[:1].isupper() and lower[back - 1] not in _NOT_MODIFIER and not civil:
                at = back if back - 1 > start else at
        if at > start and self._syntax.words[at - 1] == ",":
            at -= 1
        return at

    def _may_belong(self, token: int, taken: set[int]) -> bool:
        if token in taken:
            return False
        word, lower = self._syntax.words[token], self._syntax.lower[token]
        if lower in _INSIDE or word in _GLUE or word in {",", "."}:
            return True
        if word in {"(", ")"} or (token > 0 and self._syntax.words[token - 1] == "("):
            return self._bracketed(token)
        if lower in self._heads or lower in self._modifiers or lower in _FORMER:
            return True
        return word[0].isupper() and lower not in _NOT_MODIFIER

    def _bracketed(self, token: int) -> bool:
        """Whether a token belongs to a short form in brackets: "(USAID)"."""
        words = self._syntax.words
        for opening in (token, token - 1, token - 2):
            if opening >= 0 and opening + 2 < len(words) and words[opening] == "(":
                return words[opening + 1].isupper() and words[opening + 2] == ")"
        return False

    def _may_open(self, token: int) -> bool:
        word, lower = self._syntax.words[token], self._syntax.lower[token]
        if lower in _INSIDE or word in _GLUE or word in {",", "."}:
            return False
        if lower in self._heads or lower in self._modifiers:
            return True
        return word[0].isupper() and self._syntax.tags[token] not in {
            "IN",
            "WRB",
            "RB",
            "VB",
            "VBG",
            "DT",
        }

    def _sequence(self, at: int, end: int) -> list[Title] | None:
        """Titles joined by "and", commas, dashes or slashes that fill `[at, end)` exactly."""
        whole = self._one(at, end)
        words, lower = self._syntax.words, self._syntax.lower
        for cut in range(at + 1, end - 1):
            if lower[cut] not in {"and", ","} and words[cut] not in {"–", "—", "/", "-"}:
                continue
            if self._syntax.parsed.glued[cut] and words[cut] == "-":
                continue
            left = self._one(at, cut)
            if left is None or self._cut_short(at, cut):
                continue
            rest = cut + 1
            while rest < end and lower[rest] in {"and", "the"}:
                rest += 1
            right = self._sequence(rest, end)
            if right is not None:
                return [self._share(left, right[0]), *right]
        return [whole] if whole is not None else None

    def _cut_short(self, at: int, cut: int) -> bool:
        """ "Chief of Staff to the National Security | and Intelligence Advisor": no end of a title."""
        lower = self._syntax.lower
        to = next((t for t in range(cut - 1, at, -1) if lower[t] == "to"), None)
        if to is None:
            return False
        dull = offices.word_set("fields") | self._modifiers | {"the"}
        return all(lower[t] in dull for t in range(to + 1, cut))

    def _share(self, left: Title, right: Title) -> Title:
        """ "Crown Prince and Prime Minister of Bahrain": both are of Bahrain."""
        if left.body is None and left.country is None and (right.body or right.country):
            return replace(left, country=right.country, of_country=right.of_country)
        return left

    def _one(self, at: int, end: int) -> Title | None:
        """One title that fills `[at, end)` exactly."""
        if at >= end:
            return None
        lower = self._syntax.lower
        former = False
        country = None
        while at < end and lower[at] in _FORMER:
            former, at = True, at + 1
        if at < end and self._syntax.words[at] == "-":
            at += 1
        place = self._places.country(at) if at < end else None
        if place and place.last < end:
            country, at = place.code, place.last
            if at < end and lower[at] in {"'s", "’s", "’"}:
                at += 1
        head = self._head(at, end)
        if head is None:
            return None
        text_end, body, of_country = self._complement(head + 1, end)
        if text_end is None:
            return None
        text_first, prefix_body = self._prefix_body(at, head)
        title = self._syntax.plain(text_first, text_end)
        plural = lower[head] in offices.singular()
        if plural:
            title = self._syntax.plain(text_first, head)
            one = offices.singular()[lower[head]]
            one = one.capitalize() if self._syntax.words[head][0].isupper() else one
            joint = "" if self._syntax.parsed.glued[head] else " "
            title = f"{title}{joint}{one}".strip()
        return Title(
            text_first,
            end,
            title,
            body or prefix_body,
            country or of_country,
            plural,
            former,
            of_country is not None,
        )

    def _head(self, at: int, end: int) -> int | None:
        """The office noun: the last one before the first link word, all before it modifiers."""
        head = None
        lower, words = self._syntax.lower, self._syntax.words
        for token in range(at, min(end, at + 14)):
            low, word = lower[token], words[token]
            known = self._bodies.at(token)
            if head is None and ((known and not known.anaphoric) or self._bracketed(token)):
                if low not in self._heads:
                    continue
            if low in _LINKS and head is not None:
                break
            if low in {"and"} and head is None and token > at and token + 1 < end:
                continue
            if low in self._heads:
                head = token
            elif low == "," and head is not None:
                break
            elif word in _GLUE or low in self._modifiers or low in {"the"}:
                continue
            elif word[0].isupper() and low not in _NOT_MODIFIER:
                if head is not None and token > head and not self._followed_by_head(token, end):
                    break
                continue
            else:
                break
        return head

    def _followed_by_head(self, token: int, end: int) -> bool:
        for later in range(token, min(end, token + 5)):
            low = self._syntax.lower[later]
            if low in _LINKS or low in {",", "and"}:
                return False
            if low in self._heads:
                return True
        return False

    def _complement(self, at: int, end: int) -> tuple[int | None, str | None, str | None]:
        """What follows the noun up to `end`: (where the title's own words end, body, country)."""
        text_end, body, country = at, None, None
        lower, words = self._syntax.lower, self._syntax.words
        if at < end and lower[at] not in _LINKS and words[at][0].isupper():
            # "Deputy Secretary Cyber and Infrastructure Security"
            stop = self._phrase_end(at, end)
            if stop == at:
                return None, None, None
            at = text_end = stop
        while at < end:
            if lower[at] not in _LINKS:
                return None, None, None
            first = at + 1
            if first < end and lower[first] in {"the", "its", "his"}:
                first += 1
            if first >= end:
                return None, None, None
            place = self._places.country(first)
            known = self._bodies.at(first)
            known = known if known and known.kind_sure else None
            stop = self._phrase_end(first, end)
            if place and place.sort == "name" and place.last <= end:
                stop = max(stop, place.last)
            if stop == first:
                return None, None, None
            if (
                place
                and place.sort == "name"
                and place.last <= stop
                and lower[at] != "to"
                and not (known and known.last > place.last and known.first <= first)
            ):
                country, stop = place.code, place.last
                if lower[at] in {"for", "in"}:
                    text_end = stop if body is None else text_end
            elif known and known.first <= first and lower[at] not in {"to", "with", "on"}:
                body = body or known.name
                stop = max(known.last, first + 1)
                if known.country:
                    country = country or known.country
            elif body is None:
                text_end = stop
            at = stop
            if at < end and words[at] == "(" and self._bracketed(at):
                at += 3
            if at < end and lower[at] in {"and", ","} and country and body is None:
                return None, None, None
            if at < end and lower[at] == "," and "and" not in lower[at:end]:
                return None, None, None
            while at < end and lower[at] in {"and", ","} and at + 1 < end:
                start = at + 1 + (lower[at + 1] in {"and", "the"})
                more = self._phrase_end(start, end)
                office = any(lower[t] in self._heads for t in range(start, more))
                if more == start or (
                    office
                    and lower[at] == "and"
                    and lower[first - 1] != "to"
                    and (lower[first - 2] != "to")
                ):
                    return None, None, None
                if body is None:
                    text_end = more
                at = more
        return text_end, body, country

    def _phrase_end(self, at: int, end: int) -> int:
        """Where a capitalised phrase that starts at `at` ends: before the next link or `end`."""
        words, lower = self._syntax.words, self._syntax.lower
        token = at
        while token < end:
            word, low = words[token], lower[token]
            if low in _LINKS and low != "of":
                break
            if low == "of":
                known = self._bodies.at(token)
                placed = lower[token - 1] in _PLACE_NOUNS and words[token - 1][0].isupper()
                if not (known and known.last > token + 1) and not placed:
                    break
            if word == "(" and self._bracketed(token):
                token += 3
                continue
            capital = word[0].isupper() or word[0].isdigit()
            if low in {"and", ",", "&"} and token > at:
                following = words[token + 1] if token + 1 < end else ""
                if not (following and (following[0].isupper() or following in {"and", "the"})):
                    break
            elif not capital and word not in _GLUE and low not in {"the", "of"}:
                if low not in self._heads and low not in self._modifiers:
                    if self._syntax.tags[token] not in {"NN", "NNS", "JJ", "NNP"}:
                        break
            token += 1
        return token

    def _prefix_body(self, first: int, head: int) -> tuple[int, str | None]:
        """A body's name before the office noun: "PCAST Co-Chair", "European Council President"."""
        known = self._bodies.at(first)
        if known and known.first == first and known.last <= head and known.kind_sure:
            at = known.last
            if self._syntax.words[at] == "(" and self._bracketed(at):
                at += 3
            if self._syntax.lower[at] in {"'s", "’s", "’"}:
                at += 1
            if at <= head:
                return at, known.name
        return first, None

    def _outer(self, body: BodyMention) -> str:
        """ "the Group of the Assembly …, its Chairman": the Group's."""
        before = body.first - 1
        if before > 0 and self._syntax.lower[before] == "the":
            before -= 1
        if before > 0 and self._syntax.lower[before] == "of":
            outer = self._bodies.at(before - 1)
            if outer:
                return outer.name
        return body.name

    def _owner(self, first: int, start: int) -> str | None:
        """The body before a title: "its Chairman", "the committee's chairperson"."""
        lower = self._syntax.lower
        at = first - 1
        if at < 0:
            return None
        if lower[at] == "its":
            for token in range(at - 1, max(start - 60, -1), -1):
                body = self._bodies.at(token)
                if body:
                    return self._outer(body)
        if lower[at] in {"'s", "’s", "’"} and at > 0:
            body = self._bodies.at(at - 1)
            return body.name if body else None
        body = self._bodies.at(at)
        if (
            body
            and body.anaphoric
            and lower[first].islower()
            and self._syntax.words[first].islower()
        ):
            return body.name
        return None

    def _with_prefix(self, titles: list[Title], first: int, start: int) -> list[Title]:
        """Adds the country that stands before the titles: "Kazakhstan's President", "French"."""
        at = first - 1
        lower = self._syntax.lower
        if at >= start and lower[at] in {"'s", "’s", "’"}:
            at -= 1
        place = self._places.country(at) if at >= start else None
        former = at >= start and lower[at] in _FORMER
        owner = self._owner(first, start)
        if owner is not None:
            titles = [titles[0] if titles[0].body else replace(titles[0], body=owner), *titles[1:]]
        result = []
        for number, title in enumerate(titles):
            country = title.country or (place.code if place and number == 0 else None)
            if number and not title.country and titles[0].country and not title.body:
                country = titles[0].country
            result.append(
                replace(
                    title,
                    country=country or (place.code if place else None),
                    former=title.former or former,
                )
            )
        return result
