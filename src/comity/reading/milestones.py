"""Milestones: anniversaries, events still to come, and targets with a date."""

from __future__ import annotations

import re

from comity.data.vocabulary import MilestoneKind
from comity.model.reading import Milestone, Span
from comity.reading.cast import Cast
from comity.reading.dates import Dates, number

_EVENTS = {
    "meeting", "summit", "conference", "visit", "celebration", "election", "session", "forum",
    "dialogue", "round", "consultation", "talk", "ceremony", "exercise", "games", "olympics",
    "congress", "commission", "event", "exhibition", "festival", "call", "trip", "council",
    "assembly", "negotiation", "referendum", "inauguration", "symposium", "presidency", "launch",
    "entry", "opening", "week", "expo", "committee", "vote", "anniversary", "cop", "chairmanship",
}  # fmt: skip
_MEETING_VERBS = {"meet", "hold", "visit", "host", "convene", "travel", "attend", "culminate",
                  "celebrate", "mark", "take", "open", "launch", "reconvene", "gather"}  # fmt: skip
_COMING = {"upcoming", "forthcoming", "next", "planned", "scheduled"}
_TARGET = re.compile(r"^(?:by|before)$")
#: reports without a date of publication: earlier years are history, not targets
_EARLIEST = 2024


class Milestones:
    """All milestones of a report."""

    def __init__(self, cast: Cast, dates: Dates) -> None:
        self._cast = cast
        self._syntax = cast.syntax
        self._dates = dates
        self._found: list[tuple[Span, Milestone]] = []
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                self._at(token, first, last)

    def items(self) -> list[Milestone]:
        """The milestones in the order of the text."""
        return [item for _, item in sorted(self._found, key=lambda pair: pair[0])]

    def _at(self, token: int, first: int, last: int) -> None:
        syntax = self._syntax
        lemma, low = syntax.lemmas[token].lower(), syntax.lower[token]
        if low == "years" and token + 1 < last and syntax.lower[token + 1] == "of":
            self._years_of(token)
        if lemma in {"anniversary", "birthday", "centenary", "bicentennial"}:
            self._anniversary(token)
        elif lemma in _EVENTS and syntax.tags[token].startswith("NN"):
            self._coming(token, first, last)
        elif lemma == "target" and syntax.tags[token].startswith("NN"):
            self._target_noun(token)
        elif _TARGET.match(low) or (low == "later" and syntax.lower[token - 1] == "no"):
            self._target_by(token, last)
        elif syntax.tags[token].startswith("VB"):
            self._planned(token, last)

    def _anniversary(self, token: int) -> None:
        syntax = self._syntax
        start = syntax.parsed.lefts[token]
        words = syntax.lower[start:token]
        digits = any(any(ch.isdigit() for ch in word) for word in words)
        ordinal = (
            digits
            or any(word.endswith(("th", "first", "second", "third")) for word in words)
            or ("year" in " ".join(words))
            or syntax.lemmas[token] in {"centenary", "bicentennial"}
        )
        if not ordinal or syntax.deps[token] in {"compound", "amod"}:
            return
        coming = [t for t in range(max(0, token - 12), token) if syntax.lower[t] in _COMING]
        first, last = syntax.subtree(token)
        if coming and "celebration" in syntax.lemmas[coming[0] : token]:
            return  # the celebration is the milestone: an event to come
        relative = next((t for t in range(token, last) if syntax.deps[t] in {"relcl"}), None)
        if relative is not None:
            last = syntax.trim(first, syntax.parsed.lefts[relative])[1]
        dated = self._anniversary_date(token)
        sentence = syntax.sentence(token)
        evidence = self._clause(token, first, last, sentence)
        self._put("anniversary", (first, last), evidence, dated)

    def _years_of(self, token: int) -> None:
        """ "celebrate 30 years of diplomatic relations this year": an anniversary without the word."""
        syntax = self._syntax
        count = number(syntax.lower[token - 1 : token]) if token else None
        first, last = syntax.subtree(token)
        shared = {
            "relation",
            "partnership",
            "cooperation",
            "friendship",
            "alliance",
            "tie",
            "independence",
        }
        start, stop = syntax.sentence(token)
        marks = {"celebrate", "mark", "commemorate"} & set(syntax.lemmas[start:token])
        if (
            not count
            or count < 5
            or count % 5
            or not shared & set(syntax.lemmas[first:last])
            or not marks
        ):
            return
        evidence = self._clause(token, first, last, (start, stop))
        self._put("anniversary", (first, last), evidence, self._anniversary_date(token))

    def _clause(self, token: int, first: int, last: int, sentence: Span) -> Span:
        """The noun phrase with the verb that governs it ("this year marks …")."""
        syntax = self._syntax
        head = syntax.heads[token]
        if syntax.is_verb(head) and syntax.lemmas[head] in {
            "mark",
            "celebrate",
            "commemorate",
            "observe",
            "recall",
        }:
            start = syntax.clause_start(head)
            if last - start < 30:
                return syntax.trim(min(start, first), last)
        return first, last

    def _anniversary_date(self, token: int) -> str | None:
        syntax = self._syntax
        first, last = syntax.sentence(token)
        inside = [
            d for d in self._dates.within(first, last) if len(d.value) == 10 and d.first > token
        ]
        text = " ".join(syntax.lower[first:last])
        published = self._dates.published
        if inside and published and inside[0].value[:4] >= str(published.year):
            return inside[0].value
        if published is None:
            return None
        if "coincid" in text or "today" in text and "mark" in text:
            return published.isoformat()
        return str(published.year + ("next year" in text))

    def _coming(self, token: int, first: int, last: int) -> None:
        """ "the upcoming summit in June", "the next Leaders' Meeting", "the entry into force of"."""
        syntax = self._syntax
        start = syntax.parsed.lefts[token]
        if syntax.deps[token] == "compound":
            return
        words = syntax.lower[start:token]
        coming = set(words) & _COMING
        if "next" in coming and not (
            syntax.words[token][0].isupper() or set(words) & {"the", "their", "our", "'s", "’s"}
        ):
            coming = coming - {"next"}
        entry = (
            syntax.lemmas[token] == "entry"
            and "into force" in " ".join(syntax.lower[token : token + 3])
            and bool({"forward", "will", "await", "expected"} & set(syntax.lower[first:last]))
        )
        head = syntax.heads[token]
        scheduled = (
            syntax.deps[token] in {"nsubj", "nsubjpass"}
            and (syntax.auxiliaries(head) & {"will"})
            and syntax.lemmas[head]
            in {"hold", "take", "begin", "open", "be", "start", "convene", "host"}
        )
        start_word = syntax.lower[max(0, start - 2) : start]
        if start_word[-2:] == ["ahead", "of"] and syntax.lemmas[token] in {
            "meeting",
            "summit",
            "visit",
        }:
            if (
                syntax.child(token, "poss") is not None
                or coming
                or syntax.prepositions(token, "with")
            ):
                coming = {"ahead"}
        later = not coming and not entry and not scheduled and self._dated_later(token)
        if not coming and not entry and not scheduled and not later:
            return
        if syntax.lemmas[token] == "week":
            return
        end = syntax.phrase(token)[1]
        _, stop = syntax.sentence(token)
        for child in syntax.children(token, "prep"):
            if child < token:
                continue
            end = max(end, min(stop, syntax.parsed.rights[child] + 1))
        relative = next((t for t in range(token, end) if syntax.deps[t] in {"relcl", "advcl"}), end)
        end = min(end, relative if relative == end else syntax.parsed.lefts[relative])
        span = syntax.trim(start, max(end, token + 1))
        evidence = span
        if scheduled:
            evidence = syntax.trim(start, syntax.clause_end(head))
        dated = self._future_date(*syntax.sentence(token), token)
        self._put("planned event", span, evidence, dated)

    def _dated_later(self, token: int) -> bool:
        """An event noun with a date after the day of publication: "elections in 2026"."""
        syntax = self._syntax
        published = self._dates.published
        if published is None or syntax.lemmas[token] in {
            "week",
            "call",
            "entry",
            "launch",
            "event",
        }:
            return False
        first, last = syntax.subtree(token)
        return any(
            d.value > published.isoformat()[: len(d.value)]
            or (d.value == str(published.year) and syntax.lemmas[token] == "election")
            for d in self._dates.within(first, min(last, token + 7))
        )

    def _future_date(self, first: int, last: int, token: int) -> str | None:
        inside = [d for d in self._dates.within(first, last)]
        published = self._dates.published
        later = [
            d
            for d in inside
            if published is None or d.value >= published.isoformat()[: len(d.value)]
        ]
        later = [d for d in later if self._syntax.lower[d.first] not in {"today"}]
        if not later:
            return None
        best = min(later, key=lambda d: abs(d.first - token))
        return best.value

    def _target_noun(self, token: int) -> None:
        syntax = self._syntax
        first, last = syntax.subtree(token)
        dates = [d for d in self._dates.within(first, last)]
        if not dates:
            return
        self._put(
            "target",
            (first, last),
            (first, last),
            dates[0].value[:4] if ("summer" in syntax.lower[first:last]) else dates[0].value,
        )

    def _target_by(self, token: int, last: int) -> None:
        """ "by 2050", "before the end of the year", "no later than March": to be reached by then."""
        syntax = self._syntax
        at = token + 1
        if syntax.lower[token] == "later":
            at += 1
        while at < last and syntax.lower[at] in {"the", "end", "of", "early", "late", "mid"}:
            at += 1
        dated = next((d for d in self._dates.found if d.first == at), None)
        published = self._dates.published
        value, stop = (dated.value, dated.last) if dated else (None, at + 1)
        if value is None and at < last and syntax.lower[at] == "year" and published:
            value = str(published.year)
        if value is None or at == token + 1 and syntax.lower[token] == "before" and dated is None:
            return
        if published is not None and value < published.isoformat()[: len(value)]:
            return
        if published is None and len(value) == 4 and int(value) < _EARLIEST:
            return
        verb = token
        for _ in range(8):
            head = syntax.heads[verb]
            if head == verb:
                break
            verb = head
            if syntax.is_verb(verb) and syntax.tags[verb] in {"VB", "VBG", "MD"}:
                break
        if (
            not syntax.is_verb(verb)
            or syntax.tags[verb] in {"VBD", "VBN"}
            and not (syntax.auxiliaries(verb) & {"will", "be"})
        ):
            noun = syntax.heads[token]
            if syntax.tags[noun].startswith("NN") and self._expected(noun):
                span = syntax.trim(syntax.parsed.lefts[noun], stop)
                self._put("target", span, span, value)
            return
        start = verb
        for at in range(verb, stop):  # the nearest verb of a coordination
            if syntax.tags[at] in {"VB", "VBG"} and at < token and syntax.deps[at] in {
                "conj", "xcomp", "pcomp", "acl",
            }:  # fmt: skip
                start = at
        span = syntax.trim(start, stop)
        self._put("target", span, span, value)

    def _expected(self, noun: int) -> bool:
        """ "hopes for the first tenders before the end of 2024"."""
        syntax = self._syntax
        head = syntax.heads[syntax.heads[noun]]
        return syntax.lemmas[head] in {"hope", "expect", "aim", "plan"}

    def _planned(self, verb: int, last: int) -> None:
        """ "will meet again this summer", "committed to meeting again", "will be held on …"."""
        syntax = self._syntax
        future = bool(syntax.auxiliaries(verb) & {"will"}) or self._is_to(verb)
        meant = syntax.tags[verb] in {"VBG", "VB"} and self._agreed(verb)
        if not future and not meant:
            return
        if syntax.lemmas[verb] not in _MEETING_VERBS and not self._later_day(verb):
            return
        if syntax.negated(verb):
            return
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if (
            subject is not None
            and syntax.lemmas[subject].lower() in _EVENTS
            and (syntax.lemmas[verb] in {"hold", "take", "open", "convene", "host"})
        ):
            return  # told by its noun
        end = syntax.clause_end(verb)
        dated = [d for d in self._dates.within(verb, end)]
        again = "again" in syntax.lower[verb:end]
        if (
            syntax.lemmas[verb] in {"launch", "open", "mark", "host", "hold", "take", "celebrate"}
            and not dated
        ):
            return
        if syntax.lemmas[verb] == "meet" and not (dated or again):
            return
        if syntax.lemmas[verb] in {"visit", "travel", "attend", "convene", "gather"} and not dated:
            if not future or syntax.lemmas[verb] not in {"visit", "travel", "attend"}:
                return
        date = self._future_date(verb, end, verb)
        week = "week of" in " ".join(syntax.lower[verb:end])
        if not dated and not again and not future:
            return
        first = syntax.clause_start(verb) if future else verb
        stop = max([d.last for d in dated], default=end) if dated else end
        if week and dated:
            stop = dated[-1].last
        span = syntax.trim(first, max(stop, verb + 1))
        evidence = span
        if meant and not future and syntax.heads[verb] < verb:
            head = syntax.heads[verb]
            while not syntax.is_verb(head) and syntax.heads[head] != head:
                head = syntax.heads[head]
            evidence = syntax.trim(min(syntax.clause_start(head), span[0]), span[1])
        self._put("planned event", span, evidence, date)

    def _is_to(self, verb: int) -> bool:
        """ "X is to travel to Y on Friday"."""
        syntax = self._syntax
        return (
            "to" in syntax.auxiliaries(verb)
            and syntax.deps[verb] == "xcomp"
            and syntax.lower[syntax.heads[verb]]
            in {"is", "are", "expected", "due", "set", "scheduled", "slated"}
        )

    def _later_day(self, verb: int) -> bool:
        """Whether the clause names a day, month or season to come, not a term ("by …")."""
        syntax = self._syntax
        published = self._dates.published
        if published is None:
            return False
        end = syntax.clause_end(verb)
        for dated in self._dates.within(verb, end):
            before = set(syntax.lower[max(verb, dated.first - 4) : dated.first])
            if before & {"by", "before", "until", "later"}:
                return False
            if dated.value > published.isoformat()[: len(dated.value)]:
                return True
        return False

    def _agreed(self, verb: int) -> bool:
        syntax = self._syntax
        current = verb
        for _ in range(3):
            head = syntax.heads[current]
            if syntax.lemmas[head] in {
                "agree",
                "plan",
                "commit",
                "pledge",
                "intend",
                "decide",
                "invite",
            }:
                return True
            current = head
        return False

    def _put(self, kind: MilestoneKind, text: Span, evidence: Span, date: str | None) -> None:
        syntax = self._syntax
        for at, (span, item) in enumerate(self._found):
            shared = min(span[1], evidence[1]) - max(span[0], evidence[0])
            if shared > 0 and item.kind == kind:
                if date and not item.date:
                    self._found[at] = (
                        span,
                        Milestone(kind=kind, text=item.text, date=date, evidence=item.evidence),
                    )
                return
        self._found.append(
            (
                evidence,
                Milestone(
                    kind=kind,
                    text=syntax.said(*text),
                    date=date,
                    evidence=(syntax.offsets(*evidence),),
                ),
            )
        )
