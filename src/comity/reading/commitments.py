"""Commitments: what somebody agrees, promises, means, asks or hopes to do from now on.

The verb (or its noun) gives the strength: agreement, pledge, intention, request, hope. Denials, the
past, conditions and what things (not actors) will do are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.model.reading import Commitment, CommitmentKind, Span
from comity.reading.cast import Cast, Meant
from comity.reading.syntax import Syntax

_AGREEMENT = {"agree", "decide", "resolve"}
_SIGNING = {"sign", "conclude", "initial", "launch", "ink", "establish", "adopt"}
_SIGNED = {
    "agreement", "memorandum", "treaty", "protocol", "accord", "declaration", "mou", "pact",
    "document", "contract", "plan", "roadmap", "letter", "convention", "statement", "deal", "arrangement",
    "initiative", "program", "programme", "campaign", "partnership", "dialogue", "group", "mechanism",
    "date", "step", "measure", "schedule", "principle", "agenda", "committee", "framework", "project", "platform", "commission", "council", "fund", "memoranda",
    "agreements", "working", "package", "center", "centre", "network", "compact", "consortium",
}  # fmt: skip
_PLEDGE = {"pledge", "commit", "promise", "vow", "undertake", "guarantee"}
_INTENTION = {"intend", "plan", "want", "seek", "aim", "strive", "desire", "look"}
_REQUEST = {
    "propose",
    "ask",
    "urge",
    "request",
    "invite",
    "encourage",
    "appeal",
    "demand",
    "call",
    "implore",
    "press",
}
_HOPE = {"hope", "expect", "anticipate", "trust"}
_NOUNS: dict[str, CommitmentKind] = {
    "commitment": "pledge", "pledge": "pledge", "promise": "pledge", "determination": "intention",
    "readiness": "intention", "intention": "intention", "willingness": "intention",
    "desire": "intention", "interest": "intention", "decision": "intention", "plan": "intention",
    "goal": "intention", "intent": "intention", "resolve": "intention", "hope": "hope",
    "confidence": "hope", "expectation": "hope",
}  # fmt: skip
_ADJECTIVES: dict[str, CommitmentKind] = {
    "ready": "intention", "prepared": "intention", "willing": "intention", "interested": "intention",
    "determined": "intention", "eager": "intention", "keen": "intention", "confident": "hope",
    "sure": "hope", "hopeful": "hope", "convinced": "hope", "certain": "hope", "committed": "pledge",
    "optimistic": "hope", "open": "intention",
}  # fmt: skip
_WEAK_OBJECTS = {
    "importance", "need", "urgency", "value", "threat", "significance", "necessity", "role",
    "fact", "priority", "assessment", "view", "seriousness", "danger", "relevance", "centrality",
}  # fmt: skip
#: what is owned by a country without the commitment being made to it
_OTHER_NOUNS = {"crisis", "war", "aggression", "invasion", "influence", "regime", "issue", "conflict",
                "membership", "border", "grain", "export", "threat", "attack", "oil", "company", "situation"}  # fmt: skip
_HOSTILE = {
    "war",
    "aggression",
    "invasion",
    "attack",
    "threat",
    "regime",
    "influence",
    "oil",
    "strike",
}
_AGAINST = {"counter", "deter", "impose", "cost", "sanction", "pressure", "accountable", "account",
            "confront", "isolate", "restrict", "condemn", "oppose", "target", "combat"}  # fmt: skip
_STATES = {"be", "have", "remain", "depend", "need", "know", "understand", "see", "become", "like"}
_THINGS = {"", "thing"}
_FUTURE = {"will", "shall", "'ll", "’ll"}
_UNREAL = {"would", "should", "may", "might", "can", "could", "must"}


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
        self.found: list[Found] = []
        self._seen: set[Span] = set()
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                self._at(token)
        self._distinct()

    def items(self) -> list[Commitment]:
        """The commitments in the order of the text."""
        return [f.item for f in sorted(self.found, key=lambda f: f.span)]

    def _at(self, token: int) -> None:
        syntax = self._syntax
        lemma, tag = syntax.lemmas[token], syntax.tags[token]
        if not self._in_scope(token):
            return
        if tag.startswith("VB"):
            if lemma in _AGREEMENT | _SIGNING | _PLEDGE | _INTENTION | _REQUEST | _HOPE:
                self._verb(token, lemma)
            future = syntax.auxiliaries(token) & _FUTURE or self._reported_future(token)
            if future and not syntax.negated(token):
                self._will(token)
            elif "must" in syntax.auxiliaries(token):
                self._must(token)
        elif tag.startswith("NN") and lemma in _NOUNS:
            self._noun(token, lemma)
        elif lemma == "signing":
            self._signing(token)
        if syntax.lower[token] in _ADJECTIVES and not tag.startswith("NN"):
            self._adjective(token)

    def _reported_future(self, verb: int) -> bool:
        """ "said that Russia would export": a promise in the past's words."""
        syntax = self._syntax
        if "would" not in syntax.auxiliaries(verb) or syntax.deps[verb] != "ccomp":
            return False
        head = syntax.heads[verb]
        return syntax.lemmas[head] in {"say", "confirm", "announce", "add", "inform", "promise"}

    def _must(self, verb: int) -> None:
        """ "reiterated that X must release …": the speaker asks X to."""
        syntax = self._syntax
        head = syntax.heads[verb]
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            return
        asked = self._cast.resolve(subject)
        if syntax.deps[verb] in {"ROOT", "conj"} and syntax.quoted[verb] < 0:
            home = self._cast.home
            meant = self._cast.countries([home]) if home else Meant()
            if asked.sort in {"country", "body"} and self._cast.issuer:
                self._put("request", meant, verb, syntax.clause_start(verb), asked)
            return
        if syntax.deps[verb] != "ccomp" or not syntax.is_verb(head):
            return
        speaker = syntax.subject(head)
        meant = self._cast.resolve(speaker) if speaker is not None else Meant()
        if asked.names and meant.names and asked.names != meant.names:
            self._put("request", meant, head, syntax.clause_start(verb), asked)

    def _in_scope(self, token: int) -> bool:
        """Own words only of those whose speaker is known: quotations without one are left out."""
        quoted = self._syntax.quoted[token]
        if quoted < 0:
            return True
        speech = quoted in self._cast.quoted_speakers
        return (
            speech
            or self._syntax.parsed.quotations[quoted].last
            - self._syntax.parsed.quotations[quoted].first
            < 14
        )

    def _verb(self, verb: int, lemma: str) -> None:
        syntax = self._syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & (_UNREAL | _FUTURE):
            if not (lemma in {"like", "want", "wish"} or "would" in syntax.auxiliaries(verb)):
                return
            if lemma not in {"want", "wish", "ask"}:
                return
        if syntax.deps[verb] in {"relcl", "amod"} and lemma not in _HOPE | _INTENTION:
            return
        if syntax.deps[verb] == "acl" and syntax.tags[verb] == "VBN":
            return
        if lemma in _AGREEMENT:
            self._agreed(verb, lemma)
        elif lemma in _SIGNING:
            self._signed(verb, lemma)
        elif lemma in _PLEDGE:
            self._promised(verb, lemma)
        elif lemma in _INTENTION:
            self._meant_to(verb, lemma)
        elif lemma in _REQUEST:
            self._asked(verb, lemma)
        else:
            self._hoped(verb)

    def _agreed(self, verb: int, lemma: str) -> None:
        syntax = self._syntax
        on = syntax.preposition(verb, "on", "upon")
        if on is not None and syntax.lemmas[on] in _WEAK_OBJECTS:
            return
        action = self._action(verb)
        subject = syntax.subject(verb)
        passive = syntax.child(verb, "auxpass") is not None
        if passive and subject is not None and syntax.lower[subject] == "it":
            meant = self._cast.two() if self._cast.main.sort == "person" else self._both()
        elif passive:
            return
        else:
            meant = self._cast.resolve(subject) if subject is not None else Meant()
        if action is None:
            clause = syntax.child(verb, "ccomp")
            if clause is not None and (
                syntax.auxiliaries(clause) & (_FUTURE | {"would", "to", "should"})
                or syntax.tags[clause] == "VB"
            ):
                action = syntax.parsed.lefts[clause]
        if action is None and lemma == "agree":
            for child in syntax.children(verb, "prep"):
                thing = syntax.child(child, "pobj", "pcomp")
                if thing is None or syntax.lower[child] not in {"on", "to", "upon"}:
                    continue
                if syntax.lemmas[thing] not in _WEAK_OBJECTS and (
                    syntax.lemmas[thing] in _SIGNED
                    or syntax.tags[thing] == "VBG"
                    or syntax.lemmas[thing].endswith(("tion", "ment", "sion", "ing"))
                ):
                    action = child + 1
        if action is None or not meant:
            return
        kind: CommitmentKind = "agreement"
        if lemma in {"decide", "resolve"} and not meant.plural:
            kind = "intention"
        if lemma == "agree" and not meant.plural and len(meant.names) < 2 and not passive:
            kind = "pledge" if meant.sort == "person" else kind
        self._put(kind, meant, verb, action)

    def _signed(self, verb: int, lemma: str) -> None:
        """ "signed a memorandum", "are launching a campaign", "was signed"."""
        syntax = self._syntax
        if self._told_as_history(verb):
            return
        if syntax.deps[verb] in {"advcl", "acl", "relcl", "pcomp"} and syntax.tags[verb] != "VBG":
            return
        thing = syntax.child(verb, "dobj")
        subject = syntax.subject(verb)
        if thing is not None:
            if syntax.lemmas[thing] not in _SIGNED or syntax.tags[verb] == "VB":
                return
            if lemma in {"establish", "launch"} and syntax.deps[verb] not in {"ROOT", "conj"}:
                return
            meant = self._cast.resolve(subject) if subject is not None else Meant()
            if not meant or (lemma == "adopt" and not meant.plural):
                return
            last = syntax.clause_end(verb)
            if len(meant.names) < 2 and not {"with", "between"} & set(syntax.lower[verb:last]):
                return  # an order, a bill, a directive: one side's own act
            things = [t for t in syntax.conjuncts(thing) if syntax.tags[t].startswith("NN")]
            self._put("agreement", meant, verb, syntax.parsed.lefts[thing])
            for other in things[1:]:
                if syntax.lemmas[other] in _SIGNED and syntax.heads[other] in things:
                    first = syntax.parsed.lefts[other]
                    last = syntax.phrase(other)[1]
                    self._add("agreement", meant, Meant(), (first, last), (first, last), other)
            return
        passive = syntax.child(verb, "nsubjpass")
        if passive is None or lemma not in {"sign", "conclude", "initial"}:
            return
        if syntax.lemmas[passive] not in _SIGNED:
            return
        agent = syntax.preposition(verb, "by")
        meant = self._cast.resolve(agent) if agent is not None else Meant()
        self._put("agreement", meant or self._both(), verb, syntax.parsed.lefts[passive])

    def _told_as_history(self, verb: int) -> bool:
        """A signature of an earlier year, or recalled: a tie, but no new commitment."""
        syntax = self._syntax
        first, last = syntax.sentence(verb)
        published = syntax.parsed.report.published
        years = [
            w for w in syntax.lower[verb : min(last, verb + 25)] if w.isdigit() and len(w) == 4
        ]
        old = bool(published and years and max(years) < published[:4] and min(years) > "1800")
        return old or bool({"recall", "remind"} & set(syntax.lemmas[first:verb]))

    def _signing(self, noun: int) -> None:
        """ "welcomed the signing today of the Agreement": both countries have agreed."""
        syntax = self._syntax
        thing = syntax.preposition(noun, "of")
        first, end = syntax.sentence(noun)
        if thing is None:
            of = next(
                (t for t in range(noun + 1, min(end, noun + 4)) if syntax.lower[t] == "of"), None
            )
            if of is None:
                return
            thing = of + 1
        dates = self._years(noun, end)
        published = self._syntax.parsed.report.published
        if dates and published and any(year < published[:4] for year in dates):
            return
        meant = self._both()
        if not meant:
            return
        last = self._syntax.clause_end(syntax.heads[noun])
        span = syntax.trim(noun - 1 if syntax.lower[noun - 1] == "the" else noun, last)
        self._add("agreement", meant, Meant(), (syntax.parsed.lefts[thing], last), span, noun)

    def _years(self, first: int, last: int) -> list[str]:
        lower = self._syntax.lower
        return [
            w
            for w in lower[max(0, first - 2) : min(last, first + 6)]
            if w.isdigit() and len(w) == 4
        ]

    def _promised(self, verb: int, lemma: str) -> None:
        syntax = self._syntax
        action = self._action(verb)
        passive = syntax.child(verb, "auxpass") is not None
        if action is None and lemma == "commit":
            for child in syntax.children(verb, "prep"):
                doing = syntax.child(child, "pcomp")
                if syntax.lower[child] == "to" and doing is not None:
                    action = doing
                elif syntax.lower[child] == "to" and child + 1 < len(syntax.tags):
                    if syntax.tags[child + 1] == "VBG":
                        action = child + 1
        if action is None and lemma in {"pledge", "promise", "vow"}:
            clause = syntax.child(verb, "ccomp")
            thing = syntax.child(verb, "dobj")
            if clause is not None and clause > verb:
                action = syntax.parsed.lefts[clause]
            elif thing is not None and syntax.lemmas[thing] not in {"allegiance"}:
                action = syntax.parsed.lefts[thing]
        if action is None:
            return
        subject = syntax.subject(verb)
        if passive and lemma != "commit":
            return
        meant = self._cast.resolve(subject) if subject is not None else Meant()
        if meant:
            self._put("pledge", meant, verb, action)

    def _meant_to(self, verb: int, lemma: str) -> None:
        syntax = self._syntax
        if lemma == "look":
            if "forward" not in syntax.lower[verb + 1 : verb + 4]:
                return
            action = next(
                (t + 1 for t in range(verb + 1, verb + 5) if syntax.lower[t] == "to"), None
            )
        else:
            action = self._action(verb)
            if action is None and lemma in {"plan"}:
                return
        if action is None or action >= len(syntax.words):
            return
        if syntax.tags[verb] in {"VB"} and "to" in syntax.auxiliaries(verb):
            return
        if syntax.tags[verb] == "VBD" and lemma in {"seek", "plan", "want", "aim"}:
            return
        if syntax.lemmas[action] in {
            "know",
            "say",
            "thank",
            "stress",
            "underline",
            "emphasize",
            "note",
            "welcome",
            "express",
            "congratulate",
            "point",
            "begin",
            "start",
            "ask",
            "remind",
        }:
            return
        subject = syntax.subject(verb)
        meant = self._cast.resolve(subject) if subject is not None else Meant()
        if meant:
            self._put("intention", meant, verb, action)

    def _asked(self, verb: int, lemma: str) -> None:
        syntax = self._syntax
        subject = syntax.subject(verb)
        if syntax.child(verb, "auxpass") is not None or subject is None:
            return
        if syntax.tags[verb] == "VBG" and syntax.deps[verb] == "pcomp":
            return
        target, action = syntax.child(verb, "dobj"), None
        if lemma in {"call", "appeal", "press"}:
            links = {"call": ("on", "upon", "for"), "appeal": ("to", "for"), "press": ("for",)}[
                lemma
            ]
            for child in syntax.children(verb, "prep"):
                if syntax.lower[child] in links and child - verb <= 3:
                    target = syntax.child(child, "pobj")
                    action = child + 1
                    break
            if action is None:
                return
        else:
            complement = syntax.child(verb, "xcomp", "ccomp")
            if complement is not None and complement > verb:
                action = syntax.parsed.lefts[complement]
                own = syntax.child(complement, "nsubj")
                target = own if own is not None else target
            elif lemma in {"urge", "demand", "request", "propose"} and target is not None:
                action = syntax.parsed.lefts[target]
            elif lemma == "invite" and target is not None:
                action = syntax.parsed.lefts[target]
            else:
                to = next(
                    (
                        t
                        for t in range(verb + 1, min(verb + 9, len(syntax.words) - 1))
                        if syntax.lower[t] == "to" and syntax.tags[t + 1] == "VB"
                    ),
                    None,
                )
                if to is None or target is None or lemma == "press":
                    return
                action = to + 1
        meant = self._cast.resolve(subject)
        if not meant:
            return
        to_whom = self._cast.resolve(target) if target is not None else Meant()
        self._put("request", meant, verb, action, to_whom)

    def _hoped(self, verb: int) -> None:
        syntax = self._syntax
        complement = syntax.child(verb, "ccomp", "xcomp")
        action = None
        if complement is not None and complement > verb:
            action = syntax.parsed.lefts[complement]
        else:
            wish = next(
                (c for c in syntax.children(verb, "prep") if syntax.lower[c] == "for"), None
            )
            if wish is not None:
                action = wish + 1
        if action is None or syntax.child(verb, "auxpass") is not None:
            return
        subject = syntax.subject(verb)
        meant = self._cast.resolve(subject) if subject is not None else Meant()
        if meant:
            self._put("hope", meant, verb, action)

    def _will(self, verb: int) -> None:
        """ "The United States will provide …": an actor's promise."""
        syntax = self._syntax
        subject = syntax.child(verb, "nsubj")
        if subject is None:
            subject = syntax.subject(verb)
        if subject is None or syntax.child(verb, "auxpass") is not None:
            return
        if syntax.lower[subject] in {"which", "that", "this", "you", "there"}:
            return
        if syntax.lower[subject] == "it" and syntax.deps[verb] != "ROOT":
            return
        opener = syntax.lower[syntax.parsed.lefts[verb]]
        if opener in {"how", "what", "whether", "why", "where"} and syntax.deps[verb] != "ROOT":
            return
        if syntax.lemmas[verb] in {"celebrate", "mark", "commemorate", "turn"}:
            return
        if syntax.lemmas[verb] in _STATES and not syntax.child(verb, "xcomp"):
            return
        if syntax.deps[verb] in {"relcl"} and syntax.child(verb, "nsubj") is None:
            return
        current = verb
        for _ in range(3):
            mark = syntax.child(current, "mark")
            if mark is not None and syntax.lower[mark] in {"if", "when", "unless", "until"}:
                return
            head = syntax.heads[current]
            if head == current:
                break
            if syntax.lemmas[head] in _HOPE | {"sure", "confident", "believe"} and current == verb:
                return
            current = head
        meant = self._cast.resolve(subject)
        if not meant or meant.sort in _THINGS and not meant.names:
            return
        if meant.sort == "body" and self._lifeless(meant):
            return
        first = syntax.clause_start(verb)
        self._put("pledge", meant, verb, first, start=first)

    def _lifeless(self, meant: Meant) -> bool:
        """Agreements and programmes that the language model takes for organisations."""
        body = self._cast.bodies.by_name(meant.names[0]) if meant.names else None
        return body is not None and body.kind == "other"

    def _noun(self, noun: int, lemma: str) -> None:
        """ "their commitment to implement …", "readiness for …", "interest in VERBing"."""
        syntax = self._syntax
        action = None
        link = noun + 1
        owners: list[int] = []
        if link < len(syntax.lower) and syntax.lower[link] == "of":
            owners = syntax.prepositions(noun, "of")
            _, stop = syntax.sentence(noun)
            link = next(
                (t for t in range(link, min(stop, link + 10)) if syntax.lower[t] == "to"), link
            )
        following = syntax.lower[link] if link < len(syntax.lower) else ""
        after = link + 1
        if after >= len(syntax.words):
            return
        tag = syntax.tags[after]
        if following == "to" and (tag == "VB" or tag == "VBG" or self._adverb_verb(after)):
            action = after
        elif lemma == "readiness" and following in {"for", "to"}:
            action = after
        elif lemma in {"interest", "plan", "hope", "goal", "intention", "confidence"}:
            if following in {"in", "of", "for"} and (tag == "VBG" or self._adverb_verb(after)):
                action = after
            elif lemma == "interest" and following == "in" and self._voiced(noun):
                action = after
            elif following == "that" and lemma in {"hope", "confidence", "expectation"}:
                action = after
            elif following == "for" and lemma == "hope":
                action = after
        elif following == "that" and lemma in {"hope", "confidence", "expectation"}:
            action = after
        if lemma == "interest" and action is None:
            closing = next(
                (
                    t
                    for t in range(noun + 1, min(noun + 4, len(syntax.words) - 1))
                    if syntax.lower[t] == "in" and syntax.tags[t + 1] == "VBG"
                ),
                None,
            )
            action = closing + 1 if closing else None
        if action is None:
            return
        governor = self._governor(noun)
        if governor is not None and (syntax.negated(governor)):
            return
        if lemma in {"decision", "plan"} and not self._forward(noun, action):
            return
        start_words = syntax.lower[
            max(0, syntax.parsed.lefts[noun] - 2) : syntax.parsed.lefts[noun]
        ]
        if (
            set(start_words) & {"to", "after", "following", "despite"}
            and "thanks" in start_words
            or (set(start_words) & {"after", "following", "despite"})
        ):
            return
        if (
            lemma in {"hope", "confidence", "readiness"}
            and not self._voiced(noun)
            and (syntax.child(noun, "poss") is None)
        ):
            return
        owner = syntax.child(noun, "poss")
        meant = Meant()
        if owners:
            meant = self._cast.resolve(owners[0])
            if not meant:
                return
        elif owner is not None and syntax.lower[owner] not in {"its"}:
            meant = self._cast.resolve(owner)
        if not meant:
            codes = self._cast.places.codes_within(syntax.parsed.lefts[noun], noun)
            if codes:
                meant = self._cast.countries(codes)
        if not meant and governor is not None:
            subject = syntax.subject(governor)
            meant = self._cast.resolve(subject) if subject is not None else Meant()
        if not meant:
            return
        end = self._noun_end(noun)
        start = syntax.parsed.lefts[noun]
        if governor is not None and syntax.lemmas[governor] in {
            "express",
            "reaffirm",
            "reiterate",
            "voice",
            "have",
            "affirm",
            "confirm",
        }:
            start = min(start, syntax.clause_start(governor))
        self._add(_NOUNS[lemma], meant, Meant(), (action, end), syntax.trim(start, end), noun)

    def _voiced(self, noun: int) -> bool:
        """ "expressed interest in NOUN": said, not merely there."""
        governor = self._governor(noun)
        return governor is not None and self._syntax.lemmas[governor] in {
            "express", "voice", "underline", "confirm", "reaffirm", "show", "underscore", "convey", "note",
            "share", "reiterate", "emphasize", "stress", "declare",
        }  # fmt: skip

    def _adverb_verb(self, token: int) -> bool:
        syntax = self._syntax
        return (
            syntax.tags[token] == "RB"
            and token + 1 < len(syntax.tags)
            and syntax.tags[token + 1] in {"VB", "VBG"}
        )

    def _forward(self, noun: int, action: int) -> bool:
        """A decision to act is still to be carried out where its verb is an infinitive."""
        return self._syntax.tags[action] == "VB"

    def _governor(self, noun: int) -> int | None:
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

    def _noun_end(self, noun: int) -> int:
        governor = self._governor(noun)
        _, end = self._syntax.sentence(noun)
        if governor is not None and governor < noun:
            end = self._syntax.clause_end(governor)
        elif governor is not None:
            end = self._syntax.parsed.rights[noun] + 1
        return max(self._syntax.trim(noun, end)[1], noun + 1)

    def _adjective(self, token: int) -> None:
        """ "is interested in …", "are ready to …", "is committed to VERBing", "I am sure that"."""
        syntax = self._syntax
        kind = _ADJECTIVES[syntax.lower[token]]
        if (
            syntax.lower[token] == "committed"
            and syntax.child(token, "auxpass") is None
            and not any(
                syntax.lemmas[t] in {"be", "remain", "stay"}
                for t in range(max(0, token - 4), token)
            )
        ):
            return
        if (
            syntax.lower[token] == "committed"
            and syntax.tags[token] in {"VBN", "VBD"}
            and (syntax.child(token, "auxpass") is None)
        ):
            return
        governor = token if syntax.tags[token].startswith("VB") else syntax.heads[token]
        if syntax.lemmas[governor] not in {"be", "remain", "stand", "feel"} and not (
            syntax.tags[token].startswith("VB")
        ):
            return
        if syntax.negated(governor) or syntax.negated(token):
            return
        if syntax.auxiliaries(governor) & _UNREAL:
            return
        following = syntax.lower[token + 1] if token + 1 < len(syntax.lower) else ""
        after = token + 2
        if after >= len(syntax.words):
            return
        if kind == "hope":
            clause = syntax.child(token, "ccomp")
            if clause is None or clause < token:
                return
            action = syntax.parsed.lefts[clause]
            action += syntax.lower[action] == "that"
        elif syntax.lower[token] == "committed":
            if following != "to" or not (
                syntax.tags[after] in {"VBG", "VB"} or self._adverb_verb(after)
            ):
                return
            action = after
        elif following in {"to", "in", "for"}:
            action = after
            if following == "for" and syntax.lower[token] not in {"ready", "prepared"}:
                return
        else:
            return
        if syntax.lower[token] == "prepared" and syntax.tags[after] not in {"VB"}:
            return
        subject = syntax.subject(governor)
        meant = self._cast.resolve(subject) if subject is not None else Meant()
        if meant:
            self._put(kind, meant, governor, action)

    # pieces

    def _action(self, verb: int) -> int | None:
        """The infinitive that a verb governs: "agreed to VERB"."""
        syntax = self._syntax
        for child in syntax.children(verb, "xcomp", "ccomp", "advcl"):
            if child > verb and "to" in syntax.auxiliaries(child):
                if syntax.deps[child] == "advcl" and (
                    child - verb > 4 or syntax.child(verb, "prep", "dobj") is not None
                ):
                    continue
                if syntax.child(child, "nsubj") is not None:
                    continue
                return child
        if verb + 2 < len(syntax.words) and syntax.lower[verb + 1] == "to":
            if syntax.tags[verb + 2] == "VB":
                return verb + 2
        return None

    def _both(self) -> Meant:
        """The two sides of the report, as countries."""
        codes = list(dict.fromkeys(self._cast.main.codes))
        if len(codes) < 2 and self._cast.home:
            codes = list(dict.fromkeys([self._cast.home, *codes]))
        return self._cast.countries(codes) if len(codes) >= 2 else Meant()

    def _put(
        self,
        kind: CommitmentKind,
        meant: Meant,
        verb: int,
        action: int,
        to_whom: Meant | None = None,
        start: int | None = None,
    ) -> None:
        syntax = self._syntax
        end = syntax.clause_end(verb)
        first = syntax.clause_start(verb)
        if action >= end:
            first = min(first, action)
            end = max(end, verb + 1)
            if action >= end:
                return
        self._add(kind, meant, to_whom or Meant(), (action, end), (first, end), verb, start)

    def _add(
        self,
        kind: CommitmentKind,
        meant: Meant,
        to_whom: Meant,
        text: Span,
        span: Span,
        token: int,
        start: int | None = None,
    ) -> None:
        syntax = self._syntax
        first, last = syntax.trim(*span)
        text_first, text_last = syntax.trim(min(max(text[0], first), last - 1), last)
        if text_last <= text_first or not meant.names:
            return
        by = list(meant.names)
        codes = self._partners(text_first, text_last)
        if not codes and not to_whom and kind in {"pledge", "intention"}:
            codes = self._told(token)
        by_codes = [code for name in by for code in self._cast.codes_of(name)] or list(meant.codes)
        codes = [c for c in codes if not self._adversary(c, text_first, text_last)]
        if kind == "request":
            codes = []
        to_codes = [c for c in (to_whom.codes or codes) if c not in by_codes]
        quoted = syntax.quoted[token]
        if quoted >= 0 and not to_codes and self._addresses(text_first, text_last):
            to_codes = [c for c in dict.fromkeys(self._cast.main.codes) if c not in by_codes]
        names = list(to_whom.names) or [self._cast.places.name_of(code) for code in to_codes]
        item = Commitment(
            by=tuple(by),
            to=tuple(name for name in dict.fromkeys(names) if name not in by),
            kind=kind,
            text=syntax.said(text_first, text_last),
            evidence=(syntax.offsets(first, last),),
        )
        self.found.append(
            Found(item, tuple(dict.fromkeys(by_codes)), tuple(to_codes), token, (first, last))
        )

    def _partners(self, first: int, last: int) -> list[str]:
        """Countries that a commitment is made to: objects, "with X", "for X", "X's security"."""
        syntax = self._syntax
        codes: list[str] = []
        for place in self._cast.places.within(first, last):
            if place.sort == "city" or not self._is_partner(place.last - 1, first):
                continue
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
                if word in {
                    "with",
                    "to",
                    "alongside",
                    "for",
                    "between",
                    "toward",
                    "towards",
                    "among",
                }:
                    return True
                if word == "in" and {"support", "assist", "help"} & set(syntax.lemmas[first:token]):
                    return True
                if word != "of":
                    return False
                token = syntax.heads[head]
                if token < first or syntax.lemmas[token] in _OTHER_NOUNS:
                    return False
                continue
            if dep in {"conj", "poss", "compound", "amod", "nmod", "appos"}:
                if dep != "conj" and syntax.lemmas[head] in _OTHER_NOUNS:
                    return False
                token = head
                continue
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
        lower = self._syntax.lower
        for place in self._cast.places.within(first, last):
            if code not in place.codes:
                continue
            before = set(lower[max(first, place.first - 3) : place.first])
            after = lower[place.last : place.last + 1]
            lemmas = set(self._syntax.lemmas[max(first, place.first - 4) : place.first])
            owned = after[:1] and after[0] in {"'s", "’s", "’"}
            act = set(self._syntax.lemmas[place.last + bool(owned) : place.last + 3 + bool(owned)])
            against = before & {"against", "by"} or lemmas & _AGAINST
            if not against and not act & _HOSTILE:
                return False
        return True

    def _addresses(self, first: int, last: int) -> bool:
        return bool({"you", "your", "our", "us"} & set(self._syntax.lower[first:last]))

    def _distinct(self) -> None:
        """Of two that rest on nearly the same words, the stronger or outer one stays."""
        kept: list[Found] = []
        for found in sorted(self.found, key=lambda f: (f.span[0], -f.span[1])):
            same = False
            for other in kept:
                a, b = found.span, other.span
                shared = min(a[1], b[1]) - max(a[0], b[0])
                if shared > 0.7 * max(a[1] - a[0], b[1] - b[0]) or found.token == other.token:
                    same = True
            if not same:
                kept.append(found)
        self.found = kept
