"""Material acts between countries, by verb and noun: assaults, sanctions, aid, forces hosted.

Words of blame and support that are no reported speech ("the threat posed by X") are read here too.
What is modal, denied or long past makes no event.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.data.lexicons import words
from comity.data.vocabulary import EventType
from comity.model.reading import Event, Span
from comity.reading.cast import Cast
from comity.reading.event_sides import EventSides, directed, mutual
from comity.reading.modals import UNREAL

#: verbs of these lists are acts toward the country of their object
_DIRECT: tuple[tuple[str, EventType], ...] = (
    ("assault_verbs", "ASSAULT"), ("sanction_verbs", "SANCTION"), ("coerce_verbs", "COERCE"),
    ("threaten_verbs", "THREATEN"), ("protest_verbs", "PROTEST"), ("reject_verbs", "REJECT"),
)  # fmt: skip
_HYPOTHETICAL = {"potential", "possible", "any", "future", "further", "prevent", "if"}


class EventActs:
    """Reads the events of a report's verbs and nouns."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._sides = EventSides(cast)

    def at(self, token: int, first: int, last: int) -> Iterator[Event]:
        """The acts told of by a token of the sentence `[first, last)`."""
        syntax = self._syntax
        if syntax.tags[token].startswith("NN"):
            yield from self._noun(token, first, last)
        elif syntax.lower[token] == "concerned":
            yield from self._concerned(token, last)
        elif syntax.tags[token].startswith("VB"):
            yield from self._verb(token)

    # verbs

    def _verb(self, verb: int) -> Iterator[Event]:
        syntax = self._syntax
        if syntax.negated(verb):
            return
        lemma, thing = syntax.lemmas[verb], syntax.child(verb, "dobj")
        span = syntax.offsets(*syntax.trim(syntax.clause_start(verb), syntax.clause_end(verb)))
        if lemma in {"host", "house"} and syntax.tags[verb] in {"VBG", "VBZ", "VBP"}:
            if thing is not None:
                yield from self._hosting(verb, thing, span)
                return
        source = self._sides.codes(syntax.subject(verb))
        if syntax.auxiliaries(verb) & (UNREAL | {"to"}) or not source:
            return
        for key, kind in _DIRECT:
            if lemma in words("events", key):
                yield from directed(kind, source[:2], self._object(thing)[:1], span)
                return
        if lemma in words("events", "aid_verbs") and thing is not None:
            yield from self._aid(verb, thing, source, span)
        if lemma == "stand" and "with" in syntax.lower[verb : verb + 3]:
            reach = min(syntax.clause_end(verb), verb + 9)
            others = self._sides.foreign(source, verb, reach)
            yield from directed("SUPPORT", source, others[:1], span)
        if lemma == "withdraw" and thing is not None and self._holds(thing, "forces"):
            for token in syntax.prepositions(verb, "from") + syntax.prepositions(thing, "from"):
                targets = self._sides.codes(token)
                yield from directed("RETREAT", source[:1], targets[:1], span)
        if lemma in words("verbs", "back") and thing is not None:
            reach = min(syntax.phrase(thing)[1], syntax.clause_end(verb))
            others = self._sides.foreign(source, verb, reach)
            yield from directed("SUPPORT", source, others[:1], span)

    def _object(self, thing: int | None) -> list[str]:
        """The countries of a verb's object, or else those named in it."""
        if thing is None:
            return []
        return list(self._sides.codes(thing)) or self._sides.below(thing)

    def _holds(self, token: int, key: str) -> bool:
        """Whether the words below a token hold one of a list of the lexicon."""
        parsed = self._syntax.parsed
        below = self._syntax.lemmas[parsed.lefts[token] : parsed.rights[token] + 1]
        return bool(words("events", key) & set(below))

    def _aid(self, verb: int, thing: int, source: tuple[str, ...], span: Span) -> Iterator[Event]:
        """ "provided humanitarian assistance to X"."""
        syntax = self._syntax
        if not self._holds(thing, "aid_nouns"):
            return
        whom = syntax.prepositions(verb, "to", "for") + syntax.prepositions(thing, "to", "for")
        for token in whom:
            yield from directed("AID", source[:1], self._sides.codes(token)[:1], span)

    def _hosting(self, verb: int, thing: int, span: Span) -> Iterator[Event]:
        """A country that hosts another's forces cooperates with it."""
        syntax = self._syntax
        first, last = syntax.subtree(thing)
        if not words("events", "forces") & set(syntax.lemmas[first:last]):
            return
        guests = self._sides.within(first, last)
        owner = syntax.child(verb, "poss", "nsubj")
        owner = owner if owner is not None else syntax.subject(verb)
        hosts = [code for code in self._sides.codes(owner) if code not in guests]
        if not hosts:
            near = self._sides.within(syntax.sentence(verb)[0], verb)
            hosts = [code for code in near if code not in guests][-1:]
        if guests and hosts:
            yield from mutual("COOPERATE", [guests[0], hosts[0]], span)

    def _concerned(self, token: int, last: int) -> Iterator[Event]:
        """ "We are concerned by threatening actions by the PRC"."""
        syntax = self._syntax
        governor = token if syntax.tags[token].startswith("VB") else syntax.heads[token]
        if syntax.negated(governor):
            return
        accusers = self._sides.codes(syntax.subject(governor))
        span = syntax.offsets(*syntax.trim(syntax.clause_start(governor), last))
        yield from directed("ACCUSE", accusers, self._sides.culprit(token, last), span)

    # nouns

    def _noun(self, noun: int, first: int, last: int) -> Iterator[Event]:
        syntax = self._syntax
        lemma = syntax.lemmas[noun]
        if lemma in words("events", "assault_nouns"):
            yield from self._assault(noun, first, last)
        elif lemma in words("events", "aid_goods"):
            yield from self._aid_noun(noun, last)
        elif lemma == "investment":
            yield from self._investment(noun, last)
        elif lemma in words("events", "sanction_nouns"):
            yield from self._sanction(noun)
        elif lemma == "threat" and "posed" in syntax.lower[noun : noun + 3]:
            yield from self._threat(noun, last)
        elif lemma == "support" and syntax.deps[noun] in {"dobj", "pobj", "nsubj"}:
            yield from self._support_noun(noun)

    def _assault(self, noun: int, first: int, last: int) -> Iterator[Event]:
        """ "Russia's war against Ukraine", "the attack on X by Y"."""
        syntax = self._syntax
        if syntax.lemmas[noun] == "war" and syntax.words[noun][0].isupper():
            return  # the Second World War
        if self._is_history(noun) or self._is_hypothetical(noun):
            return
        left, stop = syntax.parsed.lefts[noun], syntax.parsed.rights[noun] + 1
        source, target = self._attacker(left, noun), None
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
            target = self._victim(noun, first, last, source)
        if source and target:
            span = syntax.offsets(*syntax.trim(left, max(stop, noun + 1)))
            yield from directed("ASSAULT", [source], [target], span)

    def _is_history(self, token: int) -> bool:
        """A paragraph that tells of years long past and of none near."""
        published = self._syntax.parsed.report.published
        paragraph = self._syntax.paragraph(token)
        own = self._syntax.lower[paragraph.first : paragraph.last]
        years = [int(w) for w in own if w.isdecimal() and len(w) == 4 and 1000 < int(w) < 2200]
        return bool(years) and bool(published) and max(years) < int(str(published)[:4]) - 5

    def _is_hypothetical(self, noun: int) -> bool:
        return bool(_HYPOTHETICAL & set(self._syntax.lower[max(0, noun - 6) : noun]))

    def _attacker(self, left: int, noun: int) -> str | None:
        """The country that stands before the noun: "Russia's brutal war"."""
        for token in range(left, noun):
            place = self._cast.places.country(token)
            if place and place.first == token and place.sort != "city":
                return place.code
        return None

    def _victim(self, noun: int, first: int, last: int, source: str) -> str | None:
        """Who defends itself against an attack, or else the only other country of the sentence."""
        defender = self._defender(noun, first, source)
        if defender or self._syntax.lemmas[noun] not in {"war", "aggression", "invasion"}:
            return defender
        others = [code for code in self._sides.within(first, last) if code != source]
        return others[0] if len(others) == 1 else None

    def _defender(self, noun: int, first: int, source: str) -> str | None:
        """ "Ukraine's self-defense against Russia's war": the owner of the defence."""
        lower = self._syntax.lower
        for token in range(noun, first, -1):
            if lower[token] in {"against", "defend", "defends", "defense", "self-defense"}:
                for at in range(token, first - 1, -1):
                    place = self._cast.places.country(at)
                    if place and place.code != source:
                        return place.code
        return None

    def _aid_noun(self, noun: int, last: int) -> Iterator[Event]:
        """ "our donation of 4.9 million doses to Tanzania", "U.S. assistance to Ukraine"."""
        syntax = self._syntax
        left, stop = syntax.parsed.lefts[noun], syntax.parsed.rights[noun] + 1
        giver = self._sides.within(left, noun) or self._sides.codes(syntax.child(noun, "poss"))
        planned = syntax.auxiliaries(syntax.heads[noun]) & (UNREAL | {"to"})
        if not giver or (syntax.lemmas[noun] != "donation" and planned):
            return
        for token in range(noun, min(stop, last)):
            if syntax.lower[token] in {"to", "for"}:
                codes = self._sides.within(token, min(token + 6, last))
                if codes:
                    span = syntax.offsets(*syntax.trim(left, stop))
                    yield from directed("AID", giver[:1], codes[:1], span)
                    return

    def _investment(self, noun: int, last: int) -> Iterator[Event]:
        """ "new investments by U.S. companies in Tanzania"."""
        syntax = self._syntax
        source = target = None
        for token in range(noun + 1, min(last, noun + 14)):
            place = self._cast.places.country(token)
            if place is None:
                continue
            before = set(syntax.lower[max(noun, token - 3) : token])
            if before & {"by", "from"}:
                source = source or place.code
            elif "in" in before and source:
                target = target or place.code
        if source and target:
            span = syntax.offsets(*syntax.trim(syntax.parsed.lefts[noun], min(last, noun + 12)))
            yield from mutual("COOPERATE", [source, target], span)

    def _sanction(self, noun: int) -> Iterator[Event]:
        """ "imposed sanctions on X"."""
        syntax = self._syntax
        head = syntax.heads[noun]
        if not syntax.is_verb(head) or syntax.lemmas[head] not in words("events", "imposing_verbs"):
            return
        if syntax.negated(head) or syntax.auxiliaries(head) & UNREAL:
            return
        source = self._sides.codes(syntax.subject(head))
        span = syntax.offsets(*syntax.trim(syntax.clause_start(head), syntax.clause_end(head)))
        targets = syntax.prepositions(noun, "on", "against")
        for token in targets + syntax.prepositions(head, "on", "against"):
            yield from directed("SANCTION", source[:2], self._object(token)[:1], span)

    def _threat(self, noun: int, last: int) -> Iterator[Event]:
        """ "agreed on the significant threat posed by X": those who say so accuse X."""
        syntax = self._syntax
        verb = noun
        for _ in range(5):
            verb = syntax.heads[verb]
            if syntax.is_verb(verb):
                break
        else:
            return
        accusers = self._sides.codes(syntax.subject(verb))
        span = syntax.offsets(*syntax.trim(syntax.clause_start(verb), last))
        yield from directed("ACCUSE", accusers, self._sides.culprit(noun, last), span)

    def _support_noun(self, noun: int) -> Iterator[Event]:
        """ "Brazil's democracy has the support of the United States and Mexico"."""
        syntax = self._syntax
        backers = syntax.prepositions(noun, "of", "from")
        head = syntax.heads[noun]
        subject = syntax.child(head, "nsubj")
        if not backers or subject is None:
            return
        if syntax.lemmas[head] not in {"have", "enjoy", "receive"}:
            return
        span = syntax.trim(syntax.parsed.lefts[subject], syntax.parsed.rights[noun] + 1)
        backed = self._sides.below(subject)
        yield from directed(
            "SUPPORT", self._sides.codes(backers[0]), backed[:1], syntax.offsets(*span)
        )
