"""How a title of office is built: "First Deputy Chairman of the Committee for Trade".

A title is parsed forward from where it begins; what follows its noun ("of …", "for …", "to …")
either names a body or a country, or belongs to the title itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.data import names, offices
from comity.reading.bodies import Bodies
from comity.reading.places import Places
from comity.reading.syntax import Syntax

#: what joins a title to what it is held in or for
LINKS = {"of", "for", "to", "at", "on", "in", "from", "with"}
GLUE = {"-", "–", "'", "’", "'s", "’s", "/"}
FORMER = {"former", "ex", "late", "ex-"}
POSSESSIVE = {"'s", "’s", "’"}
_PLACE_NOUNS = {"republic", "territory", "region", "state", "province", "city", "kingdom", "duchy",
                "oblast"}  # fmt: skip
_PLAIN_TAGS = {"NN", "NNS", "JJ", "NNP"}


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


@dataclass(slots=True)
class _Complement:
    """What follows a title's noun; the title's own words end at `text_end`."""

    text_end: int
    body: str | None = None
    country: str | None = None


class TitleGrammar:
    """Parses stretches of one report as titles."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._heads = offices.heads()
        self._modifiers = offices.word_set("modifiers")
        self._never = names.word_set("not_in_titles")

    def bracketed(self, token: int) -> bool:
        """Whether a token belongs to a short form in brackets: "(USAID)"."""
        words = self._syntax.words
        for opening in (token, token - 1, token - 2):
            if opening >= 0 and opening + 2 < len(words) and words[opening] == "(":
                return words[opening + 1].isupper() and words[opening + 2] == ")"
        return False

    def sequence(self, at: int, end: int) -> list[Title] | None:
        """Titles joined by "and", commas, dashes or slashes that fill `[at, end)` exactly."""
        words, lower = self._syntax.words, self._syntax.lower
        for cut in range(at + 1, end - 1):
            if lower[cut] not in {"and", ","} and words[cut] not in {"–", "—", "/", "-"}:
                continue
            if self._syntax.parsed.glued[cut] and words[cut] == "-":
                continue
            left = self.one(at, cut)
            if left is None or self._cut_short(at, cut):
                continue
            rest = cut + 1
            while rest < end and lower[rest] in {"and", "the"}:
                rest += 1
            right = self.sequence(rest, end)
            if right is not None:
                return [_share(left, right[0]), *right]
        whole = self.one(at, end)
        return [whole] if whole is not None else None

    def one(self, at: int, end: int) -> Title | None:
        """One title that fills `[at, end)` exactly."""
        words, lower = self._syntax.words, self._syntax.lower
        former = False
        while at < end and lower[at] in FORMER:
            former, at = True, at + 1
        if at < end and words[at] == "-":
            at += 1
        country = None
        place = self._places.country(at)
        if place and place.last < end:
            country, at = place.code, place.last
            if lower[at] in POSSESSIVE:
                at += 1
        head = self._head(at, end)
        if head is None:
            return None
        complement = self._complement(head + 1, end)
        if complement is None:
            return None
        first, prefix_body = self._prefix_body(at, head)
        return Title(
            first,
            end,
            self._text(first, head, complement.text_end),
            complement.body or prefix_body,
            country or complement.country,
            plural=lower[head] in offices.singular(),
            former=former,
            of_country=complement.country is not None,
        )

    def _text(self, first: int, head: int, end: int) -> str:
        """A title's words; of "Co-Chairs", what each of them is."""
        syntax = self._syntax
        one = offices.singular().get(syntax.lower[head])
        if one is None:
            return syntax.plain(first, end)
        one = one.capitalize() if syntax.words[head][0].isupper() else one
        joint = "" if syntax.parsed.glued[head] else " "
        return f"{syntax.plain(first, head)}{joint}{one}".strip()

    def _cut_short(self, at: int, cut: int) -> bool:
        """ "Chief of Staff to the Security | and Intelligence Advisor": no end of a title."""
        lower = self._syntax.lower
        to = next((t for t in range(cut - 1, at, -1) if lower[t] == "to"), None)
        if to is None:
            return False
        dull = offices.word_set("fields") | self._modifiers | {"the"}
        return all(lower[t] in dull for t in range(to + 1, cut))

    # the noun

    def _head(self, at: int, end: int) -> int | None:
        """The office noun: the last one before the first link word, all before it modifiers."""
        head = None
        lower, words = self._syntax.lower, self._syntax.words
        for token in range(at, min(end, at + 14)):
            low, word = lower[token], words[token]
            if low in self._heads:
                head = token
            elif head is None and self._in_body(token):
                continue
            elif head is not None and (low in LINKS or low == ","):
                break
            elif low == "and" and head is None and at < token < end - 1:
                continue
            elif word in GLUE or low in self._modifiers or low == "the":
                continue
            elif not word[0].isupper() or low in self._never:
                break
            elif head is not None and not self._head_follows(token, end):
                break
        return head

    def _in_body(self, token: int) -> bool:
        """Whether a token belongs to a body's name or to its short form."""
        body = self._bodies.at(token)
        return (body is not None and not body.anaphoric) or self.bracketed(token)

    def _head_follows(self, token: int, end: int) -> bool:
        for low in self._syntax.lower[token : min(end, token + 5)]:
            if low in LINKS or low in {",", "and"}:
                return False
            if low in self._heads:
                return True
        return False

    def _prefix_body(self, first: int, head: int) -> tuple[int, str | None]:
        """A body's name before the office noun: "PCAST Co-Chair", "European Council President".

        Returns where the title begins behind it.
        """
        known = self._bodies.at(first)
        if known and known.first == first and known.last <= head and known.kind_sure:
            at = known.last
            if self._syntax.words[at] == "(" and self.bracketed(at):
                at += 3
            if self._syntax.lower[at] in POSSESSIVE:
                at += 1
            if at <= head:
                return at, known.name
        return first, None

    # what follows the noun

    def _complement(self, at: int, end: int) -> _Complement | None:
        """What follows the noun and fills the title up to `end`; None where it does not."""
        lower = self._syntax.lower
        found = _Complement(at)
        if at < end and lower[at] not in LINKS and self._syntax.words[at][0].isupper():
            # "Deputy Secretary Cyber and Infrastructure Security"
            at = found.text_end = self._phrase_end(at, end)
        while at < end:
            first = at + 1
            if first < end and lower[first] in {"the", "its", "his"}:
                first += 1
            if lower[at] not in LINKS or first >= end:
                return None
            stop = self._object(found, at, first, end)
            if stop is None:
                return None
            if stop < end and lower[stop] in {"and", ","} and found.country and found.body is None:
                return None
            stop = self._coordinated(found, first, stop, end)
            if stop is None:
                return None
            at = stop
        return found

    def _object(self, found: _Complement, link: int, first: int, end: int) -> int | None:
        """Reads the phrase behind a link word into `found`; returns where it ends."""
        lower = self._syntax.lower
        place, known = self._places.country(first), self._bodies.at(first)
        known = known if known and known.kind_sure else None
        stop = self._phrase_end(first, end)
        named = place if place and place.sort == "name" and place.last <= end else None
        if named:
            stop = max(stop, named.last)
        if stop == first:
            return None
        if named and lower[link] != "to" and not (known and known.last > named.last):
            stop = named.last
            if lower[link] in {"of", "from"}:
                found.country = named.code
            elif found.body is None:
                found.text_end = stop
        elif known and lower[link] not in {"to", "with", "on"}:
            found.body = found.body or known.name
            found.country = found.country or known.country
            stop = known.last
        elif found.body is None:
            found.text_end = stop
        if stop < end and self._syntax.words[stop] == "(" and self.bracketed(stop):
            stop += 3
        return stop

    def _coordinated(self, found: _Complement, first: int, at: int, end: int) -> int | None:
        """Reads "… and Hemispheric Affairs" behind a phrase that begins at `first`.

        Returns where it ends; None where another title begins there.
        """
        lower = self._syntax.lower
        if at < end and lower[at] == "," and "and" not in lower[at:end]:
            return None
        while at < end - 1 and lower[at] in {"and", ","}:
            start = at + 1 + (lower[at + 1] in {"and", "the"})
            known = self._bodies.at(start)
            if lower[at] == "," and known and known.entry.known:
                return None
            more = self._phrase_end(start, end)
            office = not self._heads.isdisjoint(lower[start:more])
            if more == start:
                return None
            if office and lower[at] == "and" and "to" not in lower[first - 2 : first]:
                return None
            if found.body is None:
                found.text_end = more
            at = more
        return at

    def _phrase_end(self, at: int, end: int) -> int:
        """Where a capitalised phrase that starts at `at` ends: before the next link or `end`."""
        words, lower = self._syntax.words, self._syntax.lower
        token = at
        while token < end:
            word, low = words[token], lower[token]
            if word == "(" and self.bracketed(token):
                token += 3
                continue
            if low in LINKS and not (low == "of" and self._of_goes_on(token)):
                break
            if low in {"and", ",", "&"} and token > at:
                following = words[token + 1] if token + 1 < end else ""
                if not (following[:1].isupper() or following in {"and", "the"}):
                    break
            elif not self._in_phrase(token):
                break
            token += 1
        return token

    def _of_goes_on(self, token: int) -> bool:
        """Whether "of" stands inside a body's name or behind "Republic"."""
        known = self._bodies.at(token)
        before = self._syntax.words[token - 1]
        placed = before[0].isupper() and before.lower() in _PLACE_NOUNS
        return placed or (known is not None and known.last > token + 1)

    def _in_phrase(self, token: int) -> bool:
        word, low = self._syntax.words[token], self._syntax.lower[token]
        if word[0].isupper() or word[0].isdigit() or word in GLUE or low in {"the", "of"}:
            return True
        if low in self._heads or low in self._modifiers:
            return True
        return self._syntax.tags[token] in _PLAIN_TAGS


def _share(left: Title, right: Title) -> Title:
    """ "Crown Prince and Prime Minister of Bahrain": both are of Bahrain."""
    if left.body is None and left.country is None and (right.body or right.country):
        return replace(left, country=right.country, of_country=right.of_country)
    return left
