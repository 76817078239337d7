"""Options of `comity show` that name countries, topics and outcomes, in words and checked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from rapidfuzz import process

from comity.analysis.countries import country, country_code
from comity.data.vocabulary import Topic
from comity.errors import UsageError
from comity.model.judgement import Outcome


def codes(named: Iterable[str] | None) -> tuple[str, ...]:
    """The codes of countries, each once. Raises UsageError (C331)."""
    return tuple(dict.fromkeys(country_code(name) for name in named or ()))


def two_codes(named: Iterable[str] | None) -> tuple[str, ...]:
    """The codes of two countries at most. Raises UsageError: C331, C334."""
    found = codes(named)
    if len(found) > 2:
        raise UsageError("C336", "a series is of one country, or of two", where=", ".join(found))
    return found


def about(named: Iterable[str], who: str | None = None) -> str:
    """What a title says of countries and an actor."""
    said = " – ".join([*(country(code).name for code in named), *([who] if who else [])])
    return f": {said}" if said else ""


def topic_of(named: str | None) -> str | None:
    """A topic by its name. Raises UsageError (C337) with all topics."""
    if named is None:
        return None
    known = {topic.casefold(): topic for topic in get_args(Topic)}
    wanted = named.strip().casefold()
    if wanted in known:
        return str(known[wanted])
    near = process.extractOne(wanted, list(known), score_cutoff=70)
    hint = f"perhaps {near[0]}?" if near else "there are: " + ", ".join(known.values())
    raise UsageError("C337", f"there is no such topic; {hint}", where=named)


def one_outcome(named: Outcome | None, *, still_open: bool) -> Outcome | None:
    """The outcome that was asked for. Raises UsageError (C338) where two were."""
    if still_open and named not in (None, "open"):
        raise UsageError("C338", f"--open leaves none that are {named}; give one of the two")
    return "open" if still_open else named
