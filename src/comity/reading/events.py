"""Events between countries in PLOVER's types: who did what to whom.

Consultations come from encounters, agreements and requests from commitments, support and
accusations from statements; material acts from verbs and nouns of the lexicon. Each distinct triple
stands once a report. Types and their bounds follow the PLOVER codebook.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations

from comity.data.files import load_json
from comity.data.vocabulary import EventType
from comity.model.reading import Event, Span
from comity.reading.cast import Cast
from comity.reading.commitments import Commitments, Found
from comity.reading.encounters import Encounters
from comity.reading.statements import Statements

_MUTUAL = {"CONSULT", "AGREE", "COOPERATE"}
_MOST_SIDES = 10
_SHARED = {"cooperation", "partnership", "relation", "relationship", "tie", "contact", "dialogue",
           "collaboration", "interaction", "together", "jointly"}  # fmt: skip
#: promises to come or to talk are plans, not agreements
_PLANNED_CONTACT = {"travel", "visit", "attend", "meet", "discuss", "host", "join", "lead", "participate",
                    "welcome", "depart", "arrive", "consult", "pay", "hold", "speak", "return"}  # fmt: skip
#: words behind which a clause speaks of something else than whom it praises
_ASIDE = {"by", "against", "amid", "despite", "which", "who", "whose", "where", "including", "during",
          "regarding"}  # fmt: skip
#: acts that a country is blamed for
_ACTS = {"invasion", "attack", "war", "aggression", "action", "activity", "behavior", "behaviour", "launch",
         "test", "detention", "violation", "strike", "crackdown", "claim", "decision", "attempt", "annexation",
         "occupation", "assault", "practice", "policy", "program", "programme", "threat", "use", "support",
         "interference", "coercion", "provocation", "regime", "abuse", "killing", "bombing", "shelling",
         "blockade", "arrest", "conviction", "sentence", "campaign", "effort", "operation", "conduct",
         "intrusion", "missile", "escalation", "repression", "military", "weapon", "seizure"}  # fmt: skip
_UNREAL = {"will", "would", "may", "might", "could", "can", "should", "must", "to"}


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load_json("events.json")[key])


class Events:
    """All events of a report."""

    def __init__(
        self, cast: Cast, encounters: Encounters, commitments: Commitments, statements: Statements
    ) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._found: dict[tuple[str | None, str | None, EventType], Span] = {}
        self._pair = list(dict.fromkeys(cast.main.codes))
        self._consult(encounters)
        for found in commitments.found:
            self._commitment(found)
        self._statements(statements)
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                self._act(token, first, last)

    def items(self) -> list[Event]:
        """The events, each triple once, with the words that tell of it."""
        return [
            Event(source=source, target=target, type=kind, evidence=(span,))
            for (source, target, kind), span in self._found.items()
        ]

    def _put(self, kind: EventType, source: str, target: str, span: Span) -> None:
        if source == target:
            return
        if kind in _MUTUAL and kind == "CONSULT":
            source, target = sorted((source, target))
        self._found.setdefault((source, target, kind), span)

    def _mutual(self, kind: EventType, codes: list[str], span: Span) -> None:
        for one, other in combinations(sorted(set(codes))[:_MOST_SIDES], 2):
            self._found.setdefault((one, other, kind), span)

    def _consult(self, encounters: Encounters) -> None:
        for mention in encounters.found:
            codes = [code for name in mention.parties for code in self._cast.codes_of(name)]
            codes = list(dict.fromkeys([*codes, *mention.codes]))
            if len(codes) < 2 and mention.kind == "visit":
                continue
            self._mutual("CONSULT", codes, mention.span)
        for codes, span in encounters.unnamed:
            self._mutual("CONSULT", codes, span)

    # from commitments

    def _commitment(self, found: Found) -> None:
        syntax = self._syntax
        by, to = list(found.by_codes), list(found.to_codes)
        span = found.item.evidence[0]
        kind = found.item.kind
        lemma = syntax.lemmas[found.token]
        if kind == "request" and lemma == "invite":
            return
        if kind == "request":
            for source in by:
                for target in to:
                    self._put("REQUEST", source, target, span)
            return
        if kind == "hope" and self._trusts(found):
            for source in by:
                for target in to[:1]:
                    self._put("SUPPORT", source, target, span)
        if kind == "hope" or not by:
            return
        if lemma in {"signing", "sign", "conclude", "initial", "ink"}:
            codes = by if len(set(by)) > 1 else [*by, *to]
            if len(set(codes)) > 2:
                self._mutual("AGREE", codes, span)
                return
            for source in codes:
                for target in codes:
                    self._put("SUPPORT", source, target, span)
            return
        if lemma == "launch" and len(set(by)) > 1:
            self._mutual("COOPERATE", by, span)
            return
        if self._unfriendly(found.span):
            return
        if kind == "pledge" and lemma in _PLANNED_CONTACT:
            return
        if len(set(by)) > 1:
            others = [code for code in to if code not in by]
            if others and self._helps(found.span):
                for source in by:
                    for target in others[:2]:
                        self._put("AGREE", source, target, span)
            elif len(set(by)) == 2 or kind == "agreement" or self._shared(found.span):
                self._mutual("AGREE", by, span)
            return
        if not to and len(self._pair) == 2 and by[0] in self._pair and self._shared(found.span):
            to = [code for code in self._pair if code != by[0]]
        for target in to[:2]:
            self._put("AGREE", by[0], target, span)

    def _trusts(self, found: Found) -> bool:
        """Confidence in the other side, said to its face ("your President will contribute …")."""
        syntax = self._syntax
        first, last = found.span
        sure = {"sure", "confident", "convinced", "certain"} & set(syntax.lower[first:last])
        return bool(sure) and syntax.quoted[found.token] >= 0 and "your" in syntax.lower[first:last]

    def _helps(self, span: Span) -> bool:
        lemmas = set(self._syntax.lemmas[span[0] : span[1]])
        return bool(lemmas & {"support", "assist", "assistance", "help", "aid", "provide", "stand"})

    def _unfriendly(self, span: Span) -> bool:
        lemmas = set(self._syntax.lemmas[span[0] : span[1]])
        return bool(
            lemmas
            & {
                "sanction",
                "counter",
                "deter",
                "oppose",
                "retaliate",
                "accountable",
                "punish",
                "restriction",
                "ban",
                "confront",
                "condemn",
                "account",
                "embargo",
                "isolate",
                "cost",
                "pressure",
            }
        )

    def _shared(self, span: Span) -> bool:
        lemmas = set(self._syntax.lemmas[span[0] : span[1]])
        return bool(lemmas & _SHARED)

    # from statements

    def _statements(self, statements: Statements) -> None:
        for verb, speaker, (first, last), evidence in statements.told:
            lemma = self._syntax.lemmas[verb]
            codes = list(dict.fromkeys(speaker.codes))
            if not codes:
                continue
            if lemma in _words("blame"):
                self._blamed(codes, verb, last, evidence)
            elif self._complaint(verb, first, last):
                self._blamed(codes, verb, last, evidence)
            elif lemma in _words("praise") | {"send", "wish"} or self._backed(verb, first, last):
                self._praised(codes, verb, last, evidence, lemma)

    def _complaint(self, verb: int, first: int, last: int) -> bool:
        return any(
            lemma in _words("complaint_nouns") for lemma in self._syntax.lemmas[verb : verb + 5]
        ) and self._syntax.lemmas[verb] in {"raise", "express", "voice", "convey"}

    def _backed(self, verb: int, first: int, last: int) -> bool:
        """ "underscored support for Y", "reaffirmed commitment to Y's security"."""
        syntax = self._syntax
        for token in range(verb + 1, min(last, verb + 12)):
            lemma = syntax.lemmas[token]
            if lemma in _words("backing") and syntax.tags[token].startswith("NN"):
                return True
            if lemma == "commitment" and {
                "security",
                "sovereignty",
                "defense",
                "defence",
                "independence",
                "integrity",
            } & set(syntax.lemmas[token:last]):
                return True
        return False

    def _praised(self, codes: list[str], verb: int, last: int, evidence: Span, lemma: str) -> None:
        syntax = self._syntax
        targets: list[str] = []
        dobj = syntax.child(verb, "dobj")
        if dobj is not None and lemma not in {"welcome"}:
            targets += self._cast.resolve(dobj).codes
        if not targets:
            stop = last
            for token in range(verb + 1, last):
                if syntax.lower[token] in {"against", "amid", "despite", "regarding"}:
                    stop = token
                    break
            targets = self._foreign(codes, verb + 1, stop)[:1]
        if lemma == "welcome" and len(set(codes)) > 1:
            return
        for source in codes:
            for target in targets:
                if target not in codes or len(codes) == 1:
                    self._put("SUPPORT", source, target, evidence)

    def _foreign(self, codes: list[str], first: int, last: int) -> list[str]:
        """Countries other than the speaker's that a span names, also through people."""
        found: list[str] = []
        syntax = self._syntax
        for token in range(first, last):
            if syntax.lower[token] in _ASIDE and token > first:
                break
            place = self._cast.places.country(token)
            here: tuple[str, ...] = place.codes if place and place.first == token else ()
            if here and place and place.sort == "adjective" and not self._friendly(place.last):
                here = ()
            mention = self._cast.people.at(token)
            if mention and mention.first == token and mention.entry.country:
                here = (mention.entry.country,)
            elif not here and syntax.lower[token] in {"him", "his", "her"}:
                here = self._cast.resolve(token).codes
            found.extend(c for c in here if c not in codes and c not in found)
        return found

    def _friendly(self, token: int) -> bool:
        """Whether an adjective's noun can be praised for its country: its people, leaders, efforts."""
        lemmas = self._syntax.lemmas[token : token + 4]
        return not set(lemmas[:3]) & (
            _ACTS - {"action", "effort", "support", "decision", "policy"} | {"national"}
        )

    def _blamed(self, codes: list[str], verb: int, last: int, evidence: Span) -> None:
        target = self._culprit(verb + 1, last)
        if target:
            for source in codes:
                self._put("ACCUSE", source, target, evidence)

    def _culprit(self, first: int, last: int) -> str | None:
        """Whose act is blamed: its owner ("Russia's invasion"), or whom it comes "from" or "by"."""
        syntax = self._syntax
        for token in range(first, last):
            if syntax.lower[token] in {"which", "who", "whose", "where"} and token > first + 1:
                return None
            place = self._cast.places.country(token)
            if place is None or place.first != token:
                continue
            after = syntax.lower[place.last] if place.last < last else ""
            before = syntax.lower[token - 1]
            before2 = syntax.lower[token - 2] if token > 1 else ""
            owned = after in {"'s", "’s", "’"}
            if owned or place.sort == "adjective":
                acts = set(syntax.lemmas[place.last + owned : place.last + owned + 5]) & _ACTS
                if before not in {"of", "against", "on", "with", "for", "in"} and acts:
                    return place.code
            if before in {"by", "from"} or before2 in {"by", "from"} and before == "the":
                return place.code
            head = syntax.heads[token]
            if syntax.deps[token] == "dobj" and syntax.lemmas[head] in _words("blame"):
                return place.code
        return None

    # material acts

    def _act(self, token: int, first: int, last: int) -> None:
        syntax = self._syntax
        lemma, tag = syntax.lemmas[token], syntax.tags[token]
        if tag.startswith("NN"):
            if lemma in _words("assault_nouns"):
                self._assault(token, first, last)
            elif lemma == "donation" or lemma in {"assistance", "aid"}:
                self._aid_noun(token, first, last)
            elif lemma == "investment":
                self._investment(token, first, last)
            elif lemma in _words("sanction_nouns"):
                self._sanction(token, first, last)
            elif lemma == "concern" and syntax.deps[token] == "dobj":
                pass  # told of by its verb, as a statement
            elif lemma == "threat" and "posed" in syntax.lower[token : token + 3]:
                self._threat(token, last)
            elif lemma == "support" and syntax.deps[token] in {"dobj", "pobj", "nsubj"}:
                self._support_noun(token)
        elif syntax.lower[token] == "concerned":
            self._concerned(token, last)
        elif tag.startswith("VB"):
            self._verb(token, lemma, last)

    def _concerned(self, token: int, last: int) -> None:
        """ "We are concerned by threatening actions by the PRC"."""
        syntax = self._syntax
        governor = token if syntax.tags[token].startswith("VB") else syntax.heads[token]
        subject = syntax.subject(governor)
        target = self._culprit(token, last)
        if subject is None or target is None or syntax.negated(governor):
            return
        span = syntax.offsets(*syntax.trim(syntax.clause_start(governor), last))
        for own in self._cast.resolve(subject).codes:
            self._put("ACCUSE", own, target, span)

    def _verb(self, verb: int, lemma: str, last: int) -> None:
        syntax = self._syntax
        if syntax.negated(verb):
            return
        modal = bool(syntax.auxiliaries(verb) & _UNREAL)
        subject = syntax.subject(verb)
        source = self._cast.resolve(subject).codes if subject is not None else ()
        dobj = syntax.child(verb, "dobj")
        span = syntax.offsets(*syntax.trim(syntax.clause_start(verb), syntax.clause_end(verb)))
        if (
            lemma in {"host", "house"}
            and syntax.tags[verb] in {"VBG", "VBZ", "VBP"}
            and dobj is not None
        ):
            self._hosting(verb, dobj, span)
            return
        if modal or not source:
            return
        kinds: list[tuple[str, EventType]] = [
            ("assault_verbs", "ASSAULT"), ("sanction_verbs", "SANCTION"), ("coerce_verbs", "COERCE"),
            ("threaten_verbs", "THREATEN"), ("protest_verbs", "PROTEST"), ("reject_verbs", "REJECT"),
        ]  # fmt: skip
        for key, kind in kinds:
            if lemma in _words(key):
                target = self._object_codes(verb, dobj)
                for code in target[:1]:
                    for own in source[:2]:
                        self._put(kind, own, code, span)
                return
        if lemma in _words("aid_verbs") and dobj is not None:
            words = set(syntax.lemmas[syntax.parsed.lefts[dobj] : syntax.parsed.rights[dobj] + 1])
            if words & _words("aid_nouns"):
                for token in syntax.prepositions(verb, "to", "for") + syntax.prepositions(
                    dobj, "to", "for"
                ):
                    for code in self._cast.resolve(token).codes[:1]:
                        for own in source[:1]:
                            self._put("AID", own, code, span)
        if lemma == "stand" and "with" in syntax.lower[verb : verb + 3]:
            for code in self._foreign(list(source), verb, min(syntax.clause_end(verb), verb + 9))[
                :1
            ]:
                for own in source:
                    self._put("SUPPORT", own, code, span)
        if (
            lemma == "withdraw"
            and dobj is not None
            and set(syntax.lemmas[syntax.parsed.lefts[dobj] : syntax.parsed.rights[dobj] + 1])
            & _words("forces")
        ):
            for token in syntax.prepositions(verb, "from") + syntax.prepositions(dobj, "from"):
                for code in self._cast.resolve(token).codes[:1]:
                    self._put("RETREAT", source[0], code, span)
        if lemma in {"support", "endorse"} and dobj is not None:
            reach = min(syntax.phrase(dobj)[1], syntax.clause_end(verb))
            for code in self._foreign(list(source), verb, reach)[:1]:
                for own in source:
                    self._put("SUPPORT", own, code, span)

    def _object_codes(self, verb: int, dobj: int | None) -> list[str]:
        syntax = self._syntax
        if dobj is None:
            return []
        codes = list(self._cast.resolve(dobj).codes)
        return codes or self._cast.places.codes_within(
            syntax.parsed.lefts[dobj], syntax.parsed.rights[dobj] + 1
        )

    def _hosting(self, verb: int, dobj: int, span: Span) -> None:
        """A country that hosts another's forces cooperates with it."""
        syntax = self._syntax
        first, last = syntax.subtree(dobj)
        if not set(syntax.lemmas[first:last]) & _words("forces"):
            return
        guests = self._cast.places.codes_within(first, last)
        owner = syntax.child(verb, "poss", "nsubj")
        owner = owner if owner is not None else syntax.subject(verb)
        hosts = list(self._cast.resolve(owner).codes) if owner is not None else []
        start, _ = syntax.sentence(verb)
        near = [c for c in self._cast.places.codes_within(start, verb) if c not in guests]
        hosts = [c for c in hosts if c not in guests] or near[-1:]
        if guests and hosts:
            self._mutual("COOPERATE", [guests[0], hosts[0]], span)

    def _history(self, token: int) -> bool:
        """A paragraph that tells of years long past and of none near."""
        published = self._syntax.parsed.report.published
        paragraph = self._syntax.paragraph(token)
        words = self._syntax.lower[paragraph.first : paragraph.last]
        years = [int(w) for w in words if w.isdigit() and len(w) == 4 and 1000 < int(w) < 2200]
        return bool(years) and bool(published) and max(years) < int(str(published)[:4]) - 5

    def _assault(self, noun: int, first: int, last: int) -> None:
        syntax = self._syntax
        if syntax.lemmas[noun] == "war" and syntax.words[noun][0].isupper() or self._history(noun):
            return
        left = syntax.parsed.lefts[noun]
        source, target = None, None
        for token in range(left, noun):
            place = self._cast.places.country(token)
            if place and place.first == token and place.sort != "city":
                source = place.code
                break
        stop = syntax.parsed.rights[noun] + 1
        for token in range(noun + 1, min(last, max(stop, noun + 12))):
            low = syntax.lower[token]
            if low not in {"of", "against", "on", "into", "in", "from", "by"}:
                continue
            at = token + 1
            while at < last and syntax.lower[at] in {"the", "people", "of"}:
                at += 1
            place = self._cast.places.at.get(at) if at < last else None
            if place is None:
                continue
            if low in {"from", "by"}:
                source = source or place.code
            else:
                target = target or place.code
        if source and target is None:
            others = [
                code for code in self._cast.places.codes_within(first, last) if code != source
            ]
            near = self._victim(noun, first, last, source)
            target = near or (
                others[0]
                if len(others) == 1 and syntax.lemmas[noun] in {"war", "aggression", "invasion"}
                else None
            )
        if source and target and not self._hypothetical(noun):
            span = syntax.offsets(*syntax.trim(left, max(stop, noun + 1)))
            self._put("ASSAULT", source, target, span)

    def _victim(self, noun: int, first: int, last: int, source: str) -> str | None:
        """ "Ukraine's self-defense against Russia's war of aggression": the owner of the defence."""
        syntax = self._syntax
        for token in range(noun, first, -1):
            if syntax.lower[token] in {"against", "defend", "defends", "defense", "self-defense"}:
                for at in range(token, first - 1, -1):
                    place = self._cast.places.country(at)
                    if place and place.code != source:
                        return place.code
        return None

    def _hypothetical(self, noun: int) -> bool:
        words = set(self._syntax.lower[max(0, noun - 6) : noun])
        return bool(words & {"potential", "possible", "any", "future", "further", "prevent", "if"})

    def _aid_noun(self, noun: int, first: int, last: int) -> None:
        """ "our donation of 4.9 million doses provided to Tanzania", "U.S. assistance to Ukraine"."""
        syntax = self._syntax
        left = syntax.parsed.lefts[noun]
        giver = self._cast.places.codes_within(left, noun)[:1]
        owner = syntax.child(noun, "poss")
        if not giver and owner is not None:
            giver = list(self._cast.resolve(owner).codes[:1])
        if not giver or syntax.lemmas[noun] != "donation" and not self._given(noun):
            return
        stop = max(syntax.parsed.rights[noun] + 1, noun + 1)
        for token in range(noun, min(stop, last)):
            if syntax.lower[token] in {"to", "for"}:
                codes = self._cast.places.codes_within(token, min(token + 6, last))
                if codes:
                    self._put("AID", giver[0], codes[0], syntax.offsets(*syntax.trim(left, stop)))
                    return

    def _given(self, noun: int) -> bool:
        head = self._syntax.heads[noun]
        return not (self._syntax.auxiliaries(head) & _UNREAL)

    def _investment(self, noun: int, first: int, last: int) -> None:
        """ "new investments by U.S. companies in Tanzania"."""
        syntax = self._syntax
        source = target = None
        for token in range(noun + 1, min(last, noun + 14)):
            place = self._cast.places.country(token)
            if place is None:
                continue
            before = set(syntax.lower[max(noun, token - 3) : token])
            if "by" in before or "from" in before:
                source = source or place.code
            elif "in" in before and source:
                target = target or place.code
        if source and target:
            span = syntax.offsets(*syntax.trim(syntax.parsed.lefts[noun], min(last, noun + 12)))
            self._mutual("COOPERATE", [source, target], span)

    def _sanction(self, noun: int, first: int, last: int) -> None:
        syntax = self._syntax
        head = syntax.heads[noun]
        if not syntax.is_verb(head) or syntax.lemmas[head] not in {
            "impose",
            "announce",
            "introduce",
            "adopt",
            "level",
            "expand",
        }:
            return
        if syntax.negated(head) or syntax.auxiliaries(head) & (_UNREAL - {"to"}):
            return
        subject = syntax.subject(head)
        source = self._cast.resolve(subject).codes if subject is not None else ()
        targets = syntax.prepositions(noun, "on", "against") + syntax.prepositions(
            head, "on", "against"
        )
        for token in targets:
            codes = self._cast.resolve(token).codes or tuple(
                self._cast.places.codes_within(
                    syntax.parsed.lefts[token], syntax.parsed.rights[token] + 1
                )
            )
            for own in source[:2]:
                for code in codes[:1]:
                    span = syntax.trim(syntax.clause_start(head), syntax.clause_end(head))
                    self._put("SANCTION", own, code, syntax.offsets(*span))

    def _threat(self, noun: int, last: int) -> None:
        """ "agreed on the significant threat posed by X": those who say so accuse X."""
        syntax = self._syntax
        target = self._culprit(noun, last)
        verb = noun
        for _ in range(5):
            verb = syntax.heads[verb]
            if syntax.is_verb(verb):
                break
        subject = syntax.subject(verb) if syntax.is_verb(verb) else None
        if target is None or subject is None:
            return
        span = syntax.offsets(*syntax.trim(syntax.clause_start(verb), last))
        for own in self._cast.resolve(subject).codes:
            self._put("ACCUSE", own, target, span)

    def _support_noun(self, noun: int) -> None:
        """ "Brazil's democracy has the support of the United States and Mexico"."""
        syntax = self._syntax
        backers = syntax.prepositions(noun, "of", "from")
        head = syntax.heads[noun]
        if not backers or syntax.lemmas[head] not in {"have", "enjoy", "receive"}:
            return
        sources = self._cast.resolve(backers[0]).codes
        subject = syntax.child(head, "nsubj")
        if subject is None:
            return
        targets = self._cast.places.codes_within(
            syntax.parsed.lefts[subject], syntax.parsed.rights[subject] + 1
        )
        span = syntax.offsets(
            *syntax.trim(syntax.parsed.lefts[subject], syntax.parsed.rights[noun] + 1)
        )
        for own in sources:
            for code in targets[:1]:
                self._put("SUPPORT", own, code, span)
