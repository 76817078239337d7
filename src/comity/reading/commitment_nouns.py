"""Commitments told of by a noun or adjective: "their commitment to", "is ready to"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import committing, words
from comity.reading.cast import Cast
from comity.reading.meant import Meant
from comity.reading.modals import POSSIBLE
from comity.reading.undertakings import Undertaking, adverb_before, of_verb

_BELIEVING = {"hope", "confidence", "expectation"}
_TO_DO = {"interest", "plan", "hope", "goal", "intention", "confidence"}


class CommitmentNouns:
    """Reads the undertakings of nouns and adjectives."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax

    def noun(self, noun: int, lemma: str) -> Iterator[Undertaking]:
        """ "their commitment to implement …", "readiness for …", "interest in VERBing"."""
        syntax = self._syntax
        action = self._action(noun, lemma)
        if action is None or self._unsaid(noun, lemma, action):
            return
        by = self._owner(noun)
        if not by:
            return
        governor = self._governor(noun)
        start = syntax.parsed.lefts[noun]
        if governor is not None:
            if syntax.lemmas[governor] in words("commitments", "declaring"):
                start = min(start, syntax.clause_start(governor))
        end = self._end(noun, governor)
        kind = committing("nouns")[lemma]
        yield Undertaking(kind, by, (action, end), syntax.trim(start, end), noun)

    def _action(self, noun: int, lemma: str) -> int | None:
        """Where that which is undertaken begins: behind "to", "in", "of", "for" or "that"."""
        syntax = self._syntax
        link = self._link(noun)
        after = link + 1
        if after >= len(syntax.words):
            return None
        following, tag = syntax.lower[link], syntax.tags[after]
        doing = tag == "VBG" or adverb_before(syntax, after, "VB", "VBG")
        if following == "to" and (tag == "VB" or doing):
            return after
        if lemma == "readiness" and following in {"for", "to"}:
            return after
        if lemma in _TO_DO and following in {"in", "of", "for"} and doing:
            return after
        if lemma == "interest":
            if following == "in" and self._voiced(noun):
                return after
            for at in range(noun + 1, min(noun + 4, len(syntax.words) - 1)):
                if syntax.lower[at] == "in" and syntax.tags[at + 1] == "VBG":
                    return at + 1
        if following == "that" and lemma in _BELIEVING:
            return after
        return after if following == "for" and lemma == "hope" else None

    def _link(self, noun: int) -> int:
        """The word that links a noun to its action; behind "of X" where its owner stands there."""
        syntax = self._syntax
        link = noun + 1
        if link >= len(syntax.lower) or syntax.lower[link] != "of":
            return link
        stop = min(syntax.sentence(noun)[1], link + 10)
        return next((t for t in range(link, stop) if syntax.lower[t] == "to"), link)

    def _unsaid(self, noun: int, lemma: str, action: int) -> bool:
        """Whether the noun stands in a denial or in the background ("after their decision to")."""
        syntax = self._syntax
        governor = self._governor(noun)
        if governor is not None and syntax.negated(governor):
            return True
        # a decision to act is still to be carried out where its verb is an infinitive
        if lemma in {"decision", "plan"} and syntax.tags[action] != "VB":
            return True
        left = syntax.parsed.lefts[noun]
        before = set(syntax.lower[max(0, left - 2) : left])
        if before & {"after", "following", "despite"} or {"thanks", "to"} <= before:
            return True
        if lemma not in {"hope", "confidence", "readiness"}:
            return False
        return not self._voiced(noun) and syntax.child(noun, "poss") is None

    def _owner(self, noun: int) -> Meant:
        """Whose commitment it is: "of X", "X's", an adjective of country, the verb's subject."""
        syntax = self._syntax
        if syntax.lower[noun + 1] == "of":
            owners = syntax.prepositions(noun, "of")
            if owners:
                return self._cast.resolve(owners[0])
        owner = syntax.child(noun, "poss")
        by = Meant()
        if owner is not None and syntax.lower[owner] != "its":
            by = self._cast.resolve(owner)
        if not by:
            codes = self._cast.places.codes_within(syntax.parsed.lefts[noun], noun)
            by = self._cast.countries(codes) if codes else by
        governor = self._governor(noun)
        if not by and governor is not None:
            subject = syntax.subject(governor)
            by = self._cast.resolve(subject)
        return by

    def _voiced(self, noun: int) -> bool:
        """ "expressed interest in NOUN": said, not merely there."""
        governor = self._governor(noun)
        voicing = words("commitments", "voicing")
        return governor is not None and self._syntax.lemmas[governor] in voicing

    def _governor(self, noun: int) -> int | None:
        """The verb that a noun depends on, near by."""
        syntax = self._syntax
        current = noun
        for _ in range(4):
            head = syntax.heads[current]
            if head == current:
                return None
            if syntax.is_verb(head):
                return head
            current = head
        return None

    def _end(self, noun: int, governor: int | None) -> int:
        syntax = self._syntax
        _, end = syntax.sentence(noun)
        if governor is not None and governor < noun:
            end = syntax.clause_end(governor)
        elif governor is not None:
            end = syntax.parsed.rights[noun] + 1
        return max(syntax.trim(noun, end)[1], noun + 1)

    def adjective(self, token: int) -> Iterator[Undertaking]:
        """ "is interested in …", "are ready to …", "is committed to VERBing", "I am sure that"."""
        syntax = self._syntax
        governor = self._copula(token)
        if governor is None or syntax.negated(governor) or syntax.negated(token):
            return
        if syntax.auxiliaries(governor) & POSSIBLE or token + 2 >= len(syntax.words):
            return
        kind = committing("adjectives")[syntax.lower[token]]
        action = self._believed(token) if kind == "hope" else self._ready_to(token)
        subject = syntax.subject(governor)
        if action is None or subject is None:
            return
        by = self._cast.resolve(subject)
        if by:
            yield from of_verb(syntax, kind, by, governor, action)

    def _copula(self, token: int) -> int | None:
        """The verb that says an adjective of somebody: "is", "remains", "feels"."""
        syntax = self._syntax
        verb = syntax.tags[token].startswith("VB")
        if syntax.lower[token] == "committed" and syntax.child(token, "auxpass") is None:
            near = syntax.lemmas[max(0, token - 4) : token]
            if syntax.tags[token] in {"VBN", "VBD"} or not {"be", "remain", "stay"} & set(near):
                return None
        if verb:
            return token
        head = syntax.heads[token]
        return head if syntax.lemmas[head] in {"be", "remain", "stand", "feel"} else None

    def _believed(self, token: int) -> int | None:
        syntax = self._syntax
        clause = syntax.child(token, "ccomp")
        if clause is None or clause < token:
            return None
        start = syntax.parsed.lefts[clause]
        return start + (syntax.lower[start] == "that")

    def _ready_to(self, token: int) -> int | None:
        syntax = self._syntax
        adjective, link, after = syntax.lower[token], syntax.lower[token + 1], token + 2
        if adjective == "committed":
            doing = syntax.tags[after] in {"VBG", "VB"} or adverb_before(syntax, after, "VB", "VBG")
            return after if link == "to" and doing else None
        if link not in {"to", "in", "for"}:
            return None
        if link == "for" and adjective not in {"ready", "prepared"}:
            return None
        if adjective == "prepared" and syntax.tags[after] != "VB":
            return None
        return after
