"""Ties: standing relations between countries or bodies that the report names as such."""

from __future__ import annotations

import re

from comity.data.vocabulary import TieKind
from comity.model.reading import Span, Tie
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments, Found
from comity.reading.dates import Dates, number

_NAMED = {
    "agreement", "treaty", "accord", "pact", "framework", "compact", "convention", "protocol",
    "charter", "memorandum", "plan", "arrangement",
}  # fmt: skip
_NOT_TIES = {"paris", "climate", "vienna", "geneva", "nuclear", "minsk", "abraham", "un", "montreal",
             "nato", "atlantic"}  # fmt: skip
_FORUMS = {
    "group",
    "commission",
    "council",
    "committee",
    "mechanism",
    "forum",
    "initiative",
    "taskforce",
}
_LOOSE = {"public", "private", "public-private", "partnerships"}


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
                self._at(token)

    def items(self) -> list[Tie]:
        """The ties in the order of the text."""
        return sorted(self._found.values(), key=lambda tie: tie.evidence)

    def _signed(self, found: Found) -> None:
        """An agreement that was signed is a tie from that year on."""
        syntax = self._syntax
        if syntax.lemmas[found.token] not in {"sign", "conclude", "ink"}:
            return
        first, last = syntax.sentence(found.token)
        names = set(syntax.lemmas[first:last])
        if found.item.kind != "agreement" or not names & (_NAMED | {"agreement", "mou", "deal"}):
            return
        codes = list(dict.fromkeys([*found.by_codes, *found.to_codes]))[:6]
        if len(codes) < 2:
            return
        dated = [d.value[:4] for d in self._dates.within(first, last) if d.value[:4].isdigit()]
        year = self._dates.year_of_publication()
        past = [value for value in dated if year is None or int(value) <= year]
        since = past[0] if past else (str(year) if year else None)
        self._put("agreement", codes, since, found.item.evidence[0], _short(found.item.text))

    def _groups(self) -> None:
        """A friendship group between two countries is a tie of its own."""
        for entry in self._cast.bodies.entries:
            if entry.kind != "friendship group":
                continue
            first, last = entry.mentions[0]
            codes = self._cast.places.codes_within(first, last)
            if len(codes) < 2:
                codes = self._pair(codes)
            if len(codes) >= 2:
                self._put("friendship group", codes, None, self._syntax.offsets(first, last), "")

    def _at(self, token: int) -> None:
        syntax = self._syntax
        lemma = syntax.lemmas[token].lower()
        word = syntax.words[token]
        if not syntax.tags[token].startswith("NN"):
            return
        if lemma == "partnership" and syntax.tags[token] in {"NN", "NNP"}:
            self._partnership(token)
        elif (
            lemma == "partner"
            and syntax.tags[token] == "NNS"
            and "strategic" in (syntax.lower[token - 1], syntax.lower[token - 2])
        ):
            codes = self._codes(*syntax.sentence(token))
            codes = codes if len(codes) == 2 else self._pair([])
            if len(codes) >= 2:
                span = syntax.offsets(*syntax.trim(*syntax.sentence(token)))
                self._put("strategic partnership", codes, self._since(token), span, "")
        elif lemma in {"agreement", "treaty"} and word[0].islower():
            self._plain_agreement(token)
        elif (
            lemma == "partner" and syntax.tags[token] == "NNS" and syntax.prepositions(token, "of")
        ):
            codes = self._cast.places.codes_within(*syntax.subtree(token))
            if len(codes) >= 2 and syntax.words[token - 1][0].isupper():
                self._put("partnership", codes, None, syntax.offsets(*syntax.subtree(token)), "")
        elif lemma == "alliance":
            self._alliance(token)
        elif lemma in {"relation", "tie"} and syntax.lower[token - 1] == "diplomatic":
            self._diplomatic(token)
        elif lemma in _NAMED and word[0].isupper():
            self._agreement(token)
        elif lemma in {"dialogue"} and word[0].isupper() and self._proper(token) >= 3:
            self._partnership(token)
        elif lemma in _FORUMS and word[0].isupper():
            first = self._name_start(token)
            codes = self._cast.places.codes_within(first, token)
            if len(codes) >= 2 and "friendship" not in syntax.lower[first:token]:
                self._put("partnership", codes, None, syntax.offsets(first, token + 1), "")
        elif (
            lemma == "ally"
            and syntax.tags[token] in {"NNS", "NNPS"}
            and syntax.words[token - 1] == "NATO"
        ):
            codes = self._pair([])
            if len(codes) >= 2:
                self._put("alliance", codes, None, syntax.offsets(*syntax.phrase(token)), "")

    def _plain_agreement(self, token: int) -> None:
        """ "the boundary agreement that the two countries signed in 2011"."""
        syntax = self._syntax
        first, last = syntax.subtree(token)
        signed = [t for t in range(token, last) if syntax.lemmas[t] in {"sign", "conclude"}]
        words = set(syntax.lower[first:token])
        years = [d.value[:4] for d in self._dates.within(token, last)]
        if not years or not (signed or "intergovernmental" in words):
            return
        codes = self._codes(first, last)
        codes = codes if len(codes) >= 2 else self._pair(codes)
        if len(codes) >= 2:
            name = _short(syntax.plain(first, last))
            self._put("agreement", codes, years[0], syntax.offsets(first, last), name)

    def _proper(self, token: int) -> int:
        first = self._name_start(token)
        return token + 1 - first

    def _name_start(self, token: int) -> int:
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

    def _partnership(self, token: int) -> None:
        syntax = self._syntax
        first, last = self._around(token)
        words = set(syntax.lower[first : token + 1])
        capital = syntax.words[token][0].isupper() and syntax.lower[token] == "partnership"
        after = syntax.lower[token + 1] if token + 1 < len(syntax.lower) else ""
        if words & _LOOSE or (capital and after in {"for", "on"}):
            return
        if (
            syntax.lower[first] in {"a", "an"}
            and not self._codes(first, last)
            and ("strategic" not in words)
        ):
            return
        kind: TieKind = "partnership"
        if "strategic" in words:
            kind = "strategic partnership"
        codes = self._codes(first, last)
        determined = bool(words & {"our", "their", "the", "bilateral", "this", "its", "'s", "’s"})
        modifiers = [
            t
            for t in range(syntax.parsed.lefts[token], token)
            if syntax.deps[t] in {"amod", "compound", "nmod", "conj"}
            and not self._cast.places.country(t)
        ]
        if len(codes) < 2:
            own = syntax.child(token, "poss")
            if not codes and not modifiers:
                return
            if not codes and not determined:
                return
            if own is not None and syntax.lower[own] == "their" and not codes and not modifiers:
                return
            codes = self._pair(codes)
        if len(codes) >= 2:
            self._put(kind, codes, self._since(token), syntax.offsets(first, last), "")

    def _around(self, token: int) -> Span:
        """The noun phrase around a token with "between …", "with …" behind it."""
        syntax = self._syntax
        first = syntax.parsed.lefts[token]
        last = token + 1
        _, end = syntax.sentence(token)
        for child in syntax.children(token, "prep"):
            if syntax.lower[child] in {"between", "with", "of", "among"}:
                last = max(last, min(end, syntax.parsed.rights[child] + 1))
        if last == token + 1 and token + 1 < end and syntax.lower[token + 1] in {"between", "with"}:
            place = self._cast.places.country(token + 2)
            if place:
                last = place.last
                if last + 1 < end and syntax.lower[last] == "and":
                    other = self._cast.places.country(last + 1)
                    last = other.last if other else last
        relative = next(
            (t for t in range(token + 1, last) if syntax.deps[t] in {"relcl", "advcl"}), last
        )
        if relative < last:
            last = syntax.parsed.lefts[relative]
        head = syntax.heads[token]
        if syntax.deps[token] in {"pobj", "conj"} and syntax.lower[head] == "of":
            relation = syntax.heads[head]
            if syntax.lemmas[relation] in {"relation", "level", "spirit", "relationship"}:
                first = min(first, syntax.parsed.lefts[relation])
        if syntax.deps[token] == "appos" and abs(head - token) < 20:
            first = min(first, syntax.parsed.lefts[head])
        return syntax.trim(first, max(last, token + 1))

    def _codes(self, first: int, last: int) -> list[str]:
        codes = self._cast.places.codes_within(first, last)
        states = [code for code in codes if code != "EUR"]
        return states if len(states) > 1 else codes

    def _pair(self, codes: list[str]) -> list[str]:
        """Fills up with the report's own two sides: "the partnership with X", "our partnership"."""
        main = list(dict.fromkeys(self._cast.main.codes)) or list(self._cast.issuer.codes)
        if len(main) < 2 and self._cast.home:
            main = list(dict.fromkeys([self._cast.home, *main]))
        if not codes:
            return main if 2 <= len(main) <= 5 else []
        if codes[0] in main:
            others = [code for code in main if code not in codes]
            if len(main) == 2:
                return main
            home = self._cast.home
            return [home, *codes] if home in others else []
        home = self._cast.home
        return [home, *codes] if home and home not in codes else []

    def _alliance(self, token: int) -> None:
        syntax = self._syntax
        first, last = self._around(token)
        codes = self._codes(first, last)
        words = set(syntax.lower[first : token + 1])
        named = [t for t in range(first, token) if syntax.words[t] in {"NATO"}]
        if not codes and not (words & {"our", "nato"}):
            return
        if named and not codes:
            codes = self._pair([])
        elif len(codes) < 2:
            codes = self._pair(codes)
        if len(codes) >= 2:
            since = self._since(token) or (self._accession(token) if named else None)
            self._put("alliance", codes, since, syntax.offsets(first, last), "")

    def _accession(self, token: int) -> str | None:
        """ "the 25th anniversary of X's accession to NATO": a member since then."""
        syntax = self._syntax
        first, last = syntax.sentence(token)
        if "accession" in syntax.lower[first:last]:
            return founding_year(syntax.lower[first:last], self._dates.year_of_publication())
        return None

    def _diplomatic(self, token: int) -> None:
        syntax = self._syntax
        first, last = self._around(token)
        codes = self._codes(first, last)
        sentence = syntax.sentence(token)
        words = syntax.lower[sentence[0] : sentence[1]]
        if not {"establishment", "anniversary", "established", "years", "anniversaries"} & set(
            words
        ):
            return
        if len(codes) < 2:
            codes = self._pair(codes)
        if len(codes) >= 2:
            self._put(
                "diplomatic relations", codes, self._since(token), syntax.offsets(first, last), ""
            )

    def _agreement(self, token: int) -> None:
        """A named treaty or framework between countries of the report."""
        syntax = self._syntax
        first = self._name_start(token)
        if token + 1 - first < 2:
            return
        _, end = syntax.sentence(token)
        last = token + 1
        if last < end and syntax.lower[last] in {"for", "on", "of"}:
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
            last = at if at > last + 1 else last
        name = syntax.plain(first, last)
        if (
            set(syntax.lower[first:last]) & _NOT_TIES
            or syntax.lemmas[token] == "plan"
            and not (self._cast.places.codes_within(first, token))
        ):
            return
        if self._future_only(first, token):
            return
        codes = self._codes(first, last)
        if len(codes) < 2:
            near = self._codes(*self._around(token))
            codes = (
                near if len(near) >= 2 else (self._pair(codes) if self._own(first, token) else [])
            )
        if len(codes) >= 2:
            self._put(
                "agreement", codes, self._since(token), syntax.offsets(first, last), _short(name)
            )

    def _own(self, first: int, token: int) -> bool:
        """Whether a treaty is the two sides' own: "our", signed by them, or worked under."""
        syntax = self._syntax
        start, _ = syntax.sentence(token)
        before = syntax.lemmas[max(start, first - 8) : first]
        return bool(
            {"our", "their", "bilateral", "sign", "signing", "ratify", "implement", "conclude", "under",
             "welcome", "strengthen", "commitment"} & set(before)
        )  # fmt: skip

    def _name_goes_on(self, token: int, end: int) -> bool:
        words, lower = self._syntax.words, self._syntax.lower
        while token < end and lower[token] == "and":
            token += 1
        return (
            token < end and words[token][0].isupper() and self._cast.places.country(token) is None
        )

    def _future_only(self, first: int, token: int) -> bool:
        """ "an Open Skies Agreement" whose entry into force is still looked forward to."""
        syntax = self._syntax
        start, end = syntax.sentence(token)
        text = " ".join(syntax.lower[start:end])
        return (
            "forward to the entry into force" in text
            or "negotiat" in text
            or "conclusion of" in text
        )

    def _since(self, token: int) -> str | None:
        """The year a tie began: an ordinal and the year of publication, "since YEAR", a signing."""
        syntax = self._syntax
        first, last = syntax.sentence(token)
        words = syntax.lower[first:last]
        text = " ".join(words)
        year = self._dates.year_of_publication()
        if "anniversary" in words or "years of" in text:
            if "since" not in words:
                return founding_year(words, year)
        match = re.search(r"\bsince (?:\w+ )?((?:19|20)\d\d)\b", text)
        if match:
            return match.group(1)
        raised = re.search(
            r"\b(?:upgraded|elevated|raised|lifted|established|concluded)\b.*\bin (?:\w+ )?((?:19|20)\d\d)\b",
            text,
        )
        if raised:
            return raised.group(1)
        signing = re.search(
            r"\b((?:19|20)\d\d) signing of\b|\bsigned (?:in|on)(?: \w+ \d+ ,)? ((?:19|20)\d\d)",
            text,
        )
        if signing:
            return signing.group(1) or signing.group(2)
        if "signing" in words and "today" in words and year:
            return str(year)
        return None

    def _put(
        self, kind: TieKind, codes: list[str], since: str | None, span: Span, name: str
    ) -> None:
        codes = list(dict.fromkeys(codes))
        key = (kind, frozenset(codes), name)
        if kind == "agreement" and not name:
            return
        if key in self._found:
            known = self._found[key]
            if since and not known.since:
                self._found[key] = Tie(
                    between=known.between, kind=kind, since=since, evidence=known.evidence
                )
            return
        for (other, between, _), tie in list(self._found.items()):
            if other in {kind, "strategic partnership", "alliance"} and between == frozenset(codes):
                if kind == "partnership" and (other == kind):
                    return
                del tie
        self._found[key] = Tie(
            between=tuple(self._cast.places.name_of(code) for code in codes),
            kind=kind,
            since=since,
            evidence=(span,),
        )


def founding_year(words: list[str], year: int | None) -> str | None:
    """The founding year from "the 10th anniversary" or "200 years of" and the year of the report."""
    if year is None:
        return None
    for at, word in enumerate(words):
        if word == "anniversary" and at:
            count = number(words[at - 1 : at]) or number(words[max(0, at - 3) : at])
            if count is None and at > 2 and words[at - 1] == "year":
                count = number(words[max(0, at - 3) : at - 2])
            if count:
                return str(year - count)
        if word == "years" and at and at + 1 < len(words) and words[at + 1] == "of":
            count = number(words[at - 1 : at])
            if count and count >= 5:
                return str(year - count)
    return None


def _short(name: str) -> str:
    """A name without its bracketed short form, so that both forms of it are one."""
    return re.sub(r"[“”\"()]", "", name).casefold().strip()
