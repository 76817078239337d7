"""Later deeds that may answer a commitment: few, for a person to judge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from comity.data import commonplaces, countries
from comity.data.folding import fold
from comity.data.lexicons import words as listed
from comity.data.vocabulary import CommitmentKind, EncounterKind
from comity.joining.days import day_of, days_between, last_day

DeedKind = Literal["agreement", "signing", "encounter", "visit"]

#: No more than these are proposed for one commitment, none below the score.
MOST = 5
LEAST = 0.5
_YEARS = 3
_DAYS_TO_MEET = 270
_DAYS_LATE = 31
#: Of the meetings after an announcement, only the first ones can be meant.
_FIRST_MEETINGS = 2
_WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")
#: What one will do, not what is told beside it ("travel restrictions", "who have travelled").
_WILL = r"(?:^(?:to )?|\b(?:will|shall|to|and) )(?:(?:also|then|soon|first|jointly) )*"
_TRAVELS = re.compile(
    _WILL + r"(?:visit\b|travel (?:to|on)\b|come (?:to|on)\b|host\b|receive\b"
    r"|(?:pay|make) (?:an? |his |her |their )?(?:[\w-]+ ){0,2}(?:visit|trip)\b)"
    r"|\b(?:upcoming|forthcoming|official|state|working|planned|return) (?:visit|trip)\b"
    r"|^(?:an? |his |her |their |the )?visit\b"
)
_MEETS = re.compile(
    _WILL
    + r"(?:meet\b(?P<thing>(?: [\w-]+){0,5})|(?:hold|have) (?:[\w-]+ ){0,3}(?:talks|meetings?)"
    r"\b|see each other\b)|\b(?:next|upcoming|another) (?:[\w-]+ ){0,3}(?:meeting|summit|talks)\b"
)
_CALLS = re.compile(r"\b(?:speak|call|phone|telephone|virtual\w*|videoconference)\b")
#: From this share of common words on, the commitment is only said again.
_SAID_AGAIN = 0.75
#: Who agrees to go on has not done anything yet.
_AGAIN = re.compile(r"(?:to )?(?:continue|continuing|remain|maintain|keep)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:sign(?:ed|ing|ature)|conclud\w+|ratif\w+|inaugurat\w+|opened|launched"
    r"|entered into force|completed|adopted)\b",
    re.IGNORECASE,
)
_CALLS = re.compile(r"\b(?:speak|call|phone|telephone|virtual\w*|videoconference)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """An open commitment. Countries are alpha-3 codes, `day` and `due` ISO dates."""

    id: int
    kind: CommitmentKind
    text: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    actors: tuple[int, ...]
    topics: tuple[str, ...]
    day: str | None
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a later report tells that may keep a commitment. `item` is its id in the record.

    `kind` is that of an encounter or visit (None is taken for a meeting), and None for agreements
    and signings.
    """

    report: int
    item: int
    what: DeedKind
    text: str
    countries: tuple[str, ...]
    actors: tuple[int, ...]
    topics: tuple[str, ...]
    day: str | None
    kind: EncounterKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A deed that may answer the commitment; `score` lies in 0..1."""

    item: int
    what: DeedKind
    score: float
    reason: str


def answers(promise: Promise, later: Sequence[Deed]) -> tuple[Answer, ...]:
    """The deeds that most likely answer the commitment, the best first."""
    near = [deed for deed in later if _in_time(promise, deed) and _same_parties(promise, deed)]
    found = [answer for deed in near if (answer := _worded_answer(promise, deed))]
    if contact := _contact_meant(promise):
        held = [deed for deed in near if _kind(deed) in contact and _same_people(promise, deed)]
        held.sort(key=lambda deed: (deed.day or "", deed.item))
        found += [_contact_answer(promise, deed) for deed in held[:_FIRST_MEETINGS]]
    found.sort(key=lambda one: (-one.score, one.item))
    return tuple(one for one in found if one.score >= LEAST)[:MOST]


def _worded_answer(promise: Promise, deed: Deed) -> Answer | None:
    """An agreement or signing about the same matter, by the telling words that both texts have."""
    if deed.what not in ("agreement", "signing") or not _all_parties(promise, deed):
        return None
    meant, done = telling_words(promise.text), telling_words(deed.text)
    common = meant & done
    done_deed = deed.what == "signing" or bool(_DONE.search(deed.text))
    again = len(common) >= _SAID_AGAIN * len(meant | done) or bool(_AGAIN.match(deed.text))
    if again and not done_deed:
        return None
    if len(common) < (2 if done_deed else 3):
        return None
    score = 0.2 + 0.45 * len(common) / len(meant) + 0.2 * len(common) / len(done)
    score += min(0.15, 0.05 * (len(common) - 2))
    if done_deed:
        score += 0.15
    if set(promise.topics) & set(deed.topics):
        score += 0.05
    shown = ", ".join(sorted(common, key=lambda word: (-len(word), word))[:3])
    return Answer(
        item=deed.item,
        what=deed.what,
        score=round(min(1.0, score), 3),
        reason=f"the same parties; both say {shown}",
    )


def _contact_answer(promise: Promise, deed: Deed) -> Answer:
    """The visit or meeting that was announced."""
    people = set(promise.actors) & set(deed.actors)
    score = 0.6 if len(people) >= 2 else 0.45
    gap = days_between(promise.day, deed.day) or 0
    if promise.due and deed.day and deed.day[: len(promise.due)] == promise.due:
        score += 0.3
    elif gap <= 30:
        score += 0.15
    elif gap <= 120:
        score += 0.05
    who = "the same people" if len(people) >= 2 else "the same parties"
    return Answer(
        item=deed.item,
        what=deed.what,
        score=round(min(1.0, score), 3),
        reason=f"{who} met {gap} days later",
    )


def _contact_meant(promise: Promise) -> frozenset[EncounterKind]:
    """The kinds of contact that would keep the promise; none where it announces no contact."""
    text = " ".join(promise.text.casefold().split())
    if promise.kind == "hope":
        return frozenset()
    if _TRAVELS.search(text):
        return frozenset({"visit", "meeting"})
    for found in _MEETS.finditer(text):
        things = set(re.findall(r"[\w-]+", found["thing"] or ""))
        if not {word.removesuffix("s") for word in things} & listed("contacts", "met_things"):
            remote = _CALLS.search(text)
            return frozenset({"call", "meeting"}) if remote else frozenset({"meeting", "event"})
    if re.search(r"\b(?:speak again|call again|another call|next call)\b", text):
        return frozenset({"call", "meeting"})
    return frozenset()


def _kind(deed: Deed) -> EncounterKind | None:
    """The kind of contact; one that does not tell is a meeting, agreements are none."""
    if deed.what in ("agreement", "signing"):
        return None
    return deed.kind or ("visit" if deed.what == "visit" else "meeting")


def _in_time(promise: Promise, deed: Deed) -> bool:
    """Later than the promise: by some years, meetings by some months or until they are due."""
    gap = days_between(promise.day, deed.day)
    if gap is None or gap <= 0 or gap > 366 * _YEARS:
        return False
    if deed.what in ("agreement", "signing"):
        return True
    if promise.due:
        end, day = last_day(promise.due), day_of(deed.day)
        return bool(end and day and (day - end).days <= _DAYS_LATE)
    return gap <= _DAYS_TO_MEET


def _same_parties(promise: Promise, deed: Deed) -> bool:
    """Whether those take part who promised and to whom they did: two countries at least."""
    by, to = set(promise.by), set(promise.to) - set(promise.by)
    present = set(deed.countries)
    if by and not by & present or to and not to & present:
        return False
    return len((by | to) & present) >= 2


def _all_parties(promise: Promise, deed: Deed) -> bool:
    """Whether all take part who are to, or most of many."""
    parties = {*promise.by, *promise.to}
    there = len(parties & set(deed.countries))
    return there == len(parties) or (len(parties) > 3 and there >= 0.6 * len(parties))


def _same_people(promise: Promise, deed: Deed) -> bool:
    """Whether those who were named are there: two of them where two were."""
    named = set(promise.actors)
    return not named or len(named & set(deed.actors)) >= min(2, len(named))


@lru_cache(maxsize=20_000)
def telling_words(text: str) -> frozenset[str]:
    """The words that show what a text is about, without endings and names of countries."""
    return frozenset(
        stem for word in _WORD.findall(fold(text)) if (stem := _stem(word)) not in _untelling()
    )


@cache
def _untelling() -> frozenset[str]:
    found = {_stem(word) for key in ("empty", "common") for word in commonplaces.word_set(key)}
    for mapping in (countries.names(), countries.adjectives(), countries.peoples()):
        for surface in mapping:
            found |= {_stem(word) for word in _WORD.findall(fold(surface))}
    return frozenset(found)


def _stem(word: str) -> str:
    """A word without its commonest endings, so that "signed" meets "signing"."""
    for ending in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
