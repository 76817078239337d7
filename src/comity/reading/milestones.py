"""Milestones: anniversaries, events still to come, and targets with a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.data.lexicons import words
from comity.data.vocabulary import MilestoneKind
from comity.model.reading import Milestone, Span
from comity.reading.anniversaries import Anniversaries
from comity.reading.cast import Cast
from comity.reading.dates import Dates
from comity.reading.planned_events import PlannedEvents
from comity.reading.targets import Targets


class Milestones:
    """All milestones of a report."""

    def __init__(self, cast: Cast, dates: Dates) -> None:
        self._syntax = cast.syntax
        self._anniversaries = Anniversaries(cast, dates)
        self._planned = PlannedEvents(cast, dates)
        self._targets = Targets(cast, dates)
        self._found: list[Milestone] = []
        for first, last in self._syntax.body_sentences():
            for token in range(first, last):
                for kind, text, evidence, date in self._at(token, first, last):
                    self._put(kind, text, evidence, date)

    def items(self) -> list[Milestone]:
        """The milestones in the order of the text."""
        return sorted(self._found, key=lambda item: item.evidence)

    def _at(
        self, token: int, first: int, last: int
    ) -> Iterator[tuple[MilestoneKind, Span, Span, str | None]]:
        syntax = self._syntax
        lemma, low, tag = syntax.lemmas[token].lower(), syntax.lower[token], syntax.tags[token]
        found = list(self._anniversaries.at(token))
        if found:
            for text, evidence, date in found:
                yield "anniversary", text, evidence, date
        elif lemma in words("milestones", "events") - {"anniversary"} and tag.startswith("NN"):
            for text, evidence, date in self._planned.noun(token, first, last):
                yield "planned event", text, evidence, date
        elif lemma == "target" and tag.startswith("NN"):
            for text, target in self._targets.noun(token):
                yield "target", text, text, target
        elif low in {"by", "before"} or (low == "later" and syntax.lower[token - 1] == "no"):
            for text, target in self._targets.by(token, last):
                yield "target", text, text, target
        elif tag.startswith("VB"):
            for text, evidence, date in self._planned.verb(token):
                yield "planned event", text, evidence, date

    def _put(self, kind: MilestoneKind, text: Span, evidence: Span, date: str | None) -> None:
        """A milestone; of two that share words, the first stays and takes the other's date."""
        start, stop = self._syntax.offsets(*evidence)
        for at, item in enumerate(self._found):
            known_start, known_stop = item.evidence[0]
            if item.kind == kind and min(known_stop, stop) > max(known_start, start):
                if date and not item.date:
                    self._found[at] = replace(item, date=date)
                return
        said = self._syntax.said(*text)
        self._found.append(Milestone(kind=kind, text=said, date=date, evidence=((start, stop),)))
