"""Events still to come: "the upcoming summit in June", "will meet again", "elections in 2026"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.model.reading import Span
from comity.reading.cast import Cast
from comity.reading.dates import Dates


class PlannedEvents:
    """Finds the events that a report expects."""

    def __init__(self, cast: Cast, dates: Dates) -> None:
        self._syntax = cast.syntax
        self._dates = dates

    # nouns

    def noun(self, token: int, first: int, last: int) -> Iterator[tuple[Span, Span, str | None]]:
        """An event noun in the sentence `[first, last)`: (its words, the evidence, its date)."""
        syntax = self._syntax
        if syntax.deps[token] == "compound" or syntax.lemmas[token] == "week":
            return
        start, head = syntax.parsed.lefts[token], syntax.heads[token]
        scheduled = self._scheduled(token, head)
        ahead = scheduled or self._called_coming(token, start) or self._in_force(token, first, last)
        if not ahead and not self._dated_later(token):
            return
        span = syntax.trim(start, max(self._end(token), token + 1))
        evidence = syntax.trim(start, syntax.clause_end(head)) if scheduled else span
        yield span, evidence, self._date(first, last, token)

    def _called_coming(self, token: int, start: int) -> bool:
        """ "the upcoming summit", "the next Leaders' Meeting", "ahead of his visit"."""
        syntax = self._syntax
        around = set(syntax.lower[start:token])
        coming = around & words("milestones", "coming")
        named = syntax.words[token][0].isupper() or around & {"the", "their", "our", "'s", "’s"}
        if not named:
            coming = coming - {"next"}
        if coming:
            return True
        ahead = syntax.lower[max(0, start - 2) : start] == ["ahead", "of"]
        if not ahead or syntax.lemmas[token] not in {"meeting", "summit", "visit"}:
            return False
        return syntax.child(token, "poss") is not None or bool(syntax.prepositions(token, "with"))

    def _in_force(self, token: int, first: int, last: int) -> bool:
        """ "look forward to the entry into force of the treaty"."""
        syntax = self._syntax
        if syntax.lower[token + 1 : token + 3] != ["into", "force"]:
            return False
        awaited = {"forward", "will", "await", "expected"} & set(syntax.lower[first:last])
        return syntax.lemmas[token] == "entry" and bool(awaited)

    def _scheduled(self, token: int, head: int) -> bool:
        """ "the summit will take place"."""
        syntax = self._syntax
        if syntax.deps[token] not in {"nsubj", "nsubjpass"}:
            return False
        if "will" not in syntax.auxiliaries(head):
            return False
        return syntax.lemmas[head] in words("milestones", "scheduling")

    def _dated_later(self, token: int) -> bool:
        """An event noun with a date after the day of publication: "elections in 2026"."""
        syntax = self._syntax
        published = self._dates.published
        if published is None or syntax.lemmas[token] in words("milestones", "undated"):
            return False
        first, last = syntax.subtree(token)
        election = syntax.lemmas[token] == "election"
        return any(
            self._is_later(d.value) or (election and d.value == str(published.year))
            for d in self._dates.within(first, min(last, token + 7))
        )

    def _is_later(self, value: str) -> bool:
        published = self._dates.published
        return published is not None and value > published.isoformat()[: len(value)]

    def _end(self, token: int) -> int:
        """Where an event's words end: behind its prepositions, before a clause about it."""
        syntax = self._syntax
        end = syntax.phrase(token)[1]
        _, stop = syntax.sentence(token)
        for child in syntax.children(token, "prep"):
            if child > token:
                end = max(end, min(stop, syntax.parsed.rights[child] + 1))
        clauses = (t for t in range(token, end) if syntax.deps[t] in {"relcl", "advcl"})
        clause = next(clauses, None)
        return end if clause is None else min(end, syntax.parsed.lefts[clause])

    def _date(self, first: int, last: int, token: int) -> str | None:
        """The date to come that stands nearest to a token."""
        published = self._dates.published
        later = [
            d
            for d in self._dates.within(first, last)
            if published is None or d.value >= published.isoformat()[: len(d.value)]
        ]
        later = [d for d in later if self._syntax.lower[d.first] != "today"]
        return min(later, key=lambda d: abs(d.first - token)).value if later else None

    # verbs

    def verb(self, verb: int) -> Iterator[tuple[Span, Span, str | None]]:
        """ "will meet again this summer", "committed to meeting again", "will be held on …"."""
        syntax = self._syntax
        future = "will" in syntax.auxiliaries(verb) or self._is_to(verb)
        agreed = syntax.tags[verb] in {"VBG", "VB"} and self._agreed(verb)
        if not (future or agreed) or syntax.negated(verb) or self._told_by_noun(verb):
            return
        if syntax.lemmas[verb] not in words("milestones", "verbs") and not self._later_day(verb):
            return
        end = syntax.clause_end(verb)
        dates = self._dates.within(verb, end)
        again = "again" in syntax.lower[verb:end]
        if not self._told_when(verb, future, bool(dates), again):
            return
        stop = max((d.last for d in dates), default=end)
        first = syntax.clause_start(verb) if future else verb
        span = syntax.trim(first, max(stop, verb + 1))
        evidence = span
        if agreed and not future and syntax.heads[verb] < verb:
            evidence = syntax.trim(min(self._agreeing_start(verb), span[0]), span[1])
        yield span, evidence, self._date(verb, end, verb)

    def _told_when(self, verb: int, future: bool, dated: bool, again: bool) -> bool:
        """Whether a verb names an event of its own: by a date, "again", or a journey to come."""
        lemma = self._syntax.lemmas[verb]
        if dated:
            return True
        if lemma in words("milestones", "held") or (lemma == "meet" and not again):
            return False
        if lemma in {"convene", "gather"}:
            return False
        if lemma in {"visit", "travel", "attend"}:
            return future
        return again or future

    def _told_by_noun(self, verb: int) -> bool:
        """ "the summit will be held": the noun is read already."""
        syntax = self._syntax
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        holding = {"hold", "take", "open", "convene", "host"}
        if subject is None or syntax.lemmas[verb] not in holding:
            return False
        return syntax.lemmas[subject].lower() in words("milestones", "events")

    def _is_to(self, verb: int) -> bool:
        """ "X is to travel to Y on Friday"."""
        syntax = self._syntax
        if "to" not in syntax.auxiliaries(verb) or syntax.deps[verb] != "xcomp":
            return False
        ahead = {"is", "are", "expected", "due", "set", "scheduled", "slated"}
        return syntax.lower[syntax.heads[verb]] in ahead

    def _later_day(self, verb: int) -> bool:
        """Whether the clause names a day, month or season to come, not a term ("by …")."""
        syntax = self._syntax
        for dated in self._dates.within(verb, syntax.clause_end(verb)):
            before = set(syntax.lower[max(verb, dated.first - 4) : dated.first])
            if before & {"by", "before", "until", "later"}:
                return False
            if self._is_later(dated.value):
                return True
        return False

    def _agreed(self, verb: int) -> bool:
        """Whether a verb stands below "agreed", "plan", "invited"."""
        syntax = self._syntax
        current = verb
        for _ in range(3):
            current = syntax.heads[current]
            if syntax.lemmas[current] in words("milestones", "binding"):
                return True
        return False

    def _agreeing_start(self, verb: int) -> int:
        syntax = self._syntax
        head = syntax.heads[verb]
        while not syntax.is_verb(head) and syntax.heads[head] != head:
            head = syntax.heads[head]
        return syntax.clause_start(head)
