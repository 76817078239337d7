"""Statements: what somebody is reported to have said, in quotation marks or in reported speech.

Direct: words in quotation marks whose speaker an attribution names ("…," X said). Reported: a
speech verb with an actor as its subject. What is only "discussed" is no statement.
"""

from __future__ import annotations

from comity.model.reading import Span, Statement
from comity.reading.cast import Cast
from comity.reading.direct_speech import DirectSpeech
from comity.reading.meant import Meant
from comity.reading.speech_verbs import Said, SpeechVerbs, speech_verbs
from comity.reading.syntax import Syntax


class Statements:
    """All statements of a report; direct ones also say who "we" is inside each quotation."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        self._verbs = SpeechVerbs(cast)
        direct = DirectSpeech(cast, speech_verbs())
        self._found: list[tuple[int, Statement]] = [*direct.found]
        #: each reported statement as (verb, speaker, token span, evidence), for events
        self.told: list[tuple[int, Meant, Span, Span]] = []
        self._reported(direct.attributed)

    def items(self) -> list[Statement]:
        """The statements in the order of the text."""
        return [item for _, item in sorted(self._found, key=lambda pair: pair[0])]

    def _reported(self, attributed: set[int]) -> None:
        syntax = self._syntax
        for first, last in syntax.body_sentences():
            if syntax.paragraph(first).role == "turn":
                continue
            for token in range(first, last):
                if syntax.quoted[token] >= 0 or token in attributed:
                    continue
                if syntax.lower[token] == "according":
                    self._according(token, first, last)
                elif syntax.lemmas[token] in {"make", "be"}:
                    self._made_clear(token)
                elif syntax.is_verb(token):
                    self._verb(token)

    def _according(self, token: int, first: int, last: int) -> None:
        """ "according to X, …"."""
        syntax = self._syntax
        source = syntax.preposition(token, "to")
        if source is None:
            to = next((c for c in syntax.children(token) if syntax.lower[c] == "to"), None)
            source = syntax.child(to, "pobj") if to is not None else None
        if source is None:
            if token + 2 >= last:
                return
            source = token + 2
        meant = self._cast.resolve(source)
        if not meant or meant.sort == "country":
            return
        start = syntax.parsed.rights[source] + 1
        mention = self._cast.people.at(source)
        if mention:
            start = max(start, mention.last)
        text = syntax.trim(start, last) if token == first else syntax.trim(first, token)
        if text[1] - text[0] >= 3:
            self._put(meant, Said(*text), syntax.trim(first, last))

    def _made_clear(self, verb: int) -> None:
        syntax = self._syntax
        said, subject = self._verbs.made_clear(verb), syntax.subject(verb)
        meant = self._cast.resolve(subject) if said and subject is not None else Meant()
        if said and meant:
            self._put(meant, said, (syntax.clause_start(verb), syntax.clause_end(verb)))

    def _verb(self, verb: int) -> None:
        syntax = self._syntax
        if syntax.lemmas[verb] not in speech_verbs() or not self._verbs.tells(verb):
            return
        said = self._verbs.said(verb)
        if said is None:
            return
        subject = syntax.subject(verb)
        if syntax.child(verb, "nsubjpass", "auxpass") is not None:
            subject = syntax.preposition(verb, "by")
            said = Said(*syntax.sentence(verb))
        meant = self._cast.resolve(subject)
        if not meant or (meant.sort == "" and not meant.group):
            return
        first, last = syntax.clause_start(verb), syntax.clause_end(verb)
        if said.first >= last:
            return
        self._put(meant, said, (first, last))
        self.told.append((verb, meant, (first, last), syntax.offsets(*syntax.trim(first, last))))

    def _publishes(self, meant: Meant) -> bool:
        """Whether the speaker is the agency itself ("…, Kazinform reports")."""
        line = self._syntax.parsed.dateline
        agency = line.agency if line else None
        own = {str(n).casefold() for n in (self._syntax.parsed.report.publisher, agency) if n}
        return bool(meant.names) and {name.casefold() for name in meant.names} <= own

    def _put(self, meant: Meant, said: Said, clause: Span) -> None:
        """A reported statement: its words, and the verb's clause (or what stands before it)."""
        syntax = self._syntax
        if self._publishes(meant):
            return
        first, last = clause
        stop = min(said.last, last)
        if said.fronted:
            attribution = first
            first, last = syntax.trim(min(said.first, first), syntax.sentence(first)[1])
            stop = attribution if attribution > said.first + 1 else last
        first, last = syntax.trim(first, last)
        if last - first < 2:
            return
        text_first, text_last = syntax.trim(said.first, min(stop, last))
        if not first <= text_first < text_last <= last:
            text_first, text_last = first, last
        for name in meant.speakers:
            item = Statement(
                speaker=name,
                direct=False,
                text=syntax.said(text_first, text_last),
                evidence=(syntax.offsets(first, last),),
            )
            self._found.append((syntax.parsed.starts[first], item))
