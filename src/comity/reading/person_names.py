"""Where a report names people: by the title before a name, by the language model, by context.

A candidate becomes a person's name when something speaks for it: a title, several words, a fuller
form elsewhere in the report, or that it does what only people do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from comity.data import bodies as body_facts
from comity.data import names, offices
from comity.reading.name_forms import parts
from comity.reading.name_words import NameWords
from comity.reading.places import Places
from comity.reading.syntax import Syntax
from comity.reading.titles import Title, Titles

_LINKS = {"of", "for", "to", "the", "and", "at", "on", "in", "&", ","}
_BEFORE_TITLES = {"vice", "prime", "first", "deputy", "readout", "and"}
#: where a span that the model sees goes beyond a name
_CUTS = {"'s", "’s", ",", "’", "(", ":", "/", "–", "—"}
_BETWEEN = {",", "and", "as", "well", "of", "the"}


@dataclass(slots=True)
class PersonName:
    """A person's name at tokens `[first, last)` and the titles that stand before it.

    `seen` says that the language model or the context found it.
    """

    first: int
    last: int
    titled: bool
    seen: bool
    titles: list[Title] = field(default_factory=list)


def person_names(
    syntax: Syntax, places: Places, words: NameWords, titles: Titles
) -> list[PersonName]:
    """The people's names of a report with their titles, in order; none overlaps another."""
    found = _distinct(_Search(syntax, places, words, titles).all())
    taken = {token for name in found for token in range(name.first, name.last)}
    for name in found:
        name.titles = titles.before(name.first, taken)
        name.titled = name.titled or bool(name.titles)
    _spread_plurals(found, syntax, places)
    return _trusted(found, syntax, words)


class _Search:
    """Everything that may be a person's name in one report."""

    def __init__(self, syntax: Syntax, places: Places, words: NameWords, titles: Titles) -> None:
        self._syntax = syntax
        self._places = places
        self._words = words
        self._titles = titles

    def all(self) -> list[PersonName]:
        """Candidates of every sort; they may overlap."""
        return [*self._seen(), *self._titled(), *self._by_context()]

    # the language model

    def _seen(self) -> Iterator[PersonName]:
        """Spans of the model without titles and marks, each grown to the whole name."""
        for name in self._syntax.parsed.names:
            if name.label != "PERSON":
                continue
            first, titled = self._behind_titles(name.first, name.last)
            last = self._before_cut(first, name.last)
            heads = offices.heads()
            inner = [t for t in range(first, last - 1) if self._syntax.lower[t] in heads]
            if inner:
                first = inner[-1] + 1
            place = self._places.at.get(first)
            if place and place.sort == "name" and last - place.last >= 2:
                first = place.last
            if first >= last:
                continue
            first = self._words.start(first)
            last = self._words.with_suffix(max(last, self._words.end(first)))
            if self._words.fits(first, last):
                yield PersonName(first, last, titled, True)

    def _behind_titles(self, first: int, last: int) -> tuple[int, bool]:
        """Where a span begins without titles, and whether one of them makes a name of it."""
        lower, heads = self._syntax.lower, offices.heads()
        direct = offices.word_set("direct")
        dull = heads | direct | offices.word_set("courtesy") | _BEFORE_TITLES
        titled = False
        while first < last and (
            lower[first] in dull
            or (
                self._places.country(first) is not None
                and first + 1 < last
                and lower[first + 1] in heads
            )
        ):
            titled = titled or lower[first] in direct
            first += 1
        return first, titled

    def _before_cut(self, first: int, last: int) -> int:
        """Where a span ends without a possessive, a bracket or an apposition."""
        syntax = self._syntax
        for cut in range(first, last):
            mark, after = syntax.words[cut], min(cut + 1, last - 1)
            if mark not in _CUTS or (mark in {"’", "–"} and syntax.parsed.glued[after]):
                continue
            if not (mark == "," and syntax.lower[after] in names.word_set("suffixes")):
                return cut
        return last

    # titles

    def _titled(self) -> Iterator[PersonName]:
        """Names behind a title."""
        syntax = self._syntax
        direct = offices.word_set("direct")
        direct |= {offices.plural(word) for word in direct}
        for token, low in enumerate(syntax.lower):
            if not syntax.words[token][0].isupper():
                continue
            if low in direct:
                start = token + 1
                if syntax.words[start : start + 1] == ["."] and len(low) < 5:
                    start += 1
                start = self._skip_courtesy(start)
                end = self._words.end(start)
                if end > start and self._words.fits(start, end):
                    yield PersonName(start, end, True, False)
                    continue
            if low in offices.heads():
                yield from self._behind_title(token)

    def _skip_courtesy(self, at: int) -> int:
        lower = self._syntax.lower
        skipped = offices.word_set("courtesy") | offices.word_set("ranks")
        skipped -= names.word_set("particles") | {"the"}
        while at + 1 < len(lower) and lower[at] in skipped:
            at += 1
        return at

    def _behind_title(self, head: int) -> Iterator[PersonName]:
        """A name behind a long title: "Ambassador to Mexico Ken Salazar".

        The name is what is left of the capitalised run behind the last word that belongs to a
        title: a field, a place, the head noun of a body.
        """
        words, lower = self._syntax.words, self._syntax.lower
        _, stop = self._syntax.sentence(head)
        at = head + 1
        while at < min(stop, head + 30):
            if not words[at][0].isupper():
                if lower[at] not in _LINKS:
                    return
                at += 1
                continue
            end = at
            while end < stop and (words[end][0].isupper() or words[end] in {"-", "–"}):
                end += 1
            first = end
            while (
                first > at
                and self._words.is_name_word(first - 1)
                and not offices.is_field(lower[first - 1])
            ):
                first -= 1
                if first - 2 > at and words[first - 1] in {"-", "–"}:
                    first -= 1
            if at < first and 2 <= end - first <= 5 and self._words.fits(first, end):
                yield PersonName(first, end, False, False)
                return
            if not offices.heads().isdisjoint(lower[at:end]):
                return
            at = end

    # context

    def _by_context(self) -> Iterator[PersonName]:
        """Names that the model does not see, by what stands around them.

        "headed by X", "spokesperson X", "X, the Foreign Minister of Y", "X stressed".
        """
        syntax = self._syntax
        at, total = 0, len(syntax.words)
        while at < total:
            if not syntax.words[at][0].isupper() or not self._words.is_name_word(at):
                at += 1
                continue
            first, last = at, self._words.end(at)
            at = max(last, at + 1)
            if not 2 <= last - first <= 7 or syntax.paragraph(first).role == "title":
                continue
            if any(
                offices.is_field(low) or low in body_facts.heads()
                for low in syntax.lower[first:last]
            ):
                continue
            if self._introduced(first, last) and self._words.fits(first, last):
                yield PersonName(first, last, False, True)

    def _introduced(self, first: int, last: int) -> bool:
        syntax, heads = self._syntax, offices.heads()
        start, end = syntax.sentence(first)
        before = syntax.lower[max(0, first - 2) : first]
        if before[-1:] == ["by"] and before[0] in {"led", "headed", "chaired", "represented"}:
            return True
        if first > start:
            if before[-1] in {"counterpart", "colleague"}:
                return True
            if before[-1] in heads:
                return not syntax.words[first - 1][0].isupper()
        if self._words.acts(last - 1):
            return True
        if last + 2 >= end or syntax.words[last] != ",":
            return False
        office_follows = any(
            syntax.lower[t] in heads and syntax.lower[t + 1] in {"of", "at", "for", ","}
            for t in range(last + 1, min(last + 7, end - 1))
        )
        return office_follows and any(
            title.last - title.first > 1 for title in self._titles.after(last, end, set())
        )


def _distinct(found: list[PersonName]) -> list[PersonName]:
    """One candidate a place, in order: the longer of two that overlap."""
    kept: list[PersonName] = []
    for name in sorted(found, key=lambda name: (name.first, -name.last)):
        if not kept or name.first >= kept[-1].last:
            kept.append(name)
            continue
        other = kept[-1]
        if name.last - name.first > other.last - other.first:
            kept[-1] = name
        kept[-1].titled = name.titled or other.titled
        kept[-1].seen = name.seen or other.seen
    return kept


def _spread_plurals(found: list[PersonName], syntax: Syntax, places: Places) -> None:
    """ "Co-Chairs Frances Arnold and Maria Zuber": the title holds for the whole list."""
    for number, name in enumerate(found):
        if not (name.titles and name.titles[-1].plural):
            continue
        at = name.last
        for other in found[number + 1 :]:
            between = {syntax.lower[t] for t in range(at, other.first) if t not in places.at}
            if not between or not between <= _BETWEEN or other.titles:
                break
            other.titles = list(name.titles)
            other.titled = True
            at = other.last


def _trusted(found: list[PersonName], syntax: Syntax, words: NameWords) -> list[PersonName]:
    """The names with evidence: a title, several words, a fuller form elsewhere, or their deeds."""
    forms = {id(name): parts(syntax.words[name.first : name.last]) for name in found}
    full = [forms[id(n)] for n in found if n.last - n.first > 1 or n.titled]
    known = {part for form in full for part in (*form[:1], *form[-1:])}

    def holds(name: PersonName) -> bool:
        if name.titled:
            return True
        own, last = syntax.words[name.first : name.last], name.last - 1
        if len(own) > 1:
            noun = syntax.heads[last]
            if syntax.deps[last] == "compound" and noun > last and syntax.words[noun].islower():
                return False  # "the Babyn Yar memorial"
            capitals = sum(word[0].isupper() for word in own)
            return capitals >= 2 and syntax.tags[last] in {"NNP", "NNPS", "NN", "FW", "."}
        if known.intersection(forms[id(name)][-1:]):
            return True
        return name.seen and words.acts(last) and len(own[0]) > 2

    return [name for name in found if holds(name)]
