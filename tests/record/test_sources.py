"""Reports as sources, and which of them count."""

from __future__ import annotations

from sqlalchemy import select

from comity.record import Record, tables
from comity.record.actors import find_by_name, members_of
from comity.record.reports import mark_repeat
from comity.record.sources import counts, sources, sources_naming


def test_reports_are_cited(filled: Record) -> None:
    with filled.viewing() as view:
        found = sources(view, [1, 1, 3, 99])
    assert sorted(found) == [1, 3]
    assert (found[1].publisher, found[1].published, found[1].title) == (
        "Example",
        "2024-03-01",
        "On visit",
    )
    assert (found[1].url, found[3].url) == ("https://news.example/visit", None)


def test_a_story_told_again_counts_once(filled: Record) -> None:
    statement = tables.statement
    counted = select(statement.c.report_id).where(counts(statement.c.report_id)).distinct()
    with filled.working("ada") as work:
        who = members_of(work, find_by_name(work, "Timur Aliyev")[0].canonical)
        assert 1 in work.connection.execute(counted).scalars().all()
        named, total = sources_naming(work, who, most=1)
        assert ([source.report for source in named], total) == ([2], 2)
        mark_repeat(work, 1, of=2, why="the same words")
        assert 1 not in work.connection.execute(counted).scalars().all()
        assert sources_naming(work, who, most=5)[1] == 1
