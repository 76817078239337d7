"""Contact that a report announces, calls off or puts off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from comity.data import countries
from comity.data.lexicons import contact_nouns
from comity.data.lexicons import words as listed
from comity.data.vocabulary import EncounterKind
from comity.joining.planned_days import day_told, names_day
from comity.joining.venue import country_of
from comity.model.contact import Status
from comity.model.reading import Evidence, Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Contact that was planned: the parties are names of people, bodies and countries."""

    kind: EncounterKind
    status: Status
    parties: tuple[str, ...]
    place: str | None
    date: str | None
    evidence: Evidence


_CONTACT = r"(?:visit|trip|journey|tour|meeting|talks|summit|call|consultations|conference)s?"
_GIVEN_UP = r"(?:cancell?ed|called off|scrapped)"
_PUT_OFF = r"(?:postponed|put off|rescheduled|deferred|delayed)"
_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|is due to|are due to|plans? to|intends? to|is going to"
    r"|are going to|upcoming|forthcoming|scheduled|is expected|are expected|to be held|planned"
    r"|postponed|cancell?ed|called off|put off)\b",
    re.IGNORECASE,
)
#: "Postponed his planned visit", but not "cancelled the debt after a meeting".
_ITS = r"(?:(?!(?:after|ahead|at|before|during|for|from|in|of|on|to|with)\b)[\w’'-]+\s+){0,4}?"


def _off(done: str) -> str:
    return (
        rf"\b{_CONTACT}\b[^.;]{{0,160}}?\b(?:has|have|had|was|were|is|are|been)\s+{done}\b"
        rf"|\b{done}\s+{_ITS}{_CONTACT}\b"
    )


#: What becomes of a plan: the contact is called off, somebody calls it off, or will not come.
_OFF: tuple[tuple[re.Pattern[str], Status], ...] = (
    (
        re.compile(
            _off(_GIVEN_UP) + r"|\bwill (?:not|no longer) "
            r"(?:visit|travel|meet|go|come|receive|host|attend|take place)\b",
            re.IGNORECASE,
        ),
        "cancelled",
    ),
    (re.compile(_off(_PUT_OFF), re.IGNORECASE), "postponed"),
)
#: "The visit has been postponed": what a sentence says of the plan in the one before it.
_IT = re.compile(rf"(?:The|That|This|His|Her|Their)\s+(?:[\w-]+\s+)?{_CONTACT}\b")
_TRAVELS = re.compile(r"\b(?:visit|travel|arrive|fly|trip|journey|tour)\w*\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:meet(?:s|ing)?|hosts?|receives?|welcomes?|talks)\b", re.IGNORECASE)
#: "May" with a capital is a month.
_HYPOTHETICAL = re.compile(
    r"\b(?:may|(?i:if|whether|would|could|might|hopes?|hoped))\b",
)
#: The characters at the beginning of a report in which its news stands.
_NEWS = 1200
_WILL_MEET = re.compile(
    r"\b(?:will|is to|are to|is due to|are due to|plans? to|(?:is|are) scheduled to)\s+"
    r"(?:also\s+|then\s+|soon\s+)?"
    r"(?:(?:hold|have)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:talks|meetings?|call|consultations|negotiations|conversations?|summit)"
    r"|meet|visit|travel|receive|host|welcome|speak)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[A-Z“\"])|\n")


def announced(reading: Reading, text: str) -> Iterator[Plan]:
    """Contact of somebody named that is to come, and what became of the plan.

    It is told in the first sentences, or is one of the reading's planned events.
    """
    seen: list[Span] = []
    sentences = list(_sentences(text, _NEWS))
    for span, after in zip(sentences, [*sentences[1:], (0, 0)], strict=True):
        sentence = text[slice(*span)]
        if _WILL_MEET.search(sentence) or (_became(sentence) and not _dated(reading, span)):
            day = day_told(sentence, reading.report.published)
            if day is None and names_day(sentence):
                continue  # a day that has passed
            plan = _plan(span, day, reading, text)
            if plan is not None:
                seen.append(span)
                following = text[slice(*after)]
                if _IT.match(following) and (became := _became(following)):
                    plan = replace(plan, status=became, evidence=(span, after))
                yield plan
    for milestone in reading.milestones:
        if milestone.kind == "planned event" and milestone.evidence:
            span = milestone.evidence[0]
            if not any(start <= span[0] < end for start, end in seen):
                plan = _plan(span, milestone.date, reading, text)
                if plan is not None:
                    yield plan


def _dated(reading: Reading, span: Span) -> bool:
    """Whether the sentence holds a planned event of the reading, which knows its date."""
    return any(
        one.kind == "planned event" and any(span[0] <= start < span[1] for start, _ in one.evidence)
        for one in reading.milestones
    )


def _plan(span: Span, day: str | None, reading: Reading, text: str) -> Plan | None:
    words = text[span[0] : span[1]]
    sentence = text[slice(*_sentence(text, span))]
    if not _AHEAD.search(words) or _HYPOTHETICAL.search(words):
        return None
    published = reading.report.published
    if day and published and day < published[: len(day)]:
        return None
    kind = _kind(words)
    if kind is None:
        return None
    people = _named_in(reading, span)
    if not people:
        return None
    place = _place_in(text, span)
    travels = _TRAVELS.search(words)
    hosts = _countries_in(words[travels.end() :]) if travels else []
    if kind == "visit":
        parties = (*people, *([] if place else hosts[:1]))
    else:
        parties = people
    return Plan(
        kind=kind,
        status=_became(sentence) or "planned",
        parties=parties,
        place=place or (hosts[0] if kind == "visit" and hosts else None),
        date=day,
        evidence=(span,),
    )


def _became(sentence: str) -> Status | None:
    """What a sentence says became of a plan."""
    return next((status for rule, status in _OFF if rule.search(sentence)), None)


def _kind(words: str) -> EncounterKind | None:
    if _TRAVELS.search(words):
        return "visit"
    if set(re.findall(r"\w+", words.casefold())) & listed("contacts", "remote"):
        return "call"
    lower = re.findall(r"\w+", words.casefold())
    for word in lower:
        noun = word.removesuffix("s")
        if contact_nouns().get(noun) in ("event", "visit"):
            return contact_nouns()[noun]
    return "meeting" if _MEETS.search(words) else None


def _named_in(reading: Reading, span: Span) -> tuple[str, ...]:
    """People and bodies that are named inside the span, in the order in which they stand there."""
    found = []
    named = [(one.name, one.evidence) for one in reading.people]
    named += [(one.name, one.evidence) for one in reading.bodies]
    for name, evidence in named:
        inside = [start for start, end in evidence if span[0] <= start and end <= span[1]]
        if inside:
            found.append((inside[0], name))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _place_in(text: str, span: Span) -> str | None:
    """The first city or venue in the span."""
    words = text[span[0] : span[1]]
    for found in re.finditer(
        r"\b(?:to|in|at)\s+(?:the\s+)?((?:[A-Z][\w.’'-]*)(?:\s+(?:of\s+|de\s+|al-)?[A-Z][\w.’'-]*){0,3})",
        words,
    ):
        name = found[1].rstrip(".,’'")
        if name in countries.cities() or name in countries.venues():
            return name
    return None


def _countries_in(words: str) -> list[str]:
    """Names of countries, as they stand there."""
    found = [match[0] for match in _names().finditer(words)]
    return [name for name in found if country_of(name)]


def _sentences(text: str, end: int) -> Iterator[Span]:
    """The sentences that begin before `end`."""
    start = 0
    for found in _SENTENCE_END.finditer(text):
        if start >= end:
            return
        yield start, found.start()
        start = found.end()
    if start < min(end, len(text)):
        yield start, len(text)


def _sentence(text: str, span: Span) -> Span:
    start = 0
    for found in _SENTENCE_END.finditer(text, max(0, span[0] - 600), span[0]):
        start = found.end()
    after = _SENTENCE_END.search(text, span[1])
    return max(start, span[0] - 600), min(after.start() if after else len(text), span[1] + 600)


@cache
def _names() -> re.Pattern[str]:
    names = sorted(countries.names(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
