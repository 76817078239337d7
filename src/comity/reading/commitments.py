"""Commitments: what somebody agrees, promises, means, asks or hopes to do from now on.

The verb, noun or adjective gives the strength: agreement, pledge, intention, request, hope. Here
each find gets the countries it is made to, and of two finds in the same words one is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from comity.data.lexicons import committing, words
from comity.model.reading import Commitment, Span
from comity.reading.cast import Cast
from comity.reading.commitment_nouns import CommitmentNouns
from comity.reading.commitment_verbs import CommitmentVerbs
from comity.reading.signings import Signings
from comity.reading.syntax import Syntax
from comity.reading.undertakings import Undertaking

#: quotations shorter than this are words of the report's sentence, whoever said them
_SHORT = 14
_MADE_TO = {"with", "to", "alongside", "for", "between", "toward", "towards", "among"}


@dataclass(frozen=True, slots=True)
class Found:
    """A commitment with what other fields need: whose countries, to whom, and where it stands."""

    item: Commitment
    by_codes: tuple[str, ...]
    to_codes: tuple[str, ...]
    token: int
    span: Span


class Commitments:
    """All commitments of a report."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        found = [self._found(undertaking) for undertaking in self._undertakings()]
        self.found = _distinct([one for one in found if one is not None])

    def items(self) -> list[Commitment]:
        """The commitments in the order of the text."""
        return [f.item for f in sorted(self.found, key=lambda f: f.span)]

    def _undertakings(self) -> Iterator[Undertaking]:
        syntax = self._syntax
        verbs, nouns = CommitmentVerbs(self._cast), CommitmentNouns(self._cast)
        signings = Signings(self._cast)
        for first, last in syntax.body_sentences():
            for token in range(first, last):
                if not self._in_scope(token):
                    continue
                lemma, tag = syntax.lemmas[token], syntax.tags[token]
                if tag.startswith("VB"):
                    yield from verbs.at(token)
                elif tag.startswith("NN") and lemma in committing("nouns"):
                    yield from nouns.noun(token, lemma)
                elif lemma == "signing":
                    yield from signings.of_noun(token)
                if syntax.lower[token] in committing("adjectives") and not tag.startswith("NN"):
                    yield from nouns.adjective(token)

    def _in_scope(self, token: int) -> bool:
        """Own words only of those whose speaker is known: quotations without one are left out."""
        number = self._syntax.quoted[token]
        if number < 0 or number in self._cast.quoted_speakers:
            return True
        quotation = self._syntax.parsed.quotations[number]
        return quotation.last - quotation.first < _SHORT

    def _found(self, undertaking: Undertaking) -> Found | None:
        """The undertaking as an item, with the countries it is made to; None where nobody acts."""
        syntax = self._syntax
        by = undertaking.by
        first, last = syntax.trim(*undertaking.span)
        begins = min(max(undertaking.text[0], first), last - 1)
        text = syntax.trim(begins, last)
        if text[1] <= text[0] or not by.names:
            return None
        by_codes = [code for name in by.names for code in self._cast.codes_of(name)]
        by_codes = by_codes or list(by.codes)
        to_codes = [code for code in self._made_to(undertaking, text) if code not in by_codes]
        if syntax.quoted[undertaking.token] >= 0 and not to_codes and self._addresses(text):
            to_codes = [c for c in dict.fromkeys(self._cast.main.codes) if c not in by_codes]
        names = undertaking.to.names or [self._cast.places.name_of(code) for code in to_codes]
        item = Commitment(
            by=tuple(by.names),
            to=tuple(name for name in dict.fromkeys(names) if name not in by.names),
            kind=undertaking.kind,
            text=syntax.said(*text),
            evidence=(syntax.offsets(first, last),),
        )
        codes = tuple(dict.fromkeys(by_codes))
        return Found(item, codes, tuple(to_codes), undertaking.token, (first, last))

    # to whom

    def _made_to(self, undertaking: Undertaking, text: Span) -> list[str]:
        """Codes of the countries that an undertaking is made to."""
        if undertaking.to.codes:
            return list(undertaking.to.codes)
        if undertaking.kind == "request":
            return []
        codes = self._partners(*text)
        if not codes and not undertaking.to and undertaking.kind in {"pledge", "intention"}:
            codes = self._told(undertaking.token)
        return [code for code in codes if not self._adversary(code, *text)]

    def _partners(self, first: int, last: int) -> list[str]:
        """Countries that a commitment is made to: objects, "with X", "for X", "X's security"."""
        codes: list[str] = []
        for place in self._cast.places.within(first, last):
            if place.sort != "city" and self._is_partner(place.last - 1, first):
                codes.extend(code for code in place.codes if code not in codes)
        return codes

    def _is_partner(self, token: int, first: int) -> bool:
        syntax = self._syntax
        for _ in range(5):
            dep, head = syntax.deps[token], syntax.heads[token]
            if dep in {"dobj", "dative", "iobj"}:
                return True
            if dep == "pobj":
                word = syntax.lower[head]
                if word in _MADE_TO:
                    return True
                if word == "in" and {"support", "assist", "help"} & set(syntax.lemmas[first:token]):
                    return True
                if word != "of":
                    return False
                token = syntax.heads[head]
                if token < first or syntax.lemmas[token] in words("commitments", "not_made_to"):
                    return False
            elif dep in {"conj", "poss", "compound", "amod", "nmod", "appos"}:
                if dep != "conj" and syntax.lemmas[head] in words("commitments", "not_made_to"):
                    return False
                token = head
            else:
                return False
        return False

    def _told(self, verb: int) -> list[str]:
        """ "informed X that the United States will provide": the promise is made to X."""
        syntax = self._syntax
        above = syntax.heads[verb]
        if syntax.deps[verb] != "ccomp" or syntax.lemmas[above] not in {"inform", "tell", "assure"}:
            return []
        heard = syntax.child(above, "dobj")
        return list(self._cast.resolve(heard).codes) if heard is not None else []

    def _adversary(self, code: str, first: int, last: int) -> bool:
        """A country that the commitment is directed against, not made to."""
        lower, lemmas = self._syntax.lower, self._syntax.lemmas
        for place in self._cast.places.within(first, last):
            if code not in place.codes:
                continue
            before = set(lower[max(first, place.first - 3) : place.first])
            aims = set(lemmas[max(first, place.first - 4) : place.first])
            owned = lower[place.last : place.last + 1] in (["'s"], ["’s"], ["’"])
            act = set(lemmas[place.last + owned : place.last + 3 + owned])
            against = before & {"against", "by"} or aims & words("commitments", "against")
            if not against and not act & words("commitments", "hostile"):
                return False
        return True

    def _addresses(self, text: Span) -> bool:
        return bool({"you", "your", "our", "us"} & set(self._syntax.lower[text[0] : text[1]]))


def _distinct(found: list[Found]) -> list[Found]:
    """Of two that rest on nearly the same words, the outer one stays."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.span[0], -f.span[1])):
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _same(one: Found, other: Found) -> bool:
    a, b = one.span, other.span
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return one.token == other.token or shared > 0.7 * max(a[1] - a[0], b[1] - b[0])
