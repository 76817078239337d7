"""The card of a report: what it says, at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from comity.cli.card_layout import FAINT, MARGIN, lay_out, room, wrap
from comity.cli.card_sections import sections, spoken_date
from comity.cli.plain import plain, shorten
from comity.model.reading import Reading
from comity.model.report import Report


def card(report: Report, reading: Reading, *, width: int) -> list[Text]:
    """The card as lines of at most `width` columns, with an empty one at the end."""
    lines = [*_head(report, reading, width)]
    found = sections(report.text, reading, width=room(width))
    body = [*lay_out(found, width=width)]
    if not body:
        words = "Nothing to read here: no contact, nobody named, nothing said."
        body = [Text(), *_indented(Text(words, style=FAINT), width)]
    return [*lines, *body, Text()]


def _head(report: Report, reading: Reading, width: int) -> Iterator[Text]:
    name = shorten(report.title or report.id, 2 * width)
    bar = Text("── ", style="cyan").append(name, style="bold not dim default")
    bar.truncate(width - 3, overflow="ellipsis")
    yield bar.append(" " + "─" * (width - bar.cell_len - 1), style="cyan")
    facts = reading.report
    told = [
        facts.publisher and shorten(facts.publisher, 60),
        facts.dateline_place and f"from {plain(facts.dateline_place)}",
        spoken_date(facts.published),
        shorten(report.id, 80) if report.title else None,
    ]
    line = Text(" · ".join(filter(None, told)), style=FAINT)
    if line:
        yield from _indented(line, width)


def _indented(text: Text, width: int) -> Iterator[Text]:
    for line in wrap(text, width - MARGIN):
        yield Text(" " * MARGIN).append_text(line)
