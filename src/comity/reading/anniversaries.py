"""Anniversaries: "the 30th anniversary of independence", "30 years of diplomatic relations"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.dates import Dates, number

_NAMES = {"anniversary", "birthday", "centenary", "bicentennial"}
#: "marks …" further away than this does not govern the anniversary
_FAR = 30


class Anniversaries:
    """Finds the anniversaries of a report."""

    def __init__(self, cast: Cast, dates: Dates) -> None:
        self._syntax = cast.syntax
        self._dates = dates

    def at(self, token: int) -> Iterator[tuple[Span, Span, str | None]]:
        """An anniversary at a token: (its words, the words that tell of it, its date)."""
        syntax = self._syntax
        named = syntax.lemmas[token].lower() in _NAMES
        counted = syntax.lower[token : token + 2] == ["years", "of"] and self._years_shared(token)
        if not counted and not (named and self._numbered(token)):
            return
        first, last = syntax.subtree(token)
        if named:
            if self._celebration_to_come(token):
                return
            relatives = (t for t in range(token, last) if syntax.deps[t] == "relcl")
            relative = next(relatives, None)
            if relative is not None:
                last = syntax.trim(first, syntax.parsed.lefts[relative])[1]
        yield (first, last), self._clause(token, first, last), self._date(token)

    def _numbered(self, token: int) -> bool:
        """ "the 30th", "the first", "the 30-year": which anniversary it is."""
        syntax = self._syntax
        if syntax.deps[token] in {"compound", "amod"}:
            return False
        if syntax.lemmas[token] in {"centenary", "bicentennial"}:
            return True
        return any(
            word.endswith(("th", "first", "second", "third"))
            or "year" in word
            or any(ch.isdigit() for ch in word)
            for word in syntax.lower[syntax.parsed.lefts[token] : token]
        )

    def _celebration_to_come(self, token: int) -> bool:
        """ "the upcoming celebration of the anniversary": the celebration is an event to come."""
        syntax = self._syntax
        near = range(max(0, token - 12), token)
        coming = next((t for t in near if syntax.lower[t] in words("milestones", "coming")), token)
        return "celebration" in syntax.lemmas[coming:token]

    def _years_shared(self, token: int) -> bool:
        """ "celebrate 30 years of diplomatic relations": an anniversary without the word."""
        syntax = self._syntax
        count = number(syntax.lower[token - 1 : token]) if token else None
        if not count or count < 5 or count % 5:
            return False
        first, last = syntax.subtree(token)
        if not words("milestones", "shared") & set(syntax.lemmas[first:last]):
            return False
        start, _ = syntax.sentence(token)
        return bool({"celebrate", "mark", "commemorate"} & set(syntax.lemmas[start:token]))

    def _clause(self, token: int, first: int, last: int) -> Span:
        """The noun phrase with the verb that governs it ("this year marks …")."""
        syntax = self._syntax
        head = syntax.heads[token]
        if syntax.is_verb(head) and syntax.lemmas[head] in words("milestones", "marking"):
            start = syntax.clause_start(head)
            if last - start < _FAR:
                return syntax.trim(min(start, first), last)
        return first, last

    def _date(self, token: int) -> str | None:
        """The day that the sentence gives, the day of the report, or its year."""
        published = self._dates.published
        if published is None:
            return None
        first, last = self._syntax.sentence(token)
        days = [d for d in self._dates.within(first, last) if len(d.value) == 10]
        later = [d.value for d in days if d.first > token]
        if later and later[0][:4] >= str(published.year):
            return later[0]
        text = " ".join(self._syntax.lower[first:last])
        if "coincid" in text or ("today" in text and "mark" in text):
            return published.isoformat()
        return str(published.year + ("next year" in text))
