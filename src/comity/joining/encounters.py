"""Which encounter of record a report's account tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.data.vocabulary import EncounterKind
from comity.joining import dating
from comity.joining.attendance import ALONE, same_company
from comity.joining.days import day_of, last_day
from comity.joining.venue import country_of, same_place
from comity.model.contact import Account, Joined, KnownEncounter, Participant

#: From here on an account joins; from `_DOUBT` on a person is asked.
_SURE = 0.7
_DOUBT = 0.45
#: Two that are this close cannot be told apart.
_MARGIN = 0.05
_OTHER_WORD = 0.85
_POSTPONED_DAYS = 45
_NEARBY_DAYS = 3
_SPEAKING = re.compile(
    r"\b(?:conversations?|spoke|spoken|talked|talks?|discuss\w*)\b", re.IGNORECASE
)
_PRESENT = re.compile(
    r"\b(?:met|meets?|meetings?|host(?:s|ed)?|receiv\w+|welcom\w+|visit\w*|in person|arriv\w+)\b",
    re.IGNORECASE,
)
_NEW = Joined(encounter=None, score=0.0, reason="no encounter of record is like it")


def join(account: Account, known: Sequence[KnownEncounter]) -> Joined:
    """The encounter that the account tells of, if one of `known` is certain; doubts beside it.

    `known` are those that share a participant or two sides within some weeks. Two accounts of one
    report never join: a report tells of its encounters apart.
    """
    found = []
    for encounter in known:
        if any(other.report == account.report for other in encounter.accounts):
            continue
        score, reason = likeness(account, encounter)
        if score >= _DOUBT:
            found.append((round(score, 3), encounter.id, reason))
    if not found:
        return _NEW
    found.sort(key=lambda one: (-one[0], one[1]))
    best, id, reason = found[0]
    rivals = [one for one in found[1:] if one[0] >= best - _MARGIN]
    if best < _SURE or rivals:
        why = "several encounters of record are like it" if best >= _SURE else "none is certain"
        return Joined(encounter=None, score=best, reason=why, doubts=_doubts(found))
    return Joined(encounter=id, score=best, reason=reason)


def likeness(account: Account, encounter: KnownEncounter) -> tuple[float, str]:
    """How likely it is that the account tells of the encounter (0..1), and why."""
    plan = encounter.entered and not any(a.status == "held" for a in encounter.accounts)
    company, who = same_company(account.participants, _participants(encounter), sides_suffice=plan)
    if company == ALONE and _same_journey(account, encounter):
        company, who = 0.95, "the same journey"
    place = same_place(account, encounter)
    kind = _kinds_fit(account, encounter, plan)
    if not company or not place or not kind:
        return 0.0, ""
    day, when = _same_day(account, encounter)
    return kind * company * place * day, f"{who}, {when}"


def _kinds_fit(account: Account, encounter: KnownEncounter, plan: bool) -> float:
    fits = max((_same_kind(account, other) for other in encounter.accounts), default=0.0)
    if encounter.entered:
        own = _fits(account.kind, encounter.kind)
        # The visit that an office plans is told as the talks that were held.
        fits = max(fits, 1.0 if plan and own == _OTHER_WORD else own)
    return fits


def _same_journey(account: Account, encounter: KnownEncounter) -> bool:
    """Whether both are visits to one country: then one traveller tells enough."""
    if account.kind != "visit" or encounter.kind != "visit":
        return False
    goal = country_of(account.place)
    goals = {country_of(a.place) for a in encounter.accounts} | {country_of(encounter.place)}
    return goal is not None and goal in goals


def _doubts(found: Sequence[tuple[float, int, str]]) -> tuple[tuple[int, float, str], ...]:
    return tuple((id, score, reason) for score, id, reason in found[:3])


def _participants(encounter: KnownEncounter) -> tuple[Participant, ...]:
    seen = {p.actor: p for account in encounter.accounts for p in account.participants}
    for one in encounter.participants:
        told = seen.get(one.actor)
        if told is None or not told.capacity:
            seen[one.actor] = one
    return tuple(seen.values())


def _same_kind(account: Account, other: Account) -> float:
    """A call is no meeting, but "had a conversation" can be either."""
    fits = _fits(account.kind, other.kind)
    if fits in (0.0, 1.0):
        kinds = {account.kind, other.kind}
        if kinds == {"call", "meeting"} and (_spoke(account) or _spoke(other)):
            return _OTHER_WORD
        return fits
    # Without the day told, talks during a visit are not the visit as a whole.
    return fits if account.date and other.date else fits - 0.15


def _fits(one: EncounterKind, other: EncounterKind) -> float:
    """A meeting may be what another report calls the visit or the event."""
    if one == other:
        return 1.0
    pair = {one, other}
    if "call" in pair:
        return 0.75 if "event" in pair else 0.0
    return _OTHER_WORD


def _spoke(account: Account) -> bool:
    """Whether a meeting may have been a call: nothing says that they were in one place."""
    return (
        account.kind == "meeting"
        and account.place is None
        and bool(_SPEAKING.search(account.words))
        and not _PRESENT.search(account.words)
    )


def _same_day(account: Account, encounter: KnownEncounter) -> tuple[float, str]:
    """The best agreement with the accounts of it, unless one of the same publisher contradicts."""
    held = [other for other in encounter.accounts if other.status == "held"]
    if account.status != "held" or not held:
        return _planned_day(account, encounter)
    best = 0.0, ""
    for other in held:
        score = dating.same_day(account, other)
        if _contradicts(account, other):
            return min(score, (0.5, "one office tells neighbouring days"))
        best = max(best, score)
    return best


def _contradicts(account: Account, other: Account) -> bool:
    """Whether one office told two days: then these are two contacts."""
    day, another = day_of(account.date), day_of(other.date)
    exact = day is not None and another is not None and day != another
    return exact and account.publisher_country == other.publisher_country


def _planned_day(account: Account, encounter: KnownEncounter) -> tuple[float, str]:
    """A plan and what became of it, or two reports of one plan."""
    best = 0.0, ""
    if encounter.entered:
        slack = _POSTPONED_DAYS if account.status != "planned" else _NEARBY_DAYS
        best = dating.within(account, encounter.start, encounter.end, slack)
    for other in encounter.accounts:
        best = max(best, _follows(account, other))
    return best


def _follows(account: Account, other: Account) -> tuple[float, str]:
    planned, later = (account, other) if account.status == "planned" else (other, account)
    if later.status == "planned":
        if planned.date and later.date:
            if planned.date == later.date:
                return 1.0, "planned for the same day"
            return dating.within(later, planned.date, None, _NEARBY_DAYS)
        return (0.6, "planned, one report tells no day") if _close(account, other) else (0.0, "")
    if planned.status != "planned":
        # Both tell of one that was called off, or one of it held.
        return (0.75, "told at the same time") if _close(account, other) else (0.0, "")
    if not planned.date:
        return dating.after(later, planned)
    if later.status == "held":
        return dating.within(later, planned.date, None, _NEARBY_DAYS)
    if later.date:
        return dating.within(later, planned.date, None, _NEARBY_DAYS)
    said, due = day_of(later.published), last_day(planned.date)
    if said is not None and due is not None and -2 <= (due - said).days <= _POSTPONED_DAYS:
        return 0.8, "called off before the planned day"
    return 0.0, ""


def _close(one: Account, other: Account) -> bool:
    first, second = day_of(one.published), day_of(other.published)
    return first is not None and second is not None and abs((first - second).days) <= _NEARBY_DAYS
