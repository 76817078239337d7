"""Which words of a report can make up a person's name, and where a name that begins ends."""

from __future__ import annotations

import re
from functools import cache

from comity.data import bodies as body_facts
from comity.data import names, offices
from comity.reading.bodies import Bodies
from comity.reading.places import Places
from comity.reading.syntax import Syntax

_WORD = re.compile(r"^[^\W\d_][^\W\d_’'ʼ.·-]*(?:[’'ʼ-][^\W\d_]+)*\.?$|^[A-Z]\.(?:[A-Z]\.)*$")
_JUNIOR = {"jr", "jr.", "sr", "sr."}
_INNER_MARKS = {"-", "–", "’", "'"}
#: how no word of a name is tagged
_NOT_TAGGED = {"VBG", "DT", "IN", "CC", "PRP", "WDT", "WP", "MD", "RB", "VBD", "VBZ", "TO"}
_LANDSCAPE = {"park", "lake", "bay"}


class NameWords:
    """The words of people's names in one report."""

    def __init__(self, syntax: Syntax, places: Places, bodies: Bodies) -> None:
        self._syntax = syntax
        self._places = places
        self._bodies = bodies
        self._within = {
            token
            for name in syntax.parsed.names
            if name.label == "PERSON"
            for token in range(name.first + 1, name.last)
        }

    def is_name_word(self, at: int) -> bool:
        """Whether a token can be a word of a person's name."""
        syntax = self._syntax
        if at >= len(syntax.words):
            return False
        word, low = syntax.words[at], syntax.lower[at]
        if not word[0].isupper() or not _WORD.match(word) or syntax.tags[at] in _NOT_TAGGED:
            return False
        if low in offices.word_set("not_people") or low in offices.heads():
            return False
        if low in offices.word_set("courtesy") and low not in names.word_set("particles"):
            return False
        if word.isupper() and len(word) > 3 and not syntax.words[at - 1].isupper():
            return False
        if low in names.headline_verbs() and syntax.paragraph(at).role == "title":
            return False
        # a country inside a person's name ("Michael Jordan") counts as the person's
        if self._places.country(at) and at not in self._within:
            return False
        body = self._bodies.at(at)
        return not (body and body.entry.known)

    def end(self, start: int) -> int:
        """Where a run of name words that begins at `start` ends; `start` if none does."""
        syntax = self._syntax
        glued = syntax.parsed.glued
        particles = names.word_set("particles")
        _, stop = syntax.sentence(start) if start < len(syntax.words) else (0, 0)
        at = start
        while at < stop:
            word, low = syntax.words[at], syntax.lower[at]
            leads = low in particles and (at > start or word[0].isupper())
            if (leads and self._leads_on(at + 1)) or self.is_name_word(at):
                at += 1
            elif (
                word in _INNER_MARKS
                and start < at < len(syntax.words) - 1
                and glued[at]
                and glued[at + 1]
                and syntax.words[at + 1][0].isalpha()
                and syntax.lower[at + 1] not in offices.heads()  # "Vice-President"
            ):
                at += 2
            else:
                break
        return self.with_suffix(at) if at > start else start

    def _leads_on(self, at: int) -> bool:
        """Whether a name word follows a particle, perhaps behind another: "von der Leyen"."""
        lower = self._syntax.lower
        if at < len(lower) and lower[at] in names.word_set("particles"):
            return self.is_name_word(at) or self.is_name_word(at + 1)
        return self.is_name_word(at)

    def with_suffix(self, last: int) -> int:
        """Where a name that ends at `last` ends with "III" or ", Jr." behind it."""
        syntax = self._syntax
        total = len(syntax.words)
        if last < total and syntax.lower[last] in names.word_set("suffixes"):
            last += 1
        elif last + 1 < total and syntax.words[last] == "," and syntax.lower[last + 1] in _JUNIOR:
            last += 2
        if (
            last + 1 < total
            and syntax.words[last] == "."
            and syntax.lower[last - 1] in {"jr", "sr"}
            and syntax.parsed.glued[last]
            and syntax.sentence_of[last + 1] == syntax.sentence_of[last]
        ):
            last += 1
        return last

    def start(self, first: int) -> int:
        """Where a name begins of which a token is known to be a part."""
        while first > 0 and self._extends_left(first):
            first -= 1
        return first

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
        if low in names.word_set("particles") and before and syntax.words[before - 1][0].isupper():
            return self._extends_left(before)
        if not word[0].isupper() or not _WORD.match(word):
            return syntax.words[first] == "-"
        if low in _never_before():
            return False
        if self._places.country(before) or syntax.tags[before] not in {"NNP", "NNPS"}:
            return False
        body = self._bodies.at(before)
        if body and (body.kind_sure or body.anaphoric):
            return False
        return before > syntax.sentence(first)[0] or syntax.tags[before] == "NNP"

    def fits(self, first: int, last: int) -> bool:
        """Whether a span can be a person's name at all."""
        syntax = self._syntax
        words, lower = syntax.words[first:last], syntax.lower[first:last]
        if not words or not words[0][0].isalpha() or len(words) > 9:
            return False
        if not words[0][0].isupper() and lower[0] not in names.word_set("particles"):
            return False
        if any(ch.isdigit() for word in words for ch in word):
            return False
        if not offices.word_set("not_people").isdisjoint(lower):
            return False
        if all(word in _dull() for word in lower):
            return False
        covered = [token in self._places.at for token in range(first, last)]
        if all(covered) or (len(words) > 1 and lower[-1] in _LANDSCAPE):
            return False
        body = self._bodies.at(first)
        if body and body.kind_sure and body.entry.kind != "other" and not body.anaphoric:
            return False
        return {"MD", "WDT", "PRP"}.isdisjoint(syntax.tags[first:last])

    def acts(self, token: int) -> bool:
        """Whether a word is the subject of what people do: "X stressed"."""
        syntax = self._syntax
        verb = syntax.lemmas[syntax.heads[token]]
        return syntax.deps[token] == "nsubj" and verb in names.word_set("human_verbs")


@cache
def _never_before() -> frozenset[str]:
    """Words that stand before a name and do not belong to it."""
    keys = ("courtesy", "ranks", "direct", "not_people", "modifiers")
    return offices.heads().union(body_facts.heads(), *map(offices.word_set, keys))


@cache
def _dull() -> frozenset[str]:
    """Words of which alone no name consists."""
    keys = ("modifiers", "fields", "ranks", "courtesy")
    return offices.heads().union(*map(offices.word_set, keys))
