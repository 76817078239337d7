"""Ties: standing relations between countries or bodies that the report names as such."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.data.lexicons import words
from comity.data.vocabulary import TieKind
from comity.model.reading import Span, Tie
from comity.reading import founding
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments, Found
from comity.reading.dates import Dates

_DETERMINERS = {"our", "their", "the", "bilateral", "this", "its", "'s", "’s"}

#: groups of parliaments are friendship groups, not partnerships
_PARLIAMENTARY = {"friendship", "parliamentary", "inter-parliamentary", "interparliamentary"}


class Ties:
    """All ties of a report."""

    def __init__(self, cast: Cast, dates: Dates, commitments: Commitments) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._dates = dates
        self._found: dict[tuple[TieKind, frozenset[str], str], Tie] = {}
        self._groups()
        for found in commitments.found:
            self._signed(found)
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                if self._syntax.tags[token].startswith("NN"):
                    self._at(token)

    def items(self) -> list[Tie]:
        """The ties in the order of the text."""
        return sorted(self._found.values(), key=lambda tie: tie.evidence)

    def _groups(self) -> None:
        """A friendship group between two countries is a tie of its own."""
        for entry in self._cast.bodies.entries:
            if entry.kind == "friendship group":
                first, last = entry.mentions[0]
                codes = self._filled(self._cast.places.codes_within(first, last))
                self._put("friendship group", codes, None, (first, last))

    def _signed(self, found: Found) -> None:
        """An agreement that was signed is a tie from that year on."""
        syntax = self._syntax
        if syntax.lemmas[found.token] not in {"sign", "conclude", "ink"}:
            return
        first, last = syntax.sentence(found.token)
        signed = words("ties", "treaties") | {"mou", "deal"}
        if found.item.kind != "agreement" or not signed & set(syntax.lemmas[first:last]):
            return
        codes = list(dict.fromkeys([*found.by_codes, *found.to_codes]))[:6]
        dated = [d.value[:4] for d in self._dates.within(first, last) if d.value[:4].isdecimal()]
        year = self._dates.year_of_publication()
        past = [value for value in dated if year is None or int(value) <= year]
        since = past[0] if past else (str(year) if year else None)
        self._put("agreement", codes, since, found.span, _short(found.item.text))

    def _at(self, token: int) -> None:
        syntax = self._syntax
        lemma, tag = syntax.lemmas[token].lower(), syntax.tags[token]
        proper = syntax.words[token][0].isupper()
        if lemma == "partnership" and tag in {"NN", "NNP"}:
            self._partnership(token)
        elif lemma == "partner" and tag == "NNS":
            self._partners(token)
        elif lemma in {"agreement", "treaty"} and not proper:
            self._plain_agreement(token)
        elif lemma == "alliance":
            self._alliance(token)
        elif lemma in {"relation", "tie"} and syntax.lower[token - 1] == "diplomatic":
            self._diplomatic(token)
        elif lemma in words("ties", "treaties") and proper:
            self._agreement(token)
        elif lemma == "dialogue" and proper and token - self._name_start(token) >= 2:
            self._partnership(token)
        elif lemma in words("ties", "forums") and proper:
            first = self._name_start(token)
            if _PARLIAMENTARY.isdisjoint(syntax.lower[first:token]):
                codes = self._cast.places.codes_within(first, token)
                self._put("partnership", codes, None, (first, token + 1))
        elif lemma == "ally" and tag in {"NNS", "NNPS"} and syntax.words[token - 1] == "NATO":
            self._put("alliance", self._pair([]), None, syntax.phrase(token))

    # partnerships and alliances

    def _partners(self, token: int) -> None:
        """ "X and Y are strategic partners"; "the Caspian Partners of X and Y"."""
        syntax = self._syntax
        if "strategic" in (syntax.lower[token - 1], syntax.lower[token - 2]):
            codes = self._codes(*syntax.sentence(token))
            codes = codes if len(codes) == 2 else self._pair([])
            span = syntax.trim(*syntax.sentence(token))
            self._put("strategic partnership", codes, self._since(token), span)
        elif syntax.prepositions(token, "of") and syntax.words[token - 1][0].isupper():
            span = syntax.subtree(token)
            self._put("partnership", self._cast.places.codes_within(*span), None, span)

    def _partnership(self, token: int) -> None:
        """ "our strategic partnership", "the partnership between X and Y"."""
        syntax = self._syntax
        first, last = self._around(token)
        around = set(syntax.lower[first : token + 1])
        capital = syntax.words[token][0].isupper() and syntax.lower[token] == "partnership"
        if around & words("ties", "loose"):
            return
        if capital and syntax.lower[token + 1 : token + 2] in (["for"], ["on"]):
            return
        codes = self._codes(first, last)
        strategic = "strategic" in around
        codes = codes or self._raising(token)
        if not codes:
            if syntax.lower[first] in {"a", "an"} and not strategic:
                return
            if not around & _DETERMINERS or not self._qualified(token):
                return
        kind: TieKind = "strategic partnership" if strategic else "partnership"
        self._put(kind, self._filled(codes), self._since(token), (first, last))

    def _raising(self, token: int) -> list[str]:
        """ "X and Y elevated their relations to a partnership": the countries of the subject."""
        syntax = self._syntax
        verb = syntax.heads[syntax.heads[token]]
        if syntax.lemmas[verb] not in words("ties", "raising"):
            return []
        subject = syntax.subject(verb)
        codes = (
            list(dict.fromkeys(self._cast.resolve(subject).codes)) if subject is not None else []
        )
        return codes if len(codes) == 2 else []

    def _qualified(self, token: int) -> bool:
        """ "our close partnership": whether a noun has modifiers that are no countries."""
        syntax = self._syntax
        return any(
            syntax.deps[t] in {"amod", "compound", "nmod", "conj"}
            and not self._cast.places.country(t)
            for t in range(syntax.parsed.lefts[token], token)
        )

    def _alliance(self, token: int) -> None:
        """ "our alliance", "the alliance with X", "the NATO Alliance"."""
        syntax = self._syntax
        first, last = self._around(token)
        codes = self._codes(first, last)
        nato = "NATO" in syntax.words[first:token]
        if not codes and not {"our", "nato"} & set(syntax.lower[first : token + 1]):
            return
        since = self._since(token)
        if since is None and nato:
            since = self._accession(token)
        self._put("alliance", self._filled(codes), since, (first, last))

    def _accession(self, token: int) -> str | None:
        """ "the 25th anniversary of X's accession to NATO": a member since then."""
        first, last = self._syntax.sentence(token)
        sentence = self._syntax.lower[first:last]
        if "accession" not in sentence:
            return None
        return founding.founding_year(sentence, self._dates.year_of_publication())

    def _diplomatic(self, token: int) -> None:
        """ "30 years of diplomatic relations": only where their beginning is spoken of."""
        syntax = self._syntax
        first, last = syntax.sentence(token)
        beginning = {"establishment", "anniversary", "established", "years", "anniversaries"}
        if beginning & set(syntax.lower[first:last]):
            span = self._around(token)
            codes = self._filled(self._codes(*span))
            self._put("diplomatic relations", codes, self._since(token), span)

    # agreements

    def _plain_agreement(self, token: int) -> None:
        """ "the boundary agreement that the two countries signed in 2011"."""
        syntax = self._syntax
        first, last = syntax.subtree(token)
        signed = {"sign", "conclude"} & set(syntax.lemmas[token:last])
        years = [d.value[:4] for d in self._dates.within(token, last)]
        if years and (signed or "intergovernmental" in syntax.lower[first:token]):
            codes = self._filled(self._codes(first, last))
            name = _short(syntax.plain(first, last))
            self._put("agreement", codes, years[0], (first, last), name)

    def _agreement(self, token: int) -> None:
        """A named treaty or framework between countries of the report."""
        syntax = self._syntax
        first, last = self._name_start(token), self._name_end(token)
        if token + 1 - first < 2 or self._to_come(token):
            return
        if words("ties", "other_treaties") & set(syntax.lower[first:last]):
            return
        if syntax.lemmas[token] == "plan" and not self._cast.places.codes_within(first, token):
            return
        codes = self._codes(first, last)
        if len(codes) < 2:
            near = self._codes(*self._around(token))
            if len(near) < 2:
                near = self._pair(codes) if self._own(first, token) else []
            codes = near
        name = _short(syntax.plain(first, last))
        self._put("agreement", codes, self._since(token), (first, last), name)

    def _own(self, first: int, token: int) -> bool:
        """Whether a treaty is the two sides' own: "our", signed by them, or worked under."""
        start, _ = self._syntax.sentence(token)
        before = self._syntax.lemmas[max(start, first - 8) : first]
        return bool(words("ties", "own") & set(before))

    def _to_come(self, token: int) -> bool:
        """ "an Open Skies Agreement" that is negotiated, or not yet in force."""
        first, last = self._syntax.sentence(token)
        text = " ".join(self._syntax.lower[first:last])
        signs = ("forward to the entry into force", "negotiat", "conclusion of")
        return any(sign in text for sign in signs)

    # names

    def _name_start(self, token: int) -> int:
        """Where a name in capitals begins that ends at a token."""
        syntax = self._syntax
        first = token
        start, _ = syntax.sentence(token)
        while first > start and (
            syntax.words[first - 1][0].isupper()
            or syntax.words[first - 1] in {"-", "–"}
            or (syntax.lower[first - 1] in {"and", "&"} and syntax.words[first - 2][0].isupper())
        ):
            first -= 1
        return first

    def _name_end(self, token: int) -> int:
        """Where a name ends: "Agreement on Trade, Transit and the Protection of Investments"."""
        syntax = self._syntax
        _, end = syntax.sentence(token)
        last = token + 1
        if last >= end or syntax.lower[last] not in {"for", "on", "of"}:
            return last
        at = last + 1
        while at < end and (
            syntax.words[at][0].isupper()
            or (syntax.words[at] == "," and at + 1 < end and self._name_goes_on(at + 1, end))
            or (
                syntax.lower[at] in {"and", "the", "of"}
                and at + 1 < end
                and syntax.words[at + 1][0].isupper()
            )
        ):
            at += 1
        return at if at > last + 1 else last

    def _name_goes_on(self, token: int, end: int) -> bool:
        syntax = self._syntax
        while token < end and syntax.lower[token] == "and":
            token += 1
        if token >= end or not syntax.words[token][0].isupper():
            return False
        return self._cast.places.country(token) is None

    def _around(self, token: int) -> Span:
        """The noun phrase around a token with "between …", "with …" behind it."""
        syntax = self._syntax
        first, last = syntax.parsed.lefts[token], self._behind(token)
        relatives = (t for t in range(token + 1, last) if syntax.deps[t] in {"relcl", "advcl"})
        relative = next(relatives, None)
        if relative is not None:
            last = syntax.parsed.lefts[relative]
        head = syntax.heads[token]
        if syntax.deps[token] in {"pobj", "conj"} and syntax.lower[head] == "of":
            relation = syntax.heads[head]
            if syntax.lemmas[relation] in {"relation", "level", "spirit", "relationship"}:
                first = min(first, syntax.parsed.lefts[relation])
        if syntax.deps[token] == "appos" and abs(head - token) < 20:
            first = min(first, syntax.parsed.lefts[head])
        return syntax.trim(first, max(last, token + 1))

    def _behind(self, token: int) -> int:
        """The end of "between X and Y" or "with X" behind a noun, wherever the parse hangs it."""
        syntax = self._syntax
        _, end = syntax.sentence(token)
        last = token + 1
        for child in syntax.children(token, "prep"):
            if syntax.lower[child] in {"between", "with", "of", "among"}:
                last = max(last, min(end, syntax.parsed.rights[child] + 1))
        if last > token + 1 or last >= end or syntax.lower[last] not in {"between", "with"}:
            return last
        place = self._cast.places.country(token + 2)
        if place is None:
            return last
        if place.last + 1 < end and syntax.lower[place.last] == "and":
            place = self._cast.places.country(place.last + 1) or place
        return place.last

    # countries and years

    def _codes(self, first: int, last: int) -> list[str]:
        """The countries named in a span; the European Union only where no two states are."""
        codes = self._cast.places.codes_within(first, last)
        states = [code for code in codes if code != "EUR"]
        return states if len(states) > 1 else codes

    def _filled(self, codes: list[str]) -> list[str]:
        return codes if len(codes) >= 2 else self._pair(codes)

    def _pair(self, codes: list[str]) -> list[str]:
        """Fills up with the report's own two sides: "the partnership with X", "our partnership"."""
        home = self._cast.home
        main = list(dict.fromkeys(self._cast.main.codes)) or list(self._cast.issuer.codes)
        if len(main) < 2 and home:
            main = list(dict.fromkeys([home, *main]))
        if not codes:
            return main if 2 <= len(main) <= 5 else []
        if len(main) == 2 and codes[0] in main:
            return main
        if home is None or home in codes or (codes[0] in main and home not in main):
            return []
        return [home, *codes]

    def _since(self, token: int) -> str | None:
        first, last = self._syntax.sentence(token)
        return founding.since(self._syntax.lower[first:last], self._dates.year_of_publication())

    def _put(
        self, kind: TieKind, codes: list[str], since: str | None, span: Span, name: str = ""
    ) -> None:
        """A tie of the words of a token span; a second mention can add the year. `name` parts ties
        of one kind between the same countries: agreements are known by it.
        """
        codes = list(dict.fromkeys(codes))
        if len(codes) < 2 or (kind == "agreement" and not name):
            return
        key = (kind, frozenset(codes), name)
        known = self._found.get(key)
        if known is None:
            between = tuple(self._cast.places.name_of(code) for code in codes)
            evidence = (self._syntax.offsets(*span),)
            self._found[key] = Tie(between=between, kind=kind, since=since, evidence=evidence)
        elif since and not known.since:
            self._found[key] = replace(known, since=since)


def _short(name: str) -> str:
    """A name without its bracketed short form, so that both forms of it are one."""
    return re.sub(r"[“”\"()]", "", name).casefold().strip()
