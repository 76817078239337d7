"""Countries as users name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from comity.data import countries
from comity.data.folding import fold
from comity.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country by its alpha-3 code and its usual name."""

    code: str
    name: str


def country_code(named: str) -> str:
    """The alpha-3 code of a country that is named by it or by one of its names.

    Raises UsageError (C331) with near names.
    """
    code = named.strip().upper()
    if code in countries.codes():
        return code
    wanted = fold(named).removeprefix("the ")
    by_name = {fold(name): code for name, code in countries.names().items()}
    if wanted in by_name:
        return by_name[wanted]
    near = process.extract(wanted, list(by_name), scorer=fuzz.ratio, limit=8, score_cutoff=70)
    codes = list(dict.fromkeys(by_name[name] for name, _, _ in near))[:3]
    hint = f"perhaps {_or(map(_shown, codes))}?" if codes else "give its code (KAZ) or its name"
    raise UsageError("C331", f"no country of that name is known; {hint}", where=named)


def country(code: str) -> Country:
    """A country by its code; an unknown code is its own name."""
    name = countries.canonical(code) if code in countries.codes() else code
    return Country(code=code, name=name)


def _shown(code: str) -> str:
    return f"{countries.canonical(code)} ({code})"


def _or(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
