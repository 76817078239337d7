"""Direct speech: words in quotation marks and who said them; the turns of transcripts."""

from __future__ import annotations

from comity.data.lexicons import words
from comity.model.parsed import Quotation
from comity.model.reading import Span, Statement
from comity.reading.cast import Cast
from comity.reading.meant import Meant
from comity.reading.syntax import Syntax

_QUOTE_MARKS = {"“", "”", '"', "«", "»", "„", "``", "''", "‘", "’"}
_DASHES = {"-", "–", "—"}
_FINITE = {"VBP", "VBZ", "VBD", "MD", "VB"}
#: how far behind a quotation its attribution may go on, in tokens
_REACH = 28
_NOBODY = (Meant(), (0, 0))


class DirectSpeech:
    """The direct statements of a report. Tells the cast who speaks in each quotation."""

    def __init__(self, cast: Cast, speech: frozenset[str]) -> None:
        self._cast = cast
        self._syntax: Syntax = cast.syntax
        self._speech = speech
        #: tokens of attributions, which are no reported speech of their own
        self.attributed: set[int] = set()
        #: where each statement begins in the text, and the statement
        self.found: list[tuple[int, Statement]] = []
        self._quoted()
        self._turns()

    def _quoted(self) -> None:
        run: Quotation | None = None
        speaker = Meant()
        for number, quotation in enumerate(self._syntax.parsed.quotations):
            if not self._is_speech(quotation):
                continue
            meant, span, stop = self._attribution(quotation)
            if not meant and run and speaker and self._goes_on(run, quotation):
                self._cast.quoted_speakers[number] = speaker
                run = quotation
                self._extend(quotation)
                continue
            if not meant:
                meant, span = self._from_before(quotation)
            if not meant:
                run, speaker = None, Meant()
                continue
            for earlier in self._unspoken(number, quotation):
                self._cast.quoted_speakers[earlier] = meant
            self._cast.quoted_speakers[number] = meant
            self._put(meant, (quotation.start, stop), span)
            run, speaker = quotation, meant

    def _put(self, meant: Meant, quoted: Span, attribution: Span) -> None:
        start, stop = quoted
        text = self._syntax.parsed.text[start:stop].rstrip(" ,")
        evidence = (min(attribution[0], start), max(attribution[1], stop))
        for name in meant.speakers[:3]:
            item = Statement(speaker=name, direct=True, text=text, evidence=(evidence,))
            self.found.append((start, item))

    def _is_speech(self, quotation: Quotation) -> bool:
        """Words that somebody said, not a title or a term in quotation marks."""
        syntax = self._syntax
        first, last = quotation.first, quotation.last
        if last - first < 3:
            return False
        verb = any(syntax.tags[t] in _FINITE for t in range(first, last))
        before = syntax.words[first - 2] if first > 1 else ""
        opens = syntax.words[first][0].isupper() or before in {",", ":"}
        ends = syntax.words[last - 1] in {".", ",", "!", "?", "…"}
        return verb and (opens or ends) and (ends or last - first > 8 or not quotation.closed)

    # the speaker named behind

    def _attribution(self, quotation: Quotation) -> tuple[Meant, Span, int]:
        """Who said it, by the words right after the quotation or inside its missing end.

        With where the attribution stands and where the quoted words end in the text.
        """
        syntax = self._syntax
        limit = syntax.paragraph(quotation.first).last
        if not quotation.closed:
            inside = self._inside(quotation)
            if inside is not None:
                return inside
        at = quotation.last
        while at < limit and syntax.words[at] in _QUOTE_MARKS | _DASHES | {",", "."}:
            at += 1
        found = self._said_by(at, min(limit, at + _REACH))
        if found is None:
            return *_NOBODY, quotation.end
        meant, first, last = found
        self.attributed.update(range(first, last))
        return meant, syntax.offsets(first, last), quotation.end

    def _said_by(self, at: int, limit: int) -> tuple[Meant, int, int] | None:
        """An attribution that begins at a token: "X said", "said X", "the President noted"."""
        syntax = self._syntax
        if at >= limit or syntax.quoted[at] >= 0:
            return None
        end = next((t for t in range(at, limit) if self._closes(t, at)), limit)
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
            if not meant:
                return None
            first, last = syntax.trim(at, end)
            return meant, first, max(last, verb + 1)
        return None

    def _closes(self, token: int, at: int) -> bool:
        """Whether an attribution that began at `at` is over: a quotation, or the sentence's end."""
        syntax = self._syntax
        if syntax.quoted[token] >= 0:
            return True
        if syntax.words[token] not in {".", ";"} or token <= at + 1:
            return False
        return not syntax.parsed.glued[min(token + 1, len(syntax.words) - 1)]

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
            if syntax.lemmas[verb] not in words("speech", "closing") or not syntax.is_verb(verb):
                continue
            before = range(verb, max(first, verb - 12), -1)
            comma = next((t for t in before if syntax.words[t] == ","), None)
            meant = self._nearest(comma + 1, verb, last) if comma is not None else Meant()
            if comma is not None and meant:
                span = syntax.offsets(*syntax.trim(comma + 1, last))
                return meant, span, syntax.parsed.ends[comma - 1]
        return None

    # the speaker named before

    def _from_before(self, quotation: Quotation) -> tuple[Meant, Span]:
        """An introduction before the quotation: "X said: “…”", "As X put it, “…”"."""
        syntax = self._syntax
        start = syntax.paragraph(quotation.first).first
        at = quotation.first - 1
        while at >= start and syntax.words[at] in _QUOTE_MARKS:
            at -= 1
        if at < start and quotation.first - start <= 2:
            return self._paragraph_before(start)
        introduced = at >= start and syntax.words[at] in {",", ":", "that", "–", "—"}
        if not introduced and syntax.quoted[max(at, 0)] < 0:
            previous = [q for q in syntax.parsed.quotations if q.last <= quotation.first]
            if not previous or previous[-1].last < start:
                return _NOBODY
        first = syntax.sentence(max(at, start))[0]
        first = max(start, min(first, at))
        for verb in range(at, first - 1, -1):
            if syntax.quoted[verb] >= 0:
                break
            if syntax.is_verb(verb) and syntax.lemmas[verb] in self._speech | {
                "put", "write", "read",
            }:  # fmt: skip
                return self._introduced(verb, first, at)
        return _NOBODY

    def _introduced(self, verb: int, first: int, at: int) -> tuple[Meant, Span]:
        """The speaker by a verb before the quotation; behind "the message reads", who sent it."""
        syntax = self._syntax
        subject = syntax.subject(verb)
        meant = self._cast.resolve(subject)
        if subject is not None:
            if syntax.lemmas[subject] in words("speech", "messages") | {"statement", "note"}:
                meant = self._cast.last_subject(subject)
        if not meant:
            meant = self._teller(first, verb) or self._nearest(first, verb, at)
        if not meant:
            return _NOBODY
        left = syntax.parsed.lefts[subject] if subject is not None else first
        left = max(first, min(left, verb))
        self.attributed.update(range(left, at + 1))
        return meant, syntax.offsets(left, at + 1)

    def _teller(self, first: int, verb: int) -> Meant:
        """The subject of an earlier speech verb in the sentence ("He noted … and said: …")."""
        for earlier in range(first, verb):
            if self._syntax.lemmas[earlier] in self._speech and self._syntax.is_verb(earlier):
                subject = self._syntax.child(earlier, "nsubj")
                meant = self._cast.resolve(subject)
                if meant:
                    return meant
        return Meant()

    def _paragraph_before(self, start: int) -> tuple[Meant, Span]:
        """A paragraph that ends in a colon introduces the quotation that follows."""
        syntax = self._syntax
        if start == 0 or syntax.words[start - 1] != ":":
            return _NOBODY
        first, last = syntax.sentence(start - 1)
        for verb in range(last - 1, first - 1, -1):
            if syntax.lemmas[verb] in self._speech and syntax.is_verb(verb):
                subject = syntax.subject(verb)
                meant = self._cast.resolve(subject)
                if meant:
                    self.attributed.update(range(first, last))
                    return meant, syntax.offsets(*syntax.trim(first, last))
        return _NOBODY

    # several quotations of one speech

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether only marks or the attribution stand between: “…,” X said. “…”"""
        syntax = self._syntax
        marks = _QUOTE_MARKS | _DASHES | {".", ",", ":"}
        return all(
            token in self.attributed or syntax.words[token] in marks
            for token in range(before.last, quotation.first)
        )

    def _extend(self, quotation: Quotation) -> None:
        """Joins a quotation to the last direct statement."""
        start, last = self.found[-1]
        text = self._syntax.parsed.text[start : quotation.end].rstrip(" ,")
        evidence = (last.evidence[0][0], max(last.evidence[0][1], quotation.end))
        item = Statement(speaker=last.speaker, direct=True, text=text, evidence=(evidence,))
        self.found[-1] = (start, item)

    def _unspoken(self, number: int, quotation: Quotation) -> list[int]:
        """Quotations right before this one that wait for its speaker (a speech over paragraphs)."""
        waiting = []
        current = quotation
        for earlier in range(number - 1, -1, -1):
            before = self._syntax.parsed.quotations[earlier]
            between = self._syntax.words[before.last : current.first]
            if earlier in self._cast.quoted_speakers or before.closed:
                break
            if any(word not in _QUOTE_MARKS for word in between):
                break
            waiting.append(earlier)
            current = before
        return waiting

    def _turns(self) -> None:
        """The turns of a transcript ("President X: …"): direct speech without quotation marks."""
        syntax = self._syntax
        for number, paragraph in enumerate(syntax.parsed.paragraphs):
            if paragraph.role != "turn" or paragraph.last <= paragraph.first:
                continue
            span = syntax.offsets(paragraph.first, paragraph.last)
            for name in self._cast.turn_speaker(number).names[:1]:
                text = syntax.parsed.text[span[0] : span[1]].rstrip(" .")
                item = Statement(speaker=name, direct=True, text=text, evidence=(span,))
                self.found.append((span[0], item))
