"""Both sides of a proposal, with what a person needs to decide it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from comity.joining.accounts import words_of
from comity.model.judgement import Value
from comity.model.reading import Body, Person
from comity.record import View
from comity.record.actor_pages import held_by, names_of
from comity.record.actors import get_actor, members_of, mentions_in, reports_naming
from comity.record.encounters import KeptAccount, accounts_of, get_encounter
from comity.record.entries import encounters_there
from comity.record.items import get_items, items_of
from comity.record.proposals import Proposal
from comity.record.reports import KeptReport, get_report, get_reports

#: Facts, and sentences of reports, that are shown of each side.
MOST_FACTS = 6
MOST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two things that may belong together: what it is called, facts about it, and words of
    reports, each behind the report that they are from."""

    id: int
    title: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    words: tuple[str, ...]


def sides_of(view: View, proposal: Proposal) -> tuple[Side, Side]:
    """Both sides of a proposal: two actors, two encounters, or a commitment and its answer."""
    side = {"actor": _actor, "encounter": _encounter, "answer": _item}[proposal.kind]
    return side(view, proposal.left), side(view, proposal.right)


def _actor(view: View, actor_id: int) -> Side:
    actor = get_actor(view, get_actor(view, actor_id).canonical)
    members = members_of(view, actor.id)
    names = [f"{one.name} ({one.reports})" for one in names_of(view, members)]
    posts = [
        f"{post.title or 'member'}{f', {post.body}' if post.body else ''}"
        f"{_period(post.first, post.last)}"
        for held in held_by(view, members).values()
        for post in held
    ]
    reports = reports_naming(view, members)[-MOST_WORDS:]
    sources, words = [], []
    for report_id, report in get_reports(view, reports).items():
        for kept in items_of(view, report_id):
            value = kept.item.value
            if not isinstance(value, Person | Body) or kept.item.status == "rejected":
                continue
            if value.evidence and _is_named(value, members, view, report_id):
                sources.append(_source(report))
                words.append(_around(report.report.text, value.evidence[0]))
                break
    return Side(
        id=actor.id,
        title=f"{actor.name} ({actor.country or actor.kind})",
        facts=(*names[:MOST_FACTS], *posts[:MOST_FACTS]),
        sources=tuple(sources),
        words=tuple(words),
    )


def _encounter(view: View, encounter_id: int) -> Side:
    if not encounters_there(view, [encounter_id]):
        return Side(id=encounter_id, title="gone", facts=(), sources=(), words=())
    kept = get_encounter(view, encounter_id)
    told = accounts_of(view, [encounter_id]).get(encounter_id, [])
    people = dict.fromkeys(_attendee(p.name, p.capacity) for a in told for p in a.participants)
    reports = get_reports(view, [a.report for a in told if a.report is not None])
    shown = told[:MOST_WORDS]
    parts = [kept.kind, kept.status, kept.day, kept.place]
    return Side(
        id=encounter_id,
        title=", ".join(part for part in parts if part),
        facts=tuple(people)[: 2 * MOST_FACTS],
        sources=tuple(_teller(account, reports) for account in shown),
        words=tuple(account.words or account.reason for account in shown),
    )


def _item(view: View, item_id: int) -> Side:
    kept = get_items(view, [item_id]).get(item_id)
    if kept is None:
        return Side(id=item_id, title="gone", facts=(), sources=(), words=())
    report = get_report(view, kept.report)
    value = kept.item.value
    return Side(
        id=item_id,
        title=shown(value),
        facts=(),
        sources=(_source(report),),
        words=(words_of(report.report.text, value.evidence),),
    )


def shown(value: Value) -> str:
    """An item on one line: its values, without its evidence."""
    parts: list[str] = []
    for each in fields(value):
        content = getattr(value, each.name)
        if each.name == "evidence" or content in (None, ()):
            continue
        if isinstance(content, bool):
            parts += [each.name] if content else []
        elif isinstance(content, tuple):
            parts.append(", ".join(content) if each.name != "to" else "to " + ", ".join(content))
        else:
            parts.append(str(content))
    return "; ".join(parts)


def _is_named(value: Person | Body, members: Sequence[int], view: View, report: int) -> bool:
    mention = mentions_in(view, report).get(value.name)
    return mention is not None and mention.actor in members


def _around(text: str, span: tuple[int, int], *, room: int = 120) -> str:
    """The words about a place in a text, on one line."""
    start, end = max(0, span[0] - room), min(len(text), span[1] + room)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _attendee(name: str, capacity: str) -> str:
    return f"{name}, {capacity}" if capacity else name


def _period(first: str | None, last: str | None) -> str:
    days = list(dict.fromkeys(day for day in (first, last) if day))
    return f" ({' to '.join(days)})" if days else ""


def _teller(account: KeptAccount, reports: dict[int, KeptReport]) -> str:
    if account.report is None or account.report not in reports:
        return "entered by hand"
    return _source(reports[account.report])


def _source(kept: KeptReport) -> str:
    parts = [f"report {kept.id}", kept.report.publisher, kept.report.published]
    return ", ".join(part for part in parts if part)


def all_sides(view: View, found: Iterable[Proposal]) -> list[tuple[Proposal, Side, Side]]:
    """Proposals with both their sides."""
    return [(proposal, *sides_of(view, proposal)) for proposal in found]
