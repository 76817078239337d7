"""Commitments told of by a verb: "agreed to", "pledged", "intends to", "urged", "hopes", "will".

Denials, the past, conditions and what things (not actors) will do are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.data.vocabulary import CommitmentKind
from comity.reading.cast import Cast
from comity.reading.meant import Meant
from comity.reading.modals import FUTURE, UNREAL
from comity.reading.signings import Signings
from comity.reading.undertakings import Undertaking, both_sides, of_verb

_KINDS = ("agreement", "signing", "pledge", "intention", "request", "hope")
_TO_WHOM = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "press": ("for",)}


class CommitmentVerbs:
    """Reads the undertakings of verbs."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._signings = Signings(cast)

    def at(self, verb: int) -> Iterator[Undertaking]:
        """What the verb at a token commits its subject to."""
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        kind = next((kind for kind in _KINDS if lemma in words("verbs", kind)), None)
        if kind and self._asserted(verb, lemma, kind):
            yield from self._of_kind(kind, verb, lemma)
        future = syntax.auxiliaries(verb) & FUTURE or self._reported_future(verb)
        if future and not syntax.negated(verb):
            yield from self._will(verb)
        elif "must" in syntax.auxiliaries(verb):
            yield from self._must(verb)

    def _asserted(self, verb: int, lemma: str, kind: str) -> bool:
        """Whether somebody commits: no denial, no plan to promise, no attribute of a noun."""
        syntax = self._syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & UNREAL:
            if lemma not in {"want", "ask"}:
                return False
            if lemma == "ask" and "would" not in syntax.auxiliaries(verb):
                return False
        if syntax.deps[verb] in {"relcl", "amod"} and kind not in {"hope", "intention"}:
            return False
        return syntax.deps[verb] != "acl" or syntax.tags[verb] != "VBN"

    def _of_kind(self, kind: str, verb: int, lemma: str) -> Iterator[Undertaking]:
        if kind == "agreement":
            return self._agreed(verb, lemma)
        if kind == "signing":
            return self._signings.of_verb(verb, lemma)
        if kind == "pledge":
            return self._promised(verb, lemma)
        if kind == "intention":
            return self._intended(verb, lemma)
        if kind == "request":
            return self._asked(verb, lemma)
        return self._hoped(verb)

    def _doer(self, verb: int) -> Meant:
        """Whom the subject of a verb means; nobody where there is none."""
        subject = self._syntax.subject(verb)
        return self._cast.resolve(subject)

    # agreements and pledges

    def _agreed(self, verb: int, lemma: str) -> Iterator[Undertaking]:
        syntax = self._syntax
        on = syntax.preposition(verb, "on", "upon")
        if on is not None and syntax.lemmas[on] in words("commitments", "weak_objects"):
            return
        passive = syntax.child(verb, "auxpass") is not None
        if passive:
            subject = syntax.subject(verb)
            if subject is None or syntax.lower[subject] != "it":
                return
            person = self._cast.main.sort == "person"
            by = self._cast.two() if person else both_sides(self._cast)
        else:
            by = self._doer(verb)
        action = self._infinitive(verb)
        if action is None:
            action = self._agreed_clause(verb)
        if action is None and lemma == "agree":
            action = self._agreed_thing(verb)
        if action is None or not by:
            return
        kind: CommitmentKind = "agreement"
        if lemma in {"decide", "resolve"} and not by.plural:
            kind = "intention"
        if lemma == "agree" and not by.plural and len(by.names) < 2 and not passive:
            kind = "pledge" if by.sort == "person" else kind
        yield from of_verb(syntax, kind, by, verb, action)

    def _agreed_clause(self, verb: int) -> int | None:
        """ "agreed that the sides will meet"."""
        syntax = self._syntax
        clause = syntax.child(verb, "ccomp")
        if clause is None:
            return None
        ahead = syntax.auxiliaries(clause) & (FUTURE | {"would", "to", "should"})
        return syntax.parsed.lefts[clause] if ahead or syntax.tags[clause] == "VB" else None

    def _agreed_thing(self, verb: int) -> int | None:
        """ "agreed on a roadmap", "agreed to the establishment of …": the last such phrase."""
        syntax = self._syntax
        action = None
        for child in syntax.children(verb, "prep"):
            thing = syntax.child(child, "pobj", "pcomp")
            if thing is None or syntax.lower[child] not in {"on", "to", "upon"}:
                continue
            lemma = syntax.lemmas[thing]
            act = (
                lemma in words("commitments", "signed")
                or syntax.tags[thing] == "VBG"
                or lemma.endswith(("tion", "ment", "sion", "ing"))
            )
            if act and lemma not in words("commitments", "weak_objects"):
                action = child + 1
        return action

    def _promised(self, verb: int, lemma: str) -> Iterator[Undertaking]:
        syntax = self._syntax
        if syntax.child(verb, "auxpass") is not None and lemma != "commit":
            return
        action = self._infinitive(verb)
        if action is None and lemma == "commit":
            for child in syntax.children(verb, "prep"):
                if syntax.lower[child] != "to":
                    continue
                doing = syntax.child(child, "pcomp")
                if doing is not None:
                    action = doing
                elif child + 1 < len(syntax.tags) and syntax.tags[child + 1] == "VBG":
                    action = child + 1
        if action is None and lemma in {"pledge", "promise", "vow"}:
            clause, thing = syntax.child(verb, "ccomp"), syntax.child(verb, "dobj")
            if clause is not None and clause > verb:
                action = syntax.parsed.lefts[clause]
            elif thing is not None and syntax.lemmas[thing] != "allegiance":
                action = syntax.parsed.lefts[thing]
        by = self._doer(verb)
        if action is not None and by:
            yield from of_verb(syntax, "pledge", by, verb, action)

    # intentions, requests and hopes

    def _intended(self, verb: int, lemma: str) -> Iterator[Undertaking]:
        syntax = self._syntax
        if lemma == "look":
            action = self._looked_forward_to(verb)
        else:
            action = self._infinitive(verb)
        if action is None or action >= len(syntax.words):
            return
        if syntax.tags[verb] == "VB" and "to" in syntax.auxiliaries(verb):
            return
        if syntax.tags[verb] == "VBD" and lemma in {"seek", "plan", "want", "aim"}:
            return
        if syntax.lemmas[action] in words("commitments", "telling"):
            return
        by = self._doer(verb)
        if by:
            yield from of_verb(syntax, "intention", by, verb, action)

    def _looked_forward_to(self, verb: int) -> int | None:
        lower = self._syntax.lower
        if "forward" not in lower[verb + 1 : verb + 4]:
            return None
        return next((t + 1 for t in range(verb + 1, verb + 5) if lower[t] == "to"), None)

    def _asked(self, verb: int, lemma: str) -> Iterator[Undertaking]:
        syntax = self._syntax
        if syntax.child(verb, "auxpass") is not None or syntax.subject(verb) is None:
            return
        if syntax.tags[verb] == "VBG" and syntax.deps[verb] == "pcomp":
            return
        above = syntax.lemmas[syntax.heads[verb]]
        if syntax.deps[verb] in {"xcomp", "ccomp"} and above in words("verbs", "request"):
            return  # "urged Laos to press for": Laos is asked, and asks for nothing yet
        target, action = self._request(verb, lemma)
        by = self._doer(verb)
        if action is None or not by:
            return
        to = self._cast.resolve(target)
        yield from of_verb(syntax, "request", by, verb, action, to)

    def _request(self, verb: int, lemma: str) -> tuple[int | None, int | None]:
        """Who is asked, and where that which they are asked for begins."""
        syntax = self._syntax
        if lemma in _TO_WHOM:
            for child in syntax.children(verb, "prep"):
                if syntax.lower[child] in _TO_WHOM[lemma] and child - verb <= 3:
                    return syntax.child(child, "pobj"), child + 1
            return None, None
        target = syntax.child(verb, "dobj")
        complement = syntax.child(verb, "xcomp", "ccomp")
        if complement is not None and complement > verb:
            own = syntax.child(complement, "nsubj")
            return (target if own is None else own), syntax.parsed.lefts[complement]
        if target is None:
            return None, None
        if lemma in {"urge", "demand", "request", "propose", "invite"}:
            return target, syntax.parsed.lefts[target]
        for to in range(verb + 1, min(verb + 9, len(syntax.words) - 1)):
            if syntax.lower[to] == "to" and syntax.tags[to + 1] == "VB":
                return target, to + 1
        return None, None

    def _hoped(self, verb: int) -> Iterator[Undertaking]:
        syntax = self._syntax
        if syntax.child(verb, "auxpass") is not None:
            return
        complement = syntax.child(verb, "ccomp", "xcomp")
        wishes = [c for c in syntax.children(verb, "prep") if syntax.lower[c] == "for"]
        if complement is not None and complement > verb:
            action = syntax.parsed.lefts[complement]
        elif wishes:
            action = wishes[0] + 1
        else:
            return
        by = self._doer(verb)
        if by:
            yield from of_verb(syntax, "hope", by, verb, action)

    # "will" and "must"

    def _reported_future(self, verb: int) -> bool:
        """ "said that Russia would export": a promise in the past's words."""
        syntax = self._syntax
        if "would" not in syntax.auxiliaries(verb) or syntax.deps[verb] != "ccomp":
            return False
        head = syntax.heads[verb]
        return syntax.lemmas[head] in {"say", "confirm", "announce", "add", "inform", "promise"}

    def _will(self, verb: int) -> Iterator[Undertaking]:
        """ "The United States will provide …": an actor's promise."""
        syntax = self._syntax
        own = syntax.child(verb, "nsubj")
        subject = own if own is not None else syntax.subject(verb)
        if subject is None or syntax.child(verb, "auxpass") is not None:
            return
        dep, low = syntax.deps[verb], syntax.lower[subject]
        if low in {"which", "that", "this", "you", "there"} or (low == "it" and dep != "ROOT"):
            return
        opener = syntax.lower[syntax.parsed.lefts[verb]]
        if opener in {"how", "what", "whether", "why", "where"} and dep != "ROOT":
            return
        if (dep == "relcl" and own is None) or self._no_act(verb) or self._conditional(verb):
            return
        by = self._cast.resolve(subject)
        if by and (by.sort not in {"", "thing"} or by.names) and not self._lifeless(by):
            yield from of_verb(syntax, "pledge", by, verb, syntax.clause_start(verb))

    def _no_act(self, verb: int) -> bool:
        """ "will be", "will have", "will mark the anniversary": nothing that one undertakes."""
        syntax = self._syntax
        if syntax.lemmas[verb] in words("commitments", "commemorating"):
            return True
        return syntax.lemmas[verb] in words("commitments", "states") and not syntax.child(
            verb, "xcomp"
        )

    def _conditional(self, verb: int) -> bool:
        """ "if …, X will", or what somebody hopes or believes that X will do."""
        syntax = self._syntax
        current = verb
        for _ in range(3):
            mark = syntax.child(current, "mark")
            if mark is not None and syntax.lower[mark] in {"if", "when", "unless", "until"}:
                return True
            # "hopes" is also taken for a noun
            if mark and syntax.lemmas[mark - 1] in words("verbs", "hope"):
                return True
            head = syntax.heads[current]
            if head == current:
                return False
            expecting = words("verbs", "hope") | {"sure", "confident", "believe"}
            if current == verb and syntax.lemmas[head] in expecting:
                return True
            current = head
        return False

    def _lifeless(self, by: Meant) -> bool:
        """Agreements and programmes that the language model takes for organisations."""
        body = self._cast.bodies.by_name(by.names[0]) if by.names else None
        return by.sort == "body" and body is not None and body.kind == "other"

    def _must(self, verb: int) -> Iterator[Undertaking]:
        """ "reiterated that X must release …": the speaker asks X to."""
        syntax = self._syntax
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            return
        asked, start = self._cast.resolve(subject), syntax.clause_start(verb)
        if syntax.deps[verb] in {"ROOT", "conj"} and syntax.quoted[verb] < 0:
            home = self._cast.home
            by = self._cast.countries([home]) if home else Meant()
            if asked.sort in {"country", "body"} and self._cast.issuer:
                yield from of_verb(syntax, "request", by, verb, start, asked)
            return
        head = syntax.heads[verb]
        if syntax.deps[verb] != "ccomp" or not syntax.is_verb(head):
            return
        by = self._doer(head)
        if asked.names and by.names and asked.names != by.names:
            yield from of_verb(syntax, "request", by, head, start, asked)

    # pieces

    def _infinitive(self, verb: int) -> int | None:
        """The infinitive that a verb governs: "agreed to VERB"."""
        syntax = self._syntax
        for child in syntax.children(verb, "xcomp", "ccomp", "advcl"):
            if child < verb or "to" not in syntax.auxiliaries(child):
                continue
            purpose = child - verb > 4 or syntax.child(verb, "prep", "dobj") is not None
            if syntax.deps[child] == "advcl" and purpose:
                continue
            if syntax.child(child, "nsubj") is None:
                return child
        after = verb + 2
        if after < len(syntax.words) and syntax.lower[verb + 1] == "to":
            return after if syntax.tags[after] == "VB" else None
        return None
