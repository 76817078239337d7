"""Targets: what is to be reached by a date ("by 2050", "no later than March")."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.dates import Dates

#: reports without a date of publication: earlier years are history, not targets
_EARLIEST = 2024


class Targets:
    """Finds the targets of a report."""

    def __init__(self, cast: Cast, dates: Dates) -> None:
        self._syntax = cast.syntax
        self._dates = dates

    def noun(self, token: int) -> Iterator[tuple[Span, str]]:
        """ "the target of 40 percent by 2030": (its words, its date)."""
        first, last = self._syntax.subtree(token)
        dates = self._dates.within(first, last)
        if dates:
            summer = "summer" in self._syntax.lower[first:last]
            yield (first, last), dates[0].value[:4] if summer else dates[0].value

    def by(self, token: int, last: int) -> Iterator[tuple[Span, str]]:
        """What stands with "by 2050", "before the end of the year", "no later than March"."""
        syntax = self._syntax
        value, stop = self._term(token, last)
        stop = max(stop, token + 1)
        if value is None or self._is_past(value):
            return
        verb = self._verb(token)
        if verb is None:
            noun = syntax.heads[token]
            if syntax.tags[noun].startswith("NN") and self._expected(noun):
                yield syntax.trim(syntax.parsed.lefts[noun], stop), value
            return
        start = verb
        if verb > token:  # "By 2030, …": up to the end of the clause
            start, stop = syntax.clause_start(verb), max(stop, syntax.clause_end(verb))
        for at in range(verb, min(stop, token)):  # the nearest verb of a coordination
            if syntax.tags[at] in {"VB", "VBG"}:
                if syntax.deps[at] in {"conj", "xcomp", "pcomp", "acl"}:
                    start = at
        yield syntax.trim(start, stop), value

    def _term(self, token: int, last: int) -> tuple[str | None, int]:
        """The date behind "by", and where it ends; None where no date stands there."""
        syntax = self._syntax
        at = token + 1 + (syntax.lower[token] == "later")
        while at < last and syntax.lower[at] in {"the", "end", "of", "early", "late", "mid"}:
            at += 1
        dated = next((d for d in self._dates.found if d.first == at), None)
        if dated is not None:
            return dated.value, dated.last
        published = self._dates.published
        before_year = syntax.lower[token] == "before" and at == token + 1
        if at < last and syntax.lower[at] == "year" and published and not before_year:
            return str(published.year), at + 1
        return None, at + 1

    def _is_past(self, value: str) -> bool:
        published = self._dates.published
        if published is not None:
            return value < published.isoformat()[: len(value)]
        return len(value) == 4 and int(value) < _EARLIEST

    def _verb(self, token: int) -> int | None:
        """The verb that is to be done by then; None where there is none or it is past."""
        syntax = self._syntax
        verb = token
        for _ in range(8):
            head = syntax.heads[verb]
            if head == verb:
                break
            verb = head
            if syntax.is_verb(verb) and syntax.tags[verb] in {"VB", "VBG", "MD"}:
                break
        if not syntax.is_verb(verb):
            return None
        ahead = syntax.auxiliaries(verb) & {"will", "be"}
        return None if syntax.tags[verb] in {"VBD", "VBN"} and not ahead else verb

    def _expected(self, noun: int) -> bool:
        """ "hopes for the first tenders before the end of 2024"."""
        syntax = self._syntax
        head = syntax.heads[syntax.heads[noun]]
        return syntax.lemmas[head] in {"hope", "expect", "aim", "plan"}
