"""Taking judgements back: what they did goes, and that they were made stays in the record."""

from __future__ import annotations

from comity.keeping.checking import cannot
from comity.keeping.entering import take_back
from comity.keeping.merging import unmerge, unpart
from comity.keeping.projection import newest, project
from comity.model.judgement import Judgement
from comity.record import Work
from comity.record.judgements import add_judgement, get_judgement, history, is_undone, undone
from comity.record.reviewing import reopen


def undo(work: Work, judgement_id: int, *, why: str = "") -> Judgement:
    """Take a judgement back, with all that follows from it alone.

    Raises RecordError: C408 no such judgement, C411 it was taken back, is itself a taking back, or
        another one builds on it.
    """
    judgement = get_judgement(work, judgement_id)
    if judgement.kind == "undo":
        raise cannot(
            f"judgement {judgement_id} takes another back, and stands; make that one again instead"
        )
    if is_undone(work, judgement_id):
        raise cannot(f"judgement {judgement_id} was taken back already")
    if judgement.kind == "add" and (later := _later(work, judgement)) is not None:
        raise cannot(
            f"judgement {later.id} is on the item that this one added; take it back first: "
            f"comity judge undo {later.id}"
        )
    undoing = add_judgement(
        work,
        "undo",
        why=why,
        undoes=judgement.id,
        report=judgement.report,
        field=judgement.field,
        key=judgement.key,
        actor=judgement.actor,
        other=judgement.other,
        encounter=judgement.encounter,
        other_encounter=judgement.other_encounter,
    )
    _take_back(work, judgement)
    reopen(work, judgement.id)
    return undoing


def _take_back(work: Work, judgement: Judgement) -> None:
    if judgement.kind == "merge":
        unmerge(work, judgement)
    elif judgement.kind == "part":
        unpart(work, judgement)
    elif judgement.encounter is not None:
        take_back(work, judgement)
    elif judgement.report is not None:
        project(work, newest(work, judgement.report))


def _later(work: Work, added: Judgement) -> Judgement | None:
    """The last judgement in force on an item that was added."""
    on_it = history(work, report=added.report, field=added.field, key=added.key, most=None)
    gone = undone(work, [judgement.id for judgement in on_it])
    for judgement in on_it:
        if judgement.id > added.id and judgement.kind != "undo" and judgement.id not in gone:
            return judgement
    return None
