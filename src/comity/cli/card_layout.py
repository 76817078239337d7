"""How a card is laid out: a column of labels, and beside it items that wrap under themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from comity.cli.plain import plain, shorten
from comity.model.reading import Evidence

LABEL = "bold cyan"
NAME = "bold"
CODE = "green"
KIND = "yellow"
FAINT = "dim"

#: Wide enough for the longest label and a gap.
LABEL_COLUMNS = 13
MARGIN = 2
#: A card narrower than this has its labels on lines of their own.
NARROW = 50
#: More items of one field than this are only counted.
MOST_ITEMS = 12
#: Characters of an item's text, and of its evidence before and behind it, that are shown.
LONGEST = 280
CONTEXT = 120
#: Columns by which what wraps of a line stands in.
HANG = 2

_WRAPPER = Console(width=80, no_color=True)


@dataclass(slots=True)
class Item:
    """One item: its lines, each with the columns that it and what wraps of it stand in by."""

    lines: list[tuple[int, Text]] = field(default_factory=list)
    evidence: str = ""

    def add(self, *parts: Text | str | None, indent: int = 0, sep: str = "  ") -> Item:
        """Add a line of parts, those left out that are empty."""
        texts = [part if isinstance(part, Text) else Text(plain(part)) for part in parts if part]
        if texts:
            self.lines.append((indent, Text(sep).join(texts)))
        return self


@dataclass(slots=True)
class Section:
    """A field of the reading on the card."""

    label: str
    items: list[Item]
    more: int = 0


def section(label: str, items: Iterable[Item], *, most: int = MOST_ITEMS) -> Section:
    """A section with its first items; the others are counted."""
    every = list(items)
    kept = every if len(every) <= most + 1 else every[:most]
    return Section(label, kept, len(every) - len(kept))


def styled(text: str | None, style: str, *, limit: int = 200) -> Text | None:
    """A text for one line in a style; None stays None."""
    return Text(shorten(text, limit), style=style) if text else None


def names(parts: Iterable[str], style: str = NAME) -> Text:
    """Names in a row."""
    return Text(", ").join(Text(shorten(part, 120), style=style) for part in parts)


def in_context(text: str, evidence: Evidence, shown: str) -> Text:
    """An item's own text within the words of its evidence, which are faint."""
    for start, end in evidence:
        at = text.find(shown, start, end)
        if at >= 0:
            before = plain(text[max(start, at - CONTEXT) : at])
            after = plain(text[at + len(shown) : min(end, at + len(shown) + CONTEXT)])
            cut_before, cut_after = start < at - CONTEXT, at + len(shown) + CONTEXT < end
            found = Text()
            if before:
                blank = " " if text[at - 1].isspace() else ""
                lead = "… " + before.partition(" ")[2] if cut_before else before
                found.append(lead + blank, style=FAINT)
            found.append(shorten(shown, LONGEST))
            if after:
                blank = " " if text[at + len(shown)].isspace() else ""
                trail = after.rpartition(" ")[0] + " …" if cut_after else after
                found.append(blank + trail, style=FAINT)
            return found
    return Text(shorten(shown, LONGEST))


def snippet(text: str, evidence: Evidence) -> str:
    """The words that an item rests on, on one line; what lies between two places is left out."""
    return " … ".join(shorten(text[start:end], 400) for start, end in evidence[:2])


def room(width: int) -> int:
    """The columns that are left for items on a card of so many columns."""
    return width - MARGIN - (2 if width < NARROW else LABEL_COLUMNS)


def lay_out(parts: Iterable[Section], *, width: int) -> Iterator[Text]:
    """The lines of the sections that have items."""
    narrow = width < NARROW
    left = width - room(width)
    for part in parts:
        if not part.items:
            continue
        yield Text()
        label = Text(" " * MARGIN).append(part.label, style=LABEL)
        if narrow:
            yield label
        first = not narrow
        for line in _body(part, width - left):
            start = label if first else Text()
            start.append(" " * (left - start.cell_len))
            yield start.append_text(line)
            first = False


def _body(part: Section, width: int) -> Iterator[Text]:
    for item in part.items:
        for indent, line in item.lines:
            yield from hang(line, width, indent)
        if item.evidence:
            line = Text("  │ " + item.evidence, style=FAINT)
            line.truncate(width, overflow="ellipsis")
            yield line
    if part.more:
        yield Text(f"and {part.more} more", style=FAINT)


def hang(text: Text, width: int, indent: int) -> Iterator[Text]:
    """A text in lines of at most `width` columns, those behind the first indented further."""
    for at, line in enumerate(wrap(text, width - indent - HANG)):
        yield Text(" " * (indent + (HANG if at else 0))).append_text(line)


def wrap(text: Text, width: int) -> Iterator[Text]:
    """A text in lines of at most `width` columns, without blanks at their ends."""
    for line in text.wrap(_WRAPPER, max(width, 10)):
        line.rstrip()
        yield line
