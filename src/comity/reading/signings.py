"""Agreements that were signed, concluded, launched or established."""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.reading.cast import Cast
from comity.reading.undertakings import Undertaking, both_sides, of_verb


class Signings:
    """Reads the agreements that a signature tells of."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax

    def of_verb(self, verb: int, lemma: str) -> Iterator[Undertaking]:
        """ "signed a memorandum", "are launching a campaign", "was signed"."""
        syntax = self._syntax
        if self._told_as_history(verb):
            return
        if syntax.deps[verb] in {"advcl", "acl", "relcl", "pcomp"} and syntax.tags[verb] != "VBG":
            return
        thing = syntax.child(verb, "dobj")
        if thing is not None:
            yield from self._active(verb, lemma, thing)
            return
        passive = syntax.child(verb, "nsubjpass")
        if passive is None or lemma not in {"sign", "conclude", "initial"}:
            return
        if syntax.lemmas[passive] not in words("commitments", "signed"):
            return
        agent = syntax.preposition(verb, "by")
        by = self._cast.resolve(agent)
        start = syntax.parsed.lefts[passive]
        yield from of_verb(syntax, "agreement", by or both_sides(self._cast), verb, start)

    def _active(self, verb: int, lemma: str, thing: int) -> Iterator[Undertaking]:
        """The document that is signed, and others coordinated with it."""
        syntax = self._syntax
        signed = words("commitments", "signed")
        if syntax.lemmas[thing] not in signed or syntax.tags[verb] == "VB":
            return
        if lemma in {"establish", "launch"} and syntax.deps[verb] not in {"ROOT", "conj"}:
            return
        subject = syntax.subject(verb)
        by = self._cast.resolve(subject)
        if not by or (lemma == "adopt" and not by.plural):
            return
        clause = syntax.lower[verb : syntax.clause_end(verb)]
        if len(by.names) < 2 and not {"with", "between"} & set(clause):
            return  # an order, a bill, a directive: one side's own act
        yield from of_verb(syntax, "agreement", by, verb, syntax.parsed.lefts[thing])
        things = [t for t in syntax.conjuncts(thing) if syntax.tags[t].startswith("NN")]
        for other in things[1:]:
            if syntax.lemmas[other] in signed and syntax.heads[other] in things:
                span = syntax.parsed.lefts[other], syntax.phrase(other)[1]
                yield Undertaking("agreement", by, span, span, other)

    def _told_as_history(self, verb: int) -> bool:
        """A signature of an earlier year, or recalled: a tie, but no new commitment."""
        syntax = self._syntax
        first, last = syntax.sentence(verb)
        published = syntax.parsed.report.published
        years = self._years(verb, min(last, verb + 25))
        old = bool(published and years and max(years) < published[:4] and min(years) > "1800")
        return old or bool({"recall", "remind"} & set(syntax.lemmas[first:verb]))

    def of_noun(self, noun: int) -> Iterator[Undertaking]:
        """ "welcomed the signing today of the Agreement": both countries have agreed."""
        syntax = self._syntax
        thing = syntax.preposition(noun, "of")
        _, end = syntax.sentence(noun)
        if thing is None:
            nearby = range(noun + 1, min(end, noun + 4))
            of = next((t for t in nearby if syntax.lower[t] == "of"), None)
            if of is None:
                return
            thing = of + 1
        years = self._years(max(0, noun - 2), min(end, noun + 6))
        published = syntax.parsed.report.published
        if published and any(year < published[:4] for year in years):
            return
        last = syntax.clause_end(syntax.heads[noun])
        span = syntax.trim(noun - 1 if syntax.lower[noun - 1] == "the" else noun, last)
        both = both_sides(self._cast)
        if both:
            start = syntax.parsed.lefts[thing]
            yield Undertaking("agreement", both, (start, last), span, noun)

    def _years(self, first: int, last: int) -> list[str]:
        return [w for w in self._syntax.lower[first:last] if w.isdecimal() and len(w) == 4]
