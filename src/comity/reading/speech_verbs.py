"""Verbs of reported speech: whether one tells of something said, and where that begins."""

from __future__ import annotations

from dataclasses import dataclass

from comity.data.calendar import WEEKDAYS
from comity.data.lexicons import words
from comity.reading.cast import Cast
from comity.reading.modals import UNREAL
from comity.reading.syntax import Syntax

#: "I’ll just say this" says it; with a straight apostrophe it has always been read as a plan
_UNSAID = UNREAL - {"’ll"}
_ABOUT = {"about", "of", "on", "upon", "that", "how", "why", "out", "over", "for"}
#: verbs that say something only with one of these words behind them: "called for", "set out"
_WITH = {
    "call": {"for", "on", "upon"}, "dwell": {"on", "upon"}, "touch": {"on", "upon"},
    "speak": {"about", "of"}, "set": {"out", "forth"}, "lay": {"out"}, "point": {"out", "to"},
    "address": set[str](),
}  # fmt: skip


def speech_verbs() -> frozenset[str]:
    """Verbs that can tell of something said; "discuss" and the like tell of nothing."""
    return words("verbs", "speech") - words("verbs", "not_speech")


@dataclass(frozen=True, slots=True)
class Said:
    """Where what was said stands: tokens `[first, last)`."""

    first: int
    last: int
    #: it stands before the verb: "…, X announced"; `last` is then the sentence's end
    fronted: bool = False


class SpeechVerbs:
    """Finds what the verbs of a report say."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax

    # whether something was said

    def tells(self, verb: int) -> bool:
        """Whether the verb tells of something said: no denial, plan, condition or background."""
        syntax = self._syntax
        if syntax.negated(verb) or syntax.auxiliaries(verb) & _UNSAID:
            return False
        thing = syntax.child(verb, "dobj")
        if thing is not None and syntax.lower[syntax.parsed.lefts[thing]] == "no":
            return False
        dep = syntax.deps[verb]
        if dep == "relcl":
            relative = syntax.child(verb, "nsubj")
            if relative is None or syntax.lower[relative] != "who":
                return False
        if dep in {"acl", "amod", "csubj", "nsubj", "compound"}:
            return False
        if syntax.tags[verb] == "VB":
            return self._infinitive_tells(verb)
        if syntax.tags[verb] == "VBG" and dep in {"pobj", "dobj", "pcomp"}:
            by = dep == "pcomp" and syntax.lower[syntax.heads[verb]] == "by"
            return by or syntax.child(verb, "nsubj") is not None
        return True

    def _infinitive_tells(self, verb: int) -> bool:
        """ "met to reaffirm", "would like to thank"; not "intends to say"."""
        syntax = self._syntax
        dep, head = syntax.deps[verb], syntax.heads[verb]
        if dep != "conj" and not {"to", "did", "do"} & syntax.auxiliaries(verb):
            return dep == "ROOT"
        if dep in {"xcomp", "ccomp"} and syntax.lemmas[head] in words("speech", "outer"):
            return False
        if dep not in {"xcomp", "advcl", "ccomp", "conj"}:
            return False
        top = syntax.heads[head] if dep == "conj" else head
        if dep in {"advcl", "xcomp"}:
            if syntax.lemmas[top] not in speech_verbs() | words("speech", "purposes"):
                return False
        return not syntax.auxiliaries(top) & _UNSAID

    # where it stands

    def said(self, verb: int) -> Said | None:
        """What a verb tells of, or None where it carries nothing said."""
        syntax = self._syntax
        lemma = syntax.lemmas[verb]
        clause = self._clause(verb)
        thing = self._object(verb)
        if lemma == "draw" and (thing is None or syntax.lemmas[thing] != "attention"):
            return None
        fronted = self._fronted(verb)
        if fronted and (clause is None or syntax.lower[syntax.parsed.lefts[clause]] != "that"):
            return fronted
        start = self._start(verb, lemma, clause, thing)
        return Said(start, syntax.clause_end(verb)) if start is not None else None

    def _clause(self, verb: int) -> int | None:
        """The clause behind a verb: "said that …"."""
        syntax = self._syntax
        for child in syntax.children(verb, "ccomp"):
            if child > verb and syntax.parsed.lefts[child] > verb - 1:
                return child
        return None

    def _object(self, verb: int) -> int | None:
        """The object of a verb, unless the parse takes a weekday for one ("said Monday")."""
        thing = self._syntax.child(verb, "dobj")
        return None if thing is not None and self._syntax.lower[thing] in WEEKDAYS else thing

    def _start(self, verb: int, lemma: str, clause: int | None, thing: int | None) -> int | None:
        """Where what was said begins behind a verb, or at it ("welcomed the visit")."""
        syntax = self._syntax
        if lemma == "send":
            sent = set(syntax.lemmas[verb : verb + 8]) & words("speech", "messages")
            return verb if thing is not None and sent else None
        if clause is not None:
            return self._clause_start(verb, lemma, clause)
        if lemma in words("verbs", "speech_with_that"):
            return verb if self._without_that(verb, lemma, thing) else None
        if lemma in _WITH:
            following = syntax.lower[verb + 1 : verb + (2 if lemma == "speak" else 4)]
            return verb + 2 if _WITH[lemma] & set(following) else None
        if lemma in {"urge", "encourage", "demand"}:
            return verb
        about = self._about(verb)
        if thing is None:
            return about
        if lemma == "welcome" and self._hosting(thing):
            return None
        if lemma == "raise" and syntax.lemmas[thing] in words("speech", "raised_things"):
            return None
        if about is not None and lemma in {"tell", "inform", "brief", "update"}:
            return about
        return verb if lemma in words("verbs", "speech_with_object") else verb + 1

    def _clause_start(self, verb: int, lemma: str, clause: int) -> int:
        syntax = self._syntax
        with_object = words("verbs", "speech_with_object") - words("speech", "that_only")
        if lemma in with_object:
            return verb
        start = max(verb + 1, syntax.parsed.lefts[clause])
        return start + (syntax.lower[start] in {"that", ","})

    def _without_that(self, verb: int, lemma: str, thing: int | None) -> bool:
        """ "extended condolences", "wished X success", "reported on": said without a clause."""
        syntax = self._syntax
        if lemma in {"offer", "extend"} and thing is not None:
            return syntax.lemmas[thing] in words("speech", "sentiments")
        if lemma == "wish":
            return thing is not None
        return lemma == "report" and "on" in syntax.lower[verb + 1 : verb + 3]

    def _about(self, verb: int) -> int | None:
        """Behind "about", "of" or "on": "spoke about X", "informed Y of X"."""
        syntax = self._syntax
        for child in syntax.children(verb, "prep"):
            if child > verb and syntax.lower[child] in _ABOUT:
                return child + 1
        thing = syntax.child(verb, "dobj")
        if thing is not None:
            for child in syntax.children(thing, "prep"):
                if syntax.lower[child] in {"about", "on", "of"}:
                    return child + 1
        return None

    def _fronted(self, verb: int) -> Said | None:
        """ "The Party intends to …, X has announced": what was said stands before the verb."""
        syntax = self._syntax
        clause = next((c for c in syntax.children(verb, "ccomp") if c < verb), None)
        start, stop = syntax.sentence(verb)
        subject = syntax.child(verb, "nsubj")
        if clause is None and subject is not None:
            return Said(start, stop, fronted=True) if self._inserted(verb, subject) else None
        if clause is None or syntax.quoted[clause] >= 0:
            return None
        left = verb if subject is None else min(syntax.parsed.lefts[subject], verb)
        if left and syntax.lower[left - 1] in {"and", "but"}:
            return None
        return Said(syntax.subtree(clause)[0], stop, fronted=True)

    def _inserted(self, verb: int, subject: int) -> bool:
        """ "…, X said, …" or "…, X said." where the parse sees no clause that was said."""
        syntax = self._syntax
        start, stop = syntax.sentence(verb)
        left = min(syntax.parsed.lefts[subject], verb)
        after = max(verb, syntax.parsed.rights[subject]) + 1
        if left - 1 < start + 1 or syntax.words[left - 1] != ",":
            return False
        if syntax.deps[verb] in {"parataxis", "ROOT"} and after < stop:
            if syntax.words[after] == ",":
                return True
        if syntax.lemmas[verb] not in words("speech", "told_before"):
            return False
        clause = any(syntax.tags[t] in {"VBZ", "VBP", "VBD", "MD"} for t in range(start, left - 1))
        return clause and syntax.child(verb, "dobj", "ccomp") is None

    def _hosting(self, guest: int) -> bool:
        """ "welcomed President X": the host's greeting is an encounter, not a statement."""
        return (
            self._cast.people.at(guest) is not None
            or self._syntax.lemmas[guest] in words("speech", "guests")
            or self._cast.resolve(guest, alone=True).sort == "person"
        )

    def made_clear(self, verb: int) -> Said | None:
        """ "made clear that", "made X familiar with", "was clear about"; `verb` is make or be."""
        syntax = self._syntax
        _, end = syntax.sentence(verb)
        made = words("verbs", "made")
        near = range(verb + 1, min(end, verb + 12))
        clear = next((t for t in near if syntax.lower[t] in made), None)
        if clear is None or not self.tells(verb):
            return None
        if syntax.lemmas[verb] == "be":
            if clear - verb > 2 or syntax.lower[clear] != "clear":
                return None
            if syntax.lower[clear + 1 : clear + 2] not in (["about"], ["that"], ["on"]):
                return None
        last = syntax.clause_end(verb)
        start = clear + 1
        if start < last and syntax.lower[start] in {"that", "with", "about", ",", "to"}:
            start += 1
        return Said(start, last) if start < last else None
