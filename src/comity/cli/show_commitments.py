"""Commitments, alone and in lists, as sheets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comity.analysis.commitments import CommitmentPage, Ledger, Party, Undertaking
from comity.cli.card_sections import spoken_date
from comity.cli.sheets import Day, Sheet, Shown, columns


def commitment_sheet(
    name: str, commitments: Sequence[Undertaking], *, total: int | None = None
) -> Sheet:
    """Commitments as a sheet."""
    outcome = "outcome" if {one.outcome for one in commitments} - {"open"} else "[outcome]"
    return Sheet(
        name=name,
        columns=columns(f"id day strength who [by] [to] what due {outcome} answers [report]"),
        rows=[
            (
                one.id,
                Day(one.day),
                one.kind,
                " → ".join(filter(None, (parties(one.by), parties(one.to)))),
                parties(one.by),
                parties(one.to),
                one.text,
                Day(one.due),
                one.outcome,
                one.answers,
                one.report,
            )
            for one in commitments
        ],
        total=total,
    )


def show_ledger(found: Ledger, about: str) -> Shown:
    """A list of commitments."""
    return Shown(
        page=found,
        title=f"Commitments{about}",
        sheets=[commitment_sheet("commitments", found.commitments, total=found.total)],
        empty="No commitment is like that; ask for less, or add more reports with: comity add",
    )


def show_commitment(page: CommitmentPage) -> Shown:
    """One commitment with its history."""
    one = page.commitment
    said = [
        f"{one.kind.capitalize()} {one.id}",
        one.outcome,
        spoken_date(one.day),
        f"due {spoken_date(one.due)}" if one.due else None,
    ]
    return Shown(
        page=page,
        title=" · ".join(part for part in said if part),
        facts=[*_facts(page)],
        sheets=[
            Sheet(
                name="answers",
                columns=columns("proposal published publisher text score why state [report]"),
                rows=[
                    (
                        answer.proposal,
                        Day(answer.source.published if answer.source else None),
                        answer.source.publisher if answer.source else None,
                        answer.text,
                        round(answer.score, 2),
                        answer.reason,
                        answer.state,
                        answer.source.report if answer.source else None,
                    )
                    for answer in page.answers
                ],
                note="Later reports that may answer it.",
            ),
            Sheet(
                name="history",
                columns=columns("at who what why"),
                rows=[
                    (
                        Day(judgement.at[:10]),
                        judgement.who,
                        (judgement.after or {}).get("outcome", judgement.kind),
                        judgement.why,
                    )
                    for judgement in page.history
                ],
            ),
        ],
        empty="Nothing answers it yet, and nobody judged it.",
    )


def parties(named: Iterable[Party]) -> str:
    """The sides of a commitment in a row."""
    return ", ".join(party.name for party in named)


def _facts(page: CommitmentPage) -> Iterable[str]:
    one = page.commitment
    yield f"{' → '.join(filter(None, (parties(one.by), parties(one.to))))}: {one.text}"
    if page.source is not None:
        source = page.source
        told = [source.publisher, spoken_date(source.published), source.title, source.url]
        yield f"Report {source.report}: {' · '.join(part for part in told if part)}"
