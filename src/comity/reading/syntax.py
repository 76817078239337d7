"""Walking a parsed report: subjects, objects, clauses, noun phrases.

Spans are half-open token ranges `[first, last)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from comity.model.parsed import Paragraph, Parsed
from comity.model.reading import Span
from comity.reading import parse_repairs

#: marks and conjunctions that no phrase begins or ends with
_TRIM = {",", ";", ":", ".", "–", "—", "-", "!", "?", "…", "and", "but", "or", "while"}
_OPENING = {"(", "[", "“", "«", "‘", "``"}
_CLOSING = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘", "''": "``", '"': '"'}
_OBJECTS_OF = {"prep", "agent", "dative"}
_CONJUNCTIONS = {"and", "but", ",", "also", "while", "as"}
_BEFORE_VERB = {"aux", "auxpass", "advmod", "neg", "nsubj", "nsubjpass"}
#: verbs whose object does what their infinitive says ("asked X to come")
_ASKING = {"invite", "urge", "ask", "encourage", "allow", "help", "enable", "request", "permit",
           "require", "lead", "force", "order", "advise", "tell", "expect", "call"}  # fmt: skip


class Syntax:
    """A parsed report with its tree made walkable."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.words = parsed.words
        self.tags = parsed.tags
        self.deps = parsed.deps
        self.lemmas = parse_repairs.lemmas(parsed)
        self.heads = parse_repairs.heads(parsed, self.lemmas)
        self.lower = [word.lower() for word in parsed.words]
        self._children: list[list[int]] = [[] for _ in parsed.words]
        for token, head in enumerate(self.heads):
            if head != token:
                self._children[head].append(token)
        self.sentence_of = [0] * len(parsed.words)
        for number, (first, last) in enumerate(parsed.sentences):
            for token in range(first, last):
                self.sentence_of[token] = number

    @cached_property
    def paragraph_of(self) -> list[int]:
        """The number of each token's paragraph."""
        found = [0] * len(self.words)
        for number, paragraph in enumerate(self.parsed.paragraphs):
            for token in range(paragraph.first, paragraph.last):
                found[token] = number
        return found

    @cached_property
    def quoted(self) -> list[int]:
        """The number of the quotation that each token lies in, or -1."""
        found = [-1] * len(self.words)
        for number, quotation in enumerate(self.parsed.quotations):
            for token in range(quotation.first, quotation.last):
                found[token] = number
        return found

    def paragraph(self, token: int) -> Paragraph:
        """The paragraph that a token stands in."""
        return self.parsed.paragraphs[self.paragraph_of[token]]

    def sentence(self, token: int) -> Span:
        """The sentence that a token stands in."""
        return self.parsed.sentences[self.sentence_of[token]]

    def body_sentences(self, *roles: str) -> Iterator[Span]:
        """Sentences of the story itself; `roles` adds others ("title")."""
        wanted = {"body", "turn", "line", *roles}
        for first, last in self.parsed.sentences:
            if self.paragraph(first).role in wanted:
                yield first, last

    def children(self, token: int, *deps: str) -> list[int]:
        """A token's direct dependents, in order; only those with one of `deps` where given."""
        if not deps:
            return self._children[token]
        return [child for child in self._children[token] if self.deps[child] in deps]

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent with one of `deps`."""
        for child in self._children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def conjuncts(self, token: int) -> list[int]:
        """The token and all that are coordinated with it after it."""
        found, todo = [], [token]
        while todo:
            current = todo.pop(0)
            found.append(current)
            todo.extend(c for c in self._children[current] if self.deps[c] == "conj")
        return sorted(found)

    def preposition(self, token: int, *words: str) -> int | None:
        """The object of the first preposition among `words` that depends on a token."""
        return next(iter(self.prepositions(token, *words)), None)

    def prepositions(self, token: int, *words: str) -> list[int]:
        """The objects of all prepositions among `words` that depend on a token."""
        found = []
        for child in self._children[token]:
            if self.deps[child] in _OBJECTS_OF and self.lower[child] in words:
                found.extend(self.children(child, "pobj", "pcomp"))
        return found

    def is_verb(self, token: int) -> bool:
        """Whether a token is tagged as a verb or a modal."""
        return self.tags[token].startswith(("VB", "MD"))

    def subject(self, verb: int) -> int | None:
        """The subject of a verb: its own, its coordinate's, its controller's, what it modifies."""
        current, steps = verb, 0
        while steps < 6:
            steps += 1
            own = self.child(current, "nsubj", "nsubjpass")
            if own is not None and self.lower[own] in {"which", "that", "who"}:
                if self.deps[current] == "relcl":
                    return self.heads[current]
            if own is not None:
                return own
            dep, head = self.deps[current], self.heads[current]
            if head == current:
                return self._stray_subject(current)
            if dep == "advcl" and head > current and self.child(current, "mark") is not None:
                near = self._verb_before(current)
                if near is not None:
                    current = near
                    continue
            if dep == "xcomp" and self.is_verb(head):
                asked = self.child(head, "dobj")
                if asked is not None and asked < current and self.lemmas[head] in _ASKING:
                    return asked
            if dep in {"conj", "xcomp", "advcl", "ccomp", "aux"} and (
                self.is_verb(head) or self.parsed.poses[head] in {"AUX", "ADJ"}
            ):
                if dep == "ccomp" and not self._controlled(current):
                    return None
                current = head
                continue
            if dep in {"relcl", "acl"}:
                if dep == "acl" and self.tags[current] == "VB":
                    current = head  # "their commitment to do": the noun's owner is the subject
                    owner = self.child(head, "poss")
                    if owner is not None:
                        return owner
                    dep2, head2 = self.deps[head], self.heads[head]
                    if dep2 in {"dobj", "pobj", "attr"} and self.is_verb(head2):
                        current = head2
                        continue
                    return None
                return head
            if dep in {"acomp", "attr", "pcomp", "prep", "oprd"}:
                current = head
                continue
            return None
        return None

    def _stray_subject(self, verb: int) -> int | None:
        """A subject that the parse hung on a phrase before it: "Under X, A and B will …"."""
        first, _ = self.sentence(verb)
        at = min([verb, *self.children(verb, "aux", "advmod", "neg")]) - 1
        if at <= first or not self.tags[at].startswith(("NNP", "NNS")):
            return None
        while self.deps[at] == "conj" and self.deps[self.heads[at]] == "conj":
            at = self.heads[at]
        comma = self.parsed.lefts[at] - 1
        if self.deps[at] == "conj" and self.deps[self.heads[at]] == "pobj" and comma > first:
            return at if self.words[comma] == "," else None
        return None

    def _verb_before(self, verb: int) -> int | None:
        """The finite verb with a subject right before "while doing", in the same sentence."""
        first, _ = self.sentence(verb)
        for token in range(verb - 1, first, -1):
            if self.is_verb(token) and self.child(token, "nsubj", "nsubjpass") is not None:
                return token
            if self.words[token] == ",":
                return None
        return None

    def _controlled(self, verb: int) -> bool:
        """A complement without a subject of its own is controlled by the verb above."""
        return self.tags[verb] in {"VBG", "VB", "VBN"} and self.child(verb, "mark") is None

    def negated(self, verb: int) -> bool:
        """Whether a verb is denied, or stands below a verb or a condition that denies it."""
        current = verb
        if self.tags[verb] == "VBG" and self.lower[max(0, verb - 2) : verb] in (
            ["rather", "than"], ["instead", "of"],
        ) or self.lower[max(0, verb - 1) : verb] == ["without"]:  # fmt: skip
            return True
        for _ in range(4):
            if self.child(current, "neg") is not None:
                return True
            for child in self._children[current]:
                if self.lower[child] in {"never", "neither", "nor", "no"} and child < current:
                    if self.deps[child] in {"advmod", "neg", "preconj", "cc"}:
                        return True
                if self.deps[child] == "mark" and self.lower[child] in {
                    "if",
                    "unless",
                    "whether",
                }:
                    return True
                if self.deps[child] in {"nsubj", "nsubjpass"}:
                    first = self.lower[self.parsed.lefts[child]]
                    if first in {"no", "neither", "nobody", "none"}:
                        return True
            if self.deps[current] not in {"xcomp", "acomp", "aux"}:
                return False
            above = self.heads[current]
            if self.lemmas[above] in {"refuse", "decline", "fail", "deny", "cease"}:
                return True
            current = above
        return False

    def auxiliaries(self, verb: int) -> set[str]:
        """The auxiliaries and modals of a verb, in lower case ("will", "to", "have")."""
        return {self.lower[child] for child in self.children(verb, "aux", "auxpass")}

    def phrase(self, token: int) -> Span:
        """The noun phrase of a token, without coordinated phrases and clauses that follow it."""
        first, last = self.parsed.lefts[token], self.parsed.rights[token] + 1
        for child in self._children[token]:
            if child > token and self.deps[child] in {
                "conj",
                "relcl",
                "cc",
                "appos",
                "advcl",
            }:
                last = min(last, self.parsed.lefts[child])
        return self.trim(first, max(last, token + 1))

    def subtree(self, token: int) -> Span:
        """All that depends on a token."""
        return self.trim(self.parsed.lefts[token], self.parsed.rights[token] + 1)

    def clause_end(self, verb: int) -> int:
        """Where a verb's clause ends: its sentence's end, or where the next coordinate begins."""
        _, end = self.sentence(verb)
        if self.heads[verb] > verb and self.deps[verb] in {"advcl", "csubj", "ccomp"}:
            end = min(end, self.parsed.rights[verb] + 1)
        starts = [self._next_start(verb, other) for other in range(verb + 1, end)]
        end = min((start for start in starts if start is not None), default=end)
        quoted = self.quoted[verb]
        if quoted >= 0:
            end = min(end, self.parsed.quotations[quoted].last)
        return self.trim(verb, end)[1]

    def _next_start(self, verb: int, other: int) -> int | None:
        """Where the clause of `other` begins, if that of `verb` ends there."""
        dep = self.deps[other]
        if dep in {"ccomp", "advcl"}:
            mark = self.child(other, "mark")
            if mark is None or self.lower[mark] not in {"while", "whereas"}:
                return None
            contrast = max(verb, self.heads[other]) < mark and self.words[mark - 1] == ","
            if not contrast or self.lower[mark - 2] == "that":
                return None
            return mark if self.child(other, "nsubj") is not None else None
        if dep not in {"conj", "parataxis"} or not self.is_verb(other):
            return None
        if not self._above(other, verb):
            return None
        start = self.clause_start(other)
        while start > 0 and self.lower[start - 1] in _CONJUNCTIONS:
            start -= 1
        return start

    def _above(self, other: int, verb: int) -> bool:
        """Whether `other` is coordinated with `verb` or with a verb above it."""
        if self.tags[other] in {"VB", "VBG", "VBN"} and not self.auxiliaries(other) - {"to"}:
            if self.heads[other] != verb or self.tags[other] != self.tags[verb]:
                return False
        head = self.heads[other]
        current = verb
        for _ in range(8):
            if current == head:
                return True
            if self.heads[current] == current:
                return False
            current = self.heads[current]
        return False

    def clause_start(self, verb: int) -> int:
        """Where a verb's clause begins: at its own subject, or at its first auxiliary or adverb."""
        before = [c for c in self.children(verb, *_BEFORE_VERB) if c < verb]
        return min((self.parsed.lefts[child] for child in before), default=verb)

    def trim(self, first: int, last: int) -> Span:
        """A span without marks and conjunctions at its edges; brackets and quotes stay paired."""
        start, end = first, last
        while start < end and (
            self.lower[start] in _TRIM or self.words[start] in {")", "]", "”", "»"}
        ):
            start += 1
        while start < end and self._loose(start, end - 1):
            end -= 1
        # Of a span that is nothing but marks, all is kept: a span has a place in the text.
        return (start, end) if start < end else (first, last)

    def _loose(self, first: int, token: int) -> bool:
        """Whether the last token of a span that starts at `first` does not belong to it."""
        mark = self.words[token]
        if self.lower[token] in _TRIM or mark.isspace() or mark in _OPENING:
            return True
        if mark not in _CLOSING or (mark == "’" and self.tags[token] == "POS"):
            return False
        return _CLOSING[mark] not in self.words[first:token]

    def offsets(self, first: int, last: int) -> Span:
        """A token span as offsets into the report's text."""
        return self.parsed.starts[first], self.parsed.ends[last - 1]

    def said(self, first: int, last: int) -> str:
        """The report's text of a token span, as it stands there."""
        start, end = self.offsets(first, last)
        return self.parsed.text[start:end]

    def plain(self, first: int, last: int) -> str:
        """The words of a token span with single blanks, without the markup between them."""
        parts: list[str] = []
        for token in range(first, last):
            if parts and not self.parsed.glued[token]:
                parts.append(" ")
            parts.append(self.words[token])
        return "".join(parts)
