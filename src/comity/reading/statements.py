"""Statements: what somebody is reported to have said, in quotation marks or in reported speech.

Direct: words in quotation marks whose speaker an attribution names ("…," X said). Reported: a
speech verb with an actor as its subject. What is only "discussed" is no statement.
"""

from __future__ import annotations

from comity.data.calendar import WEEKDAYS
from comity.data.files import load_json
from comity.model.parsed import Quotation
from comity.model.reading import Span, Statement
from comity.reading.cast import Cast, Meant
from comity.reading.syntax import Syntax

_UNREAL = {"will", "would", "should", "may", "might", "can", "could", "must", "shall", "'ll"}
_ABOUT = {"about", "of", "on", "upon", "that", "how", "why", "out", "over"}
_OUTER = {"intend", "plan", "want", "hope", "expect", "decide", "agree", "pledge", "ask", "urge"}
_EMOTION = {
    "condolence", "congratulation", "gratitude", "thank", "sympathy", "appreciation", "greeting",
    "wish", "support", "apology", "praise", "solidarity", "congratulations", "thanks",
    "condolences", "greetings", "concern", "view", "assessment",
}  # fmt: skip
#: verbs whose purpose can be to say something ("met to reaffirm", "would like to thank")
_CONTACT = {"meet", "speak", "talk", "call", "gather", "convene", "visit", "like", "want", "wish", "join",
            "write", "take", "use", "come", "travel", "phone", "continue", "go", "have"}  # fmt: skip
_MESSAGES = {"message", "greeting", "congratulation", "condolence", "telegram", "letter", "greetings",
             "condolences", "congratulations", "wish"}  # fmt: skip
_QUOTE_MARKS = {"“", "”", '"', "«", "»", "„", "``", "''", "‘", "’"}


class Statements:
    """All statements of a report; direct ones also say who "we" is inside each quotation."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        verbs = load_json("verbs.json")
        self._speech = frozenset(verbs["speech"]) - frozenset(verbs["not_speech"])
        self._with_that = frozenset(verbs["speech_with_that"])
        self._with_object = frozenset(verbs["speech_with_object"])
        self._made = frozenset(verbs["made"])
        self._attributed: set[int] = set()
        self.found: list[tuple[int, Statement]] = []
        #: each reported statement as (verb, speaker, token span, evidence), for events
        self.told: list[tuple[int, Meant, Span, Span]] = []
        self._direct()
        self._reported()

    def items(self) -> list[Statement]:
        """The statements in the order of the text."""
        return [item for _, item in sorted(self.found, key=lambda pair: pair[0])]

    # direct speech

    def _direct(self) -> None:
        run: list[Quotation] = []
        speaker: Meant = Meant()
        for number, quotation in enumerate(self._syntax.parsed.quotations):
            if not self._is_speech(quotation):
                continue
            meant, span, end = self._attribution(quotation)
            if (
                not meant
                and run
                and speaker
                and (self._continues(run[-1], quotation) or self._interrupted(run[-1], quotation))
            ):
                self._cast.quoted_speakers[number] = speaker
                run.append(quotation)
                self._extend(quotation)
                continue
            if not meant:
                meant, span = self._from_before(quotation)
            if not meant:
                run, speaker = [], Meant()
                continue
            for earlier in self._unspoken(number, quotation):
                self._cast.quoted_speakers[earlier] = meant
            self._cast.quoted_speakers[number] = meant
            start, stop = quotation.start, min(quotation.end, end)
            text = self._syntax.parsed.text[start:stop].rstrip(" ,")
            evidence = (min(span[0], start), max(span[1], stop))
            for name in meant.speakers[:3]:
                self.found.append(
                    (start, Statement(speaker=name, direct=True, text=text, evidence=(evidence,)))
                )
            run, speaker = [quotation], meant

    def _is_speech(self, quotation: Quotation) -> bool:
        """Words that somebody said, not a title or a term in quotation marks."""
        syntax = self._syntax
        first, last = quotation.first, quotation.last
        if last - first < 3:
            return False
        verb = any(syntax.tags[t] in {"VBP", "VBZ", "VBD", "MD", "VB"} for t in range(first, last))
        before = syntax.words[first - 2] if first > 1 else ""
        opens = syntax.words[first][0].isupper() or before in {",", ":"}
        ends = syntax.words[last - 1] in {".", ",", "!", "?", "…"}
        return verb and (opens or ends) and (ends or last - first > 8 or not quotation.closed)

    def _attribution(self, quotation: Quotation) -> tuple[Meant, Span, int]:
        """Who said it, by the words right after the quotation or inside its missing end."""
        syntax = self._syntax
        limit = syntax.paragraph(quotation.first).last
        if not quotation.closed:
            inside = self._inside(quotation)
            if inside is not None:
                return inside
        at = quotation.last
        while at < limit and (
            syntax.words[at] in _QUOTE_MARKS or syntax.words[at] in {",", "-", "–", "—", "."}
        ):
            at += 1
        found = self._said_by(at, min(limit, at + 28), quotation)
        if found is None:
            return Meant(), (0, 0), quotation.end
        meant, first, last = found
        self._attributed.update(range(first, last))
        return meant, syntax.offsets(first, last), quotation.end

    def _said_by(self, at: int, limit: int, quotation: Quotation) -> tuple[Meant, int, int] | None:
        """An attribution that begins at a token: "X said", "said X", "the President noted"."""
        syntax = self._syntax
        if at >= limit or syntax.quoted[at] >= 0:
            return None
        end = next(
            (
                t
                for t in range(at, limit)
                if syntax.quoted[t] >= 0
                or syntax.words[t] in {".", ";"}
                and t > at + 1
                and not syntax.parsed.glued[min(t + 1, len(syntax.words) - 1)]
            ),
            limit,
        )
        for verb in range(at, end):
            if syntax.lemmas[verb] not in self._speech or not syntax.is_verb(verb):
                continue
            if syntax.tags[verb] == "VB":
                continue
            meant = Meant()
            subject = syntax.child(verb, "nsubj")
            if subject is not None and at <= subject < end:
                meant = self._cast.resolve(subject)
            if not meant:
                meant = self._nearest(at, verb, end)
            if meant:
                first, last = syntax.trim(at, end)
                return meant, first, max(last, verb + 1)
            return None
        return None

    def _nearest(self, at: int, verb: int, end: int) -> Meant:
        """The actor beside a speech verb where the parse gives no subject."""
        for token in [*range(verb - 1, at - 1, -1), *range(verb + 1, end)]:
            low = self._syntax.lower[token]
            if self._syntax.tags[token].startswith("N") or low in {"he", "she", "they", "i", "we"}:
                meant = self._cast.resolve(token, alone=True)
                if meant:
                    return meant
        return Meant()

    def _inside(self, quotation: Quotation) -> tuple[Meant, Span, int] | None:
        """A missing closing mark: the attribution stands at the end of what is quoted."""
        syntax = self._syntax
        first, last = quotation.first, quotation.last
        for verb in range(last - 1, max(first + 3, last - 30), -1):
            if syntax.lemmas[verb] in {
                "say",
                "note",
                "stress",
                "add",
                "emphasize",
                "tell",
                "underline",
                "state",
                "declare",
            } and syntax.is_verb(verb):
                comma = next(
                    (t for t in range(verb, max(first, verb - 12), -1) if syntax.words[t] == ","),
                    None,
                )
                if comma is None:
                    continue
                meant = self._nearest(comma + 1, verb, last)
                if meant:
                    span = syntax.offsets(*syntax.trim(comma + 1, last))
                    return meant, span, syntax.parsed.ends[comma - 1]
        return None

    def _from_before(self, quotation: Quotation) -> tuple[Meant, Span]:
        """An introduction before the quotation: "X said: “…”", "As X put it, “…”"."""
        syntax = self._syntax
        start = syntax.paragraph(quotation.first).first
        at = quotation.first - 1
        while at >= start and syntax.words[at] in _QUOTE_MARKS:
            at -= 1
        introduced = at >= start and syntax.words[at] in {",", ":", "that", "–", "—"}
        if at < start and quotation.first - start <= 2:
            return self._paragraph_before(start)
        if not introduced and syntax.quoted[max(at, 0)] < 0:
            previous = [q for q in syntax.parsed.quotations if q.last <= quotation.first]
            if not previous or previous[-1].last < start:
                return Meant(), (0, 0)
        first = syntax.sentence(max(at, start))[0]
        first = max(start, min(first, at))
        for verb in range(at, first - 1, -1):
            if syntax.quoted[verb] >= 0:
                break
            if syntax.lemmas[verb] in self._speech | {"put", "write", "read"} and syntax.is_verb(
                verb
            ):
                subject = syntax.subject(verb)
                meant = self._cast.resolve(subject) if subject is not None else Meant()
                if subject is not None and syntax.lemmas[subject] in _MESSAGES | {
                    "statement",
                    "note",
                }:
                    meant = self._cast.last_subject(subject)
                if not meant:
                    meant = self._teller(first, verb) or self._nearest(first, verb, at)
                if meant:
                    left = syntax.parsed.lefts[subject] if subject is not None else first
                    left = max(first, min(left, verb))
                    self._attributed.update(range(left, at + 1))
                    return meant, syntax.offsets(left, at + 1)
                break
        return Meant(), (0, 0)

    def _teller(self, first: int, verb: int) -> Meant:
        """The subject of an earlier speech verb in the sentence ("He noted … and said: …")."""
        for earlier in range(first, verb):
            if self._syntax.lemmas[earlier] in self._speech and self._syntax.is_verb(earlier):
                subject = self._syntax.child(earlier, "nsubj")
                meant = self._cast.resolve(subject) if subject is not None else Meant()
                if meant:
                    return meant
        return Meant()

    def _paragraph_before(self, start: int) -> tuple[Meant, Span]:
        """A paragraph that ends in a colon introduces the quotation that follows."""
        syntax = self._syntax
        if start == 0 or syntax.words[start - 1] != ":":
            return Meant(), (0, 0)
        first, last = syntax.sentence(start - 1)
        for verb in range(last - 1, first - 1, -1):
            if syntax.lemmas[verb] in self._speech and syntax.is_verb(verb):
                subject = syntax.subject(verb)
                meant = self._cast.resolve(subject) if subject is not None else Meant()
                if meant:
                    self._attributed.update(range(first, last))
                    return meant, syntax.offsets(*syntax.trim(first, last))
        return Meant(), (0, 0)

    def _continues(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation goes on with the one before: nothing but a paragraph break between."""
        between = self._syntax.words[before.last : quotation.first]
        return all(word in _QUOTE_MARKS for word in between)

    def _interrupted(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether only the attribution stands between: “…,” X said. “…”"""
        syntax = self._syntax
        return all(
            token in self._attributed
            or syntax.words[token] in _QUOTE_MARKS | {".", ",", ":", "-", "–", "—"}
            for token in range(before.last, quotation.first)
        )

    def _extend(self, quotation: Quotation) -> None:
        """Joins a quotation to the last direct statement."""
        at, last = self.found[-1]
        start = at
        text = self._syntax.parsed.text[start : quotation.end].rstrip(" ,")
        evidence = ((last.evidence[0][0], max(last.evidence[0][1], quotation.end)),)
        self.found[-1] = (
            at,
            Statement(speaker=last.speaker, direct=True, text=text, evidence=evidence),
        )

    def _unspoken(self, number: int, quotation: Quotation) -> list[int]:
        """Quotations right before this one that wait for its speaker (a speech over paragraphs)."""
        waiting = []
        quotations = self._syntax.parsed.quotations
        current = quotation
        for earlier in range(number - 1, -1, -1):
            before = quotations[earlier]
            if earlier in self._cast.quoted_speakers or not self._continues(before, current):
                break
            if before.closed:
                break
            waiting.append(earlier)
            current = before
        return waiting

    # reported speech

    def _reported(self) -> None:
        syntax = self._syntax
        self._turns()
        for first, last in syntax.body_sentences():
            if syntax.paragraph(first).role == "turn":
                continue
            for token in range(first, last):
                if syntax.quoted[token] >= 0 or token in self._attributed:
                    continue
                if syntax.lower[token] == "according":
                    self._according(token, first, last)
                elif syntax.is_verb(token) or syntax.lemmas[token] == "make":
                    self._verb(token)

    def _turns(self) -> None:
        """The turns of a transcript ("President X: …"): direct speech without quotation marks."""
        syntax = self._syntax
        for number, paragraph in enumerate(syntax.parsed.paragraphs):
            if paragraph.role != "turn" or paragraph.last <= paragraph.first:
                continue
            meant = self._cast.turn_speaker(number)
            span = syntax.offsets(paragraph.first, paragraph.last)
            for name in meant.names[:1]:
                text = syntax.parsed.text[span[0] : span[1]].rstrip(" .")
                item = Statement(speaker=name, direct=True, text=text, evidence=(span,))
                self.found.append((span[0], item))

    def _according(self, token: int, first: int, last: int) -> None:
        syntax = self._syntax
        source = syntax.preposition(token, "to")
        if source is None:
            to = next((c for c in syntax.children(token) if syntax.lower[c] == "to"), None)
            source = syntax.child(to, "pobj") if to is not None else None
        if source is None and token + 2 < last:
            source = token + 2
        if source is None:
            return
        meant = self._cast.resolve(source)
        if not meant or meant.sort == "country":
            return
        start = syntax.parsed.rights[source] + 1
        mention = self._cast.people.at(source)
        if mention:
            start = max(start, mention.last)
        text = syntax.trim(start, last) if token == first else syntax.trim(first, token)
        if text[1] - text[0] < 3:
            return
        span = syntax.trim(first, last)
        self._put(meant, text, span)

    def _verb(self, verb: int) -> None:
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        if lemma == "make" or syntax.lemmas[verb] == "be":
            self._made_clear(verb, lemma)
            return
        if lemma not in self._speech or not self._told(verb):
            return
        content = self._content(verb, lemma)
        if content is None:
            return
        subject = syntax.subject(verb)
        passive = syntax.child(verb, "nsubjpass") is not None or (
            syntax.child(verb, "auxpass") is not None
        )
        if passive:
            subject = syntax.preposition(verb, "by")
            content = syntax.sentence(verb)
        if subject is None:
            return
        meant = self._cast.resolve(subject)
        if not meant or (meant.sort == "" and not meant.group):
            return
        first = syntax.clause_start(verb)
        last = syntax.clause_end(verb)
        if content[0] >= last or not (meant.names or meant.group):
            return
        self._put(meant, content if content[1] == -1 else (content[0], last), (first, last))
        self.told.append((verb, meant, (first, last), syntax.offsets(*syntax.trim(first, last))))

    def _made_clear(self, verb: int, lemma: str) -> None:
        """ "made clear that", "made X familiar with", "was clear about"."""
        syntax = self._syntax
        first, end = syntax.sentence(verb)
        said = next(
            (t for t in range(verb + 1, min(end, verb + 12)) if syntax.lower[t] in self._made), None
        )
        if said is None or not self._told(verb):
            return
        if lemma == "be" and (said - verb > 2 or syntax.lower[said] != "clear"):
            return
        if syntax.lower[said] == "clear" and lemma == "be" and syntax.lower[said + 1 : said + 2] not in (
            ["about"], ["that"], ["on"],
        ):  # fmt: skip
            return
        subject = syntax.subject(verb)
        meant = self._cast.resolve(subject) if subject is not None else Meant()
        if not meant:
            return
        last = syntax.clause_end(verb)
        content = said + 1
        if content < last and syntax.lower[content] in {"that", "with", "about", ",", "to"}:
            content += 1
        if content < last:
            self._put(meant, (content, last), (syntax.clause_start(verb), last))

    def _told(self, verb: int) -> bool:
        """Whether the verb tells of something said: no denial, plan, condition or background."""
        syntax = self._syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & _UNREAL:
            return False
        thing = syntax.child(verb, "dobj")
        if thing is not None and syntax.lower[syntax.parsed.lefts[thing]] == "no":
            return False
        dep = syntax.deps[verb]
        if dep in {"relcl"}:
            relative = syntax.child(verb, "nsubj")
            if relative is None or syntax.lower[relative] != "who":
                return False
        if dep in {"acl", "amod", "csubj", "nsubj", "compound"}:
            return False
        if dep == "acl" or (syntax.tags[verb] == "VBN" and dep == "acl"):
            return False
        if syntax.tags[verb] == "VB":
            head = syntax.heads[verb]
            if (
                "to" not in syntax.auxiliaries(verb)
                and dep != "conj"
                and not ({"did", "do"} & syntax.auxiliaries(verb))
            ):
                return dep == "ROOT"
            if dep in {"xcomp", "ccomp"} and syntax.lemmas[head] in _OUTER:
                return False
            if dep not in {"xcomp", "advcl", "ccomp", "conj"}:
                return False
            top = head if dep != "conj" else syntax.heads[head]
            if dep in {"advcl", "xcomp"} and syntax.lemmas[top] not in self._speech | _CONTACT:
                return False
            return not (syntax.auxiliaries(top) & _UNREAL)
        if syntax.tags[verb] == "VBG" and dep in {"pobj", "dobj", "pcomp"}:
            return syntax.child(verb, "nsubj") is not None or (
                dep == "pcomp" and syntax.lower[syntax.heads[verb]] in {"by"}
            )
        return True

    def _content(self, verb: int, lemma: str) -> tuple[int, int] | None:
        """Where what was said begins, or None where the verb carries nothing said."""
        syntax = self._syntax
        clause = next(
            (
                c
                for c in syntax.children(verb, "ccomp")
                if c > verb and syntax.parsed.lefts[c] > verb - 1
            ),
            None,
        )
        dobj = syntax.child(verb, "dobj")
        if dobj is not None and syntax.lower[dobj] in WEEKDAYS:
            dobj = None
        if lemma == "draw" and (dobj is None or syntax.lemmas[dobj] != "attention"):
            return None
        end = syntax.clause_end(verb)
        fronted = self._fronted(verb)
        if fronted and (clause is None or syntax.lower[syntax.parsed.lefts[clause]] != "that"):
            return fronted
        if lemma == "send":
            sent = set(syntax.lemmas[verb : verb + 8])
            return (verb, end) if dobj is not None and sent & _MESSAGES else None
        if clause is not None:
            start = max(verb + 1, syntax.parsed.lefts[clause])
            if syntax.lower[start] in {"that", ","}:
                start += 1
            if lemma in self._with_object and lemma not in {
                "inform",
                "brief",
                "update",
                "announce",
                "outline",
                "detail",
                "recognize",
            }:
                start = verb
            return start, end
        if lemma in self._with_that:
            if (
                lemma in {"offer", "extend"}
                and dobj is not None
                and syntax.lemmas[dobj] in _EMOTION
            ):
                return verb, end
            if lemma == "wish" and dobj is not None:
                return verb, end
            if lemma == "report" and "on" in syntax.lower[verb + 1 : verb + 3]:
                return verb, end
            return None
        about = self._about(verb)
        if lemma in {"call", "dwell", "touch", "speak", "set", "lay", "point", "address"}:
            wanted = {
                "call": {"for", "on", "upon"}, "dwell": {"on", "upon"}, "touch": {"on", "upon"},
                "speak": {"about", "of"}, "set": {"out", "forth"}, "lay": {"out"}, "point": {"out", "to"},
                "address": set(),
            }[lemma]  # fmt: skip
            following = syntax.lower[verb + 1 : verb + (2 if lemma == "speak" else 4)]
            hit = next((w for w in following if w in wanted), None)
            if hit is None:
                return None
            return verb + 2, end
        if lemma in {"urge", "encourage", "demand"}:
            return verb, end
        if dobj is not None:
            if lemma == "welcome" and self._hosting(dobj):
                return None
            if lemma in {"raise"} and syntax.lemmas[dobj] in {
                "flag",
                "fund",
                "money",
                "rate",
                "level",
            }:
                return None
            if about is not None and lemma in {"tell", "inform", "brief", "update"}:
                return about, end
            return (verb if lemma in self._with_object else verb + 1), end
        if about is not None:
            return about, end
        if lemma in {"say", "tell", "note", "stress", "add"} and verb + 1 < end:
            inner = self._fronted(verb)
            return inner
        return self._fronted(verb)

    def _about(self, verb: int) -> int | None:
        for child in self._syntax.children(verb, "prep"):
            if child > verb and self._syntax.lower[child] in _ABOUT | {"for"}:
                return child + 1
        dobj = self._syntax.child(verb, "dobj")
        if dobj is not None:
            for child in self._syntax.children(dobj, "prep"):
                if self._syntax.lower[child] in {"about", "on", "of"}:
                    return child + 1
        return None

    def _fronted(self, verb: int) -> tuple[int, int] | None:
        """ "The Party intends to …, X has announced": what was said stands before the verb."""
        syntax = self._syntax
        clause = next((c for c in syntax.children(verb, "ccomp") if c < verb), None)
        start, stop = syntax.sentence(verb)
        subject = syntax.child(verb, "nsubj")
        if clause is None and subject is not None:
            left = min(syntax.parsed.lefts[subject], verb)
            after = max(verb, syntax.parsed.rights[subject])
            comma = left - 1 >= start + 1 and syntax.words[left - 1] == ","
            inserted = comma and after + 1 < stop and syntax.words[after + 1] == ","
            if inserted and syntax.deps[verb] in {"parataxis", "ROOT"}:
                return start, -1
            told = syntax.lemmas[verb] in {"say", "announce", "state", "note", "stress", "report"}
            clause_before = any(
                syntax.tags[t] in {"VBZ", "VBP", "VBD", "MD"} for t in range(start, left - 1)
            )
            bare = syntax.child(verb, "dobj", "ccomp") is None
            return (start, -1) if comma and told and clause_before and bare else None
        if clause is None or syntax.quoted[clause] >= 0:
            return None
        left = verb if subject is None else min(syntax.parsed.lefts[subject], verb)
        if left and syntax.lower[left - 1] in {"and", "but"}:
            return None
        first, _ = syntax.subtree(clause)
        return first, -1

    def _hosting(self, guest: int) -> bool:
        """ "welcomed President X": the host's greeting is an encounter, not a statement."""
        lemma = self._syntax.lemmas[guest]
        return (
            self._cast.people.at(guest) is not None
            or lemma in {"delegation", "guest", "counterpart", "leader", "president", "participant"}
            or (self._cast.resolve(guest, alone=True).sort == "person")
        )

    def _publishes(self, meant: Meant) -> bool:
        """Whether the speaker is the agency itself ("…, Kazinform reports")."""
        line = self._syntax.parsed.dateline
        own = {self._syntax.parsed.report.publisher, line.agency if line else None} - {None}
        return (
            bool(own)
            and {n.casefold() for n in meant.names} <= {str(o).casefold() for o in own}
            and (bool(meant.names))
        )

    def _put(self, meant: Meant, content: Span, span: Span) -> None:
        syntax = self._syntax
        if self._publishes(meant):
            return
        first, last = span
        if content[1] == -1:
            attribution = first
            first, last = syntax.trim(min(content[0], first), syntax.sentence(first)[1])
            content = (content[0], attribution if attribution > content[0] + 1 else last)
        first, last = syntax.trim(first, last)
        if last - first < 2:
            return
        text_first, text_last = syntax.trim(content[0], min(content[1], last))
        if text_last <= text_first:
            text_first, text_last = first, last
        for name in meant.speakers:
            self.found.append(
                (
                    syntax.parsed.starts[first],
                    Statement(
                        speaker=name,
                        direct=False,
                        text=syntax.said(text_first, text_last),
                        evidence=(syntax.offsets(first, last),),
                    ),
                )
            )
